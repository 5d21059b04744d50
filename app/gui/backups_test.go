package gui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"milepost/app"
	"milepost/app/gui/guitest/stage"
	"milepost/planner"
)

// hall is a window's frame that does everything at once and lets time pass when a test says so.
type hall struct {
	t       testing.TB
	now     time.Time
	pending []func()
	said    []string
	ended   bool // the window has closed: what comes back from the background is dropped
}

func (h *hall) Run(_ string, work func(context.Context) error, done func(error)) {
	err := work(h.t.Context())
	if !h.ended {
		done(err)
	}
}

func (h *hall) After(d time.Duration, f func()) (cancel func()) {
	if d != backupTick {
		h.t.Errorf("it waits for %s", d)
	}
	h.pending = append(h.pending, f)
	return func() { h.pending = nil }
}

func (h *hall) Now() time.Time  { return h.now }
func (h *hall) Say(text string) { h.said = append(h.said, text) }

// pass lets minutes go by.
func (h *hall) pass(minutes int) {
	for range minutes {
		h.now = h.now.Add(time.Minute)
		due := h.pending
		h.pending = nil
		for _, f := range due {
			f()
		}
	}
}

// house is a window's frame, a keeper in it, and the application.
func house(t *testing.T) (*hall, *backupKeeper, *app.Milepost) {
	t.Helper()
	h := &hall{t: t, now: stage.Noon}
	m := stage.OpenApp(t, func() time.Time { return h.now })
	if _, err := m.CreateSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	k := newBackupKeeper(h, m)
	t.Cleanup(m.OnChange(func(app.Change) { k.changed() }))
	k.start()
	return h, k, m
}

func backupsOf(t *testing.T, m *app.Milepost) []app.Backup {
	t.Helper()
	list, err := m.Backups(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func change(t *testing.T, m *app.Milepost, day string) {
	t.Helper()
	if _, err := m.RecordMock(t.Context(), planner.Mock{Date: planner.MustDate(day), Source: "Bank", Correct: 60, Total: 100}); err != nil {
		t.Fatal(err)
	}
}

func TestAnOpenWindowBacksUpWhatChangesAndTriesItOut(t *testing.T) {
	h, k, m := house(t)
	h.pass(90)
	if list := backupsOf(t, m); len(list) != 1 || list[0].Reason != app.BackupRegular {
		t.Fatalf("after a start there are %+v", list)
	}
	if r, ok := m.LastRehearsal(); !ok || !r.OK {
		t.Errorf("the rehearsal was %+v", r)
	}
	change(t, m, "2026-11-20")
	h.pass(60)
	if list := backupsOf(t, m); len(list) != 2 {
		t.Errorf("after a change there are %d", len(list))
	}
	k.atExit(t.Context())
	if list := backupsOf(t, m); len(list) != 2 {
		t.Errorf("closing without a change makes %d", len(list)-2)
	}
	change(t, m, "2026-11-21")
	k.stop()
	h.pass(120)
	k.atExit(t.Context())
	if list := backupsOf(t, m); len(list) != 3 || list[0].Reason != app.BackupExit || list[0].Contents.Mocks != 8 {
		t.Errorf("closing after a change: %+v", list)
	}
	if len(h.said) > 0 {
		t.Errorf("it said %q", h.said)
	}
}

func TestABackupThatWasCutOffByClosingIsMadeAtTheEnd(t *testing.T) {
	h, k, m := house(t)
	h.ended = true
	h.pass(1)
	k.atExit(t.Context())
	if list := backupsOf(t, m); len(list) != 1 {
		t.Errorf("there are %d", len(list))
	}
	if k.schedule.Due(h.now.Add(time.Hour)) != app.NothingToBackUp {
		t.Error("the one that was cut off is not remembered as running")
	}
}

func TestFailingBackupsAreToldOnceAndGoOn(t *testing.T) {
	h, k, m := house(t)
	dir := filepath.Join(filepath.Dir(m.DataPath()), "backups")
	if err := os.WriteFile(dir, []byte("in the way"), 0o600); err != nil {
		t.Fatal(err)
	}
	h.pass(60)
	if len(h.said) != 1 || !strings.Contains(h.said[0], "saved all the same") || !strings.Contains(h.said[0], dir) {
		t.Errorf("it said %q", h.said)
	}
	k.atExit(t.Context()) // fails, and disturbs nobody
	if err := os.Remove(dir); err != nil {
		t.Fatal(err)
	}
	h.pass(31)
	if list := backupsOf(t, m); len(list) != 1 {
		t.Errorf("afterwards there are %d", len(list))
	}
}

func TestASecondFolderThatIsAwayIsToldOnce(t *testing.T) {
	h, _, m := house(t)
	stick := filepath.Join(t.TempDir(), "stick")
	if err := errors.Join(os.Mkdir(stick, 0o700), m.SetBackupFolder(t.Context(), stick), os.Remove(stick)); err != nil {
		t.Fatal(err)
	}
	h.pass(120)
	if len(h.said) != 1 || !strings.Contains(h.said[0], stick) || len(backupsOf(t, m)) != 1 {
		t.Errorf("it said %q", h.said)
	}
	if err := os.Mkdir(stick, 0o700); err != nil {
		t.Fatal(err)
	}
	h.pass(60)
	if copies, err := filepath.Glob(filepath.Join(stick, "*", "*.milepost")); err != nil || len(copies) != 1 {
		t.Errorf("when it is back it holds %v, %v", copies, err)
	}
}

func TestABackupInTheSecondFolderAloneIsTold(t *testing.T) {
	h, _, m := house(t)
	inTheWay := filepath.Join(filepath.Dir(m.DataPath()), "backups")
	if err := errors.Join(m.SetBackupFolder(t.Context(), t.TempDir()), os.WriteFile(inTheWay, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	h.pass(40)
	if len(h.said) != 1 || !strings.Contains(h.said[0], "second folder only") {
		t.Errorf("it said %q", h.said)
	}
}

func TestADamagedNewestBackupIsToldAndReplaced(t *testing.T) {
	h, _, m := house(t)
	h.pass(2)
	path := backupsOf(t, m)[0].Path
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	content[5000] ^= 1
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	h.pass(5)
	if list := backupsOf(t, m); len(list) != 2 || list[0].State != "good" || len(h.said) != 1 {
		t.Errorf("it said %q, and there are %+v", h.said, list)
	}
}

func TestABackupThatARestoreCameBetweenIsNoFailure(t *testing.T) {
	h, k, m := house(t)
	h.pass(1)
	name := backupsOf(t, m)[0].Name
	change(t, m, "2026-11-20")
	job, err := m.BackupJob(t.Context(), app.BackupRegular)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := m.Restore(t.Context(), name); err != nil {
		t.Fatal(err)
	}
	k.schedule.Began(app.MakeABackup)
	made, err := job(t.Context())
	k.backedUp(made, err)
	if !app.IsClosed(err) || len(h.said) > 0 {
		t.Errorf("it answers %v, and %q was said", err, h.said)
	}
	h.pass(60)
	if list := backupsOf(t, m); list[0].Reason != app.BackupRegular {
		t.Errorf("the newest is %+v", list[0])
	}
}

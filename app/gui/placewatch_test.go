package gui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/app/gui/kit"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

// opened is the real window over a data file of its own, without its timers: a test looks when it says so.
type opened struct {
	*guitest.Window
	t     testing.TB
	shell *shell
	m     *app.Milepost
	path  string

	backups *hall // what the keeper of backups says
	posted  *mailbox
}

// Settle waits for what goes on in the background, lets the window take up what came of it, and lays it out.
func (f *opened) Settle() {
	f.shell.background.work.Wait()
	for _, do := range f.posted.take() {
		do()
	}
	f.Window.Settle()
}

// mailbox holds what is to be done on the goroutine of the test.
type mailbox struct {
	lock sync.Mutex
	held []func()
}

func (m *mailbox) put(do func()) {
	m.lock.Lock()
	defer m.lock.Unlock()
	m.held = append(m.held, do)
}

func (m *mailbox) take() []func() {
	m.lock.Lock()
	defer m.lock.Unlock()
	held := m.held
	m.held = nil
	return held
}

func newFrame(t testing.TB, path string) *opened {
	t.Helper()
	return newFrameOn(t, path, planner.MustDate("2026-11-23"))
}

// newFrameOn is newFrame on another day. The sample is always that of the usual one.
func newFrameOn(t testing.TB, path string, day planner.Date) *opened {
	t.Helper()
	t.Setenv("HOME", t.TempDir())
	now := stage.Noon
	m := stage.OpenAppAt(t, path, func() time.Time { return now })
	if _, err := m.CreateSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	now = now.AddDate(0, 0, planner.MustDate("2026-11-23").DaysUntil(day))
	return newFrameOver(t, m)
}

// newFrameOver is the real window over an application.
func newFrameOver(t testing.TB, m *app.Milepost) *opened {
	t.Helper()
	w := guitest.NewWindow(t, widgets.NewText("", widgets.StyleBody), 1280, 2400)
	prefs := newPreferences(fyne.CurrentApp().Preferences())
	posted := &mailbox{}
	background := newBackground(t.Context())
	background.post = posted.put
	t.Cleanup(background.wait)
	s := newShell(shellParts{app: fyne.CurrentApp(), win: w, milepost: m, prefs: prefs, background: background, tray: newTray(fyne.CurrentApp(), w, false), cfg: Config{Now: func() time.Time { return stage.Noon }}})
	aside := &hall{t: t, now: stage.Noon} // does it at once, and not in the background
	s.backups = newBackupKeeper(aside, m)
	s.backups.hushed = s.place.stopsSaving
	s.refreshFrame()
	s.Open(kit.Today)
	return &opened{Window: w, t: t, shell: s, m: m, path: m.DataPath(), backups: aside, posted: posted}
}

// look looks at the place of the data file, as the window does once a second.
func (f *opened) look() {
	f.t.Helper()
	f.shell.place.saw(f.m.LookJob()())
	f.Settle()
}

// toSave makes a file name for a copy.
func toSave(t *testing.T) string { return filepath.Join(t.TempDir(), "copy.db") }

func mocksIn(t *testing.T, path string) int {
	t.Helper()
	h, err := app.Verify(t.Context(), path)
	if err != nil || !h.OK() {
		t.Fatalf("%s: %+v, %v", path, h, err)
	}
	return h.Mocks
}

func TestABannerTellsThatTheFileIsGoneAndPutsItBack(t *testing.T) {
	f := newFrame(t, filepath.Join(t.TempDir(), "study.db"))
	before := mocksIn(t, f.path)
	f.look()
	f.WantNoText("Put it back")
	if err := os.Remove(f.path); err != nil {
		t.Fatal(err)
	}
	f.look()
	f.WantText("was deleted")
	f.WantText("nothing more is saved")
	if list := backupsOf(t, f.m); len(list) != 1 || list[0].Contents.Mocks != before {
		t.Errorf("of what the open file still holds there is %+v", list)
	}
	f.TapText("Put it back")
	f.look()
	f.WantNoText("was deleted")
	f.WantText("Saving goes on")
	if after := mocksIn(t, f.path); after != before {
		t.Errorf("%d mocks of %d are back", after, before)
	}
	change(t, f.m, "2026-11-20")
	if after := mocksIn(t, f.path); after != before+1 {
		t.Errorf("afterwards there are %d mocks", after)
	}
}

func TestACopyIsSavedOfAFileThatWasReplaced(t *testing.T) {
	f := newFrame(t, filepath.Join(t.TempDir(), "study.db"))
	before := mocksIn(t, f.path)
	if err := errors.Join(os.Rename(f.path, f.path+".away"), os.WriteFile(f.path, []byte("another"), 0o600)); err != nil {
		t.Fatal(err)
	}
	f.look()
	f.WantText("Another file lies in the place")
	f.WantNoText("Put it back")
	f.shell.quit()
	f.Settle()
	f.WantText("Close without a copy?")
	f.TapText("Stay")

	out := toSave(t)
	f.TapText("Save a copy…")
	form := guitest.All[*widgets.Entry](f.Window)[0]
	form.SetText("copy.db")
	f.Key(fyne.KeyReturn)
	f.WantText("Write the whole path")
	form.SetText(f.path)
	f.Key(fyne.KeyReturn)
	f.WantText("already exists")
	form.SetText(out)
	guitest.Find[*widgets.Check](f.Window, "Go on working with the copy").SetOn(false)
	f.Key(fyne.KeyReturn)
	f.Settle()
	f.WantText("checked copy of everything is at " + out)
	if after := mocksIn(t, out); after != before {
		t.Errorf("the copy holds %d mocks of %d", after, before)
	}
	if text, err := os.ReadFile(f.path); err != nil || string(text) != "another" {
		t.Errorf("the other file holds %q, %v", text, err)
	}
	if f.shell.place.AtRisk() {
		t.Error("closing would ask all the same")
	}
}

func TestMilepostGoesOnWithACopy(t *testing.T) {
	f := newFrame(t, filepath.Join(t.TempDir(), "disk", "study.db"))
	before := mocksIn(t, f.path)
	if err := os.RemoveAll(filepath.Dir(f.path)); err != nil {
		t.Fatal(err)
	}
	f.look()
	f.WantText("is no longer there")
	if len(f.backups.said) > 0 { // such as "what you enter is saved all the same"
		t.Errorf("of the backup that could not be made it says %q", f.backups.said)
	}
	out := toSave(t)
	f.TapText("Save a copy…")
	guitest.All[*widgets.Entry](f.Window)[0].SetText(out)
	f.Key(fyne.KeyReturn)
	f.look()
	f.WantNoText("is no longer there")
	if f.m.DataPath() != out {
		t.Fatalf("it works with %s", f.m.DataPath())
	}
	change(t, f.m, "2026-11-20")
	if after := mocksIn(t, out); after != before+1 {
		t.Errorf("the copy holds %d mocks", after)
	}
	if _, err := os.Stat(filepath.Dir(f.path)); err == nil {
		t.Error("the folder that had gone was made anew")
	}
}

func TestWhatEndedByItselfIsToldNoLonger(t *testing.T) {
	f := newFrame(t, filepath.Join(t.TempDir(), "study.db"))
	for _, tt := range []struct {
		happens, ends func() error
		says          string
	}{
		{func() error { return os.Chmod(f.path, 0o400) }, func() error { return os.Chmod(f.path, 0o600) }, "was made read-only"},
		{func() error { return os.Rename(f.path, f.path+".away") }, func() error { return os.Rename(f.path+".away", f.path) }, "It is now at " + f.path + ".away"},
	} {
		if err := tt.happens(); err != nil {
			t.Fatal(err)
		}
		f.look()
		f.WantText(tt.says)
		if !f.shell.place.AtRisk() {
			t.Error("closing would not ask")
		}
		if err := tt.ends(); err != nil {
			t.Fatal(err)
		}
		f.look()
		f.WantNoText(tt.says)
		f.WantText("Saving goes on")
		if f.shell.place.AtRisk() {
			t.Error("closing would ask all the same")
		}
		change(t, f.m, "2026-11-20")
	}
}

func TestASynchronisedFolderIsToldOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "Dropbox")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	f := newFrame(t, filepath.Join(dir, "study.db"))
	warn := func() {
		f.shell.place.judged(f.m.PlaceJob()())
		f.Settle()
	}
	warn()
	f.WantText("that Dropbox synchronises")
	f.TapText("Keep it here")
	f.WantNoText("that Dropbox synchronises")
	warn()
	f.WantNoText("that Dropbox synchronises")
}

func TestAFileInASynchronisedFolderIsMovedElsewhere(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "Dropbox")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	f := newFrame(t, filepath.Join(dir, "study.db"))
	before := mocksIn(t, f.path)
	f.shell.place.judged(f.m.PlaceJob()())
	f.Settle()
	out := filepath.Join(t.TempDir(), "new", "study.db")
	f.TapText("Move the file…")
	entry := guitest.All[*widgets.Entry](f.Window)[0]
	if suggested := filepath.Join(os.Getenv("HOME"), "study.db"); entry.Text != suggested {
		t.Errorf("it suggests %s, not %s", entry.Text, suggested)
	}
	entry.SetText(filepath.Join(dir, "elsewhere.db"))
	f.Key(fyne.KeyReturn)
	f.WantText("That is no better")
	entry.SetText(out)
	f.Key(fyne.KeyReturn)
	f.WantText("milepost --data " + out)
	f.Key(fyne.KeyEscape)
	f.Settle()
	f.WantNoText("that Dropbox synchronises")
	change(t, f.m, "2026-11-20")
	if now := mocksIn(t, out); now != before+1 {
		t.Errorf("the new file holds %d mocks", now)
	}
	if then := mocksIn(t, f.path); then != before {
		t.Errorf("the old file holds %d mocks", then)
	}

	old := newFrameOver(t, stage.OpenAppAt(t, f.path, nil))
	old.shell.place.judged(old.m.PlaceJob()())
	old.Settle()
	old.WantText("its data was moved to " + out)
	old.TapText("Work with this one")
	old.WantText("that Dropbox synchronises") // the next note
}

func TestAFileThatOthersMayReadIsMadePrivate(t *testing.T) {
	f := newFrame(t, filepath.Join(openFolder(t), "study.db"))
	f.shell.place.judged(f.m.PlaceJob()())
	f.Settle()
	f.WantNoText("may read")
	for _, part := range []string{"", "-wal", "-shm"} {
		if err := os.Chmod(f.path+part, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	f.shell.place.judged(f.m.PlaceJob()())
	f.Settle()
	f.WantText("Other people of this computer may read the data file")
	f.TapText("Make it private")
	for _, part := range []string{"", "-wal", "-shm"} {
		if info, err := os.Stat(f.path + part); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%q has the rights %v, %v", part, info.Mode(), err)
		}
	}
	f.shell.place.judged(f.m.PlaceJob()())
	f.Settle()
	f.WantNoText("may read")
}

// openFolder is a folder that everybody of this computer can go into.
func openFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for at := dir; at != filepath.Dir(at) && at != os.TempDir(); at = filepath.Dir(at) {
		if err := os.Chmod(at, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// desk is what a keeper needs of a window, and remembers what it was asked.
type desk struct {
	hall
	forward int
	stuck   bool // a look does not come back
}

func (d *desk) Run(key string, work func(context.Context) error, done func(error)) {
	if !d.stuck {
		d.hall.Run(key, work, done)
	}
}

func (d *desk) After(_ time.Duration, f func()) (cancel func()) {
	d.pending = append(d.pending, f)
	return func() { d.pending = nil }
}

func (d *desk) Fail(what string, err error) { d.t.Errorf("%s: %v", what, err) }
func (d *desk) ComeForward()                { d.forward++ }
func (d *desk) BackUpNow()                  {}
func (d *desk) AskForCopy(bool)             {}

// watched is a keeper that is at work on a window of no size.
func watched(t *testing.T) (*desk, *placeKeeper, *app.Milepost) {
	t.Helper()
	m := stage.OpenApp(t, nil)
	d := &desk{hall: hall{t: t, now: stage.Noon}}
	k := newPlaceKeeper(d, m)
	guitest.NewWindow(t, k.banner, 600, 300)
	k.start()
	return d, k, m
}

func TestASecondStartBringsTheWindowForward(t *testing.T) {
	d, k, m := watched(t)
	d.pass(3)
	if d.forward != 0 || len(d.said) != 0 {
		t.Fatalf("it came forward by itself and said %q", d.said)
	}
	answer, err := app.ShowOther(m.DataPath(), 2, func() bool { d.pass(1); return true })
	if err != nil || answer != app.OtherShown {
		t.Fatalf("the second start is answered %v, %v", answer, err)
	}
	if d.forward != 1 || len(d.said) != 1 {
		t.Errorf("it came forward %d times and said %q", d.forward, d.said)
	}
	d.pass(3)
	if d.forward != 1 {
		t.Error("it comes forward again and again")
	}
	k.stop()
	answer, err = app.ShowOther(m.DataPath(), 3, func() bool { d.pass(1); return true })
	if !app.IsOpenElsewhere(err) {
		t.Fatalf("without an answer there is %v, %v", answer, err)
	}
	if sentence, advice, ok := app.OpenProblem(err); !ok || !strings.Contains(sentence, "does not answer") || advice == "" {
		t.Errorf("it says %q %q", sentence, advice)
	}
	if _, err := os.Lstat(m.DataPath() + ".show"); err == nil {
		t.Error("the summons was left behind")
	}
}

func TestASummonsOfBeforeIsNobodysAnyMore(t *testing.T) {
	m := stage.OpenApp(t, nil)
	if err := os.WriteFile(m.DataPath()+".show", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d := &desk{hall: hall{t: t, now: stage.Noon}}
	k := newPlaceKeeper(d, m)
	guitest.NewWindow(t, k.banner, 600, 300)
	k.start()
	d.pass(2)
	if d.forward != 0 || len(d.said) != 0 {
		t.Errorf("it came forward %d times and said %q", d.forward, d.said)
	}
}

func TestADiskThatHangsIsTold(t *testing.T) {
	d, k, _ := watched(t)
	d.stuck = true
	d.pass(hangs - 1)
	if k.banner.Visible() {
		t.Fatal("it is told too soon")
	}
	d.pass(1)
	if !k.banner.Visible() || !strings.Contains(k.seen.Sentence(), "cannot be reached") {
		t.Errorf("it says %q", k.seen.Sentence())
	}
	d.stuck, k.looking = false, 0 // it comes back
	d.pass(1)
	if k.banner.Visible() {
		t.Error("it is still told")
	}
}

func TestALookAtAFileThatIsNotOpenAnyMoreCountsForNothing(t *testing.T) {
	f := newFrame(t, filepath.Join(t.TempDir(), "study.db"))
	job := f.m.LookJob()
	if err := f.m.MoveTo(t.Context(), toSave(t)); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(f.path); err != nil {
		t.Fatal(err)
	}
	f.shell.place.saw(job())
	f.Settle()
	f.WantNoText("was deleted")
}

func TestASaveShowsThatTheFileIsBack(t *testing.T) {
	f := newFrame(t, filepath.Join(t.TempDir(), "study.db"))
	away := filepath.Join(t.TempDir(), "away.db")
	if err := os.Rename(f.path, away); err != nil {
		t.Fatal(err)
	}
	f.look()
	if !f.shell.place.AtRisk() {
		t.Fatal("the file is away and nothing is at risk")
	}
	if err := os.Rename(away, f.path); err != nil {
		t.Fatal(err)
	}
	if _, err := f.m.LogSession(t.Context(), planner.Session{Date: planner.MustDate("2026-11-23"), Minutes: 15, Activity: planner.Review}); err != nil {
		t.Fatal(err)
	}
	if f.shell.place.AtRisk() || f.shell.place.banner.Visible() {
		t.Error("something was saved, and the window still thinks that the file is away")
	}
	f.look()
	if f.shell.place.AtRisk() {
		t.Error("the next look thinks otherwise")
	}
}

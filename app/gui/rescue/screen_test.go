package rescue

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

var noon = time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC)

func now() time.Time { return noon }

// host is a window that does everything at once.
type host struct {
	win    fyne.Window
	opened []string // with "new " before those that may be made
	quit   bool
	cancel bool // a salvage is cancelled before it begins
	screen *Screen
}

func (h *host) Window() fyne.Window { return h.win }
func (h *host) Do(f func())         { f() }
func (h *host) Now() time.Time      { return noon }
func (h *host) TextScale() float64  { return 1 }
func (h *host) Quit()               { h.quit = true }
func (h *host) OpenFile(path string, create bool) {
	if create {
		path = "new " + path
	}
	h.opened = append(h.opened, path)
}

func (h *host) Run(key string, work func(context.Context) error, done func(error)) {
	if h.cancel && key == "salvage" {
		h.screen.salvage.onCancel()
	}
	done(work(context.Background()))
}

// real is the application itself.
type real struct{}

func (real) RestoreTo(ctx context.Context, path, name string) (app.Restored, error) {
	return app.RestoreTo(ctx, path, name, now)
}
func (real) SalvageBeside(ctx context.Context, path string, progress func(done, total int)) (app.Salvaged, error) {
	return app.SalvageBeside(ctx, path, now, progress)
}
func (real) UseSalvaged(ctx context.Context, path string, s app.Salvaged) (app.Restored, error) {
	return app.UseSalvaged(ctx, path, s, now)
}
func (real) DropSalvaged(s app.Salvaged) error { return app.DropSalvaged(s) }

func parts() app.Parts {
	n := 0
	return app.Parts{Now: now, NewID: func() string { n++; return "id-" + string(rune('a'+n)) }}
}

// damaged makes a data file with a study and a mock, a backup of it if wanted, and spoils the file.
func damaged(t testing.TB, backup bool) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "study.db")
	m, err := app.Open(t.Context(), path, true, parts())
	must(t, err)
	draft := m.NewStudyDraft(planner.Exam{Code: "X", Domains: []planner.Domain{{ID: "d1", Name: "One", Weight: 100}}, Minutes: 60})
	draft.ExamDate = planner.MustDate("2027-02-04")
	draft.Availability.Weekday = [7]int{60, 60, 60, 60, 60, 60, 60}
	_, err = m.CreateStudy(t.Context(), draft)
	must(t, err)
	_, err = m.RecordMock(t.Context(), planner.Mock{Date: planner.DateOf(noon), Source: "A", Correct: 60, Total: 100, Timed: true})
	must(t, err)
	if backup {
		job, err := m.BackupJob(t.Context(), app.BackupByHand)
		must(t, err)
		_, err = job(t.Context())
		must(t, err)
	}
	must(t, m.Close())
	content, err := os.ReadFile(path)
	must(t, err)
	copy(content[4096:], strings.Repeat("spoiled ", 64))
	must(t, os.WriteFile(path, content, 0o600))
	return path
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// show opens the screen on a file that cannot be opened.
func show(t testing.TB, path string, options ...guitest.Option) (*guitest.Window, *host) {
	t.Helper()
	_, problem := app.Open(t.Context(), path, false, parts())
	if problem == nil {
		t.Fatal("the file can be opened")
	}
	h := &host{}
	w := guitest.NewWindow(t, widgets.NewText("", widgets.StyleBody), 1000, 650, options...)
	h.win = w
	h.screen = New(h, real{}, app.Diagnose(t.Context(), path, problem, now))
	w.SetContent(h.screen.Content())
	h.screen.FocusFirst()
	w.Settle()
	t.Cleanup(h.screen.Close)
	return w, h
}

func press(w *guitest.Window, button string) {
	w.Focus(guitest.Find[*widgets.Button](w, button))
	w.Key(fyne.KeyReturn)
}

// kept finds the damaged file under its new name.
func kept(t testing.TB, path string) []string {
	t.Helper()
	list, err := filepath.Glob(path + ".damaged-*")
	must(t, err)
	return list
}

func mocksIn(t testing.TB, path string) int {
	t.Helper()
	m, err := app.Open(t.Context(), path, false, parts())
	must(t, err)
	v, err := m.Mocks(t.Context())
	must(t, errors.Join(err, m.Close()))
	return len(v.Mocks)
}

func TestTheNewestBackupIsOneEnterAway(t *testing.T) {
	path := damaged(t, true)
	w, h := show(t, path)
	w.WantText("is damaged")
	w.WantText("1 study, 0 sessions done, 1 mock")
	w.Key(fyne.KeyReturn)
	if len(h.opened) != 1 || h.opened[0] != path {
		t.Fatalf("opened %q; on screen %q", h.opened, w.Texts())
	}
	if n := mocksIn(t, path); n != 1 || len(kept(t, path)) != 1 {
		t.Errorf("%d mocks, kept %q", n, kept(t, path))
	}
}

func TestWhatCanBeSavedIsShownBeforeItIsUsed(t *testing.T) {
	path := damaged(t, false)
	before, err := os.ReadFile(path)
	must(t, err)
	w, h := show(t, path)
	w.WantText("no backup of this file")
	w.Key(fyne.KeyReturn) // see what can be saved
	w.WantText("Mocks")
	w.WantText("1 saved")
	if now, err := os.ReadFile(path); err != nil || string(now) != string(before) {
		t.Fatal("the damaged file was changed by looking")
	}
	w.Key(fyne.KeyReturn) // go on with it
	if len(h.opened) != 1 || mocksIn(t, path) != 1 {
		t.Fatalf("opened %q", h.opened)
	}
	list := kept(t, path)
	if len(list) != 1 {
		t.Fatalf("kept %q", list)
	}
	if now, err := os.ReadFile(list[0]); err != nil || string(now) != string(before) {
		t.Error("the damaged file is not as it was")
	}
	if left, _ := filepath.Glob(path + ".salvaged-*"); len(left) > 0 {
		t.Errorf("left are %q", left)
	}
}

func TestASalvageCanBeCancelledAndWhatNobodyWantsGoes(t *testing.T) {
	path := damaged(t, false)
	w, h := show(t, path)
	h.cancel = true
	w.Key(fyne.KeyReturn)
	w.WantNoText("1 saved")
	h.cancel = false
	press(w, "See what can be saved")
	w.WantText("1 saved")
	h.screen.Close()
	if left, _ := filepath.Glob(path + ".salvaged-*"); len(left) > 0 {
		t.Errorf("left are %q", left)
	}
}

func TestAnotherFileIsOpenedOrMade(t *testing.T) {
	path := damaged(t, false)
	w, h := show(t, path)
	press(w, "Open another file…")
	guitest.All[*widgets.Entry](w)[0].SetText("/elsewhere/study.db")
	w.Key(fyne.KeyReturn)
	press(w, "Start an empty one…")
	w.Key(fyne.KeyReturn)
	press(w, "Try again")
	press(w, "Quit")
	want := []string{"/elsewhere/study.db", "new " + filepath.Join(filepath.Dir(path), "new.milepost"), path}
	if strings.Join(h.opened, "|") != strings.Join(want, "|") || !h.quit {
		t.Errorf("opened %q, want %q; quit: %v", h.opened, want, h.quit)
	}
}

func TestAFileSomebodyElseHasOpenIsNotSalvaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "study.db")
	m, err := app.Open(t.Context(), path, true, parts())
	must(t, err)
	defer func() { must(t, m.Close()) }()
	w, _ := show(t, path)
	w.WantText("already open in another Milepost")
	w.WantNoText("Save what can still be read")
	w.WantNoText("Go back to a backup")
	if b, ok := w.Focused().(*widgets.Button); !ok || b.Text != "Try again" {
		t.Errorf("the keyboard is at %T", w.Focused())
	}
}

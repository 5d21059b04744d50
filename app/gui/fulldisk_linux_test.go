package gui

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"golang.org/x/sys/unix"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/kit"
	"milepost/app/gui/mocks"
	"milepost/app/gui/setup"
	"milepost/app/gui/today"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

// fullDiskEnv tells the test program, started again by itself, that it is alone: what it does to the size of files would also be done
// to the files in which `go test` keeps its notes.
const fullDiskEnv = "MILEPOST_TEST_FULL_DISK"

func TestWhileTheDiskIsFull(t *testing.T) {
	if os.Getenv(fullDiskEnv) == "" {
		child := exec.Command(os.Args[0], "-test.run=^TestWhileTheDiskIsFull$", "-test.v")
		child.Env = append(os.Environ(), fullDiskEnv+"=1")
		out, err := child.CombinedOutput()
		if passed := strings.Count(string(out), "    --- PASS: "); err != nil || passed < len(typedForms) {
			t.Fatalf("%v, %d passed\n%s", err, passed, out)
		}
		return
	}
	t.Run("every form keeps what was typed", everyFormKeepsWhatWasTyped)
	t.Run("a switch that could not be kept goes back", aSwitchGoesBack)
	t.Run("a session that could not be logged is not shown as done", aSessionIsNotShownAsDone)
	t.Run("a change to a mock that could not be deleted is kept", aChangeToAMockIsKept)
}

// fullDisk lets no file become larger than the log of a data file is now, which to SQLite is a full disk, until there is room again.
func fullDisk(t *testing.T, path string) (makeRoom func()) {
	t.Helper()
	log, err := os.Stat(path + "-wal")
	if err != nil {
		t.Fatal(err)
	}
	var was unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_FSIZE, &was); err != nil {
		t.Fatal(err)
	}
	set := func(limit unix.Rlimit) {
		if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &limit); err != nil {
			t.Fatal(err)
		}
	}
	set(unix.Rlimit{Cur: uint64(log.Size()), Max: was.Max})
	t.Cleanup(func() { set(was) })
	return func() { set(was) }
}

// typedForm is one of the places where people type something that is saved.
type typedForm struct {
	name string
	on   string // the day it is opened on; "" for the usual one
	fill func(f *opened)
	save func(f *opened)
}

// tap clicks the last thing on screen that says something, which is where a dialog's own button is.
func tap(text string) func(f *opened) { return func(f *opened) { f.TapText(text) } }

func keys(names ...fyne.KeyName) func(f *opened) { return func(f *opened) { f.Key(names...) } }

// page is the open screen.
func page[T kit.Page](f *opened) T { return f.shell.router.page().(T) }

func typeMock(f *opened) {
	f.shell.Open(kit.Mocks)
	f.Key(fyne.KeyTab, fyne.KeyTab, fyne.KeyDown, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	f.Type("72")
	for _, n := range []string{"21", "15", "20", "14", "12", "13"} {
		f.Key(fyne.KeyTab)
		f.Type(n)
	}
}

var typedForms = []typedForm{
	{"a mock", "", typeMock, func(f *opened) { page[*mocks.Page](f).Save() }},
	{"a change to a mock", "", func(f *opened) {
		f.shell.Open(kit.Mocks)
		f.TapText("Diagnostic")
		f.TapText("Edit")
		f.Key(fyne.KeyTab)
		f.Type("77")
	}, func(f *opened) { page[*mocks.Page](f).Save() }},
	{"a change to the study", "", func(f *opened) {
		f.shell.Open(kit.Setup)
		f.Type("1 mar 2027")
		f.Key(fyne.KeyTab)
	}, func(f *opened) { page[*setup.Page](f).Save() }},
	{"a new study", "", func(f *opened) {
		f.shell.menu.onNewStudy()
		f.Shortcut(&fyne.ShortcutSelectAll{})
		f.Type("1 mar 2027")
		f.Key(fyne.KeyTab)
	}, func(f *opened) { page[*setup.Page](f).Save() }},
	{"a session that was studied", "", func(f *opened) {
		page[*today.Page](f).LogSession()
		f.Key(fyne.KeyTab, fyne.KeyTab)
		f.Type("55")
		f.Key(fyne.KeyTab)
		f.Type("marked in the margin")
	}, keys(fyne.KeyReturn)},
	{"a session ahead", "", func(f *opened) {
		f.shell.Open(kit.Plan)
		f.TapText("Add…")
		f.Key(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
		f.Type("the hard part")
	}, keys(fyne.KeyReturn)},
	{"another day for a session", "", func(f *opened) {
		f.shell.Open(kit.Plan)
		f.Key(fyne.KeyReturn, fyne.KeyM)
		f.Type("27 nov 2026")
		f.Key(fyne.KeyTab)
	}, tap("Move")},
	{"what if", "", func(f *opened) {
		f.shell.menu.onWhatIf()
		f.Type("1 dec 2026")
		f.Key(fyne.KeyTab)
	}, tap("Make it so")},
	{"a repair of the plan", "2026-12-10", func(f *opened) { f.shell.menu.onRebalance() }, tap("Apply")},
	{"a source", "", func(f *opened) {
		f.shell.Open(kit.Readiness)
		f.TapText("Boson ExSim")
		f.TapText("I know it")
		f.Key(fyne.KeyTab)
		f.Type("7")
	}, tap("Save")},
	{"a guess", "", func(f *opened) {
		f.shell.Open(kit.Diary)
		f.Focus(guitest.All[*widgets.NumberEntry](f.Window)[0])
		f.Type("66")
	}, tap("Note it")},
	{"how the exam went", "2027-02-08", func(f *opened) {
		f.TapText("Not this time")
		f.Key(fyne.KeyTab)
		for range 6 {
			f.Key(fyne.KeyTab, fyne.KeyRight)
		}
		f.Key(fyne.KeyTab)
		f.Type("tired")
	}, keys(fyne.KeyReturn)},
	{"another sitting", "2027-02-08", func(f *opened) {
		if _, err := f.m.RecordResult(f.t.Context(), planner.Sitting{Date: planner.MustDate("2027-02-07")}); err != nil {
			f.t.Fatal(err)
		}
		f.Settle()
		f.TapText("Another day…")
		f.Type("1 may 2027")
		f.Key(fyne.KeyTab)
	}, tap("Plan it")},
}

func everyFormKeepsWhatWasTyped(t *testing.T) {
	for _, form := range typedForms {
		t.Run(form.name, func(t *testing.T) {
			day := planner.MustDate("2026-11-23")
			if form.on != "" {
				day = planner.MustDate(form.on)
			}
			f := newFrameOn(t, filepath.Join(t.TempDir(), "study.db"), day)
			form.fill(f)
			f.Settle()
			typed, before := f.Texts(), undoName(t, f.m)
			makeRoom := fullDisk(t, f.path)
			form.save(f)
			f.Settle()
			if name := undoName(t, f.m); name != before {
				t.Fatalf("it was saved: %q", name)
			}
			f.WantText("The disk is full, so nothing of this was saved; free some space and try again.")
			if f.HasText("could not be") { // the message lies above the form
				f.Key(fyne.KeyEscape)
			}
			if lost := missing(f.Texts(), typed); len(lost) > 0 {
				t.Errorf("what was on screen and is lost: %q", lost)
			}
			makeRoom()
			form.save(f)
			f.Settle()
			if name := undoName(t, f.m); name == before {
				t.Errorf("with room it is still not saved; on screen: %q", f.Texts())
			}
			f.WantNoText("The disk is full")
		})
	}
}

// An insertion into a deleted file must not be called saved; put back, the file takes it.
func TestAFormKeepsWhatWasTypedWhileTheFileIsGone(t *testing.T) {
	f := newFrame(t, filepath.Join(t.TempDir(), "study.db"))
	typeMock(f)
	typed, before := f.Texts(), undoName(t, f.m)
	if err := os.Remove(f.path); err != nil {
		t.Fatal(err)
	}
	page[*mocks.Page](f).Save()
	f.look()
	if name := undoName(t, f.m); name != before {
		t.Fatalf("it was saved: %q", name)
	}
	f.WantText("nothing of this was saved")
	f.WantText("was deleted")
	if lost := missing(f.Texts(), typed); len(lost) > 0 {
		t.Errorf("what was on screen and is lost: %q", lost)
	}
	f.TapText("Put it back")
	f.look()
	if lost := missing(f.Texts(), typed); len(lost) > 0 {
		t.Errorf("after the file was put back there is lost: %q", lost)
	}
	mocksBefore := mocksIn(t, f.path)
	page[*mocks.Page](f).Save()
	f.Settle()
	if n := mocksIn(t, f.path); n != mocksBefore+1 {
		t.Errorf("the file holds %d mocks after %d", n, mocksBefore)
	}
}

// What shows what is stored goes back to it when it could not be stored.
func aSwitchGoesBack(t *testing.T) {
	f := newFrame(t, filepath.Join(t.TempDir(), "study.db"))
	makeRoom := fullDisk(t, f.path)
	defer makeRoom()
	f.shell.Open(kit.Settings)
	steady := guitest.Find[*widgets.Segmented](f.Window, "Low")
	was := steady.Selected()
	f.Focus(steady)
	f.Key(fyne.KeyRight)
	f.WantText("The disk is full")
	if steady.Selected() != was {
		t.Error("it shows what is not stored")
	}
}

func aSessionIsNotShownAsDone(t *testing.T) {
	f := newFrameOn(t, filepath.Join(t.TempDir(), "study.db"), planner.MustDate("2026-11-28"))
	makeRoom := fullDisk(t, f.path)
	check := guitest.All[*widgets.Check](f.Window)[0]
	f.Tap(check)
	f.WantText("The disk is full")
	f.Key(fyne.KeyEscape)
	if check.On {
		t.Error("it is shown as done")
	}
	makeRoom()
	f.Tap(check)
	f.WantText("Logged")
}

func aChangeToAMockIsKept(t *testing.T) {
	f := newFrame(t, filepath.Join(t.TempDir(), "study.db"))
	f.shell.Open(kit.Mocks)
	f.TapText("Diagnostic")
	f.TapText("Edit")
	f.Key(fyne.KeyTab)
	f.Type("77")
	f.Settle()
	typed := f.Texts()
	makeRoom := fullDisk(t, f.path)
	defer makeRoom()
	f.TapText("Delete")
	f.WantText("The disk is full")
	f.Key(fyne.KeyEscape)
	if lost := missing(f.Texts(), typed); len(lost) > 0 {
		t.Errorf("what was on screen and is lost: %q", lost)
	}
}

// missing lists what was on screen and is not any more.
func missing(now, before []string) (lost []string) {
	for _, text := range before {
		if !slices.Contains(now, text) {
			lost = append(lost, text)
		}
	}
	return lost
}

// undoName is what Undo would take back: it changes with each thing that is saved.
func undoName(t *testing.T, m *app.Milepost) string {
	t.Helper()
	name, _, err := m.UndoNames(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return name
}

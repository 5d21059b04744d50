package settings

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

func record(t testing.TB, m *app.Milepost, note string) {
	t.Helper()
	if _, err := m.RecordMock(t.Context(), planner.Mock{Date: planner.DateOf(noon), Source: "A", Correct: 60, Total: 100, Timed: true, Note: note}); err != nil {
		t.Fatal(err)
	}
}

func mocks(t testing.TB, m *app.Milepost) int {
	t.Helper()
	v, err := m.Mocks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return len(v.Mocks)
}

func TestABackupIsRestoredFromTheList(t *testing.T) {
	m := openApp(t)
	createStudy(t, m)
	record(t, m, "")
	w, p, s := open(t, m, &taste{mode: look.ModeLight, scale: 1})
	press(w, "Back up now")
	record(t, m, "after it")
	p.Reload()
	w.Focus(p.backups.table)
	w.Key(fyne.KeyDown, fyne.KeyReturn)
	w.WantText("Go back to this backup?")
	w.WantText("2 mocks") // what is here now
	w.Key(fyne.KeyReturn)
	if n := mocks(t, m); n != 1 || len(s.failed) > 0 {
		t.Errorf("%d mocks after the restore, failed %q", n, s.failed)
	}
	p.Reload()
	w.Settle()
	w.WantText("Before a restore")
}

func TestWhatAnotherComputerExportedIsShownAndThenMerged(t *testing.T) {
	a, b := openApp(t), openApp(t)
	createStudy(t, a)
	record(t, a, "")
	file := filepath.Join(t.TempDir(), "everything.json")
	if err := a.Export(t.Context(), file, false); err != nil {
		t.Fatal(err)
	}
	w, _, s := open(t, b, &taste{mode: look.ModeLight, scale: 1})
	press(w, "Import…")
	guitest.All[*widgets.Entry](w)[0].SetText(file)
	w.Key(fyne.KeyReturn)
	w.WantText("1 mock")
	if _, err := b.Current(t.Context()); err == nil {
		t.Fatal("it was imported before anybody said so")
	}
	w.Key(fyne.KeyReturn)
	if n := mocks(t, b); n != 1 || len(s.failed) > 0 || w.DialogOpen() {
		t.Errorf("%d mocks after the import, failed %q, dialog open: %v", n, s.failed, w.DialogOpen())
	}
}

func TestABadFileIsToldInTheDialogWhichStays(t *testing.T) {
	w, _, _ := open(t, openApp(t), &taste{mode: look.ModeLight, scale: 1})
	press(w, "Import…")
	guitest.All[*widgets.Entry](w)[0].SetText(filepath.Join(t.TempDir(), "none.json"))
	w.Key(fyne.KeyReturn)
	w.WantText("There is no file")
	w.Key(fyne.KeyReturn)
	if !w.DialogOpen() {
		t.Error("the dialog has gone")
	}
}

func TestEverythingIsExportedToTheFileThatIsNamed(t *testing.T) {
	m := openApp(t)
	createStudy(t, m)
	w, _, s := open(t, m, &taste{mode: look.ModeLight, scale: 1})
	file := filepath.Join(t.TempDir(), "out.json")
	press(w, "Export…")
	guitest.All[*widgets.Entry](w)[0].SetText(file)
	w.Key(fyne.KeyReturn)
	if len(s.said) != 1 || len(s.failed) > 0 {
		t.Fatalf("said %q, failed %q", s.said, s.failed)
	}
	b := openApp(t)
	i, err := b.PrepareImport(file)(t.Context())
	if err != nil || len(i.Changes.Studies) != 1 {
		t.Errorf("the export holds %+v, %v", i, err)
	}
	folder, err := m.ExchangeFolder(t.Context())
	if err != nil || folder != filepath.Dir(file) {
		t.Errorf("remembered is %q, %v", folder, err)
	}
}

func TestWhatWasChangedOnBothIsShownAndDecided(t *testing.T) {
	a, b := openApp(t), openApp(t)
	createStudy(t, a)
	record(t, a, "as it was")
	carry(t, a, b)
	note(t, a, "of a")
	note(t, b, "of b")
	note(t, b, "of b, again")
	carry(t, b, a)
	w, p, _ := open(t, a, &taste{mode: look.ModeLight, scale: 1})
	w.WantText("1 thing was changed on both computers")
	w.WantText("“of b, again”, not “of a”")
	w.Focus(guitest.Find[*widgets.Button](w, "Use the other"))
	w.Key(fyne.KeyReturn)
	p.Reload()
	w.Settle()
	w.WantNoText("changed on both computers")
	if v, err := a.Mocks(t.Context()); err != nil || v.Mocks[0].Note != "of a" {
		t.Errorf("the note is %q, %v", v.Mocks[0].Note, err)
	}
	if _, err := a.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.Reload()
	w.Settle()
	w.WantText("1 thing was changed on both computers")
}

// carry takes everything from one computer to the other.
func carry(t testing.TB, from, to *app.Milepost) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "carried.json")
	if err := from.Export(t.Context(), file, false); err != nil {
		t.Fatal(err)
	}
	i, err := to.PrepareImport(file)(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := to.Import(t.Context(), i); err != nil {
		t.Fatal(err)
	}
}

func note(t testing.TB, m *app.Milepost, text string) {
	t.Helper()
	v, err := m.Mocks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	mock := v.Mocks[0]
	mock.Note = text
	if _, err := m.RecordMock(t.Context(), mock); err != nil {
		t.Fatal(err)
	}
}

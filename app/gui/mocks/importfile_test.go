package mocks

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

// importing opens the dialog on a file of that content.
func importing(t *testing.T, m *app.Milepost, content string) (*guitest.Window, *shell, *widgets.Entry) {
	t.Helper()
	w, _, s := openSized(t, m, fyne.NewSize(1072, 1400))
	path := filepath.Join(t.TempDir(), "scores.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	w.TapText("From a file…")
	entry := w.Focused().(*widgets.Entry)
	entry.SetText(path)
	w.Key(fyne.KeyReturn)
	return w, s, entry
}

func mocksOf(t *testing.T, m *app.Milepost) []planner.Mock {
	t.Helper()
	v, err := m.Mocks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return v.Mocks
}

func TestMocksOfAFileAreSeenBeforeTheyAreRecorded(t *testing.T) {
	m := withStudy(t)
	if _, err := m.RecordMock(t.Context(), planner.Mock{Date: planner.MustDate("2026-10-18"), Source: "Boson", Correct: 62, Total: 125, Timed: true, FirstAttempt: true}); err != nil {
		t.Fatal(err)
	}
	w, s, _ := importing(t, m, "Datum;Quelle;Richtig;Fragen\n18.10.2026;Boson;62;125\n4.11.2026;Boson;57;100\nbald;Boson;1;2\n")
	for _, text := range []string{"What the columns hold", "2 mocks", "recorded already", "Line 4: “bald” is not a day that exists", "1 line cannot be used", "Datum: 18.10.2026"} {
		w.WantText(text)
	}
	if n := len(mocksOf(t, m)); n != 1 {
		t.Fatalf("%d mocks are recorded before anybody has said so", n)
	}
	w.TapText("Record")
	if got := mocksOf(t, m); len(got) != 2 || got[0].Correct != 57 || w.DialogOpen() || s.last() != "Recorded 1 mock [Undo]" {
		t.Errorf("recorded are %v, said %q", got, s.last())
	}
	w, s, _ = importing(t, m, "Datum;Quelle;Richtig;Fragen\n18.10.2026;Boson;62;125\n")
	w.TapText("Record") // there is nothing new, so it cannot be pressed
	if !w.DialogOpen() {
		t.Fatal("the dialog is closed")
	}
	w.TapText("Record also 1 that is there already")
	w.TapText("Record")
	if n := len(mocksOf(t, m)); n != 3 || w.DialogOpen() {
		t.Errorf("%d mocks are recorded, said %q", n, s.last())
	}
}

func TestAFileAsksWhatItDoesNotSay(t *testing.T) {
	m := withStudy(t)
	w, _, _ := importing(t, m, "Date,Bank,Score\n04/05/2026,Boson,57/100\n06/07/2026,Boson,58/100\n")
	w.WantText("How are its dates written?")
	w.TapText("Record")
	if !w.DialogOpen() || len(mocksOf(t, m)) > 0 {
		t.Fatal("mocks of unknown days are recorded")
	}
	w.TapText("Month first")
	w.WantText("5 Apr 2026")
	w.TapText("Record")
	if got := mocksOf(t, m); len(got) != 2 || got[1].Date != planner.MustDate("2026-04-05") {
		t.Errorf("recorded are %v", got)
	}
}

func TestAFileWithoutASourceGetsOne(t *testing.T) {
	m := withStudy(t)
	w, _, _ := importing(t, m, "date,correct,total\n2026-11-04,57,100\n")
	w.WantText("No column was found that says where the questions come from")
	for _, e := range guitest.All[*widgets.Entry](w) {
		if e.PlaceHolder == "Question bank or book" && e.Visible() {
			e.SetText("Pocket Prep")
		}
	}
	w.TapText("Look at it")
	w.TapText("Record")
	if got := mocksOf(t, m); len(got) != 1 || got[0].Source != "Pocket Prep" {
		t.Errorf("recorded are %v", got)
	}
}

func TestAFileThatIsNoTableIsRefusedInWords(t *testing.T) {
	m := withStudy(t)
	w, _, entry := importing(t, m, "PK\x03\x04\x00\x00")
	w.WantText("Cancel")
	if len(mocksOf(t, m)) > 0 || !w.DialogOpen() {
		t.Error("a workbook was taken for a table")
	}
	entry.SetText(filepath.Join(t.TempDir(), "none.csv"))
	w.Focus(entry)
	w.Key(fyne.KeyReturn)
	w.WantText("There is no file")
	w.Key(fyne.KeyEscape)
	if w.DialogOpen() {
		t.Error("Escape does not close it")
	}
	if texts := strings.Join(w.Texts(), "\n"); strings.Contains(texts, "panic") {
		t.Error(texts)
	}
}

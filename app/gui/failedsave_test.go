package gui

import (
	"bytes"
	"fmt"
	"log/slog"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/app/gui/mocks"
	"milepost/app/gui/sessionform"
	"milepost/app/gui/sitting"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

// typedWords are in every form that has a field for words.
const typedWords = "typed and not to be lost"

// form is something that is filled in. open shows it, with the words where there is a field for them, and answers how it is saved.
type form func(t *testing.T, s *stage.Shell, m *app.Milepost) (w *guitest.Window, save func())

// A save that fails leaves the form open with what was typed and says why; once the cause is gone the same form saves. The data file is
// moved away for it: a full disk is refused on the same way, and tested where disks are (package data).
func TestEveryFormStaysOpenWhenItsSaveFails(t *testing.T) {
	for name, f := range map[string]struct {
		open  form
		words bool
	}{
		"a mock": {openMock, true}, "a session by hand": {openAdd, true}, "another day of a session": {openMove, false}, "a sitting": {openSitting, true},
	} {
		t.Run(name, func(t *testing.T) {
			m, s := stage.Sample(t), &stage.Shell{}
			w, save := f.open(t, s, m)
			before := lastAction(t, m)
			away := m.DataPath() + " away"
			if err := os.Rename(m.DataPath(), away); err != nil {
				t.Fatal(err)
			}
			save()
			w.Settle()
			if seen := strings.Join(append(w.Texts(), s.Failed...), "\n"); !strings.Contains(seen, "was moved or deleted") || len(s.Said) > 0 {
				t.Errorf("said %q, shown is %s", s.Said, seen)
			}
			if f.words && !slices.ContainsFunc(guitest.All[*widgets.Entry](w), func(e *widgets.Entry) bool { return e.Text == typedWords }) {
				t.Errorf("what was typed has gone: %q", w.Texts())
			}
			if err := os.Rename(away, m.DataPath()); err != nil {
				t.Fatal(err)
			}
			save()
			w.Settle()
			if now := lastAction(t, m); now == before || len(s.Said) != 1 {
				t.Errorf("the last action is %q after %q; said %q; shown is %q", now, before, s.Said, w.Texts())
			}
		})
	}
}

func lastAction(t *testing.T, m *app.Milepost) string {
	t.Helper()
	name, _, err := m.UndoNames(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return name
}

func openMock(t *testing.T, s *stage.Shell, m *app.Milepost) (*guitest.Window, func()) {
	t.Helper()
	p := mocks.New(s, m)
	w := s.Show(t, p, m, fyne.NewSize(1072, 900))
	p.FocusFirst()
	w.Key(fyne.KeyTab, fyne.KeyTab, fyne.KeyDown)                                       // the source used last
	w.Key(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab) // past the boxes and the guess
	for i, n := range []int{21, 15, 20, 14, 12, 13} {
		if i > 0 {
			w.Key(fyne.KeyTab)
		}
		w.Type(fmt.Sprint(n))
	}
	write(w)
	return w, p.Save
}

// write puts the words into the note, the last of the fields for text.
func write(w *guitest.Window) {
	all := guitest.All[*widgets.Entry](w)
	for _, e := range slices.Backward(all) {
		if !e.Disabled() && e.Text == "" {
			e.SetText(typedWords)
			return
		}
	}
}

// inDialog is an empty window with a dialog, which is saved by its button.
func inDialog(t *testing.T, s *stage.Shell, button string, show func()) (*guitest.Window, func()) {
	t.Helper()
	w := guitest.NewWindow(t, widgets.NewText("", widgets.StyleBody), 1000, 800)
	s.Win = w
	show()
	write(w)
	return w, func() {
		w.Focus(guitest.Find[*widgets.Button](w, button))
		w.Key(fyne.KeyReturn)
	}
}

func openAdd(t *testing.T, s *stage.Shell, m *app.Milepost) (*guitest.Window, func()) {
	t.Helper()
	return inDialog(t, s, "Add", func() {
		sessionform.Add(s, m, sessionform.AddSpec{Study: planOf(t, m).Study, Today: m.Today(), Day: m.Today()})
	})
}

func openMove(t *testing.T, s *stage.Shell, m *app.Milepost) (*guitest.Window, func()) {
	t.Helper()
	v := planOf(t, m)
	i := slices.IndexFunc(v.Sessions, func(x app.SessionView) bool {
		return x.Status == planner.Planned && x.Date.After(m.Today())
	})
	return inDialog(t, s, "Move", func() {
		sessionform.Move(s, m, sessionform.MoveSpec{Session: v.Sessions[i], Today: m.Today(), Exam: v.Study.ExamDate, Label: "it"})
	})
}

func openSitting(t *testing.T, s *stage.Shell, m *app.Milepost) (*guitest.Window, func()) {
	t.Helper()
	return inDialog(t, s, "Record", func() {
		sitting.Result(s, m, planOf(t, m).Study, m.Today(), planner.Sitting{Date: m.Today()}, nil)
	})
}

func planOf(t *testing.T, m *app.Milepost) app.PlanView {
	t.Helper()
	v, err := m.Plan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// The log says what failed, and nothing of what somebody wrote.
func TestTheLogHoldsNothingThatWasWritten(t *testing.T) {
	m := stage.Sample(t)
	var log bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	t.Cleanup(func() { slog.SetDefault(before) })
	_, wrong := m.RecordMock(t.Context(), planner.Mock{Date: m.Today(), Source: typedWords, Correct: 2, Total: 1, Note: typedWords})
	_, unknown := planner.ParseDate(typedWords)
	if err := os.Rename(m.DataPath(), m.DataPath()+" away"); err != nil {
		t.Fatal(err)
	}
	_, gone := m.RecordMock(t.Context(), planner.Mock{Date: m.Today(), Source: typedWords, Correct: 1, Total: 2, Note: typedWords})
	if err := os.Rename(m.DataPath()+" away", m.DataPath()); err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{wrong, &planner.FieldError{Field: "date", Reason: unknown.Error()}, gone} {
		if err == nil {
			t.Fatal("a mock that cannot be was saved")
		}
		slog.Error("It could not be saved", logged(err))
	}
	if strings.Contains(log.String(), typedWords) || strings.Count(log.String(), "could not be saved") != 3 {
		t.Errorf("the log says %s", log.String())
	}
}

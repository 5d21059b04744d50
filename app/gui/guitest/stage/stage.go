// Package stage is what a screen needs around it in a test: the real application on a data file of its own, and a window's frame
// that does everything at once and remembers what it was asked. It is imported by tests alone.
package stage

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/apptest"
	"milepost/app/gui/guitest"
	"milepost/app/gui/kit"
	"milepost/planner"
)

// Noon is the moment at which the clock stands: 23 November 2026.
var Noon = apptest.Noon

// OpenApp opens the real application on an empty data file. now is its clock; nil stands at Noon.
func OpenApp(t testing.TB, now func() time.Time) *app.Milepost {
	t.Helper()
	return apptest.Open(t, now)
}

// OpenAppAt is OpenApp with a data file of that path.
func OpenAppAt(t testing.TB, path string, now func() time.Time) *app.Milepost {
	t.Helper()
	return apptest.OpenAt(t, path, now)
}

// Sample opens the sample study.
func Sample(t testing.TB) *app.Milepost {
	t.Helper()
	return apptest.Sample(t)
}

// Study opens a study of the sample's exam on 4 February 2027 in which nothing has happened yet, after changes have done what they like to its draft.
func Study(t testing.TB, m *app.Milepost, changes ...func(*planner.Study)) planner.Study {
	t.Helper()
	exam, ok := m.Exam(app.SampleExamID)
	if !ok {
		t.Fatalf("the catalogue lacks %s", app.SampleExamID)
	}
	s := m.NewStudyDraft(exam)
	s.ExamDate = planner.MustDate("2027-02-04")
	s.Availability.Weekday = [7]int{60, 60, 60, 60, 60, 120, 0}
	for _, change := range changes {
		change(&s)
	}
	s, err := m.CreateStudy(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Shell is a window that does everything at once, and remembers what it was asked.
type Shell struct {
	Win    fyne.Window
	Opened []kit.Route
	Drafts []app.MockDraft // of mocks that were to be recorded
	Said   []string
	Failed []string
	IsDark bool
	Scale  float64 // of the text; 0 is usual
	Clock  func() time.Time
}

var _ kit.Shell = (*Shell)(nil)

// Show puts a page on a window of that size, reads it, and lets it read again after every change. Keys no field takes go to the page.
func (s *Shell) Show(t testing.TB, p kit.Page, m *app.Milepost, size fyne.Size, options ...guitest.Option) *guitest.Window {
	t.Helper()
	w := guitest.NewWindow(t, p.Content(), size.Width, size.Height, options...)
	s.Win = w
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) {
		if taker, ok := p.(kit.KeyTaker); ok {
			taker.TakeKey(ev.Name)
		}
	})
	p.Reload()
	w.Settle()
	t.Cleanup(m.OnChange(func(app.Change) { p.Reload() }))
	t.Cleanup(p.Close)
	return w
}

func (s *Shell) Window() fyne.Window         { return s.Win }
func (s *Shell) Open(r kit.Route)            { s.Opened = append(s.Opened, r) }
func (s *Shell) RecordMock(d app.MockDraft)  { s.Drafts = append(s.Drafts, d) }
func (s *Shell) Say(text string)             { s.Said = append(s.Said, text) }
func (s *Shell) SayUndoable(text string)     { s.Said = append(s.Said, text+" [Undo]") }
func (s *Shell) Notify(title, text string)   { s.Said = append(s.Said, title+" "+text) }
func (s *Shell) Fail(what string, err error) { s.Failed = append(s.Failed, what+": "+err.Error()) }
func (s *Shell) Dark() bool                  { return s.IsDark }

// Now is the clock of the stage.
func (s *Shell) Now() time.Time {
	if s.Clock == nil {
		return Noon
	}
	return s.Clock()
}

// TextScale is the size of the text.
func (s *Shell) TextScale() float64 {
	if s.Scale == 0 {
		return 1
	}
	return s.Scale
}

// Run does the work at once.
func (s *Shell) Run(_ string, work func(context.Context) error, done func(error)) {
	done(work(context.Background()))
}

// After does not wait.
func (s *Shell) After(_ time.Duration, f func()) (cancel func()) {
	f()
	return func() {}
}

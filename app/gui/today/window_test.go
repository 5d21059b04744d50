package today

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/kit"
	"milepost/data/interchange"
	"milepost/planner"
	"milepost/resources"
)

// monday is the day on which these tests begin.
var monday = planner.MustDate("2026-11-23")

// clock is the clock of a test; it stands still until it is put on.
type clock struct{ now time.Time }

func newClock() *clock { return &clock{time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time { return c.now }

// goTo puts the clock to noon of a day.
func (c *clock) goTo(d planner.Date) {
	c.now = time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC)
}

// openApp opens the real application on an empty data file.
func openApp(t testing.TB, c *clock) *app.Milepost {
	t.Helper()
	files, err := fs.Sub(resources.ExamFiles, "exams")
	if err != nil {
		t.Fatal(err)
	}
	exams, err := interchange.Catalogue(files)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	m, err := app.Open(t.Context(), filepath.Join(t.TempDir(), "study.db"), true, app.Parts{
		Catalogue: exams, Now: c.Now, NewID: func() string { n++; return fmt.Sprintf("id-%04d", n) },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := m.Close(); err != nil {
			t.Error(err)
		}
	})
	return m
}

// withSample opens the sample study.
func withSample(t testing.TB, c *clock) *app.Milepost {
	t.Helper()
	m := openApp(t, c)
	if _, err := m.CreateSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	return m
}

// withStudy opens a new study, after change has done what it likes to its draft.
func withStudy(t testing.TB, c *clock, change func(*planner.Study)) *app.Milepost {
	t.Helper()
	m := openApp(t, c)
	exam, ok := m.Exam(app.SampleExamID)
	if !ok {
		t.Fatalf("the catalogue lacks %s", app.SampleExamID)
	}
	s := m.NewStudyDraft(exam)
	s.ExamDate = planner.MustDate("2027-02-04")
	s.Availability.Weekday = [7]int{60, 60, 60, 60, 60, 240, 0}
	change(&s)
	if _, err := m.CreateStudy(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	return m
}

// shell is a window that remembers what it was asked. Its timers go off when a test puts the clock on by pass.
type shell struct {
	win    fyne.Window
	model  *app.Milepost
	clock  *clock
	timers []*timerOf
	opened []kit.Route
	said   []string
	failed []string
	dark   bool
}

type timerOf struct {
	due time.Time
	f   func()
}

func (s *shell) Window() fyne.Window       { return s.win }
func (s *shell) Open(r kit.Route)          { s.opened = append(s.opened, r) }
func (s *shell) Say(text string)           { s.said = append(s.said, text) }
func (s *shell) SayUndoable(text string)   { s.said = append(s.said, text+" [Undo]") }
func (s *shell) Fail(what string, e error) { s.failed = append(s.failed, what+": "+e.Error()) }
func (s *shell) Now() time.Time            { return s.clock.now }
func (s *shell) Dark() bool                { return s.dark }
func (s *shell) TextScale() float64        { return 1 }

func (s *shell) Run(_ string, work func(context.Context) error, done func(error)) {
	done(work(context.Background()))
}

func (s *shell) After(d time.Duration, f func()) func() {
	timer := &timerOf{due: s.clock.now.Add(d), f: f}
	s.timers = append(s.timers, timer)
	return func() { timer.f = nil }
}

// pass lets time go by: once to the end, and then whatever is due by then goes off once.
func (s *shell) pass(d time.Duration) {
	s.clock.now = s.clock.now.Add(d)
	due := s.timers
	s.timers = nil
	for _, timer := range due {
		if timer.f != nil {
			timer.f()
		}
	}
}

// open shows the page in a window of 1072 x 800, which is what a window of 1280 leaves beside the sidebar.
func open(t testing.TB, m *app.Milepost, c *clock, options ...guitest.Option) (*guitest.Window, *Page, *shell) {
	t.Helper()
	return openSized(t, m, c, fyne.NewSize(1072, 800), options...)
}

func openSized(t testing.TB, m *app.Milepost, c *clock, size fyne.Size, options ...guitest.Option) (*guitest.Window, *Page, *shell) {
	t.Helper()
	s := &shell{model: m, clock: c}
	p := New(s, m)
	w := guitest.NewWindow(t, p.Content(), size.Width, size.Height, options...)
	s.win = w
	p.Reload()
	w.Settle()
	t.Cleanup(m.OnChange(func(app.Change) { p.Reload() }))
	t.Cleanup(p.Close)
	return w, p, s
}

// session finds a stored session.
func session(t testing.TB, s *shell, id string) planner.Session {
	t.Helper()
	v, err := s.model.Plan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range v.Sessions {
		if x.ID == id {
			return x.Session
		}
	}
	t.Fatalf("no session %s is stored", id)
	return planner.Session{}
}

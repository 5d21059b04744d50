package today

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/planner"
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

// withSample opens the sample study.
func withSample(t testing.TB, c *clock) *app.Milepost {
	t.Helper()
	m := stage.OpenApp(t, c.Now)
	if _, err := m.CreateSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	return m
}

// withStudy opens a new study, after change has done what it likes to its draft.
func withStudy(t testing.TB, c *clock, change func(*planner.Study)) *app.Milepost {
	t.Helper()
	m := stage.OpenApp(t, c.Now)
	stage.Study(t, m, func(s *planner.Study) { s.Availability.Weekday[5] = 240 }, change)
	return m
}

// shell is a window that remembers what it was asked. Its timers go off when a test puts the clock on by pass.
type shell struct {
	stage.Shell
	model  *app.Milepost
	clock  *clock
	timers []*timerOf
}

type timerOf struct {
	due time.Time
	f   func()
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
	s := &shell{Shell: stage.Shell{Clock: c.Now}, model: m, clock: c}
	p := New(s, m)
	return s.Show(t, p, m, size, options...), p, s
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

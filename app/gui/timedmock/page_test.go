package timedmock

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

// shell is a window whose timers go off when a test puts the clock on by pass.
type shell struct {
	stage.Shell
	m   *app.Milepost
	now time.Time
	due []func()
}

func (s *shell) After(_ time.Duration, f func()) func() {
	i := len(s.due)
	s.due = append(s.due, f)
	return func() {
		if i < len(s.due) {
			s.due[i] = nil
		}
	}
}

// pass lets time go by, and then whatever waits goes off once.
func (s *shell) pass(d time.Duration) {
	s.now = s.now.Add(d)
	due := s.due
	s.due = nil
	for _, f := range due {
		if f != nil {
			f()
		}
	}
}

// open shows the page of a study of 125 questions in 180 minutes.
func open(t *testing.T) (*guitest.Window, *Page, *shell) {
	t.Helper()
	s := &shell{now: stage.Noon}
	s.Clock = func() time.Time { return s.now }
	s.m = stage.OpenApp(t, s.Clock)
	stage.Study(t, s.m, func(study *planner.Study) { study.Questions, study.ExamMinutes = 120, 180 })
	w, p := s.again(t)
	return w, p, s
}

// again is the program started again on the same data.
func (s *shell) again(t *testing.T) (*guitest.Window, *Page) {
	t.Helper()
	p := New(s, s.m)
	w := s.Show(t, p, s.m, fyne.NewSize(1072, 900))
	p.FocusFirst()
	return w, p
}

// start begins a mock by keyboard.
func start(t *testing.T, w *guitest.Window) {
	t.Helper()
	w.Type("Boson")
	w.Key(fyne.KeyReturn)
	w.WantText("3:00:00")
}

// stored is the mock that is noted.
func (s *shell) stored(t *testing.T) *app.TimedMock {
	t.Helper()
	v, err := s.m.TimedMock(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return v.Mock
}

func TestAMockIsTakenByKeyboard(t *testing.T) {
	w, p, s := open(t)
	w.WantText("90 seconds a question; the exam gives 90.")
	start(t, w)
	s.pass(46 * time.Minute)
	w.WantText("2:14:00")
	w.Type("28")
	w.WantText("30 would be due by now: you are 2 behind, about 3 min.")
	w.WantText("28 of 30") // the mark of the quarter, told in time
	w.Key(fyne.KeyB)
	w.WantText("A break. The clock runs on.")
	s.pass(10 * time.Minute)
	w.Key(fyne.KeySpace)
	w.WantText("1 break, 10 min")
	w.Key(fyne.KeySpace)
	w.WantText("The clock stands still. Go on when you are back.")
	s.pass(3 * time.Minute)
	w.Key(fyne.KeySpace)
	w.WantText("2:04:00")
	w.Key(fyne.KeyPageUp)
	w.WantText("33 of 120")
	if got := s.stored(t); got == nil || got.State != app.ClockRuns || got.Paused != 3*time.Minute || got.OnBreak != 10*time.Minute {
		t.Errorf("noted is %+v", got)
	}
	s.pass(130 * time.Minute)
	w.WantText("+0:06:00")
	w.WantText("Time is up.")
	p.finish()
	if len(s.Drafts) != 1 {
		t.Fatalf("%d drafts", len(s.Drafts))
	}
	d := s.Drafts[0]
	if d.Source != "Boson" || d.Questions != 120 || d.Minutes != 186 || !d.Timed || !strings.Contains(d.Note, "28 of 30") || !strings.Contains(d.Note, "6 min over time") {
		t.Errorf("the draft is %+v", d)
	}
	w.WantText("Well done: the mock is over")
}

func TestFinishingEarlyAsks(t *testing.T) {
	w, p, s := open(t)
	start(t, w)
	s.pass(30 * time.Minute)
	w.TapText("Finish…")
	w.WantText("120 questions are open, with 2 h 30 on the clock.")
	w.TapText("Go on")
	if len(s.Drafts) != 0 || p.mock.State != app.ClockRuns {
		t.Fatal("it is over all the same")
	}
	w.TapText("Finish…")
	w.TapText("Finish")
	if len(s.Drafts) != 1 || s.stored(t).State != app.ClockOver {
		t.Error("it is not over")
	}
}

func TestABrokenOffMockIsDiscarded(t *testing.T) {
	w, _, s := open(t)
	start(t, w)
	w.TapText("Give up…")
	w.TapText("Discard")
	w.WantText("What do you take?")
	if s.stored(t) != nil {
		t.Error("it is still noted")
	}
	if s.pass(time.Second); len(s.due) != 0 {
		t.Error("the clock goes on")
	}
}

func TestAMockSurvivesARestart(t *testing.T) {
	for name, tt := range map[string]struct {
		closed time.Duration
		asks   bool
	}{"minutes": {9 * time.Minute, true}, "seconds": {20 * time.Second, false}, "an afternoon": {5 * time.Hour, false}} {
		t.Run(name, func(t *testing.T) {
			w, _, s := open(t)
			start(t, w)
			for range 90 {
				s.pass(time.Second)
			}
			s.due = nil // killed: nobody closes it
			s.now = s.now.Add(tt.closed)
			w, p := s.again(t)
			w.WantText("The clock stands still.")
			if left := p.mock.Left(); left < 178*time.Minute+30*time.Second || left > 179*time.Minute {
				t.Errorf("left are %s", left)
			}
			if !tt.asks {
				w.WantNoText("Milepost was closed for")
				return
			}
			w.WantText("Milepost was closed for 10 min.") // since it was noted last
			w.TapText("The clock ran on: count them")
			s.pass(time.Second)
			if left := p.mock.Left(); left > 169*time.Minute+30*time.Second || p.mock.State != app.ClockRuns {
				t.Errorf("left are %s, %s", left, p.mock.State)
			}
		})
	}
}

func TestWhatIsMissingIsToldAtItsField(t *testing.T) {
	w, p, s := open(t)
	w.Key(fyne.KeyReturn)
	w.WantText("Say where the questions come from.")
	w.Type("Bank")
	w.WantNoText("Say where")
	p.start.minutes.Load("")
	w.Key(fyne.KeyReturn)
	w.WantText("A mock takes 1 to 720 minutes.")
	if w.Focused() != p.start.minutes {
		t.Errorf("the keyboard is at %T", w.Focused())
	}
	if s.stored(t) != nil {
		t.Error("a mock was begun")
	}
}

func TestHalfAMock(t *testing.T) {
	w, p, _ := open(t)
	w.TapText("Half of it")
	if n, _ := p.start.questions.Value(); n != 60 {
		t.Errorf("%d questions", n)
	}
	w.WantText("90 seconds a question")
}

func TestARecordedMockLeavesTheDesk(t *testing.T) {
	w, p, s := open(t)
	start(t, w)
	p.finished()
	if _, err := s.m.RecordMock(t.Context(), planner.Mock{Date: planner.MustDate("2026-11-23"), Source: "Boson", Timed: true, Correct: 80, Total: 120}); err != nil {
		t.Fatal(err)
	}
	w.Settle()
	w.WantText("What do you take?")
}

func TestAnotherStudyHasItsOwnMock(t *testing.T) {
	w, p, s := open(t)
	start(t, w)
	s.pass(10 * time.Minute)
	first := p.view.Study.ID
	stage.Study(t, s.m) // opens it
	w.Settle()
	w.WantText("What do you take?")
	if err := s.m.OpenStudy(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	w.Settle()
	w.WantText("2:50:00")
	w.WantText("The clock stands still.")
}

func TestWithoutAStudyItLeadsToSetup(t *testing.T) {
	s := &shell{now: stage.Noon}
	s.m = stage.OpenApp(t, nil)
	w, _ := s.again(t)
	w.TapText("Set up a study")
	if len(s.Opened) != 1 {
		t.Error("nothing was opened")
	}
}

func TestNothingIsWiderThanTheWindow(t *testing.T) {
	for _, scale := range []float64{1, 1.4, 2} {
		s := &shell{now: stage.Noon}
		s.Clock, s.Scale = func() time.Time { return s.now }, scale
		s.m = stage.OpenApp(t, s.Clock)
		stage.Study(t, s.m)
		p := New(s, s.m)
		w := s.Show(t, p, s.m, fyne.NewSize(692, 600), guitest.TextScale(scale))
		if least := p.inner.MinSize().Width; least > 692-2*28 {
			t.Errorf("at %v the form wants %v", scale, least)
		}
		p.FocusFirst()
		w.Type("Bank")
		w.Key(fyne.KeyReturn)
		if p.desk == nil {
			t.Fatal("it has not begun")
		}
		if least := p.inner.MinSize().Width; least > 692-2*28 {
			t.Errorf("at %v the desk wants %v", scale, least)
		}
		if widgets.OverlayOpen(w) {
			t.Error("something is above the window")
		}
	}
}

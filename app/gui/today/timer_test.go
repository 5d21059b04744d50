package today

import (
	"context"
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/planner"
)

func TestTheTimerLogsTheMinutesStudied(t *testing.T) {
	c := newClock()
	w, p, s := open(t, withSample(t, c), c)
	id := p.view.Now.ID
	w.WantNoText("Finish")
	p.FocusFirst()
	w.Key(fyne.KeyReturn) // start
	w.WantText("Pause 60:00")
	s.pass(25*time.Minute + 10*time.Second)
	w.WantText("Pause 34:50")
	w.Key(fyne.KeyReturn) // pause
	w.WantText("Go on 34:50")
	s.pass(time.Hour) // a pause does not count
	w.WantText("Go on 34:50")
	w.Key(fyne.KeyReturn) // go on
	s.pass(5 * time.Minute)
	w.WantText("Pause 29:50")
	w.TapText("Finish")
	if got := session(t, s, id); got.Status != planner.Done || got.DoneMinutes != 30 {
		t.Errorf("stored is %s with %d minutes, want 30", got.Status, got.DoneMinutes)
	}
	if len(s.Said) != 1 || s.Said[0] != "Well done. Logged. [Undo]" {
		t.Errorf("said %q", s.Said)
	}
	if s.pass(time.Minute); len(s.timers) != 0 {
		t.Error("the timer goes on")
	}
}

func TestTheTimerCountsOnBeyondThePlan(t *testing.T) {
	c := newClock()
	w, p, s := open(t, withSample(t, c), c)
	id := p.view.Now.ID
	w.TapText("Start 60:00")
	s.pass(61*time.Minute + 5*time.Second)
	w.WantText("Pause +1:05")
	w.TapText("Finish")
	if got := session(t, s, id); got.DoneMinutes != 61 {
		t.Errorf("stored are %d minutes", got.DoneMinutes)
	}
}

func TestAShortMomentIsAMinute(t *testing.T) {
	c := newClock()
	w, p, s := open(t, withSample(t, c), c)
	id := p.view.Now.ID
	w.TapText("Start 60:00")
	s.pass(5 * time.Second)
	w.TapText("Finish")
	if got := session(t, s, id); got.DoneMinutes != 1 {
		t.Errorf("stored are %d minutes", got.DoneMinutes)
	}
}

func TestTheTimerLastsThroughNews(t *testing.T) {
	c := newClock()
	w, p, s := open(t, withSample(t, c), c)
	w.TapText("Start 60:00")
	s.pass(10 * time.Minute)
	if _, err := s.model.LogSession(t.Context(), planner.Session{Date: monday, Minutes: 15, Activity: planner.Review}); err != nil {
		t.Fatal(err)
	}
	w.Settle()
	w.WantText("Pause 50:00")
	s.pass(time.Minute)
	w.WantText("Pause 49:00")
	p.Close()
	if s.pass(time.Minute); len(s.timers) != 0 {
		t.Error("it goes on after the page was closed")
	}
}

func TestWhatIsTimedStaysTheThingToDo(t *testing.T) {
	w, p, s := saturday(t)
	first, second := p.view.Now.ID, p.view.Also[0].ID
	if err := s.model.SkipSession(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	if p.view.Now.ID != second {
		t.Fatalf("now is %s", p.view.Now.ID)
	}
	w.Tap(p.first.(fyne.CanvasObject)) // start the second
	s.pass(7 * time.Minute)
	if err := s.model.ReopenSession(t.Context(), first); err != nil { // comes first again
		t.Fatal(err)
	}
	w.Settle()
	if p.view.Now.ID != second || p.view.Also[0].ID != first {
		t.Fatalf("now is %s and also %s", p.view.Now.ID, p.view.Also[0].ID)
	}
	w.TapText("Finish")
	if got := session(t, s, second); got.DoneMinutes != 7 {
		t.Errorf("stored are %d minutes", got.DoneMinutes)
	}
}

func TestMinutesThatCannotBeLoggedAreKept(t *testing.T) {
	c := newClock()
	w, p, s := open(t, withSample(t, c), c)
	p.model = failing{p.model}
	w.TapText("Start 60:00")
	s.pass(20 * time.Minute)
	w.TapText("Finish")
	if len(s.Failed) != 1 {
		t.Fatalf("failed %q", s.Failed)
	}
	w.WantText("Go on 40:00")
	p.model = p.model.(failing).Model
	w.TapText("Finish")
	if len(s.Failed) != 1 || p.view.DoneMin != 20 {
		t.Errorf("done are %d minutes, failed %q", p.view.DoneMin, s.Failed)
	}
}

// failing is an application that cannot log.
type failing struct{ Model }

func (failing) FinishSession(context.Context, string, int) error {
	return errors.New("the disk is full")
}

// again is the program started again on the same data.
func again(t *testing.T, p *Page, s *shell) (*guitest.Window, *Page, *shell) {
	t.Helper()
	p.Close()
	return open(t, s.model, s.clock)
}

func TestWhatWasTimedIsThereAfterARestart(t *testing.T) {
	c := newClock()
	w, p, s := open(t, withSample(t, c), c)
	id := p.view.Now.ID
	w.TapText("Start 60:00")
	s.pass(20 * time.Minute)
	w.TapText("10 min more")
	w.WantText("Pause 50:00")
	w.TapText("Pause 50:00")
	s.pass(2 * time.Hour)
	w, _, s = again(t, p, s)
	w.WantText("Go on 50:00")
	w.WantNoText("The timer was running") // it was not
	w.TapText("Go on 50:00")
	s.pass(5 * time.Minute)
	w.TapText("Finish")
	if got := session(t, s, id); got.Status != planner.Done || got.DoneMinutes != 25 {
		t.Errorf("stored is %s with %d minutes", got.Status, got.DoneMinutes)
	}
}

func TestTimeWithTheProgramClosedIsCountedIfOneSaysSo(t *testing.T) {
	c := newClock()
	w, p, s := open(t, withSample(t, c), c)
	w.TapText("Start 60:00")
	s.pass(20 * time.Minute)
	p.Close()
	s.clock.now = s.clock.now.Add(9 * time.Minute)
	w, p, s = again(t, p, s)
	w.WantText("The timer was running when Milepost was closed at 12:20.")
	w.WantText("Go on 40:00")
	w.TapText("Count the 9 min since")
	w.WantText("Go on 31:00")
	w.WantNoText("The timer was running")
	w, _, _ = again(t, p, s) // and it is noted
	w.WantText("Go on 31:00")
	w.WantNoText("The timer was running")
}

func TestALongTimeClosedIsNotOffered(t *testing.T) {
	for name, closed := range map[string]time.Duration{"seconds": 30 * time.Second, "an afternoon": 4 * time.Hour} {
		t.Run(name, func(t *testing.T) {
			c := newClock()
			w, p, s := open(t, withSample(t, c), c)
			w.TapText("Start 60:00")
			s.pass(20 * time.Minute)
			p.Close()
			s.clock.now = s.clock.now.Add(closed)
			w, _, _ = again(t, p, s)
			w.WantText("Go on 40:00")
			w.WantNoText("The timer was running")
		})
	}
}

func TestAKilledProgramLosesLessThanAMinute(t *testing.T) {
	c := newClock()
	w, _, s := open(t, withSample(t, c), c)
	w.TapText("Start 60:00")
	for range 150 { // seconds
		s.pass(time.Second)
	}
	w, _, _ = open(t, s.model, c) // nobody closed the first
	w.WantText("Go on 58:00")
}

func TestMinutesOfAnEarlierDayAreLoggedOrForgotten(t *testing.T) {
	for name, tap := range map[string]string{"logged": "Log 20 min", "forgotten": "Forget it"} {
		t.Run(name, func(t *testing.T) {
			c := newClock()
			w, p, s := open(t, withSample(t, c), c)
			id := p.view.Now.ID
			w.TapText("Start 60:00")
			s.pass(20 * time.Minute)
			p.Close()
			c.goTo(monday.AddDays(1))
			w, _, s = again(t, p, s)
			w.WantText("Monday 23 November: the timer stood at 20 min.")
			w.TapText(tap)
			w.WantNoText("the timer stood")
			want := map[string]int{"logged": 20, "forgotten": 0}[name]
			if got := session(t, s, id); got.DoneMinutes != want || len(s.Failed) != 0 {
				t.Errorf("stored are %d minutes, want %d; failed %q", got.DoneMinutes, want, s.Failed)
			}
		})
	}
}

func TestWhatIsLeftOverIsLoggedBeforeAnotherSessionIsTimed(t *testing.T) {
	w, p, s := saturday(t)
	first, second := p.view.Now.ID, p.view.Also[0].ID
	w.Tap(p.first.(fyne.CanvasObject))
	s.pass(20 * time.Minute)
	if err := s.model.SkipSession(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	w.Settle()
	w.WantText("the timer stood at 20 min")
	w.Tap(p.first.(fyne.CanvasObject))
	s.pass(5 * time.Minute)
	w.TapText("Finish")
	for id, want := range map[string]int{first: 20, second: 5} {
		if got := session(t, s, id); got.Status != planner.Done || got.DoneMinutes != want {
			t.Errorf("stored is %s with %d minutes, want %d", got.Status, got.DoneMinutes, want)
		}
	}
}

func TestMidnightPassesOverARunningTimer(t *testing.T) {
	c := newClock()
	w, p, s := open(t, withSample(t, c), c)
	id := p.view.Now.ID
	c.now = time.Date(2026, time.November, 23, 23, 50, 0, 0, time.UTC)
	w.TapText("Start 60:00")
	s.pass(20 * time.Minute)
	p.Reload() // as the window does when a day has begun
	w.Settle()
	w.WantText("Pause 40:00")
	w.TapText("Finish")
	if got := session(t, s, id); got.Status != planner.Done || got.DoneMinutes != 20 || got.Date != monday {
		t.Errorf("stored is %s with %d minutes on %s", got.Status, got.DoneMinutes, got.Date)
	}
}

func TestAnotherStudyPausesTheTimer(t *testing.T) {
	c := newClock()
	m := withSample(t, c)
	sample, err := m.Current(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	stage.Study(t, m)
	if err := m.OpenStudy(t.Context(), sample.ID); err != nil {
		t.Fatal(err)
	}
	w, _, s := open(t, m, c)
	studies, err := m.Studies(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	w.TapText("Start 60:00")
	s.pass(20 * time.Minute)
	for _, x := range studies {
		if x.ID != sample.ID {
			if err := m.OpenStudy(t.Context(), x.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	w.Settle()
	w.WantText("Start 60:00")
	s.pass(20 * time.Minute)
	if err := m.OpenStudy(t.Context(), sample.ID); err != nil {
		t.Fatal(err)
	}
	w.Settle()
	w.WantText("Go on 40:00")
}

func TestUndoGivesTheTimerItsMinutesBack(t *testing.T) {
	c := newClock()
	w, _, s := open(t, withSample(t, c), c)
	w.TapText("Start 60:00")
	s.pass(20 * time.Minute)
	w.TapText("Finish")
	if _, err := s.model.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.Settle()
	w.WantText("Go on 40:00")
}

func TestATimerLeftRunningForDaysCanStillBeLogged(t *testing.T) {
	c := newClock()
	w, p, s := open(t, withSample(t, c), c)
	id := p.view.Now.ID
	w.TapText("Start 60:00")
	s.pass(50 * time.Hour)
	w.TapText("Finish")
	if got := session(t, s, id); got.DoneMinutes != app.MaxLoggedMinutes || len(s.Failed) != 0 {
		t.Errorf("stored are %d minutes; failed %q", got.DoneMinutes, s.Failed)
	}
}

func TestUndoGivesTheKeyboardBack(t *testing.T) {
	c := newClock()
	w, p, s := open(t, withSample(t, c), c)
	p.FocusFirst()
	w.Key(fyne.KeyReturn)
	s.pass(20 * time.Minute)
	w.Key(fyne.KeyTab)
	w.Key(fyne.KeyReturn) // Finish: nothing is left to do
	if _, err := s.model.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.Settle()
	w.Key(fyne.KeyReturn)
	w.WantText("Pause 40:00")
}

func TestTheEndOfTheTimeIsToldOnce(t *testing.T) {
	c := newClock()
	w, _, s := open(t, withSample(t, c), c)
	w.TapText("Start 60:00")
	s.pass(59 * time.Minute)
	if len(s.Said) != 0 {
		t.Fatalf("said %q before the end", s.Said)
	}
	s.pass(5 * time.Minute)
	if want := "The time is up. Finish, or go on: what you study is counted."; len(s.Said) != 1 || s.Said[0] != want {
		t.Fatalf("said %q", s.Said)
	}
	w.TapText("10 min more")
	s.pass(4 * time.Minute)
	if len(s.Said) != 1 {
		t.Errorf("said %q with time left", s.Said)
	}
	s.pass(3 * time.Minute)
	if len(s.Said) != 2 {
		t.Errorf("said %q at the second end", s.Said)
	}
}

package today

import (
	"context"
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2"

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

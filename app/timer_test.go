package app

import (
	"strings"
	"testing"
	"time"

	"milepost/data"
	"milepost/planner"
)

// timing is the timer of today's first session, 25 minutes in.
func (c *candidate) timing() Timer {
	c.t.Helper()
	v := c.today()
	if v.Now == nil {
		c.t.Fatal("nothing is planned today")
	}
	return Timer{Study: v.Study.ID, Session: v.Now.Session, Studied: 25*time.Minute + 10*time.Second, Extra: 10 * time.Minute, Running: true, Seen: c.parts.Now()}
}

// logged is the minutes of all done sessions.
func (c *candidate) logged() (minutes int) {
	c.t.Helper()
	for _, s := range c.plan().Sessions {
		if s.Status == planner.Done {
			minutes += s.DoneMinutes
		}
	}
	return minutes
}

func TestATimerOutlivesTheProgram(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	want := c.timing()
	if v := c.today(); v.Timed != nil {
		t.Fatalf("timed is %+v before anything was", v.Timed)
	}
	heard := 0
	defer c.OnChange(func(Change) { heard++ })()
	undo, _, err := c.UndoNames(c.ctx)
	c.check(err)
	c.check(c.KeepTimer(c.ctx, want))
	if after, _, err := c.UndoNames(c.ctx); err != nil || after != undo || heard != 0 {
		t.Errorf("a note of the timer can be undone as %q (before: %q), and was told %d times; %v", after, undo, heard, err)
	}
	c.restart()
	v := c.today()
	if v.Timed == nil || !v.TimedNow {
		t.Fatalf("timed is %+v, now %v", v.Timed, v.TimedNow)
	}
	got := *v.Timed
	if got.Study != want.Study || got.Session.ID != want.Session.ID || got.Studied != want.Studied || got.Extra != want.Extra || !got.Running || !got.Seen.Equal(want.Seen) {
		t.Errorf("the timer is %+v, want %+v", got, want)
	}
	c.check(c.ForgetTimer(c.ctx, got))
	if v := c.today(); v.Timed != nil {
		t.Errorf("forgotten, it is still %+v", v.Timed)
	}
}

func TestTimedMinutesAreLoggedWithTheirSession(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	timer := c.timing()
	c.check(c.KeepTimer(c.ctx, timer))
	c.day = c.day.AddDays(1) // killed, and started again the next day
	v := c.today()
	if v.Timed == nil || v.TimedNow {
		t.Fatalf("timed is %+v, now %v", v.Timed, v.TimedNow)
	}
	c.check(c.LogTimer(c.ctx, *v.Timed))
	if v := c.today(); v.Timed != nil {
		t.Errorf("logged, it is still %+v", v.Timed)
	}
	if got := c.logged(); got != 25 {
		t.Errorf("logged are %d minutes", got)
	}
	if err := c.LogTimer(c.ctx, timer); err == nil || c.logged() != 25 {
		t.Errorf("it was logged twice: %d minutes, %v", c.logged(), err)
	}
	if _, err := c.Undo(c.ctx); err != nil {
		t.Fatal(err)
	}
	if v := c.today(); v.Timed == nil || v.Timed.Minutes() != 25 {
		t.Errorf("undone, the minutes are lost: %+v", v.Timed)
	}
}

func TestTimedMinutesOutliveTheirSession(t *testing.T) {
	away := map[string]func(c *candidate, id string) error{
		"moved ahead": func(c *candidate, id string) error { return c.MoveSession(c.ctx, id, c.day.AddDays(3)) },
		"deleted":     func(c *candidate, id string) error { return c.RemoveSession(c.ctx, id) },
		"skipped":     func(c *candidate, id string) error { return c.SkipSession(c.ctx, id) },
	}
	for name, remove := range away {
		t.Run(name, func(t *testing.T) {
			c := newCandidate(t)
			c.setUp()
			timer := c.timing()
			c.check(c.KeepTimer(c.ctx, timer))
			c.check(remove(c, timer.Session.ID))
			v := c.today()
			if v.Timed == nil || v.TimedNow {
				t.Fatalf("timed is %+v, now %v", v.Timed, v.TimedNow)
			}
			c.check(c.LogTimer(c.ctx, *v.Timed))
			if got, v := c.logged(), c.today(); got != 25 || v.Timed != nil {
				t.Errorf("logged are %d minutes, and timed is %+v", got, v.Timed)
			}
		})
	}
}

func TestATimerOfAnotherStudyStaysThere(t *testing.T) {
	c := newCandidate(t)
	first := c.setUp()
	timer := c.timing()
	c.check(c.KeepTimer(c.ctx, timer))
	c.setUp()
	if v := c.today(); v.Timed != nil {
		t.Errorf("the other study has timed %+v", v.Timed)
	}
	if err := c.LogTimer(c.ctx, timer); err == nil || !strings.Contains(err.Error(), "another study") {
		t.Errorf("logging into the other study: %v", err)
	}
	c.check(c.OpenStudy(c.ctx, first.ID))
	if v := c.today(); v.Timed == nil {
		t.Error("it is not there when one comes back")
	}
}

func TestANoteOfATimerThatMakesNoSenseIsNone(t *testing.T) {
	c := newCandidate(t)
	study := c.setUp()
	c.check(c.KeepTimer(c.ctx, c.timing()))
	good, err := c.Setting(c.ctx, timerKey(study.ID))
	c.check(err)
	for _, change := range [][2]string{
		{good, "no JSON"}, {good, "null"}, {good, "[]"}, {good, "{}"},
		{`"studied_seconds":1510`, `"studied_seconds":-1`}, {`"studied_seconds":1510`, `"studied_seconds":1e300`},
		{`"extra_seconds":600`, `"extra_seconds":9999999`}, {`"extra_seconds":600`, `"extra_seconds":-600`},
		{`"date":"2026-11-23"`, `"date":""`}, {`"date":"2026-11-23"`, `"date":"2026-13-45"`},
		{`"activity":"` + string(c.timing().Session.Activity) + `"`, `"activity":"sleep"`},
		{`"minutes":`, `"minutes":-`}, {`"seen":"2026`, `"seen":"x`},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		if bad == good {
			t.Fatalf("%s holds no %s", good, change[0])
		}
		c.check(c.store.Do(c.ctx, "by another program", func(tx *data.Tx) error { return tx.SetSetting(timerKey(study.ID), bad) }))
		if v := c.today(); v.Timed != nil {
			t.Errorf("%s is taken for %+v", bad, v.Timed)
		}
	}
	huge := strings.Replace(good, `"studied_seconds":1510`, `"studied_seconds":900000000`, 1) // left running for 28 years
	c.check(c.store.Do(c.ctx, "by another program", func(tx *data.Tx) error { return tx.SetSetting(timerKey(study.ID), huge) }))
	if v := c.today(); v.Timed != nil && v.Timed.Minutes() > MaxLoggedMinutes {
		t.Errorf("%d minutes are offered", v.Timed.Minutes())
	}
}

func TestTimedMinutesAreWhatCanBeLogged(t *testing.T) {
	for studied, want := range map[time.Duration]int{
		0: 0, 29 * time.Second: 0, 30 * time.Second: 1, 25 * time.Minute: 25, 40 * time.Hour: MaxLoggedMinutes,
	} {
		if got := (Timer{Studied: studied}).Minutes(); got != want {
			t.Errorf("%s are %d minutes, want %d", studied, got, want)
		}
	}
}

package app

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"milepost/data"
	"milepost/planner"
)

var nine = time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC)

// begun is a mock of 120 questions in two hours: one a minute.
func begun(t testing.TB) TimedMock {
	t.Helper()
	m, err := StartMock(TimedMock{Study: "s", Day: planner.MustDate("2026-11-23"), Source: " Bank ", Questions: 120, Limit: 2 * time.Hour}, nine)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestAMockAgainstTheClock(t *testing.T) {
	m := begun(t)
	if m.Source != "Bank" || m.Left() != 2*time.Hour {
		t.Fatalf("begun is %+v", m)
	}
	m.Answer(nine.Add(29*time.Minute), 25)
	if m.Due() != 29 || len(m.Marks) != 0 {
		t.Errorf("after 29 minutes %d are due, marks %v", m.Due(), m.Marks)
	}
	m.Tick(nine.Add(31 * time.Minute)) // past the first quarter
	if !slices.Equal(m.Marks, []int{25}) {
		t.Errorf("marks %v", m.Marks)
	}
	m.Answer(nine.Add(31*time.Minute), 28) // told a minute later, and still meant for the quarter
	if !slices.Equal(m.Marks, []int{28}) {
		t.Errorf("corrected marks %v", m.Marks)
	}
	m.Answer(nine.Add(40*time.Minute), 41)
	if !slices.Equal(m.Marks, []int{28}) {
		t.Errorf("the mark follows for ever: %v", m.Marks)
	}
	m.Pause(nine.Add(40 * time.Minute))
	m.GoOn(nine.Add(44 * time.Minute))
	if m.Spent != 40*time.Minute || m.Paused != 4*time.Minute || !m.Counts() {
		t.Errorf("after a pause: %+v", m)
	}
	m.Break(nine.Add(54 * time.Minute))
	m.GoOn(nine.Add(64 * time.Minute))
	if m.Spent != time.Hour || m.OnBreak != 10*time.Minute || len(m.Marks) != 2 {
		t.Errorf("after a break: %+v", m)
	}
	m.Answer(nine.Add(128*time.Minute), 130) // more than there are
	m.Finish(nine.Add(128 * time.Minute))
	d := m.Draft()
	want := MockDraft{Date: planner.MustDate("2026-11-23"), Source: "Bank", Questions: 120, Minutes: 124, Timed: true,
		Note: "Pace by quarter (answered of due): 28 of 30, 41 of 60, 41 of 90, 41 of 120. Breaks: 1, 10 min. Clock stopped once, 4 min in all. 4 min over time."}
	if d != want {
		t.Errorf("the draft is\n%+v, want\n%+v", d, want)
	}
	m.GoOn(nine.Add(200 * time.Minute)) // it is over
	if m.State != ClockOver || m.Spent != 124*time.Minute {
		t.Errorf("over, it went on: %+v", m)
	}
}

func TestALongPauseIsNoTimedMock(t *testing.T) {
	m := begun(t)
	m.Pause(nine.Add(time.Minute))
	m.Finish(nine.Add(8 * time.Minute))
	if m.Counts() || m.Draft().Timed {
		t.Error("seven minutes of pause count as timed")
	}
}

func TestAMockThatMakesNoSenseIsNotBegun(t *testing.T) {
	day := planner.MustDate("2026-11-23")
	for field, m := range map[string]TimedMock{
		"source":    {Day: day, Source: "  ", Questions: 10, Limit: time.Hour},
		"date":      {Source: "Bank", Questions: 10, Limit: time.Hour},
		"questions": {Day: day, Source: "Bank", Limit: time.Hour},
		"minutes":   {Day: day, Source: "Bank", Questions: 10, Limit: 13 * time.Hour},
	} {
		if _, err := StartMock(m, nine); planner.ErrorField(err) != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	if _, err := StartMock(TimedMock{Day: day, Source: strings.Repeat("x", 10_000), Questions: 10, Limit: time.Hour}, nine); err == nil {
		t.Error("a source of 10,000 letters is taken")
	}
}

func TestNoTimeOfAMockGetsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, err := StartMock(TimedMock{Study: "s", Day: planner.MustDate("2026-11-23"), Source: "x", Questions: rapid.IntRange(1, 300).Draw(t, "questions"), Limit: time.Duration(rapid.IntRange(1, 400).Draw(t, "minutes")) * time.Minute}, nine)
		if err != nil {
			t.Fatal(err)
		}
		now, passed := nine, time.Duration(0)
		for i := range rapid.IntRange(1, 30).Draw(t, "steps") {
			d := time.Duration(rapid.IntRange(0, 3000).Draw(t, "seconds")) * time.Second
			if rapid.IntRange(0, 9).Draw(t, "back") == 0 {
				d = -d // the clock is set back
			}
			now = now.Add(d)
			passed += max(d, 0)
			switch rapid.SampledFrom([]string{"tick", "pause", "go on", "break", "answer", "closed"}).Draw(t, "what") {
			case "tick":
				m.Tick(now)
			case "pause":
				m.Pause(now)
			case "go on":
				m.GoOn(now)
			case "break":
				m.Break(now)
			case "answer":
				m.Answer(now, rapid.IntRange(-5, 400).Draw(t, "answered"))
			case "closed":
				m = m.TakeUp(now)
				if rapid.Bool().Draw(t, "count") {
					m.CountGap(now)
				}
			}
			if m.Spent+m.Paused != passed {
				t.Fatalf("step %d: %s spent and %s paused, of %s", i, m.Spent, m.Paused, passed)
			}
			if m.OnBreak > m.Spent || !m.valid() {
				t.Fatalf("step %d: it makes no sense: %+v", i, m)
			}
			if want := min(int(m.Spent*quarters/m.Limit), quarters); len(m.Marks) != want {
				t.Fatalf("step %d: %d marks after %s of %s", i, len(m.Marks), m.Spent, m.Limit)
			}
		}
	})
}

func TestATimedMockOutlivesTheProgram(t *testing.T) {
	c := newCandidate(t)
	study := c.setUp()
	if v, err := c.TimedMock(c.ctx); err != nil || v.Mock != nil {
		t.Fatalf("before any there is %+v, %v", v.Mock, err)
	}
	m := begun(t)
	m.Study = study.ID
	m.Answer(nine.Add(30*time.Minute), 28)
	c.check(c.KeepTimedMock(c.ctx, m))
	c.restart()
	v, err := c.TimedMock(c.ctx)
	c.check(err)
	if v.Mock == nil || v.Mock.Spent != 30*time.Minute || v.Mock.Answered != 28 || v.Mock.State != ClockRuns {
		t.Fatalf("noted is %+v", v.Mock)
	}
	again := v.Mock.TakeUp(nine.Add(40 * time.Minute))
	if again.State != ClockPaused || again.Spent != 30*time.Minute || again.Paused != 10*time.Minute || again.Gap != 10*time.Minute {
		t.Errorf("taken up is %+v", again)
	}
	ran := again
	ran.CountGap(nine.Add(41 * time.Minute))
	if ran.State != ClockRuns || ran.Spent != 40*time.Minute || ran.Paused != time.Minute || ran.Pauses != 0 {
		t.Errorf("with the gap counted it is %+v", ran)
	}
	if late := v.Mock.TakeUp(nine.Add(9 * time.Hour)); late.Gap != 0 || late.State != ClockPaused {
		t.Errorf("hours later it is %+v", late)
	}
	c.check(c.ForgetTimedMock(c.ctx, study.ID))
	if v, err := c.TimedMock(c.ctx); err != nil || v.Mock != nil {
		t.Errorf("forgotten, there is %+v, %v", v.Mock, err)
	}
}

func TestTheResultOfATimedMockEndsIt(t *testing.T) {
	c := newCandidate(t)
	study := c.setUp()
	m := begun(t)
	m.Study = study.ID
	c.check(c.KeepTimedMock(c.ctx, m))
	c.take("Bank", 60) // while it is under way: another one
	if v, err := c.TimedMock(c.ctx); err != nil || v.Mock == nil {
		t.Fatalf("a mock under way was forgotten: %v", err)
	}
	m.Finish(nine.Add(time.Hour))
	c.check(c.KeepTimedMock(c.ctx, m))
	c.take("Another", 60)
	if v, err := c.TimedMock(c.ctx); err != nil || v.Mock == nil {
		t.Fatalf("the result of another source has ended it: %v", err)
	}
	c.take("bank", 61)
	if v, err := c.TimedMock(c.ctx); err != nil || v.Mock != nil {
		t.Errorf("recorded, it is still there: %+v, %v", v.Mock, err)
	}
}

func TestANoteOfAMockThatMakesNoSenseIsNone(t *testing.T) {
	c := newCandidate(t)
	study := c.setUp()
	m := begun(t)
	m.Study = study.ID
	m.Tick(nine.Add(31 * time.Minute))
	c.check(c.KeepTimedMock(c.ctx, m))
	good, err := c.Setting(c.ctx, timedMockKey(study.ID))
	c.check(err)
	for _, change := range [][2]string{
		{good, "no JSON"}, {good, "null"}, {good, "{}"}, {`"questions":120`, `"questions":-1`}, {`"questions":120`, `"questions":99999999`},
		{`"limit":7200000000000`, `"limit":0`}, {`"limit":7200000000000`, `"limit":9000000000000000000`}, {`"state":"running"`, `"state":"flying"`},
		{`"spent":1860000000000`, `"spent":-5`}, {`"marks":[0]`, `"marks":[0,1,2,3,4]`}, {`"marks":[0]`, `"marks":[500]`}, {`"answered":0`, `"answered":121`},
		{`"study":"` + study.ID, `"study":"x` + study.ID}, {`"source":"Bank"`, `"source":"` + strings.Repeat("x", 5_000) + `"`},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		if bad == good {
			t.Fatalf("%s holds no %s", good, change[0])
		}
		c.check(c.store.Do(c.ctx, "by another program", func(tx *data.Tx) error { return tx.SetSetting(timedMockKey(study.ID), bad) }))
		if v, err := c.TimedMock(c.ctx); err != nil || v.Mock != nil {
			t.Errorf("%s is taken for %+v, %v", bad, v.Mock, err)
		}
	}
}

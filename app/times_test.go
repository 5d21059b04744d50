package app

import (
	"reflect"
	"testing"

	"milepost/planner"
)

// Other times to start are stored and shown at once, and no session goes anywhere: neither one moved by hand nor one that a fresh plan would put elsewhere.
func TestAnotherStartMovesNoSession(t *testing.T) {
	c := newCandidate(t)
	s, err := c.CreateStudy(c.ctx, c.draft())
	c.check(err)
	c.day = c.day.AddDays(9) // a week and more was missed: planned anew, the days ahead would be others
	before, err := c.Plan(c.ctx)
	c.check(err)
	s.Availability.Start = [7]planner.TimeOfDay{planner.TimeAt(19 * 60), planner.TimeAt(19 * 60), 0, planner.TimeAt(19 * 60), planner.TimeAt(19 * 60), planner.TimeAt(9 * 60), 0}
	s.Availability.Days = []planner.DayMinutes{} // a special day was added and taken away again
	c.check(c.UpdateStudy(c.ctx, s))
	c.restart()
	after, err := c.Plan(c.ctx)
	c.check(err)
	if after.Study.Availability.Start != s.Availability.Start {
		t.Fatalf("stored are %v", after.Study.Availability.Start)
	}
	timed := 0
	for i, x := range after.Sessions {
		if !reflect.DeepEqual(x.Session, before.Sessions[i].Session) || x.Method != before.Sessions[i].Method {
			t.Fatalf("%+v became %+v", before.Sessions[i].Session, x.Session)
		}
		if !x.Start.IsZero() {
			timed++
		}
		if x.Start.IsZero() != (x.Status != planner.Planned || x.Date.Weekday() == 3 || x.Date.Weekday() == 7) {
			t.Errorf("%s on %s, %s, begins at %q", x.ID, x.Date, x.Status, x.Start)
		}
	}
	if timed == 0 {
		t.Error("no session has a time")
	}
	undone, err := c.Undo(c.ctx)
	c.check(err)
	if now, err := c.Current(c.ctx); err != nil || undone != "Usual start" || now.Availability.HasStarts() {
		t.Errorf("undoing %q leaves %v (%v)", undone, now.Availability.Start, err)
	}
}

// Anything else than a start plans the days anew as before.
func TestOtherHoursWithAStartPlanAnew(t *testing.T) {
	c := newCandidate(t)
	s, err := c.CreateStudy(c.ctx, c.draft())
	c.check(err)
	before, err := c.Plan(c.ctx)
	c.check(err)
	s.Availability.Start[0], s.Availability.Weekday[2] = planner.TimeAt(0), 60
	c.check(c.UpdateStudy(c.ctx, s))
	after, err := c.Plan(c.ctx)
	c.check(err)
	if len(after.Sessions) <= len(before.Sessions) {
		t.Errorf("%d sessions with a day more, %d before", len(after.Sessions), len(before.Sessions))
	}
}

func TestFinishingASessionLeavesTheTimesOfTheOthers(t *testing.T) {
	c := newCandidate(t)
	draft := c.draft()
	draft.Availability.Weekday[0], draft.Availability.Start[0] = 120, planner.TimeAt(18*60+30)
	_, err := c.CreateStudy(c.ctx, draft)
	c.check(err)
	v, err := c.TodayView(c.ctx)
	c.check(err)
	if v.Now == nil || len(v.Also) == 0 || v.Now.Start.String() != "18:30" || v.Also[0].Start <= v.Now.Start {
		t.Fatalf("the day is %+v %+v", v.Now, v.Also)
	}
	next := v.Also[0]
	c.check(c.FinishSession(c.ctx, v.Now.ID, 5))
	v, err = c.TodayView(c.ctx)
	c.check(err)
	if v.Now == nil || v.Now.ID != next.ID || v.Now.Start != next.Start {
		t.Errorf("then comes %+v, planned for %s", v.Now, next.Start)
	}
}

// The words of a session are those of its method.
func TestWordsOfMethods(t *testing.T) {
	study := planner.Study{ExamMinutes: 180, Questions: 125, Domains: []planner.StudyDomain{{Domain: planner.Domain{ID: "d1", Name: "One"}}}}
	for want, c := range map[string]struct {
		activity planner.Activity
		domain   string
		method   planner.Method
		minutes  int
	}{
		"Practice questions, about 30 · 45 min":             {planner.Practise, "d1", planner.Questions, 45},
		"Case study in a group · 45 min":                    {planner.Practise, "d1", planner.CaseStudy, 45},
		"Apply it at work · 45 min":                         {planner.Practise, "d1", planner.Apply, 45},
		"Half a mock, timed, about 60 questions · 1 h 30":   {planner.Practise, "", planner.HalfMock, 90},
		"Teach it to a peer, or aloud to yourself · 20 min": {planner.Review, "d1", planner.Teach, 20},
		"Timed, 125 questions · 3 h":                        {planner.MockExam, "", planner.TimedMock, 180},
		"Work through the mistakes · 1 h":                   {planner.Debrief, "", planner.Mistakes, 60},
		"Read, then write a summary · 45 min":               {planner.Learn, "d1", planner.Summarise, 45},
	} {
		s := planner.Session{Activity: c.activity, Domain: c.domain, Minutes: c.minutes}
		if got := viewSession(study, s, planner.Shown{Method: c.method}).Detail; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

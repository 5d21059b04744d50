package app

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"milepost/planner"
)

// TestProgressAddsUp: what a report tells of hours is the same by session, by week and by domain.
func TestProgressAddsUp(t *testing.T) {
	c := newCandidate(t)
	study, err := c.CreateSample(c.ctx)
	c.check(err)
	for _, period := range []planner.DateRange{
		{}, {First: planner.MustDate("2026-11-01")}, {First: planner.MustDate("2026-11-02"), Last: planner.MustDate("2026-11-11")},
		{First: planner.MustDate("2026-11-23"), Last: planner.MustDate("2026-11-23")}, {Last: planner.MustDate("2026-10-20")},
	} {
		p, err := c.Progress(c.ctx, period)
		c.check(err)
		var weeks, domains WeekHours
		for _, w := range p.Within {
			weeks.PlannedMin += w.PlannedMin
			weeks.DoneMin += w.DoneMin
		}
		domains = p.Mixed
		for _, h := range p.Hours {
			domains.PlannedMin += h.PlannedMin
			domains.DoneMin += h.DoneMin
		}
		if weeks.DoneMin != p.Sessions.DoneMin || domains.DoneMin != p.Sessions.DoneMin {
			t.Errorf("%v: done %d by session, %d by week, %d by domain", p.Period, p.Sessions.DoneMin, weeks.DoneMin, domains.DoneMin)
		}
		if weeks.PlannedMin != p.Sessions.DueMin || domains.PlannedMin != p.Sessions.DueMin {
			t.Errorf("%v: planned %d by session, %d by week, %d by domain", p.Period, p.Sessions.DueMin, weeks.PlannedMin, domains.PlannedMin)
		}
		if p.HasCheck != (p.Period.Last == c.Today()) {
			t.Errorf("%v: has a verdict: %v", p.Period, p.HasCheck)
		}
		for _, m := range p.Now.Mocks {
			if m.Date.After(p.Period.Last) {
				t.Errorf("%v knows of the mock of %s", p.Period, m.Date)
			}
		}
		for _, n := range p.Notes {
			if !p.Period.Contains(n.Date) || n.Text == "" {
				t.Errorf("%v has the note %q of %s", p.Period, n.Text, n.Date)
			}
		}
	}
	whole, err := c.Progress(c.ctx, planner.DateRange{})
	c.check(err)
	if whole.Period.First != study.Start && whole.Period.First != whole.Now.Mocks[0].Date || whole.Period.Last != c.Today() || whole.HasBefore {
		t.Errorf("the whole preparation goes from %s to %s, something before it: %v", whole.Period.First, whole.Period.Last, whole.HasBefore)
	}
	if !slices.IsSortedFunc(whole.Weeks, func(a, b WeekHours) int { return a.Monday.Compare(b.Monday) }) || whole.Weeks[len(whole.Weeks)-1].Monday.Before(c.Today()) {
		t.Errorf("weeks are %v", whole.Weeks)
	}
	later, err := c.Progress(c.ctx, planner.DateRange{First: planner.MustDate("2026-11-15")})
	c.check(err)
	if !later.HasBefore || later.Before.Estimate.Evidence.Mocks == 0 || later.Before.Estimate.Evidence.Mocks >= later.Now.Estimate.Evidence.Mocks {
		t.Errorf("before 15 November there were %d mocks of %d", later.Before.Estimate.Evidence.Mocks, later.Now.Estimate.Evidence.Mocks)
	}
}

// TestAPastPeriodKnowsNothingOfLater: what was learned since reached no milestone then.
func TestAPastPeriodKnowsNothingOfLater(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	plan, err := c.Plan(c.ctx)
	c.check(err)
	c.day = planner.MustDate("2027-01-20")
	c.restart()
	for _, s := range plan.Sessions {
		if s.Date.Before(c.day) && s.Activity == planner.Learn {
			c.check(c.FinishSession(c.ctx, s.ID, s.Minutes))
		}
	}
	reached := func(on string) (ids []string) {
		p, err := c.Progress(c.ctx, planner.DateRange{Last: planner.MustDate(on)})
		c.check(err)
		for _, m := range p.Milestones {
			if m.Met {
				ids = append(ids, m.ID)
			}
		}
		return ids
	}
	if now := reached("2027-01-20"); !slices.Contains(now, planner.MilestoneHalfLearned) {
		t.Fatalf("reached by now are %v", now)
	}
	if then := reached("2026-11-30"); len(then) > 0 {
		t.Errorf("a week after the start %v were reached", then)
	}
}

func TestProgressOfPeriodsThatCannotBe(t *testing.T) {
	c := newCandidate(t)
	if _, err := c.Progress(c.ctx, planner.DateRange{}); !errors.Is(err, ErrNoStudy) {
		t.Errorf("without a study: %v", err)
	}
	c.setUp()
	for field, period := range map[string]planner.DateRange{
		"to":   {Last: c.Today().AddDays(1)},
		"from": {First: c.Today(), Last: c.Today().AddDays(-1)},
	} {
		_, err := c.Progress(c.ctx, period)
		var fe *planner.FieldError
		if !errors.As(err, &fe) || fe.Field != field {
			t.Errorf("%v: %v, want the field %s", period, err, field)
		}
	}
	p, err := c.Progress(c.ctx, planner.DateRange{First: planner.NewDate(planner.MinYear, 1, 1)})
	c.check(err)
	if len(p.Within) > 1 || p.Sessions.Done != 0 || p.HasBefore {
		t.Errorf("a study that begins today has %d weeks behind it, %+v", len(p.Within), p.Sessions)
	}
}

// TestWeekHoursOfAnySessions: nothing is lost between weeks, and weeks follow each other without a gap.
func TestWeekHoursOfAnySessions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := planner.MustDate("2026-01-01")
		statuses := []planner.Status{planner.Done, planner.Planned, planner.Missed, planner.Skipped}
		sessions := rapid.SliceOf(rapid.Custom(func(t *rapid.T) planner.Session {
			return planner.Session{
				Date: start.AddDays(rapid.IntRange(0, 400).Draw(t, "day")), Minutes: rapid.IntRange(1, 240).Draw(t, "minutes"), DoneMinutes: rapid.IntRange(0, 240).Draw(t, "done"),
				Status: rapid.SampledFrom(statuses).Draw(t, "status"), ByHand: rapid.Bool().Draw(t, "by hand"),
			}
		})).Draw(t, "sessions")
		within := planner.DateRange{First: start.AddDays(rapid.IntRange(0, 100).Draw(t, "first"))}
		within.Last = within.First.AddDays(rapid.IntRange(0, 300).Draw(t, "days"))
		counts := countSessions(sessions, within)
		planned, done := 0, 0
		weeks := weekHours(sessions, within)
		for i, w := range weeks {
			planned += w.PlannedMin
			done += w.DoneMin
			if i > 0 && weeks[i-1].Monday.AddDays(7) != w.Monday || w.Monday != w.Monday.Monday() {
				t.Fatalf("week %d begins on %s after %v", i, w.Monday, weeks[max(i-1, 0)])
			}
		}
		if planned != counts.DueMin || done != counts.DoneMin {
			t.Fatalf("weeks hold %d and %d, sessions %+v", planned, done, counts)
		}
	})
}

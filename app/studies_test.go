package app

import (
	"testing"

	"milepost/planner"
)

// future are the planned sessions of the open study by ID.
func (c *candidate) future() map[string]planner.Session {
	out := map[string]planner.Session{}
	for _, s := range c.plan().Sessions {
		if s.Status == planner.Planned {
			out[s.ID] = s.Session
		}
	}
	return out
}

// unchanged counts the sessions that are where and what they were.
func unchanged(before, after map[string]planner.Session) int {
	n := 0
	for id, s := range before {
		if t, ok := after[id]; ok && t.Date == s.Date && t.Domain == s.Domain && t.Activity == s.Activity && t.Minutes == s.Minutes {
			n++
		}
	}
	return n
}

// What Setup changes is a reason to repair the plan, not to throw it away; and what it stores is as good as what it promised, to a point.
func TestAChangedStudyKeepsItsPlan(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*planner.Study)
		stays  float64 // share of sessions, at least
	}{
		"nothing but the name":   {func(s *planner.Study) { s.Name = "Second try" }, 1},
		"a target a point lower": {func(s *planner.Study) { s.Target -= 0.01 }, 1},
		"Friday without time":    {func(s *planner.Study) { s.Availability.Weekday[4] = 0 }, 0.75},
		"one more day off": {func(s *planner.Study) {
			s.Availability.Off = append(s.Availability.Off, planner.DateRange{First: planner.MustDate("2026-12-05"), Last: planner.MustDate("2026-12-05")})
		}, 0.85},
		"the exam a week later": {func(s *planner.Study) { s.ExamDate = s.ExamDate.AddDays(7) }, 0.7},
	} {
		t.Run(name, func(t *testing.T) {
			p := newCandidate(t)
			p.setUp()
			before := p.future()
			s, err := p.Current(p.ctx)
			p.check(err)
			c.change(&s)
			promised, err := p.PreviewPlan(s)
			p.check(err)
			p.check(p.UpdateStudy(p.ctx, s))
			after := p.future()
			if n := unchanged(before, after); float64(n) < c.stays*float64(len(before)) {
				t.Errorf("%d of %d sessions are as they were", n, len(before))
			}
			l, err := p.loadCurrent(p.ctx)
			p.check(err)
			req, err := p.rebalanceRequest(l, RebalanceOptions{})
			p.check(err)
			stands, err := planner.Standing(req)
			p.check(err)
			if stands.ExpectedScore < promised.ExpectedScore-0.011 {
				t.Errorf("stored is a plan for %.4f, promised were %.4f", stands.ExpectedScore, promised.ExpectedScore)
			}
			if name, err := p.Undo(p.ctx); err != nil || name != "Change the study" {
				t.Fatalf("undid %q (%v)", name, err)
			}
			if n := unchanged(before, p.future()); n != len(before) {
				t.Errorf("undo brings back %d of %d sessions", n, len(before))
			}
		})
	}
}

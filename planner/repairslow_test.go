package planner

import (
	"testing"

	"pgregory.net/rapid"
)

// slowly makes the done first-pass sessions of a plan take so many times their plan.
func slowly(u RebalanceRequest, times float64) RebalanceRequest {
	plan := append([]Session{}, u.Plan...)
	for i := range plan {
		if s := &plan[i]; s.Status == Done && s.Activity == Learn {
			s.DoneMinutes = int(float64(s.Minutes) * times)
		}
	}
	u.Plan = plan
	return u
}

func TestARepairGivesASlowReaderMoreFirstPass(t *testing.T) {
	r := benchRequest(180, 6)
	p := mustBuild(t, r)
	u := RebalanceRequest{Request: r, Plan: p.Sessions}
	u.Today = r.Today.AddDays(28)
	for i := range u.Plan {
		if s := &u.Plan[i]; s.Date.Before(u.Today) {
			s.Status, s.DoneMinutes = Done, s.Minutes
		}
	}
	if out := mustRebalance(t, u); out.Difference.ChangedSessions != 0 {
		t.Fatalf("on time, and %d sessions change", out.Difference.ChangedSessions)
	}
	slow := slowly(u, 1.4)
	out := mustRebalance(t, slow)
	more := 0
	for _, e := range out.Difference.Added {
		if e.Reason == reasonSlower && e.Session.Activity == Learn {
			more += e.Session.Minutes
		}
	}
	for _, a := range out.Difference.Altered {
		if a.Reason == reasonSlower && a.After.Activity == Learn {
			more += a.After.Minutes
		}
	}
	if more < 60 {
		t.Errorf("a pace of %.2f brings %d minutes more of first pass: %+v", out.Plan.Pace.Of(Learn), more, out.Difference)
	}
	if left := out.Plan.FirstPass.LeftMinutes; left <= mustRebalance(t, u).Plan.FirstPass.LeftMinutes {
		t.Errorf("%d minutes are left for a slow reader", left)
	}
	again := slow
	again.Plan = append(append([]Session{}, past(slow)...), out.Plan.Sessions...)
	if twice := mustRebalance(t, again); twice.Difference.ChangedSessions != 0 {
		t.Errorf("repaired twice, %d sessions change: %+v", twice.Difference.ChangedSessions, twice.Difference)
	}
}

// Whatever sessions took, a repair keeps its promises: twice is once, and nothing but first pass is asked for by a pace.
func TestARepairAtAnyPaceIsQuietTheSecondTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := anyUnder(t).RebalanceRequest
		times := rapid.Float64Range(0.3, 3).Draw(t, "pace")
		u = slowly(u, times)
		out := mustRebalance(t, u)
		if times <= 1 {
			for _, e := range out.Difference.Added {
				if e.Reason == reasonSlower {
					t.Fatalf("at a pace of %.2f, %+v", times, e)
				}
			}
		}
		again := u
		again.Plan = nil
		for _, s := range past(u) {
			if s.Status == Missed {
				s.Status = Skipped
			}
			again.Plan = append(again.Plan, s)
		}
		again.Plan = append(again.Plan, out.Plan.Sessions...)
		if twice := mustRebalance(t, again); twice.Difference.ChangedSessions != 0 {
			t.Fatalf("repaired twice, %d sessions change: %+v", twice.Difference.ChangedSessions, twice.Difference)
		}
	})
}

package planner

import (
	"testing"

	"pgregory.net/rapid"
)

// standingOf is a plan that was just built, judged as it stands.
func standingOf(t interface{ Fatalf(string, ...any) }, r Request, p Plan) Plan {
	stands, err := Standing(RebalanceRequest{Request: r, Plan: p.Sessions})
	if err != nil {
		t.Fatalf("%v", err)
	}
	return stands
}

// figuresOf are what a plan is judged by.
func figuresOf(p Plan) [6]any {
	return [6]any{p.Verdict, p.CushionMinutes, p.BindingMilestone, p.MissableDays, p.AvailableMinutes, p.NeededMinutes}
}

// A plan that was just built and one handed in are the same plan, and are judged alike: a diagnostic in the first days is known as such, and so is a mock that no day holds.
func TestAPlanStandsAsItWasBuilt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRequest(t)
		p := mustBuild(t, r)
		if built, stands := figuresOf(p), figuresOf(standingOf(t, r, p)); built != stands {
			t.Fatalf("built as %v, stands as %v", built, stands)
		}
	})
}

func TestAPinnedDiagnosticIsStillOne(t *testing.T) {
	r := benchRequest(120, 6)
	r.Study.Availability.Weekday = [7]int{120, 480, 30, 240, 480, 45, 480}
	p := mustBuild(t, r)
	for _, s := range p.Sessions {
		if s.Activity != MockExam {
			continue
		}
		s.Pinned = true
		r.Pinned = []Session{s}
		break
	}
	if len(r.Pinned) == 0 || r.Today.DaysUntil(r.Pinned[0].Date) > diagnosticWithin {
		t.Fatalf("no diagnostic to pin: %v", r.Pinned)
	}
	if q := mustBuild(t, r); q.Verdict != p.Verdict || q.CushionMinutes < 0 {
		t.Errorf("%s with %d min to spare, pinned to its own day %s with %d", p.Verdict, p.CushionMinutes, q.Verdict, q.CushionMinutes)
	}
}

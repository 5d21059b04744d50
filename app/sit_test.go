package app

import (
	"testing"

	"milepost/planner"
)

func TestSitOrPostponeWaitsForEvidence(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	v, err := c.SitOrPostpone(c.ctx)
	if err != nil || len(v.Options) != 0 {
		t.Fatalf("without a mock it offers %+v (%v)", v.Options, err)
	}
	_, err = c.RecordMock(c.ctx, planner.Mock{Date: c.day, Source: "Boson", Timed: true, FirstAttempt: true, Correct: 80, Total: 125})
	c.check(err)
	before := c.plan().fingerprint()
	v, err = c.SitOrPostpone(c.ctx)
	c.check(err)
	if len(v.Options) != 3 || v.Options[0].Date != planner.MustDate("2027-02-04") || v.Options[2].Date != planner.MustDate("2027-03-04") {
		t.Fatalf("it offers %+v", v.Options)
	}
	r, err := c.Readiness(c.ctx, planner.Date{})
	c.check(err)
	if o := v.Options[0]; o.Chance != r.Estimate.Pass.ExamDay || o.Median != r.Estimate.ExamDay.Median {
		t.Errorf("for the planned date it says %+v, Readiness %+v", o, r.Estimate.Pass)
	}
	if v.IfFailed != planner.MustDate("2027-03-07") || v.PointsPerWeeklyHour <= 0 {
		t.Errorf("after a failure not before %s; an hour a week is worth %v", v.IfFailed, v.PointsPerWeeklyHour)
	}
	if c.plan().fingerprint() != before {
		t.Error("something was stored")
	}
	c.day = planner.MustDate("2027-02-06")
	if v, err = c.SitOrPostpone(c.ctx); err != nil || len(v.Options) != 2 {
		t.Errorf("after the planned date it offers %+v (%v)", v.Options, err)
	}
}

// A date the vendor does not allow yet is not offered.
func TestSitOrPostponeKeepsTheVendorsWait(t *testing.T) {
	m, _ := failed(t)
	m.day = planner.MustDate("2027-02-08")
	if _, err := m.StartRetake(m.ctx, planner.MustDate("2027-03-01")); err != nil { // six days too early
		t.Fatal(err)
	}
	v, err := m.SitOrPostpone(m.ctx)
	m.check(err)
	for _, o := range v.Options {
		if o.Date.Before(planner.MustDate("2027-03-07")) {
			t.Errorf("it offers %s", o.Date)
		}
	}
	if len(v.Options) != 2 {
		t.Errorf("it offers %+v", v.Options)
	}
}

// Putting off an exam that is as far from the start as there is a plan for has no date to offer, and is no error.
func TestSitOrPostponeStaysWithinFiveYears(t *testing.T) {
	c := newCandidate(t)
	study := c.setUp()
	_, err := c.RecordMock(c.ctx, planner.Mock{Date: c.day, Source: "Boson", Timed: true, FirstAttempt: true, Correct: 80, Total: 125})
	c.check(err)
	last := study.Start.AddDays(planner.MaxPlanDays - 20)
	c.day = last.AddDays(-30)
	study.ExamDate = last
	c.check(c.UpdateStudy(c.ctx, study))
	v, err := c.SitOrPostpone(c.ctx)
	c.check(err)
	if len(v.Options) != 2 || v.Options[0].Date != last || v.Options[1].Date != last.AddDays(14) {
		t.Errorf("it offers %+v", v.Options)
	}
}

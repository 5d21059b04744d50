package readiness_test

import (
	"math"
	"slices"
	"testing"

	"milepost/planner/readiness"
	"pgregory.net/rapid"
)

// The steps lead to the estimate, each from where the one before ended, and an expectation is what would have been foretold.
func TestAnExplanationLeadsToTheEstimate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t)
		if rapid.Bool().Draw(t, "idle") {
			in = idleSince(in, firstDay)
		}
		r, err := readiness.Estimate(in)
		if err != nil {
			t.Fatalf("Estimate: %v", err)
		}
		e, err := readiness.Explain(in)
		if err != nil {
			t.Fatalf("Explain: %v", err)
		}
		if len(e.Steps) != len(in.Mocks) || e.Today != r.Series[len(r.Series)-1] || e.ExamDay != r.Forecast[len(r.Forecast)-1] {
			t.Fatalf("%+v, estimate %+v, %+v", e, r.Series, r.Forecast)
		}
		if e.Unforgotten.Median < e.ExamDay.Median-1e-9 {
			t.Fatalf("with forgetting %v, without %v", e.ExamDay.Median, e.Unforgotten.Median)
		}
		last := e.Before
		for _, s := range e.Steps {
			if s.Before.Date == last.Date && s.Before != last {
				t.Fatalf("a step begins at %+v where the one before ended at %+v", s.Before, last)
			}
			last = s.After
		}
	})
}

func TestAStepSaysWhatWasExpected(t *testing.T) {
	in := ahead(40, append(weekly("A", 60, 64, 68), even(firstDay.AddDays(21), "B", 80)))
	e, err := readiness.Explain(in)
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range e.Steps {
		earlier := in
		earlier.Mocks, earlier.AsOf = in.Mocks[:i], s.Mock.Date
		f, err := readiness.ForecastMock(earlier, s.Mock)
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(f.Median()-s.Expected) > 0.01 {
			t.Errorf("step %d: expected %v, foretold %v", i, s.Expected, f.Median())
		}
		if better := s.Mock.Share() > s.Expected; better != (s.After.Median > s.Before.Median) {
			t.Errorf("step %d: %v where %v was expected moved the level from %v to %v", i, s.Mock.Share(), s.Expected, s.Before.Median, s.After.Median)
		}
		if s.Worth != 100 {
			t.Errorf("step %d counts for %v questions", i, s.Worth)
		}
	}
	loose := in
	loose.Mocks = slices.Clone(in.Mocks)
	loose.Mocks[0].Timed = false
	if e, _ := readiness.Explain(loose); e.Steps[0].Worth != 50 {
		t.Errorf("an untimed mock counts for %v questions", e.Steps[0].Worth)
	}
	if e.Needed != 70 || e.Questions != 100 {
		t.Errorf("%d of %d", e.Needed, e.Questions)
	}
}

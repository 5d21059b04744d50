package readiness_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"milepost/planner"
	"milepost/planner/readiness"
	"pgregory.net/rapid"
)

func foretell(t fataler, in readiness.Input, m planner.Mock) readiness.MockForecast {
	t.Helper()
	f, err := readiness.ForecastMock(in, m)
	if err != nil {
		t.Fatalf("ForecastMock: %v", err)
	}
	return f
}

// A forecast of a mock knows nothing of its answers, and is sound for whatever the mock may be.
func TestAForecastOfAMockKnowsNothingOfItsResult(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t)
		m := drawMock(t, 0)
		f := foretell(t, in, m)
		last := 0.0
		for _, q := range f.Quantiles {
			if !(last <= q && q <= 1) {
				t.Fatalf("quantiles %v", f.Quantiles)
			}
			last = q
		}
		if f.Reaches < 0 || f.Reaches > 1 || f.Mocks != len(in.Mocks) {
			t.Fatalf("%+v", f)
		}
		m.Correct, m.Percent = 0, 0
		for i := range m.Domains {
			m.Domains[i].Correct = 0
		}
		if again := foretell(t, in, m); again != f {
			t.Fatalf("%+v, and with other answers %+v", f, again)
		}
	})
}

func TestAForecastOfAMockKnowsItsConditions(t *testing.T) {
	in := ahead(60, weekly("A", 80, 80, 80))
	width := func(m planner.Mock) float64 {
		f := foretell(t, in, m)
		return f.High() - f.Low()
	}
	same, other := even(in.AsOf, "A", 0), even(in.AsOf, "B", 0)
	if width(other) < width(same)+0.05 {
		t.Errorf("another source: width %.3f, the same %.3f", width(other), width(same))
	}
	long, short := overall(in.AsOf, "A", 0, 200), overall(in.AsOf, "A", 0, 10)
	if width(short) < width(long)+0.2 {
		t.Errorf("10 questions: width %.3f, 200: %.3f", width(short), width(long))
	}
	again := even(in.AsOf, "A", 0)
	again.FirstAttempt = false
	if a, b := foretell(t, in, again).Median(), foretell(t, in, same).Median(); a < b+0.02 {
		t.Errorf("questions met before: %.3f, new ones %.3f", a, b)
	}
	if f := foretell(t, in, same); math.Abs(f.Median()-0.80) > 0.02 || !f.HasChance || f.Mocks != 3 {
		t.Errorf("after three mocks at 80 %%: %+v", f)
	}
	if f := foretell(t, readiness.Input{AsOf: in.AsOf, ExamDate: in.ExamDate, Domains: in.Domains}, same); f.HasChance || f.Mocks != 0 {
		t.Errorf("without any mock: %+v", f)
	}
}

// A quiz from a person's weak domain is foretold by that domain.
func TestAForecastOfAQuizIsThatOfItsDomain(t *testing.T) {
	in := ahead(60, []planner.Mock{byDomain(firstDay, "A", 30, 12, 27, 27, 27, 27), byDomain(firstDay.AddDays(7), "A", 30, 12, 27, 27, 27, 27)})
	weak := planner.Mock{Date: in.AsOf, Source: "A", Timed: true, FirstAttempt: true, Domains: []planner.DomainScore{{Domain: "d1", Total: 25}}}
	strong := weak
	strong.Domains = []planner.DomainScore{{Domain: "d2", Total: 25}}
	if w, s := foretell(t, in, weak).Median(), foretell(t, in, strong).Median(); w > 0.60 || s < 0.80 {
		t.Errorf("weak domain %.2f, strong domain %.2f", w, s)
	}
}

// Results lie inside the ranges as often as these say, on learners much like those the constants describe.
func TestForecastsOfMocksComeTrue(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 9))
	var all []readiness.Foretold
	for range 500 {
		mocks, _ := newLearner(random).mocks()
		if len(mocks) < 2 {
			continue
		}
		last := mocks[len(mocks)-1]
		in := ahead(30, mocks[:len(mocks)-1])
		in.AsOf = last.Date
		all = append(all, readiness.Foretold{MockForecast: foretell(t, in, last), Result: last.Share(), PassLine: planner.DefaultPassLine})
	}
	s := readiness.ScoreMocks(all)
	t.Logf("%+v", s)
	if in90 := float64(s.Inside90) / float64(s.Scored); in90 < 0.86 || in90 > 0.94 {
		t.Errorf("%d of %d inside the 90 %% range", s.Inside90, s.Scored)
	}
	if math.Abs(s.Brier-s.BrierExpected) > 0.025 || s.Brier > 0.20 {
		t.Errorf("Brier score %.3f, expected %.3f", s.Brier, s.BrierExpected)
	}
	if s.Verdict != readiness.VerdictFits {
		t.Errorf("verdict %q", s.Verdict)
	}
}

package readiness_test

import (
	"fmt"
	"math"
	"reflect"
	"testing"

	"milepost/planner"
	"milepost/planner/readiness"
	"pgregory.net/rapid"
)

// drawMock is any valid mock of up to three domains.
func drawMock(t *rapid.T, latest int) planner.Mock {
	m := planner.Mock{
		Date:     firstDay.AddDays(rapid.IntRange(0, latest).Draw(t, "day")),
		Source:   rapid.SampledFrom([]string{"A", "b", "B ", "C", ""}).Draw(t, "source"),
		Official: rapid.Bool().Draw(t, "official"), Timed: rapid.Bool().Draw(t, "timed"), FirstAttempt: rapid.Bool().Draw(t, "first"),
	}
	switch rapid.IntRange(0, 3).Draw(t, "shape") {
	case 0:
		m.Total = rapid.IntRange(1, 150).Draw(t, "total")
		m.Correct = rapid.IntRange(0, m.Total).Draw(t, "correct")
	case 1:
		m.HasPercent, m.Percent = true, rapid.Float64Range(0, 100).Draw(t, "percent")
	default:
		for d := range rapid.IntRange(1, 3).Draw(t, "domains") {
			n := rapid.IntRange(1, 60).Draw(t, "questions")
			c := rapid.IntRange(0, n).Draw(t, "right")
			m.Domains = append(m.Domains, planner.DomainScore{Domain: fmt.Sprintf("d%d", d+1), Correct: c, Total: n})
		}
	}
	return m
}

func drawInput(t *rapid.T) readiness.Input {
	span := rapid.IntRange(0, 400).Draw(t, "span")
	in := readiness.Input{AsOf: firstDay.AddDays(span), Domains: equalDomains(3), Always: true}
	in.ExamDate = in.AsOf.AddDays(rapid.IntRange(-30, 300).Draw(t, "ahead"))
	for range rapid.IntRange(0, 12).Draw(t, "mocks") {
		in.Mocks = append(in.Mocks, drawMock(t, span))
	}
	return in
}

// fataler is what *testing.T and *rapid.T have in common here.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// mustBeSound checks what holds of every answer: finite, within 0..1, in order.
func mustBeSound(t fataler, r readiness.Readiness) {
	t.Helper()
	ordered := func(what string, low, median, high float64) {
		if !(0 <= low && low <= median && median <= high && high <= 1) {
			t.Fatalf("%s: %v, %v, %v", what, low, median, high)
		}
	}
	ordered("score", r.Score.Low, r.Score.Median, r.Score.High)
	ordered("exam day", r.ExamDay.Low, r.ExamDay.Median, r.ExamDay.High)
	ordered("chances", 0, min(r.Pass.Today, r.Pass.ExamDay), max(r.Pass.Today, r.Pass.ExamDay))
	lowest := 0.0
	for _, d := range r.Domains {
		ordered(d.Domain, d.Low, d.Median, d.High)
		ordered(d.Domain+" lowest", 0, d.Lowest, 1)
		ordered(d.Domain+" below the line", 0, d.BelowPassLine, 1)
		ordered(d.Domain+" standard error", 0, d.SE, 0.5)
		lowest += d.Lowest
	}
	if math.Abs(lowest-1) > 1e-9 {
		t.Fatalf("the chances of being lowest add up to %v", lowest)
	}
	for _, p := range append(append([]readiness.Point{}, r.Series...), r.Forecast...) {
		ordered(p.Date.String(), p.Low, p.Median, p.High)
	}
	for _, s := range r.Sources {
		if !(s.Low <= s.Offset && s.Offset <= s.High) || math.IsInf(s.Low, 0) || math.IsInf(s.High, 0) {
			t.Fatalf("source %+v", s)
		}
	}
	for _, n := range r.NextBest {
		if !(n.PassGainPerHour >= 0) || math.IsInf(n.PassGainPerHour, 0) || n.Reason == "" {
			t.Fatalf("next best %+v", n)
		}
	}
	last := math.Inf(1)
	for _, e := range r.NextEvidence {
		if !(e.Narrows >= 0 && e.Narrows <= last && e.DomainNarrows >= 0 && e.DomainNarrows <= 1) || e.Reason == "" {
			t.Fatalf("evidence %+v", e)
		}
		last = e.Narrows
	}
}

func TestEveryAnswerIsSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, err := readiness.Estimate(drawInput(t))
		if err != nil {
			t.Fatal(err)
		}
		mustBeSound(t, r)
	})
}

func TestOrderOfEntryDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t)
		want, err := readiness.Estimate(in)
		if err != nil {
			t.Fatal(err)
		}
		in.Mocks = rapid.Permutation(in.Mocks).Draw(t, "order")
		got, err := readiness.Estimate(in)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("another order, another answer (%v)", err)
		}
	})
}

// drawPlausible is a timed mock by domain of somebody near the given level, from 5 to 25 questions a domain.
func drawPlausible(t *rapid.T, day planner.Date, percent int) planner.Mock {
	m := planner.Mock{Date: day, Source: rapid.SampledFrom([]string{"A", "B"}).Draw(t, "source"), Timed: true, FirstAttempt: true}
	for d := range 3 {
		n := rapid.IntRange(5, 25).Draw(t, "questions")
		share := float64(percent+rapid.IntRange(-15, 15).Draw(t, "off")) / 100
		m.Domains = append(m.Domains, planner.DomainScore{Domain: fmt.Sprintf("d%d", d+1), Correct: int(share * float64(n)), Total: n})
	}
	return m
}

// withLatest is the expected score today when a mock comes on top.
func withLatest(t *rapid.T, in readiness.Input, m planner.Mock) float64 {
	in.Mocks = append(append([]planner.Mock{}, in.Mocks...), m)
	r, err := readiness.Estimate(in)
	if err != nil {
		t.Fatal(err)
	}
	return r.Score.Median
}

// One more right answer in the latest mock raises the expected score. (In an earlier mock it may not: the same end then looks like
// less of a rise.)
func TestABetterLatestMockRaisesTheScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := readiness.Input{AsOf: firstDay.AddDays(70), ExamDate: firstDay.AddDays(100), Domains: equalDomains(3)}
		level := rapid.IntRange(35, 80).Draw(t, "level")
		for i := range rapid.IntRange(0, 6).Draw(t, "mocks") {
			in.Mocks = append(in.Mocks, drawPlausible(t, firstDay.AddDays(10*i), level))
		}
		worse := drawPlausible(t, in.AsOf, level)
		better := worse
		better.Domains = append([]planner.DomainScore{}, worse.Domains...)
		better.Domains[rapid.IntRange(0, 2).Draw(t, "which")].Correct++
		if low, high := withLatest(t, in, worse), withLatest(t, in, better); !(high > low) {
			t.Fatalf("score %v with one more right, %v without", high, low)
		}
	})
}

// However odd the rest of the evidence, a latest total of three in four leaves a higher score than one of one in four. (A single answer
// more may not, after mocks that contradict each other wildly: the less surprising result can make another way of learning likely.)
func TestAMuchBetterLatestTotalRaisesAnyScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t)
		n := rapid.IntRange(20, 150).Draw(t, "total")
		low := withLatest(t, in, overall(in.AsOf, "A", n/4, n))
		if high := withLatest(t, in, overall(in.AsOf, "A", 3*n/4, n)); !(high > low) {
			t.Fatalf("score %v with three in four right, %v with one", high, low)
		}
	})
}

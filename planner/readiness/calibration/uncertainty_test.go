package main

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestAVerdictIsCalledOnlyBeyondTwoStandardErrors(t *testing.T) {
	below, above := math.Inf(-1), math.Inf(1)
	for _, c := range []struct {
		name      string
		measured  figure
		low, high float64
		want      verdict
	}{
		{"well under the highest", figure{0.10, 0.01}, below, 0.14, met},
		{"well over the highest", figure{0.18, 0.01}, below, 0.14, missed},
		{"a little under", figure{0.13, 0.01}, below, 0.14, unclear},
		{"a little over", figure{0.15, 0.01}, below, 0.14, unclear},
		{"exactly on it", figure{0.14, 0.01}, below, 0.14, unclear},
		{"exactly two errors under", figure{0.5, 0.125}, below, 0.75, unclear},
		{"exactly two errors over", figure{1, 0.125}, below, 0.75, unclear},
		{"just more than two errors over", figure{1, 0.1249}, below, 0.75, missed},
		{"well over the lowest", figure{0.05, 0.01}, 0.02, above, met},
		{"well under the lowest", figure{-0.05, 0.01}, 0.02, above, missed},
		{"a little under the lowest", figure{0.019, 0.01}, 0.02, above, unclear},
		{"in the middle of both", figure{1, 0.01}, 0.9, 1.1, met},
		{"in the middle of both, hardly known", figure{1, 0.06}, 0.9, 1.1, unclear},
		{"near the lower end", figure{0.91, 0.01}, 0.9, 1.1, unclear},
		{"beyond the upper end", figure{1.2, 0.01}, 0.9, 1.1, missed},
		{"without error, better", figure{0.1, 0}, below, 0.14, met},
		{"without error, worse", figure{0.2, 0}, below, 0.14, missed},
		{"error not known", figure{0.1, math.NaN()}, below, 0.14, unclear},
		{"no number", figure{math.NaN(), 0.01}, below, 0.14, missed},
		{"no number, error not known", figure{math.NaN(), math.NaN()}, below, 0.14, missed},
	} {
		if got := judge(c.measured, c.low, c.high); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTheErrorOfAMean(t *testing.T) {
	var few, one tally
	for _, x := range []float64{1e8 + 2, 1e8 + 4, 1e8 + 4, 1e8 + 6} { // far from zero, where sums of squares lose their digits
		few.add(x)
	}
	one.add(3)
	if f := few.figure(); math.Abs(f.value-1e8-4) > 1e-6 || math.Abs(f.se-math.Sqrt(8.0/3/4)) > 1e-6 {
		t.Errorf("2, 4, 4, 6: %v", f)
	}
	if f := one.figure(); f.value != 3 || !math.IsNaN(f.se) {
		t.Errorf("one value alone: %v", f)
	}
	if f := (figure{5, 3}).less(figure{1, 4}); f != (figure{4, 5}) {
		t.Errorf("a difference: %v", f)
	}
	if f := (figure{5, 3}).plus(figure{1, 4}); f != (figure{6, 5}) {
		t.Errorf("a sum: %v", f)
	}
}

// The bootstrap is held to the one statistic whose error is known without it.
func TestTheBootstrapFindsTheErrorOfAMean(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	var values []float64
	var exact tally
	for range 400 {
		values = append(values, math.Exp(random.NormFloat64()))
		exact.add(values[len(values)-1])
	}
	mean := func(drawn []int) float64 {
		sum := 0.0
		for _, i := range drawn {
			sum += values[i]
		}
		return sum / float64(len(drawn))
	}
	got := bootstrap(len(values), random, mean)
	if want := exact.figure().se; math.Abs(got/want-1) > 0.08 {
		t.Errorf("%.4f, exactly %.4f", got, want)
	}
}

// Errors are what they say if figures of other learners of the same kind spread as much.
func TestErrorsAreAsLargeAsFiguresSpread(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	spread := map[string]*tally{}
	stated := map[string]*tally{}
	note := func(name string, f figure) {
		if spread[name] == nil {
			spread[name], stated[name] = &tally{}, &tally{}
		}
		spread[name].add(f.value)
		stated[name].add(f.se)
	}
	var luck, found tally
	for range 150 {
		var sure, right []forecast
		for range 300 {
			p := 0.05 + 0.9*random.Float64()
			passed := random.Float64() < p
			right = append(right, forecast{p, passed})
			sure = append(sure, forecast{logistic(1.7 * logit(p)), passed})
		}
		note("ECE", calibrationError(sure, random))
		note("slope", calibrationSlope(sure))
		luck.add(luckOfBins(right))
		found.add(calibrationError(right, random).value)
	}
	for name, s := range spread {
		if ratio := stated[name].mean / math.Sqrt(s.squares/(s.n-1)); ratio < 0.8 || ratio > 1.25 {
			t.Errorf("%s: the stated error is %.2f of the spread", name, ratio)
		}
	}
	if math.Abs(luck.mean-found.mean) > 0.003 {
		t.Errorf("chances exactly right show an error of %.4f, expected %.4f", found.mean, luck.mean)
	}
}

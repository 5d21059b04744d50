package readiness_test

import (
	"math"
	"slices"
	"testing"

	"milepost/planner/readiness"
	"pgregory.net/rapid"
)

// around is a forecast with a median and even steps to its other quantiles.
func around(median, step float64) readiness.MockForecast {
	return readiness.MockForecast{Quantiles: [5]float64{median - 2*step, median - step, median, median + step, median + 2*step}, Reaches: 0.5, HasChance: true, Mocks: 3}
}

func results(f readiness.MockForecast, shares ...float64) []readiness.Foretold {
	var out []readiness.Foretold
	for _, s := range shares {
		out = append(out, readiness.Foretold{MockForecast: f, Result: s, PassLine: 0.70})
	}
	return out
}

func TestScoringByHand(t *testing.T) {
	f := around(0.70, 0.05)
	f.Reaches = 0.6
	all := results(f, 0.70, 0.78, 0.59)
	all[0].HasGuess, all[0].Guess = true, 0.80
	all[1].HasGuess, all[1].Guess = true, 0.74
	all = append(all, readiness.Foretold{MockForecast: readiness.MockForecast{}, Result: 0.1}) // rests on nothing
	s := readiness.ScoreMocks(all)
	if s.Scored != 3 || s.Inside90 != 2 || s.Inside50 != 1 || s.Chances != 3 || s.Guesses != 2 {
		t.Errorf("%+v", s)
	}
	near(t, "error", s.Error, (0+0.08+0.11)/3, 1e-9)
	near(t, "bias", s.Bias, (0+0.08-0.11)/3, 1e-9)
	near(t, "Brier", s.Brier, (0.16+0.16+0.36)/3, 1e-9) // 0.70 reaches the line of 0.70, 0.78 does, 0.59 does not
	near(t, "Brier to be expected", s.BrierExpected, 0.24, 1e-9)
	near(t, "error of the guesses", s.GuessError, (0.10+0.04)/2, 1e-9)
	near(t, "bias of the guesses", s.GuessBias, (-0.10+0.04)/2, 1e-9)
	near(t, "error beside them", s.ErrorBeside, (0+0.08)/2, 1e-9)
	if s.Verdict != readiness.VerdictTooFew || s.Curve != nil {
		t.Errorf("three mocks are judged: %q, %v", s.Verdict, s.Curve)
	}
}

func TestVerdicts(t *testing.T) {
	f := around(0.70, 0.05)
	tests := []struct {
		name   string
		shares []float64
		want   readiness.DiaryVerdict
	}{
		{"none", nil, readiness.VerdictTooFew},
		{"four far off", []float64{0.1, 0.1, 0.1, 0.1}, readiness.VerdictTooFew},
		{"as it should be", []float64{0.68, 0.72, 0.75, 0.66, 0.71, 0.69}, readiness.VerdictFits},
		{"half outside", []float64{0.5, 0.9, 0.5, 0.9, 0.7, 0.7}, readiness.VerdictTooSure},
		{"always above", []float64{0.73, 0.74, 0.76, 0.72, 0.75, 0.74}, readiness.VerdictBetter},
		{"always below", []float64{0.65, 0.66, 0.64, 0.68, 0.65, 0.67}, readiness.VerdictWorse},
		{"always a hair above", []float64{0.701, 0.701, 0.702, 0.701, 0.701, 0.702}, readiness.VerdictFits},
		{"five of five above may be luck", []float64{0.73, 0.74, 0.76, 0.72, 0.75}, readiness.VerdictFits},
	}
	for _, test := range tests {
		if got := readiness.ScoreMocks(results(f, test.shares...)).Verdict; got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestScoresOfAnyForecasts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		share := rapid.Float64Range(0, 1)
		var all []readiness.Foretold
		for range rapid.IntRange(0, 60).Draw(t, "mocks") {
			qs := []float64{share.Draw(t, "q"), share.Draw(t, "q"), share.Draw(t, "q"), share.Draw(t, "q"), share.Draw(t, "q")}
			slices.Sort(qs)
			f := readiness.Foretold{Result: share.Draw(t, "result"), HasGuess: rapid.Bool().Draw(t, "guessed"), Guess: share.Draw(t, "guess"), PassLine: share.Draw(t, "line")}
			copy(f.Quantiles[:], qs)
			f.Reaches, f.HasChance, f.Mocks = share.Draw(t, "chance"), rapid.Bool().Draw(t, "has chance"), rapid.IntRange(0, 3).Draw(t, "earlier")
			all = append(all, f)
		}
		s := readiness.ScoreMocks(all)
		for _, v := range []float64{s.Error, s.Brier, s.BrierExpected, s.GuessError, s.ErrorBeside} {
			if !(v >= 0 && v <= 1) {
				t.Fatalf("%+v", s)
			}
		}
		if s.Inside50 > s.Inside90 || s.Inside90 > s.Scored || s.Chances > s.Scored || s.Guesses > s.Scored {
			t.Fatalf("%+v", s)
		}
		last := 0.0
		for _, p := range s.Curve {
			if !(0 <= p.Low && p.Low <= p.Stated && p.Stated <= p.High && p.High <= 1) || p.Happened < last {
				t.Fatalf("%+v", s.Curve)
			}
			last = p.Happened
		}
		slices.Reverse(all)
		if again := readiness.ScoreMocks(all); again.Scored != s.Scored || again.Verdict != s.Verdict || math.Abs(again.Error-s.Error) > 1e-12 {
			t.Fatalf("in another order %+v, %+v", again, s)
		}
	})
}

func TestBrierScoreOfOneChance(t *testing.T) {
	near(t, "right and certain", readiness.BrierOf(1, true), 0, 1e-9)
	near(t, "wrong and certain", readiness.BrierOf(1, false), 1, 1e-9)
	near(t, "neither", readiness.BrierOf(0.5, false), 0.25, 1e-9)
}

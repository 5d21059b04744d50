package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// A few hundred learners of three worlds: enough to see a broken estimator, too few for figures.
func TestChancesComeTrueInSmall(t *testing.T) {
	for i, w := range worlds {
		switch w.name {
		case "matched", "forget", "steep":
		default:
			continue
		}
		r, err := measure(w, 300, newDice(options{seed: 1, oracle: 2, crowd: 2}, i))
		if err != nil {
			t.Fatal(err)
		}
		brier, ece, cover := r.ours.brier.value, r.ours.ece.value, r.cover.value
		last, base := r.rivals.last.brier.value, r.rivals.base.brier.value
		t.Logf("%s: Brier %.3f (last mock %.3f), error %.3f, ranges hold %.3f", w.name, brier, last, ece, cover)
		if brier > 0.165 || brier > last+0.01 || brier > base-0.04 {
			t.Errorf("%s: Brier score %.3f; of the last mock %.3f, of the base rate %.3f", w.name, brier, last, base)
		}
		if ece > 0.11 {
			t.Errorf("%s: calibration error %.3f", w.name, ece)
		}
		if cover < 0.82 || cover > 0.98 {
			t.Errorf("%s: the 90 %% ranges hold %.3f", w.name, cover)
		}
	}
}

func TestMeasuresOfForecastsThatAreRight(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var right, sure []forecast
	for range 20_000 {
		p := 0.02 + 0.96*random.Float64()
		f := forecast{p, random.Float64() < p}
		right = append(right, f)
		sure = append(sure, forecast{logistic(2 * logit(p)), f.passed}) // twice as sure
	}
	s, over := score(right, random), score(sure, random)
	if s.ece.value > 0.015 || math.Abs(s.slope.value-1) > 0.05 {
		t.Errorf("chances that are right have an error of %v and a slope of %v", s.ece, s.slope)
	}
	if over.ece.value < 0.05 || math.Abs(over.slope.value-0.5) > 0.05 || over.brier.value <= s.brier.value || over.logLoss.value <= s.logLoss.value {
		t.Errorf("chances twice as sure: %+v, right: %+v", over, s)
	}
	if always := score([]forecast{{0.5, true}, {0.5, false}}, random); always.brier.value != 0.25 || math.Abs(always.logLoss.value-math.Ln2) > 1e-12 {
		t.Errorf("a coin scores %+v", always)
	}
}

func TestSharesAddUp(t *testing.T) {
	for n := range 200 {
		sum := 0
		for _, k := range shares(n, []float64{21, 15, 20, 18, 12, 14}) {
			if k < 0 {
				t.Fatalf("%d questions of %d", k, n)
			}
			sum += k
		}
		if sum != n {
			t.Fatalf("%d questions of %d are given out", sum, n)
		}
	}
}

func TestWilsonHoldsTheShare(t *testing.T) {
	for _, c := range [][2]float64{{0, 10}, {5, 10}, {10, 10}, {1, 1000}} {
		low, high := wilson(c[0], c[1])
		if p := c[0] / c[1]; low < -1e-12 || high > 1+1e-12 || p < low-1e-12 || p > high+1e-12 {
			t.Errorf("%v: %.3f to %.3f", c, low, high)
		}
	}
}

func TestTheSameSeedGivesTheSameTableAndASoundPicture(t *testing.T) {
	var a, b bytes.Buffer
	small := options{learners: 20, oracle: 5, crowd: 20, seed: 5}
	for _, out := range []*bytes.Buffer{&a, &b} {
		if err := run(out, small); err != nil {
			t.Fatal(err)
		}
	}
	if a.String() != b.String() || strings.Count(a.String(), "\n") < 2*len(worlds)+38 {
		t.Errorf("tables:\n%s\n%s", a.String(), b.String())
	}
	var results []result
	for i, w := range worlds {
		r, err := measure(w, 30, newDice(options{seed: 1, oracle: 2, crowd: 2}, i))
		if err != nil {
			t.Fatal(err)
		}
		results = append(results, r)
	}
	for d := xml.NewDecoder(strings.NewReader(picture(results))); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	for _, o := range []options{{1, 5, 20, 5, ""}, {20, 1, 20, 5, ""}, {20, 5, 1, 5, ""}} {
		if err := run(&a, o); err == nil {
			t.Errorf("%+v: an error was stated that nobody can know", o)
		}
	}
}

package main

import (
	"fmt"
	"math"
	"math/rand/v2"
)

// figure is something measured on a sample of learners, with its standard error: by how much it would differ, typically, on another sample as large.
// Every learner sits one exam and gives one forecast, so learners are independent and nothing is clustered within them.
type figure struct {
	value, se float64
}

// String gives it with three digits, as tables show it.
func (f figure) String() string { return fmt.Sprintf("%.3f ± %.3f", f.value, f.se) }

// less takes away a figure whose error has nothing to do with this one's.
func (f figure) less(other figure) figure {
	return figure{f.value - other.value, math.Hypot(f.se, other.se)}
}

// plus adds such a figure.
func (f figure) plus(other figure) figure {
	return figure{f.value + other.value, math.Hypot(f.se, other.se)}
}

// tally adds up one value per learner. The zero tally is empty.
type tally struct {
	n, mean, squares float64 // squares of the distances from the mean (Welford)
}

func (t *tally) add(x float64) {
	t.n++
	from := x - t.mean
	t.mean += from / t.n
	t.squares += from * (x - t.mean)
}

// yes adds 1 where something is so, else 0.
func (t *tally) yes(is bool) {
	if is {
		t.add(1)
	} else {
		t.add(0)
	}
}

// figure is the mean with its standard error; of fewer than two values nothing is known of the error (NaN).
func (t *tally) figure() figure {
	if t.n < 2 {
		return figure{t.mean, math.NaN()}
	}
	return figure{t.mean, math.Sqrt(t.squares / (t.n - 1) / t.n)}
}

// replicates is how many samples a bootstrap draws: the standard error itself is then known to about a fiftieth.
const replicates = 1000

// bootstrap is the standard error of a statistic that is no plain mean: its standard deviation over samples as large as the one at hand, drawn from it with replacement.
// The statistic gets the places of the learners drawn.
func bootstrap(n int, random *rand.Rand, statistic func(drawn []int) float64) float64 {
	var over tally
	drawn := make([]int, n)
	for range replicates {
		for i := range drawn {
			drawn[i] = random.IntN(n)
		}
		over.add(statistic(drawn))
	}
	return math.Sqrt(over.squares / (over.n - 1))
}

// margin is what is left of a figure to the nearer end of the range a bar allows; below zero it is beyond. Either end may be infinite.
func (f figure) margin(low, high float64) float64 { return math.Min(f.value-low, high-f.value) }

// verdict is how a figure stands to its bar.
type verdict string

// The verdicts. A figure no further from its bar than two standard errors is called neither way, on whichever side it lies: other learners of the same kind might have put it on the other.
const (
	met     verdict = "met"
	unclear verdict = "too close to call"
	missed  verdict = "missed"
)

// judge holds a figure against the range a bar allows. A figure that is no number has missed; one whose error is not known is not called.
func judge(f figure, low, high float64) verdict {
	margin := f.margin(low, high)
	switch {
	case math.IsNaN(margin):
		return missed
	case !(math.Abs(margin) > 2*f.se):
		return unclear
	case margin > 0:
		return met
	}
	return missed
}

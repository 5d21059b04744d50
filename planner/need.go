package planner

import (
	"math"
	"slices"
)

// effectiveHoursNeeded is the least number of effective hours, over all ways to share them out, that brings the expected score from where the
// base hours leave it to the target. Closed form: raise the lowest marginal gains first, to one common level lambda,
//
//	lambda = (have + sum gap - target - sum_{not A} gap) / sum_A 1/rate,   h_d = ln(gap_d rate_d / lambda) / rate_d
//
// with gap_d = weight (ceiling - mastery after base) and A the active domains. 0 when the target is met; +Inf at or above the ceiling.
func effectiveHoursNeeded(curves []curve, base []float64, target float64) float64 {
	gaps := make([]gap, 0, len(curves))
	short := target // score still missing if nothing more is done
	reach := 0.0    // score with endless study
	for i, c := range curves {
		short -= c.weight * c.mastery(base[i])
		reach += c.weight * masteryCeiling
		if g := c.weight * (masteryCeiling - c.mastery(base[i])); g > 0 && c.rate > 0 {
			gaps = append(gaps, gap{size: g, rate: c.rate})
		}
	}
	if short <= 0 {
		return 0
	}
	if target >= reach {
		return math.Inf(1)
	}
	slices.SortStableFunc(gaps, func(a, b gap) int { return b.compare(a) })
	return hoursAtLevel(gaps, short)
}

// gap is the score a domain still lacks to the ceiling.
type gap struct{ size, rate float64 }

func (g gap) marginal() float64 { return g.size * g.rate }

func (g gap) compare(o gap) int {
	switch a, b := g.marginal(), o.marginal(); {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// hoursAtLevel finds the common marginal gain at which the gaps, sorted by marginal gain, have closed by short, and sums the hours to it.
func hoursAtLevel(gaps []gap, short float64) float64 {
	sumGap, sumInverse := 0.0, 0.0
	for i, g := range gaps {
		sumGap += g.size
		sumInverse += 1 / g.rate
		lambda := (sumGap - short) / sumInverse
		last := i == len(gaps)-1
		if lambda <= 0 || (!last && lambda < gaps[i+1].marginal()) {
			continue
		}
		hours := 0.0
		for _, a := range gaps[:i+1] {
			hours += math.Max(0, math.Log(a.marginal()/lambda)/a.rate)
		}
		return hours
	}
	return math.Inf(1)
}

package planner

import "math"

// Overall is what mocks that were scored only in all say of the exam as a whole.
type Overall struct {
	Mastery float64 // 0..1
	SE      float64 // standard error, 0..1
}

// levelBeliefs moves the domains no mock has asked about by name to the level that mocks show of the exam as a whole. All move by the same step on the scale of log-odds, so that what a person said of
// their strengths and weaknesses stays; only how high it all stands is corrected.
//
// The level of the rest is what remains of the whole after the domains that are known, and is weighed against the ratings' mean: people misjudge themselves as a whole as
// much as in single domains.
func levelBeliefs(beliefs []belief, weights []float64, order []int, overall *Overall) {
	if overall == nil {
		return
	}
	all, known, rest, mean := 0.0, 0.0, 0.0, 0.0
	for _, i := range order { // sums of floats depend on their order
		b := beliefs[i]
		all += weights[i]
		if b.evident || b.given {
			known += weights[i] * b.mastery
			continue
		}
		rest += weights[i]
		mean += weights[i] * b.mastery
	}
	if rest == 0 {
		return
	}
	mean /= rest
	shown := Evidence{Mastery: math.Min(math.Max((overall.Mastery*all-known)/rest, 0.02), masteryCeiling), SE: math.Min(overall.SE*all/rest, 1)}
	step := levelStep(beliefs, weights, order, combined(mean, ratingSpread, shown)*rest)
	for i := range beliefs {
		if b := &beliefs[i]; !b.evident && !b.given {
			b.mastery, b.evident = math.Min(shifted(b.mastery, step), masteryCeiling), true
		}
	}
}

// levelStep is the step in log-odds after which the weighted masteries of the domains that are not known add up to sum, by bisection.
func levelStep(beliefs []belief, weights []float64, order []int, sum float64) float64 {
	low, high := -8.0, 8.0
	for range 60 {
		mid := (low + high) / 2
		total := 0.0
		for _, i := range order {
			if b := beliefs[i]; !b.evident && !b.given {
				total += weights[i] * shifted(b.mastery, mid)
			}
		}
		if total < sum {
			low = mid
		} else {
			high = mid
		}
	}
	return (low + high) / 2
}

// shifted is a share moved by a step in log-odds. Shares of 0 and 1 are drawn in a little.
func shifted(share, step float64) float64 {
	const edge = 0.005
	p := math.Min(math.Max(share, edge), 1-edge)
	return 1 / (1 + (1-p)/p*math.Exp(-step))
}

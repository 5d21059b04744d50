package readiness

import "math"

// regime is one way in which people learn. Which of them a person follows is not known beforehand; the filter runs all
// of them side by side and lets each mock say which foretold it better.
type regime struct {
	prior     float64 // share of candidates
	walk      float64 // variance the level gains in a day, logits²
	driftMean float64 // growth at the start, logits a day
	driftSD   float64
	halfLife  float64 // days after which the growth has halved
}

// regimes are the three ways: hardly moving, the usual one, and the steep climb of a beginner.
// The walks and the shares come from simulated learners set to MCAT and open-university data: with one regime alone, steep
// learners are misjudged badly (Brier score 0.194 against 0.122 with three).
func regimes() []regime {
	return []regime{
		{prior: 0.50, walk: 0.10 * 0.10 / 30, driftMean: 0.002, driftSD: 0.003, halfLife: 30},
		{prior: 0.32, walk: 0.25 * 0.25 / 30, driftMean: 0.003, driftSD: 0.010, halfLife: 30},
		{prior: 0.18, walk: 0.25 * 0.25 / 30, driftMean: 0.010, driftSD: 0.030, halfLife: 45},
	}
}

// shares turns log weights into weights that add up to 1.
func shares(logWeights []float64) []float64 {
	top := math.Inf(-1)
	for _, v := range logWeights {
		top = max(top, v)
	}
	out := make([]float64, len(logWeights))
	sum := 0.0
	for i, v := range logWeights {
		out[i] = exp(v - top)
		sum += out[i]
	}
	scale(out, 1/sum)
	return out
}

package main

import "math"

// The simulation's own chances of passing, worked out instead of played.

// fiveNodes and fiveWeights integrate over a standard normal variable (Gauss-Hermite).
var (
	fiveNodes   = [5]float64{-2.856970013872806, -1.355626179974266, 0, 1.355626179974266, 2.856970013872806}
	fiveWeights = [5]float64{0.011257411327721, 0.222075922005613, 0.533333333333333, 0.222075922005613, 0.011257411327721}
)

// share is how many of the questions of a domain the learner answers rightly in the long run, under the luck of one form.
func (l *learner) share(domain int, luck float64) float64 {
	x := l.level + l.domains[domain] + luck
	p := 0.0
	if l.world.items == 0 {
		p = logistic(x)
	} else {
		for i, node := range fiveNodes {
			p += fiveWeights[i] * logistic(x+l.world.items*node)
		}
	}
	if l.lost > 0 {
		p *= l.lost
	}
	return p
}

// passes is the chance of an exam with so many questions of each domain, under the luck of its form and day. The number of right answers is a sum of binomials; its normal curve is corrected for skewness (Edgeworth).
func (l *learner) passes(questions []int, luck float64) float64 {
	mean, variance, third, asked := 0.0, 0.0, 0.0, 0
	for d, n := range questions {
		p := l.share(d, luck)
		v := float64(n) * p * (1 - p)
		mean, variance, third, asked = mean+float64(n)*p, variance+v, third+v*(1-2*p), asked+n
	}
	if variance < 1e-9 { // nothing is left to chance
		if mean >= float64(needed(asked))-0.5 {
			return 1
		}
		return 0
	}
	z := (float64(needed(asked)) - 0.5 - mean) / math.Sqrt(variance)
	density := math.Exp(-z*z/2) / math.Sqrt(2*math.Pi)
	p := 0.5*math.Erfc(z/math.Sqrt2) + third/(variance*math.Sqrt(variance))/6*(z*z-1)*density
	return math.Min(math.Max(p, 0), 1)
}

// knownChance averages over the luck of the exam day, in steps of a fifth of its spread.
func (l *learner) knownChance(questions int) float64 {
	asked := shares(questions, l.weights)
	chance, weights := 0.0, 0.0
	for step := -25; step <= 25; step++ {
		z := float64(step) / 5
		weight := math.Exp(-z * z / 2)
		chance += weight * l.passes(asked, z*l.examLuck())
		weights += weight
	}
	return chance / weights
}

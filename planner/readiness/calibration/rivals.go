package main

import (
	"math"

	"milepost/planner/readiness"
)

// fromShare is a fair use of a single share of right answers: a normal curve around it, as wide as chance on both sides and the usual luck make it.
func fromShare(share float64, asked, questions int) float64 {
	p := math.Min(math.Max(share, 0.05), 0.95)
	sd := math.Sqrt(p*(1-p)*(1/float64(max(asked, 1))+1/float64(questions)) + 0.07*0.07)
	return 0.5 * math.Erfc(-(share-passLine)/sd/math.Sqrt2)
}

// simple are the chances that rules without a model of learning give.
type simple struct {
	last, mean float64 // from the share of the last mock, and of all
	discounted float64
}

// baselines works out the simple rules.
func baselines(in readiness.Input) simple {
	correct, total := 0, 0
	for _, m := range in.Mocks {
		c, n := m.Counts()
		correct += c
		total += n
	}
	final := in.Mocks[len(in.Mocks)-1]
	_, n := final.Counts()
	return simple{
		last:       fromShare(final.Share(), n, in.Questions),
		mean:       fromShare(float64(correct)/float64(total), total, in.Questions),
		discounted: discounted(in),
	}
}

// What the discounted count assumes.
const (
	halfLife  = 30.0 // days in which a mock's weight halves
	priorHits = 13.0 // questions answered right before any mock
	priorMiss = 7.0
	mostAsked = 40.0 // questions' worth of evidence, at most; without this bound it is far too sure
)

// discounted is the chance from a beta-binomial count in which older mocks weigh less: the best of the simple rules.
func discounted(in readiness.Input) float64 {
	a, b := priorHits, priorMiss
	for _, m := range in.Mocks {
		right, asked := m.Counts()
		weight := math.Exp2(-float64(m.Date.DaysUntil(in.AsOf)) / halfLife)
		a += weight * float64(right)
		b += weight * float64(asked-right)
	}
	if shrink := mostAsked / (a + b); shrink < 1 {
		a, b = a*shrink, b*shrink
	}
	return betaBinomialTail(in.Questions, needed(in.Questions), a, b)
}

// betaBinomialTail is the chance of at least so many right answers to n questions where the share is Beta(a, b).
func betaBinomialTail(n, least int, a, b float64) float64 {
	exactly := 1.0 // the chance of none
	for i := range n {
		exactly *= (b + float64(i)) / (a + b + float64(i))
	}
	below := 0.0
	for k := range least {
		below += exactly
		exactly *= float64(n-k) / float64(k+1) * (a + float64(k)) / (b + float64(n-k-1))
	}
	return 1 - below
}

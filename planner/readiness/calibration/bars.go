package main

import "math"

// kind is what a bar can be about.
type kind struct {
	name   string
	figure func(result) figure
	best   func(result) figure // what would be possible at all; nil where every value asked for is
}

// The kinds of bars.
var (
	brierScore  = kind{"Brier score", func(r result) figure { return r.ours.brier }, result.best}
	slope       = kind{"slope", func(r result) figure { return r.ours.slope }, nil}
	holds       = kind{"90 % range holds", func(r result) figure { return r.cover }, nil}
	calibration = kind{"calibration error", func(r result) figure { return r.ours.ece }, func(r result) figure { return figure{r.ours.luck, 0} }}
	lastMock    = kind{"ahead of the last mock", func(r result) figure { return r.rivals.last.ahead }, func(r result) figure { return r.rivals.last.ahead.plus(r.possible.behind) }}
	count       = kind{"ahead of the discounted count", func(r result) figure { return r.rivals.discounted.ahead }, func(r result) figure { return r.rivals.discounted.ahead.plus(r.possible.behind) }}
)

// bar is what is asked of a world: that a figure lies from low to high.
type bar struct {
	world     string
	kind      kind
	low, high float64
}

// asked are the bars of one world. Zero asks nothing.
type asked struct {
	brier, ece, ahead float64 // highest Brier score and calibration error, and how far the last mock alone must lie behind
	count             float64 // how far the discounted count may be ahead
	middle            bool    // whether slope and range must be right, too
}

// askedOf are the bars by world. They were found for an estimator of this kind on 2,500 learners of worlds much like these, which are known from a description in words only.
var askedOf = map[string]asked{
	"matched": {0.142, 0.030, 0.020, 0.002, true}, "items": {0.142, 0.030, 0.020, 0.002, true}, "real": {0.135, 0.035, 0.015, 0.002, false},
	"growth": {0.142, 0.055, 0.015, 0.002, false}, "forget": {0.142, 0.055, 0.020, 0.002, false}, mixed: {0.142, 0.055, 0.015, 0.002, false},
	"noisy": {0.172, 0.080, 0.020, 0.002, false}, "quiet": {0.112, 0.080, 0.003, 0.008, false}, "steep": {0.130, 0, 0, 0.002, false},
}

// bars lists what is asked of a world.
func bars(world string) []bar {
	a, below, above := askedOf[world], math.Inf(-1), math.Inf(1)
	out := []bar{{world, brierScore, below, a.brier}}
	if a.ece > 0 {
		out = append(out, bar{world, calibration, below, a.ece})
	}
	if a.ahead > 0 {
		out = append(out, bar{world, lastMock, a.ahead, above})
	}
	out = append(out, bar{world, count, -a.count, above})
	if a.middle {
		out = append(out, bar{world, slope, 0.90, 1.10}, bar{world, holds, 0.86, 0.93})
	}
	return out
}

// judged is a bar with what was measured.
type judged struct {
	bar
	measured figure
	verdict  verdict
	best     figure
	reach    verdict // how the best possible would stand to the bar
}

// judgeAll holds every result against the bars of its world.
func judgeAll(results []result) []judged {
	var out []judged
	for _, r := range results {
		for _, b := range bars(r.world.name) {
			j := judged{bar: b, measured: b.kind.figure(r), reach: met}
			j.verdict = judge(j.measured, b.low, b.high)
			if b.kind.best != nil {
				j.best = b.kind.best(r)
				j.reach = judge(j.best, b.low, b.high)
			}
			out = append(out, j)
		}
	}
	return out
}

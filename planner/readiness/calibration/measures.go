package main

import (
	"math"

	"milepost/planner/readiness"
)

// bins is into how many steps chances are sorted for calibration.
const bins = 10

// forecast is one stated chance with what happened.
type forecast struct {
	chance float64
	passed bool
}

// result is what was measured in a world.
type result struct {
	world     world
	learners  int
	passed    float64 // share
	ours      scored
	last      scored     // from the last mock alone
	mean      scored     // from the mean of all mocks
	base      scored     // always the share that passes
	cover     [2]float64 // of the 90 % range, and the share of scores below the median
	width     float64    // of the 90 % range, mean
	forecasts []forecast
}

// scored are the usual scores of a list of forecasts.
type scored struct {
	brier, logLoss, ece, slope float64
}

// score measures forecasts. ECE is the mean distance of stated from happened over bins of stated chance; slope is that of a logistic regression of what happened on the stated log-odds:
// 1 is right, less is too sure, more too shy.
func score(all []forecast) scored {
	var s scored
	var stated, happened [bins]float64
	n := float64(len(all))
	for _, f := range all {
		y := 0.0
		if f.passed {
			y = 1
		}
		p := math.Min(math.Max(f.chance, 1e-4), 1-1e-4)
		s.brier += (f.chance - y) * (f.chance - y) / n
		s.logLoss -= (y*math.Log(p) + (1-y)*math.Log(1-p)) / n
		b := min(int(f.chance*bins), bins-1)
		stated[b] += f.chance
		happened[b] += y
	}
	for b := range stated {
		s.ece += math.Abs(stated[b]-happened[b]) / n
	}
	s.slope = calibrationSlope(all)
	return s
}

// calibrationSlope fits y on a + b logit(p) by Newton's method and answers b.
func calibrationSlope(all []forecast) float64 {
	a, b := 0.0, 1.0
	for range 30 {
		var ga, gb, haa, hab, hbb float64
		for _, f := range all {
			x := logit(math.Min(math.Max(f.chance, 1e-4), 1-1e-4))
			p := logistic(a + b*x)
			y := 0.0
			if f.passed {
				y = 1
			}
			v := p * (1 - p)
			ga, gb = ga+y-p, gb+(y-p)*x
			haa, hab, hbb = haa+v, hab+v*x, hbb+v*x*x
		}
		det := haa*hbb - hab*hab
		if math.Abs(det) < 1e-12 {
			return math.NaN()
		}
		da, db := (ga*hbb-gb*hab)/det, (gb*haa-ga*hab)/det
		a, b = a+da, b+db
		if math.Abs(da)+math.Abs(db) < 1e-9 {
			break
		}
	}
	return b
}

// fromShare is a fair use of a single share of right answers: a normal curve around it, as wide as chance on both sides and the usual luck make it.
func fromShare(share float64, asked, questions int) float64 {
	p := math.Min(math.Max(share, 0.05), 0.95)
	sd := math.Sqrt(p*(1-p)*(1/float64(max(asked, 1))+1/float64(questions)) + 0.07*0.07)
	return 0.5 * math.Erfc(-(share-passLine)/sd/math.Sqrt2)
}

// baselines are the chances that the last mock, and the mean of all, would give.
func baselines(in readiness.Input) (last, mean float64) {
	correct, total := 0, 0
	for _, m := range in.Mocks {
		c, n := m.Counts()
		correct += c
		total += n
	}
	final := in.Mocks[len(in.Mocks)-1]
	_, n := final.Counts()
	return fromShare(final.Share(), n, in.Questions), fromShare(float64(correct)/float64(total), total, in.Questions)
}

package main

import (
	"math"
	"math/rand/v2"
)

// bins is into how many steps chances are sorted for calibration.
const bins = 10

// forecast is one stated chance with what happened.
type forecast struct {
	chance float64
	passed bool
}

// outcome is 1 for a pass, else 0.
func (f forecast) outcome() float64 {
	if f.passed {
		return 1
	}
	return 0
}

// loss is the Brier score of one forecast.
func (f forecast) loss() float64 { return (f.chance - f.outcome()) * (f.chance - f.outcome()) }

// clamped keeps the chance off 0 and 1, where log-odds end.
func (f forecast) clamped() float64 { return math.Min(math.Max(f.chance, 1e-4), 1-1e-4) }

// scored are the usual scores of a list of forecasts.
type scored struct {
	brier, logLoss, ece, slope figure
	luck                       float64 // the calibration error that chances exactly right would show on as many learners
}

// score measures forecasts. ECE is the mean distance of stated from happened over bins of stated chance; slope is that of a logistic regression of what happened on the stated log-odds:
// 1 is right, less is too sure, more too shy.
func score(all []forecast, random *rand.Rand) scored {
	var s scored
	var brier, logLoss tally
	for _, f := range all {
		p, y := f.clamped(), f.outcome()
		brier.add(f.loss())
		logLoss.add(-(y*math.Log(p) + (1-y)*math.Log(1-p)))
	}
	s.brier, s.logLoss = brier.figure(), logLoss.figure()
	s.ece = calibrationError(all, random)
	s.luck = luckOfBins(all)
	s.slope = calibrationSlope(all)
	return s
}

// bin is the step a chance falls into.
func bin(chance float64) int { return min(int(chance*bins), bins-1) }

// calibrationError is the ECE. A sum of distances has no simple standard error: it is bootstrapped over learners.
func calibrationError(all []forecast, random *rand.Rand) figure {
	over := func(learners []int) float64 {
		var short [bins]float64 // passes less those stated
		for _, i := range learners {
			short[bin(all[i].chance)] += all[i].outcome() - all[i].chance
		}
		sum := 0.0
		for _, v := range short {
			sum += math.Abs(v)
		}
		return sum / float64(len(learners))
	}
	everyone := make([]int, len(all))
	for i := range everyone {
		everyone[i] = i
	}
	return figure{over(everyone), bootstrap(len(all), random, over)}
}

// luckOfBins is the ECE to be expected if every chance were exactly right: the mean size of a normal variable, sqrt(2/pi) of its spread, in every bin.
func luckOfBins(all []forecast) float64 {
	var variance [bins]float64
	for _, f := range all {
		variance[bin(f.chance)] += f.chance * (1 - f.chance)
	}
	sum := 0.0
	for _, v := range variance {
		sum += math.Sqrt(2 / math.Pi * v)
	}
	return sum / float64(len(all))
}

// calibrationSlope fits y on a + b logit(p) by Newton's method and answers b. Its standard error is the sandwich's, which holds where the curve does not fit, too.
func calibrationSlope(all []forecast) figure {
	a, b := 0.0, 1.0
	for range 30 {
		c := curvature(all, a, b)
		if math.Abs(c.det()) < 1e-12 {
			return figure{math.NaN(), math.NaN()}
		}
		da, db := (c.ga*c.hbb-c.gb*c.hab)/c.det(), (c.gb*c.haa-c.ga*c.hab)/c.det()
		a, b = a+da, b+db
		if math.Abs(da)+math.Abs(db) < 1e-9 {
			break
		}
	}
	c := curvature(all, a, b)
	// The second row of the inverse of the curvature, on either side of the gradients' own products.
	x, y := -c.hab/c.det(), c.haa/c.det()
	return figure{b, math.Sqrt(x*x*c.saa + 2*x*y*c.sab + y*y*c.sbb)}
}

// bend is the gradient (g), the curvature (h) and the sum of the squared gradients (s) of the likelihood of a + b logit(p).
type bend struct {
	ga, gb, haa, hab, hbb, saa, sab, sbb float64
}

func (c bend) det() float64 { return c.haa*c.hbb - c.hab*c.hab }

func curvature(all []forecast, a, b float64) bend {
	var c bend
	for _, f := range all {
		x := logit(f.clamped())
		p := logistic(a + b*x)
		v, off := p*(1-p), f.outcome()-p
		c.ga, c.gb = c.ga+off, c.gb+off*x
		c.haa, c.hab, c.hbb = c.haa+v, c.hab+v*x, c.hbb+v*x*x
		c.saa, c.sab, c.sbb = c.saa+off*off, c.sab+off*off*x, c.sbb+off*off*x*x
	}
	return c
}

package planner

import "math"

// curve is how mastery of one domain grows with effective hours u:
//
//	m(u) = c - (c - start) exp(-rate u),   rate = kappa / (weight * Href * difficulty)
//
// Exponential curves fit individuals better than power laws in every unaveraged data set of Heathcote, Brown & Mewhort (2000), and the one
// measured curve of a whole exam (Step 1 practice scores against days of study, PMC8368818) has this form. The volume of a domain is taken as
// proportional to its weight.
type curve struct {
	weight float64 // share of the exam, 0..1
	start  float64 // mastery now, 0..ceiling
	rate   float64 // per effective hour
}

// kappa makes Href hours lead from referenceFrom to referenceTo.
var kappa = math.Log((masteryCeiling - referenceFrom) / (masteryCeiling - referenceTo))

func newCurve(weight, mastery, hoursOfDomain float64) curve {
	c := curve{weight: weight, start: math.Min(math.Max(mastery, 0), masteryCeiling)}
	if weight > 0 && hoursOfDomain > 0 {
		c.rate = kappa / hoursOfDomain
	}
	return c
}

// mastery after u effective hours.
func (c curve) mastery(u float64) float64 {
	return masteryCeiling - (masteryCeiling-c.start)*math.Exp(-c.rate*u)
}

// marginal is the gain in exam score per further effective hour, after u of them.
func (c curve) marginal(u float64) float64 {
	return c.weight * c.rate * (masteryCeiling - c.start) * math.Exp(-c.rate*u)
}

// gain is the exam score that more effective hours add after u of them.
func (c curve) gain(u, more float64) float64 {
	return c.weight * (c.mastery(u+more) - c.mastery(u))
}

// effect is the effective hours of an hour of an activity. A mock is practice.
func effect(a Activity) float64 {
	switch a {
	case Learn:
		return learnEffect
	case Review, Debrief:
		return reviewEffect
	}
	return practiseEffect
}

// retained is the share of an hour's effect that is left after so many days: 1 the same day, 0.81 after 60 days, never below 0.7.
func retained(days int) float64 {
	if days >= 0 && days < len(retainedAfter) {
		return retainedAfter[days]
	}
	return retention(days)
}

// retainedAfter has the figures for every day of a plan, so that they are worked out once.
var retainedAfter = func() (table [MaxPlanDays + 1]float64) {
	for days := range table {
		table[days] = retention(days)
	}
	return table
}()

func retention(days int) float64 {
	return 1 - forgettable*(1-math.Exp(-float64(days)/forgetDays))
}

// bestGap is the gap between two visits, in days, that serves a retention interval best.
func bestGap(retentionDays int) float64 {
	return math.Min(math.Max(gapFactor*math.Pow(float64(max(retentionDays, 1)), gapPower), gapMin), gapMax)
}

// longestGap is the gap in whole days that is not reported.
func longestGap(retentionDays int) int {
	if retentionDays >= 0 && retentionDays < len(longestGapAt) {
		return longestGapAt[retentionDays]
	}
	return int(gapStretch * bestGap(retentionDays))
}

// longestGapAt has the figures for every day of a plan.
var longestGapAt = func() (table [MaxPlanDays + 1]int) {
	for days := range table {
		table[days] = int(gapStretch * bestGap(days))
	}
	return table
}()

// gainKey turns a gain into a whole number, so that orders do not hang on the last bit of a float.
func gainKey(gain float64) int64 { return int64(math.Round(gain * 1e12)) }

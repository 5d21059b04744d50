package readiness

import "math"

// retention is the share still known after idle days, on the power curve of FSRS-4.5:
// (1 + 19/81 * days/stability)^-1/2. It is 0.96 after 30 days, 0.90 after 90 and 0.71 after a year.
func retention(days float64) float64 {
	return 1 / math.Sqrt(1+float64(retentionFactor*days/stability))
}

// idleness knows, by domain, from which day on idle time is counted.
type idleness struct {
	last  []int  // day number of the last study
	known []bool // a domain without a recorded day is never idle
	floor float64
	// until is the last day that can be idle: with study planned it is the day of the estimate, otherwise there is none.
	until int
}

// costlyDays are the idle days beyond the grace that a domain has behind it on a day.
func (i idleness) costlyDays(domain, day int) float64 {
	if !i.known[domain] {
		return 0
	}
	return float64(max(0, min(day, i.until)-i.last[domain]-idleGrace))
}

// forget lowers the domains that were idle between two days. What was forgotten before from is already in the mocks up to
// then. Knowledge falls towards the share that guessing gets (floor), and how fast is itself uncertain.
func (s *state) forget(l layout, idle idleness, from, to int) {
	for d := range l.domains {
		before, after := idle.costlyDays(d, from), idle.costlyDays(d, to)
		if after <= before {
			continue
		}
		at := l.domainAt(d)
		ability := s.mean[levelAt] + s.mean[at]
		share := logistic(ability)
		if share <= idle.floor {
			continue
		}
		kept := retention(after) / retention(before)
		shift := logit(idle.floor+float64((share-idle.floor)*kept)) - ability
		s.mean[at] += shift
		spread := forgettingSpread * shift
		s.cov.add(at, at, float64(spread*spread))
	}
}

package readiness

import "math"

// evolve lets days pass: the level follows its drift, the drift fades with its half-life, and level and domains wander a little,
// which widens what is known of them. Two stretches in a row give the same as one of their length.
func (s *state) evolve(l layout, r regime, days float64) {
	if days <= 0 {
		return
	}
	rate := math.Ln2 / r.halfLife
	keep := exp(-float64(rate * days))
	reach := (1 - keep) / rate // days' worth of today's drift

	s.mean[levelAt] += float64(reach * s.mean[driftAt])
	s.mean[driftAt] *= keep

	level, drift := s.cov.row(levelAt), s.cov.row(driftAt)
	ll, ld, dd := level[levelAt], level[driftAt], drift[driftAt]
	for j := 2; j < l.size(); j++ {
		level[j] += float64(reach * drift[j])
		drift[j] *= keep
		s.cov.set(j, levelAt, level[j])
		s.cov.set(j, driftAt, drift[j])
	}
	level[levelAt] = ll + float64(2*reach*ld) + float64(reach*reach*dd) + float64(r.walk*days)
	level[driftAt] = float64(keep * (ld + float64(reach*dd)))
	drift[levelAt] = level[driftAt]
	drift[driftAt] = float64(keep * keep * dd)
	for d := range l.domains {
		at := l.domainAt(d)
		s.cov.add(at, at, float64(domainWalk*days))
	}
}

package planner

import "math"

// firstPassMinutes is the first pass through a domain that is still to do, in whole minutes:
//
//	content * Href * weight * difficulty * max(0, 1 - mastery/0.8)  hours,
//
// less what was learned already, at the person's own pace. When mocks show more than the rating promised, their smaller figure is taken: what one can answer need not be read first.
func (m *model) firstPassMinutes(d domain, learned float64) int {
	s := m.study
	if s.Domains[d.index].Skim || d.belief.read {
		return 0
	}
	need := func(mastery float64) float64 {
		return s.ContentShare * d.hours * math.Max(0, 1-mastery/referenceTo) * 60
	}
	left := math.Max(0, need(d.belief.start)-learned)
	if d.belief.evident {
		left = math.Min(left, need(d.belief.mastery))
	}
	return roundToStep(left * m.pace.Of(Learn))
}

// roundToStep rounds to the minute step; what is less than half the shortest session is nothing.
func roundToStep(minutes float64) int {
	n := minuteStep * int(math.Round(minutes/minuteStep))
	if 2*n < shortestSession {
		return 0
	}
	return max(n, shortestSession)
}

// cutToFit shrinks first passes in proportion when they do not fit into the room before the taper, by largest remainder in minute steps.
func cutToFit(first []int, room int) []int {
	total := 0
	for _, m := range first {
		total += m
	}
	if total <= room {
		return first
	}
	weights := make([]float64, len(first))
	for i, m := range first {
		weights[i] = float64(m)
	}
	out := largestRemainder(weights, max(room, 0)/minuteStep)
	for i := range out {
		out[i] *= minuteStep
	}
	return out
}

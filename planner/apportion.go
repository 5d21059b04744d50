package planner

import "slices"

// largestRemainder shares out a whole number of units in proportion to weights (Hamilton's method). It keeps every share within one unit of its
// quota and is right for cutting a fixed amount. It is wrong for sharing out study time, where a domain could lose a session because one was added
// (the Alabama paradox); [allocate] does that.
func largestRemainder(weights []float64, units int) []int {
	out := make([]int, len(weights))
	total := 0.0
	for _, w := range weights {
		total += w
	}
	if total <= 0 || units <= 0 {
		return out
	}
	order := make([]int, len(weights))
	rest := make([]int64, len(weights))
	left := units
	for i, w := range weights {
		quota := w / total * float64(units)
		out[i] = int(quota)
		rest[i] = gainKey(quota - float64(out[i]))
		order[i] = i
		left -= out[i]
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case rest[a] > rest[b]:
			return -1
		case rest[a] < rest[b]:
			return 1
		}
		return a - b
	})
	for _, i := range order[:min(max(left, 0), len(order))] {
		out[i]++
	}
	return out
}

package planner

import (
	"math"
	"slices"
)

// mostApart is how many of the days, in order, can be taken with mockSpacing between them.
func mostApart(days []int) int {
	n, last := 0, math.MinInt/2
	for _, t := range days {
		if t-last >= mockSpacing {
			n++
			last = t
		}
	}
	return n
}

// nearestDays picks one day for each ideal, in order and mockSpacing apart, so that the distances add up to least; ties go to earlier days.
// There must be room for all of them (see [mostApart]).
func nearestDays(days, ideals []int) []int {
	const far = math.MaxInt / 4
	cost := make([]int, len(days)) // best cost with the mock so far on each day
	choice := make([][]int, len(ideals))
	for j, ideal := range ideals {
		next := make([]int, len(days))
		choice[j] = make([]int, len(days))
		best, bestAt, k := far, -1, 0 // over the days far enough before
		for i, t := range days {
			for ; k < i && t-days[k] >= mockSpacing; k++ {
				if cost[k] < best {
					best, bestAt = cost[k], k
				}
			}
			before := best
			if j == 0 {
				before = 0
			}
			next[i] = min(before+abs(t-ideal), far)
			choice[j][i] = bestAt
		}
		cost = next
	}
	if len(ideals) == 0 || len(days) == 0 {
		return nil
	}
	at := 0
	for i := range days {
		if cost[i] < cost[at] {
			at = i
		}
	}
	out := make([]int, len(ideals))
	for j := len(ideals) - 1; j >= 0; j-- {
		out[j] = days[at]
		at = max(choice[j][at], 0)
	}
	return out
}

// mergeSorted is both lists in one, in order.
func mergeSorted(a, b []int) []int {
	out := slices.Concat(a, b)
	slices.Sort(out)
	return out
}

// from is the part of sorted days that begins at a day.
func from(days []int, first int) []int {
	i, _ := slices.BinarySearch(days, first)
	return days[i:]
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// bestLongDay is the day on which a mock would do most if it were made long enough: of the days on which a mock may lie at all, the one nearest to the
// place of the last mock, weekends and days with much time first.
func (m *model) bestLongDay() (int, bool) {
	ideal := m.mockIdeals(1, 1)[0]
	best, bestCost := -1, 0
	for t := range m.days {
		if t > len(m.days)-mockBeforeExam || m.days[t].off || m.days[t].offered == 0 && t == 0 {
			continue
		}
		cost := abs(t-ideal)*longDayPerDay + (m.study.MockMinutes - min(m.days[t].offered, m.study.MockMinutes))
		if best < 0 || cost < bestCost {
			best, bestCost = t, cost
		}
	}
	return best, best >= 0
}

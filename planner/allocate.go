package planner

import "container/heap"

// allocation asks how units of study are best shared out among domains.
type allocation struct {
	curves []curve
	base   []float64 // effective hours each domain gets anyway: first pass, mocks, pinned sessions
	floors []int     // units each domain gets before anything else
	unit   float64   // effective hours of one unit
}

// allocate gives the units one at a time to the domain that gains most, after the floors. For curves with falling gains this is the exact optimum
// (Fox 1966), and it is nested: one unit more changes one domain by one unit. Ties go to the earlier domain. Domains without weight get nothing.
func (a allocation) allocate(units int) []int {
	counts := make([]int, len(a.curves))
	for i := range counts {
		for n := 0; n < a.floors[i] && units > 0; n++ {
			counts[i]++
			units--
		}
	}
	h := &gainHeap{}
	for i, c := range a.curves {
		if c.weight > 0 {
			h.items = append(h.items, gainItem{a.next(i, counts[i]), i})
		}
	}
	heap.Init(h)
	for ; units > 0 && len(h.items) > 0; units-- {
		i := h.items[0].index
		counts[i]++
		h.items[0].gain = a.next(i, counts[i])
		heap.Fix(h, 0)
	}
	return counts
}

// next is the gain of one more unit for a domain that has count of them.
func (a allocation) next(i, count int) int64 {
	return gainKey(a.curves[i].gain(a.base[i]+float64(count)*a.unit, a.unit))
}

type gainItem struct {
	gain  int64
	index int
}

// gainHeap has the largest gain on top; the earlier domain wins a tie.
type gainHeap struct{ items []gainItem }

func (h *gainHeap) Len() int { return len(h.items) }
func (h *gainHeap) Less(i, j int) bool {
	a, b := h.items[i], h.items[j]
	if a.gain != b.gain {
		return a.gain > b.gain
	}
	return a.index < b.index
}
func (h *gainHeap) Swap(i, j int) { h.items[i], h.items[j] = h.items[j], h.items[i] }
func (h *gainHeap) Push(x any)    { h.items = append(h.items, x.(gainItem)) }
func (h *gainHeap) Pop() any {
	last := h.items[len(h.items)-1]
	h.items = h.items[:len(h.items)-1]
	return last
}

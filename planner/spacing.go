package planner

import "math"

// noDeadline is the deadline of a domain that need not be met again.
const noDeadline = math.MaxInt32

// spacing knows by when a domain that was met must be met again.
type spacing struct {
	exam  int   // day of the exam
	open  []int // open[t] days before t were not days off
	mocks []int // every mock meets every domain
}

func (m *model) newSpacing() spacing {
	s := spacing{exam: len(m.days), open: make([]int, len(m.days)+1), mocks: m.mocks}
	for t, d := range m.days {
		s.open[t+1] = s.open[t]
		if !d.off {
			s.open[t+1]++
		}
	}
	return s
}

// deadline is the last day for the next visit after one on day t, days off not counted; noDeadline when a mock or the exam comes first.
func (s spacing) deadline(t int) int {
	want := s.open[t+1] + longestGap(s.exam-t)
	last := t + 1
	for last < s.exam && s.open[last+1] <= want {
		last++
	}
	last--
	if last >= s.exam-1 || s.mockWithin(t+1, last) {
		return noDeadline
	}
	return max(last, t+1)
}

// gap is the number of days from a visit to the next, days off not counted.
func (s spacing) gap(from, to int) int {
	if from < 0 { // a visit before today
		return s.open[to] - from
	}
	return s.open[to] - s.open[from]
}

func (s spacing) mockWithin(first, last int) bool {
	for _, t := range s.mocks {
		if t >= first && t <= last {
			return true
		}
	}
	return false
}

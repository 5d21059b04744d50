package planner

// placeHalfMocks is what is done where no day can hold a mock: the mock is taken in two halves on two days close together, as timed practice over all domains. It is
// less than a mock, so the verdict still asks for one long day, but it is practice under time, and a long day more or less changes no more than it should.
func (m *model) placeHalfMocks(want int) {
	half := m.study.halfMock()
	if half < shortestSession || half > longestSession {
		return
	}
	var days []int
	for t := range m.days {
		if _, ok := m.secondHalf(t, half); ok && t <= len(m.days)-mockBeforeExam-1 {
			days = append(days, t)
		}
	}
	want = min(want, mostApart(days))
	for _, t := range nearestDays(days, m.mockIdeals(want, 0)) {
		second, ok := m.secondHalf(t, half)
		if !ok {
			continue
		}
		for i, day := range []int{t, second} {
			m.days[day].room -= half
			m.fixed = append(m.fixed, Session{Date: m.date(day), Activity: Practise, Minutes: half, Reason: reasonHalfMock[i]})
		}
		m.halves = append(m.halves, second)
	}
}

// secondHalf is the day for the other half of a mock begun on a day.
func (m *model) secondHalf(t, half int) (int, bool) {
	if m.days[t].room < half {
		return 0, false
	}
	for next := t + 1; next <= t+halfMockWithin && next <= len(m.days)-mockBeforeExam; next++ {
		if m.days[next].room >= half {
			return next, true
		}
	}
	return 0, false
}

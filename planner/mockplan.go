package planner

import (
	"fmt"
	"math"
)

// mocksFor is the number of mocks for so many days to the exam.
func mocksFor(days int) int {
	switch {
	case days < mockShortestPlan:
		return 0
	case days <= 3*7:
		return 1
	case days <= 6*7:
		return 2
	case days <= 12*7:
		return 3
	}
	return min(3+(days-12*7)/mockExtraEvery, mockMost)
}

// placeMocks chooses the days of the mocks, the diagnostic first, and takes their minutes from those days.
func (m *model) placeMocks() {
	pinned := m.pinnedMocks()
	want := m.mocksWanted() - len(pinned)
	fit := m.mocksWithinShare(want)
	if fit < want && m.study.MocksWanted > 0 {
		m.note(NoticeFewerMocks, fmt.Sprintf("Mocks and their debriefs take at most a fifth of your time, so %d of %s fit.", fit, counted(want, "mock")))
	} else if fit == 0 && want > 0 && m.capacity(len(m.days)) > 0 {
		m.note(NoticeMocksLeftOut, "There is too little time for a mock with its debrief, so none is planned.")
	}
	if fit > 0 && !m.anyRoomy(pinned) && len(pinned) == 0 {
		m.noRoom = true
		m.note(NoticeNoRoomForMock, fmt.Sprintf("No day has the %s a mock takes. One long day before the exam is enough.", hours(m.study.MockMinutes)))
	}
	chosen := m.chooseMockDays(fit, pinned)
	if len(chosen) < fit && !m.noRoom {
		m.note(NoticeFewerMocks, fmt.Sprintf("Only %s of %d could be given a day with %s free, %d days apart.", counted(len(chosen), "mock"), fit, hours(m.study.MockMinutes), mockSpacing))
	}
	for _, t := range chosen {
		m.days[t].room -= m.study.MockMinutes
		m.fixed = append(m.fixed, Session{Date: m.date(t), Activity: MockExam, Minutes: m.study.MockMinutes, Reason: m.mockReason(t)})
	}
	m.mocks = mergeSorted(pinned, chosen)
	if m.early < 0 {
		m.early = m.diagnosticAmong(pinned)
	}
	if m.noRoom {
		m.placeHalfMocks(fit)
	}
}

// mocksWanted is the number of mocks from today on: the person's, or by the days that are left, and one more as a diagnostic when nothing is known.
func (m *model) mocksWanted() int {
	if m.study.MocksWanted >= 0 {
		return m.study.MocksWanted
	}
	n := mocksFor(len(m.days))
	if n > 0 && m.wantsDiagnostic() {
		n++
	}
	return n
}

// wantsDiagnostic tells whether a mock in the first days is worth its time: mastery rests on ratings alone and there is time to act on the result.
func (m *model) wantsDiagnostic() bool {
	return len(m.days) >= diagnosticMinDays && m.unmeasured()
}

// unmeasured tells whether a plan of this length began with ratings alone, and no mock was taken since.
func (m *model) unmeasured() bool {
	if m.request.MocksTaken > 0 || m.total < diagnosticMinDays {
		return false
	}
	for _, d := range m.domains {
		if d.belief.uncertain && !d.belief.evident {
			return true
		}
	}
	return false
}

// mocksWithinShare lowers a number of mocks until they take no more than their share of capacity.
func (m *model) mocksWithinShare(want int) int {
	each := m.study.MockMinutes + m.debriefMinutes()
	most := int(mockCapacityShare * float64(m.capacity(len(m.days))) / float64(each))
	return max(min(want, most), 0)
}

// debriefMinutes is half a mock, in whole steps.
func (m *model) debriefMinutes() int {
	return minuteStep * int(math.Round(debriefShare*float64(m.study.MockMinutes)/minuteStep))
}

// pinnedMocks are the days of mocks the user has pinned.
func (m *model) pinnedMocks() []int {
	var days []int
	for _, s := range m.fixed {
		if s.Activity == MockExam {
			days = mergeSorted(days, []int{m.request.Today.DaysUntil(s.Date)})
		}
	}
	return days
}

// roomy tells whether a day can hold a mock besides the pinned ones.
func (m *model) roomy(t int, pinned []int) bool {
	if t > len(m.days)-mockBeforeExam || m.days[t].room < m.study.MockMinutes {
		return false
	}
	for _, p := range pinned {
		if abs(p-t) < mockSpacing {
			return false
		}
	}
	return true
}

func (m *model) anyRoomy(pinned []int) bool {
	for t := range m.days {
		if m.roomy(t, pinned) {
			return true
		}
	}
	return false
}

// chooseMockDays picks up to n days: the diagnostic early, the others nearest to their places in the plan.
func (m *model) chooseMockDays(n int, pinned []int) []int {
	candidates := m.mockCandidates(pinned)
	var chosen []int
	if n > 1 && m.wantsDiagnostic() && len(pinned) == 0 {
		if t, ok := m.diagnosticDay(candidates); ok {
			m.early = t
			chosen = append(chosen, t)
			candidates = from(candidates, t+mockSpacing)
			n--
		}
	}
	n = min(n, mostApart(candidates))
	return append(chosen, nearestDays(candidates, m.mockIdeals(n, len(pinned)))...)
}

// mockCandidates are the days that can hold a mock; only those with room for its debrief in the days after, if there are such.
func (m *model) mockCandidates(pinned []int) []int {
	var roomy, withDebrief []int
	for t := range m.days {
		if !m.roomy(t, pinned) {
			continue
		}
		roomy = append(roomy, t)
		room := -m.study.MockMinutes
		for _, d := range m.days[t:min(t+debriefWithin+1, len(m.days))] {
			room += d.room
		}
		if room >= m.debriefMinutes() {
			withDebrief = append(withDebrief, t)
		}
	}
	if len(withDebrief) > 0 {
		return withDebrief
	}
	return roomy
}

// diagnosticDay is the first roomy day of the first days on which no more sessions lie before the mock than there are domains: later it would
// no longer show where one starts.
func (m *model) diagnosticDay(candidates []int) (int, bool) {
	for _, t := range candidates {
		if t < diagnosticEarliest {
			continue
		}
		if t > diagnosticWithin || m.capacity(t)/m.usual >= len(m.domains) {
			break
		}
		return t, true
	}
	if len(candidates) > 0 && candidates[0] == 0 {
		return 0, true // only today
	}
	return 0, false
}

// diagnosticAmong finds the diagnostic among mocks that are there already, pinned or in a plan handed in: the first of them, when it lies in the first days of the plan; else -1.
func (m *model) diagnosticAmong(mocks []int) int {
	if len(mocks) == 0 || !m.unmeasured() || m.begun().DaysUntil(m.date(mocks[0])) > diagnosticWithin {
		return -1
	}
	return mocks[0]
}

// mockIdeals are the days at which n mocks, besides some pinned ones, would best lie: evenly over capacity, from mockFirstShare to mockLastShare.
func (m *model) mockIdeals(n, pinned int) []int {
	ideals := make([]int, 0, n)
	total := float64(m.capacity(len(m.days)))
	sum, t := 0, 0
	for i := range n {
		share := mockFirstShare
		if n > 1 {
			share += (mockLastShare - mockFirstShare) * float64(i) / float64(n-1)
		} else if pinned > 0 {
			share = mockLastShare
		}
		for t < len(m.days)-1 && float64(sum+m.days[t].limit) < share*total {
			sum += m.days[t].limit
			t++
		}
		ideals = append(ideals, t)
	}
	return ideals
}

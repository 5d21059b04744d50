package planner

import "math"

// answer is what a request comes to before any session is laid out: enough to say whether it fits, and cheap enough to try ways out with.
type answer struct {
	verdict                    Verdict
	cushion, available, needed int
	binding                    string
	covered, exam              int // slack in minutes at the end of the first pass and at the exam
}

// judge works the answer out: minutes that are there against minutes that are needed, at each milestone with a demand of its own (the test
// of processor demand). Cushion is the smallest of them.
func (m *model) judge() answer {
	usable := 1 - m.study.Buffer
	a := answer{available: m.capacity(len(m.days)), needed: m.demand()}
	a.exam = int(usable*float64(a.available)) - a.needed
	first, mocks := 0, 0
	for _, d := range m.domains {
		first += d.firstPass
	}
	for _, s := range m.fixed {
		if m.request.Today.DaysUntil(s.Date) < m.taper && s.Domain == "" {
			mocks += s.Minutes
		}
	}
	before := m.capacity(m.taper)
	a.covered = int(usable*float64(before)) - first - mocks
	a.cushion, a.binding = a.exam, MilestoneExam
	there := a.available
	if a.covered < a.cushion {
		a.cushion, a.binding, there = a.covered, MilestoneCovered, before
	}
	switch {
	case a.cushion < 0 || a.available == 0:
		a.verdict = DoesNotFit
	case m.noRoom && len(m.mocks) == 0:
		a.verdict = NoRoomForAMock
	case float64(a.cushion)+m.study.Buffer*float64(there) < comfortShare*float64(there):
		a.verdict = Tight
	default:
		a.verdict = Fits
	}
	return a
}

// demand is the minutes the target takes from today: the first pass, the practice beyond it that closes the rest of the gap (closed form,
// need.go), mocks and debriefs. An hour counts as much as is retained at the exam, in the mean of the days that are left.
func (m *model) demand() int {
	first, fixed := 0.0, 0.0
	for _, d := range m.domains {
		first += float64(d.firstPass)
	}
	for _, s := range m.fixed {
		if s.Domain == "" {
			fixed += float64(s.Minutes)
		}
	}
	retention := m.meanRetention()
	hours := effectiveHoursNeeded(m.curves(), m.fixedCredit(), math.Min(m.study.Target, targetCeiling))
	rest := math.Max(0, hours*60/retention-effect(Learn)*first) / effect(Practise)
	return int(math.Ceil(math.Min(first+rest+fixed, math.MaxInt32)))
}

// meanRetention is the share of an hour that is left at the exam, over the minutes there are.
func (m *model) meanRetention() float64 {
	sum, minutes := 0.0, 0.0
	for i, d := range m.days {
		sum += float64(d.limit) * retained(len(m.days)-i)
		minutes += float64(d.limit)
	}
	if minutes == 0 {
		return 1
	}
	return sum / minutes
}

// pointsPerExtraHour is what one more hour in the best place brings, in score points of 100.
func (m *model) pointsPerExtraHour(effective []float64) float64 {
	best := 0.0
	for i, d := range m.domains {
		best = math.Max(best, d.curve.gain(effective[i], m.meanRetention()))
	}
	return best * 100
}

// missableDays is how many days in a row, from today, can be missed with the cushion still not below zero.
func (m *model) missableDays(a answer) int {
	usable := 1 - m.study.Buffer
	lost := 0
	for i, d := range m.days {
		lost += d.limit
		if float64(a.cushion) < usable*float64(lost) {
			return i
		}
	}
	return len(m.days)
}

// quickAnswer judges a request without laying sessions out.
func quickAnswer(r Request) answer {
	m := newModel(r)
	m.placePinned()
	m.placeMocks()
	m.placeDebriefs()
	return m.judge()
}

package planner

import "fmt"

// placeDebriefs plans the work on each mock's mistakes: the day after, else within three days, else the same day. A debrief may be spread over two or
// more days in sessions.
func (m *model) placeDebriefs() {
	short := 0
	for _, mock := range mergeSorted(m.mocks, m.halves) {
		left := m.debriefMinutes() - m.pinnedDebrief(mock)
		for _, t := range []int{mock + 1, mock + 2, mock + 3, mock} {
			if t < len(m.days) {
				left -= m.debriefOn(t, left)
			}
		}
		if left > 0 {
			short += left
		}
	}
	if short > 0 {
		m.note(NoticeDebriefShort, fmt.Sprintf("There is no room for %s of debriefs within %d days of their mocks.", hours(short), debriefWithin))
	}
}

// pinnedDebrief is the debrief of a mock that its user has placed already.
func (m *model) pinnedDebrief(mock int) int {
	sum := 0
	for _, s := range m.fixed {
		t := m.request.Today.DaysUntil(s.Date)
		if s.Pinned && s.Activity == Debrief && t >= mock && t <= mock+debriefWithin {
			sum += s.Minutes
		}
	}
	return sum
}

// debriefOn places up to left minutes of debrief on a day, in sessions, and tells how much it placed.
func (m *model) debriefOn(t, left int) int {
	placed := 0
	for left-placed > 0 {
		take := min(left-placed, m.days[t].room, longestSession)
		if rest := left - placed - take; rest > 0 && rest < shortestSession {
			take -= shortestSession - rest // leave enough for another session
		}
		if take < shortestSession {
			break
		}
		m.days[t].room -= take
		placed += take
		m.fixed = append(m.fixed, Session{Date: m.date(t), Activity: Debrief, Minutes: take, Reason: reasonDebrief})
	}
	return placed
}

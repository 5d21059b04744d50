package planner

import "fmt"

// meetTheRest ends the layout: domains that were not met in the last days get a short mixed review together, and what could not be kept is told.
func (l *layout) meetTheRest() {
	l.passMixed(len(l.m.days))
	missing, unseen := 0, 0
	for i, d := range l.m.domains {
		s := l.states[i]
		if d.weight > 0 && l.finalFrom != noDeadline && s.lastVisit < l.finalFrom {
			missing++
		}
		if d.weight > 0 && !s.seen {
			unseen++
		}
	}
	if (missing > 0 || l.mixFinal && l.finalFrom != noDeadline) && l.mixLast() {
		for i := range l.states {
			if l.states[i].seen {
				l.visit(i, l.day.day)
			}
		}
		l.m.note(NoticeMixedReview, "The last days are too short to meet every domain by itself; a mixed review covers them all.")
	}
	if unseen > 0 && len(l.slots) > 0 {
		l.m.note(NoticeUnseen, fmt.Sprintf("There is too little time to give %s a session of their own.", counted(unseen, "domain")))
	}
	if l.longGaps > 0 {
		l.m.note(NoticeLongGaps, fmt.Sprintf("%s later than good spacing asks for.", countedCome(l.longGaps)))
	}
}

func countedCome(n int) string {
	if n == 1 {
		return "1 visit to a domain comes"
	}
	return fmt.Sprintf("%d visits to domains come", n)
}

// mixLast turns the last session, or a part of it, into a mixed review; it tells whether there was one in the last days.
func (l *layout) mixLast() bool {
	if len(l.sessions) == 0 {
		return false
	}
	last := &l.sessions[len(l.sessions)-1]
	if l.m.request.Today.DaysUntil(last.Date) < l.finalFrom {
		return false
	}
	mixed := Session{Date: last.Date, Activity: Review, Minutes: last.Minutes, Reason: reasonMixedReview}
	if last.Minutes >= lastDayReview+shortestSession && l.maySplit(piece{domain: -1}) {
		mixed.Minutes = lastDayReview
		last.Minutes -= lastDayReview
		l.sessions = append(l.sessions, mixed)
	} else {
		*last = mixed
	}
	return true
}

// lastDay is all a plan holds on the day before the exam: one short mixed review.
func (m *model) lastDay() []Session {
	minutes := m.days[0].room
	if minutes < shortestSession {
		return nil
	}
	m.days[0].room = 0
	return []Session{{Date: m.date(0), Activity: Review, Minutes: minutes, Reason: reasonTomorrow}}
}

package planner

import "math"

// FirstPassRange says when a person will have been through all of the material once: not only the day the plan says, but the range it may fall in, given how long
// reading takes this person and how much of what is planned is done.
type FirstPassRange struct {
	LeftMinutes int // at this person's pace
	// Early, Expected and Late are days; a zero date is "not before the exam". The middle 90 % lies between Early and Late. All are zero when nothing is left.
	Early, Expected, Late Date
}

// Done reports whether the first pass is over.
func (r FirstPassRange) Done() bool { return r.LeftMinutes == 0 }

// firstPassRange walks through planned sessions, from today on and in order, until the first pass is done. Work left divided by the share of plans kept is what has
// to be planned for it; both are taken as lognormal and independent, so their spreads add up as squares. What the planned first pass does not hold is made up in the
// sessions that follow it.
func (m *model) firstPassRange(sessions []Session) FirstPassRange {
	r := FirstPassRange{}
	for _, d := range m.domains {
		r.LeftMinutes += d.firstPass
	}
	for _, s := range m.fixed {
		if s.Pinned && s.Activity == Learn && m.domainIndex(s.Domain) >= 0 {
			r.LeftMinutes += s.Minutes // taken off the domain when it was pinned
		}
	}
	if r.LeftMinutes == 0 || len(m.days) == 0 {
		return r
	}
	learn := ActivityPace{}
	for _, a := range m.pace.Activities {
		if a.Activity == Learn {
			learn = a
		}
	}
	middle := float64(r.LeftMinutes) / m.pace.Kept
	reach := math.Exp(normal90 * math.Hypot(learn.spread(), m.pace.KeptSpread))
	flow := m.firstPassFlow(sessions)
	r.Early, r.Expected, r.Late = m.dayReached(flow, middle/reach), m.dayReached(flow, middle), m.dayReached(flow, middle*reach)
	return r
}

// firstPassFlow is the minutes of first pass by day: those that are planned, and after the last of them everything that may be turned into it.
func (m *model) firstPassFlow(sessions []Session) []int {
	learn, other := make([]int, len(m.days)), make([]int, len(m.days))
	last := -1
	for _, s := range sessions {
		t := m.request.Today.DaysUntil(s.Date)
		if t < 0 || t >= len(learn) {
			continue
		}
		switch {
		case s.Activity == Learn:
			learn[t] += s.Minutes
			last = max(last, t)
		case !isFixed(s):
			other[t] += s.Minutes
		}
	}
	for t := last + 1; t < len(learn); t++ {
		learn[t] = other[t] + m.days[t].held
	}
	return learn
}

// dayReached is the day on which a flow has brought so many minutes; zero when it never does. Half a step is nothing.
func (m *model) dayReached(flow []int, minutes float64) Date {
	sum := 0.0
	for t, n := range flow {
		if sum += float64(n); sum > 0 && sum >= minutes-minuteStep/2.0 {
			return m.date(t)
		}
	}
	return Date{}
}

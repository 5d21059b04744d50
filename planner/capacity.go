package planner

import "math"

// day is one day before the exam, in minutes.
type day struct {
	offered int  // availability: override, weekday or 0 on a day off
	limit   int  // what may be planned: lighter in the taper, less what was already studied today
	room    int  // left of limit after pinned sessions, mocks, debriefs and the buffer
	held    int  // buffer held back as catch-up room
	off     bool // declared a day off
}

// addDays lays out the calendar: what each day offers, and the lighter days before the exam.
func (m *model) addDays() {
	m.days = make([]day, max(m.request.Today.DaysUntil(m.study.ExamDate), 0))
	m.total = len(m.days)
	first := 0 // first day of the plan
	if !m.study.Start.IsZero() {
		m.total = max(m.study.Start.DaysUntil(m.study.ExamDate), 0)
		first = max(m.request.Today.DaysUntil(m.study.Start), 0)
	}
	m.taper = len(m.days) - taperDays(m.total)
	m.fillOffered()
	for i := range m.days[:min(first, len(m.days))] {
		m.days[i].offered = 0
	}
	m.applyTaper()
	m.subtractToday()
	for i := range m.days {
		m.days[i].room = m.days[i].limit
	}
}

// taperDays is the number of lighter days before the exam for a plan of so many days.
func taperDays(total int) int {
	return min(taperMost, max(1, int(math.Round(taperShare*float64(total)))))
}

// fillOffered writes the availability into the days, once over each list instead of once a day over all of them.
func (m *model) fillOffered() {
	a := m.study.Availability
	weekday := m.request.Today.Weekday() - 1
	for i := range m.days {
		m.days[i].offered = a.Weekday[(weekday+i)%7]
	}
	for i := len(a.Days) - 1; i >= 0; i-- { // the first entry of a date wins
		if n := m.request.Today.DaysUntil(a.Days[i].Date); n >= 0 && n < len(m.days) {
			m.days[n].offered = a.Days[i].Minutes
		}
	}
	for _, r := range a.Off {
		from := max(m.request.Today.DaysUntil(r.First), 0)
		to := min(m.request.Today.DaysUntil(r.Last), len(m.days)-1)
		for i := from; i <= to; i++ {
			m.days[i].offered, m.days[i].off = 0, true
		}
	}
}

// applyTaper halves the last days and quarters the last one, handing what is too little for a session on to the next day (error diffusion):
// halving every short day by itself would leave nothing at all. With one day left there is time for one short review.
func (m *model) applyTaper() {
	carry := m.taperCarry()
	for i := range m.days {
		d := &m.days[i]
		if d.offered < shortestSession {
			continue // too little for a session counts as nothing, or the buffer would be taken for it elsewhere
		}
		if i < m.taper {
			d.limit = d.offered
			continue
		}
		d.limit, carry = taperLimit(d.offered, i == len(m.days)-1, carry)
	}
}

// lightEve leaves one short review for the day before the exam when that is all there is to plan: error diffusion alone might leave nothing.
func (m *model) lightEve() {
	m.days[0].limit = min(m.days[0].offered, lastDayReview)
	m.subtractToday()
	m.days[0].room = m.days[0].limit
}

// taperLimit is what a light day may hold, and what it hands on.
func taperLimit(offered int, last bool, carry float64) (int, float64) {
	load := taperLoad
	if last {
		load = taperLastLoad
	}
	carry += load * float64(offered)
	limit := min(minuteStep*int(carry/minuteStep+0.5), offered)
	if limit < shortestSession {
		limit = 0
	}
	return limit, carry - float64(limit)
}

// taperCarry is what the light days before today handed on, so that a day holds the same whichever day it is looked at from.
func (m *model) taperCarry() float64 {
	carry := 0.0
	for i := m.taper; i < 0; i++ {
		if offered := m.study.Availability.Minutes(m.date(i)); offered >= shortestSession {
			_, carry = taperLimit(offered, false, carry)
		}
	}
	return carry
}

// subtractToday takes what was already studied today from today's limit.
func (m *model) subtractToday() {
	if len(m.days) == 0 {
		return
	}
	for _, s := range m.request.History {
		if s.Status == Done && s.Date == m.request.Today {
			m.days[0].limit = max(m.days[0].limit-s.DoneMinutes, 0)
		}
	}
}

// holdBuffer keeps a share of every week free as catch-up room: on the day of the week with most room, so that the rest stays whole.
// What a week cannot give is carried on to the next.
func (m *model) holdBuffer() {
	carry := 0.0
	for from := 0; from < len(m.days); {
		to := min(from+8-m.date(from).Weekday(), len(m.days)) // up to Sunday
		for i := from; i < to; i++ {
			carry += m.study.Buffer * float64(m.days[i].limit)
		}
		want := minuteStep * int(carry/minuteStep)
		carry -= float64(m.holdInWeek(from, to, want))
		from = to
	}
}

// holdInWeek holds back up to want minutes on the days from..to-1 and tells how much it was. No day is left with a scrap too short for a session.
func (m *model) holdInWeek(from, to, want int) int {
	held := 0
	for range to - from {
		best := -1
		for i := from; i < to; i++ {
			if m.days[i].held == 0 && m.days[i].room > 0 && (best < 0 || m.days[i].room >= m.days[best].room) {
				best = i
			}
		}
		if best < 0 || held >= want {
			break
		}
		d := &m.days[best]
		take := min(want-held, d.room)
		if rest := d.room - take; rest > 0 && rest < shortestSession {
			take = max(d.room-shortestSession, 0)
		}
		if take == 0 {
			break
		}
		d.held = take
		d.room -= take
		held += take
	}
	return held
}

// capacity is the sum of the limits of the days before a day.
func (m *model) capacity(before int) int {
	sum := 0
	for _, d := range m.days[:min(max(before, 0), len(m.days))] {
		sum += d.limit
	}
	return sum
}

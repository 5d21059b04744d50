package planner

import "math"

// demand is what a study needs, against what its plan gives, in minutes.
type demand struct {
	planned []int // by day, all sessions
	fixed   []int // by day: pinned sessions, mocks and debriefs
	held    []int // by day: buffer

	available    int
	firstPass    int     // needed
	missing      int     // of the first pass that found no place before the taper
	practice     int     // needed to reach the target after the first pass, mocks and pinned sessions
	efficiency   float64 // effective hours per hour of planned practice
	outOfReach   bool    // no amount of study reaches the target, by the model
	alreadyThere bool    // the target is met without any study
}

// needed is the whole of it.
func (d demand) needed() int {
	sum := d.firstPass + d.practice
	for _, n := range d.fixed {
		sum += n
	}
	return sum
}

// measureDemand works out the need in closed form. Its one free figure, how many effective hours an hour of practice brings, is taken from the plan
// itself, so that the cushion at the exam is positive exactly when the plan's expected score reaches the target.
func (m *model) measureDemand(sessions []Session, score float64) demand {
	d := m.sumByDay(sessions)
	learned, practice := m.minutesByKind(sessions)
	base := m.fixedCredit()
	for _, s := range sessions {
		if i := m.domainIndex(s.Domain); i >= 0 && s.Activity == Learn && !s.Pinned {
			base[i] += m.effectiveHours(s)
		}
	}
	d.efficiency = retained(len(m.days) / 2)
	if practice > 0 {
		if e := effectiveHoursNeeded(m.curves(), base, score) / (float64(practice) / 60); e > 0 && !math.IsInf(e, 0) {
			d.efficiency = e
		}
	}
	for i, dom := range m.domains {
		d.firstPass += learned[i]
		if short := dom.firstPass - learned[i]; short >= shortestSession {
			d.missing += short
			d.firstPass += short
			base[i] += m.effect(Learn) * d.efficiency * float64(short) / 60
		}
	}
	m.needPractice(&d, base)
	return d
}

// needPractice fills in the practice needed on top of base hours.
func (m *model) needPractice(d *demand, base []float64) {
	target := m.study.Target
	if m.expectedScore(make([]float64, len(m.domains))) >= target {
		d.alreadyThere = true
		d.firstPass, d.practice, d.missing = 0, 0, 0
		return
	}
	if target > targetCeiling {
		target, d.outOfReach = targetCeiling, true
	}
	hours := effectiveHoursNeeded(m.curves(), base, target) / d.efficiency
	if math.IsInf(hours, 0) {
		d.outOfReach = true
		return
	}
	d.practice = int(math.Ceil(hours*60 - 1e-6))
}

// sumByDay adds up sessions and buffer by day.
func (m *model) sumByDay(sessions []Session) demand {
	d := demand{planned: make([]int, len(m.days)), fixed: make([]int, len(m.days)), held: make([]int, len(m.days))}
	for _, s := range sessions {
		d.planned[m.request.Today.DaysUntil(s.Date)] += s.Minutes
		d.available += s.Minutes
	}
	for _, s := range m.fixed {
		d.fixed[m.request.Today.DaysUntil(s.Date)] += s.Minutes
	}
	for t := range m.days {
		d.held[t] = m.days[t].held
	}
	return d
}

// isFixed tells whether a session stands outside the sharing of minutes among domains: pinned, a mock or half of one, a debrief.
func isFixed(s Session) bool {
	return s.Pinned || s.Activity == MockExam || s.Activity == Debrief || s.Domain == "" && s.Activity == Practise
}

// minutesByKind is the first pass by domain and the practice in all, of the sessions that were laid out.
func (m *model) minutesByKind(sessions []Session) (learned []int, practice int) {
	learned = make([]int, len(m.domains))
	for _, s := range sessions {
		switch {
		case isFixed(s):
		case s.Activity == Learn && m.domainIndex(s.Domain) >= 0:
			learned[m.domainIndex(s.Domain)] += s.Minutes
		default:
			practice += s.Minutes
		}
	}
	return learned, practice
}

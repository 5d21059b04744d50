package planner

import (
	"fmt"
	"math"
)

// judge fills in a plan's verdict and the figures it rests on.
func (m *model) judge(p *Plan, d demand, ms []milestone) {
	binding := ms[0]
	found := false
	for _, s := range ms {
		p.Milestones = append(p.Milestones, s.Milestone)
		if s.binds && !s.Met && (!found || s.SlackMinutes <= binding.SlackMinutes) {
			binding, found = s, true
		}
	}
	p.AvailableMinutes = d.available
	p.NeededMinutes = d.needed()
	p.CushionMinutes = binding.SlackMinutes
	p.BindingMilestone = binding.ID
	p.PointsPerExtraHour = m.pointsPerHour(p.Sessions)
	p.Verdict = m.verdict(binding, d)
	if p.Verdict == Fits || p.Verdict == Tight {
		p.MissableDays = missableDays(d.planned, p.CushionMinutes)
	}
	if p.Pace = m.pace; !m.trial {
		p.FirstPass = m.firstPassRange(p.Sessions)
		p.PointsPerWeeklyHour = m.pointsPerWeeklyHour(p.Sessions)
	}
	m.noticeDemand(d)
	m.noticeRetake(p)
}

// verdict weighs the cushion against what is available until the binding milestone. The buffer held back until then is cushion too: with a buffer of 15 %
// a plan that reaches its target without touching it fits.
func (m *model) verdict(binding milestone, d demand) Verdict {
	slack := binding.SlackMinutes
	available, held := 0, 0
	for t := range min(max(binding.deadline, 0), len(m.days)) {
		available += d.planned[t]
		held += d.held[t]
	}
	m.spare, m.comfort = slack, slack+held-int(comfortShare*float64(available+held))+minuteStep
	switch {
	case slack < 0 || d.outOfReach:
		return DoesNotFit
	case m.noRoom:
		return NoRoomForAMock
	case d.alreadyThere && slack >= 0 && available+held == 0:
		return Fits
	case float64(slack+held) >= comfortShare*float64(available+held)-minuteStep:
		return Fits
	}
	return Tight
}

// missableDays counts the days in a row, from today, whose minutes the cushion can replace.
func missableDays(planned []int, cushion int) int {
	for t, minutes := range planned {
		if cushion -= minutes; cushion < 0 {
			return t
		}
	}
	return len(planned)
}

// pointsPerHour is the gain of one more hour of practice, in score points of 100, where it brings most.
func (m *model) pointsPerHour(sessions []Session) float64 {
	effective := m.effectiveByDomain(sessions)
	best := 0.0
	for i, dom := range m.domains {
		best = math.Max(best, dom.curve.marginal(effective[i]))
	}
	return 100 * best * m.extraHour()
}

// pointsPerWeeklyHour is the gain of one more hour of practice in each ordinary week that is left, in score points of 100, shared out where it brings most. Weeks are counted by what they
// hold: days off and the light days take their part, and so does the buffer.
func (m *model) pointsPerWeeklyHour(sessions []Session) float64 {
	week := m.study.Availability.WeekMinutes()
	if week == 0 || len(m.days) == 0 {
		return 0
	}
	hours := float64(m.capacity(len(m.days))) / float64(week) * (1 - m.study.Buffer)
	units := max(int(math.Ceil(hours)), 1)
	effective := m.effectiveByDomain(sessions)
	a := allocation{curves: m.curves(), base: effective, floors: make([]int, len(m.domains)), unit: hours / float64(units) * m.extraHour()}
	gain := 0.0
	for i, n := range a.allocate(units) {
		gain += a.curves[i].gain(effective[i], float64(n)*a.unit)
	}
	return 100 * gain
}

// extraHour is the effective hours of an hour of practice at some time between now and the exam.
func (m *model) extraHour() float64 { return m.effect(Practise) * retained(len(m.days)/2) }

// noticeDemand tells what the figures alone do not.
func (m *model) noticeDemand(d demand) {
	if d.missing > 0 {
		m.note(NoticeFirstPassShort, fmt.Sprintf("The first pass takes %s, and %s of it finds no place before the last days.", hours(d.firstPass), hours(d.missing)))
	}
	if d.outOfReach {
		m.note(NoticeTarget, fmt.Sprintf("A target of %.0f%% is beyond what study alone reaches; some questions are always missed.", 100*m.study.Target))
	}
	if d.available == 0 && len(m.days) > 1 {
		m.note(NoticeNoTime, fmt.Sprintf("0 h are available before the exam, and %s are needed.", hours(d.needed())))
	}
}

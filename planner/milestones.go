package planner

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// milestone is a goal with the day by which it must be reached for the plan to hold, and the slack until then.
type milestone struct {
	Milestone
	deadline int // first day that no longer counts
	binds    bool
}

// milestones dates the goals of a plan and gives each its slack: what is planned until its deadline less what must be done by then. For one person,
// meeting demands in the order of their deadlines is feasible exactly when no slack is negative (the processor-demand test).
func (m *model) milestones(sessions []Session, d demand) []milestone {
	half, halfMet, covered, coveredMet := m.firstPassDates(sessions)
	exam := len(m.days)
	out := []milestone{
		{Milestone{ID: MilestoneHalfLearned, Name: "Half the weight learned", Date: half, Met: halfMet}, m.halfwayDeadline(), true},
		{Milestone{ID: MilestoneCovered, Name: "Every domain covered", Date: covered, Met: coveredMet}, m.taper, true},
		{Milestone{ID: MilestoneTaper, Name: "Taper, light review", Date: m.date(max(m.taper, 0)), Met: m.taper < 0}, m.taper, false},
		{Milestone{ID: MilestoneExam, Name: "Exam", Date: m.study.ExamDate}, exam, true},
	}
	out = append(out, m.mockMilestones()...)
	for i := range out {
		out[i].SlackMinutes = m.slack(out[i], d)
	}
	slices.SortStableFunc(out, func(a, b milestone) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.deadline, b.deadline))
	})
	return out
}

// slack is what is planned before a milestone's deadline less what is due by then.
func (m *model) slack(s milestone, d demand) int {
	planned, fixed := 0, 0
	for t := range min(max(s.deadline, 0), len(m.days)) {
		planned += d.planned[t]
		fixed += d.fixed[t]
	}
	switch s.ID {
	case MilestoneExam:
		return d.available - d.needed()
	case MilestoneDiagnostic:
		return planned - fixed
	case MilestoneCovered, MilestoneTaper:
		slack := planned - fixed - d.firstPass
		if d.missing > 0 {
			slack = min(slack, -d.missing)
		}
		return slack
	}
	due := d.firstPass / 2
	if s.deadline >= m.taper {
		due = d.firstPass
	}
	return planned - fixed - due
}

// halfwayDeadline is when half of the first pass should lie behind: at the first mock after the diagnostic, or half way to the taper.
func (m *model) halfwayDeadline() int {
	for _, t := range m.mocks {
		if t != m.early {
			return min(t, m.taper)
		}
	}
	return max(m.taper, 0) / 2
}

// mockMilestones are the diagnostic and the two mocks at target, when there are mocks for them.
func (m *model) mockMilestones() []milestone {
	var out []milestone
	if m.request.MocksTaken > 0 {
		out = append(out, milestone{Milestone{ID: MilestoneDiagnostic, Name: "Diagnostic mock", Date: m.firstMockTaken(), Met: true}, 0, false})
	} else if len(m.mocks) > 0 {
		out = append(out, milestone{Milestone{ID: MilestoneDiagnostic, Name: "Diagnostic mock", Date: m.date(m.mocks[0])}, m.mocks[0] + 1, false})
	}
	met := m.request.MocksAtTarget >= 2
	name := fmt.Sprintf("Two mocks at %.0f%%", 100*m.study.Target)
	switch {
	case met:
		out = append(out, milestone{Milestone{ID: MilestoneMocksAtTarget, Name: name, Date: m.begun(), Met: true}, 0, false})
	case len(m.mocks) > 0 && len(m.mocks)+m.request.MocksTaken >= 2:
		last := m.mocks[len(m.mocks)-1]
		out = append(out, milestone{Milestone{ID: MilestoneMocksAtTarget, Name: name, Date: m.date(last)}, last + 1, true})
	}
	return out
}

// begun is the day a plan counts from: its start, or today.
func (m *model) begun() Date {
	if s := m.study.Start; !s.IsZero() && s.Before(m.request.Today) {
		return s
	}
	return m.request.Today
}

// firstMockTaken is the day of the first done mock on record.
func (m *model) firstMockTaken() Date {
	first := Date{}
	for _, s := range m.request.History {
		if s.Activity == MockExam && s.Status == Done && (first.IsZero() || s.Date.Before(first)) {
			first = s.Date
		}
	}
	if first.IsZero() {
		return m.begun()
	}
	return first
}

// firstPassDates are the days on which the first pass has been through half of the weight, and through all of it. They are met when nothing is left to do.
func (m *model) firstPassDates(sessions []Session) (half Date, halfMet bool, all Date, allMet bool) {
	type end struct {
		day    int
		weight float64
	}
	ends := make([]end, len(m.domains))
	for i, d := range m.domains {
		ends[i] = end{-1, d.weight}
		if d.firstPass > 0 {
			ends[i].day = math.MaxInt
		}
	}
	for _, s := range sessions {
		if i := m.domainIndex(s.Domain); i >= 0 && s.Activity == Learn {
			ends[i].day = m.request.Today.DaysUntil(s.Date)
		}
	}
	slices.SortStableFunc(ends, func(a, b end) int { return cmp.Compare(a.day, b.day) })
	dateOfEnd := func(day int) (Date, bool) {
		if day < 0 {
			return m.begun(), true
		}
		return m.date(min(day, max(m.taper, 0), max(len(m.days)-1, 0))), false
	}
	sum := 0.0
	half, halfMet = m.study.ExamDate, false
	for _, e := range ends {
		if sum += e.weight; gainKey(sum) >= gainKey(0.5) {
			half, halfMet = dateOfEnd(e.day)
			break
		}
	}
	all, allMet = dateOfEnd(ends[len(ends)-1].day)
	return half, halfMet, all, allMet
}

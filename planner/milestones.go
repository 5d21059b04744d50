package planner

import (
	"cmp"
	"fmt"
	"slices"
)

// milestones names the dated, checkable goals of a plan, by date. Those that have no place in it are left out.
func (m *model) milestones(sessions []Session, a answer) []Milestone {
	var out []Milestone
	add := func(id, name string, date Date, slack int, met bool) {
		out = append(out, Milestone{ID: id, Name: name, Date: date, SlackMinutes: slack, Met: met})
	}
	slackAt := func(d Date) int {
		due := 0
		for _, s := range sessions {
			if !s.Date.After(d) {
				due += s.Minutes
			}
		}
		return m.capacity(m.request.Today.DaysUntil(d)+1) - due
	}
	if len(m.mocks) > 0 && m.request.MocksTaken == 0 {
		d := m.date(m.mocks[0])
		add(MilestoneDiagnostic, "Diagnostic mock", d, slackAt(d), false)
	}
	if half, all := m.learned(sessions); !all.IsZero() {
		if half != all {
			add(MilestoneHalfLearned, "Half of the weight learned", half, slackAt(half), false)
		}
		add(MilestoneCovered, "Every domain covered", all, a.covered, false)
	}
	if n := len(m.mocks); n > 0 {
		d := m.date(m.mocks[n-1])
		name := fmt.Sprintf("Two mocks at %.0f %%", m.study.Target*100)
		add(MilestoneMocksAtTarget, name, d, slackAt(d), m.request.MocksAtTarget >= 2)
	}
	if m.taper > 0 && m.taper < len(m.days) && len(m.days) >= shortPlan {
		d := m.date(m.taper)
		add(MilestoneTaper, "Taper, light review", d, slackAt(d), false)
	}
	add(MilestoneExam, "Exam", m.study.ExamDate, a.exam, false)
	slices.SortStableFunc(out, func(x, y Milestone) int { return cmp.Or(x.Date.Compare(y.Date), cmp.Compare(x.ID, y.ID)) })
	return out
}

// shortPlan is the number of days below which lighter last days are no milestone.
const shortPlan = 10

// learned tells the days by which half of the exam's weight, and all of it, has had the learning that is planned. Both are zero when
// nothing is left to learn.
func (m *model) learned(sessions []Session) (half, all Date) {
	last := make([]Date, len(m.domains))
	for _, s := range sessions {
		if i := m.domainIndex(s.Domain); i >= 0 && s.Activity == Learn && s.Date.After(last[i]) {
			last[i] = s.Date
		}
	}
	order := make([]int, len(last))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return last[a].Compare(last[b]) })
	weight := 0.0
	for _, i := range order {
		weight += m.domains[i].weight
		if half.IsZero() && weight >= 0.5 {
			half = last[i]
		}
		all = last[i]
	}
	if half.IsZero() {
		half = all
	}
	return half, all
}

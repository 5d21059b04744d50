package app

import (
	"context"

	"milepost/planner"
	"milepost/planner/readiness"
)

// ReadinessView is the estimate with what is needed to show it.
type ReadinessView struct {
	Study    planner.Study
	Exam     planner.Exam // zero for an exam of one's own
	AsOf     planner.Date
	Estimate readiness.Readiness
	Mocks    []planner.Mock // up to AsOf, oldest first
	// Milestones of the plan, by date.
	Milestones []planner.Milestone
}

// Readiness estimates the open study's readiness on a day, from what was known then. A zero day means today.
func (m *Milepost) Readiness(ctx context.Context, on planner.Date) (ReadinessView, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return ReadinessView{}, err
	}
	if on.IsZero() {
		on = m.Today()
	}
	return m.readinessFrom(l, on)
}

func (m *Milepost) readinessFrom(l loaded, on planner.Date) (ReadinessView, error) {
	in := m.readinessInput(l, on)
	est, err := readiness.Estimate(in)
	if err != nil {
		return ReadinessView{}, err
	}
	exam, _ := m.Exam(l.study.ExamID)
	return ReadinessView{
		Study: l.study, Exam: exam, AsOf: on, Estimate: est, Mocks: in.Mocks, Milestones: l.milestones,
	}, nil
}

// readinessInput puts together what was known on a day.
func (m *Milepost) readinessInput(l loaded, on planner.Date) readiness.Input {
	in := readiness.Input{
		AsOf: on, ExamDate: l.study.ExamDate,
		PassLine: l.study.PassLine, ScaledPassMark: l.study.ScaledPassMark,
		Questions:        l.study.Questions,
		Mocks:            mocksUpTo(l.mocks, on),
		Sources:          l.sources,
		HasWeeklyMinutes: true,
		WeeklyMinutes:    weeklyMinutes(l.study, on),
		LastStudied:      lastStudied(l, on),
	}
	for _, d := range l.study.Domains {
		in.Domains = append(in.Domains, d.Domain)
	}
	return in
}

// weeklyMinutes is the average week of study that lies between a day and the exam.
func weeklyMinutes(s planner.Study, from planner.Date) int {
	days := from.DaysUntil(s.ExamDate)
	if days <= 0 {
		return 0
	}
	sum := 0
	for i := range days {
		sum += s.Availability.Minutes(from.AddDays(i))
	}
	return sum * 7 / days
}

// lastStudied is the last day each domain was studied or asked about, for those who log their sessions: somebody who
// never logs one is not taken to be idle.
func lastStudied(l loaded, on planner.Date) []readiness.LastStudied {
	last := make(map[string]planner.Date, len(l.study.Domains))
	logs := false
	note := func(domain string, d planner.Date) {
		if d.After(last[domain]) {
			last[domain] = d
		}
	}
	for _, s := range l.sessions {
		if s.Status == planner.Done && !s.Date.After(on) {
			logs = true
			if s.Domain != "" {
				note(s.Domain, s.Date)
				continue
			}
			for _, d := range l.study.Domains {
				note(d.ID, s.Date)
			}
		}
	}
	if !logs {
		return nil
	}
	for _, mk := range mocksUpTo(l.mocks, on) {
		for _, d := range mk.Domains {
			note(d.Domain, mk.Date)
		}
	}
	var out []readiness.LastStudied
	for _, d := range l.study.Domains {
		if day, ok := last[d.ID]; ok {
			out = append(out, readiness.LastStudied{Domain: d.ID, Date: day})
		}
	}
	return out
}

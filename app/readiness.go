package app

import (
	"context"
	"slices"

	"milepost/data"
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
	// Failed are the sittings up to AsOf that were not passed: they count as results, but are no mocks.
	Failed []planner.Sitting
}

// Readiness estimates the open study's readiness on a day, from what was known then. A zero day means today.
func (m *Milepost) Readiness(ctx context.Context, on planner.Date) (ReadinessView, error) {
	s, err := m.standing(ctx)
	if err != nil {
		return ReadinessView{}, err
	}
	if on.IsZero() || on == s.of.today {
		est, err := s.estimate()
		return m.readinessOf(s.loaded(), s.of.today, est), err
	}
	return m.readinessFrom(s.loaded(), on)
}

func (m *Milepost) readinessFrom(l loaded, on planner.Date) (ReadinessView, error) {
	est, err := m.estimate(l, on)
	return m.readinessOf(l, on, est), err
}

// readinessOf puts an estimate of a day together with what it comes from.
func (m *Milepost) readinessOf(l loaded, on planner.Date, est readiness.Readiness) ReadinessView {
	exam, _ := m.Exam(l.study.ExamID)
	return ReadinessView{
		Study: l.study, Exam: exam, AsOf: on, Estimate: est, Mocks: mocksUpTo(l.mocks, on), Milestones: markMet(asOf(l, on), on), Failed: failedUpTo(l, on),
	}
}

// evidence is what readiness is estimated from on a day: mocks, and failed sittings, which weigh in like results of an official source. sat are the latter.
func (m *Milepost) evidence(l loaded, on planner.Date) (in readiness.Input, sat []planner.Mock) {
	in = m.readinessInput(l, on)
	for _, s := range failedUpTo(l, on) {
		if mk, ok := s.AsMock(l.study); ok {
			sat = append(sat, mk)
		}
	}
	in.Mocks = slices.Concat(in.Mocks, sat)
	return in, sat
}

// estimate is what mocks and failed sittings say on a day. What is counted and listed are the mocks alone.
func (m *Milepost) estimate(l loaded, on planner.Date) (readiness.Readiness, error) {
	in, sat := m.evidence(l, on)
	est, err := readiness.Estimate(in)
	if err != nil || len(sat) == 0 {
		return est, err
	}
	for _, mk := range sat {
		est.Evidence.Mocks--
		_, n := mk.Counts()
		est.Evidence.Questions -= n
		for _, d := range mk.Domains {
			for i := range est.Domains {
				if est.Domains[i].Domain == d.Domain {
					est.Domains[i].Questions -= d.Total
				}
			}
		}
	}
	est.Evidence.Sources--
	est.Evidence.Last = planner.Date{}
	for _, mk := range mocksUpTo(l.mocks, on) {
		if mk.Date.After(est.Evidence.Last) {
			est.Evidence.Last = mk.Date
		}
	}
	est.Sources = slices.DeleteFunc(est.Sources, func(s readiness.SourceEstimate) bool { return s.Name == planner.SittingSource })
	return est, nil
}

// Explain follows today's estimate of the open study step by step. Failed sittings are steps like mocks.
func (m *Milepost) Explain(ctx context.Context) (readiness.Explanation, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return readiness.Explanation{}, err
	}
	in, _ := m.evidence(l, m.Today())
	return readiness.Explain(in)
}

// failedUpTo are the sittings up to a day that were not passed.
func failedUpTo(l loaded, day planner.Date) []planner.Sitting {
	return slices.DeleteFunc(sittingsUpTo(l, day), func(s planner.Sitting) bool { return s.Passed })
}

// readinessInput puts together what was known on a day.
func (m *Milepost) readinessInput(l loaded, on planner.Date) readiness.Input {
	in := readiness.Input{
		AsOf: on, ExamDate: l.study.ExamDate,
		PassLine: l.study.PassLine, ScaledPassMark: l.study.ScaledPassMark,
		Questions:        l.study.Questions,
		Mocks:            latest(mocksUpTo(l.mocks, on), readiness.MaxMocks-data.MaxSittings),
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

// latest keeps the last n mocks, which are by date: what lies thousands of mocks back says nothing about today.
func latest(mocks []planner.Mock, n int) []planner.Mock { return mocks[max(len(mocks)-n, 0):] }

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

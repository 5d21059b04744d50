package app

import (
	"context"
	"fmt"
	"slices"

	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// SessionView is a session with the words and the colour it is shown with.
type SessionView struct {
	planner.Session
	planner.Shown
	DomainIndex int    // position of the domain, for its colour; -1 for mixed sessions and mocks
	Code        string // "D4"; "Mix" or "Mock" without a domain
	Title       string // name of the domain, or what is done instead
	What        string // "Practice questions, about 31"
	Detail      string // "Practice questions, about 31 · 45 min"
}

// Timed puts the time on the clock before words about the session: "19:00 · Practice questions"; without a time it is the words alone.
func (v SessionView) Timed(words string) string {
	if v.Start.IsZero() {
		return words
	}
	return v.Start.String() + " · " + words
}

// PlanView is everything the Plan screen shows.
type PlanView struct {
	Study      planner.Study
	Today      planner.Date
	Sessions   []SessionView // by date and order
	Milestones []planner.Milestone
	Check      planner.Plan // does it fit, as of today
	Hours      []DomainHours
	DaysTotal  int // from start to exam
	LeftCount  int // planned sessions from today on
}

// DomainHours is the time of one domain in the plan.
type DomainHours struct {
	Domain              planner.StudyDomain
	Index               int
	PlannedMin, DoneMin int // planned includes what is done
}

// Plan is the open study's plan.
func (m *Milepost) Plan(ctx context.Context) (PlanView, error) {
	s, err := m.standing(ctx)
	if err != nil {
		return PlanView{}, err
	}
	check, err := s.check()
	if err != nil {
		return PlanView{}, err
	}
	l := s.loaded()
	v := PlanView{
		Study: l.study, Today: m.Today(), Sessions: slices.Clone(s.views()), Milestones: markMet(l, m.Today()),
		Check: check, Hours: domainHours(l), DaysTotal: l.study.Start.DaysUntil(l.study.ExamDate),
	}
	for _, s := range l.sessions {
		if s.Status == planner.Planned {
			v.LeftCount++
		}
	}
	return v, nil
}

// Check answers "does it fit, as of today?" for the open study.
func (m *Milepost) Check(ctx context.Context) (planner.Plan, error) {
	s, err := m.standing(ctx)
	if err != nil {
		return planner.Plan{}, err
	}
	return s.check()
}

func (m *Milepost) checkFrom(l loaded) (planner.Plan, error) {
	req, err := m.requestFrom(l)
	if err != nil {
		return planner.Plan{}, err
	}
	p, err := planner.Check(req)
	if err != nil || len(l.sessions) == 0 {
		return p, err
	}
	standing, err := planner.Standing(planner.RebalanceRequest{Request: req, Plan: l.sessions})
	p.FirstPass = standing.FirstPass // of the plan as it stands, not of one made today
	return p, err
}

// sessionViews are the views of all sessions of a study, those that lie behind included.
func sessionViews(study planner.Study, sessions []planner.Session) []SessionView {
	shown := planner.ShowAll(study, nil, sessions)
	out := make([]SessionView, len(sessions))
	for i, s := range sessions {
		out[i] = viewSession(study, s, shown[s.ID])
	}
	return out
}

// shownWith works out what sessions of a plan are shown with, beside the stored ones that lie behind or are settled.
func shownWith(study planner.Study, stored, plan []planner.Session) map[string]planner.Shown {
	var past []planner.Session
	for _, s := range stored {
		if s.Status != planner.Planned {
			past = append(past, s)
		}
	}
	return planner.ShowAll(study, past, plan)
}

func viewSession(study planner.Study, s planner.Session, shown planner.Shown) SessionView {
	v := SessionView{Session: s, Shown: shown, DomainIndex: study.DomainIndex(s.Domain)}
	switch {
	case v.DomainIndex >= 0:
		v.Code = fmt.Sprintf("D%d", v.DomainIndex+1)
		v.Title = study.Domains[v.DomainIndex].Name
	case s.Activity == planner.MockExam:
		v.Code, v.Title = lang.T("Mock"), lang.T("Mock exam")
	case s.Activity == planner.Debrief:
		v.Code, v.Title = lang.T("Debrief"), lang.T("Go through the mock")
	default:
		v.Code, v.Title = lang.T("Mix"), lang.T("All domains")
	}
	v.What = whatIsDone(study, s, shown.Method)
	v.Detail = v.What + " · " + phrase.Duration(s.Minutes)
	return v
}

// whatIsDone says what to do, and how many questions that is.
func whatIsDone(study planner.Study, s planner.Session, m planner.Method) string {
	n := questionsIn(study, s.Minutes)
	switch {
	case m == planner.TimedMock:
		return lang.T("Timed, %d questions", study.Questions)
	case m == planner.Questions && n > 0:
		return lang.T("%s, about %d", phrase.Method(m), n)
	case m == planner.HalfMock && n > 0:
		return lang.T("%s, about %d questions", phrase.Method(m), n)
	}
	return phrase.Method(m)
}

// questionsIn is how many questions fit into minutes at the exam's own pace, in fives.
func questionsIn(study planner.Study, minutes int) int {
	if study.ExamMinutes <= 0 {
		return 0
	}
	n := minutes * study.Questions / study.ExamMinutes
	if n > 10 {
		n -= n % 5
	}
	return n
}

// domainHours adds up planned and done minutes; sessions without a domain are left out.
func domainHours(l loaded) []DomainHours {
	out := make([]DomainHours, len(l.study.Domains))
	for i, d := range l.study.Domains {
		out[i] = DomainHours{Domain: d, Index: i}
	}
	for _, s := range l.sessions {
		i := l.study.DomainIndex(s.Domain)
		if i < 0 {
			continue
		}
		switch s.Status {
		case planner.Done:
			out[i].DoneMin += s.DoneMinutes
			out[i].PlannedMin += s.DoneMinutes
		case planner.Planned:
			out[i].PlannedMin += s.Minutes
		}
	}
	return out
}

// markMet tells which milestones have been reached, from what was really done and recorded.
func markMet(l loaded, today planner.Date) []planner.Milestone {
	out := make([]planner.Milestone, len(l.milestones))
	copy(out, l.milestones)
	for i := range out {
		out[i].Met = out[i].Met || milestoneMet(l, out[i], today)
	}
	return out
}

func milestoneMet(l loaded, ms planner.Milestone, today planner.Date) bool {
	switch ms.ID {
	case planner.MilestoneDiagnostic:
		return len(mocksUpTo(l.mocks, today)) > 0
	case planner.MilestoneMocksAtTarget:
		return mocksAtTarget(mocksUpTo(l.mocks, today), l.study.Target) >= 2
	case planner.MilestoneCovered:
		return learnedWeight(l) >= 1
	case planner.MilestoneHalfLearned:
		return learnedWeight(l) >= 0.5
	case planner.MilestoneTaper, planner.MilestoneExam:
		return today.After(ms.Date)
	}
	return false
}

// learnedWeight is the share of the exam's weight in domains whose planned learning is done, at least in part done and
// with none left.
func learnedWeight(l loaded) float64 {
	done := make(map[string]bool)
	left := make(map[string]bool)
	for _, s := range l.sessions {
		if s.Status == planner.Done {
			done[s.Domain] = true
		}
		if s.Activity == planner.Learn && (s.Status == planner.Planned || s.Status == planner.Missed) {
			left[s.Domain] = true
		}
	}
	total, learned := 0.0, 0.0
	for _, d := range l.study.Domains {
		total += d.Weight
		if done[d.ID] && !left[d.ID] {
			learned += d.Weight
		}
	}
	if total == 0 {
		return 0
	}
	return learned / total
}

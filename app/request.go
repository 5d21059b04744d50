package app

import (
	"context"
	"slices"

	"milepost/planner"
	"milepost/planner/readiness"
)

// loaded is everything stored of a study, as it stands today: planned sessions of past days are missed.
type loaded struct {
	study      planner.Study
	sessions   []planner.Session
	milestones []planner.Milestone
	mocks      []planner.Mock
	sources    []readiness.SourcePrior
	sittings   []planner.Sitting
	earlier    []planner.Session // done in other studies: they tell the person's pace
}

func (m *Milepost) load(ctx context.Context, s planner.Study) (loaded, error) {
	l := loaded{study: s}
	if s.ID == "" {
		return l, nil
	}
	var err error
	if l.sessions, err = m.store.Sessions(ctx, s.ID); err != nil {
		return l, err
	}
	if l.milestones, err = m.store.Milestones(ctx, s.ID); err != nil {
		return l, err
	}
	if l.mocks, err = m.store.Mocks(ctx, s.ID); err != nil {
		return l, err
	}
	if l.sources, err = m.store.Sources(ctx, s.ID); err != nil {
		return l, err
	}
	if l.sittings, err = m.store.Sittings(ctx, s.ID); err != nil {
		return l, err
	}
	if !s.Sample {
		if l.earlier, err = m.store.DoneElsewhere(ctx, s.ID); err != nil {
			return l, err
		}
	}
	today := m.Today()
	for i := range l.sessions {
		l.sessions[i].Stage = planner.StageOf(l.sessions[i].Date, today)
		if l.sessions[i].Status == planner.Planned && l.sessions[i].Date.Before(today) {
			l.sessions[i].Status = planner.Missed
		}
	}
	return l, nil
}

// loadCurrent loads the open study.
func (m *Milepost) loadCurrent(ctx context.Context) (loaded, error) {
	s, err := m.standing(ctx)
	if err != nil {
		return loaded{}, err
	}
	return s.loaded(), nil
}

// storable turns the reading view of sessions back into what is stored: "missed" is never written, it follows from the day.
func storable(in []planner.Session) []planner.Session {
	out := make([]planner.Session, len(in))
	copy(out, in)
	for i := range out {
		if out[i].Status == planner.Missed {
			out[i].Status = planner.Planned
		}
	}
	return out
}

// request gathers what the planner needs to judge a study from today on.
func (m *Milepost) request(ctx context.Context, s planner.Study) (planner.Request, error) {
	l, err := m.load(ctx, s)
	if err != nil {
		return planner.Request{}, err
	}
	return m.requestFrom(l)
}

func (m *Milepost) requestFrom(l loaded) (planner.Request, error) {
	exam, _ := m.Exam(l.study.ExamID)
	req := planner.Request{Today: m.planFrom(l.study), Study: l.study, Sittings: sittingsUpTo(l, m.Today()), Retake: exam.Retake, Earlier: l.earlier}
	for _, s := range l.sessions {
		switch {
		case s.Status != planner.Planned:
			req.History = append(req.History, s)
		case s.Pinned:
			req.Pinned = append(req.Pinned, s)
		}
	}
	taken := mocksUpTo(l.mocks, m.Today())
	req.MocksTaken = len(taken)
	req.MocksAtTarget = mocksAtTarget(taken, l.study.Target)
	if len(taken) == 0 {
		return req, nil
	}
	est, err := readiness.Estimate(m.readinessInput(l, m.Today()))
	if err != nil {
		return req, err
	}
	req.Evidence, req.Overall = EvidenceFrom(est)
	return req, nil
}

// EvidenceFrom turns an estimate into what the planner takes as mastery: that of the domains mocks have asked about by name, and that of the exam as a whole for the others.
func EvidenceFrom(est readiness.Readiness) (domains []planner.Evidence, overall *planner.Overall) {
	unasked := false
	for _, d := range est.Domains {
		if d.Questions == 0 {
			unasked = true
			continue
		}
		domains = append(domains, planner.Evidence{Domain: d.Domain, Mastery: d.Median, SE: d.SE})
	}
	if unasked && est.Evidence.Questions > 0 {
		const width = 2 * 1.645 // the middle 90 % of a normal distribution, in standard deviations
		overall = &planner.Overall{Mastery: est.Score.Median, SE: (est.Score.High - est.Score.Low) / width}
	}
	return domains, overall
}

func mocksUpTo(mocks []planner.Mock, day planner.Date) []planner.Mock {
	var out []planner.Mock
	for _, mk := range mocks {
		if !mk.Date.After(day) {
			out = append(out, mk)
		}
	}
	return out
}

// sittingsUpTo are the sittings up to a day, one a day, with the results of domains the study still has.
func sittingsUpTo(l loaded, day planner.Date) []planner.Sitting {
	var out []planner.Sitting
	for _, s := range l.sittings { // by date
		if s.Date.After(day) || len(out) > 0 && out[len(out)-1].Date == s.Date {
			continue
		}
		s.Results = slices.DeleteFunc(slices.Clone(s.Results), func(r planner.DomainResult) bool { return l.study.DomainIndex(r.Domain) < 0 })
		out = append(out, s)
	}
	return out
}

// mocksAtTarget counts how many mocks reached the target.
func mocksAtTarget(mocks []planner.Mock, target float64) int {
	n := 0
	for _, mk := range mocks {
		if mk.Share() >= target {
			n++
		}
	}
	return n
}

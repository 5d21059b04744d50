package app

import (
	"context"
	"fmt"

	"milepost/data"
	"milepost/planner"
)

// RebalanceOptions is how a person wants the plan repaired.
type RebalanceOptions struct {
	StartTomorrow bool
	Backlog       planner.Backlog
}

// RebalanceView is a repaired plan beside the one that stands: what a preview shows before anything is stored.
type RebalanceView struct {
	Name  string // of the scenario; "" for a plain rebalance
	Study planner.Study
	Today planner.Date
	planner.Rebalanced
	// Moved, Altered, Added and Removed are the difference with the words and colours it is shown with, by date.
	Moved   []MovedView
	Altered []AlteredView
	Added   []EntryView
	Removed []EntryView
	// Before and After are the minutes of each day from today to the exam that holds something in either plan.
	Days []DayLoad
	// ChanceBefore and ChanceAfter are chances of passing, 0..1; without HasChance there is not enough evidence for one.
	HasChance                 bool
	ChanceBefore, ChanceAfter float64
	// ShownBefore and ShownAfter are what the sessions of both plans are shown with, by their IDs.
	ShownBefore, ShownAfter map[string]planner.Shown
	// OfferFullReplan says that a plan made anew would bring more than a point.
	OfferFullReplan bool
}

// MovedView is a session that goes to another day.
type MovedView struct {
	SessionView
	From, To planner.Date
	Reason   string
}

// AlteredView is a session that becomes something else on its day.
type AlteredView struct {
	Before, After SessionView
	Reason        string
}

// EntryView is a session that comes or goes.
type EntryView struct {
	SessionView
	Reason string
}

// DayLoad is the minutes of a day in both plans.
type DayLoad struct {
	Date                planner.Date
	BeforeMin, AfterMin int
}

// fullReplanWorth is the gain, in score points of 100, from which a plan made anew is offered.
const fullReplanWorth = 1.0

// rebalanceRequest gathers what the planner needs to repair the plan of a study.
func (m *Milepost) rebalanceRequest(l loaded, opt RebalanceOptions) (planner.RebalanceRequest, error) {
	req, err := m.requestFrom(l)
	if err != nil {
		return planner.RebalanceRequest{}, err
	}
	return planner.RebalanceRequest{
		Request: req, Plan: l.sessions, Steadiness: l.study.Steadiness, StartTomorrow: opt.StartTomorrow, Backlog: opt.Backlog,
	}, nil
}

// PreviewRebalance repairs the open study's plan without storing anything.
func (m *Milepost) PreviewRebalance(ctx context.Context, opt RebalanceOptions) (RebalanceView, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return RebalanceView{}, err
	}
	req, err := m.rebalanceRequest(l, opt)
	if err != nil {
		return RebalanceView{}, err
	}
	out, err := planner.Rebalance(req)
	if err != nil {
		return RebalanceView{}, err
	}
	return m.rebalanceView(l, l.study, out)
}

// ApplyRebalance repairs the open study's plan and stores it, as one action. It answers what changed.
func (m *Milepost) ApplyRebalance(ctx context.Context, opt RebalanceOptions) (RebalanceView, error) {
	v, err := m.PreviewRebalance(ctx, opt)
	if err != nil {
		return v, err
	}
	return v, m.storeRebalanced(ctx, v, actionName(opt))
}

// actionName is the action's name for Undo.
func actionName(opt RebalanceOptions) string {
	switch opt.Backlog {
	case planner.BacklogSpread:
		return "Spread the backlog"
	case planner.BacklogShift:
		return "Shift the plan"
	case planner.BacklogDrop:
		return "Drop the backlog"
	}
	return "Rebalance"
}

// WhatIf answers scenarios side by side; nothing is stored.
func (m *Milepost) WhatIf(ctx context.Context, scenarios ...planner.Scenario) ([]RebalanceView, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return nil, err
	}
	req, err := m.rebalanceRequest(l, RebalanceOptions{})
	if err != nil {
		return nil, err
	}
	var views []RebalanceView
	for _, s := range scenarios {
		if err := m.checkExamAhead(s.Apply(req).Study); err != nil {
			return nil, err
		}
		out, err := planner.WhatIf(req, s)
		if err != nil {
			return nil, err
		}
		v, err := m.rebalanceView(l, s.Apply(req).Study, out)
		if err != nil {
			return nil, err
		}
		v.Name = s.Name
		views = append(views, v)
	}
	return views, nil
}

// ApplyWhatIf makes a scenario true: it stores the study and the repaired plan as one action.
func (m *Milepost) ApplyWhatIf(ctx context.Context, s planner.Scenario) (RebalanceView, error) {
	views, err := m.WhatIf(ctx, s)
	if err != nil {
		return RebalanceView{}, err
	}
	action := "What if"
	if s.Name != "" {
		action = fmt.Sprintf("What if: %s", s.Name)
	}
	return views[0], m.storeRebalanced(ctx, views[0], action)
}

// repair stores a study with changed days and repairs its plan for them, as one action. What was missed before stays missed: that is another question.
// Days that were freed are filled.
func (m *Milepost) repair(ctx context.Context, s planner.Study, action string, freed []planner.DateRange) error {
	l, err := m.load(ctx, s)
	if err != nil {
		return err
	}
	req, err := m.rebalanceRequest(l, RebalanceOptions{})
	if err != nil {
		return err
	}
	req.Freed = freed
	out, err := planner.Rebalance(req)
	if err != nil {
		return err
	}
	out.Settled = nil
	return m.storeRebalanced(ctx, RebalanceView{Study: s, Rebalanced: out}, action)
}

// storeRebalanced writes a repaired plan. Sessions that did not change are not touched; missed ones that were dealt with are put down as skipped.
func (m *Milepost) storeRebalanced(ctx context.Context, v RebalanceView, action string) error {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return err
	}
	settled := make(map[string]bool, len(v.Settled))
	for _, id := range v.Settled {
		settled[id] = true
	}
	var sessions []planner.Session
	for _, s := range l.sessions {
		if settled[s.ID] {
			s.Status = planner.Skipped
		}
		if s.Status != planner.Planned {
			sessions = append(sessions, s)
		}
	}
	sessions = append(sessions, v.Plan.Sessions...)
	m.backUpBeforeMuch(ctx, v.Difference.ChangedSessions)
	return m.do(ctx, action, func(tx *data.Tx) error {
		if err := tx.SaveStudy(v.Study); err != nil {
			return err
		}
		if err := tx.ReplaceSessions(v.Study.ID, storable(sessions)); err != nil {
			return err
		}
		return tx.ReplaceMilestones(v.Study.ID, v.Plan.Milestones)
	})
}

// rebalanceView adds words, days and chances of passing to a repaired plan. The study is the one the plan was repaired for.
func (m *Milepost) rebalanceView(l loaded, study planner.Study, out planner.Rebalanced) (RebalanceView, error) {
	v := RebalanceView{Study: study, Today: m.Today(), Rebalanced: out, OfferFullReplan: out.Difference.FullReplanGain > fullReplanWorth}
	v.ShownBefore, v.ShownAfter = planner.ShowAll(l.study, nil, l.sessions), shownWith(study, l.sessions, out.Plan.Sessions)
	before := func(s planner.Session) SessionView { return viewSession(l.study, s, v.ShownBefore[s.ID]) }
	after := func(s planner.Session) SessionView { return viewSession(study, s, v.ShownAfter[s.ID]) }
	d := out.Difference
	for _, c := range d.Moved {
		v.Moved = append(v.Moved, MovedView{after(c.Session), c.From, c.To, c.Reason})
	}
	for _, c := range d.Altered {
		v.Altered = append(v.Altered, AlteredView{before(c.Before), after(c.After), c.Reason})
	}
	for _, c := range d.Added {
		v.Added = append(v.Added, EntryView{after(c.Session), c.Reason})
	}
	for _, c := range d.Removed {
		v.Removed = append(v.Removed, EntryView{before(c.Session), c.Reason})
	}
	v.Days = dayLoads(l.sessions, out.Plan.Sessions, v.Today)
	return v, m.addChances(&v, l, study)
}

// dayLoads adds up both plans by day.
func dayLoads(before, after []planner.Session, today planner.Date) []DayLoad {
	last := 0
	for _, all := range [][]planner.Session{before, after} {
		for _, s := range all {
			last = max(last, today.DaysUntil(s.Date))
		}
	}
	out := make([]DayLoad, last+1)
	for i := range out {
		out[i].Date = today.AddDays(i)
	}
	for _, s := range before {
		if n := today.DaysUntil(s.Date); n >= 0 && s.Status == planner.Planned {
			out[n].BeforeMin += s.Minutes
		}
	}
	for _, s := range after {
		if n := today.DaysUntil(s.Date); n >= 0 {
			out[n].AfterMin += s.Minutes
		}
	}
	return out
}

// addChances estimates the chance of passing with the study as it is and as it would be: another exam date and other hours change it.
func (m *Milepost) addChances(v *RebalanceView, l loaded, study planner.Study) error {
	if len(mocksUpTo(l.mocks, v.Today)) == 0 {
		return nil
	}
	before, err := m.estimate(l, v.Today)
	if err != nil {
		return err
	}
	changed := l
	changed.study = study
	after, err := m.estimate(changed, v.Today)
	if err != nil {
		return err
	}
	if before.HasForecast && after.HasForecast {
		v.HasChance, v.ChanceBefore, v.ChanceAfter = true, before.Pass.ExamDay, after.Pass.ExamDay
	}
	return nil
}

// SetSteadiness says how much a change of the open study's plan must bring to be worth it. The plan itself stays as it is.
func (m *Milepost) SetSteadiness(ctx context.Context, steady planner.Steadiness) error {
	s, err := m.Current(ctx)
	if err != nil {
		return err
	}
	s.Steadiness = steady
	if err := s.WithDefaults().Validate(); err != nil {
		return err
	}
	return m.do(ctx, "Steadiness", func(tx *data.Tx) error { return tx.SaveStudy(s) })
}

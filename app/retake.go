package app

import (
	"context"
	"errors"
	"slices"
	"strings"

	"milepost/app/lang"
	"milepost/data"
	"milepost/planner"
)

// ErrNoFailedSitting is what a retake answers when there is none to repeat.
var ErrNoFailedSitting = errors.New("no sitting that was not passed is recorded for this study; record the result first")

// RecordResult stores how a sitting of the open study's exam went. One sitting a day: another of the same day takes its place.
func (m *Milepost) RecordResult(ctx context.Context, s planner.Sitting) (planner.Sitting, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return s, err
	}
	s.Note = strings.TrimSpace(s.Note)
	if err := s.Validate(l.study, m.Today()); err != nil {
		return s, err
	}
	day, foretold, err := m.dayForecast(l, m.Today())
	foretold = foretold && err == nil // a result is worth more than its forecast
	if s.ID == "" {
		s.ID = m.newID()
		for _, known := range l.sittings {
			if known.Date == s.Date {
				s.ID = known.ID
			}
		}
	}
	return s, m.do(ctx, "Record the result", func(tx *data.Tx) error {
		if foretold { // before the result is known
			if err := tx.KeepForecast(l.study.ID, day); err != nil {
				return err
			}
		}
		return tx.SaveSitting(l.study.ID, s)
	})
}

// RetakeView is what there is to know about sitting the exam once more.
type RetakeView struct {
	Study    planner.Study // the one that was sat
	Exam     planner.Exam  // with the vendor's rule; zero for an exam of one's own
	Today    planner.Date
	Sittings []planner.Sitting // by date
	Last     planner.Sitting
	// NotBefore is the first day the vendor allows, and Why its reason; zero when nothing is known to be asked.
	NotBefore planner.Date
	Why       string
	// Dates are the days worth considering, each with its plan: the first allowed, and the first that fits.
	Dates []planner.RetakeDate
	// Carried are the mocks that go along.
	Carried int
}

// Retake looks at another sitting of the open study's exam. Nothing is stored.
func (m *Milepost) Retake(ctx context.Context) (RetakeView, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return RetakeView{}, err
	}
	v := RetakeView{Study: l.study, Today: m.Today(), Sittings: l.sittings, Carried: len(l.mocks)}
	v.Exam, _ = m.Exam(l.study.ExamID)
	if v.Last, err = lastFailed(l); err != nil {
		return v, err
	}
	var days []planner.Date
	for _, s := range l.sittings {
		days = append(days, s.Date)
	}
	v.NotBefore, v.Why = v.Exam.Retake.Earliest(days)
	req, err := m.retakeRequest(l, m.Today().AddDays(1))
	if err != nil {
		return v, err
	}
	v.Dates, err = planner.RetakeDates(req)
	return v, err
}

// PreviewRetake is the plan another sitting on a day would have. Nothing is stored.
func (m *Milepost) PreviewRetake(ctx context.Context, on planner.Date) (planner.Plan, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return planner.Plan{}, err
	}
	_, plan, err := m.planRetake(l, on)
	return plan, err
}

// StartRetake makes a study for another sitting on a day, with its plan, and opens it. Availability, mocks, sources and sittings go along; the study that was sat stays as it is.
func (m *Milepost) StartRetake(ctx context.Context, on planner.Date) (planner.Study, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return planner.Study{}, err
	}
	req, plan, err := m.planRetake(l, on)
	if err != nil {
		return planner.Study{}, err
	}
	old, err := m.told(ctx, l.study.ID)
	if err != nil {
		return planner.Study{}, err
	}
	s := req.Study
	s.ID = m.newID()
	return s, m.do(ctx, "Plan another sitting", func(tx *data.Tx) error {
		if err := tx.SaveStudy(s); err != nil {
			return err
		}
		if err := tx.ReplaceSessions(s.ID, plan.Sessions); err != nil {
			return err
		}
		if err := tx.ReplaceMilestones(s.ID, plan.Milestones); err != nil {
			return err
		}
		if err := m.carry(tx, l, old, s.ID); err != nil {
			return err
		}
		return tx.SetOpenStudy(s.ID)
	})
}

// carry copies what was learned about the person and their sources into another study, with what was foretold and when.
func (m *Milepost) carry(tx *data.Tx, l loaded, told diary, to string) error {
	ids := make(map[string]string, len(l.mocks))
	for _, mk := range l.mocks {
		id := m.newID()
		ids[mk.ID], mk.ID = id, id
		if err := tx.SaveMock(to, mk); err != nil {
			return err
		}
	}
	if err := told.carry(tx, ids, to); err != nil {
		return err
	}
	for _, src := range l.sources {
		if err := tx.SaveSource(to, src); err != nil {
			return err
		}
	}
	for _, s := range l.sittings {
		s.ID = m.newID()
		if err := tx.SaveSitting(to, s); err != nil {
			return err
		}
	}
	return nil
}

func (m *Milepost) planRetake(l loaded, on planner.Date) (planner.Request, planner.Plan, error) {
	if _, err := lastFailed(l); err != nil {
		return planner.Request{}, planner.Plan{}, err
	}
	if !on.After(m.Today()) {
		return planner.Request{}, planner.Plan{}, &planner.FieldError{Field: "exam_date", Reason: lang.T("%s is not ahead; choose the day of the next sitting", on)}
	}
	req, err := m.retakeRequest(l, on)
	if err != nil {
		return req, planner.Plan{}, err
	}
	plan, err := planner.Build(req)
	return req, plan, err
}

// retakeRequest asks for a plan from today to another sitting. What was studied before is part of the sitting's result; it still says how long work takes.
func (m *Milepost) retakeRequest(l loaded, on planner.Date) (planner.Request, error) {
	next := l
	next.study = retakeStudy(l.study, len(l.sittings)+1, m.Today(), on)
	next.sessions, next.milestones = nil, nil
	next.earlier = slices.Concat(l.earlier, doneSessions(l.sessions))
	return m.requestFrom(next)
}

// retakeStudy is the study for another sitting: the same exam, hours and domains, from today on.
func retakeStudy(s planner.Study, sitting int, today, on planner.Date) planner.Study {
	s.ID = ""
	s.Name = lang.T("%s, sitting %d", firstNonEmpty(s.ExamCode, s.Name, lang.T("Exam")), sitting)
	s.Start, s.ExamDate = today, on
	s.Domains = slices.Clone(s.Domains)
	for i := range s.Domains {
		s.Domains[i].Skim = false // a way out of the last plan, not of this one
	}
	s.Availability = s.Availability.Clone()
	s.Availability.Days = slices.DeleteFunc(s.Availability.Days, func(d planner.DayMinutes) bool { return d.Date.Before(today) })
	s.Availability.Off = slices.DeleteFunc(s.Availability.Off, func(r planner.DateRange) bool { return r.Last.Before(today) })
	return s
}

func firstNonEmpty(list ...string) string {
	for _, s := range list {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

func doneSessions(in []planner.Session) []planner.Session {
	var out []planner.Session
	for _, s := range in {
		if s.Status == planner.Done {
			out = append(out, s)
		}
	}
	return out
}

// lastFailed is the latest sitting, when it was not passed.
func lastFailed(l loaded) (planner.Sitting, error) {
	if n := len(l.sittings); n > 0 && !l.sittings[n-1].Passed {
		return l.sittings[n-1], nil
	}
	return planner.Sitting{}, ErrNoFailedSitting
}

package app

import (
	"context"
	"strings"

	"milepost/app/lang"
	"milepost/data"
	"milepost/planner"
)

// EditSession changes what a session is: its day, domain, activity, minutes and note; everything else of s is ignored. The minutes of a session that is done are those
// really studied. A planned session that is moved or made another by hand is pinned: planning again leaves it as it is.
func (m *Milepost) EditSession(ctx context.Context, s planner.Session) error {
	study, was, err := m.session(ctx, s.ID)
	if err != nil {
		return err
	}
	next := was
	next.Date, next.Domain, next.Activity, next.Note = s.Date, s.Domain, s.Activity, strings.TrimSpace(s.Note)
	checked := next
	checked.Minutes = s.Minutes
	if err := m.checkLogged(study, checked); err != nil {
		return err
	}
	today := m.Today()
	switch {
	case was.Status == planner.Done && s.Date.After(today):
		return &planner.FieldError{Field: "date", Reason: lang.T("what is done lies not after today, %s", today)}
	case was.Status == planner.Done:
		next.DoneMinutes = s.Minutes
	case s.Date != was.Date && s.Date.Before(today):
		return &planner.FieldError{Field: "date", Reason: lang.T("%s has passed", s.Date)}
	default:
		next.Minutes = s.Minutes
		next.Status = planner.Planned
		if was.Status == planner.Skipped {
			next.Status = planner.Skipped
		}
		if s.Date != was.Date || s.Domain != was.Domain || s.Activity != was.Activity || s.Minutes != was.Minutes {
			next.Pinned, next.Reason = true, "changed by you"
		}
	}
	if s.Date != was.Date {
		next.Order = orderAtEnd
	}
	if was.Status == planner.Missed {
		was.Status = planner.Planned // as it is stored
	}
	if next == was {
		return nil
	}
	return m.do(ctx, "Edit session", func(tx *data.Tx) error { return tx.SaveSession(study.ID, next) })
}

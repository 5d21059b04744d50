package app

import (
	"context"
	"fmt"
	"strings"

	"milepost/app/lang"
	"milepost/data"
	"milepost/planner"
)

// MaxLoggedMinutes bounds what one session may log.
const MaxLoggedMinutes = planner.MaxDayMinutes

// session finds a session of the open study.
func (m *Milepost) session(ctx context.Context, id string) (planner.Study, planner.Session, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return planner.Study{}, planner.Session{}, err
	}
	for _, s := range l.sessions {
		if s.ID == id {
			return l.study, s, nil
		}
	}
	return l.study, planner.Session{}, fmt.Errorf("there is no session with the id %q in this study", id)
}

// changeSession stores one changed session as one action.
func (m *Milepost) changeSession(ctx context.Context, id, action string, change func(*planner.Session) error) error {
	study, s, err := m.session(ctx, id)
	if err != nil {
		return err
	}
	if s.Status == planner.Missed {
		s.Status = planner.Planned
	}
	if err := change(&s); err != nil {
		return err
	}
	return m.do(ctx, action, func(tx *data.Tx) error { return tx.SaveSession(study.ID, s) })
}

// FinishSession marks a session done with the minutes really studied; 0 minutes means as planned.
func (m *Milepost) FinishSession(ctx context.Context, id string, minutes int) error {
	if minutes < 0 || minutes > MaxLoggedMinutes {
		return &planner.FieldError{Field: "minutes", Reason: lang.T("%d is out of range (1 to %d)", minutes, MaxLoggedMinutes)}
	}
	return m.changeSession(ctx, id, "Finish session", func(s *planner.Session) error {
		if s.Date.After(m.Today()) {
			return fmt.Errorf("that session is planned for %s; move it to today first", s.Date)
		}
		s.Status = planner.Done
		s.DoneMinutes = minutes
		if minutes == 0 {
			s.DoneMinutes = s.Minutes
		}
		return nil
	})
}

// ReopenSession takes "done" or "skipped" back.
func (m *Milepost) ReopenSession(ctx context.Context, id string) error {
	return m.changeSession(ctx, id, "Reopen session", func(s *planner.Session) error {
		s.Status, s.DoneMinutes = planner.Planned, 0
		return nil
	})
}

// SkipSession says that a session will not be done.
func (m *Milepost) SkipSession(ctx context.Context, id string) error {
	return m.changeSession(ctx, id, "Skip session", func(s *planner.Session) error {
		if s.Status == planner.Done {
			return fmt.Errorf("that session is done already; reopen it first")
		}
		s.Status, s.DoneMinutes = planner.Skipped, 0
		return nil
	})
}

// MoveSession puts a planned session on another day and pins it there: what was moved by hand stays.
func (m *Milepost) MoveSession(ctx context.Context, id string, to planner.Date) error {
	return m.changeSession(ctx, id, "Move session", func(s *planner.Session) error {
		if s.Status == planner.Done {
			return fmt.Errorf("that session is done already and stays on %s", s.Date)
		}
		if to.Before(m.Today()) {
			return &planner.FieldError{Field: "date", Reason: lang.T("%s has passed", to)}
		}
		study, err := m.Current(ctx)
		if err != nil {
			return err
		}
		if !to.Before(study.ExamDate) {
			return &planner.FieldError{Field: "date", Reason: lang.T("the exam is on %s; sessions lie before it", study.ExamDate)}
		}
		s.Date, s.Pinned, s.Status = to, true, planner.Planned
		s.Order = orderAtEnd
		s.Reason = "moved here by you"
		return nil
	})
}

// orderAtEnd sorts a session behind the others of its day.
const orderAtEnd = 99

// PinSession pins a session or lets go of it.
func (m *Milepost) PinSession(ctx context.Context, id string, pinned bool) error {
	action := "Pin session"
	if !pinned {
		action = "Unpin session"
	}
	return m.changeSession(ctx, id, action, func(s *planner.Session) error {
		s.Pinned = pinned
		return nil
	})
}

// LogSession adds a session by hand: one that was studied today or before is done, one that lies ahead is planned and pinned.
func (m *Milepost) LogSession(ctx context.Context, s planner.Session) (planner.Session, error) {
	study, err := m.Current(ctx)
	if err != nil {
		return s, err
	}
	s, action, err := m.byHand(study, s)
	if err != nil {
		return s, err
	}
	return s, m.do(ctx, action, func(tx *data.Tx) error { return tx.SaveSession(study.ID, s) })
}

// byHand makes a session that is added by hand ready to be stored, with the name of that.
func (m *Milepost) byHand(study planner.Study, s planner.Session) (ready planner.Session, action string, err error) {
	if err := m.checkLogged(study, s); err != nil {
		return s, "", err
	}
	s.ID, s.ByHand = m.newID(), true
	s.Order = orderAtEnd
	s.Note = strings.TrimSpace(s.Note)
	if s.Date.After(m.Today()) {
		s.Status, s.DoneMinutes, s.Pinned, s.Reason = planner.Planned, 0, true, planner.ReasonAdded
		return s, "Add session", nil
	}
	s.Status, s.DoneMinutes, s.Reason = planner.Done, s.Minutes, planner.ReasonLogged
	return s, "Log session", nil
}

func (m *Milepost) checkLogged(study planner.Study, s planner.Session) error {
	fail := func(field, format string, args ...any) error {
		return &planner.FieldError{Field: field, Reason: lang.Of(format, args...)}
	}
	switch {
	case s.Date.IsZero():
		return fail("date", lang.Key("choose the day of the session"))
	case !s.Date.Before(study.ExamDate):
		return fail("date", lang.Key("the exam is on %s; sessions lie before it"), study.ExamDate)
	case s.Minutes < 1 || s.Minutes > MaxLoggedMinutes:
		return fail("minutes", lang.Key("%d is out of range (1 to %d)"), s.Minutes, MaxLoggedMinutes)
	case !s.Activity.Valid():
		return fail("activity", lang.Key("%q is not one of learn, practise, review, mock, debrief"), s.Activity)
	}
	if s.Domain != "" && study.DomainIndex(s.Domain) < 0 {
		return fail("domain", lang.Key("the study has no domain %q"), s.Domain)
	}
	return planner.CheckText("note", s.Note, planner.MaxTextRunes)
}

// RemoveSession deletes a session that is not done.
func (m *Milepost) RemoveSession(ctx context.Context, id string) error {
	study, s, err := m.session(ctx, id)
	if err != nil {
		return err
	}
	return m.do(ctx, "Delete session", func(tx *data.Tx) error { return tx.DeleteSession(study.ID, s.ID) })
}

// TakeDaysOff declares days off. Planned sessions that are not pinned leave those days, and the plan is repaired around them: what
// still fits stays where it is.
func (m *Milepost) TakeDaysOff(ctx context.Context, r planner.DateRange) error {
	s, err := m.Current(ctx)
	if err != nil {
		return err
	}
	if r.Last.Before(m.Today()) {
		return &planner.FieldError{Field: "days_off", Reason: lang.T("%s lies in the past", r)}
	}
	s.Availability.Off = planner.MergeRanges(append(s.Availability.Off, r))
	return m.repair(ctx, s, "Days off", nil)
}

// CancelDayOff makes a day off an ordinary one again.
func (m *Milepost) CancelDayOff(ctx context.Context, day planner.Date) error {
	s, err := m.Current(ctx)
	if err != nil {
		return err
	}
	s.Availability.Off = withoutDay(s.Availability.Off, day)
	return m.repair(ctx, s, "Cancel day off", []planner.DateRange{{First: day, Last: day}})
}

// withoutDay cuts a day out of ranges, splitting the one that holds it.
func withoutDay(ranges []planner.DateRange, day planner.Date) []planner.DateRange {
	var out []planner.DateRange
	for _, r := range ranges {
		if !r.Contains(day) {
			out = append(out, r)
			continue
		}
		if r.First.Before(day) {
			out = append(out, planner.DateRange{First: r.First, Last: day.AddDays(-1)})
		}
		if r.Last.After(day) {
			out = append(out, planner.DateRange{First: day.AddDays(1), Last: r.Last})
		}
	}
	return out
}

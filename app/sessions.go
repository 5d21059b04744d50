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
	study, found, err := m.sessions(ctx, []string{id})
	if err != nil {
		return study, planner.Session{}, err
	}
	return study, found[0], nil
}

// sessions finds sessions of the open study, in the order of ids.
func (m *Milepost) sessions(ctx context.Context, ids []string) (planner.Study, []planner.Session, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return planner.Study{}, nil, err
	}
	byID := make(map[string]planner.Session, len(l.sessions))
	for _, s := range l.sessions {
		byID[s.ID] = s
	}
	found := make([]planner.Session, len(ids))
	for i, id := range ids {
		s, ok := byID[id]
		if !ok {
			return l.study, nil, fmt.Errorf("there is no session with the id %q in this study", id)
		}
		found[i] = s
	}
	return l.study, found, nil
}

// changeSessions stores changed sessions as one action: all of them, or none when one cannot be changed.
func (m *Milepost) changeSessions(ctx context.Context, ids []string, action string, change func(planner.Study, *planner.Session) error) error {
	study, found, err := m.sessions(ctx, ids)
	if err != nil {
		return err
	}
	for i := range found {
		if found[i].Status == planner.Missed {
			found[i].Status = planner.Planned
		}
		if err := change(study, &found[i]); err != nil {
			return err
		}
	}
	return m.do(ctx, action, func(tx *data.Tx) error {
		for _, s := range found {
			if err := tx.SaveSession(study.ID, s); err != nil {
				return err
			}
		}
		return nil
	})
}

// nameFor is the name of an action on one thing, or with their number that on several.
func nameFor(n int, one, several string) string {
	if n == 1 {
		return one
	}
	return fmt.Sprintf(several, n)
}

// FinishSession marks a session done with the minutes really studied; 0 minutes means as planned.
func (m *Milepost) FinishSession(ctx context.Context, id string, minutes int) error {
	if minutes < 0 || minutes > MaxLoggedMinutes {
		return &planner.FieldError{Field: "minutes", Reason: lang.T("%d is out of range (1 to %d)", minutes, MaxLoggedMinutes)}
	}
	return m.finish(ctx, []string{id}, minutes)
}

// FinishSessions marks sessions done as planned. Like all that is done with several at once it is one action, and happens to all of them or to none.
func (m *Milepost) FinishSessions(ctx context.Context, ids []string) error {
	return m.finish(ctx, ids, 0)
}

func (m *Milepost) finish(ctx context.Context, ids []string, minutes int) error {
	return m.changeSessions(ctx, ids, nameFor(len(ids), "Finish session", "Finish %d sessions"), func(_ planner.Study, s *planner.Session) error {
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
	return m.ReopenSessions(ctx, []string{id})
}

// ReopenSessions does so for several.
func (m *Milepost) ReopenSessions(ctx context.Context, ids []string) error {
	return m.changeSessions(ctx, ids, nameFor(len(ids), "Reopen session", "Reopen %d sessions"), func(_ planner.Study, s *planner.Session) error {
		s.Status, s.DoneMinutes = planner.Planned, 0
		return nil
	})
}

// SkipSession says that a session will not be done.
func (m *Milepost) SkipSession(ctx context.Context, id string) error {
	return m.SkipSessions(ctx, []string{id})
}

// SkipSessions does so for several.
func (m *Milepost) SkipSessions(ctx context.Context, ids []string) error {
	return m.changeSessions(ctx, ids, nameFor(len(ids), "Skip session", "Skip %d sessions"), func(_ planner.Study, s *planner.Session) error {
		if s.Status == planner.Done {
			return fmt.Errorf("that session is done already; reopen it first")
		}
		s.Status, s.DoneMinutes = planner.Skipped, 0
		return nil
	})
}

// MoveSession puts a planned session on another day and pins it there: what was moved by hand stays.
func (m *Milepost) MoveSession(ctx context.Context, id string, to planner.Date) error {
	return m.MoveSessions(ctx, []string{id}, to)
}

// MoveSessions does so for several; on the new day they keep their order.
func (m *Milepost) MoveSessions(ctx context.Context, ids []string, to planner.Date) error {
	moved := 0
	return m.changeSessions(ctx, ids, nameFor(len(ids), "Move session", "Move %d sessions"), func(study planner.Study, s *planner.Session) error {
		switch {
		case s.Status == planner.Done:
			return fmt.Errorf("that session is done already and stays on %s", s.Date)
		case to.Before(m.Today()):
			return &planner.FieldError{Field: "date", Reason: lang.T("%s has passed", to)}
		case !to.Before(study.ExamDate):
			return &planner.FieldError{Field: "date", Reason: lang.T("the exam is on %s; sessions lie before it", study.ExamDate)}
		}
		s.Date, s.Pinned, s.Status = to, true, planner.Planned
		s.Order = orderAtEnd + moved
		s.Reason = "moved here by you"
		moved++
		return nil
	})
}

// orderAtEnd sorts a session behind the others of its day.
const orderAtEnd = 99

// PinSession pins a session or lets go of it.
func (m *Milepost) PinSession(ctx context.Context, id string, pinned bool) error {
	return m.PinSessions(ctx, []string{id}, pinned)
}

// PinSessions does so for several.
func (m *Milepost) PinSessions(ctx context.Context, ids []string, pinned bool) error {
	action := nameFor(len(ids), "Pin session", "Pin %d sessions")
	if !pinned {
		action = nameFor(len(ids), "Unpin session", "Unpin %d sessions")
	}
	return m.changeSessions(ctx, ids, action, func(_ planner.Study, s *planner.Session) error {
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

// RemoveSession deletes a session.
func (m *Milepost) RemoveSession(ctx context.Context, id string) error {
	return m.RemoveSessions(ctx, []string{id})
}

// RemoveSessions deletes several.
func (m *Milepost) RemoveSessions(ctx context.Context, ids []string) error {
	study, found, err := m.sessions(ctx, ids)
	if err != nil {
		return err
	}
	return m.do(ctx, nameFor(len(ids), "Delete session", "Delete %d sessions"), func(tx *data.Tx) error {
		for _, s := range found {
			if err := tx.DeleteSession(study.ID, s.ID); err != nil {
				return err
			}
		}
		return nil
	})
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

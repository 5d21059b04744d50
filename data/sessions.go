package data

import (
	"context"
	"fmt"
	"slices"

	"milepost/planner"
)

var sessionTable = table{"session", []string{"study_id", "id"}, []string{
	"day", "position", "domain", "activity", "minutes", "pinned", "status", "done_minutes", "stage", "reason", "note", "by_hand",
}}

// Sessions are the sessions of a study by date, order in the day and ID.
func (s *Store) Sessions(ctx context.Context, studyID string) (out []planner.Session, err error) {
	err = s.reading(ctx, "the sessions", func(q queryer) error {
		out, err = readSessions(ctx, q, studyID)
		return err
	})
	return out, err
}

func readSessions(ctx context.Context, q queryer, studyID string) (out []planner.Session, err error) {
	err = each(ctx, q, func(scan func(...any) error) error {
		var x planner.Session
		var study string
		err := scan(&study, &x.ID, day{&x.Date}, &x.Order, &x.Domain, &x.Activity, &x.Minutes, &x.Pinned, &x.Status, &x.DoneMinutes, &x.Stage, &x.Reason, &x.Note, &x.ByHand)
		out = append(out, x)
		return err
	}, "SELECT "+sessionTable.columns()+" FROM session WHERE study_id = ? ORDER BY day, position, id", studyID)
	return out, err
}

// DoneElsewhere are the sessions done in all other studies but samples, by date: what they were planned for and what they took.
func (s *Store) DoneElsewhere(ctx context.Context, studyID string) (out []planner.Session, err error) {
	err = s.reading(ctx, "the sessions of other studies", func(q queryer) error {
		return each(ctx, q, func(scan func(...any) error) error {
			x := planner.Session{Status: planner.Done}
			err := scan(&x.ID, day{&x.Date}, &x.Activity, &x.Minutes, &x.DoneMinutes, &x.ByHand)
			out = append(out, x)
			return err
		}, `SELECT s.id, s.day, s.activity, s.minutes, s.done_minutes, s.by_hand FROM session AS s JOIN study ON study.id = s.study_id
			WHERE s.status = 'done' AND study.sample = 0 AND s.study_id <> ? ORDER BY s.day, s.study_id, s.id`, studyID)
	})
	return out, err
}

// ReplaceSessions makes the sessions of a study be exactly these. Sessions that stay the same are not touched.
func (t *Tx) ReplaceSessions(studyID string, sessions []planner.Session) error {
	if err := checkCount("sessions", len(sessions), MaxSessions); err != nil {
		return err
	}
	rows := make([]row, 0, len(sessions))
	seen := make(map[string]bool, len(sessions))
	for i, x := range sessions {
		field := fmt.Sprintf("sessions[%d]", i)
		if err := checkSession(x); err != nil {
			return planner.Under(field, err)
		}
		if seen[x.ID] {
			return fieldError(field+".id", "the id %q is used twice", x.ID)
		}
		seen[x.ID] = true
		rows = append(rows, sessionRow(studyID, x))
	}
	if err := t.requireStudy(studyID); err != nil {
		return fmt.Errorf("save sessions: %w", err)
	}
	if err := t.replace(sessionTable, row{studyID}, rows); err != nil {
		return fmt.Errorf("save sessions: %w", err)
	}
	return nil
}

// SaveSession stores one session; one with a known ID replaces the stored one.
func (t *Tx) SaveSession(studyID string, x planner.Session) error {
	if err := checkSession(x); err != nil {
		return err
	}
	if err := t.requireStudy(studyID); err != nil {
		return fmt.Errorf("save session: %w", err)
	}
	if err := t.roomFor(sessionTable, studyID, x.ID, MaxSessions); err != nil {
		return err
	}
	if err := t.put(sessionTable, sessionRow(studyID, x)); err != nil {
		return fmt.Errorf("save session: %w", err)
	}
	return nil
}

// DeleteSession removes a session, or answers ErrNotFound.
func (t *Tx) DeleteSession(studyID, id string) error {
	n, err := t.remove(sessionTable, studyID, id)
	if err == nil && n == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("delete session %q: %w", id, err)
	}
	return nil
}

func sessionRow(studyID string, x planner.Session) row {
	return row{
		studyID, x.ID, x.Date.String(), number(x.Order), x.Domain, string(x.Activity), number(x.Minutes), flag(x.Pinned),
		string(x.Status), number(x.DoneMinutes), string(x.Stage), x.Reason, x.Note, flag(x.ByHand),
	}
}

var (
	statuses = []planner.Status{planner.Planned, planner.Done, planner.Missed, planner.Skipped}
	stages   = []planner.Stage{"", planner.History, planner.Published, planner.Draft}
)

// checkSession refuses what the table could not hold.
func checkSession(x planner.Session) error {
	if !x.Activity.Valid() {
		return fieldError("activity", "%q is not an activity", x.Activity)
	}
	if !slices.Contains(statuses, x.Status) {
		return fieldError("status", "%q is not a status", x.Status)
	}
	if !slices.Contains(stages, x.Stage) {
		return fieldError("stage", "%q is not a stage", x.Stage)
	}
	return first(
		checkID("id", x.ID),
		checkDay("date", x.Date),
		checkRange("order", x.Order, 0, 9999),
		planner.CheckText("domain", x.Domain, planner.MaxNameRunes),
		checkRange("minutes", x.Minutes, 0, maxDayMinutes),
		checkRange("done_minutes", x.DoneMinutes, 0, maxDayMinutes),
		planner.CheckText("reason", x.Reason, planner.MaxTextRunes),
		planner.CheckText("note", x.Note, planner.MaxTextRunes),
	)
}

package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"milepost/data"
	"milepost/planner"
)

// CalendarChoices are how somebody likes the calendar of a study, and where it is kept up to date.
type CalendarChoices struct {
	AlarmMinutes int `json:"alarm,omitempty"`
	Fresh        int `json:"fresh,omitempty"` // of the copy made last; the next one is another
	// Path is a file that is written anew whenever the plan has changed; "" for none.
	Path string `json:"path,omitempty"`
}

// Options are the choices as [Milepost.Calendar] takes them.
func (c CalendarChoices) Options() CalendarOptions {
	return CalendarOptions{AlarmMinutes: c.AlarmMinutes, Fresh: c.Fresh, Milestones: true}
}

// calendarKey names the setting that holds the choices for a study. They belong to this computer, as the file does.
func calendarKey(study string) string { return "local.calendar." + study }

// CalendarChoices are those of the open study. What makes no sense is none: it could only come from another program.
func (m *Milepost) CalendarChoices(ctx context.Context) (CalendarChoices, error) {
	study, err := m.Current(ctx)
	if err != nil {
		return CalendarChoices{}, err
	}
	text, err := m.store.Setting(ctx, calendarKey(study.ID))
	if err != nil || text == "" {
		return CalendarChoices{}, err
	}
	var c CalendarChoices
	if json.Unmarshal([]byte(text), &c) != nil || c.check() != nil {
		return CalendarChoices{}, nil
	}
	return c, nil
}

// KeepCalendarChoices keeps them for the open study. That is no action: nothing of the study changes by it, and it is not undone.
func (m *Milepost) KeepCalendarChoices(ctx context.Context, c CalendarChoices) error {
	study, err := m.Current(ctx)
	if err != nil {
		return err
	}
	if err := c.check(); err != nil {
		return err
	}
	text, err := json.Marshal(c)
	if err != nil {
		return fmt.Errorf("keep the choices of the calendar: %w", err)
	}
	return m.store.Do(ctx, "Keep the choices of the calendar", func(tx *data.Tx) error { return tx.SetSetting(calendarKey(study.ID), string(text)) })
}

func (c CalendarChoices) check() error {
	switch {
	case c.AlarmMinutes < 0 || c.AlarmMinutes > MaxCalendarAlarm:
		return &planner.FieldError{Field: "alarm", Reason: fmt.Sprintf("%d minutes are out of range (0 to %d)", c.AlarmMinutes, MaxCalendarAlarm)}
	case c.Fresh < 0:
		return &planner.FieldError{Field: "fresh", Reason: "the number of a copy cannot be negative"}
	case utf8.RuneCountInString(c.Path) > mostPath:
		return &planner.FieldError{Field: "path", Reason: "the path of the file is too long"}
	}
	return nil
}

// CalendarJob prepares to bring the calendar that is kept up to date to the plan as it stands: it answers whether the file was written, which it is not when nothing
// of it has changed or none is kept. It may be called on any goroutine.
func (m *Milepost) CalendarJob() func(context.Context) (written bool, err error) {
	r := m.reader()
	return func(ctx context.Context) (bool, error) {
		c, err := r.CalendarChoices(ctx)
		if errors.Is(err, ErrNoStudy) || err == nil && c.Path == "" {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		write, err := r.Calendar(ctx, c.Options())
		var field *planner.FieldError
		if errors.As(err, &field) && field.Field == "plan" {
			return false, nil // nothing is planned: the file stays as it was
		}
		if err != nil {
			return false, err
		}
		var file bytes.Buffer
		if err := write(&file); err != nil {
			return false, err
		}
		if before, err := os.ReadFile(c.Path); err == nil && bytes.Equal(before, file.Bytes()) {
			return false, nil
		}
		return true, r.WriteFile(c.Path, true, func(w io.Writer) error {
			_, err := w.Write(file.Bytes())
			return err
		})
	}
}

package exchange

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"milepost/planner"
)

// check refuses a document that holds too much, or the same thing twice, or a history that cannot be.
func (d Document) check() error {
	rows := len(d.Settings)
	for i, s := range d.Studies {
		rows += s.rows()
		if rows > MaxRows {
			return &planner.FieldError{Field: fmt.Sprintf("studies[%d]", i), Reason: fmt.Sprintf("the file holds more than the %d rows that are read", MaxRows)}
		}
	}
	if len(d.History.Versions) > MaxVersions {
		return &planner.FieldError{Field: "history.versions", Reason: fmt.Sprintf("more than the %d that are read", MaxVersions)}
	}
	if len(d.History.Seen) > MaxRows || len(d.History.Conflicts) > MaxConflicts {
		return &planner.FieldError{Field: "history", Reason: "more replicas or conflicts than are read"}
	}
	if err := twice("settings", d.Settings, func(s Setting) string { return s.Key }); err != nil {
		return err
	}
	if err := twice("studies", d.Studies, func(s Study) string { return s.ID }); err != nil {
		return err
	}
	for i, s := range d.Studies {
		if err := s.check(); err != nil {
			return planner.Under(fmt.Sprintf("studies[%d]", i), err)
		}
	}
	if d.Open != "" && !slices.ContainsFunc(d.Studies, func(s Study) bool { return s.ID == d.Open }) {
		return &planner.FieldError{Field: "open_study", Reason: "there is no study with this id in the file"}
	}
	return d.History.check()
}

func (s Study) rows() int {
	n := 1 + len(s.Sessions) + len(s.Milestones) + len(s.Mocks) + len(s.Sittings) + len(s.Sources) + len(s.Forecasts) + len(s.MockForecasts) + len(s.Days) + len(s.DaysOff)
	for _, d := range s.Domains {
		n += 1 + len(d.Topics)
	}
	for _, m := range s.Mocks {
		n += len(m.Domains)
	}
	for _, x := range s.Sittings {
		n += len(x.Domains)
	}
	return n
}

func (s Study) check() error {
	if _, err := time.Parse("2006-01-02T15:04:05Z", s.Created); err != nil {
		return &planner.FieldError{Field: "created_at", Reason: fmt.Sprintf("%.40q is not a moment like 2026-11-23T14:57:56Z", s.Created)}
	}
	for _, err := range []error{
		twice("sessions", s.Sessions, func(x Session) string { return x.ID }),
		twice("milestones", s.Milestones, func(x Milestone) string { return x.ID }),
		twice("mocks", s.Mocks, func(x Mock) string { return x.ID }),
		twice("sittings", s.Sittings, func(x Sitting) string { return x.ID }),
		twice("sources", s.Sources, func(x Source) string { return x.Name }),
		twice("forecasts", s.Forecasts, func(x Forecast) string { return x.Day.String() }),
		twice("mock_forecasts", s.MockForecasts, func(x MockForecast) string { return x.Mock }),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

// check refuses stamps that leave no room for more, versions of unknown kinds and changes of replicas that are not named.
func (h History) check() error {
	if err := twice("history.seen", h.Seen, func(s Seen) string { return s.Replica }); err != nil {
		return err
	}
	if err := twice("history.conflicts", h.Conflicts, func(c Conflict) string { return c.ID }); err != nil {
		return err
	}
	seen := make(map[string]int64, len(h.Seen))
	for i, s := range h.Seen {
		seen[s.Replica] = s.Stamp
		if err := checkStamped(Stamped(s)); err != nil {
			return planner.Under(fmt.Sprintf("history.seen[%d]", i), err)
		}
	}
	known := make(map[versionKey]bool, len(h.Versions))
	for i, v := range h.Versions {
		field := fmt.Sprintf("history.versions[%d]", i)
		switch {
		case !slices.Contains(Kinds, v.Kind):
			return &planner.FieldError{Field: field, Reason: fmt.Sprintf("%.40q is not a kind of record", v.Kind)}
		case known[v.key()]:
			return &planner.FieldError{Field: field, Reason: "the same record has two versions"}
		case v.Stamp > seen[v.Replica]:
			return &planner.FieldError{Field: field, Reason: "a change later than what history.seen says of its replica"}
		}
		known[v.key()] = true
		if err := firstOf(checkStamped(v.Stamped), checkName("study", v.Study), planner.CheckText("id", v.ID, planner.MaxNameRunes)); err != nil {
			return planner.Under(field, err)
		}
	}
	for i, c := range h.Conflicts {
		if err := c.check(); err != nil {
			return planner.Under(fmt.Sprintf("history.conflicts[%d]", i), err)
		}
	}
	return nil
}

func (c Conflict) check() error {
	if !slices.Contains(Kinds, c.Kind) {
		return &planner.FieldError{Field: "kind", Reason: fmt.Sprintf("%.40q is not a kind of record", c.Kind)}
	}
	if len(c.Lost) > maxLostBytes || !utf8.Valid(c.Lost) || !json.Valid(c.Lost) {
		return &planner.FieldError{Field: "lost", Reason: "this is not a record, or far too large for one"}
	}
	if c.Kept.Stamp < 0 || c.Other.Stamp < 0 {
		return &planner.FieldError{Field: "kept", Reason: "a stamp below 0 is no stamp a change can have"}
	}
	return firstOf(planner.CheckText("kept", c.Kept.Replica, planner.MaxNameRunes), planner.CheckText("other", c.Other.Replica, planner.MaxNameRunes), checkName("id", c.ID), checkName("study", c.Study), planner.CheckText("record", c.Record, planner.MaxNameRunes))
}

func checkStamped(s Stamped) error {
	if s.Stamp < 1 || s.Stamp > maxStamp {
		return &planner.FieldError{Field: "stamp", Reason: fmt.Sprintf("%d is no stamp a change can have", s.Stamp)}
	}
	return checkName("replica", s.Replica)
}

func checkName(field, name string) error {
	if name == "" {
		return &planner.FieldError{Field: field, Reason: "a name is needed"}
	}
	return planner.CheckText(field, name, planner.MaxNameRunes)
}

// twice finds what is in a list two times.
func twice[T any](field string, list []T, id func(T) string) error {
	seen := make(map[string]bool, len(list))
	for i, x := range list {
		if seen[id(x)] {
			return &planner.FieldError{Field: fmt.Sprintf("%s[%d]", field, i), Reason: fmt.Sprintf("%.60q is there twice", id(x))}
		}
		seen[id(x)] = true
	}
	return nil
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

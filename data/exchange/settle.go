package exchange

import (
	"errors"
	"fmt"
	"slices"

	"milepost/planner"
)

// Errors of settling a conflict.
var (
	ErrNoConflict = errors.New("there is no such conflict, or it is settled already")
	ErrStudyGone  = errors.New("the study it belongs to is no longer there")
)

// Keep settles a conflict by leaving everything as it is.
func Keep(d Document, conflict string) (Document, error) {
	i, err := d.open(conflict)
	if err != nil {
		return d, err
	}
	d.History.Conflicts = slices.Clone(d.History.Conflicts)
	d.History.Conflicts[i].Settled = true
	return d, nil
}

// Use settles a conflict the other way: the record becomes what was not kept of it.
func Use(d Document, conflict string) (Document, error) {
	i, err := d.open(conflict)
	if err != nil {
		return d, err
	}
	c := d.History.Conflicts[i]
	body, err := decodeBody(c.Kind, c.Lost)
	if err != nil {
		return d, fmt.Errorf("read what was not kept: %w", err)
	}
	at := slices.IndexFunc(d.Studies, func(s Study) bool { return s.ID == c.Study })
	if at < 0 {
		return d, ErrStudyGone
	}
	d.Studies = slices.Clone(d.Studies)
	if c.Kind == KindStudy && body == nil {
		d.Studies = slices.Delete(d.Studies, at, at+1)
		if d.Open == c.Study {
			d.Open = ""
		}
		return Keep(d, conflict)
	}
	if d.Studies[at], err = d.Studies[at].with(c, body); err != nil {
		return d, err
	}
	d.sort()
	return Keep(d, conflict)
}

// open is the index of a conflict that is not settled.
func (d Document) open(conflict string) (int, error) {
	i := slices.IndexFunc(d.History.Conflicts, func(c Conflict) bool { return c.ID == conflict && !c.Settled })
	if i < 0 {
		return 0, ErrNoConflict
	}
	return i, nil
}

// with is the study with one record exchanged.
func (s Study) with(c Conflict, body any) (Study, error) {
	set := s.records()
	key := versionKey{c.Study, c.Kind, c.Record}
	delete(set, key)
	if body != nil {
		if name := nameOf(body); name != c.Record {
			return s, &planner.FieldError{Field: "lost", Reason: fmt.Sprintf("the record is called %.60q, not %.60q", name, c.Record)}
		}
		set[key] = record{key: key, body: body}
	}
	out := set.study(s.ID)
	out.Forecasts, out.MockForecasts = s.Forecasts, s.MockForecasts
	return out, nil
}

// nameOf is the ID of a record within its study.
func nameOf(body any) string {
	switch b := body.(type) {
	case Session:
		return b.ID
	case Mock:
		return b.ID
	case Sitting:
		return b.ID
	case Source:
		return b.Name
	}
	return ""
}

// Current is the record a conflict is about as it is now, as JSON; "null" when it is not there.
func (d Document) Current(c Conflict) []byte {
	for _, s := range d.Studies {
		if s.ID == c.Study {
			if r, ok := s.records()[versionKey{c.Study, c.Kind, c.Record}]; ok {
				return r.text
			}
		}
	}
	return []byte("null")
}

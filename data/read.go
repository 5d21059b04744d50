package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"milepost/planner"
)

// reading runs fn on one consistent state of the file, however many queries it makes.
func (s *Store) reading(ctx context.Context, what string, fn func(queryer) error) error {
	if s.held != nil {
		if err := errors.Join(fn(s.held.tx), s.held.checkUnchanged(s.file)); err != nil {
			return fmt.Errorf("read %s: %w", what, err)
		}
		return nil
	}
	tx, err := s.read.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("read %s: %w", what, err)
	}
	defer tx.Rollback() // reading leaves nothing to commit
	if err := fn(tx); err != nil {
		return fmt.Errorf("read %s: %w", what, err)
	}
	return nil
}

// orNone takes the absence of a row for an answer, not for an error.
func orNone(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return err
}

// each runs a query and hands every row to fn.
func each(ctx context.Context, q queryer, fn func(scan func(...any) error) error, query string, args ...any) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := fn(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// day reads a stored day into a Date; "" is no date.
type day struct{ to *planner.Date }

// Scan implements sql.Scanner.
func (d day) Scan(v any) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("a day is stored as %T", v)
	}
	return d.to.UnmarshalText([]byte(s))
}

// clockOf reads stored minutes after midnight into a time of the day; -1 is none.
type clockOf struct{ to *planner.TimeOfDay }

// Scan implements sql.Scanner.
func (c clockOf) Scan(v any) error {
	n, ok := v.(int64)
	if !ok {
		return fmt.Errorf("a time of the day is stored as %T", v)
	}
	*c.to = planner.TimeAt(int(n))
	return nil
}

var (
	_ sql.Scanner = day{}
	_ sql.Scanner = clockOf{}
)

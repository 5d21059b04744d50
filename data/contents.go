package data

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"time"

	"milepost/planner"
)

// Contents is what is in a data file or a backup, as a person wants to know it before choosing one.
type Contents struct {
	Version int // of the tables

	Studies, Sessions, Done, Mocks, Sittings int
	// LastDone and LastMock are the latest days on which a session was done and a mock taken; zero when there is none.
	LastDone, LastMock planner.Date
	// LastChange is when the latest action that Undo knows of happened; zero when there is none.
	LastChange time.Time
	// Rows is the number of rows in all tables together.
	Rows int
}

// readContents counts. The tables must have passed inspection before.
func readContents(ctx context.Context, q queryer) (Contents, error) {
	var c Contents
	var err error
	if _, c.Version, err = marks(ctx, q); err != nil {
		return c, err
	}
	counts, err := countRows(ctx, q)
	if err != nil {
		return c, err
	}
	for _, n := range counts {
		c.Rows += n
	}
	c.Studies, c.Sessions, c.Mocks, c.Sittings = counts["study"], counts["session"], counts["mock"], counts["sitting"]
	if err := q.QueryRowContext(ctx, "SELECT count(*) FROM session WHERE status = 'done'").Scan(&c.Done); err != nil {
		return c, fmt.Errorf("count the sessions that were done: %w", err)
	}
	var done, mock, change string
	if done, err = latest(ctx, q, counts, "session", "day", "WHERE status = 'done'"); err != nil {
		return c, err
	}
	if mock, err = latest(ctx, q, counts, "mock", "day", ""); err != nil {
		return c, err
	}
	if change, err = latest(ctx, q, counts, "undo_action", "at", ""); err != nil {
		return c, err
	}
	// What the tables let through but these cannot read is shown as none.
	_ = c.LastDone.UnmarshalText([]byte(done))
	_ = c.LastMock.UnmarshalText([]byte(mock))
	c.LastChange, _ = time.Parse(time.RFC3339, change)
	return c, nil
}

// latest is the greatest value of a column, "" when there is none. Older files lack some tables.
func latest(ctx context.Context, q queryer, counts map[string]int, table, column, where string) (string, error) {
	if counts[table] == 0 {
		return "", nil
	}
	var v sql.NullString
	if err := q.QueryRowContext(ctx, "SELECT max("+column+") FROM "+table+" "+where).Scan(&v); err != nil {
		return "", fmt.Errorf("find the latest %s: %w", table, err)
	}
	return v.String, nil
}

// countRows counts the rows of every table.
func countRows(ctx context.Context, q queryer) (map[string]int, error) {
	items, err := readSchema(ctx, q)
	if err != nil {
		return nil, err
	}
	counts := map[string]int{}
	for _, i := range items {
		if i.Type != "table" || strings.HasPrefix(i.Name, "sqlite_") {
			continue
		}
		var n int
		if err := q.QueryRowContext(ctx, `SELECT count(*) FROM "`+strings.ReplaceAll(i.Name, `"`, `""`)+`"`).Scan(&n); err != nil {
			return nil, fmt.Errorf("count the rows of %s: %w", i.Name, err)
		}
		counts[i.Name] = n
	}
	return counts, nil
}

// sameCounts tells whether each table of two files has the same number of rows, and if not which has not.
func sameCounts(a, b map[string]int) error {
	names := []string{}
	for name := range a {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if n, ok := b[name]; !ok || n != a[name] {
			return fmt.Errorf("the table %s has %d rows, and %d in the copy", name, a[name], n)
		}
	}
	if len(a) != len(b) {
		return fmt.Errorf("there are %d tables, and %d in the copy", len(a), len(b))
	}
	return nil
}

// Contents tells what the open data file holds.
func (s *Store) Contents(ctx context.Context) (c Contents, err error) {
	err = s.reading(ctx, "what the data file holds", func(q queryer) error {
		c, err = readContents(ctx, q)
		return err
	})
	return c, err
}

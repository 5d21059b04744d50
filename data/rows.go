package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"milepost/planner"
)

// queryer reads: a database, a connection or a transaction.
type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// table says which columns a table has, those of the key first.
type table struct {
	name string
	key  []string
	rest []string
}

// row is the content of one row in the order of the table's columns, as SQLite hands it back: int64, float64 or string.
type row []any

func (t table) columns() string { return strings.Join(slices.Concat(t.key, t.rest), ", ") }

// where is "a = ? AND b = ?" for the first n columns of the key.
func (t table) where(n int) string { return strings.Join(t.key[:n], " = ? AND ") + " = ?" }

func (t table) selectSQL(keys int) string {
	return "SELECT " + t.columns() + " FROM " + t.name + " WHERE " + t.where(keys) + " ORDER BY " + strings.Join(t.key, ", ")
}

func (t table) insertSQL() string {
	n := len(t.key) + len(t.rest)
	return "INSERT INTO " + t.name + " (" + t.columns() + ") VALUES (?" + strings.Repeat(", ?", n-1) + ")"
}

func (t table) updateSQL() string {
	return "UPDATE " + t.name + " SET " + strings.Join(t.rest, " = ?, ") + " = ? WHERE " + t.where(len(t.key))
}

func (t table) deleteSQL(keys int) string { return "DELETE FROM " + t.name + " WHERE " + t.where(keys) }

// update arguments are the other columns, then the key.
func (t table) updateArgs(r row) row { return slices.Concat(r[len(t.key):], r[:len(t.key)]) }

// keyOf makes a row's key usable in a map; lengths keep neighbouring texts apart.
func (t table) keyOf(r row) string {
	var b strings.Builder
	for _, v := range r[:len(t.key)] {
		s := fmt.Sprint(v)
		fmt.Fprintf(&b, "%d:%s", len(s), s)
	}
	return b.String()
}

// put makes the row with r's key be r, and writes only if that is a change.
func (t *Tx) put(tab table, r row) error {
	stored, err := t.stored(tab, r[:len(tab.key)])
	if err != nil {
		return err
	}
	if len(stored) == 0 {
		return t.exec(tab.insertSQL(), r...)
	}
	if slices.Equal(stored[0], r) {
		return nil
	}
	return t.exec(tab.updateSQL(), tab.updateArgs(r)...)
}

// replace makes the rows under the first columns of the key (scope) be exactly these. Rows that stay the same are not touched,
// which keeps the steps of undo small.
func (t *Tx) replace(tab table, scope row, wanted []row) error {
	stored, err := t.stored(tab, scope)
	if err != nil {
		return err
	}
	before := make(map[string]row, len(stored))
	for _, r := range stored {
		before[tab.keyOf(r)] = r
	}
	stays := make(map[string]bool, len(wanted))
	for _, r := range wanted {
		stays[tab.keyOf(r)] = true
	}
	for _, r := range stored {
		if !stays[tab.keyOf(r)] {
			if err := t.exec(tab.deleteSQL(len(tab.key)), r[:len(tab.key)]...); err != nil {
				return err
			}
		}
	}
	for _, r := range wanted {
		if err := t.write(tab, before[tab.keyOf(r)], r); err != nil {
			return err
		}
	}
	return nil
}

// write brings a row from what it was (nil: it was not there) to what it shall be.
func (t *Tx) write(tab table, was, shall row) error {
	switch {
	case was == nil:
		return t.exec(tab.insertSQL(), shall...)
	case slices.Equal(was, shall):
		return nil
	}
	return t.exec(tab.updateSQL(), tab.updateArgs(shall)...)
}

// remove deletes the rows under the first columns of the key and answers how many there were.
func (t *Tx) remove(tab table, scope ...any) (int, error) {
	stmt, err := t.prepare(tab.deleteSQL(len(scope)))
	if err != nil {
		return 0, err
	}
	res, err := stmt.ExecContext(t.ctx, scope...)
	if err != nil {
		return 0, t.fail(err)
	}
	n, err := res.RowsAffected()
	return int(n), err
}

// stored reads the rows under the first columns of the key, ordered by key.
func (t *Tx) stored(tab table, scope row) (out []row, err error) {
	stmt, err := t.prepare(tab.selectSQL(len(scope)))
	if err != nil {
		return nil, err
	}
	rows, err := stmt.QueryContext(t.ctx, scope...)
	if err != nil {
		return nil, t.fail(err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	width := len(tab.key) + len(tab.rest)
	for rows.Next() {
		r, into := make(row, width), make([]any, width)
		for i := range r {
			into[i] = &r[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, t.fail(err)
		}
		out = append(out, r)
	}
	return out, rows.Err()
}

// number, clock and flag bring whole numbers, times of the day and yes-or-no into the form SQLite hands back.
func number(n int) int64 { return int64(n) }

func clock(t planner.TimeOfDay) int64 { return int64(t.Minutes()) }

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

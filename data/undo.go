package data

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Answers of Undo and Redo when there is nothing to do.
var (
	ErrNothingToUndo = errors.New("there is nothing to undo")
	ErrNothingToRedo = errors.New("there is nothing to redo")
)

// undoable are the tables whose rows are part of undo. Only they are ever written to from the log.
var undoable = []string{
	"study", "study_domain", "study_topic", "study_day", "study_off", "open_study",
	"session", "milestone", "mock", "mock_score", "source", "sitting", "sitting_result", "guess",
}

// historic are the tables that tell who changed what. They are part of undo only where a merge changed them.
var historic = []string{"replica", "version", "conflict"}

// direction is the way one goes through the log.
type direction struct {
	pick    string // which action is next
	order   string // in which order its changes are gone through
	undone  int    // its state afterwards
	nothing error
}

var (
	backward = direction{"SELECT id, name FROM undo_action WHERE undone = 0 ORDER BY id DESC LIMIT 1", "DESC", 1, ErrNothingToUndo}
	forward  = direction{"SELECT id, name FROM undo_action WHERE undone = 1 ORDER BY id LIMIT 1", "ASC", 0, ErrNothingToRedo}
)

// Undo takes the latest action back and answers its name. Every row becomes what it was, to the byte.
func (s *Store) Undo(ctx context.Context) (action string, err error) {
	return s.travel(ctx, backward)
}

// Redo does again what was last undone, and answers its name.
func (s *Store) Redo(ctx context.Context) (action string, err error) { return s.travel(ctx, forward) }

// UndoName is the name of the action Undo would take back; "" when there is none.
func (s *Store) UndoName(ctx context.Context) (string, error) { return s.next(ctx, backward) }

// RedoName is the name of the action Redo would do again; "" when there is none.
func (s *Store) RedoName(ctx context.Context) (string, error) { return s.next(ctx, forward) }

func (s *Store) next(ctx context.Context, d direction) (name string, err error) {
	var id int64
	err = s.reading(ctx, "the undo log", func(q queryer) error {
		return orNone(q.QueryRowContext(ctx, d.pick).Scan(&id, &name))
	})
	return name, err
}

// travel goes one action backward or forward, in one transaction. Nothing is recorded meanwhile: the log itself stays as it is.
func (s *Store) travel(ctx context.Context, d direction) (name string, err error) {
	err = s.transaction(ctx, func(tx *sql.Tx) error {
		var id int64
		err := tx.QueryRowContext(ctx, d.pick).Scan(&id, &name)
		if errors.Is(err, sql.ErrNoRows) {
			return d.nothing
		}
		if err != nil {
			return fmt.Errorf("read the undo log: %w", err)
		}
		changes, err := readChanges(ctx, tx, id, d)
		if err != nil {
			return fmt.Errorf("read the undo log: %w", err)
		}
		w := imageWriter{ctx: ctx, tx: tx, tables: make(map[string]undoTable)}
		for _, c := range changes {
			if err := w.apply(c); err != nil {
				return fmt.Errorf("undo log, table %s: %w", c.relation, err)
			}
		}
		if _, err := tx.ExecContext(ctx, "UPDATE undo_action SET undone = ? WHERE id = ?", d.undone, id); err != nil {
			return err
		}
		return s.begin(ctx, tx).stampTravel(id)
	})
	if err := s.noted(plain(err)); err != nil {
		return "", err
	}
	return name, nil
}

// stampTravel notes that an action was taken back or done again. That is a change like any other, unless the action was a merge.
func (t *Tx) stampTravel(action int64) error {
	merge, err := t.isMerge(action)
	if err != nil {
		return err
	}
	if merge {
		return t.settleSeen()
	}
	return t.stampChanges(action)
}

// change is a row on its way from one image to another; "" is no row.
type change struct {
	relation string
	from, to sql.NullString
}

func readChanges(ctx context.Context, q queryer, action int64, d direction) (out []change, err error) {
	err = each(ctx, q, func(scan func(...any) error) error {
		var c change
		err := scan(&c.relation, &c.to, &c.from)
		if d.undone == 0 {
			c.from, c.to = c.to, c.from
		}
		out = append(out, c)
		return err
	}, "SELECT relation, before, after FROM undo_change WHERE action = ? ORDER BY seq "+d.order, action)
	return out, err
}

// undoTable is a table as images are written to it.
type undoTable struct {
	columns, types []string
	key            []string
}

// imageWriter brings rows from one image to another. Images are data: columns are looked up in the table, values are bound.
type imageWriter struct {
	ctx    context.Context
	tx     *sql.Tx
	tables map[string]undoTable
}

func (w *imageWriter) apply(c change) error {
	t, err := w.table(c.relation)
	if err != nil {
		return err
	}
	from, err := t.decode(c.from)
	if err != nil {
		return err
	}
	to, err := t.decode(c.to)
	if err != nil {
		return err
	}
	where := " WHERE " + strings.Join(t.key, " = ? AND ") + " = ?"
	switch {
	case from == nil:
		return w.one("INSERT INTO "+c.relation+" ("+strings.Join(t.columns, ", ")+") VALUES (?"+strings.Repeat(", ?", len(t.columns)-1)+")", to)
	case to == nil:
		return w.one("DELETE FROM "+c.relation+where, t.keyValues(from))
	}
	return w.one("UPDATE "+c.relation+" SET "+strings.Join(t.columns, " = ?, ")+" = ?"+where, slices.Concat(to, t.keyValues(from)))
}

// one runs a statement that must touch exactly one row; otherwise the log does not belong to these rows.
func (w *imageWriter) one(query string, args []any) error {
	res, err := w.tx.ExecContext(w.ctx, query, args...)
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n != 1 {
		return errors.Join(err, fmt.Errorf("the log does not fit the rows (%d touched)", n))
	}
	return nil
}

// table looks up the columns of a table, once per action.
func (w *imageWriter) table(name string) (undoTable, error) {
	if t, ok := w.tables[name]; ok {
		return t, nil
	}
	if !slices.Contains(undoable, name) && !slices.Contains(historic, name) {
		return undoTable{}, errors.New("no part of undo")
	}
	var t undoTable
	err := each(w.ctx, w.tx, func(scan func(...any) error) error {
		var column, kind string
		var key int
		if err := scan(&column, &kind, &key); err != nil {
			return err
		}
		t.columns, t.types = append(t.columns, column), append(t.types, kind)
		if key > 0 {
			t.key = append(t.key, column)
		}
		return nil
	}, "SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid", name)
	w.tables[name] = t
	return t, err
}

// decode reads an image into values in the order of the columns; nil for no row.
func (t undoTable) decode(image sql.NullString) ([]any, error) {
	if !image.Valid {
		return nil, nil
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal([]byte(image.String), &members); err != nil {
		return nil, fmt.Errorf("read an image: %w", err)
	}
	if len(members) != len(t.columns) {
		return nil, fmt.Errorf("an image has %d columns where the table has %d", len(members), len(t.columns))
	}
	values := make([]any, len(t.columns))
	for i, column := range t.columns {
		v, err := decodeValue(t.types[i], members[column])
		if err != nil {
			return nil, fmt.Errorf("column %s: %w", column, err)
		}
		values[i] = v
	}
	return values, nil
}

// decodeValue reads one member according to the type of its column. SQLite writes reals with the 17 digits that make them exact.
func decodeValue(kind string, raw json.RawMessage) (any, error) {
	switch kind {
	case "INTEGER":
		return strconv.ParseInt(string(raw), 10, 64)
	case "REAL":
		return strconv.ParseFloat(string(raw), 64)
	}
	var s string
	err := json.Unmarshal(raw, &s)
	return s, err
}

func (t undoTable) keyValues(values []any) []any {
	var out []any
	for i, column := range t.columns {
		if slices.Contains(t.key, column) {
			out = append(out, values[i])
		}
	}
	return out
}

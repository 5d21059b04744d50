package data

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// reference is a foreign key of a table.
type reference struct {
	parent   string
	from, to []string
}

// orphanRow is a row whose parent is missing.
type orphanRow struct {
	table string
	rowID int64
	ref   reference
	names []any // of the parent, by its key
}

// mendReferences finds the parent of each row that has none, or gives it a stand-in, or refuses the row. One round for each storey.
func (w *writer) mendReferences(images map[string]images) error {
	for range 4 {
		lone, err := w.withoutParent()
		if err != nil || len(lone) == 0 {
			return err
		}
		helped := false
		for _, o := range lone {
			ok, err := w.findParent(o, images[o.ref.parent])
			if err != nil {
				return err
			}
			helped = helped || ok
		}
		if helped {
			continue
		}
		for _, o := range lone {
			if err := w.drop(o); err != nil {
				return err
			}
		}
	}
	return nil // a storey more than there are is found by the check at the end
}

// withoutParent lists the rows that lean on rows that are not there.
func (w *writer) withoutParent() (out []orphanRow, err error) {
	type violation struct {
		orphanRow
		id int
	}
	var found []violation
	err = each(w.ctx, w.tx, func(scan func(...any) error) error {
		var v violation
		err := scan(&v.table, &v.rowID, &v.ref.parent, &v.id)
		found = append(found, v)
		return err
	}, `SELECT "table", rowid, parent, fkid FROM pragma_foreign_key_check`)
	for _, v := range found {
		if err == nil {
			v.ref, err = w.reference(v.table, v.id)
		}
		if err == nil {
			v.names = make([]any, len(v.ref.from))
			into := make([]any, len(v.names))
			for i := range into {
				into[i] = &v.names[i]
			}
			err = w.tx.QueryRowContext(w.ctx, "SELECT "+strings.Join(v.ref.from, ", ")+" FROM "+v.table+" WHERE rowid = ?", v.rowID).Scan(into...)
		}
		out = append(out, v.orphanRow)
	}
	if err != nil {
		return nil, fmt.Errorf("check the references: %w", err)
	}
	return out, nil
}

func (w *writer) reference(table string, id int) (r reference, err error) {
	err = each(w.ctx, w.tx, func(scan func(...any) error) error {
		var from, to string
		err := scan(&r.parent, &from, &to)
		r.from, r.to = append(r.from, from), append(r.to, to)
		return err
	}, `SELECT "table", "from", "to" FROM pragma_foreign_key_list(?) WHERE id = ? ORDER BY seq`, table, id)
	return r, err
}

// findParent looks for the parent of a row among what was given up and what Undo kept. A study is made up if need be: what was done
// and measured for it is worth more than its settings.
func (w *writer) findParent(o orphanRow, kept images) (bool, error) {
	t := w.tables[o.ref.parent]
	for _, r := range t.held {
		values := r.Values(t.found.Table)
		if !sameNames(t, values, o) {
			continue
		}
		if refused, err := w.insert(t, values); err != nil || refused == nil {
			t.Taken++
			return true, err
		} else if errors.Is(refused, errThere) {
			return true, nil // brought by a row before
		}
	}
	for _, values := range kept.rows(t) {
		if !sameNames(t, values, o) {
			continue
		}
		if refused, err := w.insert(t, values); err != nil || refused == nil {
			t.Taken++
			t.Rebuilt++
			return true, err
		} else if errors.Is(refused, errThere) {
			return true, nil
		}
	}
	if o.ref.parent == "study" {
		return w.standIn(t, o)
	}
	return false, nil
}

// sameNames tells whether a row is the parent that is looked for.
func sameNames(t *written, values []any, o orphanRow) bool {
	for i, to := range o.ref.to {
		at := slices.IndexFunc(t.found.Columns, columnNamed(to))
		if at < 0 || at >= len(values) || values[at] != o.names[i] {
			return false
		}
	}
	return len(values) > 0
}

// standIn makes a study up for what belongs to one that is lost.
func (w *writer) standIn(t *written, o orphanRow) (bool, error) {
	var there int
	if err := w.tx.QueryRowContext(w.ctx, "SELECT count(*) FROM study WHERE id = ?", o.names[0]).Scan(&there); err != nil || there > 0 {
		return there > 0, err
	}
	var number int64
	if err := w.tx.QueryRowContext(w.ctx, "SELECT coalesce(max(number), 0) + 1 FROM study").Scan(&number); err != nil {
		return false, err
	}
	exam, err := w.lastDay(o.names[0])
	if err != nil {
		return false, err
	}
	made := map[string]any{
		"id": o.names[0], "number": number, "name": "Salvaged study", "exam_day": exam, "created_at": stamp(w.now()),
		"exam_id": "", "exam_code": "", "start_day": "", "sample": 0, "questions": 100, "exam_minutes": 180, "session_minutes": 45, "hours_reference": 0.0,
		"mon": 0, "tue": 0, "wed": 0, "thu": 0, "fri": 0, "sat": 0, "sun": 0, "content_share": 0.45, "target": 0.75, "buffer": 0.15,
		"mock_minutes": 180, "mocks_wanted": -1, "pass_line": 0.7, "scaled_pass_mark": 0,
	}
	var values []any
	for _, c := range t.found.Columns[:t.found.Least] {
		v, ok := made[c.Name]
		if !ok {
			return false, nil // a column this does not know yet: the rows are refused
		}
		values = append(values, v)
	}
	refused, err := w.insert(t, values)
	if err != nil || refused != nil {
		return false, err
	}
	t.Taken++
	t.StandIns++
	return true, nil
}

// lastDay is the latest day of what is known of a study: its exam is not likely to be later, and can be set right.
func (w *writer) lastDay(study any) (string, error) {
	var day string
	err := w.tx.QueryRowContext(w.ctx, `SELECT coalesce(
		(SELECT day FROM milestone WHERE study_id = ?1 AND id = 'exam'),
		max((SELECT coalesce(max(day), '') FROM session WHERE study_id = ?1), (SELECT coalesce(max(day), '') FROM mock WHERE study_id = ?1)))`, study).Scan(&day)
	if day == "" {
		day = w.now().UTC().Format("2006-01-02")
	}
	return day, err
}

// drop refuses a row that leans on nothing.
func (w *writer) drop(o orphanRow) error {
	t := w.tables[o.table]
	res, err := w.tx.ExecContext(w.ctx, "DELETE FROM "+o.table+" WHERE rowid = ?", o.rowID)
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return err // it leaned on two things, and is gone by the first
	}
	t.Taken--
	w.refuse(t, o.names, "what it belongs to is missing")
	return nil
}

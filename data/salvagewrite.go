package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/mattn/go-sqlite3"

	"milepost/data/salvage"
)

// mostNamed is how many refused rows are named one by one.
const mostNamed = 20

// undoTables are not salvaged as they are: a log of changes is worth something only whole. What it kept helps to rebuild rows.
func isUndoTable(name string) bool { return strings.HasPrefix(name, "undo_") }

// unsafeDSN names a file that counts only once it is finished and put on disk as a whole: until then nothing waits for the disk.
func unsafeDSN(file string) string {
	return dsn(file, url.Values{"mode": {"rw"}, "_synchronous": {"OFF"}, "_journal_mode": {"MEMORY"}, "_foreign_keys": {"on"}, "_txlock": {"immediate"}})
}

// climb takes the rungs of the ladder from one version to another in a file nobody else has.
func climb(ctx context.Context, file string, rungs []migration) (err error) {
	db := openDB(unsafeDSN(file), 1)
	defer func() { err = errors.Join(err, db.Close()) }()
	for _, m := range rungs {
		if err := m.run(ctx, db); err != nil {
			return err
		}
	}
	return nil
}

// writer puts salvaged rows into a new file, in one transaction.
type writer struct {
	ctx    context.Context
	tx     *sql.Tx
	now    func() time.Time
	tables map[string]*written
	order  []string
	named  []string
}

// written is a table being filled.
type written struct {
	SalvagedTable
	found salvage.FoundTable
	held  []salvage.Row // rows that were probably deleted

}

// writeRows fills the tables. References are checked when everything is there.
func writeRows(ctx context.Context, file string, found salvage.Found, now func() time.Time, done *Salvaged) (err error) {
	db := openDB(unsafeDSN(file), 1)
	defer func() { err = errors.Join(err, db.Close()) }()
	if _, err := db.ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // without effect after the commit
	w := &writer{ctx: ctx, tx: tx, now: now, tables: map[string]*written{}}
	if err := w.write(found); err != nil {
		return err
	}
	for _, name := range w.order {
		t := w.tables[name].SalvagedTable
		t.Found = t.Taken - t.StandIns + t.Refused + t.Lost
		done.Tables = append(done.Tables, t)
	}
	done.Named = w.named
	return tx.Commit()
}

func (w *writer) write(found salvage.Found) error {
	for _, t := range found.Tables {
		if isUndoTable(t.Name) || t.Name == replicaTable.name { // a salvaged file is a replica of its own
			continue
		}
		w.order = append(w.order, t.Name)
		w.tables[t.Name] = &written{found: t, SalvagedTable: SalvagedTable{Table: t.Name, Words: wordsOf(t.Name), Lost: t.Lost, Torn: t.Torn}}
	}
	images := imagesOf(found)
	for _, name := range unrecorded {
		delete(images, name)
	}
	for _, name := range w.order {
		if err := w.fill(w.tables[name], images[name]); err != nil {
			return err
		}
	}
	if err := w.mendReferences(images); err != nil {
		return err
	}
	for _, name := range w.order {
		if err := w.rebuild(w.tables[name], images[name]); err != nil {
			return err
		}
	}
	if err := w.mendReferences(images); err != nil {
		return err
	}
	for _, name := range w.order {
		if err := w.doubt(w.tables[name], images[name]); err != nil {
			return err
		}
	}
	return w.mendHistory()
}

// fill writes the rows of one table, the best of each key.
func (w *writer) fill(t *written, images images) error {
	for _, r := range t.found.Rows {
		if r.Origin == salvage.Freed && (t.Taken > 0 || len(images) > 0) {
			t.held = append(t.held, r) // it was probably deleted
			continue
		}
		if r.Origin != salvage.Live && images.deleted(t, r) {
			continue // what Undo kept says so
		}
		if err := w.row(t, r); err != nil {
			return err
		}
	}
	return nil
}

// rebuild adds what Undo kept of a table in which something is missing. Where nothing is, what Undo kept is not needed, and may be
// what is damaged.
func (w *writer) rebuild(t *written, images images) error {
	if !t.Torn && t.Lost == 0 && t.Refused == 0 {
		return nil
	}
	for _, values := range images.rows(t) {
		refused, err := w.insert(t, values)
		if err != nil {
			return err
		}
		if refused == nil {
			t.Taken++
			t.Rebuilt++
			t.Lost = max(0, t.Lost-1)
		}
	}
	return nil
}

// row writes one row, or counts it as refused.
func (w *writer) row(t *written, r salvage.Row) error {
	values := r.Values(t.found.Table)
	if len(values) == 0 {
		t.Lost++
		return nil
	}
	refused, err := w.insert(t, values)
	switch {
	case err != nil:
		return err
	case refused == nil:
		t.Taken++
	case errors.Is(refused, errThere) && r.Origin != salvage.Live:
		// an older copy of one that was taken
	default:
		w.refuse(t, values, refused.Error())
	}
	return nil
}

// errThere says that there is a row with the key already.
var errThere = errors.New("another one has its name")

// insert tries to write a row. The first answer says why it was refused; the second is for what is not the row's fault.
func (w *writer) insert(t *written, values []any) (refused, failed error) {
	if err := w.ctx.Err(); err != nil {
		return nil, err
	}
	for i, v := range values {
		if s, ok := v.(string); ok {
			values[i] = strings.ToValidUTF8(s, "\uFFFD")
		}
	}
	if err := checkHistoryRow(t.found.Table, values); err != nil {
		return err, nil
	}
	_, err := w.tx.ExecContext(w.ctx, insertOf(t.found.Table, len(values)), values...)
	var e sqlite3.Error
	if err == nil || !errors.As(err, &e) || e.Code != sqlite3.ErrConstraint && e.Code != sqlite3.ErrMismatch && e.Code != sqlite3.ErrTooBig {
		return nil, err
	}
	switch e.ExtendedCode {
	case sqlite3.ErrConstraintPrimaryKey, sqlite3.ErrConstraintRowID:
		return errThere, nil
	case sqlite3.ErrConstraintUnique:
		if t.found.Name != "study" {
			return errors.New("something else has its place"), nil
		}
		return w.renumbered(t, values)
	case sqlite3.ErrConstraintCheck:
		return errors.New("a value in it is not possible"), nil
	}
	return errors.New("a value in it is missing or of the wrong kind"), nil
}

// renumbered writes a study whose number another one has, with the next free one: the order of studies is not worth losing one.
func (w *writer) renumbered(t *written, values []any) (refused, failed error) {
	for i, c := range t.found.Columns {
		if c.Name != "number" || i >= len(values) {
			continue
		}
		var next int64
		if err := w.tx.QueryRowContext(w.ctx, "SELECT coalesce(max(number), 0) + 1 FROM study").Scan(&next); err != nil {
			return nil, err
		}
		if values[i] == next {
			break
		}
		values[i] = next
		return w.insert(t, values)
	}
	return errors.New("its number is taken"), nil
}

// doubt compares what was taken with what Undo kept: where they differ, one of them was changed by the damage.
func (w *writer) doubt(t *written, images images) error {
	if len(images) == 0 {
		return nil
	}
	columns := make([]string, len(t.found.Columns))
	for i, c := range t.found.Columns {
		columns[i] = c.Name
	}
	q := "SELECT count(*) FROM " + t.found.Name + " WHERE " + strings.Join(columns, " IS ? AND ") + " IS ?"
	for _, values := range images.rows(t) {
		var same int
		if err := w.tx.QueryRowContext(w.ctx, q, values...).Scan(&same); err != nil {
			return err
		}
		if same == 0 {
			t.Doubtful++
			w.name(t, values, "it is not as Undo kept it")
		}
	}
	return nil
}

// refuse counts a row and names the first ones.
func (w *writer) refuse(t *written, values []any, why string) {
	t.Refused++
	w.name(t, values, why)
}

func (w *writer) name(t *written, values []any, why string) {
	if len(w.named) >= mostNamed {
		return
	}
	var key []string
	for _, i := range t.found.Key {
		if i < len(values) {
			key = append(key, short(fmt.Sprint(values[i])))
		}
	}
	w.named = append(w.named, fmt.Sprintf("%s %s: %s", strings.ReplaceAll(t.found.Name, "_", " "), strings.Join(key, " / "), why))
}

// short keeps a name from filling the screen.
func short(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

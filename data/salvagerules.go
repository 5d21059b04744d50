package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"sync"

	"milepost/data/salvage"
)

// versions are the tables of every version, as SQLite describes them. They are worked out once.
var versions = sync.OnceValues(func() ([]salvage.Version, error) {
	ctx := context.Background()
	db := openDB("file:versions?mode=memory&_txlock=immediate&_foreign_keys=on", 1)
	out := make([]salvage.Version, 0, len(migrations))
	for _, m := range migrations {
		err := m.run(ctx, db)
		v := salvage.Version{Number: m.version}
		if err == nil {
			v.Tables, err = describeTables(ctx, db)
		}
		if err != nil {
			return nil, errors.Join(fmt.Errorf("work out the tables of version %d: %w", m.version, err), db.Close())
		}
		out = append(out, v)
	}
	return out, db.Close()
})

func describeTables(ctx context.Context, q queryer) ([]salvage.Table, error) {
	items, err := readSchema(ctx, q)
	if err != nil {
		return nil, err
	}
	var out []salvage.Table
	for _, i := range items {
		if i.Type != "table" || strings.HasPrefix(i.Name, "sqlite_") {
			continue
		}
		t, keys := salvage.Table{Name: i.Name, SQL: i.SQL}, map[int]int{}
		err := each(ctx, q, func(scan func(...any) error) error {
			var name, kind string
			var notNull, key int
			var byDefault sql.NullString
			if err := scan(&name, &kind, &notNull, &byDefault, &key); err != nil {
				return err
			}
			if key > 0 {
				keys[key] = len(t.Columns)
			}
			t.Columns = append(t.Columns, salvage.Column{Name: name, Kind: kinds[kind], Nullable: notNull == 0})
			if !byDefault.Valid {
				t.Least = len(t.Columns)
			}
			return nil
		}, `SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?) ORDER BY cid`, i.Name)
		if err != nil {
			return nil, fmt.Errorf("describe the table %s: %w", i.Name, err)
		}
		for n := range len(keys) {
			t.Key = append(t.Key, keys[n+1])
		}
		if len(t.Key) == 1 && t.Columns[t.Key[0]].Kind == salvage.Integer {
			t.Columns[t.Key[0]].RowID = true // SQLite keeps such a column as the number of the row
		}
		out = append(out, t)
	}
	return out, nil
}

var kinds = map[string]salvage.Kind{"TEXT": salvage.Text, "INTEGER": salvage.Integer, "REAL": salvage.Real}

// rules try rows against the rules of the tables, in a database in memory that holds nothing.
type rules struct {
	ctx     context.Context
	version int
	db      *sql.DB
}

func newRules(ctx context.Context) *rules { return &rules{ctx: ctx} }

// accepts tells whether values could be a row of a table, leaving aside what other tables would have to hold.
func (r *rules) accepts(v salvage.Version, table int, values []any) bool {
	if r.db == nil || r.version != v.Number {
		if r.close() != nil || r.climb(v.Number) != nil {
			return false
		}
	}
	tx, err := r.db.BeginTx(r.ctx, nil)
	if err != nil {
		return false
	}
	defer tx.Rollback() // nothing is meant to stay
	_, err = tx.ExecContext(r.ctx, insertOf(v.Tables[table], len(values)), values...)
	return err == nil
}

func (r *rules) climb(version int) error {
	r.db, r.version = openDB("file:rules?mode=memory&_txlock=immediate", 1), version
	for _, m := range migrations[:version] {
		if err := m.run(r.ctx, r.db); err != nil {
			return err
		}
	}
	_, err := r.db.ExecContext(r.ctx, "PRAGMA foreign_keys = OFF")
	return err
}

func (r *rules) close() error {
	if r.db == nil {
		return nil
	}
	db := r.db
	r.db = nil
	return db.Close()
}

// insertOf inserts the first n columns of a table. The names are ours, from the migrations.
func insertOf(t salvage.Table, n int) string {
	names := make([]string, n)
	for i := range names {
		names[i] = t.Columns[i].Name
	}
	return "INSERT INTO " + t.Name + " (" + strings.Join(names, ", ") + ") VALUES (?" + strings.Repeat(", ?", n-1) + ")"
}

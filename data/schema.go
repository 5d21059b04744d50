package data

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
)

// schemaItem is a line of sqlite_schema: a table, index, view or trigger with the statement that makes it.
type schemaItem struct {
	Type, Name, Table, SQL string
}

// statistics are the tables ANALYZE leaves behind; other tools make them, and they hold nothing but numbers.
var statistics = []schemaItem{
	{"table", "sqlite_stat1", "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"},
	{"table", "sqlite_stat4", "sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"},
}

// compareSchema refuses a database whose tables, indexes and triggers are not to the letter those our migrations make. A trigger
// or view slipped into a file would otherwise run with the first change.
func compareSchema(ctx context.Context, db queryer, version int) error {
	want, err := expectedSchema(ctx, version)
	if err != nil {
		return err
	}
	got, err := readSchema(ctx, db)
	if err != nil {
		return err
	}
	got = slices.DeleteFunc(got, func(i schemaItem) bool { return slices.Contains(statistics, i) })
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			return &verdict{KindForeign, "missing: " + want[i].Type + " " + want[i].Name}
		case i >= len(want) || got[i] != want[i]:
			return &verdict{KindForeign, "not made by Milepost: " + got[i].Type + " " + got[i].Name}
		}
	}
	return nil
}

func readSchema(ctx context.Context, q queryer) ([]schemaItem, error) {
	rows, err := q.QueryContext(ctx, "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name, tbl_name")
	if err != nil {
		return nil, fmt.Errorf("read the list of tables: %w", err)
	}
	defer rows.Close()
	var items []schemaItem
	for rows.Next() {
		var i schemaItem
		if err := rows.Scan(&i.Type, &i.Name, &i.Table, &i.SQL); err != nil {
			return nil, fmt.Errorf("read the list of tables: %w", err)
		}
		items = append(items, i)
	}
	return items, rows.Err()
}

// latestSchema is worked out once: it is needed each time a file is opened or verified.
var latestSchema = sync.OnceValues(func() ([]schemaItem, error) {
	return schemaAt(context.Background(), latestVersion())
})

func expectedSchema(ctx context.Context, version int) ([]schemaItem, error) {
	if version == latestVersion() {
		return latestSchema()
	}
	return schemaAt(ctx, version)
}

// schemaAt makes the tables of a version in memory and reads how SQLite noted them down.
func schemaAt(ctx context.Context, version int) (items []schemaItem, err error) {
	db := openDB("file:schema?mode=memory&_txlock=immediate&_foreign_keys=on", 1)
	defer func() { err = errors.Join(err, db.Close()) }()
	for _, m := range migrations[:version] {
		if err := m.run(ctx, db); err != nil {
			return nil, fmt.Errorf("work out the tables of version %d: %w", version, err)
		}
	}
	return readSchema(ctx, db)
}

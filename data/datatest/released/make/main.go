// Command make makes the data file of a version of the tables for package released: the migrations up to that version, and in every
// table rows that are hard to keep. It is run once for a version, from the root of the repository.
package main

import (
	"bytes"
	"compress/gzip"
	"database/sql"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	_ "github.com/mattn/go-sqlite3"
)

// Where things are, from the root of the repository.
const (
	migrations = "data/migrations"
	home       = "data/datatest/released"
)

// application is Milepost's mark in the header of a database, MPST.
const application = 0x4D505354

func main() {
	version := flag.Int("version", 0, "version of the tables, as in the names of the migrations")
	flag.Parse()
	if err := run(*version); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(version int) error {
	base := filepath.Join(home, fmt.Sprintf("v%d", version))
	for _, name := range []string{base + ".milepost.gz", base + ".json"} {
		if _, err := os.Lstat(name); err == nil {
			return fmt.Errorf("%s is there already: a released file is never made again", name)
		}
	}
	dir, err := os.MkdirTemp("", "milepost-released-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "study.milepost")
	rows, err := fill(file, version)
	if err != nil {
		return err
	}
	return errors.Join(writeFile(base+".milepost.gz", file), writeRows(base+".json", rows))
}

// fill makes the database and answers the rows it holds. The file is left as Milepost leaves it: in WAL mode, closed.
func fill(file string, version int) (rows map[string][]map[string]any, err error) {
	db, err := sql.Open("sqlite3", "file:"+file+"?_journal_mode=WAL")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	if err := climb(db, version); err != nil {
		return nil, err
	}
	if err := record(db, version, true); err != nil {
		return nil, err
	}
	rows = make(map[string][]map[string]any)
	for _, t := range content {
		columns, err := columnsOf(db, t.name)
		if err != nil {
			return nil, err
		}
		if len(columns) == 0 {
			continue // a later version brings the table
		}
		for _, values := range t.rows {
			row, err := insert(db, t, columns, values)
			if err != nil {
				return nil, fmt.Errorf("table %s: %w", t.name, err)
			}
			rows[t.name] = append(rows[t.name], row)
		}
	}
	return rows, errors.Join(complete(db, rows), record(db, version, false))
}

// climb takes the migrations up to a version, as Milepost does.
func climb(db *sql.DB, version int) error {
	files, err := filepath.Glob(filepath.Join(migrations, "*.sql"))
	if err != nil {
		return err
	}
	slices.Sort(files)
	if version < 1 || version > len(files) {
		return fmt.Errorf("there is no version %d; the latest is %d", version, len(files))
	}
	for _, f := range files[:version] {
		text, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		if _, err := db.Exec(string(text)); err != nil {
			return fmt.Errorf("%s: %w", f, err)
		}
	}
	_, err = db.Exec(fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d", version, application))
	return err
}

// record begins or ends an action of the undo log, so that the log is not empty either.
func record(db *sql.DB, version int, on bool) error {
	const undoVersion = 2
	if version < undoVersion {
		return nil
	}
	q := "INSERT INTO undo_action VALUES (1, 'New study', '2026-11-23T14:57:56Z', 0, 0); INSERT INTO undo_recording VALUES (1, 1)"
	if !on {
		q = "DELETE FROM undo_recording; UPDATE undo_action SET changes = (SELECT count(*) FROM undo_change)"
	}
	_, err := db.Exec(q)
	return err
}

func columnsOf(db *sql.DB, table string) (out []string, err error) {
	rows, err := db.Query("SELECT name FROM pragma_table_info(?)", table)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		out = append(out, name)
	}
	return out, rows.Err()
}

// insert puts a row in, without the columns that a later version brings.
func insert(db *sql.DB, t table, columns []string, values []any) (map[string]any, error) {
	row := make(map[string]any)
	var names []string
	var bound []any
	for i, c := range strings.Fields(t.columns) {
		if slices.Contains(columns, c) {
			names, bound = append(names, c), append(bound, values[i])
			row[c] = values[i]
		}
	}
	if len(row) != len(columns) {
		return nil, fmt.Errorf("it has columns %v, but content.go has something for %v only", columns, names)
	}
	_, err := db.Exec("INSERT INTO "+t.name+" ("+strings.Join(names, ", ")+") VALUES (?"+strings.Repeat(", ?", len(names)-1)+")", bound...)
	return row, err
}

// complete refuses a table that was left empty.
func complete(db *sql.DB, rows map[string][]map[string]any) error {
	tables, err := db.Query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'undo%' AND name NOT LIKE 'sqlite%'")
	if err != nil {
		return err
	}
	defer tables.Close()
	for tables.Next() {
		var name string
		if err := tables.Scan(&name); err != nil {
			return err
		}
		if len(rows[name]) == 0 {
			return fmt.Errorf("content.go has nothing for the table %s", name)
		}
	}
	return tables.Err()
}

func writeFile(name, file string) error {
	raw, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(raw); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(name, packed.Bytes(), 0o644)
}

func writeRows(name string, rows map[string][]map[string]any) error {
	text, err := json.MarshalIndent(rows, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(name, append(text, '\n'), 0o644)
}

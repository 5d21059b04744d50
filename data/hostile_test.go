package data_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"milepost/data"
	"milepost/data/datatest"
)

// endless is a query that never ends: whoever runs it is noticed.
const endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS id FROM n"

// hostile are statements by which somebody turns a sound data file into a trap. Whoever lets SQLite do anything with what they leave runs
// into an endless query, loses rows, or leaves a trace in the file.
var hostile = map[string][]string{
	"a trigger that empties a table": {`CREATE TRIGGER t AFTER INSERT ON setting BEGIN DELETE FROM study; END`},
	"a trigger with a name that is a statement": {
		`CREATE TRIGGER "x'; DROP TABLE study; --" AFTER UPDATE ON session BEGIN DELETE FROM mock; END`,
	},
	"a table with a name that is a statement": {
		`CREATE TABLE "mock""; DROP TABLE study; --" (x TEXT)`, `INSERT INTO "mock""; DROP TABLE study; --" VALUES ('; DROP TABLE mock; --')`,
	},
	"a view in the place of a table": {"DROP TABLE guess", "CREATE VIEW guess AS " + endless},
	"views that lead to each other":  {"CREATE VIEW a AS SELECT * FROM b", "CREATE VIEW b AS SELECT * FROM a"},
	"a view beside the tables":       {"CREATE VIEW everything AS " + endless},
	"an index over an expression":    {`CREATE INDEX i ON mock (substr(note, 2))`},
	"a column that is worked out":    {`CREATE TABLE g (a TEXT, b TEXT AS (a || zeroblob(100000000)))`, "INSERT INTO g (a) VALUES ('x')"},
	"a virtual table": {
		"PRAGMA writable_schema = ON",
		`INSERT INTO sqlite_schema VALUES ('table', 'evil', 'evil', 0, 'CREATE VIRTUAL TABLE evil USING csv(filename=''/etc/passwd'')')`,
	},
	"a virtual table in the place of a table": {
		"PRAGMA writable_schema = ON",
		`UPDATE sqlite_schema SET rootpage = 0, sql = 'CREATE VIRTUAL TABLE guess USING fts5(x)' WHERE name = 'guess' AND type = 'table'`,
	},
	"a list of tables that is no SQL": {
		"PRAGMA writable_schema = ON", `UPDATE sqlite_schema SET sql = 'CREATE TABLE guess (((' WHERE name = 'guess' AND type = 'table'`,
	},
	"a table that lies on top of the list of tables": {
		"PRAGMA writable_schema = ON", `UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'guess' AND type = 'table'`,
	},
	"a blob of 15 MB": {"CREATE TABLE blob (x BLOB)", "INSERT INTO blob VALUES (zeroblob(15000000))"},
	"a text of 5 MB":  {"CREATE TABLE big (x TEXT)", "INSERT INTO big VALUES (printf('%.*c', 5000000, 'x'))"},
}

// Nothing a hostile file holds is run: it is refused by name, never written to, and what is salvaged of it has our tables and nothing else.
func TestAHostileFileIsRefusedAndSalvagedWithoutRunningAnythingOfIt(t *testing.T) {
	clean := filepath.Join(t.TempDir(), "study.milepost")
	sound(t, clean)
	mine := datatest.New(t)
	for name, statements := range hostile {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "hostile.db")
			check(t, os.WriteFile(path, must(os.ReadFile(clean)), 0o600))
			run(t, path, statements...)
			before := snapshot(t, dir)

			var refused *data.OpenError
			_, err := data.Open(t.Context(), path, data.Options{Now: datatest.Clock})
			if !errors.As(err, &refused) {
				t.Errorf("opened, or not told: %v", err)
			}
			if h := must(data.Verify(t.Context(), path)); h.OK() {
				t.Errorf("said to be sound: %+v", h)
			}
			if _, err := data.OpenReading(t.Context(), path, datatest.Clock); err == nil {
				t.Error("opened for reading")
			}
			if _, err := mine.ReadOther(t.Context(), path); err == nil {
				t.Error("taken as the file of another computer")
			}
			if _, err := data.PreviewRestore(t.Context(), clean, path); err == nil {
				t.Error("taken as a backup")
			}
			done, to := salvaged(t, path) // which is verified: its tables are ours to the letter
			same(t, "files", snapshot(t, dir), before)
			same(t, "mocks", table(t, done, "mock").Taken, 50)
			same(t, "sessions", table(t, done, "session").Taken, 100)
			if text := string(must(os.ReadFile(to))); strings.Contains(text, "DROP TABLE") || strings.Contains(text, "RECURSIVE") {
				t.Error("something of it was taken along")
			}
		})
	}
}

package data_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"milepost/data"
	"milepost/data/datatest"
	"milepost/data/datatest/released"
)

// releasedSums are the beginnings of the SHA-256 of the released files: what people have on their disks does not change either.
var releasedSums = []string{"2b2888a289bf", "761d6c6f61e5", "ace0bd1c7f5d", "542cba8094c9", "a80f5e6e88a6", "313594ffcc02", "995bfeb49df7", "27e88768b143"}

// brought says what a column holds in rows from before there was such a column. A migration that adds one gets a line here.
func brought(table, column string, row map[string]any) any {
	switch name := table + "." + column; {
	case name == "study.steadiness":
		return "normal"
	case name == "session.by_hand":
		if row["reason"] == "logged by you" || row["reason"] == "added by you" {
			return 1.0
		}
		return 0.0
	case name == "study_domain.skim", name == "mock.guess", name == "mock.has_guess":
		return 0.0
	case table == "study" && strings.HasSuffix(column, "_start"):
		return -1.0
	}
	return "say in released_test.go what a row from before has here"
}

func TestThereIsAReleasedFileOfEveryVersion(t *testing.T) {
	versions := released.Versions()
	if len(versions) != data.LatestVersion() || len(releasedSums) != len(versions) {
		t.Fatalf("there are released files %v, %d sums, and the latest version is %d: see package released", versions, len(releasedSums), data.LatestVersion())
	}
	for i, want := range releasedSums {
		sum := sha256.Sum256(must(released.File(i + 1)))
		if got := hex.EncodeToString(sum[:6]); got != want {
			t.Errorf("the released file of version %d has the sum %s, not %s: it was made again", i+1, got, want)
		}
	}
}

// Whatever version a file was left by, this program opens it and finds in it what that version wrote; and the copy made before it
// was brought up to date is the file as it was.
func TestAFileOfEveryReleasedVersionIsBroughtUpToDateWithAllItHolds(t *testing.T) {
	for _, version := range released.Versions() {
		t.Run(fmt.Sprint("version ", version), func(t *testing.T) {
			path := releasedFile(t, version)
			content := must(released.Content(version))
			h := must(data.Verify(t.Context(), path))
			same(t, "sound", h.OK(), true)
			same(t, "version", h.Version, version)

			s, err := data.Open(t.Context(), path, data.Options{Now: datatest.Clock})
			check(t, err)
			got := contentOf(t, path, content)
			for table, rows := range content {
				same(t, "rows of "+table, got[table], upToDate(table, rows, got[table]))
			}
			readEverything(t, s)
			check(t, s.Close())

			h = must(data.Verify(t.Context(), path))
			same(t, "sound afterwards", h.OK(), true)
			same(t, "version afterwards", h.Version, data.LatestVersion())
			copies := must(filepath.Glob(filepath.Join(filepath.Dir(path), "backups", "*before-upgrade*")))
			if version == data.LatestVersion() {
				same(t, "copies", len(copies), 0)
				return
			}
			same(t, "copies", len(copies), 1)
			same(t, "version of the copy", must(data.Verify(t.Context(), copies[0])).Version, version)
			for table, rows := range contentOf(t, copies[0], content) {
				same(t, "rows of "+table+" in the copy", rows, upToDate(table, content[table], rows))
			}
		})
	}
}

// What the latest version left in its log can still be undone and done again.
func TestTheLogOfTheLatestReleasedFileStillServes(t *testing.T) {
	path := releasedFile(t, data.LatestVersion())
	s := datatest.OpenAt(t, path)
	before := dump(t, s)
	same(t, "undone", must(s.Undo(t.Context())), "New study")
	same(t, "studies", len(must(s.Studies(t.Context()))), 0)
	same(t, "done again", must(s.Redo(t.Context())), "New study")
	same(t, "all of it", dump(t, s), before)
}

// releasedFile puts the file of a version into a folder of its own.
func releasedFile(t *testing.T, version int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "study.milepost")
	check(t, os.WriteFile(path, must(released.File(version)), 0o600))
	return path
}

// contentOf reads the tables of a file, each row as text, in order.
func contentOf(t *testing.T, path string, tables released.Rows) map[string][]string {
	t.Helper()
	db := data.OpenRaw(path)
	defer db.Close()
	out := make(map[string][]string)
	for table := range tables {
		rows, err := db.Query("SELECT * FROM " + table)
		check(t, err)
		columns := must(rows.Columns())
		for rows.Next() {
			values, into := make([]any, len(columns)), make([]any, len(columns))
			for i := range values {
				into[i] = &values[i]
			}
			check(t, rows.Scan(into...))
			row := make(map[string]any)
			for i, c := range columns {
				row[c] = values[i]
			}
			out[table] = append(out[table], rowText(row))
		}
		check(t, rows.Err())
		slices.Sort(out[table])
	}
	return out
}

// upToDate is what rows of an older version hold with the columns that the rows got have, in order.
func upToDate(table string, rows []map[string]any, got []string) []string {
	var columns map[string]any
	if len(got) > 0 {
		must(0, json.Unmarshal([]byte(got[0]), &columns))
	}
	var out []string
	for _, row := range rows {
		full := maps.Clone(row)
		for c := range columns {
			if _, ok := row[c]; !ok {
				full[c] = brought(table, c, row)
			}
		}
		out = append(out, rowText(full))
	}
	slices.Sort(out)
	return out
}

// rowText is a row as JSON, columns in alphabetical order: numbers are compared by value.
func rowText(row map[string]any) string { return string(must(json.Marshal(row))) }

// readEverything goes through all that the store reads.
func readEverything(t *testing.T, s *data.Store) {
	t.Helper()
	ctx := t.Context()
	studies := must(s.Studies(ctx))
	same(t, "studies", len(studies), 2)
	for _, study := range studies {
		must(s.Sessions(ctx, study.ID))
		must(s.Milestones(ctx, study.ID))
		must(s.Mocks(ctx, study.ID))
		must(s.Sources(ctx, study.ID))
		must(s.Sittings(ctx, study.ID))
		must(s.Forecasts(ctx, study.ID))
		must(s.MockForecasts(ctx, study.ID))
	}
}

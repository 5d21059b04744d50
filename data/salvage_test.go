package data_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"milepost/data"
	"milepost/data/datatest"
	"milepost/data/datatest/released"
)

// salvaged salvages a file into a new one that has to be sound, and answers both.
func salvaged(t *testing.T, from string) (data.Salvaged, string) {
	t.Helper()
	to := filepath.Join(t.TempDir(), "saved.milepost")
	done, err := data.Salvage(t.Context(), from, to, data.SalvageOptions{Now: datatest.Clock})
	check(t, err)
	if h := must(data.Verify(t.Context(), to)); !h.OK() {
		t.Fatalf("what was salvaged is not sound: %s", h.Sentence)
	}
	return done, to
}

func table(t *testing.T, done data.Salvaged, name string) data.SalvagedTable {
	t.Helper()
	at := slices.IndexFunc(done.Tables, func(x data.SalvagedTable) bool { return x.Table == name })
	if at < 0 {
		t.Fatalf("nothing is said of %s: %+v", name, done.Tables)
	}
	return done.Tables[at]
}

// allRows is every row of the tables people fill, as text.
func allRows(t *testing.T, path string) map[string][]string {
	t.Helper()
	tables := released.Rows{}
	for _, name := range data.Undoable {
		tables[name] = nil
	}
	for _, name := range []string{"setting", "forecast", "mock_forecast"} {
		tables[name] = nil
	}
	return contentOf(t, path, tables)
}

func TestASoundFileIsSalvagedWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "study.milepost")
	sound(t, path)
	before := snapshot(t, filepath.Dir(path))
	done, to := salvaged(t, path)
	same(t, "the file", snapshot(t, filepath.Dir(path)), before)
	same(t, "rows", allRows(t, to), allRows(t, path))
	total := done.Total()
	same(t, "lost, refused, torn", []any{total.Lost, total.Refused, total.Torn}, []any{0, 0, false})
	same(t, "mocks", table(t, done, "mock").Taken, 50)
}

func TestAFileOfEveryReleasedVersionIsSalvagedAndBroughtUpToDate(t *testing.T) {
	for _, version := range released.Versions() {
		path := releasedFile(t, version)
		done, to := salvaged(t, path)
		same(t, "version", done.Version, version)
		content := must(released.Content(version))
		got := contentOf(t, to, content)
		for name, rows := range content {
			if name == "this_replica" {
				rows = nil // a salvaged file is another one
			}
			if !strings.HasPrefix(name, "undo_") {
				same(t, "rows of "+name, got[name], upToDate(name, rows, got[name]))
			}
		}
	}
}

// Whatever part of the log was folded in when the program was killed, what it acknowledged is salvaged.
func TestWhatLiesInTheLogIsSalvaged(t *testing.T) {
	s := datatest.OpenAt(t, filepath.Join(t.TempDir(), "live.milepost"))
	study := datatest.Study("s")
	datatest.Do(t, s, "New study", func(tx *data.Tx) error { return tx.SaveStudy(study) })
	for i := range 30 {
		datatest.Do(t, s, "Mock", func(tx *data.Tx) error { return tx.SaveMock("s", datatest.Mock(study, i)) })
	}
	path := filepath.Join(t.TempDir(), "study.milepost")
	for _, suffix := range []string{"", "-wal"} {
		check(t, os.WriteFile(path+suffix, must(os.ReadFile(s.Path()+suffix)), 0o600))
	}
	done, to := salvaged(t, path)
	same(t, "mocks", table(t, done, "mock").Taken, 30)
	same(t, "rows", allRows(t, to), allRows(t, s.Path()))
	check(t, os.Truncate(path, 0)) // the file is gone and the log is there
	done, _ = salvaged(t, path)
	same(t, "mocks of the log alone", table(t, done, "mock").Taken, 30)
}

package data_test

import (
	"context"
	"errors"
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

func TestWhoChangedWhatIsSalvagedAndTheFileIsAReplicaOfItsOwn(t *testing.T) {
	a := datatest.New(t)
	full(t, a, "s")
	before := document(t, a)
	check(t, a.Close())
	done, to := salvaged(t, a.Path())
	same(t, "versions", table(t, done, "version").Taken, len(before.History.Versions))
	b := datatest.OpenAt(t, to)
	same(t, "everything", encoded(t, document(t, b)), encoded(t, before))
	datatest.Do(t, b, "Delete mock", func(tx *data.Tx) error { return tx.DeleteMock("s", "m-00001") })
	same(t, "replicas once it is worked with", len(document(t, b).History.Seen), len(before.History.Seen)+1)
}

// A mock lost by damage is not a mock somebody deleted: the next merge brings it back instead of taking it from the other computer.
func TestWhatIsLostComesBackFromTheOtherComputer(t *testing.T) {
	a := datatest.New(t)
	full(t, a, "s")
	b := copyOf(t, a)
	check(t, a.Close())
	run(t, a.Path(), "DELETE FROM mock_score WHERE mock_id = 'm-00001'", "DELETE FROM mock WHERE id = 'm-00001'")
	_, to := salvaged(t, a.Path())
	saved := datatest.OpenAt(t, to)
	mocks := len(must(b.Mocks(t.Context(), "s")))
	same(t, "mocks saved", len(must(saved.Mocks(t.Context(), "s"))), mocks-1)
	must(b.Import(t.Context(), "Import", exported(t, saved)))
	same(t, "mocks there", len(must(b.Mocks(t.Context(), "s"))), mocks)
	must(saved.Import(t.Context(), "Import", exported(t, b)))
	same(t, "mocks here", len(must(saved.Mocks(t.Context(), "s"))), mocks)
}

// A broken row of the history would keep the file from ever being exchanged.
func TestBrokenRowsOfTheHistoryAreRefused(t *testing.T) {
	for name, broken := range map[string]string{
		"a stamp without room for more": "INSERT INTO replica (id, seen) VALUES ('x', 9223372036854775807)",
		"a version far in the future":   "UPDATE version SET stamp = 9223372036854775807 WHERE kind = 'mock'",
		"a name that is none":           "INSERT INTO version VALUES ('s', 'mock', 'a' || char(7), 'r', 5, 1)",
		"a replica that is no text":     "INSERT INTO replica (id, seen) VALUES (CAST(x'ff00' AS TEXT), 5)",
		"a version without its replica": "DELETE FROM replica",
	} {
		t.Run(name, func(t *testing.T) {
			a := datatest.New(t)
			full(t, a, "s")
			check(t, a.Close())
			run(t, a.Path(), broken)
			_, to := salvaged(t, a.Path())
			exported(t, datatest.OpenAt(t, to)) // is refused when something in it cannot be
		})
	}
}

func TestSalvagingCanBeStoppedAndLeavesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "study.milepost")
	sound(t, path)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	steps, last := 0, 0
	opt := data.SalvageOptions{Now: datatest.Clock, Progress: func(done, total int) {
		steps++
		if last = total; steps == 1 {
			cancel()
		}
	}}
	dir := t.TempDir()
	if _, err := data.Salvage(ctx, path, filepath.Join(dir, "new", "saved.milepost"), opt); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if left := must(os.ReadDir(dir)); len(left) > 0 || steps == 0 || last == 0 {
		t.Errorf("left: %v; %d steps of %d", left, steps, last)
	}
}

func TestSalvagingReplacesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "study.milepost")
	sound(t, path)
	for _, to := range []string{path, filepath.Join(filepath.Dir(path), "there")} {
		touch(t, filepath.Join(filepath.Dir(path), "there"))
		before := snapshot(t, filepath.Dir(path))
		if _, err := data.Salvage(t.Context(), path, to, data.SalvageOptions{Now: datatest.Clock}); err == nil {
			t.Errorf("%s was replaced", to)
		}
		same(t, "files", snapshot(t, filepath.Dir(path)), before)
	}
}

package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"milepost/app"
)

// window keeps the terminal's data file open, as the window does, and closes it after the test.
func (c *terminal) window() *app.Milepost {
	c.t.Helper()
	m, err := app.Open(context.Background(), c.data, true, app.Parts{Now: time.Now})
	if err != nil {
		c.t.Fatal(err)
	}
	c.t.Cleanup(func() {
		if err := m.Close(); err != nil {
			c.t.Error(err)
		}
	})
	return m
}

func TestReadingCommandsWorkWhileAWindowIsOpenAndOthersAreRefused(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	c.must("mock", "add", "--date", "2026-11-20", "--source", "Bank", "--score", "60/100")
	window := c.window()
	before := snapshot(t, filepath.Dir(c.data))
	for _, args := range []string{"today", "plan", "check", "readiness", "readiness --explain", "sources", "diary", "mock list", "study list", "exams", "verify", "whatif --minutes 15", "rebalance"} {
		if out := c.must(strings.Fields(args)...); out == "" {
			t.Errorf("milepost %s prints nothing", args)
		}
	}
	for _, args := range []string{
		"mock add --date 2026-11-21 --source Bank --score 1/2", "off 2026-12-01", "undo", "redo",
		"study new --exam isc2-issmp-2025 --date 2027-02-04 --hours mon=60", "study open x", "sources set Bank --easier 3", "mock remove x", "mock guess 60", "done x", "skip x", "pin x", "move x 2026-12-01",
	} {
		r := c.run(strings.Fields(args)...)
		if r.status != exitCouldNot || !strings.Contains(r.err, "already open in another Milepost") || strings.Count(r.err, "\n") != 1 {
			t.Errorf("milepost %s: status %d, %q", args, r.status, r.err)
		}
	}
	if after := snapshot(t, filepath.Dir(c.data)); after != before {
		t.Errorf("the folder changed from\n%s\nto\n%s", before, after)
	}
	if _, err := window.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	var list struct{ Mocks []struct{ ID string } }
	if c.mustJSON(&list, "mock", "list"); len(list.Mocks) != 0 {
		t.Error("what the window saved last is not what is read")
	}
	backup := filepath.Join(t.TempDir(), "backup.db")
	c.must("backup", "--out", backup)
	c.must("verify", "--data", backup)
}

func TestACommandThatFailsAfterMakingTheFileRemovesIt(t *testing.T) {
	c := newTerminal(t)
	c.data = filepath.Join(filepath.Dir(c.data), "new", "folder", "study.db")
	opt := &options{env: &Env{
		Getenv: func(string) string { return "" }, Now: time.Now, DefaultData: c.data, Catalogue: testCatalogue,
	}}
	failed := errors.New("no")
	err := opt.withData(context.Background(), true, func(*app.Milepost) error { return failed })
	if !errors.Is(err, failed) {
		t.Fatal(err)
	}
	if files, _ := os.ReadDir(filepath.Dir(filepath.Dir(filepath.Dir(c.data)))); len(files) > 0 {
		t.Errorf("%v was left behind", files)
	}
	c.setUp()
	if err := opt.withData(context.Background(), true, func(*app.Milepost) error { return failed }); !errors.Is(err, failed) {
		t.Fatal(err)
	}
	if c.must("study", "list") == "" {
		t.Error("a file that was there before has gone")
	}
}

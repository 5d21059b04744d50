package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"milepost/app/wire"
)

func TestMocksFromAFile(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	file := filepath.Join(t.TempDir(), "scores.csv")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("Datum;Ergebnis;Fragen;Minuten\n18.10.2026;62;125;140\n4.11.2026;57;100;95\nbald;1;2;3\n")
	if r := c.run("mock", "import", file); r.status != exitCouldNot || !strings.Contains(r.err, "source") {
		t.Errorf("without a source: %+v", r)
	}
	said := c.must("mock", "import", file, "--source", "Boson", "--preview")
	for _, want := range []string{"2026-10-18", "2026-11-04", "57/100", "line 4:", "Would record 2 mocks.", "Nothing was changed"} {
		if !strings.Contains(said, want) {
			t.Errorf("the preview lacks %q:\n%s", want, said)
		}
	}
	if r := c.run("mock", "import", file, "--source", "Boson"); r.status != exitCouldNot || !strings.Contains(r.err, "line 4:") || !strings.Contains(r.err, "--good-ones") || r.out != "" {
		t.Errorf("with a bad line: %+v", r)
	}
	if list := c.must("mock", "list"); strings.Contains(list, "Boson") {
		t.Errorf("recorded all the same: %s", list)
	}
	if said := c.must("mock", "import", file, "--source", "Boson", "--good-ones"); !strings.Contains(said, "Recorded 2 mocks.") {
		t.Errorf("it says %s", said)
	}
	var again wire.MockFileAnswer
	c.mustJSON(&again, "mock", "import", file, "--source", "Boson", "--good-ones", "--json")
	if again.Recorded != 0 || len(again.Mocks) != 2 || again.Mocks[0].RecordedAs == nil || len(again.Bad) != 1 || again.Bad[0].Line != 4 || again.Columns[0] != "date" {
		t.Errorf("the same once more: %+v", again)
	}
	if said := c.must("mock", "import", file, "--source", "Boson", "--good-ones", "--duplicates"); !strings.Contains(said, "Recorded 2 mocks.") {
		t.Errorf("it says %s", said)
	}
	if said := c.must("undo"); !strings.Contains(said, "Import 2 mocks") {
		t.Errorf("undone is %s", said)
	}
	exported := c.must("mock", "export", "--out", "-")
	d := newTerminal(t)
	d.setUp()
	if r := d.feed(exported, "mock", "import", "-"); r.status != exitDone || !strings.Contains(r.out, "Recorded 2 mocks.") {
		t.Errorf("what was exported: %+v", r)
	}
	if back := d.must("mock", "export", "--out", "-"); back != exported {
		t.Errorf("came back as %s, not %s", back, exported)
	}
}

func TestMocksFromAFileThatAsks(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	text := "Date,Bank,Score\n04/05/2026,Boson,57/100\n06/07/2026,Boson,58/100\n"
	if r := c.feed(text, "mock", "import", "-"); r.status != exitCouldNot || !strings.Contains(r.err, "--date-order") {
		t.Errorf("dates of two readings: %+v", r)
	}
	if r := c.feed(text, "mock", "import", "-", "--date-order", "month-day-year", "--preview"); !strings.Contains(r.out, "2026-04-05") {
		t.Errorf("month first: %+v", r)
	}
	if r := c.feed("x,y,z\n2026-11-04,Boson,57/100\n", "mock", "import", "-", "--columns", "date,source,correct"); r.status != exitDone || !strings.Contains(r.out, "Recorded 1 mock.") {
		t.Errorf("columns of my own: %+v", r)
	}
	for _, x := range []struct {
		status int
		want   string
		args   []string
	}{
		{exitWrongUse, "--date-order", []string{"-", "--date-order", "backwards"}},
		{exitWrongUse, "FILE.csv", []string{""}},
		{exitWrongUse, "needs", nil},
		{exitCouldNot, "there is no file", []string{filepath.Join(t.TempDir(), "none.csv")}},
		{exitCouldNot, "column", []string{"-", "--columns", "date,gossip"}},
	} {
		if r := c.feed(text, append([]string{"mock", "import"}, x.args...)...); r.status != x.status || !strings.Contains(r.err, x.want) {
			t.Errorf("mock import %q: status %d, %q; want %d and %s", x.args, r.status, r.err, x.status, x.want)
		}
	}
}

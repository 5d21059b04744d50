package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestExamsOfOnesOwn(t *testing.T) {
	c := newTerminal(t)
	if list := c.must("exams"); !strings.Contains(list, "isc2-issmp-2025") { // before there is a data file
		t.Errorf("the catalogue is %s", list)
	}
	file := filepath.Join(t.TempDir(), "issmp.toml")
	c.must("exams", "export", "isc2-issmp-2025", "--out", file)
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if piped := c.must("exams", "export", "isc2-issmp-2025", "--out", "-"); piped != string(text) {
		t.Error("on the standard output it is another")
	}
	if r := c.run("exams", "import", file); r.status != exitCouldNot || !strings.Contains(r.err, "catalogue") {
		t.Errorf("in the place of one of the catalogue: %+v", r)
	}
	if _, err := os.Stat(c.data); err == nil {
		t.Error("an import that failed left a data file")
	}
	mine := strings.Replace(string(text), `id = "isc2-issmp-2025"`, `id = "mine"`, 1)
	if err := os.WriteFile(file, []byte(mine), 0o600); err != nil {
		t.Fatal(err)
	}
	if said := c.must("exams", "import", file); !strings.Contains(said, "mine") || !strings.Contains(said, "6 domains") {
		t.Errorf("it says %s", said)
	}
	if list := c.must("exams"); !strings.Contains(list, "mine ") {
		t.Errorf("the catalogue is %s", list)
	}
	c.must("study", "new", "--exam", "mine", "--date", "2027-02-04", "--hours", "mon=60,sat=120")
	for _, x := range []struct {
		status int
		want   string
		args   []string
	}{
		{exitCouldNot, "replaced", []string{"import", file}},
		{exitDone, "", []string{"import", file, "--replace"}},
		{exitWrongUse, "FILE", []string{"import", ""}},
		{exitCouldNot, "there is no file", []string{"import", file + "x"}},
		{exitWrongUse, "--out", []string{"export", "mine"}},
		{exitCouldNot, "no exam", []string{"export", "none", "--out", "-"}},
		{exitCouldNot, "already exists", []string{"export", "mine", "--out", file}},
		{exitWrongUse, "data file", []string{"export", "mine", "--out", c.data, "--replace"}},
		{exitWrongUse, "subcommand", []string{"gossip"}},
		{exitDone, "", []string{"remove", "mine"}},
		{exitCouldNot, "mine", []string{"remove", "mine"}},
	} {
		if r := c.run(append([]string{"exams"}, x.args...)...); r.status != x.status || !strings.Contains(r.err, x.want) {
			t.Errorf("exams %q: status %d, %q; want %d and %s", x.args, r.status, r.err, x.status, x.want)
		}
	}
	c.must("plan") // the study keeps its domains
}

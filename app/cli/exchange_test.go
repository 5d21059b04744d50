package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// two are two computers with the same study.
func two(t *testing.T) (a, b *terminal, file string) {
	t.Helper()
	a, b, file = newTerminal(t), newTerminal(t), filepath.Join(t.TempDir(), "all.json")
	b.ids = 1000 // IDs differ from computer to computer
	a.setUp()
	a.must("mock", "add", "--date", "2026-11-20", "--source", "Boson", "--score", "80/125")
	a.must("export", "--out", file)
	b.must("import", file)
	return a, b, file
}

func TestTwoComputersComeTogether(t *testing.T) {
	a, b, file := two(t)
	if got, want := b.must("export", "--out", "-"), a.must("export", "--out", "-"); got != want {
		t.Fatal("the copy is not the same")
	}
	a.must("mock", "add", "--date", "2026-11-21", "--source", "Here", "--score", "81/125")
	b.must("mock", "add", "--date", "2026-11-22", "--source", "There", "--score", "82/125")
	a.must("export", "--out", file, "--replace")
	if said := b.must("import", file, "--preview"); !strings.Contains(said, "1 mock added") || strings.Contains(b.must("mock", "list"), "Here") {
		t.Fatalf("the preview says %s", said)
	}
	if said := b.must("import", file); !strings.Contains(said, "1 mock added") {
		t.Errorf("the import says %s", said)
	}
	list := b.must("mock", "list")
	if !strings.Contains(list, "Here") || !strings.Contains(list, "There") {
		t.Errorf("recorded are %s", list)
	}
	if said := b.must("backup", "list"); !strings.Contains(said, "before an import") {
		t.Errorf("backups are %s", said)
	}
	if said := b.must("undo"); !strings.Contains(said, "Import") || strings.Contains(b.must("mock", "list"), "Here") {
		t.Errorf("undone is %s", said)
	}
	if said := b.must("import", a.data); !strings.Contains(said, "1 mock added") { // the data file itself will do
		t.Errorf("the import of the file says %s", said)
	}
}

func TestAConflictIsShownAndDecided(t *testing.T) {
	a, b, file := two(t)
	for _, c := range []*terminal{a, b} {
		session := firstSession(t, c)
		if c == a {
			c.must("done", session, "--minutes", "20")
		} else {
			c.must("skip", session)
		}
	}
	b.must("export", "--out", file, "--replace")
	if said := a.must("import", file); !strings.Contains(said, "One record was changed on both computers") {
		t.Fatalf("the import says %s", said)
	}
	var answer struct {
		Conflicts []struct{ ID, Kind, Here, There string }
	}
	a.mustJSON(&answer, "conflicts", "--json")
	if len(answer.Conflicts) != 1 || answer.Conflicts[0].Kind != "session" || !strings.HasPrefix(answer.Conflicts[0].Here, "done") || !strings.HasPrefix(answer.Conflicts[0].There, "skipped") {
		t.Fatalf("conflicts are %+v", answer)
	}
	a.must("conflicts", "use", answer.Conflicts[0].ID)
	if said := a.must("conflicts"); !strings.Contains(said, "No record waits") {
		t.Errorf("afterwards: %s", said)
	}
	if r := a.run("conflicts", "keep", answer.Conflicts[0].ID); r.status != exitCouldNot {
		t.Errorf("a conflict that was decided: %+v", r)
	}
}

func firstSession(t *testing.T, c *terminal) string {
	t.Helper()
	var plan struct {
		Sessions []struct{ ID, Status string }
	}
	c.mustJSON(&plan, "plan", "--json")
	for _, s := range plan.Sessions {
		if s.Status == "planned" {
			return s.ID
		}
	}
	t.Fatal("nothing is planned")
	return ""
}

func TestABadImportIsToldAndLeavesNoFile(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	a, _, file := two(t)
	good, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ file, words string }{
		"missing":       {filepath.Join(dir, "none.json"), "there is no file"},
		"a folder":      {dir, "is not a file"},
		"not JSON":      {write("text.json", "hello"), "not JSON"},
		"another JSON":  {write("other.json", "{}"), "export --format json"},
		"cut off":       {write("cut.json", string(good[:len(good)/2])), "cut off"},
		"unknown field": {write("field.json", strings.Replace(string(good), `"settings"`, `"colour": 1, "settings"`, 1)), "colour"},
		"a wrong value": {write("value.json", strings.Replace(string(good), `"correct": 80`, `"correct": 800`, 1)), "studies[0].mocks[0]"},
		"itself":        {"", "data file itself"},
	} {
		t.Run(name, func(t *testing.T) {
			c2, from := newTerminal(t), c.file
			if from == "" {
				c2, from = a, a.data
			}
			r := c2.run("import", from)
			if r.status != exitCouldNot || !strings.Contains(r.err, c.words) {
				t.Errorf("%+v, want %q", r, c.words)
			}
			if _, err := os.Stat(c2.data); name != "itself" && err == nil {
				t.Error("a data file was left")
			}
		})
	}
}

func TestAnExportReplacesNothingButAnExport(t *testing.T) {
	a, _, file := two(t)
	if r := a.run("export", "--out", file); r.status != exitCouldNot || !strings.Contains(r.err, "already exists") {
		t.Errorf("%+v", r)
	}
	precious := filepath.Join(t.TempDir(), "thesis.json")
	if err := os.WriteFile(precious, []byte(`{"thesis": true}`), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{precious, a.data} {
		if r := a.run("export", "--out", out, "--replace"); r.status != exitCouldNot {
			t.Errorf("%s: %+v", out, r)
		}
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the export is %v, %v", info, err)
	}
}

package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"milepost/app/wire"
)

func verified(t *testing.T, out string) (a wire.VerifyAnswer) {
	t.Helper()
	if err := json.Unmarshal([]byte(out), &a); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return a
}

func TestVerifySaysWhatThereIsToKnowOfThePlace(t *testing.T) {
	c := newTerminal(t)
	dir := filepath.Join(t.TempDir(), "Dropbox", "exam")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	c.setUp()
	if out := c.must("verify"); strings.Contains(out, "Note:") || strings.Count(out, "\n") != 1 {
		t.Errorf("in a good place it says %q", out)
	}
	if a := verified(t, c.must("verify", "--json")); !a.OK || a.Format != 1 || a.Path != c.data || a.Studies != 1 || a.Problem != "" || a.Notes == nil || len(a.Notes) != 0 {
		t.Errorf("in a good place it answers %+v", a)
	}
	c.data = filepath.Join(dir, "study.db")
	c.setUp()
	before := snapshot(t, dir)
	out := c.must("verify")
	if !strings.Contains(out, "is sound") || !strings.Contains(out, "Note: The data file "+c.data+" lies in a folder that Dropbox synchronises") {
		t.Errorf("in a synchronised folder it says %q", out)
	}
	if a := verified(t, c.must("verify", "--json")); !a.OK || len(a.Notes) != 1 || a.Notes[0].Kind != "cloud" || a.Notes[0].Text == "" || a.Notes[0].Advice == "" {
		t.Errorf("in a synchronised folder it answers %+v", a)
	}
	if after := snapshot(t, dir); after != before {
		t.Errorf("the folder changed from\n%s\nto\n%s", before, after)
	}
}

func TestVerifyAnswersAboutABadFileAsJSONToo(t *testing.T) {
	c := newTerminal(t)
	if err := os.WriteFile(c.data, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r := c.run("verify", "--json")
	if r.status != exitCouldNot || !strings.Contains(r.err, "0 bytes") {
		t.Errorf("status %d, %q", r.status, r.err)
	}
	if a := verified(t, r.out); a.OK || a.Problem != "empty" || a.Text == "" || a.Advice == "" {
		t.Errorf("it answers %+v", a)
	}
}

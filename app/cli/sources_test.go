package cli

import (
	"strings"
	"testing"
)

// sourcesAnswer is what a script reads.
type sourcesAnswer struct {
	Sources []struct {
		Name          string
		Official      bool
		FirstAttempts *sourceResults `json:"first_attempts"`
		Retakes       *sourceResults
		Set           *struct{ Points, Doubt int }
	}
}

type sourceResults struct {
	Mocks, Questions int
	Known            bool
	WhyNot           string `json:"why_not"`
	Difference       *struct{ Points, Low, High float64 }
}

func TestSourcesAreComparedWithTheExam(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	if out := c.must("sources"); !strings.Contains(out, "no sources yet") {
		t.Errorf("without mocks it says %q", out)
	}
	c.must("mock", "add", "--date", "2026-11-10", "--source", "Bank A", "--score", "85/100")
	if out := c.must("sources"); !strings.Contains(out, "not known yet: needs results from a second source") {
		t.Errorf("of a single source it says %q", out)
	}
	c.must("mock", "add", "--date", "2026-11-12", "--source", "Bank B", "--score", "55/100")
	c.must("mock", "add", "--date", "2026-11-14", "--source", "bank b", "--score", "80/100", "--retake")
	out := c.must("sources")
	for _, want := range []string{"COMPARED WITH THE EXAM", "Bank A", "bank b, retaken", "easier", "harder", "at the pass line of 70%"} {
		if !strings.Contains(out, want) {
			t.Errorf("the table lacks %q:\n%s", want, out)
		}
	}
	var v sourcesAnswer
	c.mustJSON(&v, "sources")
	if len(v.Sources) != 2 || v.Sources[0].Retakes != nil || v.Sources[1].Retakes == nil || !v.Sources[0].FirstAttempts.Known || v.Sources[0].Set != nil {
		t.Fatalf("it answers %+v", v)
	}
	if a, b := v.Sources[0].FirstAttempts.Difference, v.Sources[1].FirstAttempts.Difference; !(a.Low < a.Points && a.Points < a.High && b.Points < a.Points) {
		t.Errorf("Bank A is %+v, Bank B %+v", a, b)
	}
}

func TestASourceIsDescribedAndLearnedAgain(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	c.must("mock", "add", "--date", "2026-11-10", "--source", "Bank A", "--score", "85/100")
	if out := c.must("sources", "set", " BANK a", "--easier", "4", "--sure", "3"); out != "Bank A: third party, set by hand to 4 points easier than the exam, give or take 3.\n" {
		t.Errorf("it says %q", out)
	}
	var v sourcesAnswer
	c.mustJSON(&v, "sources", "set", "bank a", "--official")
	if len(v.Sources) != 1 || !v.Sources[0].Official || v.Sources[0].Set == nil || v.Sources[0].Set.Points != 4 || v.Sources[0].Set.Doubt != 3 {
		t.Errorf("marked official it answers %+v", v)
	}
	if out := c.must("sources"); !strings.Contains(out, "4 easier, ±3") || !strings.Contains(out, "Bank A (official)") {
		t.Errorf("the table says\n%s", out)
	}
	c.must("sources", "set", "Bank A", "--third-party", "--harder", "2")
	c.mustJSON(&v, "sources")
	if s := v.Sources[0]; s.Official || s.Set.Points != -2 || s.Set.Doubt != 6 {
		t.Errorf("then it answers %+v", s)
	}
	if out := c.must("sources", "set", "Bank A", "--learn"); !strings.Contains(out, "learned from your results") {
		t.Errorf("it says %q", out)
	}
	if out := c.must("undo"); !strings.Contains(out, "Describe source") {
		t.Errorf("undo says %q", out)
	}
	v = sourcesAnswer{}
	if c.mustJSON(&v, "sources"); v.Sources[0].Set == nil || v.Sources[0].Set.Points != -2 {
		t.Errorf("after undo it answers %+v", v)
	}
	if out := c.must("sources", "set", "Bank Z", "--harder", "2"); !strings.Contains(out, "No mock of it is recorded yet.") {
		t.Errorf("of a source without mocks it says %q", out)
	}
}

func TestWhatCannotBeSaidOfASourceNamesTheFlag(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	for _, x := range []struct {
		args   string
		status int
		want   string
	}{
		{"sources set", exitWrongUse, "needs the name of a source"},
		{"sources set A", exitWrongUse, "--easier N"},
		{"sources set A --easier 3 --harder 2", exitWrongUse, "--harder"},
		{"sources set A --easier -3", exitWrongUse, "--easier"},
		{"sources set A --official --third-party", exitWrongUse, "--third-party"},
		{"sources set A --sure 3", exitWrongUse, "--sure"},
		{"sources set A --learn --easier 3", exitWrongUse, "--learn"},
		{"sources list", exitWrongUse, "no subcommand"},
		{"sources set A --easier 29", exitCouldNot, "--easier: 29 points easier is out of range"},
		{"sources set A --harder 31", exitCouldNot, "--harder: 31 points harder is out of range"},
		{"sources set A --harder 3 --sure 16", exitCouldNot, "--sure: 16 is out of range"},
	} {
		r := c.run(strings.Fields(x.args)...)
		if r.status != x.status || !strings.Contains(r.err, x.want) || strings.Count(r.err, "\n") != 1 {
			t.Errorf("%s: status %d, %q", x.args, r.status, r.err)
		}
	}
	if r := c.run("sources", "set", " ", "--learn"); r.status != exitCouldNot || !strings.Contains(r.err, "NAME: ") {
		t.Errorf("a source without a name: status %d, %q", r.status, r.err)
	}
	var v sourcesAnswer
	if c.mustJSON(&v, "sources"); len(v.Sources) != 0 {
		t.Errorf("stored is %+v", v)
	}
}

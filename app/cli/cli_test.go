package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"milepost/data/interchange"
	"milepost/planner"
	"milepost/resources"
)

// terminal is a person at a command line: a data file, a fixed day, IDs that count up.
type terminal struct {
	t    *testing.T
	data string
	ids  int
}

func newTerminal(t *testing.T) *terminal {
	return &terminal{t: t, data: filepath.Join(t.TempDir(), "study.db")}
}

// result is what a command answered.
type result struct {
	status   int
	out, err string
}

func (c *terminal) run(args ...string) result { return c.feed("", args...) }

func (c *terminal) feed(stdin string, args ...string) result {
	return c.feedFrom(strings.NewReader(stdin), args...)
}

func (c *terminal) feedFrom(stdin io.Reader, args ...string) result {
	var out, errs bytes.Buffer
	status := Run(context.Background(), args, Env{
		Stdin: stdin, Stdout: &out, Stderr: &errs,
		Getenv: func(key string) string {
			return map[string]string{"MILEPOST_DATA": c.data, "MILEPOST_TODAY": "2026-11-23"}[key]
		},
		Now:         func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) },
		NewID:       func() string { c.ids++; return fmt.Sprintf("00000000-0000-4000-8000-%012d", c.ids) },
		DefaultData: c.data,
		Version:     "test",
		Catalogue:   testCatalogue,
		Window:      func(context.Context, WindowRequest) error { return nil },
	})
	return result{status, out.String(), errs.String()}
}

func testCatalogue() ([]planner.Exam, error) {
	files, err := fs.Sub(resources.ExamFiles, "exams")
	if err != nil {
		return nil, err
	}
	return interchange.Catalogue(files)
}

// must runs a command that has to succeed.
func (c *terminal) must(args ...string) string {
	c.t.Helper()
	r := c.run(args...)
	if r.status != exitDone {
		c.t.Fatalf("milepost %s: status %d: %s", strings.Join(args, " "), r.status, r.err)
	}
	return r.out
}

// mustJSON runs a reading command with --json and reads its answer.
func (c *terminal) mustJSON(into any, args ...string) {
	c.t.Helper()
	if err := json.Unmarshal([]byte(c.must(append(args, "--json")...)), into); err != nil {
		c.t.Fatalf("milepost %s: %v", strings.Join(args, " "), err)
	}
}

// setUp makes the study of the documentation's example.
func (c *terminal) setUp() {
	c.t.Helper()
	c.must("study", "new", "--exam", "isc2-issmp-2025", "--date", "2027-02-04", "--hours", "mon=60,tue=60,thu=60,fri=40,sat=120,sun=30",
		"--off", "2026-12-24..2027-01-01", "--rating", "d1=4", "--rating", "d4=1")
}

func TestTheMainRoad(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	var plan struct {
		Verdict  string
		Sessions []struct{ ID, Date, Status string }
	}
	c.mustJSON(&plan, "plan")
	if len(plan.Sessions) < 20 || plan.Verdict == "" {
		t.Fatalf("the plan has %d sessions and the verdict %q", len(plan.Sessions), plan.Verdict)
	}
	for _, s := range plan.Sessions {
		if s.Date >= "2026-12-24" && s.Date <= "2027-01-01" {
			t.Errorf("a session lies on the day off %s", s.Date)
		}
	}
	for _, m := range [][]string{
		{"--date", "2026-10-18", "--source", "Diagnostic", "--score", "61/125"},
		{"--date", "2026-11-04", "--source", "Official practice", "--official", "--score", "57/100", "--untimed"},
		{"--date", "2026-11-22", "--source", "Boson ExSim", "--domain", "d1=20/26", "--domain", "d2=14/19", "--domain", "d3=18/25", "--domain", "d4=13/22", "--domain", "d5=10/15", "--domain", "d6=14/18"},
	} {
		c.must(append([]string{"mock", "add"}, m...)...)
	}
	var readiness struct {
		Enough   bool
		Pass     *struct{ Today, ExamDay float64 }
		Evidence struct{ Mocks, Questions int }
	}
	c.mustJSON(&readiness, "readiness")
	if !readiness.Enough || readiness.Pass == nil || readiness.Evidence.Mocks != 3 || readiness.Evidence.Questions != 350 {
		t.Errorf("after three mocks: %+v", readiness)
	}
	for _, args := range [][]string{{"today"}, {"plan"}, {"check"}, {"readiness"}, {"mock", "list"}, {"study", "list"}, {"exams"}, {"verify"}} {
		if c.must(args...) == "" {
			t.Errorf("milepost %v prints nothing", args)
		}
	}
}

// A result that is recorded already and a mock from before the study are told apart from the answer, and count.
func TestOddMocksAreRemarkedUponAndCount(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	c.must("mock", "add", "--date", "2026-11-20", "--source", "Bank", "--score", "60/100")
	var list struct{ Mocks []struct{ ID string } }
	c.mustJSON(&list, "mock", "list")
	again := c.run("mock", "add", "--date", "2026-11-20", "--source", "bank", "--score", "60/100")
	if again.status != 0 || !strings.Contains(again.err, "2026-11-20 Bank 60/100, with the id "+list.Mocks[0].ID) || !strings.Contains(again.out, "Recorded bank, 60%") {
		t.Errorf("status %d, %q, %q", again.status, again.out, again.err)
	}
	if c.mustJSON(&list, "mock", "list"); len(list.Mocks) != 2 {
		t.Errorf("%d mocks are stored", len(list.Mocks))
	}
	early := c.run("mock", "add", "--date", "2026-01-20", "--source", "Bank", "--score", "50/100")
	if early.status != 0 || !strings.Contains(early.err, "before this study began") {
		t.Errorf("status %d, %q, %q", early.status, early.out, early.err)
	}
	if usual := c.run("mock", "add", "--date", "2026-11-23", "--source", "Bank", "--score", "61/100"); usual.err != "" {
		t.Errorf("an ordinary mock is remarked upon: %q", usual.err)
	}
}

func TestWhatWasRecordedCanBeTakenBack(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	c.must("mock", "add", "--date", "2026-11-20", "--source", "Bank", "--score", "60/100")
	if out := c.must("undo"); !strings.Contains(out, "Record mock") {
		t.Errorf("undo says %q", out)
	}
	var list struct{ Mocks []struct{ ID string } }
	c.mustJSON(&list, "mock", "list")
	if len(list.Mocks) != 0 {
		t.Errorf("%d mocks are left after undo", len(list.Mocks))
	}
	c.must("redo")
	c.mustJSON(&list, "mock", "list")
	if len(list.Mocks) != 1 {
		t.Fatalf("%d mocks after redo", len(list.Mocks))
	}
	c.must("mock", "remove", list.Mocks[0].ID)
	c.mustJSON(&list, "mock", "list")
	if len(list.Mocks) != 0 {
		t.Errorf("the mock is still there after remove")
	}
}

func TestASessionIsDoneMovedPinnedAndSkipped(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	type session struct {
		ID, Date, Status string
		Pinned           bool
		DoneMinutes      int `json:"done_minutes"`
	}
	var plan struct{ Sessions []session }
	find := func(id string) session {
		c.mustJSON(&plan, "plan")
		for _, s := range plan.Sessions {
			if s.ID == id {
				return s
			}
		}
		t.Fatalf("the session %s has gone", id)
		return session{}
	}
	c.mustJSON(&plan, "plan")
	first, later := plan.Sessions[0].ID, plan.Sessions[6].ID
	if plan.Sessions[0].Date != "2026-11-23" {
		t.Fatalf("the first session is on %s, not today", plan.Sessions[0].Date)
	}
	c.must("done", first, "--minutes", "50")
	if s := find(first); s.Status != "done" || s.DoneMinutes != 50 {
		t.Errorf("after done: %+v", s)
	}
	c.must("move", later, "2026-12-12")
	if s := find(later); s.Date != "2026-12-12" || !s.Pinned {
		t.Errorf("after move: %+v", s)
	}
	c.must("off", "2026-11-26")
	if s := find(later); s.Date != "2026-12-12" {
		t.Errorf("a day off moved the pinned session to %s", s.Date)
	}
	if s := find(first); s.Status != "done" {
		t.Errorf("a day off changed what was done: %+v", s)
	}
	for _, s := range plan.Sessions {
		if s.Date == "2026-11-26" {
			t.Errorf("the session %s lies on the new day off", s.ID)
		}
	}
	c.must("skip", later)
	if s := find(later); s.Status != "skipped" {
		t.Errorf("after skip: %+v", s)
	}
}

func TestWrongUseNamesTheFlagAndWritesNothing(t *testing.T) {
	cases := []struct {
		args   string
		status int
		names  string
	}{
		{"nonsense", exitWrongUse, "nonsense"},
		{"today --jsn", exitWrongUse, "--jsn"},
		{"study new --date 2027-02-04", exitWrongUse, "--exam"},
		{"study new --exam nope --date 2027-02-04", exitWrongUse, "--exam"},
		{"study new --exam isc2-issmp-2025", exitWrongUse, "--date"},
		{"study new --exam isc2-issmp-2025 --date 2027-02-30", exitWrongUse, "--date"},
		{"study new --exam isc2-issmp-2025 --date 2020-02-03", exitCouldNot, "--date"},
		{"study new --exam isc2-issmp-2025 --date 2027-02-04 --hours mon=x", exitWrongUse, "--hours"},
		{"study new --exam isc2-issmp-2025 --date 2027-02-04 --hours mon=5000", exitWrongUse, "--hours"},
		{"study new --exam isc2-issmp-2025 --date 2027-02-04 --off x", exitWrongUse, "--off"},
		{"study new --exam isc2-issmp-2025 --date 2027-02-04 --rating d9=3", exitWrongUse, "--rating"},
		{"study new --exam isc2-issmp-2025 --date 2027-02-04 --rating d1=9", exitWrongUse, "--rating"},
		{"mock add --source A --score 1/2", exitWrongUse, "--date"},
		{"mock add --date 2026-11-01 --score 1/2", exitWrongUse, "--source"},
		{"mock add --date 2026-11-01 --source A", exitWrongUse, "--score"},
		{"mock add --date 2026-11-01 --source A --score 3/2", exitWrongUse, "--score"},
		{"mock add --date 2026-11-01 --source A --domain d1=30/26", exitWrongUse, "--domain d1"},
		{"plan --from x", exitWrongUse, "--from"},
		{"readiness --on x", exitWrongUse, "--on"},
		{"sample", exitWrongUse, "--out"},
		{"done", exitWrongUse, "session"},
		{"today", exitCouldNot, "study.db"},
		{"today --today 2026-02-30", exitWrongUse, "--today"},
	}
	for _, tc := range cases {
		c := newTerminal(t)
		r := c.run(strings.Fields(tc.args)...)
		if r.status != tc.status || !strings.Contains(r.err, tc.names) {
			t.Errorf("milepost %s: status %d (want %d), %q (should name %s)", tc.args, r.status, tc.status, r.err, tc.names)
		}
		if r.out != "" || strings.Count(r.err, "\n") != 1 {
			t.Errorf("milepost %s: one sentence on standard error is wanted, got %q and %q", tc.args, r.out, r.err)
		}
		if files, _ := filepath.Glob(c.data + "*"); len(files) > 0 {
			t.Errorf("milepost %s left %v behind", tc.args, files)
		}
	}
}

func TestWhatDependsOnTheStudyIsRefusedWithoutATrace(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	before := c.must("plan", "--json")
	for args, names := range map[string]string{
		"mock add --date 2026-12-01 --source A --score 1/2":     "--date",
		"mock add --date 2026-11-01 --source A --domain d9=1/2": "d9",
		"mock remove nope": "nope", "done nope": "nope", "move nope 2026-12-01": "nope", "study open nope": "nope",
		"off 2020-01-01": "DATE", "redo": "redo",
	} {
		r := c.run(strings.Fields(args)...)
		if r.status != exitCouldNot || !strings.Contains(r.err, names) {
			t.Errorf("milepost %s: status %d, %q (should name %s)", args, r.status, r.err, names)
		}
	}
	if after := c.must("plan", "--json"); after != before {
		t.Error("a refused command changed the plan")
	}
}

func TestAForeignFileIsToldAndLeftAlone(t *testing.T) {
	c := newTerminal(t)
	if err := os.WriteFile(c.data, []byte("not a database at all"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{"verify", "today", "study new --exam isc2-issmp-2025 --date 2027-02-04"} {
		r := c.run(strings.Fields(args)...)
		if r.status != exitCouldNot || !strings.Contains(r.err, "study.db") {
			t.Errorf("milepost %s: status %d, %q", args, r.status, r.err)
		}
	}
	if b, err := os.ReadFile(c.data); err != nil || string(b) != "not a database at all" {
		t.Errorf("the file was changed to %q (%v)", b, err)
	}
}

func TestLinesAreAnsweredInOrderAndABadOneDoesNotStopTheOthers(t *testing.T) {
	c := newTerminal(t)
	good := `{"as_of":"2026-11-23","exam_date":"2027-02-04","domains":[{"id":"d1","weight":1}],"mocks":[{"date":"2026-11-01","source":"A","correct":%d,"total":100}]}`
	in := fmt.Sprintf(good, 50) + "\n{bad\n\n" + fmt.Sprintf(good, 90)
	r := c.feed(in, "estimate", "--lines")
	if r.status != exitDone {
		t.Fatal(r.err)
	}
	lines := strings.Split(strings.TrimSuffix(r.out, "\n"), "\n")
	if len(lines) != 4 {
		t.Fatalf("4 requests were answered by %d lines:\n%s", len(lines), r.out)
	}
	type answer struct {
		Error string
		Score struct{ Median float64 }
	}
	var answers [4]answer
	for i, line := range lines {
		if err := json.Unmarshal([]byte(line), &answers[i]); err != nil {
			t.Fatalf("line %d: %v", i, err)
		}
	}
	if answers[0].Error != "" || answers[1].Error == "" || answers[2].Error == "" || answers[3].Error != "" {
		t.Errorf("errors are at the wrong lines: %+v", answers)
	}
	if answers[0].Score.Median >= answers[3].Score.Median {
		t.Errorf("50 of 100 gives %v and 90 of 100 gives %v", answers[0].Score.Median, answers[3].Score.Median)
	}
}

func TestBuildTouchesNoFileAndItsWaysOutKeepTheirPromise(t *testing.T) {
	c := newTerminal(t)
	request := map[string]any{
		"today": "2026-11-23", "exam_date": "2027-02-04", "exam": "isc2-issmp-2025",
		"availability": map[string]int{"mon": 60, "tue": 60, "thu": 60, "sat": 180},
	}
	first := buildAnswer(t, c, request)
	if first.Verdict == "fits" || len(first.WaysOut) == 0 {
		t.Fatalf("six hours a week: verdict %s with %d ways out", first.Verdict, len(first.WaysOut))
	}
	for _, way := range first.WaysOut {
		changed := map[string]any{}
		for k, v := range request {
			changed[k] = v
		}
		for k, v := range way.Change {
			changed[k] = v
		}
		if got := buildAnswer(t, c, changed).Verdict; got != way.VerdictAfter {
			t.Errorf("%s %v: promised %s, brings %s", way.Kind, way.Change, way.VerdictAfter, got)
		}
	}
	if files, _ := filepath.Glob(c.data + "*"); len(files) > 0 {
		t.Errorf("build left %v behind", files)
	}
}

type builtAnswer struct {
	Verdict string
	WaysOut []struct {
		Kind         string
		VerdictAfter string `json:"verdict_after"`
		Change       map[string]any
	} `json:"ways_out"`
}

func buildAnswer(t *testing.T, c *terminal, request map[string]any) builtAnswer {
	t.Helper()
	text, err := json.Marshal(request)
	if err != nil {
		t.Fatal(err)
	}
	r := c.feed(string(text), "build")
	var out builtAnswer
	if r.status != exitDone {
		t.Fatalf("build %s: %s", text, r.err)
	}
	if err := json.Unmarshal([]byte(r.out), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestTheSampleIsTheSameEachTime(t *testing.T) {
	var answers [2]string
	for i := range answers {
		c := newTerminal(t)
		c.must("sample", "--out", c.data)
		answers[i] = c.must("plan", "--json") + c.must("mock", "list", "--json") + c.must("readiness", "--json")
		if r := c.run("sample", "--out", c.data); r.status != exitCouldNot {
			t.Error("the sample was written over an existing file")
		}
	}
	if answers[0] != answers[1] {
		t.Error("two samples differ")
	}
}

func TestTheGalleryNeedsNoDataFile(t *testing.T) {
	var asked []WindowRequest
	status := Run(t.Context(), []string{"--gallery"}, Env{
		Stdout: io.Discard, Stderr: io.Discard, Getenv: func(string) string { return "" },
		Window: func(_ context.Context, r WindowRequest) error { asked = append(asked, r); return nil },
	})
	if status != exitDone || len(asked) != 1 || asked[0] != (WindowRequest{Gallery: true}) {
		t.Errorf("status %d, asked for %+v", status, asked)
	}
}

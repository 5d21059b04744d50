package cli

import (
	"encoding/json"
	"strings"
	"testing"
)

// planned is what the tests read of a plan.
type planned struct {
	Sessions []struct{ ID, Date, Domain, Activity, Status string }
}

func newIssmp(t *testing.T) *terminal {
	c := newTerminal(t)
	c.must("study", "new", "--exam", "isc2-issmp-2025", "--date", "2027-02-04", "--hours", "mon=60,tue=60,thu=60,fri=40,sat=240,sun=30", "--rating", "d1=4", "--rating", "d4=1")
	return c
}

func TestRebalanceOfAFreshPlanChangesNothing(t *testing.T) {
	c := newIssmp(t)
	var out struct {
		Difference struct {
			ChangedSessions int `json:"changed_sessions"`
			FutureSessions  int `json:"future_sessions"`
		}
	}
	c.mustJSON(&out, "rebalance")
	if out.Difference.ChangedSessions != 0 || out.Difference.FutureSessions < 50 {
		t.Errorf("%+v", out.Difference)
	}
	if text := c.must("rebalance"); !strings.Contains(text, "No session changes.") {
		t.Errorf("said %q", text)
	}
}

func TestRebalanceAppliesAndUndoBringsThePlanBack(t *testing.T) {
	c := newIssmp(t)
	var before, preview, after, back planned
	c.mustJSON(&before, "plan")
	// nothing was done for nine days
	c.mustJSON(&preview, "rebalance", "--today", "2026-12-02")
	c.mustJSON(&back, "plan")
	if !same(before, back) {
		t.Fatal("the preview stored something")
	}
	c.must("rebalance", "--today", "2026-12-02", "--apply", "--backlog", "spread")
	c.mustJSON(&after, "plan", "--today", "2026-12-02")
	for _, s := range after.Sessions {
		if s.Status == "missed" {
			t.Errorf("%s of %s is still missed", s.ID, s.Date)
		}
	}
	c.must("undo")
	c.mustJSON(&back, "plan")
	if !same(before, back) {
		t.Error("undo does not bring the plan back")
	}
}

func same(a, b planned) bool {
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	return string(x) == string(y)
}

func TestWhatIfStoresNothing(t *testing.T) {
	c := newIssmp(t)
	var before, after planned
	c.mustJSON(&before, "plan")
	for _, args := range []string{"--skip 2026-12-07..2026-12-13", "--minutes 15", "--minutes -30", "--date 2027-02-18", "--date 2027-01-10", "--mocks 1", "--mocks -1", "--target 85", "--hours sat=300"} {
		text := c.must(append([]string{"whatif"}, strings.Fields(args)...)...)
		if !strings.Contains(text, "Nothing is stored") || !strings.Contains(text, "Cushion") {
			t.Errorf("%s said %q", args, text)
		}
	}
	c.mustJSON(&after, "plan")
	if !same(before, after) {
		t.Error("a question changed the plan")
	}
}

func TestRebalanceStateless(t *testing.T) {
	c := newTerminal(t)
	request := `"exam_date": "2027-02-04", "exam": "isc2-issmp-2025", "start": "2026-11-23", "availability": {"mon": 60, "tue": 60, "thu": 60, "fri": 40, "sat": 240, "sun": 30}`
	var built struct{ Sessions json.RawMessage }
	if err := json.Unmarshal([]byte(c.feed(`{"today": "2026-11-23", `+request+`}`, "build").out), &built); err != nil {
		t.Fatal(err)
	}
	rebalance := func(extra string) (out struct {
		Difference struct {
			ChangedSessions int `json:"changed_sessions"`
			Moved           []struct{ ID, From, To, Reason string }
			Removed         []struct{ Date, Reason string }
		}
		Sessions []struct{ Date string }
	}) {
		r := c.feed(`{`+request+`, "plan": `+string(built.Sessions)+extra+`}`, "rebalance", "--stateless")
		if err := json.Unmarshal([]byte(r.out), &out); err != nil {
			t.Fatalf("%v: %s %s", err, r.out, r.err)
		}
		return out
	}
	if out := rebalance(`, "today": "2026-11-23"`); out.Difference.ChangedSessions != 0 {
		t.Errorf("nothing happened, and %d sessions change", out.Difference.ChangedSessions)
	}
	out := rebalance(`, "today": "2026-11-23", "days_off": ["2026-12-05"]`)
	if out.Difference.ChangedSessions == 0 {
		t.Error("a day off changes nothing")
	}
	for _, s := range out.Sessions {
		if s.Date == "2026-12-05" {
			t.Error("a session lies on the day off")
		}
	}
	for _, bad := range []struct{ extra, field string }{
		{`, "today": "2026-11-23", "steadiness": "very"`, "steadiness"},
		{`, "today": "2026-11-23", "backlog": "burn"`, "backlog"},
		{`, "today": "2026-11-23", "published_days": -1`, "published_days"},
		{`, "today": "2026-11-23", "pinned": [{"id": "x", "date": "2026-12-01", "activity": "learn", "minutes": 30}]`, "pinned"},
	} {
		r := c.feed(`{`+request+`, "plan": `+string(built.Sessions)+bad.extra+`}`, "rebalance", "--stateless")
		if r.status != exitCouldNot || !strings.Contains(r.err, bad.field) {
			t.Errorf("%s: status %d, %q", bad.extra, r.status, r.err)
		}
	}
}

// A month of sessions that took half as long again makes the first pass longer and its end later, in the window's words and in JSON.
func TestCheckTellsThePaceOfWhatWasLogged(t *testing.T) {
	c := newIssmp(t)
	var plan planned
	c.mustJSON(&plan, "plan")
	type answer struct {
		Pace struct {
			Activities []struct {
				Activity string
				Factor   float64
				Sessions int
			}
			Kept float64
		}
		FirstPass struct {
			Left                  int `json:"left_minutes"`
			Early, Expected, Late string
		} `json:"first_pass"`
	}
	var before, after answer
	c.mustJSON(&before, "check", "--today", "2026-12-14")
	done := 0
	for _, s := range plan.Sessions {
		if s.Date < "2026-12-14" && s.Activity == "learn" {
			c.must("done", s.ID, "--minutes", "90", "--today", s.Date)
			done++
		}
	}
	c.mustJSON(&after, "check", "--today", "2026-12-14")
	learn := after.Pace.Activities[0]
	if learn.Activity != "learn" || learn.Sessions != done || learn.Factor < 1.15 || learn.Factor > 2 {
		t.Errorf("the pace of reading is %+v after %d sessions of 90 minutes", learn, done)
	}
	if before.Pace.Activities[0].Factor != 1 || before.Pace.Kept >= 1 {
		t.Errorf("with nothing done the pace is %+v", before.Pace)
	}
	if f := after.FirstPass; f.Left == 0 || f.Early == "" || f.Early > f.Expected || f.Late != "" && f.Late < f.Expected {
		t.Errorf("the first pass is done %+v", f)
	}
	text := c.must("check", "--today", "2026-12-14")
	for _, want := range []string{"First pass done ", "Reading takes you "} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing from\n%s", want, text)
		}
	}
}

package cli

import (
	"strings"
	"testing"

	"milepost/app/wire"
)

// evenings sets a study up whose days begin at seven, Saturday at nine.
func evenings(t *testing.T) *terminal {
	t.Helper()
	c := newTerminal(t)
	c.must("study", "new", "--exam", "isc2-issmp-2025", "--date", "2027-02-04", "--hours", "mon=90,tue=90,thu=90,fri=90,sat=240",
		"--start-at", "mon=19:00, tue=19:00,thu=19:00,fri=23:30,sat=9:00", "--mock-at", "08:30")
	return c
}

func TestTimesOfTheDayArePrinted(t *testing.T) {
	c := evenings(t)
	var plan wire.BuildAnswer
	c.mustJSON(&plan, "plan")
	starts := make(map[string]int)
	for _, s := range plan.Sessions {
		starts[s.Start]++
		if s.Method == "" {
			t.Errorf("%+v has no method", s)
		}
		if s.Activity == "mock" && s.Start != "08:30" {
			t.Errorf("the mock on %s begins at %q", s.Date, s.Start)
		}
	}
	if starts["19:00"] == 0 || starts["09:00"] == 0 || starts["19:55"] == 0 || starts[""] == 0 {
		t.Errorf("times and how often: %v", starts)
	}
	text := c.must("plan", "--to", "2026-11-24")
	if !strings.Contains(text, "START") || !strings.Contains(text, "2026-11-23  19:00  s-") {
		t.Errorf("plan prints\n%s", text)
	}
	var today wire.TodayAnswer
	c.mustJSON(&today, "today")
	if today.Now == nil || today.Now.Start != "19:00" || today.Now.Method != "read" {
		t.Errorf("today answers %+v", today.Now)
	}
	if text := c.must("today"); !strings.Contains(text, "Now:  19:00 · ") {
		t.Errorf("today prints\n%s", text)
	}
}

func TestWithoutTimesNoneArePrinted(t *testing.T) {
	c := newTerminal(t)
	c.must("study", "new", "--exam", "isc2-issmp-2025", "--date", "2027-02-04", "--hours", "mon=60,sat=120")
	if out := c.must("plan"); strings.Contains(out, "START") {
		t.Errorf("plan prints\n%s", out)
	}
	if out := c.must("plan", "--json"); strings.Contains(out, `"start"`) || !strings.Contains(out, `"method": "questions"`) {
		t.Error("plan --json has times, or no methods")
	}
}

func TestBadTimesAreWrongUse(t *testing.T) {
	for _, bad := range [][]string{
		{"--start-at", "mon=25:00"},
		{"--start-at", "mon"},
		{"--start-at", "mon=19:00,someday=19:00"},
		{"--start-at", "mon=7pm"},
		{"--start-at", ","},
		{"--mock-at", "soon"},
		{"--mock-at", "24:00"},
	} {
		c := newTerminal(t)
		r := c.run(append([]string{"study", "new", "--exam", "isc2-issmp-2025", "--date", "2027-02-04", "--hours", "mon=60"}, bad...)...)
		if r.status != exitWrongUse || !strings.Contains(r.err, bad[0]) {
			t.Errorf("%v: status %d, %q", bad, r.status, r.err)
		}
	}
}

// A repaired plan counts what lies behind: sessions that stay keep their method.
func TestRebalanceKeepsMethods(t *testing.T) {
	c := evenings(t)
	var plan wire.BuildAnswer
	c.mustJSON(&plan, "plan")
	var first string
	for _, s := range plan.Sessions {
		if s.Date == "2026-11-23" && first == "" {
			first = s.ID
		}
	}
	c.must("done", first)
	var after wire.RebalanceAnswer
	c.mustJSON(&after, "rebalance")
	before := make(map[string]wire.Session)
	for _, s := range plan.Sessions {
		before[s.ID] = s
	}
	if len(after.Difference.Moved)+len(after.Difference.Altered)+len(after.Difference.Added)+len(after.Difference.Removed) > 0 {
		t.Fatalf("something changes: %+v", after.Difference)
	}
	for _, s := range after.Sessions {
		if was := before[s.ID]; was.Method != s.Method || was.Start != s.Start {
			t.Errorf("%+v was %+v", s, was)
		}
	}
}

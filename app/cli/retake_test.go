package cli

import (
	"strings"
	"testing"
)

func TestAFailedSittingAndItsRetake(t *testing.T) {
	c := newIssmp(t)
	c.must("result", "--today", "2027-02-06", "--date", "2027-02-04", "--failed", "--domain", "d1=near", "--domain", "d4=below", "--domain", "d2=61.5%")
	var before planned
	c.mustJSON(&before, "plan")
	var out struct {
		NotBefore string `json:"not_before"`
		Sittings  []struct {
			Date    string
			Domains map[string]any
		}
		Dates []struct {
			Date, Verdict string
			ExpectedScore float64 `json:"expected_score"`
		}
		Study *string
	}
	c.mustJSON(&out, "retake", "--today", "2027-02-06")
	if out.NotBefore != "2027-03-07" || len(out.Sittings) != 1 || out.Sittings[0].Domains["d2"] != 61.5 || out.Sittings[0].Domains["d4"] != "below" {
		t.Errorf("%+v", out)
	}
	if len(out.Dates) == 0 || out.Dates[0].Date != "2027-03-07" || out.Study != nil {
		t.Errorf("%+v", out)
	}
	if text := c.must("retake", "--today", "2027-02-06"); !strings.Contains(text, "Not before Sunday 7 March 2027.") {
		t.Errorf("said %q", text)
	}
	date := out.Dates[len(out.Dates)-1].Date
	if text := c.must("retake", "--today", "2027-02-06", "--date", date, "--apply"); !strings.Contains(text, "ISSMP, sitting 2 is planned and open.") {
		t.Errorf("said %q", text)
	}
	var after planned
	c.mustJSON(&after, "plan", "--today", "2027-02-06")
	for _, s := range after.Sessions {
		if s.Date < "2027-02-06" || s.Date >= date {
			t.Errorf("a session on %s", s.Date)
		}
	}
	c.must("undo")
	var back planned
	c.mustJSON(&back, "plan")
	if !same(before, back) {
		t.Error("undo does not bring the plan back")
	}
}

func TestResultAndRetakeRefuseByFlag(t *testing.T) {
	c := newIssmp(t)
	for _, tt := range []struct {
		args, want string
		status     int
	}{
		{"result --date 2026-11-20", "--passed or --failed", exitWrongUse},
		{"result --date 2026-11-20 --passed --failed", "--passed or --failed", exitWrongUse},
		{"result --failed", "--date", exitWrongUse},
		{"result --failed --date 2026-11-20 --domain d1", "--domain", exitWrongUse},
		{"result --failed --date 2026-11-20 --domain d1=superb", "domains.d1", exitCouldNot},
		{"result --failed --date 2026-11-20 --domain d1=NaN", "domains.d1", exitCouldNot},
		{"result --failed --date 2026-11-20 --domain zz=near", "domains.zz", exitCouldNot},
		{"result --failed --date 2027-11-20", "--date", exitCouldNot},
		{"retake", "record the result first", exitCouldNot},
		{"retake --apply", "--apply", exitWrongUse},
		{"retake --date tomorrow", "--date", exitWrongUse},
	} {
		r := c.run(strings.Fields(tt.args)...)
		if r.status != tt.status || !strings.Contains(r.err, tt.want) || strings.Count(r.err, "\n") != 1 {
			t.Errorf("%s: status %d, %q; want %d naming %s", tt.args, r.status, r.err, tt.status, tt.want)
		}
	}
}

// A stateless request carries sittings and takes the vendor's rule from the catalogue, unless it brings its own.
func TestBuildPlansARetake(t *testing.T) {
	c := newTerminal(t)
	const study = `"today":"2027-02-06","exam_date":"2027-03-01","exam":"isc2-issmp-2025","availability":{"mon":60,"wed":60,"sat":240}`
	const sat = `"sittings":[{"date":"2027-02-04","domains":{"d1":"above","d2":"below","d3":70}}]`
	for _, tt := range []struct {
		request string
		tooSoon bool
	}{
		{`{` + study + `,` + sat + `}`, true},
		{`{` + study + `,` + sat + `,"retake":{}}`, false},
		{`{` + study + `}`, false},
	} {
		r := c.feed(tt.request, "build")
		if r.status != exitDone || strings.Contains(r.out, "too-early-for-a-retake") != tt.tooSoon || strings.Contains(r.out, `"not_before": "2027-03-07"`) != tt.tooSoon {
			t.Errorf("%s: status %d, %s; too soon should be %v", tt.request, r.status, r.err, tt.tooSoon)
		}
	}
	for request, field := range map[string]string{
		`{` + study + `,"sittings":[{"date":"2027-02-04","domains":{"d1":"superb"}}]}`: "sittings[0].domains.d1",
		`{` + study + `,"sittings":[{"date":"2027-02-04","domains":{"d1":null}}]}`:     "sittings[0].domains.d1",
		`{` + study + `,"sittings":[{"date":"2027-02-04","domains":{"d1":[1]}}]}`:      "sittings[0].domains.d1",
		`{` + study + `,"sittings":[{"date":"2027-02-04","domains":{"zz":"near"}}]}`:   "sittings[0].domains.zz",
		`{` + study + `,"sittings":[{"date":"2028-02-04"}]}`:                           "sittings[0].date",
		`{` + study + `,"retake":{"wait_days":[-1]}}`:                                  "retake.wait_days[0]",
	} {
		if r := c.feed(request, "build"); r.status != exitCouldNot || !strings.HasPrefix(r.err, "milepost: "+field) {
			t.Errorf("%s: %d, %q; it should name %s", request, r.status, r.err, field)
		}
	}
}

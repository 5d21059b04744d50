package wire

import (
	"encoding/json"
	"strings"
	"testing"

	"milepost/planner"
	"milepost/planner/readiness"
)

// oneExam is a catalogue of one exam.
type oneExam struct{}

func (oneExam) Exam(id string) (planner.Exam, bool) {
	if id != "e1" {
		return planner.Exam{}, false
	}
	return planner.Exam{
		ID: "e1", Code: "E1", QuestionsMax: 100, Minutes: 120, HoursReference: 80, Pass: planner.PassMark{Kind: "scaled", Line: 0.7},
		Domains: []planner.Domain{{ID: "d1", Name: "One", Weight: 60}, {ID: "d2", Name: "Two", Weight: 40}},
	}, true
}

const goodBuild = `{"format": 1, "today": "2026-11-23", "exam_date": "2027-02-04", "exam": "e1", "availability": {"mon": 60, "sat": 120}}`

func TestDecodeBuildFillsWhatIsNotSaid(t *testing.T) {
	in, err := DecodeBuild([]byte(goodBuild), oneExam{})
	if err != nil {
		t.Fatal(err)
	}
	s := in.Request.Study
	if len(s.Domains) != 2 || s.MockMinutes != 120 || s.HoursReference != 80 || s.Buffer != planner.DefaultBuffer || s.MocksWanted != planner.MocksAuto {
		t.Errorf("defaults not taken from the exam: %+v", s)
	}
	if s.Availability.Weekday != [7]int{60, 0, 0, 0, 0, 120, 0} {
		t.Errorf("weekdays are %v", s.Availability.Weekday)
	}
	if s.Start != planner.MustDate("2026-11-23") {
		t.Errorf("the study starts on %s, not today", s.Start)
	}
}

func TestDecodeBuildKeepsAZeroThatWasGiven(t *testing.T) {
	in, err := DecodeBuild([]byte(strings.Replace(goodBuild, `"exam": "e1"`, `"exam": "e1", "buffer": 0, "mocks_wanted": 0`, 1)), oneExam{})
	if err != nil {
		t.Fatal(err)
	}
	if in.Request.Study.Buffer != 0 || in.Request.Study.MocksWanted != 0 {
		t.Errorf("buffer %v and mocks wanted %d were given as 0", in.Request.Study.Buffer, in.Request.Study.MocksWanted)
	}
}

func TestDecodeBuildOverridesADomainOfTheExam(t *testing.T) {
	in, err := DecodeBuild([]byte(strings.Replace(goodBuild, `"exam": "e1"`, `"exam": "e1", "domains": [{"id": "d1", "rating": 4}, {"id": "x", "weight": 3}]`, 1)), oneExam{})
	if err != nil {
		t.Fatal(err)
	}
	ds := in.Request.Study.Domains
	if len(ds) != 2 || ds[0].Name != "One" || ds[0].Rating != 4 || ds[0].Weight != 60 || ds[1].ID != "x" {
		t.Errorf("domains are %+v", ds)
	}
}

func TestDecodeBuildTellsOfReversedDaysOff(t *testing.T) {
	in, err := DecodeBuild([]byte(strings.Replace(goodBuild, `"exam": "e1"`, `"exam": "e1", "days_off": ["2027-01-01..2026-12-24"]`, 1)), oneExam{})
	if err != nil {
		t.Fatal(err)
	}
	if len(in.Notices) != 1 || in.Request.Study.Availability.Off[0].First != planner.MustDate("2026-12-24") {
		t.Errorf("notices %v, days off %v", in.Notices, in.Request.Study.Availability.Off)
	}
}

func TestStartsGoInAndTimesComeOut(t *testing.T) {
	in, err := DecodeBuild([]byte(strings.Replace(goodBuild, `"exam": "e1"`, `"exam": "e1", "starts": {"mon": "19:00", "sat": "9:30"}, "mock_start": "08:00"`, 1)), oneExam{})
	if err != nil {
		t.Fatal(err)
	}
	a := in.Request.Study.Availability
	if a.Start != [7]planner.TimeOfDay{0: planner.TimeAt(1140), 5: planner.TimeAt(570)} || a.MockStart != planner.TimeAt(480) {
		t.Errorf("starts are %v, of a mock %v", a.Start, a.MockStart)
	}
	p, err := planner.Build(in.Request)
	if err != nil {
		t.Fatal(err)
	}
	shown := planner.ShowAll(in.Request.Study, nil, p.Sessions)
	var first string
	for _, s := range EncodePlan(p, shown, nil).Sessions {
		if s.Method == "" {
			t.Errorf("%+v has no method", s)
		}
		if first == "" && s.Date == "2026-11-23" {
			first = s.Start
		}
		back, err := s.session() // what was written can be handed in again
		if err != nil || back.ID != s.ID {
			t.Errorf("%+v: %v", s, err)
		}
	}
	if first != "19:00" {
		t.Errorf("Monday begins at %q", first)
	}
}

func TestDecodeBuildNamesTheField(t *testing.T) {
	cases := []struct{ change, to, field string }{
		{`"format": 1`, `"format": 2`, "format"},
		{`"today": "2026-11-23"`, `"today": "2026-02-30"`, "today"},
		{`"today": "2026-11-23", `, ``, "today"},
		{`"exam_date": "2027-02-04"`, `"exam_date": "soon"`, "exam_date"},
		{`"exam": "e1"`, `"exam": "e1", "starts": {"mon": "19:00", "tue": "25:00"}`, "starts.tue"},
		{`"exam": "e1"`, `"exam": "e1", "starts": {"mon": ""}`, "starts.mon"},
		{`"exam": "e1"`, `"exam": "e1", "starts": {"mon": null}`, "starts.mon"},
		{`"exam": "e1"`, `"exam": "e1", "starts": {"monday": "19:00"}`, "starts.monday"},
		{`"exam": "e1"`, `"exam": "e1", "starts": {"mon": 19}`, "starts"},
		{`"exam": "e1"`, `"exam": "e1", "mock_start": "9 o'clock"`, "mock_start"},
		{`"exam_date": "2027-02-04"`, `"exam_dat": "2027-02-04"`, "exam_dat"},
		{`"exam": "e1"`, `"exam": "e2"`, "exam"},
		{`"exam": "e1", `, ``, "domains"},
		{`"exam": "e1"`, `"domains": [{"id": "d1"}]`, "domains[0].weight"},
		{`"exam": "e1"`, `"exam": "e1", "domains": [{"id": "d1", "rating": 6}]`, "domains[0].rating"},
		{`"exam": "e1"`, `"exam": "e1", "session_minutes": 0`, "session_minutes"},
		{`"exam": "e1"`, `"exam": "e1", "target": -1`, "target"},
		{`"exam": "e1"`, `"exam": "e1", "questions": "many"`, "questions"},
		{`"mon": 60`, `"moon": 60`, "availability.moon"},
		{`, "availability": {"mon": 60, "sat": 120}`, ``, "availability"},
		{`"exam": "e1"`, `"exam": "e1", "days": {"x": 1}`, "days"},
		{`"exam": "e1"`, `"exam": "e1", "days_off": ["2026-13-01"]`, "days_off[0]"},
		{`"exam": "e1"`, `"exam": "e1", "mocks": [{"date": "2026-11-01", "source": "A", "domains": {"d9": {"correct": 1, "total": 2}}}]`, "mocks[0].domains.d9"},
		{`"exam": "e1"`, `"exam": "e1", "mocks": [{"date": "2026-11-01", "source": "A", "correct": 3, "total": 2}]`, "mocks[0].correct"},
		{`"exam": "e1"`, `"exam": "e1", "mocks": [{"date": "2026-12-01", "source": "A", "correct": 1, "total": 2}]`, "mocks[0].date"},
		{`"exam": "e1"`, `"exam": "e1", "pinned": [{"id": "s", "date": "2026-12-01", "domain": "d9", "activity": "learn", "minutes": 30}]`, "pinned[0].domain"},
		{`"exam": "e1"`, `"exam": "e1", "pinned": [{"id": "s", "date": "2026-12-01", "domain": "d1", "activity": "nap", "minutes": 30}]`, "pinned[0].activity"},
	}
	for _, c := range cases {
		request := strings.Replace(goodBuild, c.change, c.to, 1)
		if request == goodBuild {
			t.Fatalf("the case %q changes nothing", c.to)
		}
		_, err := DecodeBuild([]byte(request), oneExam{})
		if got := planner.ErrorField(err); got != c.field {
			t.Errorf("%s: the error blames %q, not %q (%v)", c.to, got, c.field, err)
		}
	}
}

func TestDecodeEstimateNamesTheField(t *testing.T) {
	const good = `{"as_of": "2026-11-23", "exam_date": "2027-02-04", "domains": [{"id": "d1", "weight": 1}], "mocks": []}`
	if _, err := DecodeEstimate([]byte(good)); err != nil {
		t.Fatal(err)
	}
	cases := []struct{ change, to, field string }{
		{`"as_of": "2026-11-23"`, `"as_of": "x"`, "as_of"},
		{`, "mocks": []`, ``, "mocks"},
		{`"mocks": []`, `"mocks": [{"date": "2026-11-01", "source": "A", "correct": 3}]`, "mocks[0].total"},
		{`"mocks": []`, `"mocks": [], "pass_line": 1.2`, "pass_line"},
		{`"mocks": []`, `"mocks": [], "weekly_minutes": -5`, "weekly_minutes"},
		{`"mocks": []`, `"mocks": [], "last_studied": {"d1": "never"}`, "last_studied.d1"},
		{`"weight": 1`, `"wight": 1`, "wight"},
	}
	for _, c := range cases {
		_, err := DecodeEstimate([]byte(strings.Replace(good, c.change, c.to, 1)))
		if got := planner.ErrorField(err); got != c.field {
			t.Errorf("%s: the error blames %q, not %q (%v)", c.to, got, c.field, err)
		}
	}
}

func TestDecodeRefusesWhatIsNotOneObject(t *testing.T) {
	for _, text := range []string{"", "{", "[]", "null null", goodBuild + "{}", "\x00", `{"today": 5}`} {
		if _, err := DecodeBuild([]byte(text), oneExam{}); planner.ErrorField(err) == "" {
			t.Errorf("%q: no field is named: %v", text, err)
		}
	}
}

func FuzzDecodeBuild(f *testing.F) {
	f.Add([]byte(goodBuild))
	f.Add([]byte(`{"today":"2026-11-23","exam_date":"2027-02-04","domains":[{"id":"d","weight":1e308}],"availability":{}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		in, err := DecodeBuild(b, oneExam{})
		if err == nil && in.Request.Today.IsZero() {
			t.Errorf("a request without a day was accepted: %s", b)
		}
	})
}

func FuzzDecodeEstimate(f *testing.F) {
	f.Add([]byte(`{"as_of": "2026-11-23", "exam_date": "2027-02-04", "domains": [{"id": "d1", "weight": 1}], "mocks": [{"date": "2026-11-01", "source": "A", "percent": 66}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		in, err := DecodeEstimate(b)
		if err == nil && in.AsOf.IsZero() {
			t.Errorf("a request without a day was accepted: %s", b)
		}
	})
}

func TestEmptyListsAreWrittenAsLists(t *testing.T) {
	b, err := json.Marshal(EncodePlan(planner.Plan{}, nil, nil))
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"allocation", "milestones", "sessions", "ways_out", "notices"} {
		if !strings.Contains(string(b), `"`+key+`":[]`) {
			t.Errorf("%s is not an empty list in %s", key, b)
		}
	}
}

// A percentage with its number of questions is as good as a count.
func TestAPercentageWithItsQuestionsIsACount(t *testing.T) {
	request := `{"as_of":"2026-11-23","exam_date":"2027-02-04","domains":[{"id":"d1","weight":1}],"mocks":[{"date":"2026-11-10","source":"B","percent":66,"total":%s}]}`
	in, err := DecodeEstimate([]byte(strings.Replace(request, "%s", "50", 1)))
	if err != nil || in.Mocks[0].Correct != 33 || in.Mocks[0].Total != 50 {
		t.Errorf("%+v, %v", in.Mocks, err)
	}
	for _, total := range []string{"0", "-5", "1.5"} {
		if _, err := DecodeEstimate([]byte(strings.Replace(request, "%s", total, 1))); err == nil {
			t.Errorf("a percentage of %s questions is taken", total)
		}
	}
	in, err = DecodeEstimate([]byte(strings.Replace(strings.Replace(request, "66", "101", 1), "%s", "50", 1)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := readiness.Estimate(in); planner.ErrorField(err) != "mocks[0].percent" {
		t.Errorf("101 %% of 50 questions: %v", err)
	}
}

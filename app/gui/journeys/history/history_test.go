package history_test

import (
	"encoding/json"
	"strings"
	"testing"

	"milepost/app/gui/journeys/history"
)

const export = `{"format": 1, "studies": [{"id": "s", "start": "2026-10-24", "exam_date": "2027-02-04",
	"sessions": [{"id": "a", "date": "2026-10-25", "status": "done"}, {"id": "b", "date": "2026-12-01", "status": "planned"}],
	"mocks": [{"id": "m", "date": "2026-11-01", "domains": [{"domain": "d1", "correct": 80, "total": 100}]}],
	"forecasts": [{"day": "2026-11-02", "median": 0.61}]}]}`

type study struct {
	Start    string
	Sessions []struct{ ID, Date string }
	Mocks    []struct {
		ID, Date string
		Domains  []struct{ Correct, Total int }
	}
	Forecasts []struct{ Day string }
}

func TestWhatHappenedIsRepeatedAndWhatIsPlannedIsNot(t *testing.T) {
	out, err := history.Lengthen([]byte(export), "2026-11-23", 3)
	if err != nil {
		t.Fatal(err)
	}
	var all struct{ Studies []study }
	if err := json.Unmarshal(out, &all); err != nil {
		t.Fatal(err)
	}
	s := all.Studies[0]
	if s.Start != "2026-07-26" || len(s.Sessions) != 5 || len(s.Mocks) != 4 || len(s.Forecasts) != 4 {
		t.Fatalf("it begins on %s with %d sessions, %d mocks, %d forecasts", s.Start, len(s.Sessions), len(s.Mocks), len(s.Forecasts))
	}
	if first, last := s.Sessions[0], s.Sessions[4]; first.ID != "a-3" || first.Date != "2026-07-27" || last.ID != "b" {
		t.Errorf("from %+v to %+v", first, last)
	}
	if m := s.Mocks[0]; m.Domains[0].Total != 100 || m.Domains[0].Correct == 80 || m.Domains[0].Correct < 60 {
		t.Errorf("the first mock is %+v", m)
	}
	again, err := history.Lengthen([]byte(export), "2026-11-23", 3)
	if err != nil || string(again) != string(out) {
		t.Error("a second time it is another one", err)
	}
}

func TestAnExportThatCannotBeLengthenedNamesWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		"{": "read the export", `{"studies": []}`: "0 studies", `{"studies": [1]}`: "json.Number", `{"studies": [{"start": "soon"}]}`: "start",
		strings.Replace(export, "2026-10-24", "2026-11-23", 1): "today",
		strings.Replace(export, `"mocks"`, `"other"`, 1):       "mocks: missing",
		strings.Replace(export, "2026-11-02", "2026-1-2", 1):   "forecasts",
	} {
		if _, err := history.Lengthen([]byte(text), "2026-11-23", 1); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

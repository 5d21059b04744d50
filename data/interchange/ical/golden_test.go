package ical_test

import (
	"cmp"
	"os"
	"testing"
	"time"

	"milepost/data/interchange/ical"
	"milepost/planner"
)

// sample has an event of every kind.
func sample() ical.Calendar {
	return ical.Calendar{
		Name:      "Study plan: ISSMP, spring",
		ProductID: "-//Milepost//Milepost 0.1//EN",
		Events: []ical.Event{
			{
				UID: ical.UID("plan", "exam"), Revised: time.Date(2026, 3, 1, 9, 15, 0, 0, time.UTC),
				Day: planner.MustDate("2026-06-01"), Summary: "Exam day", Busy: true,
				HasAlarm: true, AlarmMinutes: 14 * 60,
			},
			{
				UID: ical.UID("plan", "1"), Revised: time.Date(2026, 3, 1, 9, 15, 7, 0, time.UTC), Sequence: 2,
				Day: planner.MustDate("2026-03-02"), Start: planner.TimeAt(19 * 60), Minutes: 45,
				Summary:     "Practise: Security, 45 min",
				Description: "Read chapter 3; then answer questions.\nNotes are in C:\\notes – bring 📚, a pen and the résumé of last week’s answers.",
				Categories:  []string{"Study", "Risk, law"}, Busy: true, HasAlarm: true, AlarmMinutes: 15,
			},
			{
				UID: ical.UID("plan", "2"), Revised: time.Date(2026, 3, 1, 9, 15, 7, 0, time.UTC),
				Day: planner.MustDate("2026-03-31"), Start: planner.TimeAt(23*60 + 15), Minutes: 90, Summary: "למידה – מבחן לדוגמה", Cancelled: true,
			},
			{
				UID: ical.UID("plan", "3"), Revised: time.Date(2026, 3, 1, 9, 15, 7, 0, time.UTC),
				Day: planner.MustDate("2026-03-14"), Start: planner.TimeAt(0), Minutes: 24 * 60, Summary: "A whole day", HasAlarm: true,
			},
		},
	}
}

// The file is kept so that a change of what is written is seen in review. To take a change over, replace it by the
// file that the failing test leaves in testdata/failed.
func TestTheSampleIsWrittenAsEver(t *testing.T) {
	const kept = "testdata/sample.ics"
	want, err := os.ReadFile(kept)
	if err != nil {
		t.Error(err)
	}
	got := encode(t, sample())
	if got == string(want) {
		return
	}
	const failed = "testdata/failed"
	t.Errorf("it is not %s byte for byte; see %s", kept, failed)
	if err := cmp.Or(os.MkdirAll(failed, 0o755), os.WriteFile(failed+"/sample.ics", []byte(got), 0o644)); err != nil {
		t.Error(err)
	}
}

package ical_test

import (
	"bytes"
	"testing"
	"time"

	"milepost/data/interchange/ical"
	"milepost/data/interchange/ical/icaltest"
	"milepost/planner"
)

// Whatever the fields hold, a calendar is refused by field and not written, or written cleanly and comes back.
func FuzzEncode(f *testing.F) {
	f.Add("Study plan", "1@example", "Practise", "a;b,c\\d\r\ne", "Study", 2026, 61, 1140, 45, int64(1772356500), 15)
	f.Add("", "", "\xff", "\u2028📚", "\x00", 9999, 365, -1, 1440, int64(-1), -1)
	f.Add("\t", "a,b", " ", "\xf0\x9f", ",", 0, 0, 0, 1440, int64(1)<<62, 1<<30)
	f.Fuzz(func(t *testing.T, name, uid, summary, description, category string, year, day, start, minutes int, revised int64, number int) {
		e := ical.Event{
			UID: uid, Revised: time.Unix(revised, 0), Sequence: number,
			Day: planner.Date{Year: year, Month: time.Month(day / 31), Day: day % 31}, Start: planner.TimeOfDay(start), Minutes: minutes,
			Summary: summary, Description: description, Categories: []string{category, name},
			Busy: number%2 == 0, Cancelled: number%3 == 0, HasAlarm: number%5 == 0, AlarmMinutes: number,
		}
		c := ical.Calendar{Name: name, ProductID: "-//" + name, Events: []ical.Event{e}}
		var out bytes.Buffer
		if err := ical.Encode(&out, c); err != nil {
			if planner.ErrorField(err) == "" || out.Len() > 0 {
				t.Fatalf("blames no field, or wrote %d bytes: %v", out.Len(), err)
			}
			return
		}
		if found := icaltest.Lint(out.Bytes()); len(found) > 0 {
			t.Fatalf("%q in\n%s", found, out.String())
		}
		comesBack(t, c, out.Bytes())
	})
}

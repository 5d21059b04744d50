package ical_test

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"milepost/data/interchange/ical"
	"milepost/data/interchange/ical/icaltest"
	"milepost/planner"
)

// lesson is an event with all that an event needs.
func lesson() ical.Event {
	return ical.Event{
		UID: ical.UID("plan", "1"), Revised: time.Date(2026, 3, 1, 9, 15, 0, 0, time.UTC),
		Day: planner.MustDate("2026-03-02"), Start: planner.TimeAt(19 * 60), Minutes: 45, Summary: "Practise",
	}
}

// calendar is a calendar of those events.
func calendar(events ...ical.Event) ical.Calendar {
	return ical.Calendar{Name: "Study plan", ProductID: "-//Milepost//Milepost 0.1//EN", Events: events}
}

// changed is a lesson with a change.
func changed(change func(*ical.Event)) ical.Event {
	e := lesson()
	change(&e)
	return e
}

// encode writes a calendar that must be right, and looks it over.
func encode(t testing.TB, c ical.Calendar) string {
	t.Helper()
	var out bytes.Buffer
	if err := ical.Encode(&out, c); err != nil {
		t.Fatal(err)
	}
	if found := icaltest.Lint(out.Bytes()); len(found) > 0 {
		t.Fatalf("%q\nin\n%s", found, out.String())
	}
	return out.String()
}

func TestWhatAnEventLooksLike(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*ical.Event)
		lines  string // separated by |, which all must be there
	}{
		{"a time", func(*ical.Event) {}, "DTSTART:20260302T190000|DTEND:20260302T194500|SUMMARY:Practise"},
		{"as it begins", func(*ical.Event) {}, "SEQUENCE:0|STATUS:CONFIRMED|TRANSP:TRANSPARENT|X-MICROSOFT-CDO-BUSYSTATUS:FREE"},
		{"past midnight", func(e *ical.Event) { e.Start, e.Minutes = planner.TimeAt(23*60+30), 90 }, "DTSTART:20260302T233000|DTEND:20260303T010000"},
		{"until midnight", func(e *ical.Event) { e.Start, e.Minutes = planner.TimeAt(23*60), 60 }, "DTSTART:20260302T230000|DTEND:20260303T000000"},
		{"into the new year", func(e *ical.Event) {
			e.Day, e.Start, e.Minutes = planner.MustDate("2026-12-31"), planner.TimeAt(23*60+59), 2
		}, "DTSTART:20261231T235900|DTEND:20270101T000100"},
		{"from midnight", func(e *ical.Event) { e.Start, e.Minutes = planner.TimeAt(0), 1439 }, "DTSTART:20260302T000000|DTEND:20260302T235900"},
		{"24 hours", func(e *ical.Event) { e.Start, e.Minutes = planner.TimeAt(60), 1440 }, "DTSTART:20260302T010000|DTEND:20260303T010000"},
		{
			"24 hours from midnight", func(e *ical.Event) { e.Start, e.Minutes = planner.TimeAt(0), 1440 },
			"DTSTART;VALUE=DATE:20260302|DTEND;VALUE=DATE:20260303",
		},
		{"a day", func(e *ical.Event) { e.Start, e.Minutes = 0, 0 }, "DTSTART;VALUE=DATE:20260302|DTEND;VALUE=DATE:20260303"},
		{"a day with a length", func(e *ical.Event) { e.Start = 0 }, "DTSTART;VALUE=DATE:20260302|DTEND;VALUE=DATE:20260303"},
		{"a leap day", func(e *ical.Event) { e.Day, e.Start = planner.MustDate("2028-02-28"), 0 }, "DTSTART;VALUE=DATE:20280228|DTEND;VALUE=DATE:20280229"},
		{"the first day there is", func(e *ical.Event) { e.Day = planner.NewDate(1, 1, 1) }, "DTSTART:00010101T190000"},
		{"the last end there is", func(e *ical.Event) { e.Day, e.Minutes = planner.NewDate(9999, 12, 31), 299 }, "DTEND:99991231T235900"},
		{"revised elsewhere", func(e *ical.Event) {
			e.Revised = time.Date(2026, 1, 1, 0, 30, 59, 999_999_999, time.FixedZone("", 3600))
		}, "DTSTAMP:20251231T233059Z|LAST-MODIFIED:20251231T233059Z"},
		{"moved often", func(e *ical.Event) { e.Sequence = math.MaxInt32 }, "SEQUENCE:2147483647"},
		{"busy", func(e *ical.Event) { e.Busy = true }, "TRANSP:OPAQUE|X-MICROSOFT-CDO-BUSYSTATUS:BUSY"},
		{"cancelled", func(e *ical.Event) { e.Cancelled = true }, "STATUS:CANCELLED"},
		{
			"alarm", func(e *ical.Event) { e.HasAlarm, e.AlarmMinutes = true, 15 },
			"BEGIN:VALARM|ACTION:DISPLAY|TRIGGER:-PT15M|DESCRIPTION:Practise|END:VALARM",
		},
		{"alarm at once", func(e *ical.Event) { e.HasAlarm = true }, "TRIGGER:PT0M"},
		{"alarm of a day", func(e *ical.Event) { e.Start, e.HasAlarm, e.AlarmMinutes = 0, true, 1440 }, "TRIGGER:-PT1440M"},
		{"escaped", func(e *ical.Event) { e.Summary = `a\b;c,d:e"f"` }, `SUMMARY:a\\b\;c\,d:e"f"`},
		{"lines", func(e *ical.Event) { e.Description = "a\r\nb\rc\nd\u0085e\u2028f\u2029g\n\rh" }, `DESCRIPTION:a\nb\nc\nd\ne\nf\ng\n\nh`},
		{"control characters", func(e *ical.Event) { e.Summary = "\x00a\tb\x07\x1b\x7f\u009fc\v" }, "SUMMARY:a bc"},
		{"blanks", func(e *ical.Event) { e.Summary = "\n a" + strings.Repeat(" \x00", 21) + "b\t\r\n" }, "SUMMARY:a                    b"},
		{"broken UTF-8", func(e *ical.Event) { e.Summary = "Pr\xfcfung \xf0\x9f" }, "SUMMARY:Pr\uFFFDfung \uFFFD"},
		{"categories", func(e *ical.Event) { e.Categories = []string{"Study", "", "A,B;C", "\x07", "x\ny"} }, `CATEGORIES:Study,A\,B\;C,x\ny`},
	} {
		text := encode(t, calendar(changed(c.change)))
		for _, line := range strings.Split(c.lines, "|") {
			if !strings.Contains(text, "\r\n"+line+"\r\n") {
				t.Errorf("%s: %s is not in\n%s", c.name, line, text)
			}
		}
	}
}

func TestWhatIsEmptyIsLeftOut(t *testing.T) {
	c := calendar(changed(func(e *ical.Event) { e.Description, e.Categories, e.AlarmMinutes = "\x07", []string{""}, 15 }))
	c.Name = ""
	text := encode(t, c)
	for _, name := range []string{"NAME", "DESCRIPTION", "CATEGORIES", "VALARM", "TZID", "VTIMEZONE", "METHOD"} {
		if strings.Contains(text, name) {
			t.Errorf("%s is in\n%s", name, text)
		}
	}
}

func TestWhatCannotBeWrittenIsBlamed(t *testing.T) {
	for _, c := range []struct {
		field  string
		change func(*ical.Event)
	}{
		{"uid", func(e *ical.Event) { e.UID = "" }},
		{"uid", func(e *ical.Event) { e.UID = strings.Repeat("x", ical.MaxUID+1) }},
		{"uid", func(e *ical.Event) { e.UID = "a b" }},
		{"uid", func(e *ical.Event) { e.UID = "a,b" }},
		{"uid", func(e *ical.Event) { e.UID = "a;b" }},
		{"uid", func(e *ical.Event) { e.UID = `a\b` }},
		{"uid", func(e *ical.Event) { e.UID = "a\nb" }},
		{"uid", func(e *ical.Event) { e.UID = "ä" }},
		{"uid", func(e *ical.Event) { e.UID = "\xff" }},
		{"uid", func(e *ical.Event) { e.UID = "a\x7f" }},
		{"uid", func(e *ical.Event) { e.UID = "first" }},
		{"revised", func(e *ical.Event) { e.Revised = time.Time{} }},
		{"revised", func(e *ical.Event) { e.Revised = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC) }},
		{"revised", func(e *ical.Event) { e.Revised = time.Date(9999, 12, 31, 23, 30, 0, 0, time.FixedZone("", -3600)) }},
		{"revised", func(e *ical.Event) { e.Revised = time.Date(1, 1, 1, 0, 30, 0, 0, time.FixedZone("", 3600)) }},
		{"sequence", func(e *ical.Event) { e.Sequence = -1 }},
		{"sequence", func(e *ical.Event) { e.Sequence = math.MaxInt }},
		{"day", func(e *ical.Event) { e.Day = planner.Date{} }},
		{"day", func(e *ical.Event) { e.Day.Year = 0 }},
		{"day", func(e *ical.Event) { e.Day.Year = -5 }},
		{"day", func(e *ical.Event) { e.Day.Year = 10000 }},
		{"day", func(e *ical.Event) { e.Day.Year = math.MaxInt }},
		{"day", func(e *ical.Event) { e.Day = planner.Date{Year: 2027, Month: 2, Day: 29} }},
		{"day", func(e *ical.Event) { e.Day = planner.Date{Year: 2027, Month: 13, Day: 1} }},
		{"day", func(e *ical.Event) { e.Day, e.Start = planner.NewDate(9999, 12, 31), 0 }},
		{"day", func(e *ical.Event) { e.Day, e.Minutes = planner.NewDate(9999, 12, 31), 300 }},
		{"start", func(e *ical.Event) { e.Start = -1 }},
		{"start", func(e *ical.Event) { e.Start = 1441 }},
		{"minutes", func(e *ical.Event) { e.Minutes = 0 }},
		{"minutes", func(e *ical.Event) { e.Minutes = -45 }},
		{"minutes", func(e *ical.Event) { e.Minutes = 1441 }},
		{"minutes", func(e *ical.Event) { e.Minutes = math.MaxInt }},
		{"alarm_minutes", func(e *ical.Event) { e.HasAlarm, e.AlarmMinutes = true, -1 }},
		{"alarm_minutes", func(e *ical.Event) { e.HasAlarm, e.AlarmMinutes = true, ical.MaxAlarm+1 }},
		{"summary", func(e *ical.Event) { e.Summary = "" }},
		{"summary", func(e *ical.Event) { e.Summary = " \t\r\n\x00" }},
		{"summary", func(e *ical.Event) { e.Summary = strings.Repeat("x", ical.MaxText+1) }},
		{"description", func(e *ical.Event) { e.Description = strings.Repeat("x", ical.MaxText+1) }},
		{"categories[1]", func(e *ical.Event) { e.Categories = []string{"", strings.Repeat("x", ical.MaxText+1)} }},
	} {
		bad := changed(c.change)
		err := refuse(t, calendar(changed(func(e *ical.Event) { e.UID = "first" }), bad))
		if want := "events[1]." + c.field; planner.ErrorField(err) != want {
			t.Errorf("%v blames %q, not %s", err, planner.ErrorField(err), want)
		}
	}
	for field, c := range map[string]ical.Calendar{
		"name":       {Name: strings.Repeat("x", ical.MaxText+1), ProductID: "x", Events: []ical.Event{lesson()}},
		"product_id": {Events: []ical.Event{lesson()}},
	} {
		if err := refuse(t, c); planner.ErrorField(err) != field {
			t.Errorf("%v does not blame %s", err, field)
		}
	}
}

// refuse gives the error of a calendar that must not be written, not even in part.
func refuse(t *testing.T, c ical.Calendar) error {
	t.Helper()
	var w counter
	err := ical.Encode(&w, c)
	if err == nil || w.writes > 0 {
		t.Errorf("%d writes, and the error is %v", w.writes, err)
	}
	return err
}

func TestACalendarWithoutEventsIsRefused(t *testing.T) {
	if err := refuse(t, calendar()); !errors.Is(err, ical.ErrEmpty) {
		t.Errorf("the error is %v", err)
	}
}

// counter counts what is written to it, and fails if it is told to.
type counter struct {
	writes int
	err    error
}

func (w *counter) Write(b []byte) (int, error) {
	w.writes++
	return len(b), w.err
}

func TestTheFileLeavesInOnePiece(t *testing.T) {
	events := make([]ical.Event, 2000)
	for i := range events {
		events[i] = changed(func(e *ical.Event) { e.UID = ical.UID("plan", fmt.Sprint(i)) })
	}
	var w counter
	if err := ical.Encode(&w, calendar(events...)); err != nil || w.writes != 1 {
		t.Errorf("%d writes (%v)", w.writes, err)
	}
	full := &counter{err: errors.New("disk full")}
	if err := ical.Encode(full, calendar(lesson())); !errors.Is(err, full.err) {
		t.Errorf("the error of the writer became %v", err)
	}
}

func TestEventsAreOrderedByDayStartAndUID(t *testing.T) {
	at := func(uid, date string, start planner.TimeOfDay) ical.Event {
		return changed(func(e *ical.Event) { e.UID, e.Day, e.Start = uid, planner.MustDate(date), start })
	}
	given := []ical.Event{
		at("1", "2026-03-03", 0), at("e", "2026-03-02", planner.TimeAt(540)), at("0", "2026-03-02", planner.TimeAt(0)),
		at("d", "2026-03-02", planner.TimeAt(540)), at("b", "2026-03-02", 0), at("a", "2026-03-02", 0),
	}
	before := slices.Clone(given)
	text := encode(t, calendar(given...))
	if got := icaltest.Texts([]byte(text), "VEVENT", "UID"); strings.Join(got, "") != "ab0de1" {
		t.Errorf("the order is %v", got)
	}
	for i := range given {
		if given[i].UID != before[i].UID {
			t.Fatal("the caller's events were put in another order")
		}
	}
	slices.Reverse(given)
	if encode(t, calendar(given...)) != text {
		t.Error("the order they are given in makes a difference")
	}
}

func TestLongTextsComeBackWhole(t *testing.T) {
	for name, text := range map[string]string{
		"plain":           strings.Repeat("word ", 4000),
		"no blanks":       strings.Repeat("x", 20_000),
		"blanks":          strings.Repeat(strings.Repeat(" ", 20)+"x", 100),
		"wide blanks":     strings.Repeat(strings.Repeat("\u3000", 20)+"x\n", 100) + "x",
		"emoji":           strings.Repeat("👩🏽‍🚀📚", 1500),
		"right to left":   strings.Repeat("שלום, עולם; مرحبا ", 800),
		"combining marks": strings.Repeat("e\u0301\u0323", 4000) + strings.Repeat("\u0301", 1000),
		"escapes":         strings.Repeat(`\;,`+"\n", 3000),
		"backslashes":     strings.Repeat(`\`, 10_001),
		"the longest":     strings.Repeat("ü", ical.MaxText/2-1),
	} {
		for shift := range 3 { // so that folds fall differently
			want := strings.Repeat("y", shift) + strings.TrimSpace(text)
			file := encode(t, calendar(changed(func(e *ical.Event) { e.Description = want })))
			if got := icaltest.Texts([]byte(file), "VEVENT", "DESCRIPTION"); len(got) != 1 || got[0] != want {
				t.Errorf("%s, %d: came back as %.100q", name, shift, got)
			}
		}
	}
}

func TestUID(t *testing.T) {
	// Calendars of people hold this name: it must never change.
	if got, want := ical.UID("plan", "session"), "507f3e8a-e1c0-52a7-bb0d-d4c0744b4f73"; got != want {
		t.Errorf("it is %s, not %s", got, want)
	}
	seen := map[string]bool{}
	for _, p := range [][2]string{{"a", "bc"}, {"ab", "c"}, {"abc", ""}, {"", "abc"}, {"bc", "a"}, {"", ""}} {
		uid := ical.UID(p[0], p[1])
		if seen[uid] || len(uid) != 36 || uid[14] != '5' {
			t.Errorf("%q is named %s", p, uid)
		}
		seen[uid] = true
	}
}

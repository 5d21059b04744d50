package ical_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"pgregory.net/rapid"

	"milepost/data/interchange/ical"
	"milepost/data/interchange/ical/icaltest"
	"milepost/planner"
)

// cleaned is what must become of a text, said in another way than the package says it: character by character.
func cleaned(s string) string {
	var out []rune
	carriage := false
	blank := func(r rune) bool { return r != '\n' && unicode.Is(unicode.White_Space, r) }
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		after := carriage
		carriage = r == '\r'
		switch {
		case r == '\n' && after: // the second half of a line break
		case slices.Contains([]rune{'\n', '\r', 0x85, 0x2028, 0x2029}, r):
			out = append(out, '\n')
		case r == '\t':
			out = append(out, ' ')
		case r == 0x0b || r == 0x0c: // blank, and control characters too
		case !unicode.Is(unicode.Cc, r):
			out = append(out, r)
		}
		if n := len(out); n > 20 && !slices.ContainsFunc(out[n-21:], func(r rune) bool { return !blank(r) }) {
			out = out[:n-1]
		}
	}
	return strings.TrimFunc(string(out), unicode.IsSpace)
}

// drawText draws texts of all kinds, with more of what is awkward than chance would bring.
func drawText() *rapid.Generator[string] {
	awkward := []string{
		`\`, `\n`, ";", ",", ":", `"`, "\n", "\r\n", "\r", "\t", "\x00", "\x7f", "\u0085", "\u2028", "\xff", "\xf0\x9f", " ", "ä", "📚", "e\u0301", "ש", "\uFEFF", "END:VEVENT", "x",
		strings.Repeat(" ", 100), strings.Repeat("\u3000\u00a0", 20),
	}
	return rapid.OneOf(
		rapid.String(),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 200), func(b []byte) string { return string(b) }),
		rapid.Map(rapid.SliceOfN(rapid.SampledFrom(awkward), 0, 150), func(parts []string) string { return strings.Join(parts, "") }),
	)
}

// drawEvent draws an event that can be written.
func drawEvent(t *rapid.T, uid string) ical.Event {
	title := drawText().Filter(func(s string) bool { return cleaned(s) != "" })
	year := rapid.OneOf(rapid.IntRange(1, 9999), rapid.IntRange(2020, 2035), rapid.SampledFrom([]int{1, 999, 1000, 9998}))
	return ical.Event{
		UID:          uid,
		Revised:      time.Unix(rapid.Int64Range(-62_135_596_799, 253_402_300_799).Draw(t, "revised"), rapid.Int64Range(0, 999_999_999).Draw(t, "nanoseconds")),
		Sequence:     rapid.IntRange(0, 1<<31-1).Draw(t, "sequence"),
		Day:          planner.NewDate(min(year.Draw(t, "year"), 9998), 1, rapid.IntRange(1, 365).Draw(t, "day")),
		Start:        planner.TimeAt(rapid.IntRange(-1, 1439).Draw(t, "start")),
		Minutes:      rapid.OneOf(rapid.IntRange(1, 1440), rapid.Just(1440)).Draw(t, "minutes"),
		Summary:      title.Draw(t, "summary"),
		Description:  drawText().Draw(t, "description"),
		Categories:   rapid.SliceOfN(drawText(), 0, 4).Draw(t, "categories"),
		Busy:         rapid.Bool().Draw(t, "busy"),
		Cancelled:    rapid.Bool().Draw(t, "cancelled"),
		HasAlarm:     rapid.Bool().Draw(t, "has alarm"),
		AlarmMinutes: rapid.IntRange(0, ical.MaxAlarm).Draw(t, "alarm"),
	}
}

// Whatever is in it, a calendar is written cleanly, says what it was given, and is the same in whatever order it was given.
func TestAnyCalendarIsCleanAndComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := ical.Calendar{Name: drawText().Draw(t, "name"), ProductID: "x" + drawText().Draw(t, "product")}
		uids := rapid.SliceOfNDistinct(rapid.StringMatching(`[!-+\--:<-\[\]-~]{1,200}`), 1, 5, rapid.ID).Draw(t, "uids")
		for _, uid := range uids {
			c.Events = append(c.Events, drawEvent(t, uid))
		}
		var out, again bytes.Buffer
		if err := ical.Encode(&out, c); err != nil {
			t.Fatal(err)
		}
		if found := icaltest.Lint(out.Bytes()); len(found) > 0 {
			t.Fatalf("%q", found)
		}
		comesBack(t, c, out.Bytes())
		c.Events = rapid.Permutation(c.Events).Draw(t, "order")
		if err := ical.Encode(&again, c); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
			t.Fatalf("in another order it is another file (%v)", err)
		}
	})
}

// comesBack holds the texts of a file against the calendar, event by event.
func comesBack(t rapid.TB, c ical.Calendar, file []byte) {
	t.Helper()
	same := func(component, property string, want []string) {
		t.Helper()
		want = slices.DeleteFunc(want, func(s string) bool { return s == "" })
		if got := icaltest.Texts(file, component, property); !slices.Equal(got, want) {
			t.Fatalf("%s of %s came back as %q, not %q", property, component, got, want)
		}
	}
	same("VCALENDAR", "PRODID", []string{cleaned(c.ProductID)})
	same("VCALENDAR", "NAME", []string{cleaned(c.Name)})
	same("VCALENDAR", "X-WR-CALNAME", []string{cleaned(c.Name)})
	events := map[string]ical.Event{}
	for _, e := range c.Events {
		events[e.UID] = e
	}
	var summaries, descriptions, categories, alarms, starts, ends []string
	uids := icaltest.Texts(file, "VEVENT", "UID")
	for _, uid := range uids {
		e := events[uid]
		delete(events, uid)
		summaries = append(summaries, cleaned(e.Summary))
		descriptions = append(descriptions, cleaned(e.Description))
		for _, category := range e.Categories {
			categories = append(categories, cleaned(category))
		}
		if e.HasAlarm {
			alarms = append(alarms, cleaned(e.Summary))
		}
		start, end := span(e)
		starts, ends = append(starts, start), append(ends, end)
	}
	if len(uids) != len(c.Events) || len(events) > 0 {
		t.Fatalf("%d events came back as %d, without %d", len(c.Events), len(uids), len(events))
	}
	same("VEVENT", "SUMMARY", summaries)
	same("VEVENT", "DESCRIPTION", descriptions)
	same("VEVENT", "CATEGORIES", categories)
	same("VALARM", "DESCRIPTION", alarms)
	same("VEVENT", "DTSTART", starts)
	same("VEVENT", "DTEND", ends)
}

// span is when an event begins and ends, worked out by package time.
func span(e ical.Event) (start, end string) {
	begin := time.Date(e.Day.Year, e.Day.Month, e.Day.Day, 0, max(e.Start.Minutes(), 0), 0, 0, time.UTC)
	if e.Start.IsZero() || e.Start.Minutes() == 0 && e.Minutes == 24*60 {
		return begin.Format("20060102"), begin.AddDate(0, 0, 1).Format("20060102")
	}
	return begin.Format("20060102T150405"), begin.Add(time.Duration(e.Minutes) * time.Minute).Format("20060102T150405")
}

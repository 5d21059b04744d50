package widgets

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"milepost/planner"
)

var monday = planner.MustDate("2026-11-23")

func TestDatesPeopleWrite(t *testing.T) {
	for text, want := range map[string]string{
		"4 feb 2027": "2027-02-04", "4 February 2027": "2027-02-04", "Thursday 4 February 2027": "2027-02-04",
		"thu 4 feb": "2027-02-04", "4th feb 27": "2027-02-04", "Feb 4, 2027": "2027-02-04", "february 4": "2027-02-04",
		"2027-02-04": "2027-02-04", "2027/2/4": "2027-02-04", "4/2/2027": "2027-02-04", "4.2.27": "2027-02-04", "4/2": "2027-02-04",
		"  today ": "2026-11-23", "tomorrow": "2026-11-24", "yesterday": "2026-11-22",
		"+14": "2026-12-07", "+2w": "2026-12-07", "+ 2 weeks": "2026-12-07", "+1 day": "2026-11-24", "-3": "2026-11-20",
		"monday": "2026-11-30", "next fri": "2026-11-27", "23 nov": "2026-11-23", "22 nov": "2027-11-22",
		"29 feb": "2028-02-29", "1 sept 2027": "2027-09-01",
	} {
		got, err := ParseDateText(text, monday)
		if err != nil || got.String() != want {
			t.Errorf("%q: got %v, %v; want %s", text, got, err, want)
		}
	}
}

func TestDatesThatAreNone(t *testing.T) {
	for text, part := range map[string]string{
		"": "Write a date", "soon": "Write a date", "4": "Write a date", "4 feb 2027 10:00": "Write a date", "+x": "Write a date",
		"31/4/2027": "April has no day 31", "29 feb 2027": "February 2027 has 28 days", "2/14/2027": "the day comes first",
		"friday 4 february 2027": "is a Thursday", "4 feb 1815": "between 1900 and 2200", "31 dec 2201": "between 1900 and 2200", "4 feb 207": "Write a date",
		strings.Repeat("4 feb ", 20): "Write a date", "44/55/2027": "Write a date",
	} {
		d, err := ParseDateText(text, monday)
		if err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("%q: got %v, %v; want an error with %q", text, d, err, part)
		}
	}
}

func anyDate() *rapid.Generator[planner.Date] {
	least, most := planner.NewDate(planner.MinYear, 1, 1).DayNumber(), planner.NewDate(planner.MaxYear, 12, 31).DayNumber()
	return rapid.Map(rapid.IntRange(least, most), planner.DateFromDayNumber)
}

func TestDateTextIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, today := anyDate().Draw(t, "date"), anyDate().Draw(t, "today")
		for _, text := range []string{DateText(d), d.String(), d.Time().Format("2/1/2006"), d.Time().Format("Jan 2, 2006")} {
			if got, err := ParseDateText(text, today); err != nil || got != d {
				t.Fatalf("%q: got %v, %v", text, got, err)
			}
		}
	})
}

func TestMonthArithmetic(t *testing.T) {
	if got := addMonths(planner.MustDate("2027-01-31"), 1).String(); got != "2027-02-28" {
		t.Errorf("a month after 31 January 2027 is %s", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		d, start := anyDate().Draw(t, "date"), rapid.IntRange(1, 7).Draw(t, "start")
		n := rapid.IntRange(-30, 30).Draw(t, "months")
		if got := addMonths(d, n); (got.Year*12+int(got.Month))-(d.Year*12+int(d.Month)) != n || got.Day > d.Day {
			t.Fatalf("%v and %d months is %v", d, n, got)
		}
		begin := weekBegin(d, start)
		if begin.Weekday() != start || begin.After(d) || begin.DaysUntil(d) > 6 {
			t.Fatalf("the week of %v from weekday %d begins %v", d, start, begin)
		}
		last := monthOf(d).AddDays(daysIn(d) - 1)
		if weekBegin(monthOf(d), start).AddDays(7*weeksOf(d, start) - 1).Before(last) {
			t.Fatalf("%d weeks do not hold the month of %v", weeksOf(d, start), d)
		}
	})
}

func FuzzParseDateText(f *testing.F) {
	for _, text := range []string{"4 feb 2027", "2027-02-04", "4/2", "+14", "-3w", "next friday", "thu 4 feb", "29 feb", "+", "", "٤/٢"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ParseDateText(text, monday)
		if err != nil {
			if d != (planner.Date{}) || !strings.HasSuffix(err.Error(), ".") {
				t.Fatalf("%q: %v with %q", text, d, err)
			}
			return
		}
		if again, err := ParseDateText(DateText(d), monday); err != nil || again != d {
			t.Fatalf("%q gives %v, which reads back as %v, %v", text, d, again, err)
		}
	})
}

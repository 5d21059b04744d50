package planner

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseDate(t *testing.T) {
	for _, bad := range []string{"", "2027-02-29", "2027-13-01", "04.02.2027", "2027-2-4", "1066-01-01", "2027-02-04x", "9999-01-01"} {
		if d, err := ParseDate(bad); err == nil {
			t.Errorf("%q was read as %s", bad, d)
		}
	}
	if d, err := ParseDate("2028-02-29"); err != nil || d.Day != 29 {
		t.Errorf("a leap day was read as %s (%v)", d, err)
	}
}

func TestDateArithmetic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := DateFromDayNumber(rapid.IntRange(-20000, 80000).Draw(t, "day"))
		n := rapid.IntRange(-4000, 4000).Draw(t, "n")
		e := d.AddDays(n)
		if d.DaysUntil(e) != n {
			t.Fatalf("%s + %d = %s, which is %d days away", d, n, e, d.DaysUntil(e))
		}
		if (n < 0) != e.Before(d) || (n > 0) != e.After(d) {
			t.Fatalf("the order of %s and %s is wrong", d, e)
		}
		if weekday := int(d.Time().Weekday()+6)%7 + 1; weekday != d.Weekday() {
			t.Fatalf("%s is weekday %d, not %d", d, weekday, d.Weekday())
		}
		if m := d.Monday(); m.Weekday() != 1 || m.After(d) || m.DaysUntil(d) > 6 {
			t.Fatalf("the Monday of %s is %s", d, m)
		}
	})
}

// Every day of the years a date may have is what package time says it is.
func TestDayNumbersAgreeWithPackageTime(t *testing.T) {
	first := time.Date(MinYear, time.January, 1, 0, 0, 0, 0, time.UTC)
	for n := range (MaxYear - MinYear + 1) * 366 {
		at := first.AddDate(0, 0, n)
		d := DateOf(at)
		if got := d.DayNumber(); int64(got)*24*60*60 != at.Unix() || DateFromDayNumber(got) != d {
			t.Fatalf("%s is day %d, and that is %s", at.Format("2006-01-02"), got, DateFromDayNumber(got))
		}
	}
	if d := (Date{2026, 13, 32}); d.DayNumber() != MustDate("2027-02-01").DayNumber() {
		t.Errorf("an overflow is day %d", d.DayNumber())
	}
}

func TestDateOfIsWhatTheClockShows(t *testing.T) {
	zone := time.FixedZone("far east", 14*60*60)
	if d := DateOf(time.Date(2026, 11, 23, 0, 30, 0, 0, zone)); d != MustDate("2026-11-23") {
		t.Errorf("half past midnight in the far east is %s", d)
	}
}

func TestMergeRanges(t *testing.T) {
	in := []DateRange{
		{MustDate("2026-12-24"), MustDate("2027-01-01")}, {MustDate("2026-12-20"), MustDate("2026-12-23")}, {MustDate("2027-01-16"), MustDate("2027-01-16")},
		{MustDate("2026-12-30"), MustDate("2026-12-31")},
	}
	got := MergeRanges(in)
	if len(got) != 2 || got[0].String() != "2026-12-20..2027-01-01" || got[1].String() != "2027-01-16" {
		t.Errorf("merged to %v", got)
	}
	if in[0].First != MustDate("2026-12-24") {
		t.Error("the input was changed")
	}
}

func TestAvailabilityOrder(t *testing.T) {
	day := MustDate("2026-12-05") // a Saturday
	a := Availability{Weekday: [7]int{5: 120}, Days: []DayMinutes{{day, 180}}}
	if a.Minutes(day) != 180 || a.Minutes(day.AddDays(7)) != 120 || a.Minutes(day.AddDays(1)) != 0 {
		t.Error("an override does not win over its weekday")
	}
	a.Off = []DateRange{{day, day}}
	if a.Minutes(day) != 0 {
		t.Error("a day off does not win over an override")
	}
}

func TestMockValidateNamesTheField(t *testing.T) {
	domains := []StudyDomain{{Domain: Domain{ID: "d1", Weight: 1}}}
	today := MustDate("2026-11-23")
	good := Mock{Date: today, Source: "Bank", Correct: 7, Total: 10}
	if err := good.Validate(domains, today); err != nil {
		t.Fatal(err)
	}
	cases := map[string]struct {
		change func(*Mock)
		field  string
	}{
		"no date":           {func(m *Mock) { m.Date = Date{} }, "date"},
		"future":            {func(m *Mock) { m.Date = today.AddDays(1) }, "date"},
		"no source":         {func(m *Mock) { m.Source = "  " }, "source"},
		"correct above":     {func(m *Mock) { m.Correct = 11 }, "correct"},
		"negative":          {func(m *Mock) { m.Correct = -1 }, "correct"},
		"no questions":      {func(m *Mock) { m.Correct, m.Total = 0, 0 }, "score"},
		"huge":              {func(m *Mock) { m.Total = 1 << 40 }, "correct"},
		"percent":           {func(m *Mock) { m.HasPercent, m.Percent = true, 101 }, "percent"},
		"percent NaN":       {func(m *Mock) { m.HasPercent, m.Percent = true, math.NaN() }, "percent"},
		"unknown domain":    {func(m *Mock) { m.Domains = []DomainScore{{"d9", 1, 2}} }, "domains.d9"},
		"domain twice":      {func(m *Mock) { m.Domains = []DomainScore{{"d1", 1, 2}, {"d1", 1, 2}} }, "domains.d1"},
		"total below parts": {func(m *Mock) { m.Domains = []DomainScore{{"d1", 10, 20}} }, "total"},
		"minutes":           {func(m *Mock) { m.Minutes = -5 }, "minutes"},
	}
	for name, c := range cases {
		m := good
		c.change(&m)
		if err := m.Validate(domains, today); ErrorField(err) != c.field {
			t.Errorf("%s: the error blames %q, not %q (%v)", name, ErrorField(err), c.field, err)
		}
	}
}

func FuzzParseDateRange(f *testing.F) {
	f.Add("2026-12-24..2027-01-01")
	f.Add("2027-01-16")
	f.Fuzz(func(t *testing.T, s string) {
		r, err := ParseDateRange(s)
		if err != nil {
			return
		}
		again, err := ParseDateRange(r.String())
		if err != nil || again != r || r.Days() < 1 {
			t.Errorf("%q was read as %v, and that as %v (%v)", s, r, again, err)
		}
	})
}

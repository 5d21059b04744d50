package planner

import (
	"fmt"
	"time"
)

// Date is a civil date: a day as it stands on a wall calendar, with no clock and no zone.
// The zero Date means "no date". Dates are comparable with == and usable as map keys.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// MinYear and MaxYear bound the years a Date may be parsed from: far enough for any study, near enough to catch typing slips.
const (
	MinYear = 1900
	MaxYear = 2200
)

// NewDate makes a Date, normalising overflow as time.Date does (32 January is 1 February).
func NewDate(year int, month time.Month, day int) Date {
	return dateOf(time.Date(year, month, day, 12, 0, 0, 0, time.UTC))
}

// DateOf is the civil date a clock shows at t, in t's own zone.
func DateOf(t time.Time) Date { return dateOf(t) }

func dateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads "2027-02-04". It refuses days that do not exist (2027-02-29) and years out of MinYear..MaxYear.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return Date{}, fmt.Errorf("%q is not a date like 2027-02-04", clip(s, 40))
	}
	d := dateOf(t)
	if d.Year < MinYear || d.Year > MaxYear {
		return Date{}, fmt.Errorf("the year %d is out of range (%d to %d)", d.Year, MinYear, MaxYear)
	}
	return d, nil
}

// MustDate is ParseDate for constants in tests and examples; it panics on a bad date.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// String gives "2027-02-04", and "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// IsZero reports whether d is "no date".
func (d Date) IsZero() bool { return d == Date{} }

// DayNumber counts days since 1970-01-01 (which is 0). It is free of zones and daylight saving. The year is taken to begin in March, so that the leap day is its
// last; plans ask for it so often that package time would be most of the work.
func (d Date) DayNumber() int {
	if d.Month < time.January || d.Month > time.December {
		return NewDate(d.Year, d.Month, d.Day).DayNumber()
	}
	y, m := d.Year, int(d.Month)-3
	if m < 0 {
		y, m = y-1, m+12
	}
	return daysBefore(y) + daysBeforeMonth(m) + d.Day - 1 - marchOf1970
}

// DateFromDayNumber is the inverse of DayNumber.
func DateFromDayNumber(n int) Date {
	n += marchOf1970
	y := floorDiv(n*daysOfLeaps[0], daysOfLeaps[1])
	for daysBefore(y) > n {
		y--
	}
	for daysBefore(y+1) <= n {
		y++
	}
	n -= daysBefore(y)
	m := (5*n + 2) / 153
	d := Date{Year: y, Month: time.Month(m + 3), Day: n - daysBeforeMonth(m) + 1}
	if d.Month > time.December {
		d.Year, d.Month = d.Year+1, d.Month-12
	}
	return d
}

// daysBefore counts the days from 1 March of year 0 to 1 March of a year.
func daysBefore(year int) int {
	return 365*year + floorDiv(year, 4) - floorDiv(year, 100) + floorDiv(year, 400)
}

// daysBeforeMonth counts the days of a year that begins in March before its month m, from 0.
func daysBeforeMonth(m int) int { return (153*m + 2) / 5 }

// daysOfLeaps are years and days of the whole round of leap years.
var daysOfLeaps = [2]int{400, 146097}

const marchOf1970 = 719468 // days from 1 March of year 0 to 1 January 1970

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// AddDays steps by whole civil days; n may be negative.
func (d Date) AddDays(n int) Date { return DateFromDayNumber(d.DayNumber() + n) }

// DaysUntil counts the days from d to other; negative when other is earlier.
func (d Date) DaysUntil(other Date) int { return other.DayNumber() - d.DayNumber() }

// Before reports whether d is an earlier day than other.
func (d Date) Before(other Date) bool { return d.Compare(other) < 0 }

// After reports whether d is a later day than other.
func (d Date) After(other Date) bool { return d.Compare(other) > 0 }

// Compare orders dates: -1, 0 or 1.
func (d Date) Compare(other Date) int {
	a := (d.Year*16+int(d.Month))*32 + d.Day
	b := (other.Year*16+int(other.Month))*32 + other.Day
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Weekday is the ISO weekday: 1 Monday to 7 Sunday.
func (d Date) Weekday() int {
	n := (d.DayNumber() + 3) % 7 // 1970-01-01 was a Thursday
	if n < 0 {
		n += 7
	}
	return n + 1
}

// Monday is the first day of d's ISO week.
func (d Date) Monday() Date { return d.AddDays(1 - d.Weekday()) }

// Time is noon UTC of the day, for formatting with time's layouts only.
func (d Date) Time() time.Time {
	return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC)
}

// MarshalText writes the date as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a date as ParseDate does; "" is the zero Date.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	v, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = v
	return nil
}

// clip shortens text from outside for an error message.
func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n]) + "…"
}

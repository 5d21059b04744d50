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

// DayNumber counts days since 1970-01-01 (which is 0). It is free of zones and daylight saving.
func (d Date) DayNumber() int {
	return int(time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

// DateFromDayNumber is the inverse of DayNumber.
func DateFromDayNumber(n int) Date {
	return dateOf(time.Unix(int64(n)*secondsPerDay, 0).UTC())
}

const secondsPerDay = 24 * 60 * 60

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

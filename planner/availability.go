package planner

import (
	"fmt"
	"slices"
)

// MaxDayMinutes is the most study a day may hold: 16 hours.
const MaxDayMinutes = 16 * 60

// Availability is the minutes a person can really study.
type Availability struct {
	// Weekday minutes, Monday first (index 0 is Monday, ISO weekday 1).
	Weekday [7]int
	// Days override single days, by date; they win over Weekday.
	Days []DayMinutes
	// Off are days without any study; they win over everything.
	Off []DateRange
	// Start is when a person likes to begin on each weekday, Monday first; none where nothing was said. It gives sessions a time on the clock ([Starts]) and
	// changes nothing else.
	Start [7]TimeOfDay
	// MockStart is when a mock begins, whatever the weekday: many sit it at the exam's own time of day.
	MockStart TimeOfDay
}

// DayMinutes is the override of one day.
type DayMinutes struct {
	Date    Date
	Minutes int
}

// Minutes is what day d offers: 0 on a day off, else the override, else the weekday's minutes.
func (a Availability) Minutes(d Date) int {
	if a.IsOff(d) {
		return 0
	}
	for _, o := range a.Days {
		if o.Date == d {
			return o.Minutes
		}
	}
	return a.Weekday[d.Weekday()-1]
}

// IsOff reports whether d was declared a day off.
func (a Availability) IsOff(d Date) bool {
	for _, r := range a.Off {
		if r.Contains(d) {
			return true
		}
	}
	return false
}

// WithDay returns the availability with one day overridden; the given one is left as it was.
func (a Availability) WithDay(day DayMinutes) Availability {
	days := make([]DayMinutes, 0, len(a.Days)+1)
	for _, d := range a.Days {
		if d.Date != day.Date {
			days = append(days, d)
		}
	}
	a.Days = append(days, day)
	slices.SortFunc(a.Days, func(x, y DayMinutes) int { return x.Date.Compare(y.Date) })
	return a
}

// Clone is a copy that shares nothing with the original.
func (a Availability) Clone() Availability {
	a.Days, a.Off = slices.Clone(a.Days), slices.Clone(a.Off)
	return a
}

// WeekMinutes is the sum of an ordinary week.
func (a Availability) WeekMinutes() int {
	sum := 0
	for _, m := range a.Weekday {
		sum += m
	}
	return sum
}

// WeekdayKeys are the names of the weekdays in files and on the command line, Monday first.
var WeekdayKeys = [7]string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}

// MaxDaysOff bounds the number of ranges a study may carry.
const MaxDaysOff = 2000

// Validate checks every figure; the error names the field.
func (a Availability) Validate() error {
	for i, m := range a.Weekday {
		if err := checkDayMinutes("availability."+WeekdayKeys[i], m); err != nil {
			return err
		}
	}
	if len(a.Days) > MaxDaysOff || len(a.Off) > MaxDaysOff {
		return fieldErrorf("days", "more than %d single days or days off", MaxDaysOff)
	}
	for _, d := range a.Days {
		if err := checkDayMinutes("days."+d.Date.String(), d.Minutes); err != nil {
			return err
		}
	}
	for i, r := range a.Off {
		if r.First.IsZero() || r.Last.IsZero() {
			return fieldErrorf(fmt.Sprintf("days_off[%d]", i), "a range needs a first and a last day")
		}
	}
	return a.validateStarts()
}

func checkDayMinutes(field string, m int) error {
	if m < 0 {
		return fieldErrorf(field, "minutes cannot be negative (%d)", m)
	}
	if m > MaxDayMinutes {
		return fieldErrorf(field, "%d minutes are more than the %d a day can hold", m, MaxDayMinutes)
	}
	return nil
}

package widgets

import (
	"time"

	"fyne.io/fyne/v2"

	"milepost/app/lang"
	"milepost/planner"
)

// monthOf is the first day of the month a date lies in.
func monthOf(d planner.Date) planner.Date { return planner.NewDate(d.Year, d.Month, 1) }

// addMonths moves by whole months; a day the other month does not have becomes its last (31 January, 28 February).
func addMonths(d planner.Date, n int) planner.Date {
	first := planner.NewDate(d.Year, d.Month+time.Month(n), 1)
	return planner.NewDate(first.Year, first.Month, min(d.Day, daysIn(first)))
}

// daysIn is the number of days of the month a date lies in.
func daysIn(d planner.Date) int {
	first := monthOf(d)
	return first.DaysUntil(planner.NewDate(first.Year, first.Month+1, 1))
}

// weekBegin is the day the week of d begins on; start is the first weekday, 1 Monday to 7 Sunday.
func weekBegin(d planner.Date, start int) planner.Date {
	return d.AddDays(-((d.Weekday() - start + 7) % 7))
}

// weeksOf is how many weeks, or parts of weeks, a month has when weeks begin on start: 4 to 6.
func weeksOf(month planner.Date, start int) int {
	first := monthOf(month)
	return (weekBegin(first, start).DaysUntil(first) + daysIn(first) + 6) / 7
}

// weekStartOr reads an unset or impossible weekday as the one on which weeks begin where the reader lives.
func weekStartOr(start int) int {
	if start < 1 || start > 7 {
		return lang.FirstWeekday()
	}
	return start
}

// weekdayName is the short name of the column'th day of a week.
func weekdayName(start, column int) string { return lang.ShortWeekday((start-1+column)%7 + 1) }

// stepDate is where a key of the keyboard leads from a day of a calendar; ok is false for keys that move nothing.
// Home and End are the two ends of the week.
func stepDate(d planner.Date, key fyne.KeyName, weekStart int) (to planner.Date, ok bool) {
	switch key {
	case fyne.KeyLeft:
		return d.AddDays(-1), true
	case fyne.KeyRight:
		return d.AddDays(1), true
	case fyne.KeyUp:
		return d.AddDays(-7), true
	case fyne.KeyDown:
		return d.AddDays(7), true
	case fyne.KeyHome:
		return weekBegin(d, weekStart), true
	case fyne.KeyEnd:
		return weekBegin(d, weekStart).AddDays(6), true
	case fyne.KeyPageUp:
		return addMonths(d, -1), true
	case fyne.KeyPageDown:
		return addMonths(d, 1), true
	}
	return d, false
}

// inBounds brings a date between two others, either of which may be unset.
func inBounds(d, least, most planner.Date) planner.Date {
	if !most.IsZero() && d.After(most) {
		d = most
	}
	if !least.IsZero() && d.Before(least) {
		d = least
	}
	return d
}

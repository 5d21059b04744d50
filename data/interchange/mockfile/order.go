package mockfile

import "milepost/planner"

// plausibleYears is how far back an exam may have been taken that anybody still studies for; an order of dates that leads further
// back gives way to one that does not.
const plausibleYears = 10

// orderOf tells how the dates of a table are to be read, and whether the person must be asked.
func orderOf(t *table, m *matching, o Options) (order DateOrder, ask bool) {
	var open []day
	for _, w := range t.rows {
		if d, ok := parseDay(w.cell(m.at(ColumnDate))); ok && d.open {
			open = append(open, d)
		}
	}
	if o.DateOrder != OrderUnknown {
		return o.DateOrder, false
	}
	return tellOrder(open, o.Today)
}

// tellOrder looks for values that one order fits and the other does not. When both have some, or neither has and it
// matters, the better one is given for a preview, and the person is to be asked.
func tellOrder(open []day, today planner.Date) (order DateOrder, ask bool) {
	if len(open) == 0 {
		return OrderUnknown, false
	}
	againstDay, againstMonth, againstYear, differ := 0, 0, 0, false
	for _, d := range open {
		dayFirst, monthFirst, yearFirst := fits(d, DayMonthYear, today), fits(d, MonthDayYear, today), fits(d, YearMonthDay, today)
		differ = differ || dayFirst == monthFirst && bothExist(d)
		if !dayFirst && !monthFirst && !yearFirst {
			continue // a slip, which tells nothing
		}
		againstDay += one(!dayFirst)
		againstMonth += one(!monthFirst || d.dotted && dayFirst)
		againstYear += one(!yearFirst)
	}
	switch {
	case againstDay > 0 && againstMonth > 0 && againstYear == 0:
		return YearMonthDay, false
	case againstDay < againstMonth:
		return DayMonthYear, againstDay > 0
	case againstDay > againstMonth:
		return MonthDayYear, againstMonth > 0
	}
	return DayMonthYear, againstDay > 0 || differ
}

// bothExist reports whether the first two numbers may change places and make another date.
func bothExist(d day) bool {
	a, dayFirst := d.in(DayMonthYear)
	b, monthFirst := d.in(MonthDayYear)
	return dayFirst && monthFirst && a != b
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func fits(d day, o DateOrder, today planner.Date) bool {
	date, ok := d.in(o)
	return ok && !date.After(today) && date.Year >= today.Year-plausibleYears
}

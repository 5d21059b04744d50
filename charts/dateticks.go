package charts

import (
	"slices"
	"strconv"
	"time"

	"milepost/planner"
)

// dateTick is a day written under the axis.
type dateTick struct {
	date  planner.Date
	label string
}

// How long an axis may be for its ticks to be days, Mondays or months; a longer one has years.
const (
	longestInDays   = 10
	longestInWeeks  = 10 * 7
	longestInMonths = 3 * 366
)

// dateRule is one way to choose ticks: every step-th day, Monday, month or year.
type dateRule struct {
	unit byte // 'd', 'w', 'm', 'y'
	step int
}

// dateRules from the finest to the coarsest.
var dateRules = []dateRule{
	{'d', 1}, {'d', 2}, {'w', 1}, {'w', 2}, {'m', 1}, {'m', 2}, {'m', 3}, {'m', 6},
	{'y', 1}, {'y', 2}, {'y', 5}, {'y', 10}, {'y', 20}, {'y', 50}, {'y', 100},
}

// finestUnit is where the rules begin for an axis of so many days.
func finestUnit(days int) byte {
	switch {
	case days <= longestInDays:
		return 'd'
	case days <= longestInWeeks:
		return 'w'
	case days <= longestInMonths:
		return 'm'
	}
	return 'y'
}

// dateTicks chooses the finest ticks for which fits answers yes. When none has even one tick in the range (a short range
// between two months on a narrow figure) it falls back to the first day.
func dateTicks(first, last planner.Date, w Words, fits func([]dateTick) bool) []dateTick {
	start := slices.IndexFunc(dateRules, func(r dateRule) bool { return r.unit == finestUnit(first.DaysUntil(last)) })
	for _, rule := range dateRules[start:] {
		ticks := rule.ticks(first, last, w)
		if len(ticks) > 0 && len(ticks) <= mostTicks && fits(ticks) {
			return ticks
		}
	}
	return []dateTick{{first, w.shortDate(first)}}
}

// mostTicks bounds the work of measuring; no figure has room for more.
const mostTicks = 200

func (r dateRule) ticks(first, last planner.Date, w Words) []dateTick {
	switch r.unit {
	case 'd':
		return everyDays(first, last, r.step, w)
	case 'w':
		monday := first.Monday()
		if monday.Before(first) {
			monday = monday.AddDays(7)
		}
		return everyDays(monday, last, 7*r.step, w)
	case 'm':
		return everyMonths(first, last, r.step, w)
	}
	return everyYears(first, last, r.step)
}

func everyDays(from, last planner.Date, step int, w Words) []dateTick {
	var out []dateTick
	for d := from; !d.After(last); d = d.AddDays(step) {
		out = append(out, dateTick{d, w.shortDate(d)})
	}
	return out
}

// everyMonths marks the first of months; January carries its year, and so does the first mark of more than a year. Steps count from January, so that they fall on quarters.
func everyMonths(first, last planner.Date, step int, w Words) []dateTick {
	var out []dateTick
	for d := planner.NewDate(first.Year, time.January, 1); !d.After(last); d = planner.NewDate(d.Year, d.Month+time.Month(step), 1) {
		if d.Before(first) {
			continue
		}
		name := w.month(d.Month)
		if d.Month == time.January || len(out) == 0 && first.DaysUntil(last) > 366 {
			name += " " + strconv.Itoa(d.Year)
		}
		out = append(out, dateTick{d, name})
	}
	return out
}

func everyYears(first, last planner.Date, step int) []dateTick {
	var out []dateTick
	for year := (first.Year + step - 1) / step * step; year <= last.Year; year += step {
		if d := planner.NewDate(year, time.January, 1); !d.Before(first) && !d.After(last) {
			out = append(out, dateTick{d, strconv.Itoa(year)})
		}
	}
	return out
}

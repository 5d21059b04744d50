// Package phrase turns figures into the words Milepost shows: durations, dates, shares and chances.
//
// The window, the command line and the reports all speak through it, so that the same figure reads the same
// everywhere. It knows nothing of where the figures come from.
package phrase

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"milepost/app/lang"
	"milepost/planner"
)

// Duration writes minutes: "45 min", "2 h", "6 h 30"; a minus sign for negative ones.
func Duration(minutes int) string {
	if minutes < 0 {
		return "−" + Duration(-minutes)
	}
	h, m := minutes/60, minutes%60
	switch {
	case h == 0:
		return fmt.Sprintf("%d min", m)
	case m == 0:
		return fmt.Sprintf("%d h", h)
	}
	return fmt.Sprintf("%d h %02d", h, m)
}

// Signed is Duration with a plus sign for gains.
func Signed(minutes int) string {
	if minutes > 0 {
		return "+" + Duration(minutes)
	}
	return Duration(minutes)
}

// Bounds of a chance of passing that is shown: beyond them nobody can know.
const (
	minShownChance  = 2
	maxShownChance  = 98
	chanceRoundedTo = 5
)

// ChancePercent rounds a chance of passing to the 5 % it deserves, never below 2 or above 98.
func ChancePercent(p float64) int {
	r := int(math.Round(p*100/chanceRoundedTo)) * chanceRoundedTo
	return min(max(r, minShownChance), maxShownChance)
}

// Chance writes a chance of passing: "70%".
func Chance(p float64) string { return lang.Percent(strconv.Itoa(ChancePercent(p))) }

// Share writes a share of 0..1 in whole percent: "76%".
func Share(x float64) string { return lang.Percent(strconv.Itoa(Percent(x))) }

// Percent is a share in whole percent.
func Percent(x float64) int { return int(math.Round(x * 100)) }

// Weight writes a domain's weight without needless digits: "21%", "12.5%".
func Weight(w float64) string {
	return lang.Percent(trimFloat(w))
}

func trimFloat(w float64) string {
	if w == math.Trunc(w) {
		return fmt.Sprintf("%.0f", w)
	}
	return lang.Float(w, 1)
}

// Points writes score points of 100: "+1.8".
func Points(x float64) string {
	return strings.NewReplacer("-", "−", ".", lang.Decimal()).Replace(fmt.Sprintf("%+.1f", x))
}

// WeeklyHour says what one more hour in each week is worth: "One more hour a week adds about 1.8 points."; "" when it is next to nothing.
func WeeklyHour(points float64) string {
	if points < leastPoints {
		return ""
	}
	return lang.T("One more hour a week adds about %s points.", lang.Float(points, 1))
}

// leastPoints is the gain, in score points, below which it is not told.
const leastPoints = 0.05

// Day writes "4 February".
func Day(d planner.Date) string { return lang.Day(d) }

// ShortDay writes "4 Feb".
func ShortDay(d planner.Date) string { return lang.ShortDay(d) }

// EachMonth writes a late day of each month: among the texts is the longest there can be, whatever the language.
func EachMonth(write func(planner.Date) string) []string {
	var texts []string
	for month := time.January; month <= time.December; month++ {
		texts = append(texts, write(planner.NewDate(2026, month, 28)))
	}
	return texts
}

// Date writes "4 February 2027".
func Date(d planner.Date) string { return lang.Date(d) }

// LongDate writes "Thursday 4 February 2027".
func LongDate(d planner.Date) string { return lang.LongDate(d) }

// WeekdayDay writes "Thursday 4 February".
func WeekdayDay(d planner.Date) string { return lang.WeekdayDay(d) }

// DayRange writes "24 Dec – 1 Jan", or a single day.
func DayRange(r planner.DateRange) string {
	if r.First == r.Last {
		return ShortDay(r.First)
	}
	return ShortDay(r.First) + " – " + ShortDay(r.Last)
}

// Count writes a number with its noun: "1 mock", "6 mocks".
func Count(n int, one, many string) string {
	if n == 1 {
		return fmt.Sprintf("%d %s", n, one)
	}
	return fmt.Sprintf("%d %s", n, many)
}

// DaysFromNow writes how far a day lies from today: "today", "tomorrow", "in 12 days", "yesterday", "3 days ago".
func DaysFromNow(today, d planner.Date) string {
	switch n := today.DaysUntil(d); {
	case n == 0:
		return lang.T("today")
	case n == 1:
		return lang.T("tomorrow")
	case n == -1:
		return lang.T("yesterday")
	case n > 0:
		return lang.T("in %d days", n)
	default:
		return lang.T("%d days ago", -n)
	}
}

// BeforeStart says that a mock lies before its study began; "" when it does not.
func BeforeStart(m planner.Mock, s planner.Study) string {
	if s.Start.IsZero() || m.Date.IsZero() || !m.Date.Before(s.Start) {
		return ""
	}
	return lang.T("That is before this study began, on %s; it counts all the same.", Date(s.Start))
}

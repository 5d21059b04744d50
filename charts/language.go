package charts

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"milepost/planner"
)

// Words lets a figure speak another language. What is nil is English, and so is the zero Words.
type Words struct {
	// Text translates a text with its figures put in, as by fmt.Sprintf.
	Text func(text string, args ...any) string
	// ShortDate is "4 Feb", LongDate "4 February 2027", Month "Feb".
	ShortDate, LongDate func(planner.Date) string
	Month               func(time.Month) string
	// Duration writes minutes, "6 h 30".
	Duration func(minutes int) string
	// Percent writes a number that is ready as a percentage.
	Percent func(number string) string
}

func (w Words) say(text string, args ...any) string {
	if w.Text == nil {
		return fmt.Sprintf(text, args...)
	}
	return w.Text(text, args...)
}

func (w Words) shortDate(d planner.Date) string {
	if w.ShortDate == nil {
		return d.Time().Format("2 Jan")
	}
	return w.ShortDate(d)
}

func (w Words) longDate(d planner.Date) string {
	if w.LongDate == nil {
		return d.Time().Format("2 January 2006")
	}
	return w.LongDate(d)
}

func (w Words) duration(minutes int) string {
	if w.Duration == nil {
		return fmt.Sprintf("%d min", minutes)
	}
	return w.Duration(minutes)
}

func (w Words) month(m time.Month) string {
	if w.Month == nil {
		return m.String()[:3]
	}
	return w.Month(m)
}

func (w Words) percentage(number string) string {
	if w.Percent == nil {
		return number + "%"
	}
	return w.Percent(number)
}

// percent writes a share as "76%".
func (w Words) percent(share float64) string {
	return w.percentage(strconv.Itoa(wholePercent(share)))
}

// percentRange writes a range as "64–86%", and a range of no width as one figure.
func (w Words) percentRange(low, high float64) string {
	if wholePercent(low) == wholePercent(high) {
		return w.percent(low)
	}
	return w.percentage(fmt.Sprintf("%d–%d", wholePercent(low), wholePercent(high)))
}

// wholePercent is a share in whole points of a hundred.
func wholePercent(share float64) int { return int(math.Round(share * 100)) }

package charts

import (
	"fmt"
	"math"
	"strings"

	"milepost/planner"
	"milepost/planner/readiness"
)

// percent writes a share as "76%".
func percent(share float64) string { return fmt.Sprintf("%d%%", wholePercent(share)) }

// wholePercent is a share in whole points of a hundred.
func wholePercent(share float64) int { return int(math.Round(share * 100)) }

// percentRange writes a range as "64–86%", and a range of no width as one figure.
func percentRange(low, high float64) string {
	if wholePercent(low) == wholePercent(high) {
		return percent(low)
	}
	return fmt.Sprintf("%d–%d%%", wholePercent(low), wholePercent(high))
}

// shortDate is "4 Feb", longDate "4 February 2027".
func shortDate(d planner.Date) string { return d.Time().Format("2 Jan") }

func longDate(d planner.Date) string { return d.Time().Format("2 January 2006") }

// Summary says in a few sentences what the figure shows, for those who do not see it.
func (d ReadinessData) Summary() string {
	d = d.cleaned()
	var say []string
	if p, ok := d.latest(); ok {
		say = append(say, fmt.Sprintf("Level on %s: %s, likely between %d and %d.",
			longDate(p.Date), percent(p.Median), wholePercent(p.Low), wholePercent(p.High)))
	} else if d.Empty != "" {
		say = append(say, sentence(d.Empty))
	} else {
		say = append(say, "There is no estimate of the level yet.")
	}
	if n := len(d.Forecast); n > 0 {
		p := d.Forecast[n-1]
		say = append(say, fmt.Sprintf("Forecast for %s: %s, likely between %d and %d.",
			longDate(p.Date), percent(p.Median), wholePercent(p.Low), wholePercent(p.High)))
	}
	if d.PassLine > 0 {
		say = append(say, sentence(d.PassLabel))
	}
	if n := len(d.Mocks); n > 0 {
		say = append(say, mocksInWords(d.Mocks))
	}
	if n := len(d.Milestones); n > 0 {
		say = append(say, milestonesInWords(d.Milestones))
	}
	if !d.Exam.IsZero() {
		say = append(say, "Exam on "+longDate(d.Exam)+".")
	}
	return strings.Join(say, " ")
}

// latest is the last known level.
func (d ReadinessData) latest() (readiness.Point, bool) {
	if len(d.Series) == 0 {
		return readiness.Point{}, false
	}
	return d.Series[len(d.Series)-1], true
}

func mocksInWords(mocks []MockPoint) string {
	last := mocks[len(mocks)-1]
	result := fmt.Sprintf("%s on %s", percent(last.Share), longDate(last.Date))
	if last.Source != "" {
		result = last.Source + ", " + result
	}
	if len(mocks) == 1 {
		return "One mock: " + result + "."
	}
	return fmt.Sprintf("%d mocks, the last: %s.", len(mocks), result)
}

func milestonesInWords(marks []MilestoneMark) string {
	met := 0
	for _, m := range marks {
		if m.Met {
			met++
		}
	}
	if len(marks) == 1 {
		return fmt.Sprintf("Milestones met: %d of 1.", met)
	}
	return fmt.Sprintf("Milestones met: %d of %d.", met, len(marks))
}

// sentence ends a text with a full stop unless it already ends a sentence.
func sentence(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}

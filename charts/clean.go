package charts

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"milepost/planner"
	"milepost/planner/readiness"
)

// maxLabelRunes bounds any text from outside before it is measured; no figure has room for more.
const maxLabelRunes = 300

// cleaned returns a copy that is safe to draw: dates in order and within planner.MinYear..MaxYear, shares finite and within
// 0..1, every range around its median, one point a day, and texts on one line. d is left as it was.
func (d ReadinessData) cleaned() ReadinessData {
	d.Title, d.Subtitle, d.Empty = oneLine(d.Title), oneLine(d.Subtitle), oneLine(d.Empty)
	d.PassLabel, d.ExamLabel = oneLine(d.PassLabel), oneLine(d.ExamLabel)
	d.Series = cleanPoints(d.Series)
	d.Forecast = cleanPoints(d.Forecast)
	d.Mocks = cleanMocks(d.Mocks)
	d.Milestones = cleanMilestones(d.Milestones)
	if !finite(d.PassLine) || d.PassLine <= 0 || d.PassLine > 1 {
		d.PassLine = 0
	}
	if !drawable(d.Today) {
		d.Today = planner.Date{}
	}
	if !drawable(d.Exam) {
		d.Exam = planner.Date{}
	}
	if d.PassLabel == "" {
		d.PassLabel = d.Words.say("Pass line %s", d.Words.percent(d.PassLine))
	}
	if d.ExamLabel == "" {
		d.ExamLabel = d.Words.say("Exam %s", d.Words.shortDate(d.Exam))
	}
	return d
}

// cleanPoints drops what is not a number, sorts by day and keeps the last given of several points of a day.
func cleanPoints(in []readiness.Point) []readiness.Point {
	out := make([]readiness.Point, 0, len(in))
	for _, p := range in {
		if !drawable(p.Date) || !finite(p.Median) {
			continue
		}
		p.Median = share(p.Median)
		p.Low = rangeBound(p.Low, p.Median, math.Min)
		p.High = rangeBound(p.High, p.Median, math.Max)
		out = append(out, p)
	}
	slices.SortStableFunc(out, func(a, b readiness.Point) int { return a.Date.Compare(b.Date) })
	kept := out[:0]
	for _, p := range out {
		if n := len(kept); n > 0 && kept[n-1].Date == p.Date {
			kept[n-1] = p
			continue
		}
		kept = append(kept, p)
	}
	return kept
}

// rangeBound makes a bound of a range usable: the median itself when it is not a number, and never on the wrong side of it.
func rangeBound(v, median float64, outer func(a, b float64) float64) float64 {
	if !finite(v) {
		return median
	}
	return outer(share(v), median)
}

func cleanMocks(in []MockPoint) []MockPoint {
	out := make([]MockPoint, 0, len(in))
	for _, m := range in {
		if !drawable(m.Date) || !finite(m.Share) {
			continue
		}
		m.Share = share(m.Share)
		m.Source = oneLine(m.Source)
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b MockPoint) int { return a.Date.Compare(b.Date) })
	return out
}

func cleanMilestones(in []MilestoneMark) []MilestoneMark {
	out := make([]MilestoneMark, 0, len(in))
	for _, m := range in {
		if !drawable(m.Date) {
			continue
		}
		m.Name = oneLine(m.Name)
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b MilestoneMark) int { return a.Date.Compare(b.Date) })
	return out
}

// drawable reports whether a day lies in the years a Date may be parsed from, and is a real one.
func drawable(d planner.Date) bool {
	return d.Year >= planner.MinYear && d.Year <= planner.MaxYear && planner.NewDate(d.Year, d.Month, d.Day) == d
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// share clamps to 0..1.
func share(v float64) float64 { return min(max(v, 0), 1) }

// oneLine makes a text safe to write in a figure: no line breaks or other control characters, no invalid bytes, a bounded length.
func oneLine(s string) string {
	if len(s) > 4*maxLabelRunes {
		s = s[:4*maxLabelRunes]
	}
	s = strings.ToValidUTF8(s, "")
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
	runes := []rune(strings.Join(strings.Fields(s), " "))
	if len(runes) > maxLabelRunes {
		runes = append(runes[:maxLabelRunes-1], '…')
	}
	return string(runes)
}

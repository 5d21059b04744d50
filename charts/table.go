package charts

import (
	"slices"
	"strings"
)

// Table gives what the figure shows as rows, oldest first, for those who do not see it and for those who want the numbers.
// Every row has as many cells as the header.
func (d ReadinessData) Table() (header []string, rows [][]string) {
	d = d.cleaned()
	header = []string{"Date", "What", "Share", "From", "To", "Details"}
	for _, p := range d.Series {
		rows = append(rows, []string{p.Date.String(), "Level", percent(p.Median), percent(p.Low), percent(p.High), ""})
	}
	for _, m := range d.Mocks {
		rows = append(rows, []string{m.Date.String(), "Mock", percent(m.Share), "", "", m.details()})
	}
	for _, m := range d.Milestones {
		rows = append(rows, []string{m.Date.String(), "Milestone", "", "", "", m.details()})
	}
	for _, p := range d.Forecast {
		rows = append(rows, []string{p.Date.String(), "Forecast", percent(p.Median), percent(p.Low), percent(p.High), ""})
	}
	slices.SortStableFunc(rows, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	return header, rows
}

func (m MockPoint) details() string {
	switch {
	case !m.Weak:
		return m.Source
	case m.Source == "":
		return weakWords
	}
	return m.Source + ", " + weakWords
}

func (m MilestoneMark) details() string {
	if m.Met {
		return m.Name + " (met)"
	}
	return m.Name
}

// weakWords say what a hollow mark means.
const weakWords = "untimed or repeated"

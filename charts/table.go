package charts

import (
	"slices"
	"strings"
)

// Table gives what the figure shows as rows, oldest first, for those who do not see it and for those who want the numbers.
// Every row has as many cells as the header.
func (d ReadinessData) Table() (header []string, rows [][]string) {
	d = d.cleaned()
	w := d.Words
	header = []string{w.say("Date"), w.say("What"), w.say("Share"), w.say("From"), w.say("To"), w.say("Details")}
	for _, p := range d.Series {
		rows = append(rows, []string{p.Date.String(), w.say("Level"), w.percent(p.Median), w.percent(p.Low), w.percent(p.High), ""})
	}
	for _, m := range d.Mocks {
		rows = append(rows, []string{m.Date.String(), w.say("Mock"), w.percent(m.Share), "", "", w.mockDetails(m)})
	}
	for _, m := range d.Milestones {
		rows = append(rows, []string{m.Date.String(), w.say("Milestone"), "", "", "", w.milestoneName(m)})
	}
	for _, p := range d.Forecast {
		rows = append(rows, []string{p.Date.String(), w.say("Forecast"), w.percent(p.Median), w.percent(p.Low), w.percent(p.High), ""})
	}
	slices.SortStableFunc(rows, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	return header, rows
}

func (w Words) mockDetails(m MockPoint) string {
	switch {
	case !m.Weak:
		return m.Source
	case m.Source == "":
		return w.weak()
	}
	return m.Source + ", " + w.weak()
}

func (w Words) milestoneName(m MilestoneMark) string {
	if m.Met {
		return w.say("%s (met)", m.Name)
	}
	return m.Name
}

// weak says what a hollow mark means.
func (w Words) weak() string { return w.say("untimed or repeated") }

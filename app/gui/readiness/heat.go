package readiness

import (
	"fmt"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// shownMocks is how many mocks the map shows, the latest ones.
const shownMocks = 8

// heatCard shows the percent correct of each domain in the latest mocks.
type heatCard struct {
	card   *widgets.Card
	heat   *widgets.HeatMap
	detail *widgets.Paragraph
	mocks  []planner.Mock
	study  planner.Study
}

func newHeatCard() *heatCard {
	c := &heatCard{heat: widgets.NewHeatMap(nil, nil, nil), detail: widgets.NewParagraph("", widgets.StyleCaption)}
	c.heat.OnHover = c.explain
	c.card = widgets.NewCard(lang.T("Percent correct by mock"), widgets.NewColumn(look.Space, c.heat, c.detail))
	return c
}

func (c *heatCard) show(v app.ReadinessView) {
	c.study = v.Study
	c.mocks = c.mocks[:0:0]
	for _, m := range v.Mocks {
		if len(m.Domains) > 0 {
			c.mocks = append(c.mocks, m)
		}
	}
	c.mocks = c.mocks[max(len(c.mocks)-shownMocks, 0):]
	c.card.Hidden = len(c.mocks) == 0
	rows, columns, values := heatValues(c.study.Domains, c.mocks)
	c.heat.SetValues(rows, columns, values)
	c.explain(-1, -1)
	c.card.Refresh()
}

// heatValues are the percents, a row for each domain and a column for each mock, oldest first.
func heatValues(domains []planner.StudyDomain, mocks []planner.Mock) (rows, columns []string, values [][]int) {
	for _, m := range mocks {
		columns = append(columns, lang.Figures(m.Date))
	}
	for i, d := range domains {
		rows = append(rows, fmt.Sprintf("D%d", i+1))
		line := make([]int, len(mocks))
		for j, m := range mocks {
			line[j] = widgets.HeatNone
			if s, ok := m.DomainScore(d.ID); ok && s.Total > 0 {
				line[j] = phrase.Percent(float64(s.Correct) / float64(s.Total))
			}
		}
		values = append(values, line)
	}
	return rows, columns, values
}

// explain tells the numbers behind a cell; -1 is none.
func (c *heatCard) explain(row, column int) {
	text := lang.T("The latest mocks by domain, oldest at the left.")
	if row >= 0 && row < len(c.study.Domains) && column >= 0 && column < len(c.mocks) {
		m := c.mocks[column]
		text = lang.T("D%d in %s of %s: not asked.", row+1, m.Source, phrase.Day(m.Date))
		if s, ok := m.DomainScore(c.study.Domains[row].ID); ok {
			text = lang.T("D%d in %s of %s: %d of %d.", row+1, m.Source, phrase.Day(m.Date), s.Correct, s.Total)
		}
	}
	c.detail.SetText(text)
}

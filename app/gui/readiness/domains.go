package readiness

import (
	"fmt"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
)

// domainsCard shows each domain's level today with its range and the pass line.
type domainsCard struct {
	card   *widgets.Card
	bars   *widgets.RangeBars
	words  *widgets.Paragraph
	detail *widgets.Paragraph
	view   app.ReadinessView
}

func newDomainsCard() *domainsCard {
	c := &domainsCard{words: widgets.NewParagraph("", widgets.StyleMuted), detail: widgets.NewParagraph("", widgets.StyleCaption)}
	c.bars = widgets.NewRangeBars(0, nil)
	c.bars.OnHover = c.explain
	c.card = widgets.NewCard("", widgets.NewColumn(look.Space, c.words, c.bars, c.detail))
	return c
}

func (c *domainsCard) show(v app.ReadinessView) {
	c.view = v
	apart := byDomain(v)
	c.bars.Hidden, c.detail.Hidden, c.words.Hidden = !apart, !apart, apart
	c.card.SetTitle(lang.T("Each domain today, with its likely range and the pass line"))
	if !apart {
		c.card.SetTitle(lang.T("Each domain today"))
		c.words.SetText(lang.T("No mock has been recorded by domain yet, so the domains cannot be told apart. " +
			"Record the next one by domain, where its source says how many were correct in each."))
	}
	c.bars.PassLine = v.Study.PassLine
	c.bars.SetRows(rangeRows(v))
	c.explain(-1)
	c.card.Refresh()
}

func rangeRows(v app.ReadinessView) []widgets.RangeBar {
	total := v.Study.WeightTotal()
	rows := make([]widgets.RangeBar, 0, len(v.Estimate.Domains))
	for _, d := range v.Estimate.Domains {
		name, index := domainName(v, d.Domain)
		row := widgets.RangeBar{
			Label: name, Low: d.Low, Median: d.Median, High: d.High, Color: look.ColorDomain(index), Unknown: d.Questions == 0,
			Value: phrase.Share(d.Median), Range: fmt.Sprintf("%d–%d", phrase.Percent(d.Low), phrase.Percent(d.High)),
		}
		if domain, ok := v.Study.Domain(d.Domain); ok && total > 0 {
			row.Detail = phrase.Share(domain.Weight / total)
		}
		if row.Unknown {
			row.Value, row.Range = "–", lang.T("not asked")
		}
		rows = append(rows, row)
	}
	return rows
}

// explain says more about the domain under the pointer or the keyboard; -1 is none.
func (c *domainsCard) explain(row int) {
	text := lang.T("The bar is where the level probably lies, the tick in it the best estimate. Point at a domain for more.")
	if row >= 0 && row < len(c.view.Estimate.Domains) {
		d := c.view.Estimate.Domains[row]
		name, _ := domainName(c.view, d.Domain)
		text = lang.T("%s: %s seen; %s to lie below the pass line, %s to be your weakest domain.",
			name, lang.N(d.Questions, "%d question", "%d questions", d.Questions), phrase.Share(d.BelowPassLine), phrase.Share(d.Lowest))
	}
	c.detail.SetText(text)
}

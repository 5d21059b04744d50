package readiness

import (
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
)

// basisCard tells what the estimate rests on, and what should be known when reading it.
type basisCard struct {
	card   *widgets.Card
	inside *fyne.Container
}

func newBasisCard() *basisCard {
	c := &basisCard{inside: widgets.NewColumn(look.Space)}
	c.card = widgets.NewCard(lang.T("What this rests on"), c.inside)
	return c
}

func (c *basisCard) show(v app.ReadinessView) {
	lines := []fyne.CanvasObject{widgets.NewParagraph(basisWords(v), widgets.StyleBody)}
	for _, n := range v.Estimate.Notices {
		lines = append(lines, widgets.NewParagraph(lang.Said(n.Text), widgets.StyleMuted))
	}
	c.inside.Objects = lines
	c.card.Hidden = v.Estimate.Evidence.Mocks == 0 && len(v.Failed) == 0
	c.card.Refresh()
}

// basisWords counts the evidence.
func basisWords(v app.ReadinessView) string {
	e := v.Estimate.Evidence
	words := ""
	for _, s := range v.Failed {
		words += lang.T(" The sitting of %s, which was not passed, counts as well.", phrase.Date(s.Date))
	}
	if e.Mocks == 0 {
		return strings.TrimSpace(words)
	}
	return lang.T("%s with %s from %s; the last one %s, on %s.", lang.N(e.Mocks, "%d mock", "%d mocks", e.Mocks),
		lang.N(e.Questions, "%d question", "%d questions", e.Questions), lang.N(e.Sources, "%d source", "%d sources", e.Sources),
		phrase.DaysFromNow(v.AsOf, e.Last), phrase.Date(e.Last)) + words
}

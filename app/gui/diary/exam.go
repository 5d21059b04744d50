package diary

import (
	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
)

// examCard tells what was foretold of the exam itself, and what came. It is there once the exam was sat.
type examCard struct {
	card   *widgets.Card
	inside *fyne.Container
}

func newExamCard() *examCard {
	c := &examCard{inside: widgets.NewColumn(look.Space)}
	c.card = widgets.NewCard(lang.T("The exam itself"), c.inside)
	return c
}

func (c *examCard) show(v app.DiaryView) {
	var rows []fyne.CanvasObject
	for i, s := range v.Sittings {
		if i > 0 {
			rows = append(rows, widgets.NewSeparator())
		}
		rows = append(rows, widgets.NewParagraph(phrase.DiarySitting(s.Sitting, s.Forecasts, s.Brier), widgets.StyleBody))
	}
	if len(rows) > 0 {
		rows = append(rows, widgets.NewParagraph(lang.T("The Brier score is 0 for a chance that was right and certain, 1 for one that was wrong and certain, and 0.25 for an even chance. "+
			"One exam alone says little of how good chances are."), widgets.StyleCaption))
	}
	c.inside.Objects = rows
	c.card.Hidden = len(rows) == 0
	c.card.Refresh()
}

package readiness

import (
	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
)

// shownHours is how many domains the card names.
const shownHours = 3

// nextCard tells where the next hour of study is worth most.
type nextCard struct {
	card   *widgets.Card
	inside *fyne.Container
}

func newNextCard() *nextCard {
	c := &nextCard{inside: widgets.NewColumn(look.Space)}
	c.card = widgets.NewCard(lang.T("Next best hour"), c.inside)
	return c
}

func (c *nextCard) show(v app.ReadinessView) {
	var rows []fyne.CanvasObject
	if enough(v) {
		for i, n := range v.Estimate.NextBest {
			if i == shownHours {
				break
			}
			if i > 0 {
				rows = append(rows, widgets.NewSeparator())
			}
			name, index := domainName(v, n.Domain)
			words := widgets.NewColumn("", widgets.NewEllipsisText(name, widgets.StyleStrong), widgets.NewParagraph(lang.Said(n.Reason), widgets.StyleCaption))
			gain := widgets.NewText(phrase.Points(n.PassGainPerHour*100), widgets.StyleStrong)
			rows = append(rows, widgets.NewFillRow(0, look.Space, newMarked(index, words), gain))
		}
	}
	if len(rows) > 0 {
		rows = append(rows, widgets.NewParagraph(lang.T("Points of the chance of passing, for one more hour there."), widgets.StyleCaption))
	} else {
		rows = []fyne.CanvasObject{widgets.NewParagraph(lang.T("Once there is enough evidence, the domains where an hour adds most are named here."), widgets.StyleMuted)}
	}
	c.inside.Objects = rows
	c.card.Refresh()
}

package plan

import (
	"fmt"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
)

// hours shows, for each domain, the hours done of those planned.
type hours struct {
	card   *widgets.Card
	inside *fyne.Container
}

func newHours() *hours {
	h := &hours{inside: widgets.NewColumn(look.Space)}
	h.card = widgets.NewCard(lang.T("Hours by domain, done of planned"), h.inside)
	return h
}

func (h *hours) show(v app.PlanView) {
	bars := make([]fyne.CanvasObject, 0, len(v.Hours))
	for _, d := range v.Hours {
		share := 0.0
		if d.PlannedMin > 0 {
			share = float64(d.DoneMin) / float64(d.PlannedMin)
		}
		bars = append(bars, widgets.NewLabelledBar(fmt.Sprintf("D%d %s", d.Index+1, d.Domain.Name), hoursOf(d), look.ColorDomain(d.Index), share))
	}
	if words := phrase.Pace(v.Check.Pace); words != "" {
		bars = append(bars, widgets.NewParagraph(words, widgets.StyleCaption))
	}
	h.inside.Objects = bars
	h.card.Refresh()
}

// hoursOf writes "9 of 27 h".
func hoursOf(d app.DomainHours) string {
	return lang.T("%d of %d h", wholeHours(d.DoneMin), wholeHours(d.PlannedMin))
}

// wholeHours rounds minutes to hours.
func wholeHours(minutes int) int { return (minutes + 30) / 60 }

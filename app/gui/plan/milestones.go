package plan

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// milestones lists the milestones with what is reached.
type milestones struct {
	card   *widgets.Card
	inside *fyne.Container
	choose func(planner.Date)
}

func newMilestones(choose func(planner.Date)) *milestones {
	m := &milestones{inside: widgets.NewColumn(look.Space), choose: choose}
	m.card = widgets.NewCard(lang.T("Milestones"), m.inside)
	return m
}

func (m *milestones) show(v app.PlanView) {
	var rows []fyne.CanvasObject
	for i, ms := range v.Milestones {
		if i > 0 {
			rows = append(rows, widgets.NewSeparator())
		}
		rows = append(rows, milestoneRow(i, ms, v))
	}
	if len(rows) == 0 {
		rows = []fyne.CanvasObject{widgets.NewParagraph(lang.T("The plan is too short for milestones."), widgets.StyleMuted)}
	}
	m.inside.Objects = rows
	m.card.Refresh()
}

func milestoneRow(i int, ms planner.Milestone, v app.PlanView) fyne.CanvasObject {
	name := fmt.Sprintf("M%d %s", i+1, lang.Said(ms.Name))
	var sign fyne.CanvasObject
	style, date := widgets.StyleBody, phrase.ShortDay(ms.Date)
	switch {
	case ms.Met:
		sign = widget.NewIcon(theme.NewColoredResource(theme.ConfirmIcon(), look.ColorGood))
		style = widgets.StyleMuted
	case ms.Date.Before(v.Today):
		date += ", " + lang.T("not yet met")
	}
	var words fyne.CanvasObject = widgets.NewParagraph(name, style)
	if span := firstPassSpan(ms, v); span != "" {
		words = widgets.NewColumn("", words, widgets.NewParagraph(span, widgets.StyleCaption))
	}
	when := widgets.NewText(date, widgets.StyleMuted)
	if sign == nil {
		return widgets.NewFillRow(0, look.Space, words, when)
	}
	return widgets.NewFillRow(1, look.Space, sign, words, when)
}

// firstPassSpan is the range of days in which every domain will have been covered, at this person's pace; "" for other milestones and when it is met.
func firstPassSpan(ms planner.Milestone, v app.PlanView) string {
	if ms.ID != planner.MilestoneCovered || ms.Met || v.Check.FirstPass.Done() {
		return ""
	}
	return lang.T("Likely %s", phrase.FirstPassSpan(v.Check.FirstPass))
}

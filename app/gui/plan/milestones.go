package plan

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
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
	m.card = widgets.NewCard("Milestones", m.inside)
	return m
}

func (m *milestones) show(v app.PlanView) {
	var rows []fyne.CanvasObject
	for i, ms := range v.Milestones {
		if i > 0 {
			rows = append(rows, widgets.NewSeparator())
		}
		rows = append(rows, milestoneRow(i, ms, v.Today))
	}
	if len(rows) == 0 {
		rows = []fyne.CanvasObject{widgets.NewParagraph("The plan is too short for milestones.", widgets.StyleMuted)}
	}
	m.inside.Objects = rows
	m.card.Refresh()
}

func milestoneRow(i int, ms planner.Milestone, today planner.Date) fyne.CanvasObject {
	name := fmt.Sprintf("M%d %s", i+1, ms.Name)
	var sign fyne.CanvasObject
	style, date := widgets.StyleBody, phrase.ShortDay(ms.Date)
	switch {
	case ms.Met:
		sign = widget.NewIcon(theme.NewColoredResource(theme.ConfirmIcon(), look.ColorGood))
		style = widgets.StyleMuted
	case ms.Date.Before(today):
		date += ", not yet met"
	}
	words := widgets.NewParagraph(name, style)
	when := widgets.NewText(date, widgets.StyleMuted)
	if sign == nil {
		return widgets.NewFillRow(0, look.Space, words, when)
	}
	return widgets.NewFillRow(1, look.Space, sign, words, when)
}

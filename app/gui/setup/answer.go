package setup

import (
	"fmt"

	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/phrase"
	"milepost/planner"
)

// answer is the right side: does it fit, which milestones, and what if not.
type answer struct {
	content *fyne.Container
	save    func()
	apply   func(planner.Change)
}

func newAnswer(save func(), apply func(planner.Change)) *answer {
	return &answer{content: widgets.NewColumn(look.SpaceCard), save: save, apply: apply}
}

func (a *answer) show(s planner.Study, p planner.Plan, err error, isNew bool) {
	text := "Save and plan again"
	if isNew {
		text = "Make this plan"
	}
	cards := []fyne.CanvasObject{widgets.NewPrimaryButton(text, a.save).WithHint("Ctrl S")}
	if err == nil {
		cards = append([]fyne.CanvasObject{fitCard(s, p)}, cards...)
		if len(p.WaysOut) > 0 {
			cards = append(cards, a.waysCard(p))
		}
		if len(p.Milestones) > 0 {
			cards = append(cards, milestonesCard(p))
		}
	}
	a.content.Objects = cards
	a.content.Refresh()
}

// fitCard answers "does it fit?" with where the time goes.
func fitCard(s planner.Study, p planner.Plan) fyne.CanvasObject {
	color := look.ColorGood
	switch p.Verdict {
	case planner.Tight, planner.NoRoomForAMock:
		color = look.ColorCaution
	case planner.DoesNotFit, planner.ExamPassed:
		color = look.ColorBad
	}
	rows := []fyne.CanvasObject{
		widgets.NewParagraph(phrase.Verdict(p.Verdict, p.CushionMinutes), widgets.StyleHeading.In(color)),
		widgets.NewParagraph(fmt.Sprintf("%s available before the exam, %s needed for an expected score of %s. This plan reaches %s.",
			phrase.Duration(p.AvailableMinutes), phrase.Duration(p.NeededMinutes), phrase.Share(s.Target), phrase.Share(p.ExpectedScore)), widgets.StyleMuted),
	}
	sums, mocks := map[planner.Activity]int{}, 0
	for _, x := range p.Sessions {
		sums[x.Activity] += x.Minutes
		if x.Activity == planner.MockExam {
			mocks++
		}
	}
	planned := 0
	for _, minutes := range sums {
		planned += minutes
	}
	bar := func(label string, minutes int, color fyne.ThemeColorName) {
		if minutes > 0 && p.AvailableMinutes > 0 {
			rows = append(rows, widgets.NewLabelledBar(label, phrase.Duration(minutes), color, float64(minutes)/float64(p.AvailableMinutes)))
		}
	}
	bar("Learn", sums[planner.Learn], look.ColorDomain(0))
	bar("Practise", sums[planner.Practise], look.ColorDomain(2))
	bar("Review", sums[planner.Review], look.ColorDomain(4))
	bar("Mocks, "+phrase.Count(mocks, "full one", "full ones"), sums[planner.MockExam]+sums[planner.Debrief], look.ColorMock)
	bar("Kept free", p.AvailableMinutes-planned, look.ColorGood)
	for _, n := range p.Notices {
		rows = append(rows, widgets.NewParagraph(n.Text, widgets.StyleCaption))
	}
	return widgets.NewCard("Does it fit?", widgets.NewColumn(look.Space, rows...)).SetBar(widgets.BarTop, color)
}

// waysCard offers what would make it fit.
func (a *answer) waysCard(p planner.Plan) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, w := range p.WaysOut {
		apply := widgets.NewButton("Apply", func() { a.apply(w.Change) })
		apply.Compact = true
		rows = append(rows, widgets.NewFillRow(0, look.Space, widgets.NewParagraph(w.Text, widgets.StyleBody), apply))
	}
	return widgets.NewCard("Ways out, each of them enough", widgets.NewColumn(look.Space, rows...))
}

func milestonesCard(p planner.Plan) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, m := range p.Milestones {
		if i > 0 {
			rows = append(rows, widgets.NewSeparator())
		}
		rows = append(rows, widgets.NewFillRow(0, look.Space, widgets.NewEllipsisText(fmt.Sprintf("M%d %s", i+1, m.Name), widgets.StyleBody), widgets.NewText(phrase.ShortDay(m.Date), widgets.StyleBody)))
	}
	return widgets.NewCard("Milestones you would get", widgets.NewColumn(look.Space, rows...))
}

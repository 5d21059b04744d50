package readiness

import (
	"context"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// sitCard weighs the planned date against later ones.
type sitCard struct {
	card   *widgets.Card
	inside *fyne.Container
	move   func(o app.SitOption)
}

func newSitCard(move func(app.SitOption)) *sitCard {
	c := &sitCard{inside: widgets.NewColumn(look.Space), move: move}
	c.card = widgets.NewCard(lang.T("Sit it, or put it off?"), c.inside)
	return c
}

// show lists the dates; without evidence enough the card is not there.
func (c *sitCard) show(v app.SitView) {
	c.card.Hidden = len(v.Options) == 0
	var rows []fyne.CanvasObject
	for _, o := range v.Options {
		rows = append(rows, c.row(o), widgets.NewSeparator())
	}
	c.inside.Objects = append(rows, widgets.NewParagraph(sitWords(v), widgets.StyleCaption))
	c.card.Refresh()
}

func (c *sitCard) row(o app.SitOption) fyne.CanvasObject {
	date := phrase.Date(o.Date)
	var action fyne.CanvasObject = widgets.NewText(lang.T("as planned"), widgets.StyleMuted)
	if o.Later > 0 {
		date += ", " + lang.N(o.Later/7, "%d week later", "%d weeks later", o.Later/7)
		button := widgets.NewButton(lang.T("Move it there"), func() { c.move(o) })
		button.Compact = true
		action = button
	}
	words := lang.T("Expected score %s, between %d and %d. Does the plan fit? %s.", phrase.Share(o.Median), phrase.Percent(o.Low), phrase.Percent(o.High), phrase.Verdict(o.Verdict, o.CushionMinutes))
	return widgets.NewFillRow(1, look.SpaceCard, widgets.NewText(phrase.Chance(o.Chance), widgets.StyleHeading),
		widgets.NewColumn("", widgets.NewParagraph(date, widgets.StyleStrong), widgets.NewParagraph(words, widgets.StyleMuted)), action)
}

// sitWords says what failing would cost, and what else would help.
func sitWords(v app.SitView) string {
	var words string
	switch {
	case v.Exam.Price != "" && !v.IfFailed.IsZero():
		words = lang.T("If it is not passed, the fee (%s) is due once more and %s allows the next sitting from %s on.", v.Exam.Price, v.Exam.Vendor, phrase.Date(v.IfFailed))
	case !v.IfFailed.IsZero():
		words = lang.T("If it is not passed, the next sitting is allowed from %s on.", phrase.Date(v.IfFailed))
	case v.Exam.Price != "":
		words = lang.T("If it is not passed, the fee (%s) is due once more.", v.Exam.Price)
	default:
		words = lang.T("If it is not passed, the fee is due once more; ask the vendor for the waiting time.")
	}
	if gain := phrase.WeeklyHour(v.PointsPerWeeklyHour); gain != "" {
		words += " " + gain
	}
	return words + " " + lang.T("Nothing you have learned is lost by waiting, but little is gained either where the chance hardly moves.")
}

// onMove moves the exam and repairs the plan for it.
func (p *Page) onMove(o app.SitOption) {
	scenario := planner.Scenario{Name: lang.T("exam on %s", phrase.Date(o.Date)), Change: planner.Change{ExamDate: &o.Date}}
	if _, err := p.model.ApplyWhatIf(context.Background(), scenario); err != nil {
		p.shell.Fail(lang.T("The exam could not be moved"), err)
		return
	}
	p.shell.SayUndoable(lang.T("The exam is on %s now; the plan is repaired for it", phrase.Date(o.Date)))
}

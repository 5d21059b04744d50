package readiness

import (
	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner/readiness"
)

// chanceCard tells the chance of passing, or that there is not enough evidence for one and what would be enough.
type chanceCard struct {
	card             *widgets.Card
	figure, word     *widgets.Text
	score, today     *widgets.Paragraph
	heading          *widgets.Paragraph
	missing          *widgets.Paragraph
	record           *widgets.Button
	known, unknown   *fyne.Container
	line, lineReason *widgets.Paragraph
}

func newChanceCard(record, change func()) *chanceCard {
	c := &chanceCard{
		figure: widgets.NewText("", widgets.StyleFigure), word: widgets.NewText("", widgets.StyleLead.In(look.ColorMuted)),
		score: widgets.NewParagraph("", widgets.StyleMuted), today: widgets.NewParagraph("", widgets.StyleMuted),
		heading: widgets.NewParagraph(lang.T("Not enough evidence yet"), widgets.StyleHeading), missing: widgets.NewParagraph("", widgets.StyleMuted),
		line: widgets.NewParagraph("", widgets.StyleSmall), lineReason: widgets.NewParagraph("", widgets.StyleCaption),
	}
	c.record = widgets.NewPrimaryButton(lang.T("Record a mock"), record)
	changeLine := widgets.NewButton(lang.T("Change…"), change)
	changeLine.Compact = true
	c.known = widgets.NewColumn(look.SpaceTight, widgets.NewFlow(look.Space, c.figure, c.word))
	c.unknown = widgets.NewColumn(look.Space, c.heading, c.missing)
	c.card = widgets.NewCard("", widgets.NewColumn(look.Space,
		c.known, c.unknown, widgets.NewColumn(look.SpaceTight, c.score, c.today), widgets.NewRow("", c.record),
		widgets.NewSeparator(),
		widgets.NewFillRow(0, look.Space, widgets.NewColumn("", c.line, c.lineReason), changeLine),
	))
	return c
}

func (c *chanceCard) show(v app.ReadinessView) {
	known := enough(v)
	c.known.Hidden, c.unknown.Hidden, c.record.Hidden = !known, known, known
	c.card.SetTitle(lang.T("Chance of passing on %s", phrase.Day(v.Study.ExamDate)))
	c.showLine(v)
	if known {
		c.showChance(v.Estimate)
	} else {
		c.showMissing(v.Estimate)
	}
	c.card.Refresh()
}

func (c *chanceCard) showChance(est readiness.Readiness) {
	c.figure.SetText(phrase.Chance(est.Pass.ExamDay))
	c.word.SetText(lang.Said(est.Pass.Word))
	c.score.SetText(lang.T("Expected score %s; with the luck of the day between %d and %d.", phrase.Share(est.ExamDay.Median), phrase.Percent(est.ExamDay.Low), phrase.Percent(est.ExamDay.High)))
	c.today.SetText(lang.T("If you sat it today: %s.", phrase.Chance(est.Pass.Today)))
	c.score.Show()
	c.today.Show()
}

func (c *chanceCard) showMissing(est readiness.Readiness) {
	words := ""
	for i, sentence := range est.Missing {
		if i > 0 {
			words += " "
		}
		words += lang.Said(sentence)
	}
	c.missing.SetText(words)
	c.today.Hide()
	c.score.Hidden = est.Evidence.Mocks == 0
	c.score.SetText(lang.T("So far: a score of about %s, likely between %d and %d.", phrase.Share(est.Score.Median), phrase.Percent(est.Score.Low), phrase.Percent(est.Score.High)))
}

// showLine tells the pass line and where it comes from.
func (c *chanceCard) showLine(v app.ReadinessView) {
	c.line.SetText(lang.T("Pass line %s", phrase.Share(v.Study.PassLine)))
	reason := lang.T("As published.")
	switch {
	case v.Study.ScaledPassMark && v.Exam.Pass.Mark > 0:
		reason = lang.T("Assumed; published is %d of %d on a scale.", v.Exam.Pass.Mark, v.Exam.Pass.ScaleMax)
	case v.Study.ScaledPassMark:
		reason = lang.T("Assumed; no share of correct answers is published.")
	}
	c.lineReason.SetText(reason)
}

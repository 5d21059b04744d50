package readiness

import (
	"context"
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner/readiness"
)

// onWorkedOut explains the figures in plain words, with this person's own.
func (p *Page) onWorkedOut() {
	e, err := p.model.Explain(context.Background())
	if err != nil {
		p.shell.Fail(lang.T("The estimate could not be explained"), err)
		return
	}
	var parts []fyne.CanvasObject
	for _, section := range workedOut(p.view, e, p.sources.rows) {
		part := widgets.NewColumn(look.SpaceTight,
			widgets.NewText(section.title, widgets.StyleStrong), widgets.NewParagraph(section.words, widgets.StyleMuted))
		if section.steps {
			part.Add(stepsTable(e))
		}
		parts = append(parts, part)
	}
	widgets.ShowDialog(p.shell.Window(), widgets.DialogSpec{
		Title: lang.T("How is this worked out?"), Content: widgets.NewColumn(look.SpaceCard, parts...), Cancel: lang.T("Close"), Width: 680,
	})
}

// stepsTable shows what each mock did to the estimate, oldest first.
func stepsTable(e readiness.Explanation) fyne.CanvasObject {
	widths := []float32{56, 110, 96, 72, 48, 100}
	columns := make([]widgets.Column, len(widths))
	for i, title := range phrase.StepHeader {
		columns[i] = widgets.Column{Title: lang.Of(title), MinWidth: widths[i]}
	}
	columns[1].Weight = 1
	t := widgets.NewTable(columns...)
	t.MinRows = min(len(e.Steps), 7)
	rows := make([]widgets.TableRow, len(e.Steps))
	for i, s := range e.Steps {
		rows[i].ID = strconv.Itoa(i)
		for _, text := range phrase.StepCells(s) {
			rows[i].Cells = append(rows[i].Cells, widgets.Cell{Text: text})
		}
	}
	t.SetRows(rows)
	return t
}

type section struct {
	title, words string
	steps        bool // the table of steps belongs under it
}

// workedOut is the explanation, a few sentences for each step.
func workedOut(v app.ReadinessView, e readiness.Explanation, sources []sourceRow) []section {
	est := v.Estimate
	if est.Evidence.Mocks == 0 {
		return []section{{title: lang.T("From mocks alone"), words: lang.T("The estimate begins with your first mock. Until then there is nothing to work out: how sure you feel " +
			"shapes the plan, but never a chance of passing.")}}
	}
	out := []section{
		{title: lang.T("Mock by mock"), words: lang.T("%s %s An untimed question counts half; questions met before are expected to be easier.", basisWords(v), phrase.StepsIntro(e)), steps: true},
		{title: lang.T("Sources differ"), words: sourceWords(sources)},
		{title: lang.T("Domains"), words: lang.T("Each domain has a level of its own. Where few questions were seen it leans on your other domains, and its range is wide. " +
			"The domains are then weighted as the exam weights them.")},
		{title: lang.T("If you sat it today"), words: lang.T("The best estimate is %s of the exam's questions; nine times in ten the score would lie between %d and %d. ",
			phrase.Share(est.Score.Median), phrase.Percent(est.Score.Low), phrase.Percent(est.Score.High)) + phrase.StepsPass(e)},
	}
	if !enough(v) {
		return append(out, section{title: lang.T("No chance of passing yet"), words: lang.T("So few questions would make any such number a guess. %s", joined(est.Missing))})
	}
	return append(out,
		section{title: lang.T("Until the exam"), words: lang.T("%s That counts on your %s of study in an ordinary week. The score should then be %s, between %d and %d.",
			phrase.StepsEnd(e), phrase.Duration(v.Study.Availability.WeekMinutes()), phrase.Share(est.ExamDay.Median), phrase.Percent(est.ExamDay.Low), phrase.Percent(est.ExamDay.High))},
		section{title: lang.T("Chance of passing"), words: lang.T("It is the part of all those possible exam-day scores that reaches the pass line of %s. %s "+
			"It is shown in steps of five, and never as certain: nobody can know better.", phrase.Share(v.Study.PassLine), lineWords(v))},
	)
}

// lineWords says how sure the pass line itself is.
func lineWords(v app.ReadinessView) string {
	if v.Study.ScaledPassMark {
		return lang.T("Only a scaled mark is published, so that line is an assumption; that it may lie some points higher or lower is counted in.")
	}
	return lang.T("That line is published as it stands.")
}

// sourceWords tells how the sources compare with the exam, as far as that is known.
func sourceWords(rows []sourceRow) string {
	out := lang.T("Question banks are easier or harder than the exam. How much is learned from how your results agree, or said by you, and what is not known makes the range wider.")
	for _, r := range rows {
		if r.results().Mocks > 0 {
			out += fmt.Sprintf(" %s: %s.", r.name(), comparedShort(r.results()))
		}
	}
	return out
}

// comparedShort is "3 easier, likely 6 harder to 10 easier", in points.
func comparedShort(r app.SourceResults) string {
	if !r.Known {
		return lang.T("not known yet, %s", r.WhyNot)
	}
	return lang.T("%s, likely %s", phrase.SourcePoints(r.Points), phrase.SourceRange(r.Low, r.High))
}

func joined(sentences []string) string {
	out := ""
	for i, s := range sentences {
		if i > 0 {
			out += " "
		}
		out += lang.Said(s)
	}
	return out
}

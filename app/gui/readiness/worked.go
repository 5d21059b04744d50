package readiness

import (
	"fmt"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/phrase"
)

// onWorkedOut explains the figures in plain words, with this person's own.
func (p *Page) onWorkedOut() {
	var parts []fyne.CanvasObject
	for _, section := range workedOut(p.view, p.sources.rows) {
		parts = append(parts, widgets.NewColumn(look.SpaceTight,
			widgets.NewText(section.title, widgets.StyleStrong), widgets.NewParagraph(section.words, widgets.StyleMuted)))
	}
	widgets.ShowDialog(p.shell.Window(), widgets.DialogSpec{
		Title: "How is this worked out?", Content: widgets.NewColumn(look.SpaceCard, parts...), Cancel: "Close", Width: 620,
	})
}

type section struct{ title, words string }

// workedOut is the explanation, a few sentences for each step.
func workedOut(v app.ReadinessView, sources []sourceRow) []section {
	est := v.Estimate
	if est.Evidence.Mocks == 0 {
		return []section{{"From mocks alone", "The estimate begins with your first mock. Until then there is nothing to work out: how sure you feel " +
			"shapes the plan, but never a chance of passing."}}
	}
	out := []section{
		{"From answers to a level", basisWords(v) + " Every question counts as one piece of evidence; those of an untimed mock count half, " +
			"questions met before are expected to be easier, and what lies far back says less about today."},
		{"Sources differ", sourceWords(sources)},
		{"Domains", "Each domain has a level of its own. Where few questions were seen it leans on your other domains, and its range is wide. " +
			"The domains are then weighted as the exam weights them."},
		{"Today", fmt.Sprintf("The best estimate is %s of the exam's questions; nine times in ten the score would lie between %d and %d.",
			phrase.Share(est.Score.Median), phrase.Percent(est.Score.Low), phrase.Percent(est.Score.High))},
	}
	if !enough(v) {
		return append(out, section{"No chance of passing yet", "So few questions would make any such number a guess. " + joined(est.Missing)})
	}
	return append(out,
		section{"Until the exam", fmt.Sprintf("With your %s of study in an ordinary week, the level is expected to reach %s by %s, between %d and %d.",
			phrase.Duration(v.Study.Availability.WeekMinutes()), phrase.Share(est.ExamDay.Median), phrase.Day(v.Study.ExamDate),
			phrase.Percent(est.ExamDay.Low), phrase.Percent(est.ExamDay.High))},
		section{"Chance of passing", fmt.Sprintf("It is the part of all those possible exam-day scores that reaches the pass line of %s. %s "+
			"It is shown in steps of five, and never as certain: nobody can know better.", phrase.Share(v.Study.PassLine), lineWords(v))},
	)
}

// lineWords says how sure the pass line itself is.
func lineWords(v app.ReadinessView) string {
	if v.Study.ScaledPassMark {
		return "Only a scaled mark is published, so that line is an assumption; that it may lie some points higher or lower is counted in."
	}
	return "That line is published as it stands."
}

// sourceWords tells how the sources compare with the exam, as far as that is known.
func sourceWords(rows []sourceRow) string {
	out := "Question banks are easier or harder than the exam. How much is learned from how your results agree, or said by you, and what is not known makes the range wider."
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
		return "not known yet, " + r.WhyNot
	}
	return fmt.Sprintf("%s, likely %s", phrase.SourcePoints(r.Points), phrase.SourceRange(r.Low, r.High))
}

func joined(sentences []string) string {
	out := ""
	for i, s := range sentences {
		if i > 0 {
			out += " "
		}
		out += s
	}
	return out
}

package setup

import (
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// fitCard answers "does it fit?" with where the time goes. Without any hours it says so and offers the first way out.
func (a *answer) fitCard(v answerView) fyne.CanvasObject {
	color := verdictColor(v.plan.Verdict)
	rows := []fyne.CanvasObject{
		widgets.NewParagraph(fitTitle(v), widgets.StyleHeading.In(color)),
		widgets.NewParagraph(fitWords(v.study, v.plan), widgets.StyleMuted),
	}
	if v.noHours() {
		if len(v.plan.WaysOut) > 0 {
			rows = append(rows, a.wayRow(v.plan.WaysOut[0]))
		}
	} else {
		rows = append(rows, timeBars(v.plan)...)
	}
	for _, n := range v.plan.Notices {
		if v.noHours() && (n.Code == planner.NoticeNoTime || n.Code == planner.NoticeFirstPassShort) {
			continue // said already
		}
		rows = append(rows, widgets.NewParagraph(lang.Said(n.Text), widgets.StyleCaption))
	}
	return widgets.NewCard(lang.T("Does it fit?"), widgets.NewColumn(look.Space, rows...)).SetBar(widgets.BarTop, color)
}

func fitTitle(v answerView) string {
	if v.noHours() {
		return lang.T("No time to study yet")
	}
	return phrase.Verdict(v.plan.Verdict, v.plan.CushionMinutes)
}

func fitWords(s planner.Study, p planner.Plan) string {
	words := lang.T("%s available before the exam, %s needed for an expected score of %s.",
		unbroken(phrase.Duration(p.AvailableMinutes)), unbroken(phrase.Duration(p.NeededMinutes)), phrase.Share(s.Target))
	if p.AvailableMinutes == 0 {
		return words
	}
	words += lang.T(" This plan reaches %s.", phrase.Share(p.ExpectedScore))
	if gain := phrase.WeeklyHour(p.PointsPerWeeklyHour); gain != "" {
		words += " " + gain
	}
	return words
}

// unbroken keeps the parts of a duration on one line.
func unbroken(words string) string { return strings.ReplaceAll(words, " ", "\u00a0") }

func verdictColor(v planner.Verdict) fyne.ThemeColorName {
	switch v {
	case planner.Tight, planner.NoRoomForAMock:
		return look.ColorCaution
	case planner.DoesNotFit, planner.ExamPassed:
		return look.ColorBad
	}
	return look.ColorGood
}

// timeBars show what the available time is used for.
func timeBars(p planner.Plan) []fyne.CanvasObject {
	var sums struct{ learn, practise, review, mocks, full, planned int }
	for _, x := range p.Sessions {
		sums.planned += x.Minutes
		switch x.Activity {
		case planner.Learn:
			sums.learn += x.Minutes
		case planner.Practise:
			sums.practise += x.Minutes
		case planner.Review:
			sums.review += x.Minutes
		case planner.MockExam:
			sums.mocks += x.Minutes
			sums.full++
		case planner.Debrief:
			sums.mocks += x.Minutes
		}
	}
	var bars []fyne.CanvasObject
	bar := func(label string, minutes int, color fyne.ThemeColorName) {
		if minutes > 0 && p.AvailableMinutes > 0 {
			bars = append(bars, widgets.NewLabelledBar(label, phrase.Duration(minutes), color, float64(minutes)/float64(p.AvailableMinutes)))
		}
	}
	bar(lang.T("Learn"), sums.learn, look.ColorDomain(0))
	bar(lang.T("Practise"), sums.practise, look.ColorDomain(2))
	bar(lang.T("Review"), sums.review, look.ColorDomain(4))
	bar(lang.N(sums.full, "Mocks, %d full one", "Mocks, %d full ones", sums.full), sums.mocks, look.ColorMock)
	bar(lang.T("Kept free"), p.AvailableMinutes-sums.planned, look.ColorGood)
	return bars
}

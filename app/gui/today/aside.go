package today

import (
	"image"
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/figures"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/charts"
	"milepost/planner"
)

// chanceCard tells the chance of passing, or what would be enough evidence for one.
func (p *Page) chanceCard() fyne.CanvasObject {
	est := p.view.Estimate
	title := lang.T("Chance of passing on %s", phrase.Day(p.view.Study.ExamDate))
	if !est.HasForecast {
		words := lang.T("Record a mock to see where you stand.")
		if len(est.Missing) > 0 {
			words = lang.Said(est.Missing[0])
		}
		return widgets.NewCard(title, widgets.NewColumn(look.Space, widgets.NewParagraph(lang.T("Not enough evidence yet"), widgets.StyleLead), widgets.NewParagraph(words, widgets.StyleMuted)))
	}
	data := charts.ReadinessData{Words: figures.Words(), Series: est.Series, Forecast: est.Forecast, PassLine: p.view.Study.PassLine, Today: p.view.Today, Exam: p.view.Study.ExamDate}
	chart := widgets.NewChartView(fyne.NewSize(200, 96), func(w, h int, scale float32) image.Image {
		picture, err := charts.Sparkline(data, kit.ChartOptions(p.shell, w, h, scale))
		if err != nil {
			return image.NewNRGBA(image.Rect(0, 0, w, h))
		}
		return picture
	})
	chart.Alternative = data.Summary()
	words := lang.T("Expected score %s, between %d and %d. If you sat it today: %s. %s", phrase.Share(est.ExamDay.Median),
		phrase.Percent(est.ExamDay.Low), phrase.Percent(est.ExamDay.High), phrase.Chance(est.Pass.Today), p.evidenceWords())
	return widgets.NewCard(title, widgets.NewColumn(look.Space,
		widgets.NewFlow(look.Space, widgets.NewText(phrase.Chance(est.Pass.ExamDay), widgets.StyleFigure), widgets.NewText(lang.Said(est.Pass.Word), widgets.StyleLead.In(look.ColorMuted))),
		widgets.NewParagraph(words, widgets.StyleMuted), chart))
}

// evidenceWords says what the chance rests on.
func (p *Page) evidenceWords() string {
	e := p.view.Estimate.Evidence
	if e.Mocks == 0 {
		return lang.T("From the sitting that was not passed; a mock would tell more.")
	}
	return lang.T("From %s, the last %s.", lang.N(e.Mocks, "%d mock", "%d mocks", e.Mocks), phrase.DaysFromNow(p.view.Today, e.Last))
}

func cushionCard(v app.TodayView) fyne.CanvasObject {
	color := look.ColorGood
	switch v.Check.Verdict {
	case planner.Tight, planner.NoRoomForAMock:
		color = look.ColorCaution
	case planner.DoesNotFit, planner.ExamPassed:
		color = look.ColorBad
	}
	words := lang.T("%s available, %s needed.", unbroken(phrase.Duration(v.Check.AvailableMinutes)), unbroken(phrase.Duration(v.Check.NeededMinutes)))
	if gain := phrase.WeeklyHour(v.Check.PointsPerWeeklyHour); gain != "" {
		words += " " + gain
	}
	if len(v.Check.WaysOut) > 0 {
		words += lang.T(" One way out: %s.", lang.Said(v.Check.WaysOut[0].Text))
	}
	return widgets.NewCard(lang.T("Cushion"), widgets.NewColumn(look.SpaceTight,
		widgets.NewText(phrase.Signed(v.Check.CushionMinutes), widgets.StyleHeading.In(color)), widgets.NewParagraph(words, widgets.StyleMuted)))
}

// unbroken keeps the parts of a duration on one line.
func unbroken(words string) string { return strings.ReplaceAll(words, " ", "\u00a0") }

// weekCard shows this week day by day; nil when nothing was planned or done in it.
func weekCard(v app.TodayView) fyne.CanvasObject {
	planned, done := 0, 0
	bars := make([]widgets.WeekBar, len(v.Week))
	for i, d := range v.Week {
		planned += d.PlannedMin
		done += d.DoneMin
		bars[i] = widgets.WeekBar{
			Label: lang.ShortWeekday(d.Date.Weekday()), Planned: float64(d.PlannedMin), Done: float64(d.DoneMin), Today: d.Date == v.Today,
			Words: []string{lang.Capital(phrase.WeekdayDay(d.Date)), lang.T("Planned %s", phrase.Duration(d.PlannedMin)), lang.T("Done %s", phrase.Duration(d.DoneMin))},
		}
	}
	if planned+done == 0 {
		return nil
	}
	return widgets.NewCard(lang.T("This week · %s planned", phrase.Duration(planned)), widgets.NewWeekBars(bars))
}

package today

import (
	"fmt"
	"image"
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/phrase"
	"milepost/charts"
	"milepost/planner"
)

// chanceCard tells the chance of passing, or what would be enough evidence for one.
func (p *Page) chanceCard() fyne.CanvasObject {
	est := p.view.Estimate
	title := "Chance of passing on " + phrase.Day(p.view.Study.ExamDate)
	if !est.HasForecast {
		words := "Record a mock to see where you stand."
		if len(est.Missing) > 0 {
			words = est.Missing[0]
		}
		return widgets.NewCard(title, widgets.NewColumn(look.Space, widgets.NewParagraph("Not enough evidence yet", widgets.StyleLead), widgets.NewParagraph(words, widgets.StyleMuted)))
	}
	data := charts.ReadinessData{Series: est.Series, Forecast: est.Forecast, PassLine: p.view.Study.PassLine, Today: p.view.Today, Exam: p.view.Study.ExamDate}
	chart := widgets.NewChartView(fyne.NewSize(200, 96), func(w, h int, scale float32) image.Image {
		picture, err := charts.Sparkline(data, kit.ChartOptions(p.shell, w, h, scale))
		if err != nil {
			return image.NewNRGBA(image.Rect(0, 0, w, h))
		}
		return picture
	})
	chart.Alternative = data.Summary()
	words := fmt.Sprintf("Expected score %s, between %d and %d. If you sat it today: %s. %s", phrase.Share(est.ExamDay.Median),
		phrase.Percent(est.ExamDay.Low), phrase.Percent(est.ExamDay.High), phrase.Chance(est.Pass.Today), p.evidenceWords())
	return widgets.NewCard(title, widgets.NewColumn(look.Space,
		widgets.NewFlow(look.Space, widgets.NewText(phrase.Chance(est.Pass.ExamDay), widgets.StyleFigure), widgets.NewText(est.Pass.Word, widgets.StyleLead.In(look.ColorMuted))),
		widgets.NewParagraph(words, widgets.StyleMuted), chart))
}

// evidenceWords says what the chance rests on.
func (p *Page) evidenceWords() string {
	e := p.view.Estimate.Evidence
	if e.Mocks == 0 {
		return "From the sitting that was not passed; a mock would tell more."
	}
	return fmt.Sprintf("From %s, the last %s.", phrase.Count(e.Mocks, "mock", "mocks"), phrase.DaysFromNow(p.view.Today, e.Last))
}

func cushionCard(v app.TodayView) fyne.CanvasObject {
	color := look.ColorGood
	switch v.Check.Verdict {
	case planner.Tight, planner.NoRoomForAMock:
		color = look.ColorCaution
	case planner.DoesNotFit, planner.ExamPassed:
		color = look.ColorBad
	}
	words := fmt.Sprintf("%s available, %s needed.", unbroken(phrase.Duration(v.Check.AvailableMinutes)), unbroken(phrase.Duration(v.Check.NeededMinutes)))
	if gain := phrase.WeeklyHour(v.Check.PointsPerWeeklyHour); gain != "" {
		words += " " + gain
	}
	if len(v.Check.WaysOut) > 0 {
		words += " One way out: " + v.Check.WaysOut[0].Text + "."
	}
	return widgets.NewCard("Cushion", widgets.NewColumn(look.SpaceTight,
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
			Label: d.Date.Time().Format("Mon"), Planned: float64(d.PlannedMin), Done: float64(d.DoneMin), Today: d.Date == v.Today,
			Words: []string{phrase.WeekdayDay(d.Date), "Planned " + phrase.Duration(d.PlannedMin), "Done " + phrase.Duration(d.DoneMin)},
		}
	}
	if planned+done == 0 {
		return nil
	}
	return widgets.NewCard("This week · "+phrase.Duration(planned)+" planned", widgets.NewWeekBars(bars))
}

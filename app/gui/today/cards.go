package today

import (
	"context"
	"fmt"
	"image"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/sessionform"
	"milepost/app/gui/widgets"
	"milepost/app/phrase"
	"milepost/charts"
	"milepost/planner"
)

// nowCard is the one thing to do now, or what comes next when the day is done.
func (p *Page) nowCard() fyne.CanvasObject {
	s := p.view.Now
	if s == nil {
		return p.restCard()
	}
	start := widgets.NewPrimaryButton("", nil)
	finish := widgets.NewButton("Finish", p.timer.done)
	finish.Hidden = !p.timer.started()
	row := widgets.NewFlow(look.Space, start, finish,
		widgets.NewButton("Done already", func() { p.finish(s.ID, 0) }),
		widgets.NewButton("Move…", func() {
			sessionform.Move(p.shell, p.model, sessionform.MoveSpec{Session: *s, Today: p.view.Today, Exam: p.view.Study.ExamDate, Label: s.Title})
		}),
		widgets.NewQuietButton("Skip", func() {
			p.do("The session could not be skipped", "Skipped", func(ctx context.Context) error { return p.model.SkipSession(ctx, s.ID) })
		}))
	p.timer.follow(start, func() {
		finish.Hidden = !p.timer.started()
		row.Refresh()
	})
	p.first = start
	card := widgets.NewCard("Now", widgets.NewColumn(look.SpaceCard,
		widgets.NewColumn(look.SpaceTight, widgets.NewParagraph(s.Title, widgets.StyleHeading), widgets.NewParagraph(s.Detail+". "+s.Reason, widgets.StyleMuted)), row))
	return card.SetBar(widgets.BarLeft, colorOf(*s))
}

// colorOf is the colour of a session's domain.
func colorOf(s app.SessionView) fyne.ThemeColorName {
	if s.DomainIndex >= 0 {
		return look.ColorDomain(s.DomainIndex)
	}
	return look.ColorMock
}

func (p *Page) restCard() fyne.CanvasObject {
	title, words := "Nothing is left today", "Rest is part of the plan."
	if next := p.view.Next; next != nil {
		words += fmt.Sprintf(" Next: %s on %s, %s.", next.Title, phrase.WeekdayDay(next.Date), next.Detail)
	}
	return widgets.NewCard("Now", widgets.NewColumn(look.SpaceTight, widgets.NewParagraph(title, widgets.StyleHeading), widgets.NewParagraph(words, widgets.StyleMuted)))
}

// alsoCard is the rest of the day.
func (p *Page) alsoCard() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, s := range p.view.Also {
		if len(rows) > 0 {
			rows = append(rows, widgets.NewSeparator())
		}
		rows = append(rows, p.alsoRow(s))
	}
	if p.view.FreeMin > 0 {
		words := fmt.Sprintf("%s free before the day's limit of %s", phrase.Duration(p.view.FreeMin), phrase.Duration(p.view.LimitMin))
		rows = append(rows, widgets.NewParagraph(words, widgets.StyleMuted))
	}
	return widgets.NewCard("Also today", widgets.NewColumn(look.Space, rows...))
}

func (p *Page) alsoRow(s app.SessionView) fyne.CanvasObject {
	check := widgets.NewCheck("", func(on bool) {
		if on {
			p.finish(s.ID, 0)
			return
		}
		p.do("The session could not be reopened", "Reopened", func(ctx context.Context) error { return p.model.ReopenSession(ctx, s.ID) })
	})
	check.SetOn(s.Status == planner.Done)
	words := widgets.NewColumn("", widgets.NewEllipsisText(s.Title, widgets.StyleStrong), widgets.NewEllipsisText(s.Detail, widgets.StyleCaption))
	return widgets.NewFillRow(2, look.SpaceCard, check, widgets.NewTallMark(colorOf(s)), words, widgets.NewText(phrase.Duration(s.Minutes), widgets.StyleBody))
}

func milestoneCard(v app.TodayView) fyne.CanvasObject {
	ms := v.NextMilestone
	share := 0.0
	if ms.Total > 0 {
		share = float64(ms.Done) / float64(ms.Total)
	}
	words := fmt.Sprintf("%s, %s · %d of %d sessions done", phrase.WeekdayDay(ms.Date), phrase.DaysFromNow(v.Today, ms.Date), ms.Done, ms.Total)
	return widgets.NewCard("Next milestone", widgets.NewColumn(look.Space,
		widgets.NewParagraph(fmt.Sprintf("M%d · %s", ms.Number, ms.Name), widgets.StyleStrong), widgets.NewParagraph(words, widgets.StyleMuted),
		widgets.NewProgressBar(look.ColorAccentText, share)))
}

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
	words := fmt.Sprintf("Expected score %s, between %d and %d. If you sat it today: %s. From %s, the last %s.", phrase.Share(est.ExamDay.Median),
		phrase.Percent(est.ExamDay.Low), phrase.Percent(est.ExamDay.High), phrase.Chance(est.Pass.Today), phrase.Count(est.Evidence.Mocks, "mock", "mocks"), phrase.DaysFromNow(p.view.Today, est.Evidence.Last))
	return widgets.NewCard(title, widgets.NewColumn(look.Space,
		widgets.NewFlow(look.Space, widgets.NewText(phrase.Chance(est.Pass.ExamDay), widgets.StyleFigure), widgets.NewText(est.Pass.Word, widgets.StyleLead.In(look.ColorMuted))),
		widgets.NewParagraph(words, widgets.StyleMuted), chart))
}

func cushionCard(v app.TodayView) fyne.CanvasObject {
	color := look.ColorGood
	switch v.Check.Verdict {
	case planner.Tight, planner.NoRoomForAMock:
		color = look.ColorCaution
	case planner.DoesNotFit, planner.ExamPassed:
		color = look.ColorBad
	}
	words := fmt.Sprintf("%s available, %s needed.", phrase.Duration(v.Check.AvailableMinutes), phrase.Duration(v.Check.NeededMinutes))
	if len(v.Check.WaysOut) > 0 {
		words += " One way out: " + v.Check.WaysOut[0].Text + "."
	}
	return widgets.NewCard("Cushion", widgets.NewColumn(look.SpaceTight,
		widgets.NewText(phrase.Signed(v.Check.CushionMinutes), widgets.StyleHeading.In(color)), widgets.NewParagraph(words, widgets.StyleMuted)))
}

func weekCard(v app.TodayView) fyne.CanvasObject {
	planned := 0
	bars := make([]widgets.WeekBar, len(v.Week))
	for i, d := range v.Week {
		planned += d.PlannedMin
		bars[i] = widgets.WeekBar{
			Label: d.Date.Time().Format("Mon"), Planned: float64(d.PlannedMin), Done: float64(d.DoneMin), Today: d.Date == v.Today,
			Words: []string{phrase.WeekdayDay(d.Date), "Planned " + phrase.Duration(d.PlannedMin), "Done " + phrase.Duration(d.DoneMin)},
		}
	}
	return widgets.NewCard("This week · "+phrase.Duration(planned)+" planned", widgets.NewWeekBars(bars))
}

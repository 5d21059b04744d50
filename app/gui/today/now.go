package today

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/sessionform"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// nowCard is the one thing to do now, or what comes next when there is nothing to do.
func (p *Page) nowCard() fyne.CanvasObject {
	s := p.view.Now
	if s == nil {
		return p.restCard()
	}
	start := widgets.NewPrimaryButton("", p.onTimer)
	finish, more := widgets.NewButton(lang.T("Finish"), p.timer.done), widgets.NewButton(lang.T("10 min more"), p.timer.extend)
	done := widgets.NewButton(lang.T("Done already"), func() { p.finish(s.ID, 0) })
	row := widgets.NewFlow(look.Space, start, finish, more, done,
		widgets.NewButton(lang.T("Move…"), func() {
			sessionform.Move(p.shell, p.model, sessionform.MoveSpec{Session: *s, Today: p.view.Today, Exam: p.view.Study.ExamDate, Label: s.Title, Return: p.FocusFirst})
		}),
		widgets.NewQuietButton(lang.T("Skip"), func() {
			p.do(lang.T("The session could not be skipped"), lang.T("Skipped"), func(ctx context.Context) error { return p.model.SkipSession(ctx, s.ID) })
		}))
	words := nowWords(*s)
	if s.Activity == planner.MockExam {
		if p.view.HasGuess {
			words += lang.T(" You expect %s.", phrase.Share(p.view.Guess/100))
		} else {
			row.Add(widgets.NewQuietButton(lang.T("What will you score?"), func() { p.shell.Open(kit.Diary) }))
		}
	}
	gap := p.gapRow()
	show := func() {
		finish.Hidden, more.Hidden = !p.timer.started(), !p.timer.started()
		gap.Hidden = p.timer.gap == 0
	}
	show()
	column := widgets.NewColumn(look.SpaceCard,
		widgets.NewColumn(look.SpaceTight, widgets.NewParagraph(s.Title, widgets.StyleHeading), widgets.NewParagraph(words, widgets.StyleMuted)), row, gap)
	p.timer.follow(start, func() {
		show()
		row.Refresh()
		column.Refresh()
	})
	p.first = start
	card := widgets.NewCard(nowTitle(*s), column)
	return card.SetBar(widgets.BarLeft, colorOf(*s))
}

// nowTitle has the time on the clock when the day has one.
func nowTitle(s app.SessionView) string {
	if s.Start.IsZero() {
		return lang.T("Now")
	}
	return lang.T("Now · usual start %s", s.Start.String())
}

// nowWords say what to do, how, and why.
func nowWords(s app.SessionView) string {
	words := []string{s.Detail + "."}
	for _, sentence := range []string{phrase.HowTo(s.Method), lang.Said(s.Reason)} {
		if sentence != "" {
			words = append(words, sentence)
		}
	}
	return strings.Join(words, " ")
}

// restCard says why there is nothing to do now, and what comes next.
func (p *Page) restCard() fyne.CanvasObject {
	if p.view.Next == nil {
		return p.emptyCard()
	}
	words := lang.T("The first session is on ")
	if p.view.DayCount > 0 {
		words = lang.T("Rest is part of the plan. The next session is on ")
	}
	words += phrase.WeekdayDay(p.view.Next.Date) + "."
	return widgets.NewCard(lang.T("Now"), widgets.NewColumn(look.SpaceTight, widgets.NewParagraph(restTitle(p.view), widgets.StyleHeading), widgets.NewParagraph(words, widgets.StyleMuted)))
}

func restTitle(v app.TodayView) string {
	switch {
	case v.DayCount < 1:
		return lang.T("Your study has not begun")
	case v.PlannedMin > 0:
		return lang.T("Nothing is left today")
	case v.Study.Availability.IsOff(v.Today):
		return lang.T("Today is a day off")
	}
	return lang.T("Nothing is planned today")
}

// emptyCard stands where no session is left at all before the exam, and leads to what can be done about it.
func (p *Page) emptyCard() fyne.CanvasObject {
	title, words := lang.T("Nothing is planned any more"), lang.T("No session is left before the exam. Rebalance, and the days that are left are filled as well as they can be.")
	hours := widgets.NewButton(lang.T("Change your hours"), func() { p.shell.Open(kit.Setup) })
	again := widgets.NewPrimaryButton(lang.T("Rebalance"), p.onPlanAgain)
	buttons := []fyne.CanvasObject{again, hours}
	p.first = again
	switch {
	case p.view.DaysLeft == 1:
		title, words = lang.T("The exam is tomorrow"), lang.T("Nothing is left to do. Rest, and put your papers ready.")
		buttons, p.first = nil, nil
	case p.view.Check.AvailableMinutes == 0:
		title, words = lang.T("Nothing can be planned yet"), lang.T("There is no time to study before the exam. Say when you can, and the plan follows.")
		hours.Kind = widgets.ButtonPrimary
		buttons, p.first = []fyne.CanvasObject{hours}, hours
	}
	rows := []fyne.CanvasObject{widgets.NewColumn(look.SpaceTight, widgets.NewParagraph(title, widgets.StyleHeading), widgets.NewParagraph(words, widgets.StyleMuted))}
	if len(buttons) > 0 {
		rows = append(rows, widgets.NewFlow(look.Space, buttons...))
	}
	return widgets.NewCard(lang.T("Now"), widgets.NewColumn(look.SpaceCard, rows...))
}

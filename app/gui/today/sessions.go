package today

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// colorOf is the colour of a session's domain.
func colorOf(s app.SessionView) fyne.ThemeColorName {
	if s.DomainIndex >= 0 {
		return look.ColorDomain(s.DomainIndex)
	}
	return look.ColorMock
}

// alsoCard is the rest of the day, with the time that is free in it.
func (p *Page) alsoCard() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, s := range p.view.Also {
		if len(rows) > 0 {
			rows = append(rows, widgets.NewSeparator())
		}
		rows = append(rows, p.alsoRow(s))
	}
	if p.bufferWorthTelling() {
		if len(rows) > 0 {
			rows = append(rows, widgets.NewSeparator())
		}
		words := lang.T("Buffer: %s free before the day's limit of %s", phrase.Duration(p.view.FreeMin), phrase.Duration(p.view.LimitMin))
		rows = append(rows, widgets.NewFillRow(1, look.SpaceCard, widgets.NewTallMark(look.ColorTrack), widgets.NewParagraph(words, widgets.StyleMuted)))
	}
	title := lang.T("Also today")
	if p.view.Now == nil {
		title = lang.T("Today")
	}
	return widgets.NewCard(title, widgets.NewColumn(look.Space, rows...))
}

// leastBuffer is the least free time of a day, in minutes, that one can do something with.
const leastBuffer = 10

func (p *Page) bufferWorthTelling() bool { return p.view.FreeMin >= leastBuffer && p.view.DayCount > 0 }

func (p *Page) alsoRow(s app.SessionView) fyne.CanvasObject {
	var check *widgets.Check
	check = widgets.NewCheck("", func(on bool) {
		ok := false
		if on {
			ok = p.finish(s.ID, 0)
		} else {
			ok = p.do(lang.T("The session could not be reopened"), lang.T("Reopened"), func(ctx context.Context) error { return p.model.ReopenSession(ctx, s.ID) })
		}
		if !ok {
			check.SetOn(!on) // it shows what is stored
		}
	})
	check.Name = lang.T("Done: %s", s.Title)
	check.SetOn(s.Status == planner.Done)
	minutes := s.Minutes
	if s.Status == planner.Done {
		minutes = s.DoneMinutes
	}
	return widgets.NewFillRow(2, look.SpaceCard, check, widgets.NewTallMark(colorOf(s)), sessionWords(s), widgets.NewText(phrase.Duration(minutes), widgets.StyleBody))
}

func sessionWords(s app.SessionView) fyne.CanvasObject {
	return widgets.NewColumn("", widgets.NewEllipsisText(s.Title, widgets.StyleStrong), widgets.NewEllipsisText(s.Timed(s.Detail), widgets.StyleCaption))
}

// How much of the days ahead is shown: enough to look forward, little enough to stay calm.
const (
	comingDays   = 3
	comingPerDay = 2
)

// comingCard is the next few days that have sessions. The longer today's list, the fewer of them.
func (p *Page) comingCard() fyne.CanvasObject {
	days := comingUp(p.plan.Sessions, p.view.Today, max(comingDays-len(p.view.Also), 2))
	if len(days) == 0 {
		return nil
	}
	var rows []fyne.CanvasObject
	for i, day := range days {
		if i > 0 {
			rows = append(rows, widgets.NewSeparator())
		}
		rows = append(rows, comingDay(p.view.Today, day))
	}
	whole := widgets.NewButton(lang.T("The whole plan"), func() { p.shell.Open(kit.Plan) })
	whole.Compact = true
	return widgets.NewCard(lang.T("Coming up"), widgets.NewColumn(look.Space, append(rows, widgets.NewRow("", whole))...))
}

// comingUp groups the planned sessions after today by day, for the first days that have any.
func comingUp(sessions []app.SessionView, today planner.Date, most int) [][]app.SessionView {
	var days [][]app.SessionView
	for _, s := range sessions {
		if s.Status != planner.Planned || !s.Date.After(today) {
			continue
		}
		last := len(days) - 1
		switch {
		case last >= 0 && days[last][0].Date == s.Date:
			days[last] = append(days[last], s)
		case len(days) == most:
			return days
		default:
			days = append(days, []app.SessionView{s})
		}
	}
	return days
}

// comingDay is a day's heading with its first sessions.
func comingDay(today planner.Date, sessions []app.SessionView) fyne.CanvasObject {
	minutes := 0
	for _, s := range sessions {
		minutes += s.Minutes
	}
	date := sessions[0].Date
	heading := lang.Capital(phrase.WeekdayDay(date))
	if today.DaysUntil(date) == 1 {
		heading = lang.T("Tomorrow, %s", phrase.WeekdayDay(date))
	}
	rows := []fyne.CanvasObject{widgets.NewFillRow(0, look.Space, widgets.NewEllipsisText(heading, widgets.StyleCaption), widgets.NewText(phrase.Duration(minutes), widgets.StyleCaption))}
	for _, s := range sessions[:min(len(sessions), comingPerDay)] {
		rows = append(rows, widgets.NewFillRow(1, look.SpaceCard, widgets.NewTallMark(colorOf(s)), sessionWords(s)))
	}
	if more := len(sessions) - comingPerDay; more > 0 {
		rows = append(rows, widgets.NewText(lang.T("and %d more", more), widgets.StyleCaption))
	}
	return widgets.NewColumn(look.SpaceTight, rows...)
}

func milestoneCard(v app.TodayView) fyne.CanvasObject {
	ms := v.NextMilestone
	share := 0.0
	if ms.Total > 0 {
		share = float64(ms.Done) / float64(ms.Total)
	}
	words := lang.T("%s, %s · %d of %d sessions done", lang.Capital(phrase.WeekdayDay(ms.Date)), phrase.DaysFromNow(v.Today, ms.Date), ms.Done, ms.Total)
	if ms.ID == planner.MilestoneCovered && !v.Check.FirstPass.Done() {
		words += lang.T(" · likely %s", phrase.FirstPassSpan(v.Check.FirstPass))
	}
	return widgets.NewCard(lang.T("Next milestone"), widgets.NewColumn(look.Space,
		widgets.NewParagraph(fmt.Sprintf("M%d · %s", ms.Number, lang.Said(ms.Name)), widgets.StyleStrong), widgets.NewParagraph(words, widgets.StyleMuted),
		widgets.NewProgressBar(look.ColorAccentText, share)))
}

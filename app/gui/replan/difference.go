package replan

import (
	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// difference shows what a repair changes: one sentence, the weeks before and after, the figures, and each session with its reason.
type difference struct {
	content  *fyne.Container
	headline *widgets.Text
	figures  *fyne.Container
	weeks    *widgets.WeekBars
	list     *fyne.Container
}

func newDifference() *difference {
	d := &difference{
		headline: widgets.NewText("", widgets.StyleStrong),
		figures:  widgets.NewEqualColumns(look.Space, figureWidth),
		weeks:    widgets.NewWeekBars(nil),
	}
	d.list = widgets.NewColumn(look.Space)
	d.content = widgets.NewColumn(look.SpaceCard, d.headline, d.figures,
		widgets.NewColumn(look.SpaceTight, widgets.NewText(lang.T("Hours a week: grey as planned now, green as it would be"), widgets.StyleCaption), d.weeks), d.list)
	return d
}

// figureWidth is the least width of a figure, in logical pixels.
const figureWidth = 128

func (d *difference) show(v app.RebalanceView) {
	d.headline.SetText(headline(v.Difference))
	d.figures.Objects = figures(v)
	d.figures.Refresh()
	d.weeks.SetBars(weekBars(v))
	d.list.Objects = rows(v)
	d.list.Refresh()
	d.content.Refresh()
}

// headline says in one sentence how much changes.
func headline(d planner.Difference) string {
	switch {
	case d.ChangedSessions == 0:
		return lang.T("Nothing needs to change.")
	case d.FurthestDays == 0:
		return lang.T("%d of %s change; none moves to another day.", d.ChangedSessions, lang.N(d.FutureSessions, "%d session", "%d sessions", d.FutureSessions))
	}
	return lang.T("%d of %s change; none moves further than %s.", d.ChangedSessions,
		lang.N(d.FutureSessions, "%d session", "%d sessions", d.FutureSessions), lang.N(d.FurthestDays, "%d day", "%d days", d.FurthestDays))
}

// figures are the answer before and after.
func figures(v app.RebalanceView) []fyne.CanvasObject {
	d := v.Difference
	out := []fyne.CanvasObject{
		figure(lang.T("Cushion"), phrase.Signed(d.CushionBefore), phrase.Signed(d.CushionAfter)),
		figure(lang.T("Expected score"), phrase.Share(d.ScoreBefore), phrase.Share(d.ScoreAfter)),
	}
	if v.HasChance {
		out = append(out, figure(lang.T("Chance of passing"), phrase.Chance(v.ChanceBefore), phrase.Chance(v.ChanceAfter)))
	}
	if !d.BusiestDay.IsZero() {
		out = append(out, widgets.NewColumn(look.SpaceTight, widgets.NewText(lang.T("Busiest day"), widgets.StyleCaption),
			widgets.NewText(phrase.Duration(d.BusiestDayMinutes), widgets.StyleStrong), widgets.NewText(phrase.ShortDay(d.BusiestDay), widgets.StyleMuted)))
	}
	return out
}

// figure is a value with what it was before.
func figure(name, before, after string) fyne.CanvasObject {
	was := lang.T("as before")
	if before != after {
		was = lang.T("was %s", before)
	}
	return widgets.NewColumn(look.SpaceTight, widgets.NewText(name, widgets.StyleCaption), widgets.NewText(after, widgets.StyleStrong), widgets.NewText(was, widgets.StyleMuted))
}

// weeksMost is how many weeks the bars show; the changes of a repair lie near.
const weeksMost = 10

// weekBars adds the days up by week, from this one on.
func weekBars(v app.RebalanceView) []widgets.WeekBar {
	var out []widgets.WeekBar
	monday := v.Today.Monday()
	for _, day := range v.Days {
		n := monday.DaysUntil(day.Date) / 7
		if n >= weeksMost {
			break
		}
		for len(out) <= n {
			out = append(out, widgets.WeekBar{Label: phrase.ShortDay(monday.AddDays(7 * len(out))), Today: len(out) == 0})
		}
		out[n].Planned += float64(day.BeforeMin)
		out[n].Done += float64(day.AfterMin)
	}
	for i := range out {
		out[i].Words = []string{lang.T("Week of %s", phrase.Day(monday.AddDays(7*i))),
			lang.T("Now %s", phrase.Duration(int(out[i].Planned))), lang.T("Then %s", phrase.Duration(int(out[i].Done)))}
	}
	return out
}

// change is a row of the table.
type change struct {
	what, when, why string
	session         app.SessionView
	label           string
}

// rowsMost is how many changes are listed; the rest is counted.
const rowsMost = 40

// rows are all changes: what moves first, then what becomes something else, what comes and what goes.
func rows(v app.RebalanceView) []fyne.CanvasObject {
	var all []change
	for _, c := range v.Moved {
		all = append(all, change{lang.T("Moves"), lang.T("%s to %s", phrase.ShortDay(c.From), phrase.ShortDay(c.To)), lang.Said(c.Reason), c.SessionView, label(c.SessionView)})
	}
	for _, c := range v.Altered {
		text := label(c.After)
		if c.Before.Minutes != c.After.Minutes {
			text = lang.T("%s, %s instead of %s", text, phrase.Duration(c.After.Minutes), phrase.Duration(c.Before.Minutes))
		} else if c.Before.Domain != c.After.Domain {
			text = lang.T("%s instead of %s", text, c.Before.Code)
		}
		all = append(all, change{lang.T("Becomes"), phrase.ShortDay(c.After.Date), lang.Said(c.Reason), c.After, text})
	}
	for _, c := range v.Added {
		all = append(all, change{lang.T("Comes"), phrase.ShortDay(c.Date), lang.Said(c.Reason), c.SessionView, label(c.SessionView)})
	}
	for _, c := range v.Removed {
		all = append(all, change{lang.T("Goes"), phrase.ShortDay(c.Date), lang.Said(c.Reason), c.SessionView, label(c.SessionView)})
	}
	if len(all) == 0 {
		return []fyne.CanvasObject{widgets.NewText(lang.T("Every session stays as it is."), widgets.StyleMuted)}
	}
	out := make([]fyne.CanvasObject, 0, 2*len(all))
	for _, c := range all[:min(len(all), rowsMost)] {
		out = append(out, widgets.NewSeparator(), c.row())
	}
	if more := len(all) - rowsMost; more > 0 {
		out = append(out, widgets.NewSeparator(), widgets.NewText(lang.T("and %s more", lang.N(more, "%d change", "%d changes", more)), widgets.StyleMuted))
	}
	return out
}

// row shows what happens to which session and when, with the reason below.
func (c change) row() fyne.CanvasObject {
	name := widgets.NewFillRow(1, look.Space, widgets.NewDomainMark(markColor(c.session)), widgets.NewEllipsisText(c.label, widgets.StyleBody))
	return widgets.NewColumn(look.SpaceTight,
		widgets.NewWeightedColumns(look.SpaceCard, []float32{1, 5, 2}, widgets.NewText(c.what, widgets.StyleStrong), name, widgets.NewText(c.when, widgets.StyleBody)),
		widgets.NewWeightedColumns(look.SpaceCard, []float32{1, 7}, widgets.NewText("", widgets.StyleCaption), widgets.NewParagraph(c.why, widgets.StyleCaption)))
}

// label names a session: "D2 Systems Lifecycle Management".
func label(s app.SessionView) string {
	if s.DomainIndex < 0 {
		return s.Title
	}
	return s.Code + " " + s.Title
}

// markColor is the colour of a session's domain; mocks and their debriefs have one of their own.
func markColor(s app.SessionView) fyne.ThemeColorName {
	switch {
	case s.DomainIndex >= 0:
		return look.ColorDomain(s.DomainIndex)
	case s.Activity == planner.MockExam || s.Activity == planner.Debrief:
		return look.ColorMock
	}
	return look.ColorMuted
}

package plan

import (
	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// dayCard shows the sessions of the chosen day and what can be done with the day.
type dayCard struct {
	card    *widgets.Card
	rows    []*sessionRow
	inside  *fyne.Container // the rows
	nothing *widgets.Paragraph
	add     *widgets.Button
	off     *widgets.Button
	do      dayActions
	view    app.PlanView
	day     planner.Date
}

// dayActions is what the card asks of the page.
type dayActions struct {
	session func(s app.SessionView, key fyne.KeyName) bool
	menu    func(s app.SessionView, from fyne.CanvasObject)
	add     func()
	dayOff  func()
}

func newDayCard(do dayActions) *dayCard {
	c := &dayCard{do: do, inside: widgets.NewColumn(look.SpaceTight), nothing: widgets.NewParagraph("", widgets.StyleMuted)}
	c.add = widgets.NewButton(lang.T("Add…"), do.add)
	c.off = widgets.NewButton(lang.T("Day off"), do.dayOff)
	c.card = widgets.NewCard("", widgets.NewColumn(look.Space, c.inside, c.nothing, widgets.NewFlow(look.Space, c.add, c.off)))
	return c
}

// show changes the day, or brings it up to date. Rows that stay keep the focus.
func (c *dayCard) show(v app.PlanView, day planner.Date) {
	focused := c.focusedRow()
	sameDay := c.day == day
	c.view, c.day = v, day
	sessions := sessionsOn(v, day)
	c.fillRows(sessions)
	c.card.SetTitle(dayTitle(v, day))
	c.nothing.SetText(emptyDay(v, day))
	c.nothing.Hidden = len(sessions) > 0
	c.add.Hidden = !day.Before(v.Study.ExamDate)
	c.off.Hidden = day.Before(v.Today) || !day.Before(v.Study.ExamDate)
	c.off.SetText(lang.T("Day off"))
	if v.Study.Availability.IsOff(day) {
		c.off.SetText(lang.T("Cancel day off"))
	}
	c.card.Refresh()
	if focused >= 0 && sameDay && c.focusedRow() < 0 && len(c.rows) > 0 {
		focus(c.rows[min(focused, len(c.rows)-1)]) // the session it was on has gone
	}
}

// fillRows reuses the row of every session that is still there.
func (c *dayCard) fillRows(sessions []app.SessionView) {
	before := make(map[string]*sessionRow, len(c.rows))
	for _, row := range c.rows {
		before[row.session.ID] = row
	}
	c.rows = c.rows[:0:0]
	objects := make([]fyne.CanvasObject, 0, len(sessions))
	for _, s := range sessions {
		row := before[s.ID]
		if row == nil {
			row = newSessionRow(rowActions{key: c.do.session, menu: c.do.menu})
		}
		row.show(s)
		c.rows = append(c.rows, row)
		objects = append(objects, row)
	}
	c.inside.Objects = objects
	c.inside.Hidden = len(objects) == 0
	c.inside.Refresh()
}

// focusedRow is the position of the row with the keyboard, or -1.
func (c *dayCard) focusedRow() int {
	for i, row := range c.rows {
		if row.focused {
			return i
		}
	}
	return -1
}

// focusFirst puts the keyboard on the first session, or on the button that adds one.
func (c *dayCard) focusFirst() {
	switch {
	case len(c.rows) > 0:
		focus(c.rows[0])
	case c.add.Visible():
		focus(c.add)
	}
}

// sessionsOn are the sessions of a day, in their order.
func sessionsOn(v app.PlanView, day planner.Date) []app.SessionView {
	var out []app.SessionView
	for _, s := range v.Sessions {
		if s.Date == day {
			out = append(out, s)
		}
	}
	return out
}

// dayTitle names the day: "Monday 23 November, today · 1 h 45".
func dayTitle(v app.PlanView, day planner.Date) string {
	out := lang.Capital(phrase.WeekdayDay(day))
	if day == v.Today {
		out += ", " + lang.T("today")
	}
	minutes := 0
	for _, s := range sessionsOn(v, day) {
		if s.Status == planner.Planned {
			minutes += s.Minutes
		}
	}
	if minutes > 0 {
		out += " · " + phrase.Duration(minutes)
	}
	return out
}

// emptyDay says why there is nothing on a day.
func emptyDay(v app.PlanView, day planner.Date) string {
	free := v.Study.Availability.Minutes(day)
	switch {
	case day == v.Study.ExamDate:
		return lang.T("Exam day. Sleep well before it; there is nothing left to plan.")
	case day.After(v.Study.ExamDate):
		return lang.T("After the exam.")
	case v.Study.Availability.IsOff(day):
		return lang.T("Day off. Nothing is planned here.")
	case day.Before(v.Today):
		return lang.T("Nothing was planned.")
	case free == 0:
		return lang.T("No study time on this day.")
	}
	return lang.T("Nothing planned; %s free.", phrase.Duration(free))
}

// step moves the keyboard to the session above or below.
func (c *dayCard) step(by int) bool {
	i := c.focusedRow() + by
	if i < 0 || i >= len(c.rows) {
		return true // it stays at the ends
	}
	focus(c.rows[i])
	return true
}

// focusSession puts the keyboard on a session of the day.
func (c *dayCard) focusSession(id string) {
	for _, row := range c.rows {
		if row.session.ID == id {
			focus(row)
		}
	}
}

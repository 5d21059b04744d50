package plan

import (
	"fmt"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// month shows the plan as a calendar, one month at a time.
type month struct {
	content  *fyne.Container
	title    *widgets.Text
	calendar *widgets.MonthCalendar
	cells    map[planner.Date]widgets.DayCell
	offDays  planner.Availability
	exam     planner.Date
}

func newMonth(onSelected, onActivated func(planner.Date), onMoved func(id string, to planner.Date)) *month {
	m := &month{title: widgets.NewText("", widgets.StyleLead)}
	m.calendar = widgets.NewMonthCalendar(planner.Date{Year: planner.MinYear, Month: 1, Day: 1}, m.cell)
	m.calendar.OnSelected = onSelected
	m.calendar.OnActivated = onActivated
	m.calendar.OnMoved = onMoved
	m.calendar.OnMonth = func(planner.Date) { m.showTitle() }
	head := widgets.NewRow(look.Space, m.title, widgets.NewSpacer(),
		widgets.NewSignButton(lang.T("Previous month"), "‹", func() { m.calendar.ShowMonth(-1) }),
		widgets.NewButton(lang.T("Today"), func() { m.goTo(m.calendar.Today, onSelected) }),
		widgets.NewSignButton(lang.T("Next month"), "›", func() { m.calendar.ShowMonth(1) }),
	)
	m.content = widgets.NewFillColumn(look.Space, head, m.calendar)
	return m
}

// show brings the calendar up to date and selects a day.
func (m *month) show(v app.PlanView, day planner.Date) {
	if day.IsZero() {
		return // nothing has been read yet
	}
	m.cells = dayCells(v)
	m.offDays, m.exam = v.Study.Availability, v.Study.ExamDate
	m.calendar.Today = v.Today
	m.calendar.SetSelected(day)
	m.showTitle()
}

func (m *month) showTitle() { m.title.SetText(m.calendar.PlainText()) }

func (m *month) goTo(day planner.Date, onSelected func(planner.Date)) {
	m.calendar.SetSelected(day)
	m.showTitle()
	onSelected(day)
}

func (m *month) takeFocus() { focus(m.calendar) }

// cell is what a day shows.
func (m *month) cell(d planner.Date) widgets.DayCell {
	c := m.cells[d]
	c.Off = m.offDays.IsOff(d)
	return c
}

// dayCells gathers sessions and milestones by day.
func dayCells(v app.PlanView) map[planner.Date]widgets.DayCell {
	cells := make(map[planner.Date]widgets.DayCell)
	for _, s := range v.Sessions {
		if s.Status == planner.Skipped {
			continue
		}
		c := cells[s.Date]
		c.Chips = append(c.Chips, chip(s))
		cells[s.Date] = c
	}
	for i, ms := range v.Milestones {
		c := cells[ms.Date]
		flag := fmt.Sprintf("M%d", i+1)
		if ms.ID == planner.MilestoneExam {
			flag = lang.T("Exam")
		}
		if c.Flag != "" {
			flag = c.Flag + ", " + flag
		}
		c.Flag = flag
		cells[ms.Date] = c
	}
	return cells
}

// chip is a session in a day of the calendar: "D4 · 45 min".
func chip(s app.SessionView) widgets.DayChip {
	minutes := s.Minutes
	if s.Status == planner.Done {
		minutes = s.DoneMinutes
	}
	return widgets.DayChip{
		ID: s.ID, Text: s.Code + " · " + phrase.Duration(minutes), Color: markColor(s),
		Done: s.Status == planner.Done, Pinned: s.Pinned && s.Status == planner.Planned, Missed: s.Status == planner.Missed,
	}
}

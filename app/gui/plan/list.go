package plan

import (
	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/phrase"
	"milepost/planner"
)

// list shows the plan as a table of all sessions, by day.
type list struct {
	content *widgets.Card
	table   *widgets.Table
}

// The columns of the list.
const (
	listDay = iota
	listSession
	listActivity
	listMinutes
	listStatus
)

func newList(onSession func(id string)) *list {
	l := &list{}
	l.table = widgets.NewTable(
		widgets.Column{Title: "Day", MinWidth: 88, Less: bySession(func(a, b app.SessionView) bool { return before(a, b) })},
		widgets.Column{Title: "Session", MinWidth: 120, Weight: 3, NewObject: newSessionCell, FillObject: fillSessionCell,
			Less: bySession(func(a, b app.SessionView) bool { return label(a) < label(b) })},
		widgets.Column{Title: "Activity", MinWidth: 110, Weight: 1, Less: bySession(func(a, b app.SessionView) bool { return a.Activity < b.Activity })},
		widgets.Column{Title: "Time", MinWidth: 54, Align: fyne.TextAlignTrailing, Less: bySession(func(a, b app.SessionView) bool { return a.Minutes < b.Minutes })},
		widgets.Column{Title: "Status", MinWidth: 60, Less: bySession(func(a, b app.SessionView) bool { return status(a) < status(b) })},
	)
	l.table.Empty = "Nothing is planned yet."
	l.table.MinRows = 12
	l.table.SortBy(listDay, false)
	l.table.OnActivated = onSession
	l.content = widgets.NewCard("", l.table)
	return l
}

func bySession(less func(a, b app.SessionView) bool) func(a, b widgets.TableRow) bool {
	return func(a, b widgets.TableRow) bool { return less(a.Data.(app.SessionView), b.Data.(app.SessionView)) }
}

// before orders sessions as they are studied.
func before(a, b app.SessionView) bool {
	if a.Date != b.Date {
		return a.Date.Before(b.Date)
	}
	return a.Order < b.Order
}

// show brings the list up to date; the first time it begins at the first session that is still to come.
func (l *list) show(v app.PlanView) {
	rows := make([]widgets.TableRow, 0, len(v.Sessions))
	next := ""
	for _, s := range v.Sessions {
		rows = append(rows, listRow(s, v.Today))
		if next == "" && !s.Date.Before(v.Today) {
			next = s.ID
		}
	}
	l.table.SetRows(rows)
	if l.table.Selected() == "" && next != "" {
		l.table.SetSelected(next)
	}
}

func (l *list) takeFocus() { focus(l.table) }

func listRow(s app.SessionView, today planner.Date) widgets.TableRow {
	minutes := s.Minutes
	if s.Status == planner.Done {
		minutes = s.DoneMinutes
	}
	style := widgets.StyleBody
	if s.Status != planner.Planned {
		style = widgets.StyleMuted
	}
	day := s.Date.Time().Format("Mon 2 Jan")
	if s.Date == today {
		day = "Today"
	}
	return widgets.TableRow{ID: s.ID, Data: s, Cells: []widgets.Cell{
		{Text: day, Style: style}, {}, {Text: phrase.Activity(s.Activity), Style: style}, {Text: phrase.Duration(minutes), Style: style},
		{Text: status(s), Style: widgets.StyleMuted},
	}}
}

// status says what became of a session, or that it is pinned.
func status(s app.SessionView) string {
	switch {
	case s.Status == planner.Done:
		return "Done"
	case s.Status == planner.Skipped:
		return "Skipped"
	case s.Status == planner.Missed:
		return "Not done"
	case s.Pinned:
		return "Pinned"
	}
	return ""
}

// newSessionCell is the cell with the domain's mark and the title.
func newSessionCell() fyne.CanvasObject {
	return widgets.NewFillRow(1, look.Space, widgets.NewDomainMark(""), widgets.NewEllipsisText("", widgets.StyleBody))
}

func fillSessionCell(object fyne.CanvasObject, row widgets.TableRow) {
	s := row.Data.(app.SessionView)
	parts := object.(*fyne.Container).Objects
	parts[0].(*widgets.DomainMark).SetColor(markColor(s))
	text := parts[1].(*widgets.Text)
	text.SetText(label(s))
	text.SetStyle(widgets.StyleBody)
	if s.Status != planner.Planned {
		text.SetStyle(widgets.StyleMuted)
	}
}

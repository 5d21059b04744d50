package plan

import (
	"slices"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// list shows the plan as a table of all sessions, by day.
type list struct {
	content *fyne.Container
	table   *widgets.Table
	columns []widgets.Column // all; the table shows those that fit
	shape   listShape
	note    *widgets.Paragraph
	bar     *widgets.ChosenBar
}

// listActions is what the list asks of the page.
type listActions struct {
	session func(id string)             // one is to be shown in full
	key     func(key fyne.KeyName) bool // a key that stands for something to do with what is chosen
	marked  func()                      // others are chosen together
}

func newList(do listActions) *list {
	l := &list{columns: listColumns(listShape{})}
	l.table = widgets.NewTable(l.columns...)
	l.table.Empty = lang.T("Nothing is planned yet.")
	l.table.MinRows = 12
	l.table.SortBy(0, false)
	l.table.Multi = true
	l.table.OnActivated = do.session
	l.table.OnKey = do.key
	l.table.OnMarked = do.marked
	l.table.OnDelete = func(string) { do.key(fyne.KeyDelete) }
	l.bar = widgets.NewChosenBar(lang.T("Shift or Ctrl with a click, or Shift with the arrow keys, chooses several."))
	l.note = widgets.NewParagraph(lang.T("At this text size the calendar needs a wider window. Here are the sessions as a list."), widgets.StyleCaption)
	l.note.Hide()
	rows := widgets.NewFillColumn(look.Space, l.bar.Content, l.table)
	l.bar.OnResized = rows.Refresh
	l.content = widgets.NewFillColumn(look.Space, l.note, widgets.NewCard("", rows))
	return l
}

// listShape is what the columns and rows of a plan have.
type listShape struct {
	timed bool // some session has a time on the clock; without any there is no column for them
	years bool // days need their year: the sessions lie further apart than one
}

func shapeOf(sessions []app.SessionView) listShape {
	if len(sessions) == 0 {
		return listShape{}
	}
	first, last := sessions[0].Date, sessions[len(sessions)-1].Date
	return listShape{
		timed: slices.ContainsFunc(sessions, func(s app.SessionView) bool { return !s.Start.IsZero() }),
		years: first.DaysUntil(last) > leapYear,
	}
}

const leapYear = 366

// day names the day of a session.
func (l listShape) day(d planner.Date) string {
	if l.years {
		return lang.WeekdayShortDate(d)
	}
	return lang.WeekdayShortDay(d)
}

// listColumns are all columns; where the table is narrow, the last ones are left out.
func listColumns(shape listShape) []widgets.Column {
	columns := []widgets.Column{{Title: lang.T("Day"), MinWidth: 88, Samples: phrase.EachMonth(shape.day), Less: bySession(before)}}
	if shape.timed {
		columns = append(columns, widgets.Column{Title: lang.T("Start"), MinWidth: 50, Less: bySession(func(a, b app.SessionView) bool { return a.Start < b.Start })})
	}
	return append(columns, []widgets.Column{
		{
			Title: lang.T("Session"), MinWidth: 90, Weight: 1, NewObject: newSessionCell, FillObject: fillSessionCell,
			Less: bySession(func(a, b app.SessionView) bool { return label(a) < label(b) }),
		},
		{Title: lang.T("Time"), MinWidth: 54, Align: fyne.TextAlignTrailing, Less: bySession(func(a, b app.SessionView) bool { return a.Minutes < b.Minutes })},
		{Title: lang.T("Activity"), MinWidth: 110, Samples: methods(), Less: bySession(func(a, b app.SessionView) bool { return phrase.MethodShort(a.Method) < phrase.MethodShort(b.Method) })},
		{Title: lang.T("Status"), MinWidth: 60, Samples: []string{lang.T("Done"), lang.T("Skipped"), lang.T("Not done"), lang.T("Pinned")}, Less: bySession(func(a, b app.SessionView) bool { return status(a) < status(b) })},
	}...)
}

// leastList is the least width of the list, in logical pixels at the usual text size.
const leastList = 290

// fit shows as many columns as a width has room for; the activity and the status can be left out.
func (l *list) fit(width float32) {
	fitting := l.columns[:l.table.Fitting(l.columns, width-2*themeSize(look.SpaceCard), len(l.columns)-2)]
	if len(fitting) != len(l.table.Columns) {
		l.table.Columns = fitting
		if by, _ := l.table.Sorted(); by >= len(fitting) {
			l.table.SortBy(0, false) // what it was sorted by has gone
		}
		l.table.Refresh()
	}
}

// methods are the names of all methods.
func methods() []string {
	var names []string
	for _, m := range []planner.Method{
		planner.Read, planner.Summarise, planner.Questions, planner.Apply, planner.CaseStudy, planner.HalfMock, planner.Recall, planner.Teach, planner.TimedMock, planner.Mistakes,
	} {
		names = append(names, phrase.MethodShort(m))
	}
	return names
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

// show brings the list up to date; without a row selected it begins at the first session that is still to come.
func (l *list) show(v app.PlanView) {
	rows := make([]widgets.TableRow, 0, len(v.Sessions))
	next := ""
	if shape := shapeOf(v.Sessions); shape != l.shape {
		l.shape, l.columns = shape, listColumns(shape)
		l.table.Columns = l.columns // fit leaves out what there is no room for
		l.table.SortBy(0, false)
	}
	for _, s := range v.Sessions {
		rows = append(rows, listRow(s, v.Today, l.shape))
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

func listRow(s app.SessionView, today planner.Date, shape listShape) widgets.TableRow {
	minutes := s.Minutes
	if s.Status == planner.Done {
		minutes = s.DoneMinutes
	}
	style := widgets.StyleBody
	if s.Status != planner.Planned {
		style = widgets.StyleMuted
	}
	day := shape.day(s.Date)
	if s.Date == today {
		day = lang.T("Today")
	}
	cells := []widgets.Cell{{Text: day, Style: style}}
	if shape.timed {
		cells = append(cells, widgets.Cell{Text: s.Start.String(), Style: style})
	}
	return widgets.TableRow{ID: s.ID, Data: s, Cells: append(cells, widgets.Cell{},
		widgets.Cell{Text: phrase.Duration(minutes), Style: style}, widgets.Cell{Text: phrase.MethodShort(s.Method), Style: style},
		widgets.Cell{Text: status(s), Style: widgets.StyleMuted})}
}

// status says what became of a session, or that it is pinned.
func status(s app.SessionView) string {
	switch {
	case s.Status == planner.Done:
		return lang.T("Done")
	case s.Status == planner.Skipped:
		return lang.T("Skipped")
	case s.Status == planner.Missed:
		return lang.T("Not done")
	case s.Pinned:
		return lang.T("Pinned")
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

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"milepost/app/lang"
	"milepost/planner"
)

// DayCell is what a MonthCalendar shows of a day.
type DayCell struct {
	Off   bool   // a day off: shaded, and said so
	Flag  string // a milestone: "M2"
	Chips []DayChip
}

// DayChip is one thing to do on a day.
type DayChip struct {
	ID    string
	Text  string // "D4 · 45 min"
	Short string // "D4 45", for where Text does not fit; may be empty
	Color fyne.ThemeColorName
	Done, Pinned,
	Missed bool
}

// MonthCalendar shows a whole month with what is to be done on its days. The arrows move by days and weeks, Home and End
// to the ends of the week, Page up and Page down by months; Enter acts on the day. A chip can be dragged to another day.
type MonthCalendar struct {
	control
	Today     planner.Date
	WeekStart int // 1 Monday to 7 Sunday; 0 is read as Monday
	// Day tells what a day shows; it is asked for the days of one month at a time.
	Day func(planner.Date) DayCell
	// OnSelected is called when another day was selected, OnActivated for Enter or a double click on a day, OnMonth with
	// the first day of the month when another is shown, OnMoved when a chip was dragged to another day. Any may be nil.
	OnSelected  func(planner.Date)
	OnActivated func(planner.Date)
	OnMonth     func(first planner.Date)
	OnMoved     func(id string, to planner.Date)

	selected planner.Date // never unset; its month is the one shown
	under    planner.Date // day under the pointer
	press    fyne.Position
	drag     chipDrag
	cells    []dayArea // of the drawing on screen
	pen      pen
}

// dayArea remembers where a day and its chips were drawn.
type dayArea struct {
	date  planner.Date
	at    area
	cell  DayCell
	chips []area
}

var (
	_ fyne.Focusable      = (*MonthCalendar)(nil)
	_ fyne.DoubleTappable = (*MonthCalendar)(nil)
	_ fyne.Draggable      = (*MonthCalendar)(nil)
	_ desktop.Mouseable   = (*MonthCalendar)(nil)
	_ desktop.Hoverable   = (*MonthCalendar)(nil)
)

// NewMonthCalendar makes a calendar of the month of today, with today selected.
func NewMonthCalendar(today planner.Date, day func(planner.Date) DayCell) *MonthCalendar {
	c := &MonthCalendar{control: newControl(), Today: today, Day: day, selected: today}
	c.ExtendBaseWidget(c)
	return c
}

// Selected is the selected day.
func (c *MonthCalendar) Selected() planner.Date { return c.selected }

// Month is the first day of the month shown.
func (c *MonthCalendar) Month() planner.Date { return monthOf(c.selected) }

// PlainText names the month: "November 2026".
func (c *MonthCalendar) PlainText() string { return lang.MonthYear(c.selected) }

// SetSelected selects a day and shows its month, without calling anything.
func (c *MonthCalendar) SetSelected(d planner.Date) {
	c.selected = d
	c.Refresh()
}

// ShowMonth goes a number of months on or, when it is negative, back.
func (c *MonthCalendar) ShowMonth(offset int) { c.selectDay(addMonths(c.selected, offset)) }

// selectDay selects a day because somebody wanted it.
func (c *MonthCalendar) selectDay(d planner.Date) {
	if d == c.selected || d.Year < planner.MinYear || d.Year > planner.MaxYear {
		return
	}
	before := c.Month()
	c.SetSelected(d)
	if c.OnMonth != nil && c.Month() != before {
		c.OnMonth(c.Month())
	}
	if c.OnSelected != nil {
		c.OnSelected(d)
	}
}

func (c *MonthCalendar) activate() {
	if c.OnActivated != nil {
		c.OnActivated(c.selected)
	}
}

// TypedKey is called for keys while the calendar has the focus.
func (c *MonthCalendar) TypedKey(key *fyne.KeyEvent) {
	if to, ok := stepDate(c.selected, key.Name, weekStartOr(c.WeekStart)); ok {
		c.selectDay(to)
		return
	}
	switch {
	case isActivation(key) && c.OnActivated != nil:
		c.activate()
	case key.Name == fyne.KeyEscape && c.drag.active:
		c.drag = chipDrag{}
		c.Refresh()
	default:
		PassKey(c, key)
	}
}

// TypedRune goes to today with the letter t.
func (c *MonthCalendar) TypedRune(r rune) {
	if r == 't' || r == 'T' {
		c.selectDay(c.Today)
	}
}

// MouseDown selects the day under the pointer at once; a chip there can then be dragged.
func (c *MonthCalendar) MouseDown(at *desktop.MouseEvent) {
	c.press = at.Position
	takeFocus(c)
	if day, ok := c.dayAt(at.Position); ok {
		c.selectDay(day.date)
	}
}

// MouseUp is called when a mouse button comes up.
func (c *MonthCalendar) MouseUp(*desktop.MouseEvent) {}

// DoubleTapped acts on the day under the pointer.
func (c *MonthCalendar) DoubleTapped(at *fyne.PointEvent) {
	if day, ok := c.dayAt(at.Position); ok {
		c.selectDay(day.date)
		c.activate()
	}
}

// MouseIn is called when the pointer enters.
func (c *MonthCalendar) MouseIn(at *desktop.MouseEvent) { c.MouseMoved(at) }

// MouseMoved lights the day under the pointer.
func (c *MonthCalendar) MouseMoved(at *desktop.MouseEvent) {
	day, _ := c.dayAt(at.Position)
	c.setUnder(day.date)
}

// MouseOut is called when the pointer leaves.
func (c *MonthCalendar) MouseOut() { c.setUnder(planner.Date{}) }

func (c *MonthCalendar) setUnder(d planner.Date) {
	if d == c.under {
		return
	}
	c.under = d
	c.Refresh()
}

// dayAt is the day drawn at a place.
func (c *MonthCalendar) dayAt(p fyne.Position) (dayArea, bool) {
	for _, day := range c.cells {
		if day.at.holds(p) {
			return day, true
		}
	}
	return dayArea{}, false
}

// CreateRenderer is called by Fyne.
func (c *MonthCalendar) CreateRenderer() fyne.WidgetRenderer { return newDrawing(c) }

func (c *MonthCalendar) parts() []fyne.CanvasObject { return c.pen.drawn }

func (c *MonthCalendar) paint() { c.paintRing(length(c, theme.SizeNameInputRadius)) }

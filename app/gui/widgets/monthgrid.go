package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"milepost/app/gui/look"
	"milepost/app/lang"
	"milepost/planner"
)

// MonthGrid is a small month in which a day, or a run of days, is picked. The arrows move by days and weeks, Home and
// End to the ends of the week, Page up and Page down by months; Enter picks.
type MonthGrid struct {
	control
	Today     planner.Date
	Min, Max  planner.Date // days outside cannot be picked; either may be unset
	WeekStart int          // 1 Monday to 7 Sunday; 0 is read as Monday
	// Ranges makes two picks, first day and last day, one range.
	Ranges bool
	// OnPicked is called with a day, or with both ends of a run of days.
	OnPicked func(days planner.DateRange)
	// OnEscape is called for Escape; without it the key goes to the window.
	OnEscape func()

	picked       planner.DateRange
	cursor       planner.Date // where the keyboard is; its month is the one shown
	first        planner.Date // first end of a run that has no last yet
	under        planner.Date // day under the pointer
	pointer      fyne.Position
	pen          pen
	back, onward area // the two arrows beside the name of the month
}

var (
	_ fyne.Focusable    = (*MonthGrid)(nil)
	_ fyne.Tappable     = (*MonthGrid)(nil)
	_ desktop.Hoverable = (*MonthGrid)(nil)
)

// NewMonthGrid makes a month that shows today.
func NewMonthGrid(today planner.Date, onPicked func(days planner.DateRange)) *MonthGrid {
	g := &MonthGrid{control: newControl(), Today: today, cursor: today, OnPicked: onPicked}
	g.ExtendBaseWidget(g)
	return g
}

// SetPicked marks days without calling OnPicked and shows their month.
func (g *MonthGrid) SetPicked(days planner.DateRange) {
	g.picked, g.first = days, planner.Date{}
	if !days.First.IsZero() {
		g.cursor = days.First
	}
	g.Refresh()
}

// Picked is what is marked.
func (g *MonthGrid) Picked() planner.DateRange { return g.picked }

// Cursor is the day the keyboard is on.
func (g *MonthGrid) Cursor() planner.Date { return g.cursor }

// MoveCursor brings the keyboard to a day, within the bounds, and shows its month.
func (g *MonthGrid) MoveCursor(to planner.Date) {
	g.cursor = inBounds(to, g.Min, g.Max)
	g.Refresh()
}

// TypedKey is called for keys while the month has the focus.
func (g *MonthGrid) TypedKey(key *fyne.KeyEvent) {
	if to, ok := stepDate(g.cursor, key.Name, weekStartOr(g.WeekStart)); ok {
		g.MoveCursor(to)
		return
	}
	switch {
	case isActivation(key):
		g.pick(g.cursor)
	case key.Name == fyne.KeyEscape && !g.first.IsZero():
		g.first = planner.Date{}
		g.Refresh()
	case key.Name == fyne.KeyEscape && g.OnEscape != nil:
		g.OnEscape()
	default:
		PassKey(g, key)
	}
}

// TypedRune goes to today with the letter t.
func (g *MonthGrid) TypedRune(r rune) {
	if r == 't' || r == 'T' {
		g.MoveCursor(g.Today)
	}
}

// Tapped is called by a click.
func (g *MonthGrid) Tapped(at *fyne.PointEvent) {
	takeFocus(g)
	switch {
	case g.back.holds(at.Position):
		g.MoveCursor(addMonths(g.cursor, -1))
	case g.onward.holds(at.Position):
		g.MoveCursor(addMonths(g.cursor, 1))
	default:
		if d, ok := g.dayAt(at.Position); ok {
			g.pick(d)
		}
	}
}

func (g *MonthGrid) pick(d planner.Date) {
	if g.Disabled() || inBounds(d, g.Min, g.Max) != d {
		return
	}
	g.cursor = d
	if g.Ranges && g.first.IsZero() {
		g.first = d
		g.Refresh()
		return
	}
	g.picked, g.first = g.runTo(d), planner.Date{}
	g.Refresh()
	if g.OnPicked != nil {
		g.OnPicked(g.picked)
	}
}

// runTo is the range from the first end that was picked, if any, to a day.
func (g *MonthGrid) runTo(d planner.Date) planner.DateRange {
	switch {
	case g.first.IsZero():
		return planner.DateRange{First: d, Last: d}
	case d.Before(g.first):
		return planner.DateRange{First: d, Last: g.first}
	}
	return planner.DateRange{First: g.first, Last: d}
}

// MouseIn is called when the pointer enters.
func (g *MonthGrid) MouseIn(at *desktop.MouseEvent) {
	g.hovered = true
	g.MouseMoved(at)
}

// MouseMoved lights the day under the pointer.
func (g *MonthGrid) MouseMoved(at *desktop.MouseEvent) {
	g.under, _ = g.dayAt(at.Position)
	g.pointer = at.Position
	g.Refresh()
}

// MouseOut is called when the pointer leaves.
func (g *MonthGrid) MouseOut() {
	g.under, g.pointer = planner.Date{}, fyne.NewPos(-1, -1)
	g.control.MouseOut()
}

// CreateRenderer is called by Fyne.
func (g *MonthGrid) CreateRenderer() fyne.WidgetRenderer { return newDrawing(g) }

func (g *MonthGrid) parts() []fyne.CanvasObject { return g.pen.drawn }

func (g *MonthGrid) paint() { g.paintRing(length(g, theme.SizeNameSelectionRadius)) }

// marked is the range to be shown as picked: while a run is being made, up to the day under pointer or keyboard.
func (g *MonthGrid) marked() planner.DateRange {
	if g.first.IsZero() {
		return g.picked
	}
	if !g.under.IsZero() {
		return g.runTo(g.under)
	}
	return g.runTo(g.cursor)
}

// PlainText names the month and what is picked.
func (g *MonthGrid) PlainText() string { return lang.MonthYear(g.cursor) }

func (g *MonthGrid) style() Style { return Style{Size: look.TextSmall} }

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
)

// Distances inside a table, in logical pixels.
const (
	tableGap    = 10 // at both ends of a cell
	tablePadY   = 9  // above and below the text of a cell
	sortSignGap = 4
)

// columnAreas shares a width among the columns: each gets what it needs, those with a weight share what is left.
func (t *Table) columnAreas(width, height float32) []area {
	areas := make([]area, len(t.Columns))
	left, weights := width, float32(0)
	for i, column := range t.Columns {
		areas[i] = area{w: t.needs(column), h: height}
		left -= areas[i].w
		weights += column.Weight
	}
	var x float32
	for i, column := range t.Columns {
		if weights > 0 && left > 0 {
			areas[i].w += left * column.Weight / weights
		}
		areas[i].x = x
		x += areas[i].w
	}
	return areas
}

// needs is the least width of a column: its own, and room for its title with the sign of the order.
func (t *Table) needs(column Column) float32 {
	title := wordsSize(t, column.Title, StyleCardTitle).Width + 1
	if column.Less != nil {
		title += sortSignGap + wordsSize(t, "▲", sortSignStyle).Width
	}
	return max(column.MinWidth*t.textScale(), title, widest(t, StyleBody, column.Samples...)) + 2*tableGap
}

// Fitting is how many of some columns, from the left, have room in a width; never less than least.
func (t *Table) Fitting(columns []Column, width float32, least int) int {
	for i, column := range columns {
		if width -= t.needs(column); width < 0 && i >= least {
			return i
		}
	}
	return len(columns)
}

// textScale is how much larger text is than usual.
func (t *Table) textScale() float32 {
	const usual = 14 // look.TextBody at scale 1
	return length(t, look.TextBody) / usual
}

var sortSignStyle = Style{Size: look.TextCaption, Color: look.ColorMuted}

// tableHeader is the line of titles above the rows.
type tableHeader struct {
	widget.BaseWidget
	table *Table
	under int // title under the pointer, or -1
	pen   pen
}

var (
	_ fyne.Tappable     = (*tableHeader)(nil)
	_ desktop.Hoverable = (*tableHeader)(nil)
)

func newTableHeader(t *Table) *tableHeader {
	h := &tableHeader{table: t, under: -1}
	h.ExtendBaseWidget(h)
	return h
}

// columnAt is the column at a place, or -1.
func (h *tableHeader) columnAt(p fyne.Position) int {
	for i, at := range h.table.columnAreas(h.Size().Width, h.Size().Height) {
		if at.holds(p) {
			return i
		}
	}
	return -1
}

// Tapped sorts by the column under the pointer.
func (h *tableHeader) Tapped(at *fyne.PointEvent) {
	takeFocus(h.table)
	h.table.sortByTitle(h.columnAt(at.Position))
}

// MouseIn is called when the pointer enters.
func (h *tableHeader) MouseIn(at *desktop.MouseEvent) { h.MouseMoved(at) }

// MouseMoved lights the title under the pointer.
func (h *tableHeader) MouseMoved(at *desktop.MouseEvent) { h.setUnder(h.columnAt(at.Position)) }

// MouseOut is called when the pointer leaves.
func (h *tableHeader) MouseOut() { h.setUnder(-1) }

func (h *tableHeader) setUnder(column int) {
	if column == h.under {
		return
	}
	h.under = column
	h.Refresh()
}

// Cursor is a hand over titles that sort.
func (h *tableHeader) Cursor() desktop.Cursor {
	if h.under >= 0 && h.table.Columns[h.under].Less != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer is called by Fyne.
func (h *tableHeader) CreateRenderer() fyne.WidgetRenderer { return newDrawing(h) }

func (h *tableHeader) parts() []fyne.CanvasObject { return h.pen.drawn }

func (h *tableHeader) paint() {}

func (h *tableHeader) place(size fyne.Size) {
	h.pen.begin(h)
	for i, at := range h.table.columnAreas(size.Width, size.Height) {
		h.drawTitle(i, at.inset(tableGap, 0))
	}
	h.pen.box(area{0, size.Height - 1, size.Width, 1}, theme.ColorNameSeparator, 0)
}

// drawTitle writes a title; the column that is sorted by has a small sign beside it.
func (h *tableHeader) drawTitle(i int, at area) {
	column := h.table.Columns[i]
	style := StyleCardTitle
	if i == h.under && column.Less != nil {
		style = style.In(colorForeground)
	}
	width := min(wordsSize(h, column.Title, style).Width+1, at.w)
	sign := ""
	if i == h.table.sortColumn {
		sign = "▲"
		if h.table.descending {
			sign = "▼"
		}
	}
	signWidth := wordsSize(h, "▲", sortSignStyle).Width
	x := at.x
	switch column.Align {
	case fyne.TextAlignTrailing:
		x = at.x + at.w - width
		h.pen.words(area{x - sortSignGap - signWidth, at.y, signWidth, at.h}, sign, sortSignStyle)
	case fyne.TextAlignCenter:
		x = at.x + (at.w-width)/2
		fallthrough
	default:
		h.pen.words(area{x + width + sortSignGap, at.y, signWidth, at.h}, sign, sortSignStyle)
	}
	h.pen.words(area{x, at.y, width, at.h}, column.Title, style)
}

func (h *tableHeader) measure() fyne.Size {
	var width float32
	for _, column := range h.table.Columns {
		width += h.table.needs(column)
	}
	return fyne.NewSize(width, lineHeight(h, StyleCardTitle)+2*tablePadY)
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"milepost/app/gui/look"
	"milepost/charts"
)

// HeatNone is the value of a cell about which nothing is known; it shows a dash.
const HeatNone = -1

// HeatMap shows whole percents in rows and columns: the higher, the stronger the colour, and always the number too. The
// arrows or the pointer go from cell to cell.
type HeatMap struct {
	control
	Rows, Columns []string
	Values        [][]int // by row, then column; 0 to 100, or HeatNone
	Low, High     int     // where the colour begins and where it is full; both 0 is read as 40 to 85
	// OnHover is told about the cell under the pointer or the keyboard, and row and column -1 when there is none; may be nil.
	OnHover func(row, column int)
	// OnTapped is told about the cell somebody clicked or pressed Enter on; may be nil.
	OnTapped func(row, column int)

	row, column           int // where the keyboard is
	underRow, underColumn int // where the pointer is, or -1
	pen                   pen
}

var (
	_ fyne.Focusable    = (*HeatMap)(nil)
	_ fyne.Tappable     = (*HeatMap)(nil)
	_ desktop.Hoverable = (*HeatMap)(nil)
)

// NewHeatMap makes a map; values that are missing count as HeatNone.
func NewHeatMap(rows, columns []string, values [][]int) *HeatMap {
	h := &HeatMap{control: newControl(), Rows: rows, Columns: columns, Values: values, underRow: -1, underColumn: -1}
	h.ExtendBaseWidget(h)
	return h
}

// SetValues changes what the map shows.
func (h *HeatMap) SetValues(rows, columns []string, values [][]int) {
	h.Rows, h.Columns, h.Values = rows, columns, values
	h.row, h.column = min(h.row, max(len(rows)-1, 0)), min(h.column, max(len(columns)-1, 0))
	h.underRow, h.underColumn = -1, -1
	h.Refresh()
}

// value is the value of a cell, HeatNone where there is none.
func (h *HeatMap) value(row, column int) int {
	if row < 0 || column < 0 || row >= len(h.Values) || column >= len(h.Values[row]) {
		return HeatNone
	}
	return h.Values[row][column]
}

// strength is how full the colour of a value is, 0 to 1.
func (h *HeatMap) strength(value int) float64 {
	low, high := h.Low, h.High
	if low == 0 && high == 0 {
		low, high = int(100*charts.HeatLow), int(100*charts.HeatHigh)
	}
	return min(max(float64(value-low)/float64(max(high-low, 1)), 0), 1)
}

// TypedKey is called for keys while the map has the focus.
func (h *HeatMap) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyLeft:
		h.moveTo(h.row, h.column-1)
	case key.Name == fyne.KeyRight:
		h.moveTo(h.row, h.column+1)
	case key.Name == fyne.KeyUp:
		h.moveTo(h.row-1, h.column)
	case key.Name == fyne.KeyDown:
		h.moveTo(h.row+1, h.column)
	case key.Name == fyne.KeyHome:
		h.moveTo(h.row, 0)
	case key.Name == fyne.KeyEnd:
		h.moveTo(h.row, len(h.Columns)-1)
	case isActivation(key) && h.OnTapped != nil && len(h.Rows)*len(h.Columns) > 0:
		h.OnTapped(h.row, h.column)
	default:
		PassKey(h, key)
	}
}

func (h *HeatMap) moveTo(row, column int) {
	if row < 0 || column < 0 || row >= len(h.Rows) || column >= len(h.Columns) {
		return
	}
	h.row, h.column = row, column
	h.tell(row, column)
}

func (h *HeatMap) tell(row, column int) {
	h.Refresh()
	if h.OnHover != nil {
		h.OnHover(row, column)
	}
}

// Tapped is called by a click.
func (h *HeatMap) Tapped(at *fyne.PointEvent) {
	row, column := h.cellAt(at.Position)
	if row < 0 {
		return
	}
	h.row, h.column = row, column
	takeFocus(h)
	h.Refresh()
	if h.OnTapped != nil {
		h.OnTapped(row, column)
	}
}

// MouseIn is called when the pointer enters.
func (h *HeatMap) MouseIn(at *desktop.MouseEvent) { h.MouseMoved(at) }

// MouseMoved tells about the cell under the pointer.
func (h *HeatMap) MouseMoved(at *desktop.MouseEvent) {
	row, column := h.cellAt(at.Position)
	if row != h.underRow || column != h.underColumn {
		h.underRow, h.underColumn = row, column
		h.tell(row, column)
	}
}

// MouseOut is called when the pointer leaves.
func (h *HeatMap) MouseOut() {
	h.underRow, h.underColumn = -1, -1
	h.tell(-1, -1)
}

// Cursor is the shape of the pointer: a hand where a click does something.
func (h *HeatMap) Cursor() desktop.Cursor {
	if h.OnTapped == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// CreateRenderer is called by Fyne.
func (h *HeatMap) CreateRenderer() fyne.WidgetRenderer { return newDrawing(h) }

func (h *HeatMap) parts() []fyne.CanvasObject { return h.pen.drawn }

func (h *HeatMap) paint() { h.paintRing(heatRadius) }

func (h *HeatMap) style() Style { return Style{Size: look.TextCaption} }

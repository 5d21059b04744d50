package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// RangeBar is one row of a RangeBars: a level with its likely range, as shares from 0 to 1.
type RangeBar struct {
	Label, Detail     string // "Risk Management", "19%"
	Low, Median, High float64
	Unknown           bool // nothing known: the track is drawn alone
	Color             fyne.ThemeColorName
	Value, Range      string // "74%", "66–81"; for an unknown level the reason
	Marks             []RangeMark
}

// RangeMark is a place on the track of a row: what came of a range, or what somebody had thought.
type RangeMark struct {
	At     float64 // 0 to 1
	Hollow bool
}

// RangeBars shows several levels under each other on one scale, each with its likely range, and the line to be reached.
// Up and Down go from row to row; Enter or a click acts on one.
type RangeBars struct {
	control
	PassLine float64 // 0 to 1; 0 draws none
	OnTapped func(row int)
	OnHover  func(row int) // -1 when the pointer has left; may be nil

	rows  []RangeBar
	under int // row under the pointer, or -1
	row   int // row the keyboard is on
	pen   pen
}

var (
	_ fyne.Focusable    = (*RangeBars)(nil)
	_ fyne.Tappable     = (*RangeBars)(nil)
	_ desktop.Hoverable = (*RangeBars)(nil)
)

// NewRangeBars makes the rows; passLine is a share from 0 to 1.
func NewRangeBars(passLine float64, rows []RangeBar) *RangeBars {
	r := &RangeBars{control: newControl(), PassLine: passLine, rows: rows, under: -1}
	r.ExtendBaseWidget(r)
	return r
}

// SetRows changes the rows.
func (r *RangeBars) SetRows(rows []RangeBar) {
	r.rows, r.under = rows, -1
	r.row = min(r.row, max(len(rows)-1, 0))
	r.Refresh()
}

// CurrentRow is the row the keyboard is on.
func (r *RangeBars) CurrentRow() int { return r.row }

// TypedKey is called for keys while the rows have the focus.
func (r *RangeBars) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyUp:
		r.moveTo(r.row - 1)
	case key.Name == fyne.KeyDown:
		r.moveTo(r.row + 1)
	case key.Name == fyne.KeyHome:
		r.moveTo(0)
	case key.Name == fyne.KeyEnd:
		r.moveTo(len(r.rows) - 1)
	case isActivation(key) && r.OnTapped != nil && len(r.rows) > 0:
		r.OnTapped(r.row)
	default:
		PassKey(r, key)
	}
}

func (r *RangeBars) moveTo(row int) {
	if row < 0 || row >= len(r.rows) {
		return
	}
	r.row = row
	r.hover(row)
}

// Tapped acts on the row under the pointer.
func (r *RangeBars) Tapped(at *fyne.PointEvent) {
	row := r.rowAt(at.Position.Y)
	if row < 0 {
		return
	}
	r.row = row
	takeFocus(r)
	r.Refresh()
	if r.OnTapped != nil {
		r.OnTapped(row)
	}
}

// MouseIn is called when the pointer enters.
func (r *RangeBars) MouseIn(at *desktop.MouseEvent) { r.MouseMoved(at) }

// MouseMoved lights the row under the pointer.
func (r *RangeBars) MouseMoved(at *desktop.MouseEvent) {
	if row := r.rowAt(at.Position.Y); row != r.under {
		r.under = row
		r.hover(row)
	}
}

// MouseOut is called when the pointer leaves.
func (r *RangeBars) MouseOut() {
	r.under = -1
	r.hover(-1)
}

func (r *RangeBars) hover(row int) {
	r.Refresh()
	if r.OnHover != nil {
		r.OnHover(row)
	}
}

// Cursor is the shape of the pointer: a hand where a click does something.
func (r *RangeBars) Cursor() desktop.Cursor {
	if r.OnTapped == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

func (r *RangeBars) rowHeight() float32 { return lineHeight(r, StyleBody) + 10 }

func (r *RangeBars) rowAt(y float32) int {
	row := int(y / r.rowHeight())
	if y < 0 || row >= len(r.rows) {
		return -1
	}
	return row
}

// CreateRenderer is called by Fyne.
func (r *RangeBars) CreateRenderer() fyne.WidgetRenderer { return newDrawing(r) }

func (r *RangeBars) parts() []fyne.CanvasObject { return r.pen.drawn }

func (r *RangeBars) paint() { r.paintRing(length(r, theme.SizeNameSelectionRadius)) }

// columns are the widths the rows share, so that all tracks begin and end at the same places.
type rangeColumns struct{ label, track, value, span float32 }

const (
	rangeGap   = 12
	trackLeast = 72  // the shortest scale on which ranges can still be told apart
	trackMost  = 420 // longer is no clearer
)

func (r *RangeBars) columns(width float32) rangeColumns {
	var c rangeColumns
	for _, row := range r.rows {
		c.label = max(c.label, r.labelWidth(row))
		c.value = max(c.value, wordsSize(r, row.Value, StyleStrong).Width+1)
		c.span = max(c.span, wordsSize(r, row.Range, StyleMuted).Width+1)
	}
	fixed := c.value + c.span + 2*rangeGap + rangeGap/2
	c.track = min(max(width-fixed-c.label, trackLeast, 0.35*(width-fixed)), trackMost)
	c.label = width - fixed - c.track
	return c
}

func (r *RangeBars) labelWidth(row RangeBar) float32 {
	width := wordsSize(r, row.Label, StyleBody).Width + 1
	if row.Detail != "" {
		width += rangeGap/2 + wordsSize(r, row.Detail, StyleMuted).Width + 1
	}
	return width
}

func (r *RangeBars) measure() fyne.Size {
	c := r.columns(0)
	least := wordsSize(r, "MMMM…", StyleBody).Width
	return fyne.NewSize(least+trackLeast+c.value+c.span+2*rangeGap+rangeGap/2, float32(len(r.rows))*r.rowHeight())
}

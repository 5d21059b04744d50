package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"milepost/app/gui/look"
)

// WeekBar is one day of a WeekBars.
type WeekBar struct {
	Label         string  // under the bars: "Mon"
	Planned, Done float64 // in any one unit; 0 draws nothing
	Today         bool
	Words         []string // what is told on hover and by keyboard; the first line is bold
}

// WeekBars shows planned beside done for the days of a week. The arrows, or the pointer, go from day to day and tell the
// values.
type WeekBars struct {
	control
	bars    []WeekBar
	current int // the day that is told about, or -1
	pen     pen
}

var (
	_ fyne.Focusable    = (*WeekBars)(nil)
	_ desktop.Hoverable = (*WeekBars)(nil)
)

// NewWeekBars makes the bars.
func NewWeekBars(bars []WeekBar) *WeekBars {
	w := &WeekBars{control: newControl(), bars: bars, current: -1}
	w.ExtendBaseWidget(w)
	return w
}

// SetBars changes the bars.
func (w *WeekBars) SetBars(bars []WeekBar) {
	w.bars, w.current = bars, -1
	w.Refresh()
}

func (w *WeekBars) tellAbout(day int) {
	if day >= len(w.bars) || day < -1 {
		return
	}
	w.current = day
	w.Refresh()
}

// FocusGained begins with today.
func (w *WeekBars) FocusGained() {
	for i, bar := range w.bars {
		if bar.Today {
			w.current = i
		}
	}
	w.current = max(w.current, min(0, len(w.bars)-1))
	w.control.FocusGained()
}

// FocusLost is called when the bars lose the keyboard.
func (w *WeekBars) FocusLost() {
	w.current = -1
	w.control.FocusLost()
}

// TypedKey is called for keys while the bars have the focus.
func (w *WeekBars) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyLeft:
		w.tellAbout(max(w.current-1, 0))
	case fyne.KeyRight:
		w.tellAbout(w.current + 1)
	case fyne.KeyHome:
		w.tellAbout(0)
	case fyne.KeyEnd:
		w.tellAbout(len(w.bars) - 1)
	default:
		PassKey(w, key)
	}
}

// MouseIn is called when the pointer enters.
func (w *WeekBars) MouseIn(at *desktop.MouseEvent) { w.MouseMoved(at) }

// MouseMoved tells about the day under the pointer.
func (w *WeekBars) MouseMoved(at *desktop.MouseEvent) {
	if day := int(at.Position.X / w.column()); day != w.current && day >= 0 {
		w.tellAbout(day)
	}
}

// MouseOut is called when the pointer leaves.
func (w *WeekBars) MouseOut() { w.tellAbout(-1) }

// Cursor is the ordinary pointer: a click does nothing.
func (w *WeekBars) Cursor() desktop.Cursor { return desktop.DefaultCursor }

func (w *WeekBars) column() float32 { return w.Size().Width / float32(max(len(w.bars), 1)) }

// CreateRenderer is called by Fyne.
func (w *WeekBars) CreateRenderer() fyne.WidgetRenderer { return newDrawing(w) }

func (w *WeekBars) parts() []fyne.CanvasObject { return w.pen.drawn }

func (w *WeekBars) paint() { w.paintRing(length(w, theme.SizeNameSelectionRadius)) }

// weekBarWidth is the width of a bar, and weekBarGap lies between planned and done, in logical pixels.
const weekBarWidth, weekBarGap = 10, 3

func (w *WeekBars) place(size fyne.Size) {
	w.pen.begin(w)
	labels := lineHeight(w, StyleCaption) + 4
	plot := area{0, 0, size.Width, size.Height - labels}
	most := w.most()
	for i, bar := range w.bars {
		column := area{float32(i) * w.column(), 0, w.column(), plot.h}
		w.drawDay(i, column, most)
		style := StyleCaption.Aligned(fyne.TextAlignCenter)
		if bar.Today {
			style = style.In(colorForeground)
			style.Bold = true
		}
		w.pen.words(area{column.x, plot.h + 4, column.w, labels - 4}, bar.Label, style)
	}
	if w.current >= 0 {
		drawReadout(&w.pen, areaOf(size), Readout{X: (float32(w.current) + 0.5) * w.column(), Lines: w.bars[w.current].Words})
	}
	w.placeRing(fyne.Position{}, size)
	w.pen.put(w.ring)
}

func (w *WeekBars) drawDay(i int, column area, most float64) {
	bar, planned := w.bars[i], look.ColorTrack
	if i == w.current {
		planned = look.ColorMuted // the day that is told about
	}
	width := min(weekBarWidth, (column.w-weekBarGap)/2)
	x := column.x + (column.w-2*width-weekBarGap)/2
	for _, part := range []struct {
		value float64
		color fyne.ThemeColorName
	}{{bar.Planned, planned}, {bar.Done, colorPrimary}} {
		if part.value > 0 && most > 0 {
			height := max(column.h*share(part.value/most), 3)
			w.pen.box(area{x, column.y + column.h - height, width, height}, part.color, 3)
		}
		x += width + weekBarGap
	}
}

func (w *WeekBars) most() float64 {
	var most float64
	for _, bar := range w.bars {
		most = max(most, bar.Planned, bar.Done)
	}
	return most
}

// measure leaves room for the readout, so that no value is ever cut off.
func (w *WeekBars) measure() fyne.Size {
	var box fyne.Size
	var labels []string
	for _, bar := range w.bars {
		box = box.Max(readoutSize(w, Readout{Lines: bar.Words}))
		labels = append(labels, bar.Label)
	}
	column := max(widest(w, Style{Size: look.TextCaption, Bold: true}, labels...)+6, 2*weekBarWidth+weekBarGap+2)
	const plot = 72 // enough to tell bars apart
	return fyne.NewSize(float32(len(w.bars))*column, plot+lineHeight(w, StyleCaption)+4).Max(box)
}

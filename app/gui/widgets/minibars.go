package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
)

// MiniBar is one bar of a MiniBars.
type MiniBar struct {
	Fraction float64             // 0 to 1; below 0: nothing is known
	Color    fyne.ThemeColorName // of the domain
}

// MiniBars shows a few shares as upright bars the height of a line of text: the domains of a mock in a row of a table.
// Nothing known about one is a thin line at the bottom.
type MiniBars struct {
	widget.BaseWidget
	Bars []MiniBar

	pen pen
}

// NewMiniBars makes the bars.
func NewMiniBars(bars ...MiniBar) *MiniBars {
	m := &MiniBars{Bars: bars}
	m.ExtendBaseWidget(m)
	return m
}

// SetBars changes the bars.
func (m *MiniBars) SetBars(bars []MiniBar) {
	m.Bars = bars
	m.Refresh()
}

// Size and distance of the bars in logical pixels.
const miniBarWidth, miniBarGap = 10, 3

// CreateRenderer is called by Fyne.
func (m *MiniBars) CreateRenderer() fyne.WidgetRenderer { return newDrawing(m) }

func (m *MiniBars) parts() []fyne.CanvasObject { return m.pen.drawn }

func (m *MiniBars) paint() {}

func (m *MiniBars) place(size fyne.Size) {
	m.pen.begin(m)
	full := min(size.Height, m.measure().Height)
	bottom := (size.Height + full) / 2
	width := min((size.Width+miniBarGap)/float32(max(len(m.Bars), 1))-miniBarGap, miniBarWidth)
	for i, bar := range m.Bars {
		height, color := max(share(bar.Fraction)*full, 3), bar.Color
		if bar.Fraction < 0 {
			height, color = 1, look.ColorMuted
		}
		m.pen.box(area{float32(i) * (width + miniBarGap), bottom - height, width, height}, color, 2)
	}
}

func (m *MiniBars) measure() fyne.Size {
	n := float32(len(m.Bars))
	return fyne.NewSize(max(n*(miniBarWidth+miniBarGap)-miniBarGap, 0), lineHeight(m, StyleBody)+2)
}

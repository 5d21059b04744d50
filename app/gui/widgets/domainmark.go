package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// domainMarkWidth is the width of the mark, in logical pixels.
const domainMarkWidth = 4

// DomainMark is the small upright bar in the colour of what stands beside it. It says nothing by its colour that is not
// written there as well.
type DomainMark struct {
	widget.BaseWidget
	Color fyne.ThemeColorName
	// Tall makes the mark as high as the row it stands in; otherwise it is as high as a line of text.
	Tall bool

	bar *canvas.Rectangle
}

// NewDomainMark makes a mark that is as high as a line of text.
func NewDomainMark(color fyne.ThemeColorName) *DomainMark {
	m := &DomainMark{Color: color, bar: canvas.NewRectangle(nil)}
	m.ExtendBaseWidget(m)
	return m
}

// NewTallMark makes a mark that is as high as the row it stands in.
func NewTallMark(color fyne.ThemeColorName) *DomainMark {
	m := NewDomainMark(color)
	m.Tall = true
	return m
}

// SetColor changes the colour.
func (m *DomainMark) SetColor(color fyne.ThemeColorName) {
	m.Color = color
	m.Refresh()
}

// CreateRenderer is called by Fyne.
func (m *DomainMark) CreateRenderer() fyne.WidgetRenderer { return newDrawing(m) }

func (m *DomainMark) parts() []fyne.CanvasObject { return []fyne.CanvasObject{m.bar} }

func (m *DomainMark) paint() {
	m.bar.FillColor = hue(m, m.Color)
	m.bar.CornerRadius = domainMarkWidth / 2
}

func (m *DomainMark) place(size fyne.Size) {
	height := size.Height
	if !m.Tall {
		height = min(height, m.measure().Height)
	}
	setBounds(m.bar, (size.Width-domainMarkWidth)/2, (size.Height-height)/2, domainMarkWidth, height)
}

func (m *DomainMark) measure() fyne.Size {
	return fyne.NewSize(domainMarkWidth, lineHeight(m, StyleBody)-2)
}

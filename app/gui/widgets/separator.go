package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Separator is a thin line across the width it is given.
type Separator struct {
	widget.BaseWidget
	line *canvas.Rectangle
}

// NewSeparator makes a separator.
func NewSeparator() *Separator {
	s := &Separator{line: canvas.NewRectangle(nil)}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is called by Fyne.
func (s *Separator) CreateRenderer() fyne.WidgetRenderer { return newDrawing(s) }

func (s *Separator) parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.line} }

func (s *Separator) paint() { s.line.FillColor = hue(s, theme.ColorNameSeparator) }

func (s *Separator) place(size fyne.Size) {
	thickness := length(s, theme.SizeNameSeparatorThickness)
	setBounds(s.line, 0, (size.Height-thickness)/2, size.Width, thickness)
}

func (s *Separator) measure() fyne.Size {
	thickness := length(s, theme.SizeNameSeparatorThickness)
	return fyne.NewSize(thickness, thickness)
}

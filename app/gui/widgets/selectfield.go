package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"milepost/app/gui/look"
)

// SelectField lets one of several options be chosen. It looks like an entry; Enter, Space or Down opens the list.
type SelectField struct {
	control
	Options     []string
	PlaceHolder string
	OnSelected  func(index int) // not called by SetSelected

	selected      int // -1: none
	list          *optionList
	fill, overlay *canvas.Rectangle
	text          *Text
	arrow         *canvas.Text
}

var (
	_ fyne.Focusable = (*SelectField)(nil)
	_ fyne.Tappable  = (*SelectField)(nil)
)

// NewSelectField makes a field with nothing chosen yet.
func NewSelectField(placeHolder string, options []string, onSelected func(index int)) *SelectField {
	s := &SelectField{control: newControl(), Options: options, PlaceHolder: placeHolder, OnSelected: onSelected, selected: -1}
	s.fill, s.overlay = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	s.text = NewEllipsisText("", StyleBody)
	s.arrow = canvas.NewText("▾", nil)
	s.ExtendBaseWidget(s)
	return s
}

// Selected is the index of the chosen option, or -1.
func (s *SelectField) Selected() int { return s.selected }

// SetSelected chooses an option by index without calling OnSelected; an index out of bounds chooses none.
func (s *SelectField) SetSelected(index int) {
	if index < 0 || index >= len(s.Options) {
		index = -1
	}
	s.selected = index
	s.Refresh()
}

// SetOptions replaces the options; nothing is chosen afterwards.
func (s *SelectField) SetOptions(options []string) {
	s.Options, s.selected = options, -1
	s.Refresh()
}

// PlainText is what the field shows.
func (s *SelectField) PlainText() string {
	if s.selected < 0 || s.selected >= len(s.Options) {
		return s.PlaceHolder
	}
	return s.Options[s.selected]
}

// Tapped is called by a click.
func (s *SelectField) Tapped(*fyne.PointEvent) { s.open() }

// TypedKey is called for keys while the field has the focus.
func (s *SelectField) TypedKey(key *fyne.KeyEvent) {
	if isActivation(key) || key.Name == fyne.KeyDown {
		s.open()
		return
	}
	PassKey(s, key)
}

// open shows the list under the field, or above it where there is more room.
func (s *SelectField) open() {
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	if s.Disabled() || c == nil || len(s.Options) == 0 {
		return
	}
	s.list = newOptionList(listed{options: s.Options, selected: s.selected})
	s.list.onChosen = func(index int) {
		s.close(c)
		s.choose(index)
	}
	s.list.onClosed = func() { s.close(c) }
	s.list.showAt(c, s)
}

func (s *SelectField) close(c fyne.Canvas) {
	s.list.overlay.close()
	c.Focus(s)
}

func (s *SelectField) choose(index int) {
	if index == s.selected {
		return
	}
	s.SetSelected(index)
	if s.OnSelected != nil {
		s.OnSelected(index)
	}
}

// CreateRenderer is called by Fyne.
func (s *SelectField) CreateRenderer() fyne.WidgetRenderer { return newDrawing(s) }

func (s *SelectField) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.fill, s.overlay, s.text, s.arrow, s.ring}
}

func (s *SelectField) paint() {
	radius := length(s, look.RadiusControl)
	s.fill.FillColor, s.fill.StrokeColor = hue(s, look.ColorField), hue(s, look.ColorFieldEdge)
	s.fill.StrokeWidth, s.fill.CornerRadius = 1, radius
	s.overlay.FillColor, s.overlay.CornerRadius = hue(s, s.shade()), radius

	style := StyleBody
	switch {
	case s.Disabled():
		style = style.In(colorDisabled)
	case s.selected < 0:
		style = style.In(theme.ColorNamePlaceHolder)
	}
	s.text.Content, s.text.Style = s.PlainText(), style
	s.text.Refresh()
	style.apply(s, s.arrow)
	s.paintRing(radius)
}

// fieldPaddingX is the room at both ends inside a field, in logical pixels.
const fieldPaddingX = 11

func (s *SelectField) place(size fyne.Size) {
	s.fill.Resize(size)
	s.overlay.Resize(size)
	arrow := s.arrow.MinSize().Width
	setBounds(s.arrow, size.Width-fieldPaddingX-arrow, 0, arrow, size.Height)
	setBounds(s.text, fieldPaddingX, 0, size.Width-2*fieldPaddingX-arrow-s.gap(), size.Height)
	s.placeRing(fyne.Position{}, size)
}

func (s *SelectField) gap() float32 { return length(s, look.SpaceTight) }

// measure is as high as an Entry, so that both stand in one row.
func (s *SelectField) measure() fyne.Size {
	line := s.text.MinSize()
	width := max(line.Width, 4*line.Height) + s.arrow.MinSize().Width + s.gap() + 2*fieldPaddingX
	return fyne.NewSize(width, line.Height+2*length(s, theme.SizeNameInnerPadding))
}

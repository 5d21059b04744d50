package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"milepost/app/gui/look"
)

// Segmented chooses one of a few views, all of which can be seen: Calendar | Timeline | List. Left and Right move.
type Segmented struct {
	control
	OnSelected func(index int) // not called by SetSelected

	options  []string
	selected int
	under    int // the segment under the pointer, or -1

	frame    *canvas.Rectangle // edge all around
	fills    []*canvas.Rectangle
	texts    []*canvas.Text
	dividers []*canvas.Rectangle
	objects  []fyne.CanvasObject
}

var (
	_ fyne.Focusable = (*Segmented)(nil)
	_ fyne.Tappable  = (*Segmented)(nil)
)

// NewSegmented makes the choice with the first option chosen; there must be one option at least.
func NewSegmented(options []string, onSelected func(index int)) *Segmented {
	s := &Segmented{control: newControl(), OnSelected: onSelected, options: options, under: -1}
	s.frame = canvas.NewRectangle(nil)
	s.objects = append(s.objects, s.frame)
	for i := range options {
		fill, text := canvas.NewRectangle(nil), canvas.NewText("", nil)
		s.fills, s.texts = append(s.fills, fill), append(s.texts, text)
		s.objects = append(s.objects, fill, text)
		if i > 0 {
			divider := canvas.NewRectangle(nil)
			s.dividers = append(s.dividers, divider)
			s.objects = append(s.objects, divider)
		}
	}
	s.objects = append(s.objects, s.ring)
	s.ExtendBaseWidget(s)
	return s
}

// Selected is the index of the chosen option.
func (s *Segmented) Selected() int { return s.selected }

// SetSelected chooses by index without calling OnSelected; indexes out of bounds are brought back into them.
func (s *Segmented) SetSelected(index int) {
	s.selected = min(max(index, 0), len(s.options)-1)
	s.Refresh()
}

// Tapped chooses the segment under the pointer.
func (s *Segmented) Tapped(at *fyne.PointEvent) { s.choose(s.segmentAt(at.Position.X)) }

// TypedKey is called for keys while the choice has the focus.
func (s *Segmented) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyLeft:
		s.choose(s.selected - 1)
	case fyne.KeyRight:
		s.choose(s.selected + 1)
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(len(s.options) - 1)
	default:
		PassKey(s, key)
	}
}

func (s *Segmented) choose(index int) {
	if s.Disabled() || index < 0 || index >= len(s.options) || index == s.selected {
		return
	}
	s.SetSelected(index)
	if s.OnSelected != nil {
		s.OnSelected(index)
	}
}

// offers are the views that could be chosen instead of the one that is.
func (s *Segmented) offers() []Offer {
	if s.Disabled() {
		return nil
	}
	var out []Offer
	for i, option := range s.options {
		if i != s.selected {
			out = append(out, Offer{option, func() { s.choose(i) }})
		}
	}
	return out
}

// MouseMoved lights the segment under the pointer.
func (s *Segmented) MouseMoved(at *desktop.MouseEvent) {
	if under := s.segmentAt(at.Position.X); under != s.under {
		s.under = under
		s.Refresh()
	}
}

// MouseOut is called when the pointer leaves.
func (s *Segmented) MouseOut() {
	s.under = -1
	s.control.MouseOut()
}

func (s *Segmented) segmentAt(x float32) int {
	for i, fill := range s.fills {
		if x < fill.Position().X+fill.Size().Width {
			return i
		}
	}
	return len(s.fills) - 1
}

// CreateRenderer is called by Fyne.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer { return newDrawing(s) }

func (s *Segmented) parts() []fyne.CanvasObject { return s.objects }

func (s *Segmented) paint() {
	radius := length(s, look.RadiusControl)
	s.frame.FillColor, s.frame.StrokeColor = hue(s, theme.ColorNameButton), hue(s, look.ColorCardEdge)
	s.frame.StrokeWidth, s.frame.CornerRadius = 1, radius
	for i, option := range s.options {
		s.paintSegment(i, option, radius-1)
	}
	for _, divider := range s.dividers {
		divider.FillColor = hue(s, look.ColorCardEdge)
	}
	s.paintRing(radius)
}

func (s *Segmented) paintSegment(i int, option string, radius float32) {
	style, fill := StyleBody, fyne.ThemeColorName("")
	switch {
	case s.Disabled():
		style = style.In(colorDisabled)
	case i == s.selected:
		style, fill = StyleStrong.In(look.ColorAccentText), look.ColorAccentSoft
	case i == s.under:
		fill = theme.ColorNameHover
	}
	rect := s.fills[i]
	rect.FillColor = hue(s, fill)
	if i == 0 {
		rect.TopLeftCornerRadius, rect.BottomLeftCornerRadius = radius, radius
	}
	if i == len(s.options)-1 {
		rect.TopRightCornerRadius, rect.BottomRightCornerRadius = radius, radius
	}
	s.texts[i].Text = option
	style.Aligned(fyne.TextAlignCenter).apply(s, s.texts[i])
}

func (s *Segmented) place(size fyne.Size) {
	const edge = 1
	s.frame.Resize(size)
	spare := max(size.Width-s.measure().Width, 0) / float32(len(s.options))
	x := float32(edge)
	for i := range s.options {
		width := s.segmentWidth(i) + spare
		setBounds(s.fills[i], x, edge, width, size.Height-2*edge)
		setBounds(s.texts[i], x, 0, width, size.Height)
		x += width
		if i < len(s.dividers) {
			setBounds(s.dividers[i], x, edge, edge, size.Height-2*edge)
			x += edge
		}
	}
	s.placeRing(fyne.Position{}, size)
}

// segmentWidth has room for the bold text, so that nothing moves when another segment is chosen.
func (s *Segmented) segmentWidth(i int) float32 {
	return fyne.MeasureText(s.options[i], length(s, look.TextBody), fyne.TextStyle{Bold: true}).Width + 28
}

func (s *Segmented) measure() fyne.Size {
	size := fyne.NewSize(float32(len(s.options))+1, 0)
	for i := range s.options {
		size.Width += s.segmentWidth(i)
		size.Height = max(size.Height, s.texts[i].MinSize().Height+20)
	}
	return size
}

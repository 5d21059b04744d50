package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
)

// BarSide is where a surface carries its coloured bar.
type BarSide int

// The places of the bar.
const (
	BarNone BarSide = iota
	BarLeft
	BarTop
)

// barWidth is the thickness of the coloured bar in logical pixels.
const barWidth = 6

// Surface is a rounded area with a fill, an edge and, if wanted, a coloured bar at one side. It may hold content.
type Surface struct {
	widget.BaseWidget
	Fill    fyne.ThemeColorName // empty: none
	Edge    fyne.ThemeColorName // empty: none
	Radius  fyne.ThemeSizeName  // empty: square corners
	Padding fyne.ThemeSizeName  // empty: none
	// EdgeWidth is the thickness of the edge in logical pixels; 0 is read as 1.
	EdgeWidth float32
	Bar       BarSide
	BarColor  fyne.ThemeColorName
	Content   fyne.CanvasObject // may be nil

	back, front *canvas.Rectangle // back shows only as the bar
}

// NewSurface makes a surface of a colour, without an edge; set the other fields before it is shown.
func NewSurface(fill fyne.ThemeColorName, radius fyne.ThemeSizeName, content fyne.CanvasObject) *Surface {
	s := &Surface{Fill: fill, Radius: radius, Content: content, back: canvas.NewRectangle(nil), front: canvas.NewRectangle(nil)}
	s.ExtendBaseWidget(s)
	return s
}

// newCardSurface is the white, edged area of cards, dialogs and lists.
func newCardSurface(content fyne.CanvasObject) *Surface {
	s := NewSurface(look.ColorCard, look.RadiusCard, content)
	s.Edge = look.ColorCardEdge
	s.Padding = look.SpaceCard
	return s
}

// SetBar puts a coloured bar at a side, or takes it away.
func (s *Surface) SetBar(side BarSide, name fyne.ThemeColorName) {
	s.Bar, s.BarColor = side, name
	s.Refresh()
}

// HeightForWidth is the height of the content at that width, padding included.
func (s *Surface) HeightForWidth(width float32) float32 {
	if s.Content == nil {
		return s.measure().Height
	}
	left, top := s.insets()
	pad := length(s, s.Padding)
	return top + HeightFor(s.Content, width-left-pad) + pad
}

// CreateRenderer is called by Fyne.
func (s *Surface) CreateRenderer() fyne.WidgetRenderer { return newDrawing(s) }

func (s *Surface) parts() []fyne.CanvasObject {
	if s.Content == nil {
		return []fyne.CanvasObject{s.back, s.front}
	}
	return []fyne.CanvasObject{s.back, s.front, s.Content}
}

func (s *Surface) paint() {
	radius := length(s, s.Radius)
	showIf(s.back, s.Bar != BarNone)
	s.back.FillColor = hue(s, s.BarColor)
	s.back.TopLeftCornerRadius, s.back.TopRightCornerRadius, s.back.BottomLeftCornerRadius = radius, 0, 0
	if s.Bar == BarTop {
		s.back.TopRightCornerRadius = radius
	} else {
		s.back.BottomLeftCornerRadius = radius
	}

	s.front.FillColor = hue(s, s.Fill)
	s.front.StrokeColor = hue(s, s.Edge)
	s.front.StrokeWidth = s.edgeWidth()
	s.front.CornerRadius = radius
	s.front.TopLeftCornerRadius, s.front.BottomLeftCornerRadius, s.front.TopRightCornerRadius = 0, 0, 0
	if s.Bar != BarNone {
		s.squareTowardsBar(radius)
	}
}

// squareTowardsBar makes the front nearly straight where it meets the bar, so the bar has the same thickness all along.
func (s *Surface) squareTowardsBar(radius float32) {
	const inner = 3
	s.front.TopLeftCornerRadius, s.front.BottomLeftCornerRadius = inner, inner
	if s.Bar == BarTop {
		s.front.BottomLeftCornerRadius = radius
		s.front.TopRightCornerRadius = inner
	}
}

func (s *Surface) edgeWidth() float32 {
	switch {
	case s.Edge == "":
		return 0
	case s.EdgeWidth == 0:
		return 1
	}
	return s.EdgeWidth
}

func (s *Surface) place(size fyne.Size) {
	x, y := s.barInsets()
	s.placeBar(size)
	setBounds(s.front, x, y, size.Width-x, size.Height-y)
	if s.Content == nil {
		return
	}
	left, top := s.insets()
	pad := length(s, s.Padding)
	setBounds(s.Content, left, top, size.Width-left-pad, size.Height-top-pad)
}

// placeBar keeps the bar to its side: under the whole front its colour would show through the soft edge.
func (s *Surface) placeBar(size fyne.Size) {
	const under = 2 * barWidth // far enough below the front for its corners
	switch s.Bar {
	case BarLeft:
		s.back.Resize(fyne.NewSize(min(under, size.Width), size.Height))
	case BarTop:
		s.back.Resize(fyne.NewSize(size.Width, min(under, size.Height)))
	}
}

func (s *Surface) measure() fyne.Size {
	left, top := s.insets()
	pad := length(s, s.Padding)
	size := fyne.NewSize(left+pad, top+pad)
	if s.Content != nil {
		size = size.Add(s.Content.MinSize())
	}
	return size
}

// insets is where the content begins.
func (s *Surface) insets() (left, top float32) {
	pad := length(s, s.Padding)
	x, y := s.barInsets()
	return pad + x, pad + y
}

func (s *Surface) barInsets() (x, y float32) {
	switch s.Bar {
	case BarLeft:
		return barWidth, 0
	case BarTop:
		return 0, barWidth
	}
	return 0, 0
}

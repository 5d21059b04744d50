package widgets

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Scroll shows content that may be higher than the window. The content is as wide as the scroll and as high as it needs
// at that width, and what gets the focus by keyboard is scrolled into view.
type Scroll struct {
	widget.BaseWidget
	content fyne.CanvasObject
	frame   *container.Scroll
}

// NewScroll makes a vertical scroll.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{}
	s.init(content)
	s.ExtendBaseWidget(s)
	return s
}

func (s *Scroll) init(content fyne.CanvasObject) {
	s.content = content
	s.frame = container.NewVScroll(container.New(&scrolledLayout{scroll: s}, content))
}

// ScrollToTop goes back to the beginning.
func (s *Scroll) ScrollToTop() { s.frame.ScrollToTop() }

// Offset is how far the content is scrolled, in logical pixels.
func (s *Scroll) Offset() float32 { return s.frame.Offset.Y }

// SetOffset scrolls to a place, such as the one a screen had when it was left.
func (s *Scroll) SetOffset(y float32) { s.frame.ScrollToOffset(fyne.NewPos(0, y)) }

// MinSize lets the scroll be as small as the layout wants; only its width follows the content.
func (s *Scroll) MinSize() fyne.Size {
	return fyne.NewSize(s.content.MinSize().Width, s.frame.MinSize().Height)
}

// CreateRenderer is called by Fyne.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	scrollsOnScreen = append(scrollsOnScreen, s)
	return scrollRenderer{widget.NewSimpleRenderer(s.frame), s}
}

// scrolledLayout gives the content the width of the scroll and the height it needs.
type scrolledLayout struct{ scroll *Scroll }

func (l *scrolledLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(size)
}

func (l *scrolledLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize()
	width := max(l.scroll.Size().Width, least.Width)
	return fyne.NewSize(least.Width, HeightFor(objects[0], width))
}

type scrollRenderer struct {
	fyne.WidgetRenderer
	scroll *Scroll
}

func (r scrollRenderer) Destroy() {
	for i, s := range scrollsOnScreen {
		if s == r.scroll {
			scrollsOnScreen = append(scrollsOnScreen[:i:i], scrollsOnScreen[i+1:]...)
			break
		}
	}
	r.WidgetRenderer.Destroy()
}

// scrollsOnScreen lists the scrolls that have a renderer. Fyne's objects do not know their parents, so this is the only
// way from a widget that gets the focus to the scroll around it. Used on Fyne's own goroutine alone.
var scrollsOnScreen []*Scroll

// Reveal scrolls whatever is around an object so that it can be seen. Widgets call it when they get the focus.
func Reveal(object fyne.CanvasObject) {
	for _, s := range scrollsAround(object) {
		s.reveal(object)
	}
}

// scrollsAround finds the scrolls that an object is in by moving the content of all of them and looking how far the object moved along: each is moved
// by another power of two, so one look tells which they were. A look goes through the whole tree of the window.
func scrollsAround(object fyne.CanvasObject) []*Scroll {
	const most = 12 // at once: further moves would have to be told apart where float32 cannot
	driver := fyne.CurrentApp().Driver()
	before := driver.AbsolutePositionForObject(object).Y
	var around []*Scroll
	for some := range slices.Chunk(scrollsOnScreen, most) {
		homes := make([]fyne.Position, len(some))
		for i, s := range some {
			homes[i] = s.frame.Content.Position()
			s.frame.Content.Move(homes[i].AddXY(0, float32(int(1)<<i)))
		}
		moved := int(math.Round(float64(driver.AbsolutePositionForObject(object).Y - before)))
		for i, s := range some {
			s.frame.Content.Move(homes[i])
			if moved>>i&1 == 1 {
				around = append(around, s)
			}
		}
	}
	return around
}

// revealMargin is the room left above and below what is scrolled into view, so that its focus ring shows whole.
const revealMargin = 12

func (s *Scroll) reveal(object fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(object).Y - driver.AbsolutePositionForObject(s.frame).Y
	bottom := top + object.Size().Height
	height := s.frame.Size().Height
	switch {
	case object.Size().Height > height-2*revealMargin && top < height/2 && bottom > height/2:
		// It is higher than the window and fills most of it: the page stays where the reader left it.
	case top < revealMargin || object.Size().Height > height-2*revealMargin:
		s.SetOffset(max(s.Offset()+top-revealMargin, 0))
	case bottom > height-revealMargin:
		s.SetOffset(s.Offset() + bottom - height + revealMargin)
	}
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// overlay covers the whole window above everything else and shows one object on it: the common half of dialogs and of
// lists that open. What is below can be seen but not reached.
type overlay struct {
	widget.BaseWidget
	content   fyne.CanvasObject
	shaded    bool
	arrange   func(window fyne.Size) (fyne.Position, fyne.Size) // where the content goes
	onOutside func()                                            // a click beside the content; may be nil
	onInside  func()                                            // a click on the content that nothing there took; may be nil

	canvas fyne.Canvas
	back   *canvas.Rectangle
	marks  betweenMarks
}

// show puts the overlay on a canvas. The content must be ready by then.
func (o *overlay) show(c fyne.Canvas) {
	o.canvas = c
	o.back, o.marks = canvas.NewRectangle(nil), newMarks()
	o.ExtendBaseWidget(o)
	c.Overlays().Add(o)
	o.Resize(c.Size())
}

// close takes the overlay away, and any above it.
func (o *overlay) close() { o.canvas.Overlays().Remove(o) }

// Tapped is called by a click that the content did not take.
func (o *overlay) Tapped(at *fyne.PointEvent) {
	pos, size := o.content.Position(), o.content.Size()
	inside := at.Position.X >= pos.X && at.Position.X < pos.X+size.Width &&
		at.Position.Y >= pos.Y && at.Position.Y < pos.Y+size.Height
	switch {
	case inside && o.onInside != nil:
		o.onInside()
	case !inside && o.onOutside != nil:
		o.onOutside()
	}
}

// CreateRenderer is called by Fyne.
func (o *overlay) CreateRenderer() fyne.WidgetRenderer { return newDrawing(o) }

func (o *overlay) parts() []fyne.CanvasObject { return o.marks.around(o.back, o.content) }

func (o *overlay) paint() {
	o.back.FillColor = hue(o, "")
	if o.shaded {
		o.back.FillColor = hue(o, theme.ColorNameShadow)
	}
}

func (o *overlay) place(size fyne.Size) {
	o.back.Resize(size)
	pos, area := o.arrange(size)
	o.content.Move(pos)
	o.content.Resize(area)
}

// measure asks for nothing: the overlay takes the window as it is.
func (o *overlay) measure() fyne.Size { return fyne.Size{} }

// OverlayOpen says whether a dialog or an open list covers the window. Actions of the menu must do nothing then: Fyne
// lets their shortcuts through.
func OverlayOpen(win fyne.Window) bool { return win.Canvas().Overlays().Top() != nil }

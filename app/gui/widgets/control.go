package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
)

// Fyne's own colour names that the widgets use, under short names.
const (
	colorForeground = theme.ColorNameForeground
	colorPrimary    = theme.ColorNamePrimary
	colorOnPrimary  = theme.ColorNameForegroundOnPrimary
	colorDisabled   = theme.ColorNameDisabled
)

// control is the common half of everything that can be clicked: whether the pointer is over it, whether it is held down,
// whether it has the focus. A widget embeds it, draws its ring and looks at the three flags in paint.
type control struct {
	widget.DisableableWidget
	hovered, pressed, focused bool

	ring *canvas.Rectangle
}

func newControl() control { return control{ring: newRing()} }

// newRing makes a focus ring that is not seen yet. It has colours from the start: one without any cannot be drawn in software, and not every
// control paints its ring before it gets the focus.
func newRing() *canvas.Rectangle {
	ring := canvas.NewRectangle(color.Transparent)
	ring.StrokeColor = color.Transparent
	ring.StrokeWidth = ringWidth
	return ring
}

// FocusGained is called when the control gets the keyboard.
func (c *control) FocusGained() {
	c.focused = true
	c.Refresh()
	Reveal(c.ring)
}

// FocusLost is called when the control loses the keyboard.
func (c *control) FocusLost() {
	c.focused, c.pressed = false, false
	c.Refresh()
}

// TypedRune is called for letters; most controls have no use for them.
func (c *control) TypedRune(rune) {}

// MouseIn is called when the pointer enters.
func (c *control) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	c.Refresh()
}

// MouseMoved is called while the pointer moves inside.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called when the pointer leaves.
func (c *control) MouseOut() {
	c.hovered, c.pressed = false, false
	c.Refresh()
}

// MouseDown is called when a mouse button goes down.
func (c *control) MouseDown(*desktop.MouseEvent) {
	c.pressed = true
	c.Refresh()
}

// MouseUp is called when a mouse button comes up.
func (c *control) MouseUp(*desktop.MouseEvent) {
	c.pressed = false
	c.Refresh()
}

// Cursor is the shape of the pointer over the control.
func (c *control) Cursor() desktop.Cursor {
	if c.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// The ring is drawn outside the control, so that it is seen on a filled button as well.
const (
	ringWidth = 2
	ringGap   = 1
)

// paintRing shows the ring when the control has the focus.
func (c *control) paintRing(radius float32) {
	c.ring.CornerRadius = radius + ringGap + ringWidth
	lightRing(c.ring, c, c.focused && !c.Disabled())
}

// lightRing shows a ring, or makes it transparent. It is never hidden: Fyne knows where an object is only once it has been shown, and
// what gets the focus is scrolled to at once.
func lightRing(ring *canvas.Rectangle, of themed, on bool) {
	ring.StrokeColor = color.Transparent
	if on {
		ring.StrokeColor = hue(of, look.ColorFocusRing)
	}
	ring.Refresh()
}

// placeRing puts the ring around an area of the control.
func (c *control) placeRing(pos fyne.Position, size fyne.Size) {
	const out = ringWidth + ringGap
	setBounds(c.ring, pos.X-out, pos.Y-out, size.Width+2*out, size.Height+2*out)
}

// shade is the colour laid over a control under the pointer, or held down.
func (c *control) shade() fyne.ThemeColorName {
	switch {
	case c.Disabled():
		return ""
	case c.pressed:
		return theme.ColorNamePressed
	case c.hovered:
		return theme.ColorNameHover
	}
	return ""
}

// isActivation says whether a key presses a focused control.
func isActivation(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		return true
	}
	return false
}

// PassKey hands a key that a focused widget has no use for to the window, as if nothing had the focus. Dialogs listen
// there for Escape and Enter.
func PassKey(from fyne.CanvasObject, key *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(from)
	if c == nil {
		return
	}
	if typed := c.OnTypedKey(); typed != nil {
		typed(key)
	}
}

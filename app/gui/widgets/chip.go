package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"milepost/app/gui/look"
)

// Chip is a small coloured label. With OnRemoved it carries a × and can be removed; with OnTapped it can be pressed.
// A chip with neither does not take part in the Tab order.
type Chip struct {
	control
	Text      string
	OnRemoved func() // may be nil
	OnTapped  func() // may be nil

	fill, overlay *canvas.Rectangle
	text, remove  *canvas.Text
}

var (
	_ fyne.Focusable = (*Chip)(nil)
	_ fyne.Tappable  = (*Chip)(nil)
)

// NewChip makes a chip; without onRemoved it is only a label.
func NewChip(text string, onRemoved func()) *Chip {
	c := &Chip{control: newControl(), Text: text, OnRemoved: onRemoved}
	c.fill, c.overlay = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	c.text, c.remove = canvas.NewText("", nil), canvas.NewText("×", nil)
	c.ExtendBaseWidget(c)
	return c
}

// PlainText is the text of the chip.
func (c *Chip) PlainText() string { return c.Text }

// Disabled keeps the keyboard away from chips that do nothing.
func (c *Chip) Disabled() bool {
	return c.control.Disabled() || (c.OnRemoved == nil && c.OnTapped == nil)
}

// Tapped removes the chip when the × was hit, and presses it otherwise.
func (c *Chip) Tapped(at *fyne.PointEvent) {
	if c.OnRemoved != nil && at.Position.X >= c.remove.Position().X-chipGap {
		c.removeChip()
		return
	}
	c.press()
}

// TypedKey is called for keys while the chip has the focus.
func (c *Chip) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyDelete || key.Name == fyne.KeyBackspace:
		c.removeChip()
	case isActivation(key) && c.OnTapped != nil:
		c.press()
	case isActivation(key):
		c.removeChip()
	default:
		PassKey(c, key)
	}
}

func (c *Chip) press() {
	if !c.Disabled() && c.OnTapped != nil {
		c.OnTapped()
	}
}

func (c *Chip) removeChip() {
	if !c.Disabled() && c.OnRemoved != nil {
		c.OnRemoved()
	}
}

// CreateRenderer is called by Fyne.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer { return newDrawing(c) }

func (c *Chip) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.fill, c.overlay, c.text, c.remove, c.ring}
}

// Room inside a chip, in logical pixels.
const (
	chipGap    = 6
	chipX      = 8
	chipY      = 3
	chipRadius = 6
)

func (c *Chip) paint() {
	c.fill.FillColor, c.fill.CornerRadius = hue(c, look.ColorAccentSoft), chipRadius
	c.overlay.CornerRadius = chipRadius
	c.overlay.FillColor = hue(c, "")
	if !c.Disabled() {
		c.overlay.FillColor = hue(c, c.shade())
	}
	style := Style{Size: look.TextCaption, Color: look.ColorAccentText, Bold: true}
	c.text.Text = c.Text
	style.apply(c, c.text)
	style.Size = look.TextBody
	style.apply(c, c.remove)
	showIf(c.remove, c.OnRemoved != nil)
	c.paintRing(chipRadius)
}

func (c *Chip) place(size fyne.Size) {
	c.fill.Resize(size)
	c.overlay.Resize(size)
	width := c.text.MinSize().Width
	setBounds(c.text, chipX, 0, width, size.Height)
	setBounds(c.remove, chipX+width+chipGap, 0, c.remove.MinSize().Width, size.Height)
	c.placeRing(fyne.Position{}, size)
}

func (c *Chip) measure() fyne.Size {
	size := c.text.MinSize().AddWidthHeight(2*chipX, 2*chipY)
	if c.OnRemoved != nil {
		size.Width += chipGap + c.remove.MinSize().Width
	}
	return size
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"milepost/app/gui/look"
)

// Check is a rounded box that is filled when on, with a label if it has one.
type Check struct {
	control
	Label     string
	Name      string        // what it is about, where there is no label
	On        bool          // change it by SetOn
	OnChanged func(on bool) // not called by SetOn

	box, overlay *canvas.Rectangle
	tick         *canvas.Image
	label        *canvas.Text
}

var (
	_ fyne.Focusable = (*Check)(nil)
	_ fyne.Tappable  = (*Check)(nil)
)

// NewCheck makes a check that is off; onChanged may be nil.
func NewCheck(label string, onChanged func(on bool)) *Check {
	c := &Check{control: newControl(), Label: label, OnChanged: onChanged}
	c.box, c.overlay = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	c.tick = canvas.NewImageFromResource(nil)
	c.tick.FillMode = canvas.ImageFillContain
	c.label = canvas.NewText("", nil)
	c.ExtendBaseWidget(c)
	return c
}

// SetOn turns it on or off without calling OnChanged.
func (c *Check) SetOn(on bool) {
	if c.On == on {
		return
	}
	c.On = on
	c.Refresh()
}

// PlainText is the label, or the name where there is none.
func (c *Check) PlainText() string {
	if c.Label == "" {
		return c.Name
	}
	return c.Label
}

// Tapped is called by a click.
func (c *Check) Tapped(*fyne.PointEvent) { c.toggle() }

// TypedKey is called for keys while the check has the focus.
func (c *Check) TypedKey(key *fyne.KeyEvent) {
	if isActivation(key) {
		c.toggle()
		return
	}
	PassKey(c, key)
}

func (c *Check) toggle() {
	if c.Disabled() {
		return
	}
	c.SetOn(!c.On)
	if c.OnChanged != nil {
		c.OnChanged(c.On)
	}
}

// CreateRenderer is called by Fyne.
func (c *Check) CreateRenderer() fyne.WidgetRenderer { return newDrawing(c) }

func (c *Check) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.box, c.overlay, c.tick, c.label, c.ring}
}

// checkRadius rounds the box, in logical pixels.
const checkRadius = 5

func (c *Check) paint() {
	text := colorForeground
	fill, edge := look.ColorCard, look.ColorMuted
	if c.On {
		fill, edge = colorPrimary, colorPrimary
	}
	if c.Disabled() {
		text, edge = colorDisabled, colorDisabled
		if c.On {
			fill = colorDisabled
		}
	}
	c.box.FillColor, c.box.StrokeColor = hue(c, fill), hue(c, edge)
	c.box.StrokeWidth, c.box.CornerRadius = 1.5, checkRadius
	c.overlay.FillColor, c.overlay.CornerRadius = hue(c, c.shade()), checkRadius
	showIf(c.tick, c.On)
	setIcon(c.tick, theme.ConfirmIcon(), colorOnPrimary)
	c.label.Text = c.Label
	Style{Color: text}.apply(c, c.label)
	c.paintRing(checkRadius)
}

// side is the size of the box; it follows the text.
func (c *Check) side() float32 { return length(c, theme.SizeNameInlineIcon) }

func (c *Check) place(size fyne.Size) {
	side := c.side()
	top := (size.Height - side) / 2
	setBounds(c.box, 0, top, side, side)
	setBounds(c.overlay, 0, top, side, side)
	const inset = 2
	setBounds(c.tick, inset, top+inset, side-2*inset, side-2*inset)
	x := side + length(c, look.Space)
	setBounds(c.label, x, 0, max(size.Width-x, 0), size.Height)
	c.placeRing(fyne.NewPos(0, top), fyne.NewSquareSize(side))
}

func (c *Check) measure() fyne.Size {
	side := c.side()
	if c.Label == "" {
		return fyne.NewSquareSize(side)
	}
	label := c.label.MinSize()
	return fyne.NewSize(side+length(c, look.Space)+label.Width, max(side, label.Height))
}

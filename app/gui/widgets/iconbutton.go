package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"milepost/app/gui/look"
)

// IconButton is a square button that shows an icon, or a single sign such as "‹", and no text.
type IconButton struct {
	control
	Icon     fyne.Resource // may be nil when Sign is set
	Sign     string
	Edged    bool   // with the fill and edge of a secondary button
	Name     string // what the button does, in words
	OnTapped func()

	fill, overlay *canvas.Rectangle
	icon          *canvas.Image
	sign          *canvas.Text
}

var (
	_ fyne.Focusable = (*IconButton)(nil)
	_ fyne.Tappable  = (*IconButton)(nil)
)

// NewIconButton makes a button of an icon; name says what it does.
func NewIconButton(name string, icon fyne.Resource, onTapped func()) *IconButton {
	b := &IconButton{control: newControl(), Name: name, Icon: icon, OnTapped: onTapped}
	b.fill, b.overlay = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	b.icon = canvas.NewImageFromResource(nil)
	b.icon.FillMode = canvas.ImageFillContain
	b.sign = canvas.NewText("", nil)
	b.ExtendBaseWidget(b)
	return b
}

// NewSignButton makes an edged button of a single sign; name says what it does.
func NewSignButton(name, sign string, onTapped func()) *IconButton {
	b := NewIconButton(name, nil, onTapped)
	b.Sign, b.Edged = sign, true
	return b
}

// PlainText is the name of the button.
func (b *IconButton) PlainText() string { return b.Name }

// Tapped is called by a click.
func (b *IconButton) Tapped(*fyne.PointEvent) { b.activate() }

// TypedKey is called for keys while the button has the focus.
func (b *IconButton) TypedKey(key *fyne.KeyEvent) {
	if isActivation(key) {
		b.activate()
		return
	}
	PassKey(b, key)
}

func (b *IconButton) activate() {
	if !b.Disabled() && b.OnTapped != nil {
		b.OnTapped()
	}
}

// CreateRenderer is called by Fyne.
func (b *IconButton) CreateRenderer() fyne.WidgetRenderer { return newDrawing(b) }

func (b *IconButton) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.fill, b.overlay, b.icon, b.sign, b.ring}
}

func (b *IconButton) paint() {
	radius := length(b, look.RadiusControl)
	foreground := colorForeground
	if b.Disabled() {
		foreground = colorDisabled
	}
	showIf(b.fill, b.Edged)
	b.fill.FillColor, b.fill.StrokeColor = hue(b, theme.ColorNameButton), hue(b, look.ColorCardEdge)
	b.fill.StrokeWidth, b.fill.CornerRadius = 1, radius
	b.overlay.FillColor, b.overlay.CornerRadius = hue(b, b.shade()), radius

	b.sign.Text = b.Sign
	Style{Color: foreground, Bold: true, Align: fyne.TextAlignCenter}.apply(b, b.sign)
	showIf(b.icon, b.Icon != nil)
	if b.Icon != nil {
		setIcon(b.icon, b.Icon, foreground)
	}
	b.paintRing(radius)
}

func (b *IconButton) place(size fyne.Size) {
	b.fill.Resize(size)
	b.overlay.Resize(size)
	b.sign.Resize(size)
	side := length(b, theme.SizeNameInlineIcon)
	setBounds(b.icon, (size.Width-side)/2, (size.Height-side)/2, side, side)
	b.placeRing(fyne.Position{}, size)
}

func (b *IconButton) measure() fyne.Size {
	line := fyne.MeasureText("X", length(b, look.TextBody), fyne.TextStyle{Bold: true}).Height
	side := line + 20 // as high as a Button
	if !b.Edged {
		side = line + 10
	}
	return fyne.NewSize(max(side, b.sign.MinSize().Width+12), side)
}

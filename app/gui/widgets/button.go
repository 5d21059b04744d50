package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"milepost/app/gui/look"
	"milepost/app/lang"
)

// ButtonKind says how much a button asks to be pressed.
type ButtonKind int

// The kinds; a screen has one primary button at most.
const (
	ButtonSecondary ButtonKind = iota // white with an edge
	ButtonPrimary                     // filled: the thing most people want next
	ButtonQuiet                       // only text
	ButtonDanger                      // takes something away
)

// Button is a button with text, and an icon and the keys of its shortcut where it has them.
type Button struct {
	control
	Text     string
	Icon     fyne.Resource // drawn in the colour of the text; may be nil
	Hint     string        // shortcut shown behind the text, such as "Ctrl S"
	Kind     ButtonKind
	Compact  bool // less high, for buttons beside chips and inside rows
	OnTapped func()

	fill, overlay *canvas.Rectangle
	text, hint    *canvas.Text
	icon          *canvas.Image
}

var (
	_ fyne.Focusable   = (*Button)(nil)
	_ fyne.Tappable    = (*Button)(nil)
	_ fyne.Disableable = (*Button)(nil)
)

// NewButton makes an ordinary, secondary button.
func NewButton(text string, onTapped func()) *Button {
	return newButton(ButtonSecondary, text, onTapped)
}

// NewPrimaryButton makes the filled button of a screen.
func NewPrimaryButton(text string, onTapped func()) *Button {
	return newButton(ButtonPrimary, text, onTapped)
}

// NewQuietButton makes a button that is only text.
func NewQuietButton(text string, onTapped func()) *Button {
	return newButton(ButtonQuiet, text, onTapped)
}

// NewDangerButton makes a button for what takes something away.
func NewDangerButton(text string, onTapped func()) *Button {
	return newButton(ButtonDanger, text, onTapped)
}

func newButton(kind ButtonKind, text string, onTapped func()) *Button {
	b := &Button{control: newControl(), Text: text, Kind: kind, OnTapped: onTapped}
	b.fill, b.overlay = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	b.text, b.hint = canvas.NewText("", nil), canvas.NewText("", nil)
	b.icon = canvas.NewImageFromResource(nil)
	b.icon.FillMode = canvas.ImageFillContain
	b.ExtendBaseWidget(b)
	return b
}

// WithHint shows the keys of a shortcut behind the text.
func (b *Button) WithHint(keys string) *Button {
	b.Hint = lang.Keys(keys)
	b.Refresh()
	return b
}

// WithIcon shows an icon before the text.
func (b *Button) WithIcon(icon fyne.Resource) *Button {
	b.Icon = icon
	b.Refresh()
	return b
}

// SetText changes the text.
func (b *Button) SetText(text string) {
	if b.Text == text {
		return
	}
	b.Text = text
	b.Refresh()
}

// PlainText is the text of the button, without the hint.
func (b *Button) PlainText() string { return b.Text }

// Tapped is called by a click.
func (b *Button) Tapped(*fyne.PointEvent) { b.activate() }

// TypedKey is called for keys while the button has the focus.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	if isActivation(key) {
		b.activate()
		return
	}
	PassKey(b, key)
}

func (b *Button) activate() {
	if !b.Disabled() && b.OnTapped != nil {
		b.OnTapped()
	}
}

// CreateRenderer is called by Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer { return newDrawing(b) }

func (b *Button) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.fill, b.overlay, b.icon, b.text, b.hint, b.ring}
}

// buttonColors are the names a kind of button is painted with.
type buttonColors struct{ fill, edge, text fyne.ThemeColorName }

func (b *Button) colors() buttonColors {
	switch {
	case b.Disabled() && b.Kind == ButtonQuiet:
		return buttonColors{text: colorDisabled}
	case b.Disabled():
		return buttonColors{theme.ColorNameDisabledButton, look.ColorCardEdge, colorDisabled}
	case b.Kind == ButtonPrimary:
		return buttonColors{fill: colorPrimary, text: colorOnPrimary}
	case b.Kind == ButtonQuiet:
		return buttonColors{text: look.ColorAccentText}
	case b.Kind == ButtonDanger:
		return buttonColors{theme.ColorNameButton, look.ColorCardEdge, look.ColorBad}
	}
	return buttonColors{theme.ColorNameButton, look.ColorCardEdge, colorForeground}
}

func (b *Button) paint() {
	colors := b.colors()
	radius := length(b, look.RadiusControl)
	b.fill.FillColor, b.fill.StrokeColor = hue(b, colors.fill), hue(b, colors.edge)
	b.fill.StrokeWidth = 0
	if colors.edge != "" {
		b.fill.StrokeWidth = 1
	}
	b.fill.CornerRadius = radius
	b.overlay.FillColor, b.overlay.CornerRadius = hue(b, b.shade()), radius

	b.text.Text, b.hint.Text = b.Text, b.Hint
	Style{Size: b.textSize(), Color: colors.text, Bold: true}.apply(b, b.text)
	Style{Size: b.textSize(), Color: b.hintColor(colors)}.apply(b, b.hint)
	showIf(b.icon, b.Icon != nil)
	if b.Icon != nil {
		setIcon(b.icon, b.Icon, colors.text)
	}
	b.paintRing(radius)
}

func (b *Button) textSize() fyne.ThemeSizeName {
	if b.Compact {
		return look.TextSmall
	}
	return look.TextBody
}

func (b *Button) hintColor(colors buttonColors) fyne.ThemeColorName {
	if b.Kind == ButtonSecondary && !b.Disabled() {
		return look.ColorMuted
	}
	return colors.text
}

// padding is the room around the text, in logical pixels.
func (b *Button) padding() (x, y float32) {
	switch {
	case b.Compact:
		return 10, 6
	case b.Kind == ButtonQuiet:
		return 8, 10
	}
	return 15, 10
}

// hintGap lies between the text and the hint.
const hintGap = 5

func (b *Button) place(size fyne.Size) {
	b.fill.Resize(size)
	b.overlay.Resize(size)
	x := (size.Width - b.contentWidth()) / 2
	if b.Icon != nil {
		side := b.iconSide()
		setBounds(b.icon, x, (size.Height-side)/2, side, side)
		x += side + b.iconGap()
	}
	width := b.text.MinSize().Width
	setBounds(b.text, x, 0, width, size.Height)
	setBounds(b.hint, x+width+hintGap, 0, b.hint.MinSize().Width, size.Height)
	b.placeRing(fyne.Position{}, size)
}

func (b *Button) contentWidth() float32 {
	width := b.text.MinSize().Width
	if b.Icon != nil {
		width += b.iconSide() + b.iconGap()
	}
	if b.Hint != "" {
		width += hintGap + b.hint.MinSize().Width
	}
	return width
}

func (b *Button) iconSide() float32 { return length(b, theme.SizeNameInlineIcon) }

func (b *Button) iconGap() float32 {
	if b.Text == "" {
		return 0
	}
	return length(b, look.Space)
}

func (b *Button) measure() fyne.Size {
	x, y := b.padding()
	height := b.text.MinSize().Height
	if b.Icon != nil {
		height = max(height, b.iconSide())
	}
	return fyne.NewSize(b.contentWidth()+2*x, height+2*y)
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"milepost/app/gui/look"
)

// NavItem is an entry of the sidebar: the name of a screen and, small at the right, the key that leads there.
type NavItem struct {
	control
	Label    string
	Hint     string
	Selected bool // change it by SetSelected
	OnTapped func()

	fill        *canvas.Rectangle
	label, hint *canvas.Text
}

var (
	_ fyne.Focusable = (*NavItem)(nil)
	_ fyne.Tappable  = (*NavItem)(nil)
)

// NewNavItem makes an entry of the sidebar; the hint may be empty.
func NewNavItem(label, hint string, onTapped func()) *NavItem {
	n := &NavItem{control: newControl(), Label: label, Hint: hint, OnTapped: onTapped}
	n.fill = canvas.NewRectangle(nil)
	n.label, n.hint = canvas.NewText("", nil), canvas.NewText("", nil)
	n.ExtendBaseWidget(n)
	return n
}

// SetSelected marks the entry as the screen that is open.
func (n *NavItem) SetSelected(selected bool) {
	if n.Selected == selected {
		return
	}
	n.Selected = selected
	n.Refresh()
}

// PlainText is the label, without the hint.
func (n *NavItem) PlainText() string { return n.Label }

// Tapped is called by a click.
func (n *NavItem) Tapped(*fyne.PointEvent) { n.activate() }

// TypedKey is called for keys while the entry has the focus.
func (n *NavItem) TypedKey(key *fyne.KeyEvent) {
	if isActivation(key) {
		n.activate()
		return
	}
	PassKey(n, key)
}

func (n *NavItem) activate() {
	if !n.Disabled() && n.OnTapped != nil {
		n.OnTapped()
	}
}

// CreateRenderer is called by Fyne.
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer { return newDrawing(n) }

func (n *NavItem) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{n.fill, n.label, n.hint, n.ring}
}

func (n *NavItem) paint() {
	style, fill := StyleBody, fyne.ThemeColorName("")
	switch {
	case n.Disabled():
		style = style.In(colorDisabled)
	case n.Selected:
		style, fill = StyleStrong.In(look.ColorAccentText), look.ColorNavSelected
	case n.hovered:
		fill = look.ColorNavHover
	}
	radius := length(n, look.RadiusControl)
	n.fill.FillColor, n.fill.CornerRadius = hue(n, fill), radius
	n.label.Text, n.hint.Text = n.Label, n.Hint
	style.apply(n, n.label)
	StyleCaption.apply(n, n.hint)
	n.paintRing(radius)
}

// navPadding is the room at both ends of an entry, in logical pixels.
const navPadding = 10

func (n *NavItem) place(size fyne.Size) {
	n.fill.Resize(size)
	n.label.Move(fyne.NewPos(navPadding, 0))
	n.label.Resize(fyne.NewSize(n.label.MinSize().Width, size.Height))
	hint := n.hint.MinSize().Width
	setBounds(n.hint, size.Width-navPadding-hint, 0, hint, size.Height)
	showIf(n.hint, n.label.MinSize().Width+length(n, look.Space)+hint <= size.Width-2*navPadding) // the label matters more
	n.placeRing(fyne.Position{}, size)
}

func (n *NavItem) measure() fyne.Size {
	bold := fyne.MeasureText(n.Label, length(n, look.TextBody), fyne.TextStyle{Bold: true})
	return fyne.NewSize(bold.Width+2*navPadding, bold.Height+20)
}

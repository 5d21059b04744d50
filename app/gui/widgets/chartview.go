package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"milepost/app/gui/look"
)

// ChartView shows a figure that a function draws, sharp at every scale of the screen, with a line and a box of text at
// the place the pointer or the keyboard is at. It knows nothing of what is drawn: its owner answers OnHover and OnKey
// with ShowReadout.
type ChartView struct {
	control
	// Draw draws the figure in device pixels; scale is device pixels for each logical one. It is called again only when
	// the size, the theme or the version changes.
	Draw func(widthPx, heightPx int, scale float32) image.Image
	// OnHover is told where the pointer is, in logical pixels; OnLeave that it has gone. Both may be nil.
	OnHover func(x, y float32)
	OnLeave func()
	// OnTapped is told where somebody clicked, in logical pixels; may be nil.
	OnTapped func(x, y float32)
	// OnKey sees Left, Right, Home, End and Enter while the figure has the keyboard; may be nil.
	OnKey func(key fyne.KeyName)
	// Alternative says in words what the figure shows.
	Alternative string

	least   fyne.Size
	version int
	cache   chartCache
	raster  *canvas.Raster
	pen     pen
	readout Readout
}

// chartCache holds the last picture and what it was drawn for.
type chartCache struct {
	key     chartKey
	picture image.Image
}

type chartKey struct {
	width, height, version int
	theme                  fyne.Theme
	variant                fyne.ThemeVariant
}

var (
	_ fyne.Focusable    = (*ChartView)(nil)
	_ fyne.Tappable     = (*ChartView)(nil)
	_ desktop.Hoverable = (*ChartView)(nil)
)

// NewChartView makes a view of a figure that is at least that large, in logical pixels.
func NewChartView(least fyne.Size, draw func(widthPx, heightPx int, scale float32) image.Image) *ChartView {
	v := &ChartView{control: newControl(), Draw: draw, least: least}
	v.raster = canvas.NewRaster(v.picture)
	v.ExtendBaseWidget(v)
	return v
}

// SetVersion draws the figure anew when the number is another than before: owners count up when their data changes.
func (v *ChartView) SetVersion(version int) {
	if version == v.version {
		return
	}
	v.version = version
	v.Refresh()
}

// SetLeast changes the smallest size.
func (v *ChartView) SetLeast(least fyne.Size) {
	v.least = least
	v.Refresh()
}

// ShowReadout shows a line at a place of the figure and a box of text beside it, kept inside the figure.
func (v *ChartView) ShowReadout(r Readout) {
	v.readout = r
	v.place(v.Size())
	canvas.Refresh(v)
}

// HideReadout takes the line and the box away.
func (v *ChartView) HideReadout() { v.ShowReadout(Readout{}) }

// PlainText says in words what the figure shows.
func (v *ChartView) PlainText() string { return v.Alternative }

// picture draws the figure, or gives the one drawn before.
func (v *ChartView) picture(width, height int) image.Image {
	settings := fyne.CurrentApp().Settings()
	key := chartKey{width, height, v.version, settings.Theme(), settings.ThemeVariant()}
	if v.cache.picture != nil && v.cache.key == key {
		return v.cache.picture
	}
	if width <= 0 || height <= 0 || v.Draw == nil || v.Size().Width <= 0 {
		return image.NewNRGBA(image.Rect(0, 0, max(width, 1), max(height, 1)))
	}
	v.cache = chartCache{key, v.Draw(width, height, float32(width)/v.Size().Width)}
	return v.cache.picture
}

// Tapped is called by a click.
func (v *ChartView) Tapped(at *fyne.PointEvent) {
	takeFocus(v)
	if v.OnTapped != nil {
		v.OnTapped(at.Position.X, at.Position.Y)
	}
}

// TypedKey is called for keys while the figure has the focus.
func (v *ChartView) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyReturn, fyne.KeyEnter:
		if v.OnKey != nil {
			v.OnKey(key.Name)
			return
		}
	case fyne.KeyEscape:
		if len(v.readout.Lines) > 0 {
			v.HideReadout()
			return
		}
	}
	PassKey(v, key)
}

// FocusLost takes the readout away together with the keyboard.
func (v *ChartView) FocusLost() {
	v.readout = Readout{}
	v.control.FocusLost()
}

// MouseIn is called when the pointer enters.
func (v *ChartView) MouseIn(at *desktop.MouseEvent) { v.MouseMoved(at) }

// MouseMoved tells the owner where the pointer is.
func (v *ChartView) MouseMoved(at *desktop.MouseEvent) {
	if v.OnHover != nil {
		v.OnHover(at.Position.X, at.Position.Y)
	}
}

// MouseOut is called when the pointer leaves.
func (v *ChartView) MouseOut() {
	v.HideReadout()
	if v.OnLeave != nil {
		v.OnLeave()
	}
}

// MouseDown and MouseUp change nothing: a figure is no button.
func (v *ChartView) MouseDown(*desktop.MouseEvent) {}

// MouseUp is the other half of MouseDown.
func (v *ChartView) MouseUp(*desktop.MouseEvent) {}

// Cursor is the shape of the pointer over the figure.
func (v *ChartView) Cursor() desktop.Cursor { return desktop.CrosshairCursor }

// CreateRenderer is called by Fyne.
func (v *ChartView) CreateRenderer() fyne.WidgetRenderer { return newDrawing(v) }

func (v *ChartView) parts() []fyne.CanvasObject { return v.pen.drawn }

func (v *ChartView) paint() { v.paintRing(length(v, look.RadiusControl)) }

func (v *ChartView) place(size fyne.Size) {
	v.pen.begin(v)
	v.raster.Resize(size)
	v.pen.put(v.raster)
	if len(v.readout.Lines) > 0 {
		x := max(min(v.readout.X, size.Width-1), 0)
		v.pen.box(area{x, 0, 1, size.Height}, look.ColorMuted, 0)
		drawReadout(&v.pen, areaOf(size), v.readout)
	}
	v.placeRing(fyne.Position{}, size)
	v.pen.put(v.ring)
}

func (v *ChartView) measure() fyne.Size { return v.least }

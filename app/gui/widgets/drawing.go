package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// drawn is a widget that draws itself: one object plays both the widget and what Fyne calls its renderer, so that a
// reader finds the parts, their places and their colours side by side.
type drawn interface {
	fyne.Widget
	parts() []fyne.CanvasObject // back to front; the order is also the order of the Tab key
	place(size fyne.Size)       // positions and sizes of the parts
	measure() fyne.Size         // the smallest honest size
	paint()                     // texts, colours and visibility, from the theme and the fields of the widget
}

// drawing is the renderer of a drawn widget.
type drawing struct{ widget drawn }

// newDrawing makes the renderer of w, painted once.
func newDrawing(w drawn) fyne.WidgetRenderer {
	w.paint()
	return drawing{w}
}

func (d drawing) MinSize() fyne.Size           { return measuring.size(d.widget, d.widget.measure) }
func (d drawing) Objects() []fyne.CanvasObject { return d.widget.parts() }
func (d drawing) Destroy()                     {}

func (d drawing) Layout(size fyne.Size) {
	measuring.forget()
	d.widget.place(size)
}

func (d drawing) Refresh() {
	measuring.forget()
	d.widget.paint()
	d.widget.place(d.widget.Size())
	canvas.Refresh(d.widget)
}

// themed is what the helpers below need to know of a widget.
type themed interface{ Theme() fyne.Theme }

// hue is the colour of a name for a widget; the empty name is no colour at all.
func hue(w themed, name fyne.ThemeColorName) color.Color {
	if name == "" {
		return color.Transparent
	}
	return w.Theme().Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}

// length is the size of a name for a widget, in logical pixels; the empty name is no length.
func length(w themed, name fyne.ThemeSizeName) float32 {
	if name == "" {
		return 0
	}
	return w.Theme().Size(name)
}

// themeLength is length for layouts, which are no widgets and so always follow the theme of the whole application.
func themeLength(name fyne.ThemeSizeName) float32 {
	if name == "" {
		return 0
	}
	return fyne.CurrentApp().Settings().Theme().Size(name)
}

// setBounds moves and resizes in one go.
func setBounds(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

// setIcon shows an icon in a colour of the theme.
func setIcon(image *canvas.Image, icon fyne.Resource, name fyne.ThemeColorName) {
	image.Resource = theme.NewColoredResource(icon, name)
	image.Refresh() // or else the picture of the old colour stays
}

// showIf shows or hides without touching objects that are already as wanted.
func showIf(o fyne.CanvasObject, visible bool) {
	switch {
	case visible && !o.Visible():
		o.Show()
	case !visible && o.Visible():
		o.Hide()
	}
}

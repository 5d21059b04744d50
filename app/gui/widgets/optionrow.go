package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
)

// optionRow is one option of an open list.
type optionRow struct {
	widget.BaseWidget
	text     *Text
	onTapped func()

	hovered, current bool
	fill             *canvas.Rectangle
}

func newOptionRow() *optionRow {
	r := &optionRow{text: NewEllipsisText("", StyleBody), fill: canvas.NewRectangle(nil)}
	r.ExtendBaseWidget(r)
	return r
}

func (r *optionRow) setCurrent(current bool) {
	r.current = current
	r.Refresh()
}

// Tapped is called by a click.
func (r *optionRow) Tapped(*fyne.PointEvent) {
	if r.onTapped != nil {
		r.onTapped()
	}
}

// MouseIn is called when the pointer enters.
func (r *optionRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved is called while the pointer moves inside.
func (r *optionRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called when the pointer leaves.
func (r *optionRow) MouseOut() { r.hovered = false; r.Refresh() }

// CreateRenderer is called by Fyne.
func (r *optionRow) CreateRenderer() fyne.WidgetRenderer { return newDrawing(r) }

func (r *optionRow) parts() []fyne.CanvasObject { return []fyne.CanvasObject{r.fill, r.text} }

func (r *optionRow) paint() {
	style, fill := StyleBody, fyne.ThemeColorName("")
	switch {
	case r.current:
		style, fill = StyleStrong.In(look.ColorAccentText), look.ColorAccentSoft
	case r.hovered:
		fill = theme.ColorNameHover
	}
	r.fill.FillColor = hue(r, fill)
	r.fill.CornerRadius = length(r, theme.SizeNameSelectionRadius)
	r.text.SetStyle(style)
}

func (r *optionRow) place(size fyne.Size) {
	r.fill.Resize(size)
	pad := length(r, look.Space)
	setBounds(r.text, pad, 0, size.Width-2*pad, size.Height)
}

func (r *optionRow) measure() fyne.Size {
	pad := 2 * length(r, look.Space)
	return r.text.MinSize().AddWidthHeight(pad, pad)
}

// fullWidth is the width at which the option is seen whole, also when it is the current, bold one.
func (r *optionRow) fullWidth() float32 {
	r.text.Style = StyleStrong
	return r.text.FullWidth() + 2*length(r, look.Space)
}

// filterEntry is the entry that searches an open list.
type filterEntry struct{ Entry }

func newFilterEntry(l *optionList) *filterEntry {
	e := &filterEntry{}
	e.init("Type to search", l.search)
	e.OnKey = l.onKey
	e.ExtendBaseWidget(e)
	return e
}

// AcceptsTab lets the list close for Tab instead of losing the keyboard.
func (e *filterEntry) AcceptsTab() bool { return true }

// TypedRune leaves out a leading space: it is the Space key that opened the list.
func (e *filterEntry) TypedRune(r rune) {
	if r == ' ' && e.Text == "" {
		return
	}
	e.Entry.TypedRune(r)
}

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
	note     *Text // at the right end; empty for most lists
	onTapped func()

	hovered, current bool
	fill             *canvas.Rectangle
}

func newOptionRow() *optionRow {
	r := &optionRow{text: NewEllipsisText("", StyleBody), note: NewText("", StyleSmall), fill: canvas.NewRectangle(nil)}
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

func (r *optionRow) parts() []fyne.CanvasObject { return []fyne.CanvasObject{r.fill, r.text, r.note} }

func (r *optionRow) paint() {
	style, note, fill := StyleBody, StyleCaption, fyne.ThemeColorName("")
	switch {
	case r.current:
		style, note, fill = StyleStrong.In(look.ColorAccentText), note.In(look.ColorAccentText), look.ColorAccentSoft
	case r.hovered:
		fill = theme.ColorNameHover
	}
	r.fill.FillColor = hue(r, fill)
	r.fill.CornerRadius = length(r, theme.SizeNameSelectionRadius)
	r.text.SetStyle(style)
	r.note.SetStyle(note)
}

func (r *optionRow) place(size fyne.Size) {
	r.fill.Resize(size)
	pad := length(r, look.Space)
	note := r.noteWidth()
	setBounds(r.text, pad, 0, size.Width-2*pad-note, size.Height)
	setBounds(r.note, size.Width-pad-note+r.noteGap(), 0, note-r.noteGap(), size.Height)
}

func (r *optionRow) measure() fyne.Size {
	pad := 2 * length(r, look.Space)
	return r.text.MinSize().AddWidthHeight(pad, pad)
}

// noteWidth is the width of the note with the room before it; 0 without one.
func (r *optionRow) noteWidth() float32 {
	if r.note.Content == "" {
		return 0
	}
	return r.note.FullWidth() + r.noteGap()
}

func (r *optionRow) noteGap() float32 {
	if r.note.Content == "" {
		return 0
	}
	return length(r, look.SpaceCard)
}

// fullWidth is the width at which the option is seen whole, also when it is the current, bold one.
func (r *optionRow) fullWidth() float32 {
	r.text.Style = StyleStrong
	return r.text.FullWidth() + r.noteWidth() + 2*length(r, look.Space)
}

// filterEntry is the entry that searches an open list.
type filterEntry struct{ Entry }

func newFilterEntry(l *optionList, hint string) *filterEntry {
	e := &filterEntry{}
	e.init(hint, l.search)
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

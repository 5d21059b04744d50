package widgets

import (
	"fyne.io/fyne/v2"

	"milepost/app/lang"
)

// Command is one line of a command palette.
type Command struct {
	Text string
	Note string // where it is found or the keys that do it, quieter; searched too
}

// paletteWidth is the width of an open palette, in logical pixels, where the window has room for it.
const paletteWidth = 560

// ShowPalette opens a list of commands above a window, with the keyboard in its search. Enter does the current one: the palette closes, what had the
// keyboard gets it back, and onChosen is called with the place of the command. Escape, Tab and a click beside it close it.
func ShowPalette(win fyne.Window, commands []Command, onChosen func(index int)) {
	c := win.Canvas()
	options, notes := make([]string, len(commands)), make([]string, len(commands))
	for i, command := range commands {
		options[i], notes[i] = command.Text, command.Note
	}
	before := c.Focused()
	l := newOptionList(listed{options: options, notes: notes, selected: 0, hint: lang.T("What would you like to do?")})
	l.onClosed = func() {
		l.overlay.close()
		if before != nil {
			c.Focus(before)
		}
	}
	l.onChosen = func(index int) {
		l.onClosed()
		onChosen(index)
	}
	l.onMatches = func() { l.overlay.Refresh() }
	l.show(c, true, func(window fyne.Size) (fyne.Position, fyne.Size) {
		return paletteIn(window, l.wanted(0, len(l.matches)))
	})
}

// paletteIn puts a palette in the upper half of a window, where the eye is, no larger than the window.
func paletteIn(window, wanted fyne.Size) (fyne.Position, fyne.Size) {
	const margin = 16
	size := fyne.NewSize(min(max(paletteWidth, wanted.Width), window.Width-2*margin), min(wanted.Height, window.Height-2*margin))
	y := min(window.Height/8, window.Height-margin-size.Height)
	return fyne.NewPos((window.Width-size.Width)/2, max(y, margin)), size
}

// Offer is something that can be done with one press in a tree of objects: a button, or a view that could be chosen instead.
type Offer struct {
	Text string
	Do   func()
}

// Offers lists what can be done with one press in a tree now, in the order of the Tab key. It does not look into lists and tables, whose rows come and go.
func Offers(root fyne.CanvasObject) []Offer {
	if root == nil || !root.Visible() {
		return nil
	}
	var inside []fyne.CanvasObject
	switch o := root.(type) {
	case *Button:
		if o.Disabled() || o.Text == "" || o.OnTapped == nil {
			return nil
		}
		return []Offer{{o.Text, func() { o.Tapped(nil) }}}
	case *Segmented:
		return o.offers()
	case *fyne.Container:
		inside = o.Objects
	case *Scroll:
		return Offers(o.content)
	case *Card:
		return Offers(o.surface)
	case *PageHeader:
		return Offers(o.body)
	case *Field:
		return Offers(o.body)
	case *Banner:
		return Offers(o.surface)
	case drawn:
		inside = o.parts()
	}
	var out []Offer
	for _, o := range inside {
		out = append(out, Offers(o)...)
	}
	return out
}

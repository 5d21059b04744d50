package mocks

import (
	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
)

// themeSize is a length of the theme, for layouts.
func themeSize(name fyne.ThemeSizeName) float32 {
	return fyne.CurrentApp().Settings().Theme().Size(name)
}

// focus gives an object the keyboard, if it is on screen.
func focus(o interface {
	fyne.CanvasObject
	fyne.Focusable
}) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.Focus(o)
	}
}

// markWidth is the width of a domain's mark in logical pixels.
const markWidth = 4

// numberFieldWidth is the width of a field for up to three digits.
func numberFieldWidth() float32 {
	const around = 24
	return fyne.MeasureText("000", themeSize(look.TextBody), fyne.TextStyle{}).Width + around
}

// fillFirst puts two objects below each other. The first takes the height that is left, but no more than it has something for while the second
// is there to follow it.
type fillFirst struct {
	more func() float32 // than its least height, that the first has something for
}

func (fillFirst) second(objects []fyne.CanvasObject, width float32) float32 {
	if !objects[1].Visible() {
		return 0
	}
	return widgets.HeightFor(objects[1], width) + themeSize(look.SpaceCard)
}

// Layout places both.
func (l fillFirst) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	second := l.second(objects, size.Width)
	first := size.Height - second
	if second > 0 {
		first = min(first, widgets.HeightFor(objects[0], size.Width)+l.more())
	}
	objects[0].Resize(fyne.NewSize(size.Width, first))
	objects[1].Move(fyne.NewPos(0, first+themeSize(look.SpaceCard)))
	objects[1].Resize(fyne.NewSize(size.Width, second-themeSize(look.SpaceCard)))
}

// HeightForWidth is the least height of both.
func (l fillFirst) HeightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	return widgets.HeightFor(objects[0], width) + l.second(objects, width)
}

// MinSize is as wide as the wider of both.
func (l fillFirst) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize()
	if objects[1].Visible() {
		least.Width = max(least.Width, objects[1].MinSize().Width)
	}
	least.Height += l.second(objects, least.Width)
	return least
}

// leastWidth keeps its one object at least as wide as a sample of text with the room of a field around it.
type leastWidth struct{ sample string }

// Layout fills the area.
func (leastWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// HeightForWidth is the height of the object.
func (leastWidth) HeightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	return widgets.HeightFor(objects[0], width)
}

// MinSize is that of the object, and at least as wide as the sample.
func (l leastWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	const around = 24
	least := objects[0].MinSize()
	least.Width = max(least.Width, fyne.MeasureText(l.sample, themeSize(look.TextBody), fyne.TextStyle{}).Width+around)
	return least
}

package mocks

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
)

// newSplit puts the form beside the recorded mocks, or below them where the window is too narrow for both. The mocks are
// told how wide they become, so that they show as many columns as fit.
func newSplit(mocks *history, form fyne.CanvasObject) *fyne.Container {
	return container.New(&splitLayout{fit: mocks.fit}, mocks.content, form)
}

// splitLayout has two objects: the mocks and the form.
type splitLayout struct{ fit func(width float32) }

// leastHistory is the width under which the mocks do not stand beside the form, in logical pixels at the usual text size.
const leastHistory = 360

// widths divides a width; beside is false when the form goes below.
func (l *splitLayout) widths(objects []fyne.CanvasObject, width float32) (history, form float32, beside bool) {
	form = objects[1].MinSize().Width
	history = width - form - themeSize(look.SpaceCard)
	if history < leastHistory*textScale() {
		return width, width, false
	}
	return history, form, true
}

// Layout places both.
func (l *splitLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	history, form, beside := l.widths(objects, size.Width)
	l.fit(history)
	if beside {
		place(objects[0], fyne.Position{}, fyne.NewSize(history, size.Height))
		place(objects[1], fyne.NewPos(size.Width-form, 0), fyne.NewSize(form, size.Height))
		return
	}
	top := widgets.HeightFor(objects[0], history)
	place(objects[0], fyne.Position{}, fyne.NewSize(history, top))
	below := top + themeSize(look.SpaceCard)
	place(objects[1], fyne.NewPos(0, below), fyne.NewSize(form, size.Height-below))
}

// HeightForWidth is the height of the higher one, or of both below each other.
func (l *splitLayout) HeightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	history, form, beside := l.widths(objects, width)
	left, right := widgets.HeightFor(objects[0], history), widgets.HeightFor(objects[1], form)
	if beside {
		return max(left, right)
	}
	return left + themeSize(look.SpaceCard) + right
}

// MinSize is as wide as the form: the mocks make do with what there is.
func (l *splitLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := objects[1].MinSize().Width
	return fyne.NewSize(width, l.HeightForWidth(objects, width))
}

func place(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	o.Move(at)
	o.Resize(size)
}

// textScale is how much larger text is than usual.
func textScale() float32 {
	const usual = 14 // look.TextBody at scale 1
	return themeSize(look.TextBody) / usual
}

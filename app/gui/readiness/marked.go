package readiness

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
)

// newMarked puts a domain's mark at the left of words, as high as they are.
func newMarked(domain int, words fyne.CanvasObject) *fyne.Container {
	return container.New(markedLayout{}, widgets.NewTallMark(look.ColorDomain(domain)), words)
}

// markedLayout has two objects: the mark and the words.
type markedLayout struct{}

func (markedLayout) left(objects []fyne.CanvasObject) float32 {
	return objects[0].MinSize().Width + fyne.CurrentApp().Settings().Theme().Size(look.Space)
}

// Layout places both.
func (l markedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := l.left(objects)
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(objects[0].MinSize().Width, size.Height))
	objects[1].Move(fyne.NewPos(left, 0))
	objects[1].Resize(fyne.NewSize(size.Width-left, size.Height))
}

// HeightForWidth is the height of the words.
func (l markedLayout) HeightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	return widgets.HeightFor(objects[1], width-l.left(objects))
}

// MinSize is that of the words with room for the mark.
func (l markedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[1].MinSize().AddWidthHeight(l.left(objects), 0)
}

// asWideAs keeps its one object at least as wide as another, so that two columns below each other are in line.
type asWideAs struct{ other fyne.CanvasObject }

// Layout fills the area.
func (asWideAs) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// HeightForWidth is the height of the object.
func (asWideAs) HeightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	return widgets.HeightFor(objects[0], width)
}

// MinSize is as wide as the wider of both.
func (l asWideAs) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize()
	if l.other.Visible() {
		least.Width = max(least.Width, l.other.MinSize().Width)
	}
	return least
}

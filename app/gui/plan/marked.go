package plan

import (
	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
)

// markedLayout has two objects: a domain's mark, and at its right what it marks. The mark is as high as that.
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

// HeightForWidth is the height of what is marked.
func (l markedLayout) HeightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	return widgets.HeightFor(objects[1], width-l.left(objects))
}

// MinSize is that of what is marked with room for the mark.
func (l markedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[1].MinSize().AddWidthHeight(l.left(objects), 0)
}

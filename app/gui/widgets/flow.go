package widgets

import "fyne.io/fyne/v2"

// flowLayout sets objects like words: side by side, then on to the next line.
type flowLayout struct {
	gap fyne.ThemeSizeName

	width float32 // of the last layout; 0 before the first
}

func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.walk(objects, size.Width, func(object fyne.CanvasObject, pos fyne.Position, area fyne.Size) {
		object.Move(pos)
		object.Resize(area)
	})
}

// walk visits the objects with their places and gives the height of all. Objects of a line share their middle.
func (l *flowLayout) walk(objects []fyne.CanvasObject, width float32, visit func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	visible, _ := shown(objects)
	gap := themeLength(l.gap)
	y := float32(0)
	for len(visible) > 0 {
		n, height := l.line(visible, width)
		x := float32(0)
		for _, object := range visible[:n] {
			area := object.MinSize()
			area.Width = min(area.Width, width)
			visit(object, fyne.NewPos(x, y+(height-area.Height)/2), area)
			x += area.Width + gap
		}
		visible = visible[n:]
		y += height + gap
	}
	return max(y-gap, 0)
}

// line is how many objects the next line takes, at least one, and how high it is.
func (l *flowLayout) line(visible []fyne.CanvasObject, width float32) (n int, height float32) {
	gap := themeLength(l.gap)
	x := float32(0)
	for n < len(visible) {
		area := visible[n].MinSize()
		if n > 0 && x+area.Width > width {
			break
		}
		x += area.Width + gap
		height = max(height, area.Height)
		n++
	}
	return n, height
}

func (l *flowLayout) HeightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	return l.walk(objects, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measuring.size(l, func() fyne.Size { return l.measure(objects) })
}

func (l *flowLayout) measure(objects []fyne.CanvasObject) fyne.Size {
	visible, _ := shown(objects)
	var size fyne.Size
	for _, object := range visible {
		size = size.Max(object.MinSize())
	}
	if l.width > 0 {
		size.Height = l.HeightForWidth(objects, max(l.width, size.Width))
	}
	return size
}

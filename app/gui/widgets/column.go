package widgets

import "fyne.io/fyne/v2"

// columnLayout puts objects one below the other.
type columnLayout struct {
	gap  fyne.ThemeSizeName
	fill int // the object that takes the height that is left, or noFill

	width float32 // of the last layout; 0 before the first
}

func (l *columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	visible, positions := shown(objects)
	gap := themeLength(l.gap)
	left := size.Height - l.HeightForWidth(objects, size.Width) // negative when there is too little
	takers := l.takers(visible, positions)
	y := float32(0)
	for i, object := range visible {
		height := HeightFor(object, size.Width)
		if l.takes(object, positions[i]) {
			height = max(height+left/float32(takers), 0)
		}
		setBounds(object, 0, y, size.Width, height)
		y += height + gap
	}
}

func (l *columnLayout) takes(object fyne.CanvasObject, position int) bool {
	return position == l.fill || isSpacer(object)
}

func (l *columnLayout) takers(visible []fyne.CanvasObject, positions []int) int {
	n := 0
	for i, object := range visible {
		if l.takes(object, positions[i]) {
			n++
		}
	}
	return n
}

func (l *columnLayout) HeightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	visible, _ := shown(objects)
	height := gaps(len(visible), themeLength(l.gap))
	for _, object := range visible {
		height += HeightFor(object, width)
	}
	return height
}

func (l *columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measuring.size(l, func() fyne.Size { return l.measure(objects) })
}

func (l *columnLayout) measure(objects []fyne.CanvasObject) fyne.Size {
	visible, _ := shown(objects)
	size := fyne.NewSize(0, gaps(len(visible), themeLength(l.gap)))
	for _, object := range visible {
		least := object.MinSize()
		size.Width = max(size.Width, least.Width)
		size.Height += least.Height
	}
	if l.width > 0 {
		size.Height = l.HeightForWidth(objects, max(l.width, size.Width))
	}
	return size
}

package widgets

import "fyne.io/fyne/v2"

// rowLayout puts objects side by side.
type rowLayout struct {
	gap  fyne.ThemeSizeName
	fill int  // the object that takes the width that is left, or noFill
	top  bool // begin at the top instead of centring

	width float32 // of the last layout; 0 before the first
}

func (l *rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	visible, _ := shown(objects)
	widths := l.widths(objects, size.Width)
	gap := themeLength(l.gap)
	x := float32(0)
	for i, object := range visible {
		height := HeightFor(object, widths[i])
		y := max((size.Height-height)/2, 0)
		if l.top {
			y = 0
		}
		setBounds(object, x, y, widths[i], height)
		x += widths[i] + gap
	}
}

// widths gives each visible object its smallest width, and those that fill an equal part of what is left.
func (l *rowLayout) widths(objects []fyne.CanvasObject, width float32) []float32 {
	visible, positions := shown(objects)
	widths := make([]float32, len(visible))
	left := width - gaps(len(visible), themeLength(l.gap))
	var takers []int
	for i, object := range visible {
		widths[i] = object.MinSize().Width
		left -= widths[i]
		if positions[i] == l.fill || isSpacer(object) {
			takers = append(takers, i)
		}
	}
	for _, i := range takers {
		widths[i] += max(left, 0) / float32(len(takers))
	}
	return widths
}

func (l *rowLayout) HeightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	visible, _ := shown(objects)
	height := float32(0)
	for i, w := range l.widths(objects, width) {
		height = max(height, HeightFor(visible[i], w))
	}
	return height
}

func (l *rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measuring.size(l, func() fyne.Size { return l.measure(objects) })
}

func (l *rowLayout) measure(objects []fyne.CanvasObject) fyne.Size {
	visible, _ := shown(objects)
	size := fyne.NewSize(gaps(len(visible), themeLength(l.gap)), 0)
	for _, object := range visible {
		least := object.MinSize()
		size.Width += least.Width
		size.Height = max(size.Height, least.Height)
	}
	if l.width > 0 {
		size.Height = l.HeightForWidth(objects, max(l.width, size.Width))
	}
	return size
}

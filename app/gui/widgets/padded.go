package widgets

import "fyne.io/fyne/v2"

// paddedLayout leaves the same room around each of its objects, and takes none when all of them are hidden.
type paddedLayout struct {
	padding fyne.ThemeSizeName

	width float32 // of the last layout; 0 before the first
}

func (l *paddedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	pad := themeLength(l.padding)
	for _, object := range objects {
		setBounds(object, pad, pad, size.Width-2*pad, size.Height-2*pad)
	}
}

func (l *paddedLayout) HeightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	visible, _ := shown(objects)
	if len(visible) == 0 {
		return 0
	}
	pad := themeLength(l.padding)
	height := float32(0)
	for _, object := range visible {
		height = max(height, HeightFor(object, width-2*pad))
	}
	return height + 2*pad
}

func (l *paddedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measuring.size(l, func() fyne.Size { return l.measure(objects) })
}

func (l *paddedLayout) measure(objects []fyne.CanvasObject) fyne.Size {
	visible, _ := shown(objects)
	if len(visible) == 0 {
		return fyne.Size{}
	}
	var size fyne.Size
	for _, object := range visible {
		size = size.Max(object.MinSize())
	}
	pad := 2 * themeLength(l.padding)
	size = size.AddWidthHeight(pad, pad)
	if l.width > 0 {
		size.Height = l.HeightForWidth(objects, max(l.width, size.Width))
	}
	return size
}

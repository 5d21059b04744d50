package widgets

import "fyne.io/fyne/v2"

// gridLayout divides the width into equal columns, as many as there are objects or as fit.
type gridLayout struct {
	gap      fyne.ThemeSizeName
	minWidth float32 // of one column, in logical pixels

	width float32 // of the last layout; 0 before the first
}

// columns is in how many columns the objects stand.
func (l *gridLayout) columns(visible []fyne.CanvasObject, width float32) int {
	return evenColumns(len(visible), l.fit(visible, width))
}

// fit is how many fit side by side.
func (l *gridLayout) fit(visible []fyne.CanvasObject, width float32) int {
	gap := themeLength(l.gap)
	least := l.minWidth
	for _, object := range visible {
		least = max(least, object.MinSize().Width)
	}
	return int((width + gap) / max(least+gap, 1))
}

// evenColumns is in how many columns n objects are put where that many fit: no line has one more than another where that can be helped, and none is left with a single one.
func evenColumns(n, fit int) int {
	fit = max(min(fit, n), 1)
	lines := (n + fit - 1) / fit
	return max((n+lines-1)/max(lines, 1), 1)
}

func (l *gridLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	visible, _ := shown(objects)
	l.walk(visible, size.Width, func(object fyne.CanvasObject, pos fyne.Position, area fyne.Size) {
		object.Move(pos)
		object.Resize(area)
	})
}

// walk visits the objects with their places and gives the height of all.
func (l *gridLayout) walk(visible []fyne.CanvasObject, width float32, visit func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	columns, gap := l.columns(visible, width), themeLength(l.gap)
	cell := (width - gaps(columns, gap)) / float32(columns)
	y := float32(0)
	for start := 0; start < len(visible); start += columns {
		line := visible[start:min(start+columns, len(visible))]
		height := float32(0)
		for _, object := range line {
			height = max(height, HeightFor(object, cell))
		}
		for i, object := range line {
			visit(object, fyne.NewPos(float32(i)*(cell+gap), y), fyne.NewSize(cell, height))
		}
		y += height + gap
	}
	return max(y-gap, 0)
}

func (l *gridLayout) HeightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	visible, _ := shown(objects)
	return l.walk(visible, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

func (l *gridLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measuring.size(l, func() fyne.Size { return l.measure(objects) })
}

func (l *gridLayout) measure(objects []fyne.CanvasObject) fyne.Size {
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

// weightedLayout divides the width by weights, or stacks the objects when there is too little of it.
type weightedLayout struct {
	gap     fyne.ThemeSizeName
	weights []float32 // one for each object, also for hidden ones

	width float32 // of the last layout; 0 before the first
}

// widths gives each visible object its part; ok is false when one of them would not fit.
func (l *weightedLayout) widths(objects []fyne.CanvasObject, width float32) (widths []float32, ok bool) {
	visible, positions := shown(objects)
	total := float32(0)
	for _, p := range positions {
		total += l.weights[p]
	}
	left := width - gaps(len(visible), themeLength(l.gap))
	ok = true
	for i, object := range visible {
		w := left * l.weights[positions[i]] / total
		ok = ok && w >= object.MinSize().Width
		widths = append(widths, w)
	}
	return widths, ok
}

func (l *weightedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	widths, ok := l.widths(objects, size.Width)
	if !ok {
		(&columnLayout{gap: l.gap, fill: noFill}).Layout(objects, size)
		return
	}
	visible, _ := shown(objects)
	x := float32(0)
	for i, object := range visible {
		setBounds(object, x, 0, widths[i], size.Height)
		x += widths[i] + themeLength(l.gap)
	}
}

func (l *weightedLayout) HeightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	widths, ok := l.widths(objects, width)
	if !ok {
		return (&columnLayout{gap: l.gap, fill: noFill}).HeightForWidth(objects, width)
	}
	visible, _ := shown(objects)
	height := float32(0)
	for i, object := range visible {
		height = max(height, HeightFor(object, widths[i]))
	}
	return height
}

func (l *weightedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measuring.size(l, func() fyne.Size { return l.measure(objects) })
}

func (l *weightedLayout) measure(objects []fyne.CanvasObject) fyne.Size {
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

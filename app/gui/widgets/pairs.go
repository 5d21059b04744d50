package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewPairedColumns divides the width evenly among pairs, each an upper object with a lower one right below it. When a column
// would be narrower than minWidth logical pixels the pairs take several lines. The keyboard goes through all the upper ones
// first. The note, while it is shown, stands across the width below the first line of upper objects, which it is about.
func NewPairedColumns(gap, between fyne.ThemeSizeName, minWidth float32, upper, lower []fyne.CanvasObject, note fyne.CanvasObject) *fyne.Container {
	objects := append(append(append([]fyne.CanvasObject{}, upper...), lower...), note)
	return container.New(&pairLayout{grid: gridLayout{gap: gap, minWidth: minWidth}, between: between}, objects...)
}

// pairLayout has the upper objects first, then as many lower ones, all of them shown, and then the note.
type pairLayout struct {
	grid    gridLayout
	between fyne.ThemeSizeName

	width float32 // of the last layout; 0 before the first
}

func (l *pairLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.walk(objects, size.Width, func(object fyne.CanvasObject, x, y, width, height float32) { setBounds(object, x, y, width, height) })
}

// walk visits the objects with their places and gives the height of all.
func (l *pairLayout) walk(objects []fyne.CanvasObject, width float32, visit func(o fyne.CanvasObject, x, y, width, height float32)) float32 {
	pairs, note := (len(objects)-1)/2, objects[len(objects)-1]
	gap, between := themeLength(l.grid.gap), themeLength(l.between)
	columns := evenColumns(pairs, l.grid.fit(objects[:2*pairs], width))
	cell := (width - gaps(columns, gap)) / float32(columns)
	y := float32(0)
	for start := 0; start < pairs; start += columns {
		end := min(start+columns, pairs)
		for row, line := range [][]fyne.CanvasObject{objects[start:end], objects[pairs+start : pairs+end]} {
			if row > 0 && start == 0 && note.Visible() {
				height := HeightFor(note, width)
				visit(note, 0, y+between, width, height)
				y += between + height
			}
			if row > 0 {
				y += between
			}
			height := float32(0)
			for _, object := range line {
				height = max(height, HeightFor(object, cell))
			}
			for i, object := range line {
				visit(object, float32(i)*(cell+gap), y, cell, height)
			}
			y += height
		}
		y += gap
	}
	return max(y-gap, 0)
}

func (l *pairLayout) HeightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	return l.walk(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

func (l *pairLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measuring.size(l, func() fyne.Size { return l.measure(objects) })
}

func (l *pairLayout) measure(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, object := range objects[:len(objects)-1] { // the note takes what width there is
		size = size.Max(object.MinSize())
	}
	if l.width > 0 {
		size.Height = l.HeightForWidth(objects, max(l.width, size.Width))
	}
	return size
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// This file makes the arrangements the screens use. The layouts themselves are one a file: column.go, row.go, grid.go,
// flow.go, page.go, padded.go. All of them leave no room for hidden objects and know that heights follow widths.

// NewColumn puts objects one below the other, each as wide as the column and as high as it needs. A layout.Spacer takes
// the height that is left.
func NewColumn(gap fyne.ThemeSizeName, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnLayout{gap: gap, fill: noFill}, objects...)
}

// NewFillColumn is a column whose last object takes all the height that is left.
func NewFillColumn(gap fyne.ThemeSizeName, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnLayout{gap: gap, fill: len(objects) - 1}, objects...)
}

// NewRow puts objects side by side, each as wide as it needs and centred in the height. A layout.Spacer takes the width
// that is left.
func NewRow(gap fyne.ThemeSizeName, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowLayout{gap: gap, fill: noFill}, objects...)
}

// NewFillRow is a row in which the object at a position takes the width that is left.
func NewFillRow(fill int, gap fyne.ThemeSizeName, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowLayout{gap: gap, fill: fill}, objects...)
}

// NewTopRow is a NewFillRow whose objects begin at the top instead of being centred.
func NewTopRow(fill int, gap fyne.ThemeSizeName, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowLayout{gap: gap, fill: fill, top: true}, objects...)
}

// NewEqualColumns divides the width evenly. When a column would be narrower than minWidth logical pixels, the objects
// take several lines.
func NewEqualColumns(gap fyne.ThemeSizeName, minWidth float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&gridLayout{gap: gap, minWidth: minWidth}, objects...)
}

// NewWeightedColumns divides the width by weights, one for each object; it takes one object a line when the narrowest
// would not fit.
func NewWeightedColumns(gap fyne.ThemeSizeName, weights []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&weightedLayout{gap: gap, weights: weights}, objects...)
}

// NewFlow puts objects side by side and goes on in the next line when there is no room, as words do.
func NewFlow(gap fyne.ThemeSizeName, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{gap: gap}, objects...)
}

// NewPadded leaves the same room around an object on all sides.
func NewPadded(padding fyne.ThemeSizeName, object fyne.CanvasObject) *fyne.Container {
	return container.New(&paddedLayout{padding: padding}, object)
}

// NewSpacer takes what is left of a column or a row.
func NewSpacer() fyne.CanvasObject { return layout.NewSpacer() }

// noFill means that no object of a row or column takes what is left.
const noFill = -1

// isSpacer says whether an object wants what is left.
func isSpacer(object fyne.CanvasObject) bool {
	_, ok := object.(layout.SpacerObject)
	return ok
}

// shown leaves out hidden objects. It gives their positions in the slice they came from.
func shown(objects []fyne.CanvasObject) (visible []fyne.CanvasObject, positions []int) {
	for i, object := range objects {
		if object.Visible() {
			visible = append(visible, object)
			positions = append(positions, i)
		}
	}
	return visible, positions
}

// gaps is the room that the gaps between n objects take.
func gaps(n int, gap float32) float32 { return float32(max(n-1, 0)) * gap }

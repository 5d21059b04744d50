package widgets

import "fyne.io/fyne/v2"

// WidthSensitive is implemented by objects whose height depends on the width they are given, such as wrapped text and
// everything that contains some.
type WidthSensitive interface {
	// HeightForWidth is the height in logical pixels needed at a width.
	HeightForWidth(width float32) float32
}

// heightLayout is a layout that can say how high its objects will be at a width.
type heightLayout interface {
	HeightForWidth(objects []fyne.CanvasObject, width float32) float32
}

// HeightFor is the height an object needs when it is given a width; for objects that do not care it is the height of
// their MinSize.
func HeightFor(object fyne.CanvasObject, width float32) float32 {
	return measuring.height(heightAt{object, width}, func() float32 { return heightFor(object, width) })
}

func heightFor(object fyne.CanvasObject, width float32) float32 {
	switch o := object.(type) {
	case WidthSensitive:
		return o.HeightForWidth(width)
	case *fyne.Container:
		if l, ok := o.Layout.(heightLayout); ok {
			return l.HeightForWidth(o.Objects, width)
		}
	}
	return object.MinSize().Height
}

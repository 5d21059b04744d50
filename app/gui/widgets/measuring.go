package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// measuring remembers sizes while nothing can change them. An object asks those in it for their sizes, some of them more than once, and they ask
// those in them: without a memory an object ten levels down is measured hundreds of times. And before each frame Fyne asks every object of a window
// in its turn. So sizes are remembered
//   - while one object measures itself, and
//   - between the two marks of a tree (see sizeMark), from one object to the next.
//
// What is laid out or painted anew in between is forgotten with all the rest. It is used on Fyne's goroutine alone.
var measuring = sizeMemory{sizes: map[any]fyne.Size{}, heights: map[heightAt]float32{}}

type sizeMemory struct {
	depth   int  // of objects that are measuring themselves
	marked  bool // between two marks
	sizes   map[any]fyne.Size
	heights map[heightAt]float32
}

type heightAt struct {
	of    fyne.CanvasObject
	width float32
}

// size is the least size of a widget or of what a layout lays out: the one remembered, or that which measure finds.
func (m *sizeMemory) size(of any, measure func() fyne.Size) fyne.Size {
	if known, ok := m.sizes[of]; ok {
		return known
	}
	defer m.enter()()
	size := measure()
	m.sizes[of] = size
	return size
}

// height is the height of an object at a width: the one remembered, or that which measure finds.
func (m *sizeMemory) height(of heightAt, measure func() float32) float32 {
	if known, ok := m.heights[of]; ok {
		return known
	}
	defer m.enter()()
	height := measure()
	m.heights[of] = height
	return height
}

// enter begins to measure an object; the answer ends it.
func (m *sizeMemory) enter() (leave func()) {
	m.depth++
	return m.leave
}

func (m *sizeMemory) leave() {
	m.depth--
	if m.depth == 0 && !m.marked {
		m.forget()
	}
}

// mark begins or ends the time between two marks.
func (m *sizeMemory) mark(begins bool) {
	m.marked = begins
	m.forget()
}

// forget is called when something is laid out or painted anew.
func (m *sizeMemory) forget() {
	if len(m.sizes)+len(m.heights) > 0 {
		clear(m.sizes)
		clear(m.heights)
	}
}

// sizeMark stands as the first and as the last thing in the tree of a window: Fyne goes through the tree in this order and changes nothing on its way,
// other than by layouts. It takes no room and shows nothing.
type sizeMark struct {
	widget.BaseWidget
	begins bool
}

func newSizeMark(begins bool) *sizeMark {
	m := &sizeMark{begins: begins}
	m.ExtendBaseWidget(m)
	return m
}

// MinSize is nothing. Layouts leave marks alone, so only Fyne on its way through the tree asks.
func (m *sizeMark) MinSize() fyne.Size {
	measuring.mark(m.begins)
	return fyne.Size{}
}

// CreateRenderer is called by Fyne.
func (m *sizeMark) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil))
}

// betweenMarks are the parts of a widget that fills a window, with the marks around them.
type betweenMarks struct{ first, last *sizeMark }

func newMarks() betweenMarks { return betweenMarks{newSizeMark(true), newSizeMark(false)} }

func (b betweenMarks) around(parts ...fyne.CanvasObject) []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{b.first}, parts...), b.last)
}

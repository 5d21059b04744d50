package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
)

// EmptyState fills a place where there is nothing yet: what will be here, and the one thing to do about it.
type EmptyState struct {
	widget.BaseWidget
	figure   fyne.CanvasObject // may be nil
	title    *Paragraph
	sentence *Paragraph
	action   *Button // may be nil
}

// emptyWidth is the widest the words of an empty place become, in logical pixels.
const emptyWidth = 420

// NewEmptyState makes the words for an empty place. The figure and the action may be nil.
func NewEmptyState(figure fyne.CanvasObject, title, sentence string, action *Button) *EmptyState {
	centred := fyne.TextAlignCenter
	e := &EmptyState{
		figure:   figure,
		title:    NewParagraph(title, StyleLead.Aligned(centred)),
		sentence: NewParagraph(sentence, StyleMuted.Aligned(centred)),
		action:   action,
	}
	e.ExtendBaseWidget(e)
	return e
}

// CreateRenderer is called by Fyne.
func (e *EmptyState) CreateRenderer() fyne.WidgetRenderer { return newDrawing(e) }

func (e *EmptyState) parts() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	if e.figure != nil {
		objects = append(objects, e.figure)
	}
	objects = append(objects, e.title, e.sentence)
	if e.action != nil {
		objects = append(objects, e.action)
	}
	return objects
}

func (e *EmptyState) paint() {}

// place centres everything in the area.
func (e *EmptyState) place(size fyne.Size) {
	y := max((size.Height-e.HeightForWidth(size.Width))/2, length(e, look.SpaceCard))
	for _, object := range e.parts() {
		width, height := e.area(object, size.Width)
		setBounds(object, (size.Width-width)/2, y, width, height)
		y += height + e.gapAfter(object)
	}
}

// area is the size of a part: words take the width there is, the figure and the button what they need.
func (e *EmptyState) area(object fyne.CanvasObject, width float32) (float32, float32) {
	if object == e.title || object == e.sentence {
		width = min(width-2*length(e, look.SpaceCard), emptyWidth)
		return width, HeightFor(object, width)
	}
	least := object.MinSize()
	return least.Width, least.Height
}

func (e *EmptyState) gapAfter(object fyne.CanvasObject) float32 {
	switch {
	case object == e.title:
		return length(e, look.SpaceTight)
	case object == e.action:
		return 0
	case object == e.sentence && e.action == nil:
		return 0
	}
	return length(e, look.SpaceCard)
}

// HeightForWidth is the height of all parts with room above and below.
func (e *EmptyState) HeightForWidth(width float32) float32 {
	height := 2 * length(e, look.SpaceCard)
	for _, object := range e.parts() {
		_, h := e.area(object, width)
		height += h + e.gapAfter(object)
	}
	return height
}

func (e *EmptyState) measure() fyne.Size {
	width := float32(0)
	for _, object := range e.parts() {
		width = max(width, object.MinSize().Width)
	}
	width += 2 * length(e, look.SpaceCard)
	return fyne.NewSize(width, e.HeightForWidth(max(e.Size().Width, width)))
}

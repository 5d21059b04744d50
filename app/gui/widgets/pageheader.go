package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
)

// PageHeader is the top of a screen: its title, a sentence under it, and what can be done here at the right.
type PageHeader struct {
	widget.BaseWidget
	title    *Text
	subtitle *Paragraph
	body     *fyne.Container
}

// NewPageHeader makes a header; the actions go below the title when the window is narrow.
func NewPageHeader(title, subtitle string, actions ...fyne.CanvasObject) *PageHeader {
	h := &PageHeader{title: NewEllipsisText(title, StyleTitle), subtitle: NewParagraph(subtitle, StyleMuted)}
	showIf(h.subtitle, subtitle != "")
	words := NewColumn(look.SpaceTight, h.title, h.subtitle)
	h.body = container.New(&headerLayout{title: h.title, subtitle: h.subtitle}, words, NewFlow(gapActions, actions...))
	h.ExtendBaseWidget(h)
	return h
}

// gapActions lies between the buttons of a header.
const gapActions = look.Space

// SetTitle changes the title.
func (h *PageHeader) SetTitle(title string) {
	h.title.SetText(title)
	h.Refresh()
}

// SetSubtitle changes the sentence under the title; an empty one disappears.
func (h *PageHeader) SetSubtitle(subtitle string) {
	h.subtitle.SetText(subtitle)
	showIf(h.subtitle, subtitle != "")
	h.Refresh()
}

// HeightForWidth is the height of the header at that width.
func (h *PageHeader) HeightForWidth(width float32) float32 { return HeightFor(h.body, width) }

// CreateRenderer is called by Fyne.
func (h *PageHeader) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(h.body) }

// headerLayout has two objects: the words and the actions, which are a flow.
type headerLayout struct {
	title    *Text
	subtitle *Paragraph

	width float32 // of the last layout; 0 before the first
}

// actionsWidth is the width of all actions in one line.
func (l *headerLayout) actionsWidth(objects []fyne.CanvasObject) float32 {
	visible, _ := shown(objects[1].(*fyne.Container).Objects)
	width := gaps(len(visible), themeLength(gapActions))
	for _, action := range visible {
		width += action.MinSize().Width
	}
	return width
}

// beside says whether the actions fit at the right of the words.
func (l *headerLayout) beside(objects []fyne.CanvasObject, width float32) bool {
	return l.wordsWidth()+themeLength(look.SpaceCard)+l.actionsWidth(objects) <= width
}

// wordsWidth leaves room for the whole title, and for the sentence under it in about two lines.
func (l *headerLayout) wordsWidth() float32 {
	const readable = 18 // times the text size
	whole := l.subtitle.letterWidth(l.subtitle.Content)
	return max(l.title.FullWidth(), min(whole, max(readable*themeLength(look.TextBody), 0.55*whole)))
}

func (l *headerLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if !l.beside(objects, size.Width) {
		(&columnLayout{gap: look.Space, fill: noFill}).Layout(objects, size)
		return
	}
	actions := l.actionsWidth(objects)
	setBounds(objects[0], 0, 0, size.Width-actions-themeLength(look.SpaceCard), size.Height)
	height := HeightFor(objects[1], actions)
	setBounds(objects[1], size.Width-actions, size.Height-height, actions, height)
}

func (l *headerLayout) HeightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	if !l.beside(objects, width) {
		return (&columnLayout{gap: look.Space, fill: noFill}).HeightForWidth(objects, width)
	}
	actions := l.actionsWidth(objects)
	words := HeightFor(objects[0], width-actions-themeLength(look.SpaceCard))
	return max(words, HeightFor(objects[1], actions))
}

func (l *headerLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measuring.size(l, func() fyne.Size { return l.measure(objects) })
}

func (l *headerLayout) measure(objects []fyne.CanvasObject) fyne.Size {
	words, actions := objects[0].MinSize(), objects[1].MinSize()
	size := fyne.NewSize(max(words.Width, actions.Width), words.Height)
	if l.width > 0 {
		size.Height = l.HeightForWidth(objects, max(l.width, size.Width))
	}
	return size
}

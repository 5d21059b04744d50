package widgets

import (
	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
)

// ChosenBar stands with a table in which several rows can be chosen together: it tells how, and once several are, how many and what can be done with
// all of them at once.
type ChosenBar struct {
	Content *fyne.Container
	// OnResized is called when the bar may need another height; may be nil.
	OnResized func()

	hint  *Paragraph
	count *Text
	offer *fyne.Container
}

// NewChosenBar makes the bar with a hint.
func NewChosenBar(hint string) *ChosenBar {
	b := &ChosenBar{hint: NewParagraph(hint, StyleCaption), count: NewText("", StyleStrong), offer: NewFlow(look.Space)}
	b.Content = NewColumn("", b.hint, b.offer)
	b.Offer("")
	return b
}

// Offer shows how many are chosen, in words, and what can be done with them; without words it shows the hint.
func (b *ChosenBar) Offer(count string, offers ...Offer) {
	b.count.SetText(count)
	objects := []fyne.CanvasObject{b.count}
	for _, o := range offers {
		objects = append(objects, NewButton(o.Text, o.Do))
	}
	b.offer.Objects = objects
	b.hint.Hidden, b.offer.Hidden = count != "", count == ""
	b.Content.Refresh()
	if b.OnResized != nil {
		b.OnResized()
	}
}

package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
)

// suggested is how many known texts are shown above a SuggestField.
const suggested = 2

// SuggestField is a labelled entry that knows what was typed into it before. Known texts are offered above it: a click takes one, and so do
// the Down and Up keys, so that Tab goes straight on to the next field.
type SuggestField struct {
	widget.BaseWidget
	Entry    *Entry
	error    *InlineError
	body     *fyne.Container
	known    []string
	position int // of the known text that Down took last, or -1
	offers   *fyne.Container
	onChosen func(text string)
}

// NewSuggestField makes a field; onChosen is called when a known text was taken.
func NewSuggestField(label, placeHolder string, onChanged func(), onChosen func(string)) *SuggestField {
	f := &SuggestField{position: -1, onChosen: onChosen, offers: NewRow(look.SpaceTight)}
	f.Entry = NewEntry(placeHolder, func(string) {
		f.position = -1
		f.showOffers()
		onChanged()
	})
	f.Entry.OnKey = f.onKey
	f.error = NewInlineError()
	head := NewRow(look.SpaceTight, NewText(label, StyleCaption), NewSpacer(), f.offers)
	f.body = NewColumn(look.SpaceTight, head, f.Entry, f.error)
	f.ExtendBaseWidget(f)
	return f
}

// SetKnown changes what is offered, the likeliest first.
func (f *SuggestField) SetKnown(known []string) {
	f.known = known
	f.showOffers()
}

// Load shows a text without telling anybody.
func (f *SuggestField) Load(text string) {
	f.Entry.Load(text)
	f.position = -1
	f.showOffers()
}

// onKey takes the next or the previous known text.
func (f *SuggestField) onKey(key *fyne.KeyEvent) bool {
	step := 0
	switch key.Name {
	case fyne.KeyDown:
		step = 1
	case fyne.KeyUp:
		step = -1
	}
	if step == 0 || len(f.known) == 0 {
		return false
	}
	if f.position < 0 && step < 0 {
		f.position = 0
	}
	f.take((f.position + step + len(f.known)) % len(f.known))
	return true
}

func (f *SuggestField) take(position int) {
	text := f.known[position]
	f.Entry.SetText(text)
	f.Entry.CursorColumn = len([]rune(text))
	f.Entry.Refresh()
	f.position = position
	f.onChosen(text)
}

// SetError says what is wrong with the field.
func (f *SuggestField) SetError(sentence string) {
	f.error.SetMessage(sentence)
	f.body.Refresh()
}

// showOffers shows the known texts that contain what was typed, but not the one that stands there.
func (f *SuggestField) showOffers() {
	typed := strings.ToLower(strings.TrimSpace(f.Entry.Text))
	var offers []fyne.CanvasObject
	for i, text := range f.known {
		name := strings.ToLower(text)
		if len(offers) < suggested && name != typed && strings.Contains(name, typed) {
			offers = append(offers, newOffer(text, func() { f.take(i) }))
		}
	}
	f.offers.Objects = offers
	f.offers.Hidden = len(offers) == 0
	f.offers.Refresh()
	f.body.Refresh()
}

// HeightForWidth is the height of the field with its offers.
func (f *SuggestField) HeightForWidth(width float32) float32 { return HeightFor(f.body, width) }

// CreateRenderer is called by Fyne.
func (f *SuggestField) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.body) }

// offer is a known text that a click takes. It stays out of the Tab order: the keys of the entry do the same.
type offer struct {
	widget.BaseWidget
	surface *Surface
	onTaken func()
}

func newOffer(name string, onTaken func()) *offer {
	text := NewText(shortened(name, offerRunes), Style{Size: look.TextCaption, Color: look.ColorAccentText})
	o := &offer{surface: NewSurface(look.ColorAccentSoft, look.RadiusControl, text), onTaken: onTaken}
	o.surface.Padding = look.SpaceTight
	o.ExtendBaseWidget(o)
	return o
}

// offerRunes is how much of a long name an offer shows.
const offerRunes = 18

// shortened cuts a text after so many letters.
func shortened(text string, runes int) string {
	r := []rune(text)
	if len(r) <= runes {
		return text
	}
	return strings.TrimSpace(string(r[:runes-1])) + "…"
}

// Tapped takes the text.
func (o *offer) Tapped(*fyne.PointEvent) { o.onTaken() }

// CreateRenderer is called by Fyne.
func (o *offer) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(o.surface) }

package mocks

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
)

// offered is how many known sources are shown above the field.
const offered = 2

// sourceField asks where the questions come from. Known sources are offered above it: a click takes one, and so do the
// Down and Up keys, so that Tab goes straight on to the numbers.
type sourceField struct {
	widget.BaseWidget
	entry    *widgets.Entry
	error    *widgets.InlineError
	body     *fyne.Container
	known    []string // most recent first
	position int      // of the known source that Down took last, or -1
	offers   *fyne.Container
	onChosen func(source string)
}

func newSourceField(onChanged func(), onChosen func(string)) *sourceField {
	f := &sourceField{position: -1, onChosen: onChosen, offers: widgets.NewRow(look.SpaceTight)}
	f.entry = widgets.NewEntry("Question bank or book", func(string) {
		f.position = -1
		f.showOffers()
		onChanged()
	})
	f.entry.OnKey = f.onKey
	f.error = widgets.NewInlineError()
	head := widgets.NewRow(look.SpaceTight, widgets.NewText("Source", widgets.StyleCaption), widgets.NewSpacer(), f.offers)
	f.body = widgets.NewColumn(look.SpaceTight, head, f.entry, f.error)
	f.ExtendBaseWidget(f)
	return f
}

// setKnown changes the sources that are offered.
func (f *sourceField) setKnown(known []string) {
	f.known = known
	f.showOffers()
}

// load shows a source without telling anybody.
func (f *sourceField) load(source string) {
	f.entry.Load(source)
	f.position = -1
	f.showOffers()
}

// onKey takes the next or the previous known source.
func (f *sourceField) onKey(key *fyne.KeyEvent) bool {
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

func (f *sourceField) take(position int) {
	source := f.known[position]
	f.entry.SetText(source)
	f.entry.CursorColumn = len([]rune(source))
	f.entry.Refresh()
	f.position = position
	f.onChosen(source)
}

// setError says what is wrong with the source.
func (f *sourceField) setError(sentence string) {
	f.error.SetMessage(sentence)
	f.body.Refresh()
}

// showOffers shows the known sources that contain what was typed, but not the one that stands there.
func (f *sourceField) showOffers() {
	typed := strings.ToLower(strings.TrimSpace(f.entry.Text))
	var offers []fyne.CanvasObject
	for i, source := range f.known {
		name := strings.ToLower(source)
		if len(offers) < offered && name != typed && strings.Contains(name, typed) {
			offers = append(offers, newOffer(source, func() { f.take(i) }))
		}
	}
	f.offers.Objects = offers
	f.offers.Hidden = len(offers) == 0
	f.offers.Refresh()
	f.body.Refresh()
}

// HeightForWidth is the height of the field with its offers.
func (f *sourceField) HeightForWidth(width float32) float32 { return widgets.HeightFor(f.body, width) }

// CreateRenderer is called by Fyne.
func (f *sourceField) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.body) }

// offer is a known source that a click takes. It stays out of the Tab order: the keys of the entry do the same.
type offer struct {
	widget.BaseWidget
	surface *widgets.Surface
	onTaken func()
}

func newOffer(source string, onTaken func()) *offer {
	text := widgets.NewText(shortened(source, offerRunes), widgets.Style{Size: look.TextCaption, Color: look.ColorAccentText})
	o := &offer{surface: widgets.NewSurface(look.ColorAccentSoft, look.RadiusControl, text), onTaken: onTaken}
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

// Tapped takes the source.
func (o *offer) Tapped(*fyne.PointEvent) { o.onTaken() }

// CreateRenderer is called by Fyne.
func (o *offer) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(o.surface) }

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
)

// BannerSpec is what a banner says.
type BannerSpec struct {
	Title, Text string
	Color       fyne.ThemeColorName // of its bar and title
	Actions     []*Button           // what can be done about it, the best first; may be empty
}

// Banner is a notice above a screen that stays until what it tells of is over. Unlike a dialog it is in nobody's way, and unlike a
// toast it does not go by itself. It takes no room while it says nothing.
type Banner struct {
	widget.BaseWidget
	title, text *Paragraph
	actions     *fyne.Container
	body        *fyne.Container
	surface     *Surface
	onChanged   func() // the page around makes room
}

// NewBanner makes a banner that says nothing yet.
func NewBanner() *Banner {
	b := &Banner{title: NewParagraph("", StyleStrong), text: NewParagraph("", StyleBody), actions: NewFlow(look.Space)}
	b.body = NewColumn(look.SpaceCard, NewColumn(look.SpaceTight, b.title, b.text), b.actions)
	b.surface = newCardSurface(b.body)
	b.ExtendBaseWidget(b)
	b.Hide()
	return b
}

// Set says something else.
func (b *Banner) Set(spec BannerSpec) {
	b.title.SetText(spec.Title)
	b.title.SetStyle(StyleStrong.In(spec.Color))
	b.text.SetText(spec.Text)
	b.actions.Objects = nil
	for _, a := range spec.Actions {
		b.actions.Add(a)
	}
	b.actions.Hidden = len(spec.Actions) == 0
	b.surface.SetBar(BarLeft, spec.Color)
	b.Show()
	b.changed()
}

// Clear says nothing any more.
func (b *Banner) Clear() {
	b.Hide()
	b.changed()
}

func (b *Banner) changed() {
	b.Refresh()
	if b.onChanged != nil {
		b.onChanged()
	}
}

// HeightForWidth is the height of the banner at that width.
func (b *Banner) HeightForWidth(width float32) float32 { return b.surface.HeightForWidth(width) }

// CreateRenderer is called by Fyne.
func (b *Banner) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.surface) }

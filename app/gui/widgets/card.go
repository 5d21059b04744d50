package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
)

// Card is the white rounded area that groups what belongs together, with a small title if it has one.
type Card struct {
	widget.BaseWidget
	title   *Text
	surface *Surface
}

// NewCard makes a card; an empty title leaves no gap.
func NewCard(title string, content fyne.CanvasObject) *Card {
	c := &Card{title: NewEllipsisText(title, StyleCardTitle)}
	c.surface = newCardSurface(NewFillColumn(look.Space, c.title, content))
	showIf(c.title, title != "")
	c.ExtendBaseWidget(c)
	return c
}

// SetTitle changes the small title; an empty one disappears.
func (c *Card) SetTitle(title string) {
	c.title.SetText(title)
	showIf(c.title, title != "")
	c.Refresh()
}

// SetBar puts a coloured bar at a side of the card, or takes it away.
func (c *Card) SetBar(side BarSide, name fyne.ThemeColorName) *Card {
	c.surface.SetBar(side, name)
	return c
}

// HeightForWidth is the height of the card at that width.
func (c *Card) HeightForWidth(width float32) float32 { return c.surface.HeightForWidth(width) }

// CreateRenderer is called by Fyne.
func (c *Card) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.surface) }

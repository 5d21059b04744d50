package diary

import (
	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
)

// guessCard asks, before a mock, what somebody expects of it; only then does it tell what the estimate expects.
type guessCard struct {
	card   *widgets.Card
	inside *fyne.Container
	field  *widgets.NumberEntry
	save   *widgets.Button
	ask    fyne.CanvasObject
	back   *widgets.Button
	wrong  *widgets.InlineError
	asking bool // the field is on screen
}

func newGuessCard(save func(percent int), takeBack func()) *guessCard {
	c := &guessCard{inside: widgets.NewColumn(look.Space)}
	keep := func() {
		n, ok := c.field.Value()
		if !ok {
			c.wrong.SetMessage(lang.T("Type a whole number from 0 to 100."))
			c.card.Refresh()
			return
		}
		save(n)
	}
	c.wrong = widgets.NewInlineError()
	c.field = widgets.NewNumberEntry("70", widgets.NumberSpec{Max: 100}, func(int, bool) { c.wrong.SetMessage("") })
	c.field.OnSubmitted = func(string) { keep() }
	c.save = widgets.NewButton(lang.T("Note it"), keep)
	c.back = widgets.NewQuietButton(lang.T("Take it back"), takeBack)
	c.ask = widgets.NewRow(look.Space, widgets.NewText(lang.T("I expect"), widgets.StyleBody), c.field, widgets.NewText("%", widgets.StyleBody), c.save)
	c.card = widgets.NewCard(lang.T("Before your next mock"), c.inside)
	return c
}

func (c *guessCard) show(v app.DiaryView) {
	c.asking = !v.HasGuess
	if v.HasGuess {
		c.field.Load("")
	}
	if v.HasGuess {
		c.inside.Objects = []fyne.CanvasObject{
			widgets.NewParagraph(lang.T("You expect %s.", phrase.Share(v.Guess.Percent/100)), widgets.StyleStrong),
			widgets.NewParagraph(expectation(v.Next), widgets.StyleMuted),
			widgets.NewParagraph(lang.T("Your guess goes with the next mock you record."), widgets.StyleCaption),
			widgets.NewRow("", c.back),
		}
	} else {
		c.inside.Objects = []fyne.CanvasObject{
			widgets.NewParagraph(lang.T("What will you score? Guess before you take it, and see who knows you better."), widgets.StyleMuted),
			c.ask, c.wrong,
			widgets.NewParagraph(lang.T("What the estimate expects is told afterwards, so that it does not sway you."), widgets.StyleCaption),
		}
	}
	c.card.Refresh()
}

// expectation is what the estimate expects of the next mock.
func expectation(n app.NextMock) string {
	if !n.Known {
		return lang.T("The estimate knows too little of you yet to expect anything.")
	}
	f := n.Forecast
	return lang.T("The estimate expects %s from %s, likely between %d and %d.", phrase.Share(f.Median()), n.Source, phrase.Percent(f.Low()), phrase.Percent(f.High()))
}

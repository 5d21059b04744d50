package diary

import (
	"fmt"

	"fyne.io/fyne/v2/theme"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
)

// mocksCard shows each mock with the range it was foretold to fall in, what was guessed and what came.
type mocksCard struct {
	card   *widgets.Card
	bars   *widgets.RangeBars
	detail *widgets.Paragraph
	empty  *widgets.Paragraph
	mocks  []app.DiaryMock // latest first, as they are shown
}

// shownMocks is how many mocks have a row, the latest ones.
const shownMocks = 14

func newMocksCard() *mocksCard {
	c := &mocksCard{
		detail: widgets.NewParagraph("", widgets.StyleCaption),
		empty:  widgets.NewParagraph(lang.T("From now on what to expect of a mock is written down before its result is known. Mocks recorded earlier have no forecast."), widgets.StyleMuted),
	}
	c.bars = widgets.NewRangeBars(0, nil)
	c.bars.OnHover = c.explain
	c.card = widgets.NewCard(lang.T("Forecast, guess and result, mock by mock"), widgets.NewColumn(look.Space, c.empty, c.bars, c.detail))
	return c
}

func (c *mocksCard) show(v app.DiaryView) {
	c.mocks = c.mocks[:0:0]
	for i := len(v.Mocks) - 1; i >= 0 && len(c.mocks) < shownMocks; i-- {
		c.mocks = append(c.mocks, v.Mocks[i])
	}
	none := len(c.mocks) == 0
	c.empty.Hidden, c.bars.Hidden, c.detail.Hidden = !none, none, none
	c.bars.PassLine = v.Study.PassLine
	rows := make([]widgets.RangeBar, 0, len(c.mocks))
	for _, d := range c.mocks {
		rows = append(rows, mockRow(d))
	}
	c.bars.SetRows(rows)
	c.explain(-1)
	c.card.Refresh()
}

func mockRow(d app.DiaryMock) widgets.RangeBar {
	f := d.Entry.Forecast
	row := widgets.RangeBar{
		Label: d.Mock.Source, Detail: phrase.ShortDay(d.Mock.Date), Low: f.Low(), Median: f.Median(), High: f.High(), Color: theme.ColorNamePrimary,
		Value: phrase.Share(d.Mock.Share()), Range: fmt.Sprintf("%d–%d", phrase.Percent(f.Low()), phrase.Percent(f.High())), Unknown: !d.Scored(),
	}
	if d.Mock.HasGuess {
		row.Marks = append(row.Marks, widgets.RangeMark{At: d.Mock.Guess / 100, Hollow: true})
	}
	row.Marks = append(row.Marks, widgets.RangeMark{At: d.Mock.Share()})
	if row.Unknown {
		row.Range = lang.T("not scored")
	}
	return row
}

// explain says more about the mock under the pointer or the keyboard; -1 is none.
func (c *mocksCard) explain(row int) {
	text := lang.T("The bar is where the result was to be expected, its tick the best forecast. The dot is what you scored, the ring what you had guessed.")
	if row >= 0 && row < len(c.mocks) {
		d := c.mocks[row]
		f := d.Entry.Forecast
		text = lang.T("%s, %s: foretold %s, likely %d–%d; ", d.Mock.Source, phrase.Day(d.Mock.Date), phrase.Share(f.Median()), phrase.Percent(f.Low()), phrase.Percent(f.High()))
		if d.Mock.HasGuess {
			text += lang.T("you guessed %s; ", phrase.Share(d.Mock.Guess/100))
		}
		text += lang.T("it was %s: %s.", phrase.Share(d.Mock.Share()), phrase.DiaryOutcome(d.Entry.Foretold(d.Mock), d.Changed))
	}
	c.detail.SetText(text)
}

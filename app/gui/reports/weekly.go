package reports

import (
	"context"

	"milepost/app/gui/files"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
)

// weeklyCard lets reports be written by themselves, once a week.
type weeklyCard struct {
	page   *Page
	card   *widgets.Card
	day    *widgets.SelectField
	words  *widgets.Paragraph
	choose *widgets.Button
}

func newWeeklyCard(p *Page) *weeklyCard {
	w := &weeklyCard{page: p, words: widgets.NewParagraph("", widgets.StyleMuted)}
	names := []string{lang.T("Not by itself")}
	for day := 1; day <= 7; day++ {
		names = append(names, lang.T("Every %s", lang.Weekday(day)))
	}
	w.day = widgets.NewSelectField(lang.T("Choose a day"), names, w.onDay)
	w.choose = widgets.NewButton(lang.T("Choose a folder…"), w.onChoose)
	w.card = widgets.NewCard(lang.T("Every week"), widgets.NewColumn(look.Space, w.day, w.words, widgets.NewFlow(look.Space, w.choose)))
	return w
}

func (w *weeklyCard) show() {
	c := w.page.choices
	w.day.SetSelected(c.Weekday)
	words := lang.T("A report of what is chosen here, written into a folder while Milepost is open. It catches up when it was closed on that day.")
	if c.Weekday > 0 && c.Weekly != "" {
		words = lang.T("Written into %s.", c.Weekly)
		if !c.Written.IsZero() {
			words += " " + lang.T("The last one is of %s.", lang.Date(c.Written))
		}
	}
	w.words.SetText(words)
	w.choose.Hidden = c.Weekday == 0
	w.card.Refresh()
}

func (w *weeklyCard) onDay(i int) {
	w.page.choices.Weekday = i
	if i > 0 && w.page.choices.Weekly == "" {
		w.show()
		w.onChoose()
		return
	}
	w.changed()
}

func (w *weeklyCard) onChoose() {
	start := w.page.choices.Weekly
	if start == "" {
		start = w.page.startFolder()
	}
	files.Folder(w.page.shell.Window(), files.Ask{Start: start, Chosen: w.useFolder, Failed: func(err error) { w.page.shell.Fail(lang.T("The folder could not be opened"), err) }})
}

func (w *weeklyCard) useFolder(folder string) {
	w.page.choices.Weekly = folder
	w.changed()
}

// changed keeps the choice, and writes the first report at once: so it is seen where they go.
func (w *weeklyCard) changed() {
	w.page.keep()
	w.show()
	if w.page.choices.Weekday > 0 {
		WriteWeekly(w.page.shell, w.page.model, func() {
			if c, err := w.page.model.ReportChoices(context.Background()); err == nil {
				w.page.choices.Written, w.page.choices.Last = c.Written, c.Last
				w.show()
			}
		})
	}
}

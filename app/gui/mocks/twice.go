package mocks

import (
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// askIfTwice asks what to do with a result that looks like a recorded one. Enter and Escape both go back to the form, which keeps
// what was typed.
func (p *Page) askIfTwice(same, mock planner.Mock) {
	words := lang.T("%s of %s, %s, is recorded already: the same day, the same source, the same counts. Recorded twice it would count twice.",
		same.Source, phrase.Date(same.Date), resultWords(same))
	var dialog *widgets.Dialog
	then := func(f func()) func() {
		return func() {
			dialog.Close()
			f()
		}
	}
	ways := widgets.NewFlow(look.Space,
		widgets.NewButton(lang.T("Save anyway"), then(func() { p.record(mock) })), widgets.NewDangerButton(lang.T("Discard"), then(p.resume)))
	dialog = widgets.ShowDialog(p.shell.Window(), widgets.DialogSpec{
		Title: lang.T("This looks like a mock you recorded already"), Cancel: lang.T("Back to the form"),
		Content: widgets.NewColumn(look.SpaceCard, widgets.NewParagraph(words, widgets.Style{Color: look.ColorMuted}), ways),
	})
}

// resultWords is "89 of 125", or "71%" where nothing was counted.
func resultWords(m planner.Mock) string {
	correct, total := m.Counts()
	if total == 0 {
		return phrase.Share(m.Share())
	}
	return lang.T("%d of %d", correct, total)
}

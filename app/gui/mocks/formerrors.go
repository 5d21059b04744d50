package mocks

import (
	"strings"

	"milepost/app/gui/kit"
)

// complain shows an error at the field it blames and puts the keyboard there.
func (f *form) complain(err error) {
	f.clearErrors()
	field, sentence := kit.Sentence(err)
	domain, isDomain := strings.CutPrefix(field, "domains.")
	switch {
	case field == "date":
		f.date.field.SetError(sentence)
		f.date.takeFocus()
	case field == "source":
		f.source.SetError(sentence)
		focus(f.source.Entry)
	case field == "minutes":
		f.minutesField.SetError(sentence)
		focus(f.minutes)
	case field == "guess":
		f.guessError.SetMessage(sentence)
		focus(f.guess)
	case field == "note":
		f.noteError.SetMessage(sentence)
		focus(f.note)
	case isDomain && f.scores.setError(domain, sentence):
	case f.how.Selected() == totalOnly && f.whole.setError(field, sentence):
	default:
		f.scoreError.SetMessage(sentence)
	}
	f.card.Refresh()
}

func (f *form) clearErrors() {
	f.date.field.SetError("")
	f.source.SetError("")
	f.minutesField.SetError("")
	f.guessError.SetMessage("")
	f.scoreError.SetMessage("")
	f.noteError.SetMessage("")
	f.scores.clearErrors()
	f.whole.clearErrors()
}

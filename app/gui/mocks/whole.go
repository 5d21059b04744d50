package mocks

import (
	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/planner"
)

// whole asks for the result of a mock in all: correct of total, or a percentage where no more is known.
type whole struct {
	correct, total                         *widgets.NumberEntry
	percent                                *widgets.Entry
	correctField, totalField, percentField *widgets.Field
	content                                *fyne.Container
}

func newWhole(onChanged func()) *whole {
	w := &whole{}
	numbers := widgets.NumberSpec{Max: planner.MaxMockQuestions}
	changed := func(int, bool) { onChanged() }
	w.correct = widgets.NewNumberEntry("–", numbers, changed)
	w.total = widgets.NewNumberEntry("–", numbers, changed)
	w.percent = widgets.NewEntry("–", func(string) { onChanged() })
	w.percent.SelectAllOnFocus = true
	w.correctField = widgets.NewField(lang.T("Correct"), w.correct)
	w.totalField = widgets.NewField(lang.T("Questions"), w.total)
	w.percentField = widgets.NewField(lang.T("or percent"), w.percent)
	w.content = widgets.NewColumn(look.Space,
		widgets.NewWeightedColumns(look.Space, []float32{1, 1, 1}, w.correctField, w.totalField, w.percentField),
		widgets.NewParagraph(lang.T("Results by domain make the estimate of each domain sharper, where your source gives them."), widgets.StyleCaption),
	)
	return w
}

func (w *whole) load(c contents) {
	w.correct.Load(c.allCorrect)
	w.total.Load(c.allTotal)
	w.percent.Load(c.percent)
}

// setError says what is wrong with one of the three fields; it reports false for any other.
func (w *whole) setError(field, sentence string) bool {
	switch field {
	case "correct":
		w.correctField.SetError(sentence)
		focus(w.correct)
	case "total":
		w.totalField.SetError(sentence)
		focus(w.total)
	case "percent":
		w.percentField.SetError(sentence)
		focus(w.percent)
	default:
		return false
	}
	return true
}

func (w *whole) clearErrors() {
	w.correctField.SetError("")
	w.totalField.SetError("")
	w.percentField.SetError("")
}

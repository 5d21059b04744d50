package timedmock

import (
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// The lengths that are offered.
const (
	wholeExam = iota
	halfExam
)

// startForm asks what is taken.
type startForm struct {
	study  planner.Study
	begin  func(app.TimedMock)
	source *widgets.SuggestField
	length *widgets.Segmented

	questions, minutes           *widgets.NumberEntry
	questionsField, minutesField *widgets.Field
	pace                         *widgets.Paragraph
	content                      fyne.CanvasObject
	first                        fyne.Focusable
}

func newStartForm(v app.TimedMockView, begin func(app.TimedMock)) *startForm {
	f := &startForm{study: v.Study, begin: begin}
	f.source = widgets.NewSuggestField(lang.T("Source"), lang.T("Question bank or book"), func() { f.source.SetError("") }, func(string) {})
	f.length = widgets.NewSegmented([]string{lang.T("As long as the exam"), lang.T("Half of it")}, func(i int) { f.fill(i); f.changed() })
	f.questions = widgets.NewNumberEntry("", widgets.NumberSpec{Min: 1, Max: planner.MaxMockQuestions, Step: 5}, func(int, bool) { f.changed() })
	f.minutes = widgets.NewNumberEntry("", widgets.NumberSpec{Min: 1, Max: app.MaxClockMinutes, Step: 5}, func(int, bool) { f.changed() })
	f.questionsField, f.minutesField = widgets.NewField(lang.T("Questions"), f.questions), widgets.NewField(lang.T("Minutes"), f.minutes)
	f.pace = widgets.NewParagraph("", widgets.StyleMuted)
	start := widgets.NewPrimaryButton(lang.T("Start the clock"), f.submit)
	f.first = f.source.Entry
	form := widgets.NewCard(lang.T("What do you take?"), widgets.NewColumn(look.SpaceCard,
		f.source, widgets.NewFlow(look.Space, f.length), widgets.NewWeightedColumns(look.SpaceCard, []float32{1, 1}, f.questionsField, f.minutesField),
		f.pace, widgets.NewFlow(look.Space, start)))
	f.content = widgets.NewTwoColumnPage(form, howCard())
	f.refresh(v)
	f.fill(wholeExam)
	f.changed()
	return f
}

// howCard says how it goes.
func howCard() fyne.CanvasObject {
	rows := []fyne.CanvasObject{}
	for _, line := range [][2]string{
		{lang.T("As in the exam"), lang.T("Put the phone away and sit it in one go: a mock under the exam's conditions says most.")},
		{lang.T("At each quarter"), lang.T("Type how many questions are done. You see whether you are ahead or behind while there is time to do something about it.")},
		{lang.T("Break"), lang.T("The clock runs on, as it does in most exams, and the minutes are noted.")},
		{lang.T("Pause"), lang.T("The clock stands still. Beyond five minutes in all the mock no longer counts as timed.")},
	} {
		rows = append(rows, widgets.NewColumn("", widgets.NewText(line[0], widgets.StyleStrong), widgets.NewParagraph(line[1], widgets.StyleMuted)))
	}
	return widgets.NewCard(lang.T("How it goes"), widgets.NewColumn(look.SpaceCard, rows...))
}

// usual lengths where an exam does not tell its own.
const (
	usualQuestions = 100
	usualMinutes   = 120
)

// fill puts the exam's length in, or half of it.
func (f *startForm) fill(length int) {
	questions, minutes := f.study.Questions, f.study.ExamMinutes
	if questions <= 0 {
		questions = usualQuestions
	}
	if minutes <= 0 {
		minutes = usualMinutes
	}
	if length == halfExam {
		questions, minutes = max(questions/2, 1), max(minutes/2, 1)
	}
	f.questions.LoadValue(min(questions, planner.MaxMockQuestions))
	f.minutes.LoadValue(min(minutes, app.MaxClockMinutes))
}

// refresh takes over what is known around the form.
func (f *startForm) refresh(v app.TimedMockView) {
	f.study = v.Study
	f.source.SetKnown(v.Sources)
}

// changed tells the pace that was asked for.
func (f *startForm) changed() {
	f.questionsField.SetError("")
	f.minutesField.SetError("")
	n, okN := f.questions.Value()
	minutes, okM := f.minutes.Value()
	if !okN || !okM {
		f.pace.SetText("")
		return
	}
	words := lang.T("%d seconds a question.", minutes*60/n)
	if f.study.Questions > 0 && f.study.ExamMinutes > 0 {
		words = lang.T("%d seconds a question; the exam gives %d.", minutes*60/n, f.study.ExamMinutes*60/f.study.Questions)
	}
	f.pace.SetText(words)
}

// submit starts the clock.
func (f *startForm) submit() {
	n, _ := f.questions.Value()
	minutes, _ := f.minutes.Value()
	f.begin(app.TimedMock{Study: f.study.ID, Source: f.source.Entry.Text, Questions: n, Limit: time.Duration(minutes) * time.Minute})
}

// complain shows an error at its field.
func (f *startForm) complain(err error) {
	field, sentence := kit.Sentence(err)
	focus := fyne.Focusable(f.source.Entry)
	switch field {
	case "questions":
		f.questionsField.SetError(sentence)
		focus = f.questions
	case "minutes":
		f.minutesField.SetError(sentence)
		focus = f.minutes
	default:
		f.source.SetError(sentence)
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.source.Entry); c != nil {
		c.Focus(focus)
	}
}

// subtitle says what is taken.
func (p *Page) subtitle() string {
	t := p.mock
	return lang.T("%s · %s in %s · begun at %s", t.Source, lang.N(t.Questions, "%d question", "%d questions", t.Questions), phrase.Duration(int(t.Limit/time.Minute)), t.Begun.Format("15:04"))
}

package setup

import (
	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// examCard asks which exam, and between which days.
type examCard struct {
	form   *form
	card   fyne.CanvasObject
	exam   *widgets.SelectField
	sure   *widgets.Paragraph
	date   *widgets.DateField
	start  *widgets.DateField
	places []*place
}

func newExamCard(f *form) *examCard {
	c := &examCard{form: f}
	var names []string
	for _, e := range f.model.Exams() {
		names = append(names, examName(e))
	}
	c.exam = widgets.NewSelectField(lang.T("Choose an exam"), names, c.onExam)
	c.sure = widgets.NewParagraph("", widgets.StyleCaption)
	c.date = widgets.NewDateField(widgets.DateSpec{}, func(d planner.Date) { f.draft.ExamDate = d; f.onChanged() })
	c.start = widgets.NewDateField(widgets.DateSpec{}, func(d planner.Date) { f.draft.Start = d; f.onChanged() })
	dateField, startField := widgets.NewField(lang.T("Exam date"), c.date), widgets.NewField(lang.T("Start"), c.start)
	c.places = []*place{datePlace("exam_date", c.date, dateField), datePlace("start", c.start, startField)}
	c.card = widgets.NewCard(lang.T("1 · Exam"), widgets.NewColumn(look.SpaceCard,
		widgets.NewField(lang.T("Exam"), c.exam), c.sure, widgets.NewEqualColumns(look.SpaceCard, 180, dateField, startField)))
	return c
}

// datePlace tells errors below a date. The date field itself says what it cannot read.
func datePlace(name string, date *widgets.DateField, field *widgets.Field) *place {
	return &place{field: name, focus: date.Focusable(), unread: date.Error, tell: func(sentence string) {
		if date.Error() != "" {
			sentence = "" // said by the date field already
		}
		field.SetError(sentence)
	}}
}

// examName is "ISC2 ISSMP · 2025 outline", with a mark for one that is no longer examined.
func examName(e planner.Exam) string {
	name := e.Vendor + " " + e.Code + " · " + e.Outline
	if e.Status == planner.ExamSuperseded {
		return lang.T("%s (superseded)", name)
	}
	return name
}

// sureWords says how sure the weights of an exam are.
func sureWords(e planner.Exam) string {
	words := lang.T("In force from %s.", phrase.Date(e.Effective)) + " "
	switch e.ProvenanceOf("weights") {
	case planner.FromSource:
		return words + lang.T("Weights from a source (%s); compare them with the vendor's outline.", lang.Said(e.WeightsSource))
	case planner.FromDerived:
		return words + lang.T("The weights are worked out, not published; correct them below if you know better.")
	}
	return words + lang.T("The weights are partly from memory: check them against the vendor's outline and correct them below.")
}

func (c *examCard) show() {
	draft, today := c.form.draft, c.form.model.Today()
	c.exam.SetSelected(-1)
	c.sure.SetText("")
	for i, e := range c.form.model.Exams() {
		if e.ID == draft.ExamID {
			c.exam.SetSelected(i)
			c.sure.SetText(sureWords(e))
		}
	}
	c.date.Spec.Today, c.start.Spec.Today = today, today
	c.date.SetDate(draft.ExamDate)
	c.start.SetDate(draft.Start)
}

// onExam starts from the facts of another exam. What is about the person stays: dates, hours, target, sessions, and a
// name of their own.
func (c *examCard) onExam(i int) {
	was := *c.form.draft
	fresh := c.form.model.NewStudyDraft(c.form.model.Exams()[i])
	fresh.ID, fresh.ExamDate, fresh.Start, fresh.Availability = was.ID, was.ExamDate, was.Start, was.Availability
	fresh.SessionMinutes, fresh.Buffer, fresh.Target = was.SessionMinutes, was.Buffer, was.Target
	if was.Name != was.ExamCode {
		fresh.Name = was.Name
	}
	*c.form.draft = fresh
	c.form.show(c.form.draft)
	c.form.onChanged()
}

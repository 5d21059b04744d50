package setup

import (
	"fmt"

	"fyne.io/fyne/v2"

	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/phrase"
	"milepost/planner"
)

// form is the left side: exam, hours and domains of a draft.
type form struct {
	shell     kit.Shell
	model     Model
	onChanged func()
	draft     *planner.Study

	content   fyne.CanvasObject
	exam      *widgets.SelectField
	sure      *widgets.Paragraph
	date      *widgets.DateField
	start     *widgets.DateField
	weekdays  [7]*widgets.MinutesField
	week      *widgets.Text
	off       *fyne.Container
	domains   *fyne.Container
	total     *widgets.Paragraph
	target    *widgets.PercentField
	passLine  *widgets.PercentField
	passWords *widgets.Paragraph
	problem   *widgets.InlineError
}

func newForm(shell kit.Shell, m Model, onChanged func()) *form {
	f := &form{shell: shell, model: m, onChanged: onChanged, problem: widgets.NewInlineError()}
	f.content = widgets.NewColumn(look.SpaceCard, f.examCard(), f.hoursCard(), f.domainsCard(), f.aimCard(), f.problem)
	return f
}

func (f *form) examCard() fyne.CanvasObject {
	var names []string
	for _, e := range f.model.Exams() {
		names = append(names, examName(e))
	}
	f.exam = widgets.NewSelectField("Choose an exam", names, f.onExam)
	f.sure = widgets.NewParagraph("", widgets.StyleCaption)
	spec := widgets.DateSpec{Today: f.model.Today()}
	f.date = widgets.NewDateField(spec, func(d planner.Date) { f.draft.ExamDate = d; f.onChanged() })
	f.start = widgets.NewDateField(spec, func(d planner.Date) { f.draft.Start = d; f.onChanged() })
	return widgets.NewCard("1 · Exam", widgets.NewColumn(look.SpaceCard,
		widgets.NewField("Exam", f.exam), f.sure,
		widgets.NewEqualColumns(look.SpaceCard, 180, widgets.NewField("Exam date", f.date), widgets.NewField("Start", f.start))))
}

// examName is "ISC2 ISSMP · 2025 outline", with a mark for one that is no longer examined.
func examName(e planner.Exam) string {
	name := e.Vendor + " " + e.Code + " · " + e.Outline
	if e.Status == planner.ExamSuperseded {
		name += " (superseded)"
	}
	return name
}

// sureWords says how sure the weights of an exam are.
func sureWords(e planner.Exam) string {
	words := "In force from " + phrase.Date(e.Effective) + ". "
	switch e.ProvenanceOf("weights") {
	case planner.FromSource:
		return words + "Weights from a source (" + e.WeightsSource + "); compare them with the vendor's outline."
	case planner.FromDerived:
		return words + "The weights are worked out, not published; correct them below if you know better."
	}
	return words + "The weights are partly from memory: check them against the vendor's outline and correct them below."
}

func (f *form) hoursCard() fyne.CanvasObject {
	fields := make([]fyne.CanvasObject, len(f.weekdays))
	for i, name := range []string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"} {
		f.weekdays[i] = widgets.NewMinutesField(func(minutes int) {
			f.draft.Availability.Weekday[i] = minutes
			f.showWeek()
			f.onChanged()
		})
		fields[i] = widgets.NewField(name, f.weekdays[i])
	}
	f.week = widgets.NewText("", widgets.StyleMuted)
	f.off = widgets.NewFlow(look.Space)
	return widgets.NewCard("2 · When you can study", widgets.NewColumn(look.SpaceCard,
		widgets.NewEqualColumns(look.Space, 64, fields...), widgets.NewFillRow(0, look.SpaceCard, f.off, f.week)))
}

func (f *form) domainsCard() fyne.CanvasObject {
	f.domains = widgets.NewColumn(look.Space)
	f.total = widgets.NewParagraph("", widgets.StyleMuted)
	return widgets.NewCard("3 · Domains: weight in the exam, and how sure you feel today", widgets.NewColumn(look.SpaceCard, f.domains, f.total))
}

func (f *form) aimCard() fyne.CanvasObject {
	f.target = widgets.NewPercentField(func(n int) { f.draft.Target = float64(n) / 100; f.onChanged() })
	f.passLine = widgets.NewPercentField(func(n int) { f.draft.PassLine = float64(n) / 100; f.onChanged() })
	f.passWords = widgets.NewParagraph("", widgets.StyleCaption)
	return widgets.NewCard("4 · What you aim at", widgets.NewColumn(look.Space,
		widgets.NewEqualColumns(look.SpaceCard, 140, widgets.NewField("Expected score", f.target), widgets.NewField("Pass line, an assumption", f.passLine)), f.passWords))
}

// show puts a draft in.
func (f *form) show(draft *planner.Study) {
	f.draft = draft
	for i, e := range f.model.Exams() {
		if e.ID == draft.ExamID {
			f.exam.SetSelected(i)
			f.sure.SetText(sureWords(e))
			f.passWords.SetText(e.Pass.Reason)
		}
	}
	f.date.Spec.Today, f.start.Spec.Today = f.model.Today(), f.model.Today()
	f.date.SetDate(draft.ExamDate)
	f.start.SetDate(draft.Start)
	for i, w := range f.weekdays {
		w.SetValue(draft.Availability.Weekday[i])
	}
	f.target.SetValue(phrase.Percent(draft.Target))
	f.passLine.SetValue(phrase.Percent(draft.PassLine))
	f.showWeek()
	f.showOff()
	f.showDomains()
}

func (f *form) showWeek() {
	f.week.SetText(phrase.Duration(f.draft.Availability.WeekMinutes()) + " a week")
}

// onExam starts from the facts of another exam; dates and hours stay.
func (f *form) onExam(i int) {
	fresh := f.model.NewStudyDraft(f.model.Exams()[i])
	fresh.ID, fresh.ExamDate, fresh.Start, fresh.Availability = f.draft.ID, f.draft.ExamDate, f.draft.Start, f.draft.Availability
	*f.draft = fresh
	f.show(f.draft)
	f.onChanged()
}

func (f *form) showDomains() {
	rows := make([]fyne.CanvasObject, len(f.draft.Domains))
	for i, d := range f.draft.Domains {
		weight := widgets.NewPercentField(func(n int) { f.draft.Domains[i].Weight = float64(n); f.showTotal(); f.onChanged() })
		weight.SetValue(int(d.Weight + 0.5))
		rating := widgets.NewRatingSteps(func(step int) { f.draft.Domains[i].Rating = step; f.onChanged() })
		rating.HideWords = true
		rating.SetStep(d.Rating)
		name := widgets.NewEllipsisText(fmt.Sprintf("D%d %s", i+1, d.Name), widgets.StyleBody)
		rows[i] = widgets.NewFillRow(1, look.SpaceCard, widgets.NewDomainMark(look.ColorDomain(i)), name, weight, rating)
	}
	f.domains.Objects = rows
	f.domains.Refresh()
	f.showTotal()
}

func (f *form) showTotal() {
	words := "Weights total " + phrase.Weight(f.draft.WeightTotal()) + ". A mock, once you take one, replaces your own rating."
	f.total.SetText(words)
}

// leave lets the date fields read what is being typed in them.
func (f *form) leave() {
	if focused := f.shell.Window().Canvas().Focused(); focused != nil && (focused == f.date.Focusable() || focused == f.start.Focusable()) {
		focused.FocusLost()
	}
}

// showError tells what is wrong with the draft; nil takes the words away.
func (f *form) showError(err error) {
	if err == nil {
		f.problem.SetMessage("")
		return
	}
	field, sentence := kit.Sentence(err)
	if field != "" {
		sentence = fieldName(field) + ": " + sentence
	}
	f.problem.SetMessage(sentence)
}

// fieldName is how a field is called on the screen.
func fieldName(field string) string {
	switch field {
	case "exam_date":
		return "Exam date"
	case "start":
		return "Start"
	case "target":
		return "Expected score"
	case "pass_line":
		return "Pass line"
	}
	return field
}

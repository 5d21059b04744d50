// Package setup is the screen that turns an exam date and real hours into a plan, with the answer beside it while one types.
//
// [Page] holds the draft and asks the application about it after every key. The form at the left (form.go and the cards in
// exam.go, hours.go, domains.go, more.go) writes into the draft; place.go finds the field an error is about. The answer at
// the right is in answer.go.
package setup

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// Model is what the screen asks of the application.
type Model interface {
	Today() planner.Date
	Exams() []planner.Exam
	Current(ctx context.Context) (planner.Study, error)
	NewStudyDraft(exam planner.Exam) planner.Study
	CheckDraft(draft planner.Study) error
	PreviewPlan(draft planner.Study) (planner.Plan, error)
	CreateStudy(ctx context.Context, draft planner.Study) (planner.Study, error)
	UpdateStudy(ctx context.Context, s planner.Study) error
	CreateSample(ctx context.Context) (planner.Study, error)
}

// Page is the screen of the set-up. The draft is what is on it; nothing is stored before it is saved.
type Page struct {
	shell kit.Shell
	model Model
	draft planner.Study
	base  planner.Study // the draft as it was put in, to know whether somebody has changed it
	isNew bool
	shown bool   // a draft has been put in
	taken *taken // the way out that was taken last, while it can be taken back

	content *fyne.Container
	header  *fyne.Container
	form    *form
	answer  *answer
}

// taken is a way out that was taken, with the draft from before.
type taken struct {
	text   string
	before planner.Study
}

var (
	_ kit.Page    = (*Page)(nil)
	_ kit.Focuser = (*Page)(nil)
	_ kit.Saver   = (*Page)(nil)
)

// New makes the page; Reload fills it.
func New(shell kit.Shell, m Model) *Page {
	p := &Page{shell: shell, model: m, header: container.NewStack()}
	p.form = newForm(shell, m, p.onEdited)
	p.answer = newAnswer(answerActions{save: p.Save, take: p.onTake, takeBack: p.onTakeBack, correct: p.form.focusFault})
	page := widgets.NewColumn(look.SpaceCard, p.header, widgets.NewTwoColumnPage(p.form.content, p.answer.content))
	p.content = container.NewStack(widgets.NewScroll(widgets.NewPadded(look.SpacePage, page)))
	return p
}

// Content is the tree of the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Close has nothing to let go of.
func (p *Page) Close() {}

// FocusFirst puts the keyboard on the exam date: the exam itself is chosen already.
func (p *Page) FocusFirst() { p.shell.Window().Canvas().Focus(p.form.exam.date.Focusable()) }

// Reload puts the open study in, or a new one. What somebody is changing stays, unless it belongs to a study that is no
// longer the open one.
func (p *Page) Reload() {
	study, err := p.model.Current(context.Background())
	switch {
	case p.shown && p.touched() && (p.isNew || err == nil && study.ID == p.draft.ID):
		p.showHeader()
		p.answerAgain()
	case err == nil:
		p.openStudy(study)
	case !p.shown || !p.isNew:
		p.NewStudy()
	}
}

// Unsaved reports whether there is something that Save would keep.
func (p *Page) Unsaved() bool { return p.shown && p.touched() }

// touched reports whether the draft was changed since it was put in.
func (p *Page) touched() bool { return !reflect.DeepEqual(p.draft, p.base) }

func (p *Page) openStudy(s planner.Study) {
	p.isNew = false
	p.put(s)
}

// NewStudy empties the page for another study.
func (p *Page) NewStudy() {
	p.isNew = true
	s := p.model.NewStudyDraft(p.model.Exams()[0])
	s.ExamDate = p.model.Today().AddDays(usualWeeks * 7)
	s.Availability.Weekday = [7]int{60, 60, 60, 60, 60, 120, 0}
	p.put(s)
}

// usualWeeks is how far away the exam is put until somebody says otherwise.
const usualWeeks = 12

func (p *Page) put(s planner.Study) {
	p.shown, p.taken = true, nil
	p.draft, p.base = s, s
	p.draft.Domains = slices.Clone(s.Domains) // the form writes into them
	p.form.show(&p.draft)
	p.showHeader()
	p.answerAgain()
}

func (p *Page) showHeader() {
	p.header.Objects = []fyne.CanvasObject{p.pageHeader()}
	p.header.Refresh()
}

func (p *Page) pageHeader() fyne.CanvasObject {
	if !p.isNew {
		return widgets.NewPageHeader(lang.T("Your study"), lang.T("A change repairs the plan: what is done, pinned or still fits stays where it is."),
			widgets.NewButton(lang.T("New study"), p.NewStudy))
	}
	var actions []fyne.CanvasObject
	if study, err := p.model.Current(context.Background()); err == nil {
		actions = append(actions, widgets.NewButton(lang.T("Back to your study"), func() { p.openStudy(study) }))
	}
	actions = append(actions, widgets.NewButton(lang.T("Explore with sample data"), p.onSample))
	return widgets.NewPageHeader(lang.T("Set up your plan"), lang.T("Takes about two minutes. Everything can be changed later."), actions...)
}

// onEdited answers again after the person changed something; the planner is quick enough to be asked at every key.
func (p *Page) onEdited() {
	p.taken = nil // taking a way out back would undo this change as well
	p.answerAgain()
}

func (p *Page) answerAgain() {
	v := answerView{study: p.draft, isNew: p.isNew, today: p.model.Today(), taken: p.taken}
	wrong := faults(p.model, p.draft)
	if len(wrong) == 0 {
		plan, err := p.model.PreviewPlan(p.draft)
		if v.plan = plan; err != nil {
			wrong = append(wrong, err)
		}
	}
	v.problems = p.form.showErrors(wrong)
	p.answer.show(v)
}

// onTake takes a way out, and leaves the keyboard on the button that makes the plan.
func (p *Page) onTake(w planner.WayOut) {
	t := &taken{text: w.Text, before: p.draft}
	p.setDraft(w.Change.Apply(p.draft), t)
}

// onTakeBack brings the draft from before back.
func (p *Page) onTakeBack() { p.setDraft(p.taken.before, nil) }

func (p *Page) setDraft(s planner.Study, t *taken) {
	p.taken, p.draft = t, s
	p.draft.Domains = slices.Clone(s.Domains)
	p.form.show(&p.draft)
	p.answerAgain()
	p.shell.Window().Canvas().Focus(p.answer.save)
}

// Save makes the plan, or leads to the first field that is wrong.
func (p *Page) Save() {
	if !p.form.readAll() {
		p.form.focusFault()
		return
	}
	if wrong := faults(p.model, p.draft); len(wrong) > 0 {
		p.refuse(wrong)
		return
	}
	if err := p.store(); err != nil {
		p.refuse([]error{err})
		return
	}
	p.shell.Open(kit.Today)
	p.shell.SayUndoable(lang.T("Planned up to %s", phrase.Date(p.draft.ExamDate)))
}

// store writes the draft. It counts as unchanged from before that on, so that the news of it brings the stored study.
func (p *Page) store() error {
	s, base := p.draft, p.base
	if s.Name = strings.TrimSpace(s.Name); s.Name == "" {
		s.Name = s.ExamCode
	}
	p.base = p.draft
	var err error
	if p.isNew {
		_, err = p.model.CreateStudy(context.Background(), s)
	} else {
		err = p.model.UpdateStudy(context.Background(), s)
	}
	if err != nil {
		p.base = base
	}
	return err
}

func (p *Page) refuse(wrong []error) {
	p.form.showErrors(wrong)
	if planner.ErrorField(wrong[0]) == "" {
		p.shell.Fail(lang.T("The plan could not be saved"), wrong[0])
		return
	}
	p.form.focusFault()
}

func (p *Page) onSample() {
	if _, err := p.model.CreateSample(context.Background()); err != nil {
		p.shell.Fail(lang.T("The sample could not be opened"), err)
		return
	}
	p.shell.Open(kit.Today)
}

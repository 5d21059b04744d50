// Package setup is the screen that turns an exam date and real hours into a plan, with the answer beside it while one types.
package setup

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/phrase"
	"milepost/planner"
)

// Model is what the screen asks of the application.
type Model interface {
	Today() planner.Date
	Exams() []planner.Exam
	Current(ctx context.Context) (planner.Study, error)
	NewStudyDraft(exam planner.Exam) planner.Study
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
	isNew bool
	shown bool // a draft has been put in

	content *fyne.Container
	header  *fyne.Container
	form    *form
	answer  *answer
}

var (
	_ kit.Page    = (*Page)(nil)
	_ kit.Focuser = (*Page)(nil)
	_ kit.Saver   = (*Page)(nil)
)

// New makes the page; Reload fills it.
func New(shell kit.Shell, m Model) *Page {
	p := &Page{shell: shell, model: m, header: container.NewStack()}
	p.form = newForm(shell, m, p.onChanged)
	p.answer = newAnswer(p.Save, p.apply)
	page := widgets.NewColumn(look.SpaceCard, p.header, widgets.NewTwoColumnPage(p.form.content, p.answer.content))
	p.content = container.NewStack(widgets.NewScroll(widgets.NewPadded(look.SpacePage, page)))
	return p
}

// Content is the tree of the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Close has nothing to let go of.
func (p *Page) Close() {}

// FocusFirst puts the keyboard on the exam date: the exam itself is chosen already.
func (p *Page) FocusFirst() { p.shell.Window().Canvas().Focus(p.form.date.Focusable()) }

// Reload puts the open study in, or a new one; what is being typed for a new study stays.
func (p *Page) Reload() {
	study, err := p.model.Current(context.Background())
	switch {
	case err != nil && !p.shown:
		p.NewStudy()
	case err == nil:
		p.isNew, p.draft = false, study
		p.put()
	}
}

// NewStudy empties the page for another study.
func (p *Page) NewStudy() {
	p.isNew = true
	p.draft = p.model.NewStudyDraft(p.model.Exams()[0])
	p.draft.ExamDate = p.model.Today().AddDays(usualWeeks * 7)
	p.draft.Availability.Weekday = [7]int{60, 60, 60, 60, 60, 120, 0}
	p.put()
}

// usualWeeks is how far away the exam is put until somebody says otherwise.
const usualWeeks = 12

func (p *Page) put() {
	p.shown = true
	p.form.show(&p.draft)
	p.header.Objects = []fyne.CanvasObject{p.pageHeader()}
	p.header.Refresh()
	p.onChanged()
}

func (p *Page) pageHeader() fyne.CanvasObject {
	if !p.isNew {
		return widgets.NewPageHeader("Your study", "Changing it plans the days from today anew. What is done, pinned or moved by hand stays.",
			widgets.NewButton("New study", p.NewStudy))
	}
	return widgets.NewPageHeader("Set up your plan", "Takes about two minutes. Everything can be changed later.",
		widgets.NewButton("Explore with sample data", p.onSample))
}

// onChanged answers again; the planner is quick enough to be asked at every key.
func (p *Page) onChanged() {
	plan, err := p.model.PreviewPlan(p.draft)
	p.form.showError(err)
	p.answer.show(p.draft, plan, err, p.isNew)
}

// apply takes a way out.
func (p *Page) apply(c planner.Change) {
	p.draft = c.Apply(p.draft)
	p.form.show(&p.draft)
	p.onChanged()
}

// Save makes the plan.
func (p *Page) Save() {
	p.form.leave()
	var err error
	if p.isNew {
		_, err = p.model.CreateStudy(context.Background(), p.draft)
	} else {
		err = p.model.UpdateStudy(context.Background(), p.draft)
	}
	if err != nil {
		p.form.showError(err)
		if planner.ErrorField(err) == "" {
			p.shell.Fail("The plan could not be saved", err)
		}
		return
	}
	p.shell.Open(kit.Today)
	p.shell.SayUndoable(fmt.Sprintf("Planned up to %s", phrase.Date(p.draft.ExamDate)))
}

func (p *Page) onSample() {
	if _, err := p.model.CreateSample(context.Background()); err != nil {
		p.shell.Fail("The sample could not be opened", err)
		return
	}
	p.shell.Open(kit.Today)
}

package mocks

import (
	"context"
	"errors"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/planner"
)

// Model is what the screen asks of the application.
type Model interface {
	Mocks(ctx context.Context) (app.MocksView, error)
	PreviewMock(ctx context.Context, mock planner.Mock) (app.MockEffect, error)
	SameMock(ctx context.Context, mock planner.Mock) (planner.Mock, bool, error)
	RecordMock(ctx context.Context, mock planner.Mock) (planner.Mock, error)
	RemoveMocks(ctx context.Context, ids []string) error
	ReadMocksJob(path string, o app.MockFileOptions) func(context.Context) (app.MockFile, error)
	ImportMocks(ctx context.Context, mocks []planner.Mock) error
}

// Page is the screen of mock exams.
type Page struct {
	shell kit.Shell
	model Model

	content *fyne.Container
	header  *widgets.PageHeader
	body    *fyne.Container
	history *history
	form    *form

	shape  string   // of the study the form was made for
	aside  contents // what was half typed when an older mock was opened for editing
	paused bool     // there is something in aside

	lastPreview   time.Duration
	cancelPreview func()
}

var (
	_ kit.Page     = (*Page)(nil)
	_ kit.Focuser  = (*Page)(nil)
	_ kit.Saver    = (*Page)(nil)
	_ kit.KeyTaker = (*Page)(nil)
)

// New makes the page; Reload fills it.
func New(shell kit.Shell, m Model) *Page {
	p := &Page{shell: shell, model: m, cancelPreview: func() {}}
	p.header = widgets.NewPageHeader(lang.T("Mocks"), "", widgets.NewButton(lang.T("From a file…"), p.onImport), widgets.NewButton(lang.T("Timed mock"), func() { shell.Open(kit.TimedMock) }))
	p.body = widgets.NewFillColumn("", widgets.NewSpacer()) // a stack would not ask how high it is at its width
	p.history = newHistory(historyActions{edit: p.onEdit, remove: p.onRemove, removeAll: p.onRemoveAll, record: p.FocusFirst})
	p.content = container.NewStack(widgets.NewScroll(widgets.NewPadded(look.SpacePage,
		widgets.NewFillColumn(look.SpaceCard, p.header, p.body))))
	return p
}

// Content is the tree of the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Close stops what is under way.
func (p *Page) Close() { p.cancelPreview() }

// Reload reads the mocks again; the form keeps what is typed unless another study is open.
func (p *Page) Reload() {
	v, err := p.model.Mocks(context.Background())
	switch {
	case errors.Is(err, app.ErrNoStudy):
		p.showNoStudy()
		return
	case err != nil:
		p.shell.Fail(lang.T("The mocks could not be read"), err)
		return
	}
	p.header.SetSubtitle(subtitle(v))
	if shape := shapeOf(v.Study); p.form == nil || p.shape != shape {
		p.shape = shape
		p.form = newForm(v, formActions{changed: p.onChanged, save: p.Save, cancel: p.onCancel})
		p.paused = false
		p.body.Objects = []fyne.CanvasObject{newSplit(p.history, p.form.card)}
		p.body.Refresh()
	}
	p.form.refresh(v)
	p.history.show(v, p.form.was.ID)
	p.showEffect()
}

// shapeOf tells when the form has to be made anew: another study, or other domains.
func shapeOf(s planner.Study) string {
	shape := fmt.Sprintf("%s|%d", s.ID, s.Questions)
	for _, d := range s.Domains {
		shape += fmt.Sprintf("|%s %s %v", d.ID, d.Name, d.Weight)
	}
	return shape
}

func (p *Page) showNoStudy() {
	p.form, p.shape, p.paused = nil, "", false
	p.header.SetSubtitle("")
	setUp := widgets.NewPrimaryButton(lang.T("Set up a study"), func() { p.shell.Open(kit.Setup) })
	p.body.Objects = []fyne.CanvasObject{widgets.NewCard("", widgets.NewEmptyState(nil, lang.T("No study yet"),
		lang.T("Mocks belong to a study. Choose your exam first; it takes two minutes."), setUp))}
	p.body.Refresh()
}

// subtitle counts what is recorded: "6 recorded · 625 questions · average pace 78 s a question (exam: 86 s)".
func subtitle(v app.MocksView) string {
	if len(v.Mocks) == 0 {
		return lang.T("Nothing recorded yet")
	}
	out := lang.T("%d recorded · %s", len(v.Mocks), lang.N(v.Questions, "%d question", "%d questions", v.Questions))
	if v.SecondsPerQuestion > 0 && v.ExamSecondsPerQuestion > 0 {
		out += lang.T(" · average pace %d s a question (exam: %d s)", v.SecondsPerQuestion, v.ExamSecondsPerQuestion)
	}
	return out
}

// FocusFirst puts the keyboard into the first field of the form.
func (p *Page) FocusFirst() {
	if p.form != nil {
		p.shell.Window().Canvas().Focus(p.form.date.Focusable())
	}
}

// Unsaved reports whether a mock is half typed.
func (p *Page) Unsaved() bool { return p.form != nil && (p.paused || p.form.touched()) }

// TakeKey hears Escape where no field wants it.
func (p *Page) TakeKey(key fyne.KeyName) bool {
	if key != fyne.KeyEscape || p.form == nil {
		return false
	}
	p.onCancel()
	return true
}

// Package reports is the screen on which a progress report is chosen, looked at and saved: what it tells, of which period and in which words at
// the left, the pages themselves at the right, as they will be on paper.
//
// It knows nothing of how a report is written, which is package report's, and of other screens. Start at [Page.Reload]: it reads the
// choices and begins the preview; every choice keeps itself and begins another.
package reports

import (
	"context"
	"errors"
	"image"
	"io"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"golang.org/x/text/language"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/report"
	"milepost/app/report/document"
	"milepost/app/report/pages"
	"milepost/planner"
)

// Model is what the screen asks of the application.
type Model interface {
	Today() planner.Date
	DataPath() string
	ReportChoices(ctx context.Context) (app.ReportChoices, error)
	KeepReportChoices(ctx context.Context, c app.ReportChoices) error
	ProgressJob(period planner.DateRange) func(context.Context) (app.Progress, error)
	// WriteFile may be called in the background.
	WriteFile(out string, replace bool, write func(io.Writer) error) error
	CalendarModel
}

// Desktop is what the screen asks of the window besides.
type Desktop interface {
	// OpenPath opens a file or a folder with the program the desktop has for it.
	OpenPath(path string) error
	// CalendarChanged brings the calendar that is kept up to date to the plan, if one is kept.
	CalendarChanged()
}

// Page is the screen of reports.
type Page struct {
	shell   kit.Shell
	model   Model
	desktop Desktop

	content *fyne.Container
	body    *fyne.Container
	all     fyne.CanvasObject
	save    *widgets.Button
	print   *widgets.Button
	folder  *widgets.Button

	choices  app.ReportChoices
	notes    []string // IDs of those to be quoted
	form     *form
	weekly   *weeklyCard
	calendar *calendarCard
	paper    *widgets.PaperView
	state    *widgets.Paragraph // how many pages, or why there are none

	progress app.Progress      // that is shown
	shown    document.Document // in the preview
	ready    bool              // there is something to save
	pixels   int               // how wide pages are shown
}

var _ kit.Page = (*Page)(nil)

// New makes the page; Reload fills it.
func New(shell kit.Shell, m Model, d Desktop) *Page {
	p := &Page{shell: shell, model: m, desktop: d, pixels: firstPixels}
	p.save = widgets.NewPrimaryButton(lang.T("Save…"), p.onSave)
	p.print = widgets.NewButton(lang.T("Print…"), p.onPrint)
	p.folder = widgets.NewButton(lang.T("Open folder"), p.onFolder)
	header := widgets.NewPageHeader(lang.T("Reports"), lang.T("Show how it is going: to yourself, a mentor, an employer. Nothing leaves this computer unless you send it."), p.folder, p.print, p.save)
	p.form, p.weekly, p.calendar = newForm(p), newWeeklyCard(p), newCalendarCard(p)
	p.paper, p.state = widgets.NewPaperView(), widgets.NewParagraph("", widgets.StyleCaption)
	p.paper.OnWidth = p.onWidth
	left := widgets.NewColumn(look.SpaceCard, p.form.what, p.form.how, p.weekly.card, p.calendar.card)
	right := widgets.NewColumn(look.SpaceTight, p.state, p.paper)
	p.all = widgets.NewWeightedColumns(look.SpaceCard, []float32{5, 9}, left, right)
	p.body = container.NewStack()
	p.content = container.NewStack(widgets.NewScroll(widgets.NewPadded(look.SpacePage, widgets.NewFillColumn(look.SpaceCard, header, p.body))))
	return p
}

// firstPixels is the width of pages before it is known how wide they are shown.
const firstPixels = 700

// Content is the tree of the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Close has nothing to let go of.
func (p *Page) Close() {}

// FocusFirst puts the keyboard to the period.
func (p *Page) FocusFirst() {
	if len(p.body.Objects) > 0 && p.body.Objects[0] == p.all {
		p.shell.Window().Canvas().Focus(p.form.period)
	}
}

// Reload reads the choices and shows the report as it is today.
func (p *Page) Reload() {
	c, err := p.model.ReportChoices(context.Background())
	switch {
	case errors.Is(err, app.ErrNoStudy):
		p.setReady(false)
		button := widgets.NewPrimaryButton(lang.T("Set up a study"), func() { p.shell.Open(kit.Setup) })
		empty := widgets.NewEmptyState(nil, lang.T("No study yet"), lang.T("Choose your exam first. A report then tells how the way there is going."), button)
		p.body.Objects = []fyne.CanvasObject{widgets.NewCard("", empty)}
		p.body.Refresh()
		return
	case err != nil:
		p.shell.Fail(lang.T("The report could not be made"), err)
		return
	}
	if p.choices.Period == app.PeriodOwn { // dates of one's own last as long as the page
		c.Period, c.Own = p.choices.Period, p.choices.Own
	}
	p.choices = c
	p.form.show()
	p.weekly.show()
	p.calendar.show()
	p.body.Objects = []fyne.CanvasObject{p.all}
	p.body.Refresh()
	p.preview()
}

// chosen keeps the choices and shows what they make.
func (p *Page) chosen() {
	p.keep()
	p.preview()
}

func (p *Page) keep() {
	if err := p.model.KeepReportChoices(context.Background(), p.choices); err != nil {
		p.shell.Fail(lang.T("The choice could not be kept"), err)
	}
}

// preview gathers in the background, puts it into words, and draws in the background.
func (p *Page) preview() {
	var progress app.Progress
	job := p.model.ProgressJob(p.choices.Range(p.model.Today()))
	p.shell.Run("report", func(ctx context.Context) (err error) {
		progress, err = job(ctx)
		return err
	}, func(err error) {
		if app.IsClosed(err) {
			return // another data file was opened meanwhile, and has this reloaded
		}
		if err != nil {
			p.fail(err)
			return
		}
		p.progress = progress
		p.form.showNotes(progress)
		p.draw()
	})
}

// draw puts what was gathered into words and draws its pages.
func (p *Page) draw() {
	d, err := p.document()
	if err != nil {
		p.fail(err)
		return
	}
	var drawn []image.Image
	paper, width := p.paperSize(), p.pixels
	p.shell.Run("report pages", func(context.Context) (err error) {
		drawn, err = pages.Pictures(d, paper, width)
		return err
	}, func(err error) {
		if err != nil {
			p.fail(err)
			return
		}
		p.shown = d
		p.setReady(true)
		p.state.SetText(lang.N(len(drawn), "%d page, as it will be on paper", "%d pages, as they will be on paper", len(drawn)))
		p.paper.SetPages(drawn, d.Title+". "+joinedLead(d))
		p.all.Refresh()
		p.body.Refresh()
	})
}

func joinedLead(d document.Document) string {
	out := ""
	for _, s := range d.Lead {
		out += s + " "
	}
	return out
}

// document is the report in the words that were chosen.
func (p *Page) document() (d document.Document, err error) {
	err = lang.With(p.tag(), func() { d = report.Build(p.progress, p.options()) })
	return d, err
}

// options are the choices as package report knows them.
func (p *Page) options() report.Options {
	o := report.Options{Author: p.choices.Author}
	for _, name := range p.choices.Parts {
		if part := report.Part(name); slices.Contains(report.Parts(), part) && part != report.PartNotes {
			o.Parts = append(o.Parts, part)
		}
	}
	if slices.Contains(p.choices.Parts, string(report.PartNotes)) {
		o.Notes = p.notes
		if len(o.Parts) == 0 {
			o.Parts = []report.Part{report.PartNotes}
		}
	}
	return o
}

// tag is the language of the report: the window's, with its region, unless another was chosen.
func (p *Page) tag() language.Tag {
	if l := lang.Language(p.choices.Language); slices.Contains(lang.Languages(), l) && l != lang.InUse() {
		return language.Make(string(l))
	}
	return lang.Tag()
}

func (p *Page) paperSize() report.Paper {
	paper, err := report.ParsePaper(p.choices.Paper)
	if err != nil {
		return report.A4
	}
	return paper
}

func (p *Page) format() report.Format {
	f, err := report.ParseFormat(p.choices.Format)
	if err != nil {
		return report.PDF
	}
	return f
}

// onWidth draws the pages sharp at the width they are shown in.
func (p *Page) onWidth(pixels int) {
	p.pixels = pixels
	p.shell.After(0, func() {
		if p.ready && p.pixels == pixels {
			p.draw()
		}
	})
}

// fail says in the place of the pages why there are none.
func (p *Page) fail(err error) {
	_, sentence := kit.Sentence(err)
	p.setReady(false)
	p.state.SetText(sentence)
	p.paper.SetPages(nil, sentence)
	p.all.Refresh()
	p.body.Refresh()
}

func (p *Page) setReady(ready bool) {
	p.ready = ready
	for _, b := range []*widgets.Button{p.save, p.print} {
		if ready {
			b.Enable()
		} else {
			b.Disable()
		}
		b.Refresh()
	}
	if p.choices.Folder == "" {
		p.folder.Disable()
	} else {
		p.folder.Enable()
	}
	p.folder.Refresh()
}

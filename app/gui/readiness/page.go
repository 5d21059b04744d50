package readiness

import (
	"context"
	"errors"
	"fmt"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/planner"
	"milepost/planner/readiness"
)

// Model is what the screen asks of the application.
type Model interface {
	// Readiness estimates as of a day; the zero Date means today.
	Readiness(ctx context.Context, on planner.Date) (app.ReadinessView, error)
	// Explain follows today's estimate step by step.
	Explain(ctx context.Context) (readiness.Explanation, error)
	SitOrPostpone(ctx context.Context) (app.SitView, error)
	ApplyWhatIf(ctx context.Context, s planner.Scenario) (app.RebalanceView, error)
	// WriteFile may be called in the background.
	WriteFile(out string, replace bool, write func(io.Writer) error) error
	SourceModel
}

// The two ways to read the chart.
const (
	asChart = iota
	asTable
)

// Page is the screen of the estimate.
type Page struct {
	shell kit.Shell
	model Model
	view  app.ReadinessView

	content *fyne.Container
	header  *widgets.PageHeader
	body    *fyne.Container
	top     *fyne.Container // chart and chance
	below   *fyne.Container // domains
	all     *fyne.Container // both, and what they rest on
	ways    *widgets.Segmented
	worked  *widgets.Button
	diary   *widgets.Button
	save    *widgets.Button

	figure  *figure
	chance  *chanceCard
	next    *nextCard
	domains *domainsCard
	heat    *heatCard
	sources *sourcesCard
	basis   *basisCard
	sit     *sitCard
	// first stands beside the chart while evidence is thin, tell below once it is not.
	first, tell *tellCard
	beside      *fyne.Container // tell, as wide as the heat map above it
}

var _ kit.Page = (*Page)(nil)

// New makes the page; Reload fills it.
func New(shell kit.Shell, m Model) *Page {
	p := &Page{shell: shell, model: m}
	p.ways = widgets.NewSegmented([]string{lang.T("Chart"), lang.T("Table")}, func(i int) { p.figure.showTable(i == asTable) })
	p.worked = widgets.NewButton(lang.T("How is this worked out?"), p.onWorkedOut)
	p.save = widgets.NewButton(lang.T("Save picture…"), p.onSavePicture)
	p.diary = widgets.NewButton(lang.T("How well has it predicted?"), func() { shell.Open(kit.Diary) })
	p.header = widgets.NewPageHeader(lang.T("Readiness"), "", p.ways, p.worked, p.diary, p.save)
	p.figure = newFigure(shell)
	p.chance = newChanceCard(func() { shell.Open(kit.Mocks) }, func() { shell.Open(kit.Setup) })
	p.next = newNextCard()
	p.domains, p.heat, p.basis = newDomainsCard(), newHeatCard(), newBasisCard()
	p.sources = newSourcesCard(shell, m)
	p.sit = newSitCard(p.onMove)
	p.first, p.tell = newTellCard(), newTellCard()
	beside := container.New(asWideAs{p.heat.card}, widgets.NewFillColumn(look.SpaceCard, p.chance.card, p.next.card, p.first.card))
	p.top = widgets.NewTwoColumnPage(p.figure.card, beside)
	p.below = widgets.NewTwoColumnPage(p.domains.card, p.heat.card)
	p.beside = container.New(asWideAs{p.heat.card}, p.tell.card)
	p.all = widgets.NewFillColumn(look.SpaceCard, p.top, p.below, widgets.NewTwoColumnPage(p.sources.card, p.beside), p.sit.card, p.basis.card)
	p.body = container.NewStack()
	p.content = container.NewStack(widgets.NewScroll(widgets.NewPadded(look.SpacePage,
		widgets.NewFillColumn(look.SpaceCard, p.header, p.body))))
	return p
}

// FocusFirst puts the keyboard to the two ways to look at the estimate.
func (p *Page) FocusFirst() {
	if p.ways.Visible() {
		p.shell.Window().Canvas().Focus(p.ways)
	}
}

// Content is the tree of the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Close has nothing to let go of.
func (p *Page) Close() {}

// Reload estimates again.
func (p *Page) Reload() {
	v, err := p.model.Readiness(context.Background(), planner.Date{})
	switch {
	case errors.Is(err, app.ErrNoStudy):
		p.showNoStudy()
		return
	case err != nil:
		p.shell.Fail(lang.T("The estimate could not be made"), err)
		return
	}
	p.view = v
	p.showActions(true)
	p.body.Objects = []fyne.CanvasObject{p.all}
	if v.Estimate.Evidence.Mocks == 0 && len(v.Failed) == 0 {
		p.body.Objects = []fyne.CanvasObject{p.top} // there is nothing to say of domains yet
	}
	p.header.SetSubtitle(subtitle(v))
	p.figure.show(v)
	p.chance.show(v)
	p.next.show(v)
	p.first.show(v)
	p.tell.show(v)
	p.next.card.Hidden, p.first.card.Hidden, p.beside.Hidden = !enough(v), enough(v), !enough(v)
	p.domains.show(v)
	p.heat.show(v)
	p.sources.reload()
	p.basis.show(v)
	p.showSit()
	p.body.Refresh()
}

// showSit weighs dates; that takes an estimate for each of them.
func (p *Page) showSit() {
	v, err := p.model.SitOrPostpone(context.Background())
	if err != nil {
		p.shell.Fail(lang.T("The dates could not be weighed"), err)
		v = app.SitView{}
	}
	p.sit.show(v)
}

func (p *Page) showNoStudy() {
	p.view = app.ReadinessView{}
	p.showActions(false)
	p.header.SetSubtitle("")
	setUp := widgets.NewPrimaryButton(lang.T("Set up a study"), func() { p.shell.Open(kit.Setup) })
	p.body.Objects = []fyne.CanvasObject{widgets.NewCard("", widgets.NewEmptyState(nil, lang.T("No study yet"),
		lang.T("Choose your exam first. The first mock you record then gives the first estimate."), setUp))}
	p.body.Refresh()
}

func (p *Page) showActions(shown bool) {
	for _, o := range []fyne.CanvasObject{p.ways, p.worked, p.diary, p.save} {
		if shown {
			o.Show()
		} else {
			o.Hide()
		}
	}
}

// subtitle says what is shown and from what.
func subtitle(v app.ReadinessView) string {
	e := v.Estimate.Evidence
	if e.Mocks == 0 {
		return lang.T("Estimated exam score over time, once there is a mock to estimate it from")
	}
	return lang.T("Estimated exam score over time, from %s of %s. Band: 90%% range.",
		lang.N(e.Mocks, "%d mock", "%d mocks", e.Mocks), lang.N(e.Sources, "%d source", "%d sources", e.Sources))
}

// enough reports whether a chance of passing may be told.
func enough(v app.ReadinessView) bool { return v.Estimate.HasForecast }

// byDomain reports whether any mock tells the domains apart.
func byDomain(v app.ReadinessView) bool {
	for _, d := range v.Estimate.Domains {
		if d.Questions > 0 {
			return true
		}
	}
	return false
}

// domainName is "D4 Security Operations", and its position for the colour.
func domainName(v app.ReadinessView, id string) (name string, index int) {
	index = v.Study.DomainIndex(id)
	if index < 0 {
		return id, 0
	}
	return fmt.Sprintf("D%d %s", index+1, v.Study.Domains[index].Name), index
}

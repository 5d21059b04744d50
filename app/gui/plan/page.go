package plan

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/replan"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// Model is what the screen asks of the application.
type Model interface {
	Plan(ctx context.Context) (app.PlanView, error)
	FinishSession(ctx context.Context, id string, minutes int) error
	ReopenSession(ctx context.Context, id string) error
	SkipSession(ctx context.Context, id string) error
	MoveSession(ctx context.Context, id string, to planner.Date) error
	PinSession(ctx context.Context, id string, pinned bool) error
	RemoveSession(ctx context.Context, id string) error
	EditSession(ctx context.Context, s planner.Session) error
	FinishSessions(ctx context.Context, ids []string) error
	ReopenSessions(ctx context.Context, ids []string) error
	SkipSessions(ctx context.Context, ids []string) error
	MoveSessions(ctx context.Context, ids []string, to planner.Date) error
	PinSessions(ctx context.Context, ids []string, pinned bool) error
	RemoveSessions(ctx context.Context, ids []string) error
	LogSession(ctx context.Context, s planner.Session) (planner.Session, error)
	TakeDaysOff(ctx context.Context, r planner.DateRange) error
	CancelDayOff(ctx context.Context, day planner.Date) error
	replan.Model
}

// The views of the plan.
const (
	asCalendar = iota
	asTimeline
	asList
)

// Page is the screen of the plan.
type Page struct {
	shell kit.Shell
	model Model
	view  app.PlanView
	study string       // ID of the study shown; "" for none
	day   planner.Date // the chosen day

	content    *fyne.Container
	header     *widgets.PageHeader
	body       *fyne.Container
	views      *widgets.Segmented
	rebalance  *widgets.Button
	whatIf     *widgets.Button
	columns    *fyne.Container // the view and the cards beside it
	main       *fyne.Container // the calendar, the timeline or the list
	month      *month
	timeline   *timeline
	list       *list
	dayCard    *dayCard
	hours      *hours
	milestones *milestones
}

var (
	_ kit.Page     = (*Page)(nil)
	_ kit.Focuser  = (*Page)(nil)
	_ kit.KeyTaker = (*Page)(nil)
)

// New makes the page; Reload fills it.
func New(shell kit.Shell, m Model) *Page {
	p := &Page{shell: shell, model: m}
	p.views = widgets.NewSegmented([]string{lang.T("Calendar"), lang.T("Timeline"), lang.T("List")}, func(int) { p.showView() })
	p.rebalance = widgets.NewPrimaryButton(lang.T("Rebalance"), p.onRebalance)
	p.whatIf = widgets.NewButton(lang.T("What if…"), p.onWhatIf)
	p.header = widgets.NewPageHeader(lang.T("Plan"), "", p.views, p.whatIf, p.rebalance)
	p.month = newMonth(p.chooseDay, p.enterDay, p.onDragged)
	p.timeline = newTimeline(shell, p.chooseDay)
	p.list = newList(listActions{session: p.onSession, key: p.onListKey, marked: p.onMarked})
	p.dayCard = newDayCard(dayActions{session: p.onSessionKey, menu: p.showMenu, add: p.onAdd, dayOff: p.onDayOff})
	p.hours, p.milestones = newHours(), newMilestones(p.chooseDay)
	p.main = container.New(&viewLayout{page: p}, p.month.content, p.list.content, p.timeline.content)
	aside := widgets.NewColumn(look.SpaceCard, p.dayCard.card, p.hours.card, p.milestones.card)
	p.columns = widgets.NewTwoColumnPage(p.main, aside)
	p.body = container.NewStack()
	p.content = container.New(shrinking{}, widgets.NewScroll(widgets.NewPadded(look.SpacePage,
		widgets.NewFillColumn(look.SpaceCard, p.header, p.body))))
	p.showView()
	return p
}

// Content is the tree of the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Close has nothing to let go of.
func (p *Page) Close() {}

// Reload reads the plan again; the chosen day and the focus stay.
func (p *Page) Reload() {
	v, err := p.model.Plan(context.Background())
	switch {
	case errors.Is(err, app.ErrNoStudy):
		p.showNoStudy()
		return
	case err != nil:
		p.shell.Fail(lang.T("The plan could not be read"), err)
		return
	}
	if p.study != v.Study.ID || p.view.Today != v.Today && p.day == p.view.Today {
		p.day = v.Today // a new study, or a new day while today was chosen
	}
	if p.study == "" {
		p.body.Objects = []fyne.CanvasObject{p.columns}
		p.body.Refresh()
	}
	p.study, p.view = v.Study.ID, v
	p.views.Show()
	p.rebalance.Show()
	p.whatIf.Show()
	p.show()
}

// show brings everything that is seen up to date.
func (p *Page) show() {
	p.header.SetSubtitle(subtitle(p.view))
	p.showView()
	p.dayCard.show(p.view, p.day)
	p.hours.show(p.view)
	p.milestones.show(p.view)
}

// showView brings calendar, timeline and list up to date; which of them is seen is a matter of viewLayout.
func (p *Page) showView() {
	p.month.show(p.view, p.day)
	p.timeline.show(p.view)
	p.list.show(p.view)
	p.main.Refresh()
	p.columns.Refresh()
}

func (p *Page) showNoStudy() {
	p.study, p.view = "", app.PlanView{}
	p.header.SetSubtitle("")
	p.views.Hide()
	p.rebalance.Hide()
	p.whatIf.Hide()
	setUp := widgets.NewPrimaryButton(lang.T("Set up a study"), func() { p.shell.Open(kit.Setup) })
	p.body.Objects = []fyne.CanvasObject{widgets.NewCard("", widgets.NewEmptyState(nil, lang.T("No plan yet"),
		lang.T("Choose your exam, its date and the hours you really have. The plan is made while you type."), setUp))}
	p.body.Refresh()
}

// subtitle sums the plan up: "112 days · 6 milestones · 87 sessions left · cushion +6 h 30".
func subtitle(v app.PlanView) string {
	out := lang.T("%s · %s · %s left", lang.N(v.DaysTotal, "%d day", "%d days", v.DaysTotal),
		lang.N(len(v.Milestones), "%d milestone", "%d milestones", len(v.Milestones)), lang.N(v.LeftCount, "%d session", "%d sessions", v.LeftCount))
	if v.Check.Verdict == planner.ExamPassed {
		return lang.T("%s · the exam date has passed", out)
	}
	return lang.T("%s · cushion %s", out, phrase.Signed(v.Check.CushionMinutes))
}

// chooseDay shows another day.
func (p *Page) chooseDay(d planner.Date) {
	if d == p.day {
		return
	}
	p.day = d
	p.month.show(p.view, d)
	p.dayCard.show(p.view, d)
}

// enterDay puts the keyboard on the first session of a day.
func (p *Page) enterDay(d planner.Date) {
	p.chooseDay(d)
	p.dayCard.focusFirst()
}

// FocusFirst puts the keyboard into what is shown of the plan.
func (p *Page) FocusFirst() {
	if p.study == "" {
		return
	}
	switch {
	case p.month.content.Visible():
		p.month.takeFocus()
	case p.timeline.content.Visible():
		p.timeline.takeFocus(p.shell.Window().Canvas())
	default:
		p.list.takeFocus()
	}
}

// TakeKey gives the arrow keys to the calendar when nothing has the focus.
func (p *Page) TakeKey(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyEscape:
		p.FocusFirst()
		return true
	}
	return false
}

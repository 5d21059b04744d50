// Package today is the first screen: the one thing to do now, whether it will be enough, and how sure that is.
//
// [Page] reads the day and chooses the page that goes with it. Its cards are in now.go (the thing to do), timed.go (what is timed, also
// by a program that has ended since), sessions.go (the rest of today and the days ahead), aside.go (the figures), examday.go (the exam day) and afterwards.go (how it went, and the way to another sitting).
package today

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/replan"
	"milepost/app/gui/sessionform"
	"milepost/app/gui/sitting"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// Model is what the screen asks of the application.
type Model interface {
	TodayView(ctx context.Context) (app.TodayView, error)
	Plan(ctx context.Context) (app.PlanView, error)
	FinishSession(ctx context.Context, id string, minutes int) error
	ReopenSession(ctx context.Context, id string) error
	SkipSession(ctx context.Context, id string) error
	MoveSession(ctx context.Context, id string, to planner.Date) error
	LogSession(ctx context.Context, s planner.Session) (planner.Session, error)
	KeepTimer(ctx context.Context, t app.Timer) error
	LogTimer(ctx context.Context, t app.Timer) error
	ForgetTimer(ctx context.Context, t app.Timer) error
	replan.Model
	sitting.Recorder
	sitting.Planner
	Retake(ctx context.Context) (app.RetakeView, error)
}

// Page is the screen of today.
type Page struct {
	shell   kit.Shell
	model   Model
	view    app.TodayView
	plan    app.PlanView // for the days ahead
	ready   bool         // a study is shown
	content *fyne.Container
	inner   *fyne.Container
	timer   *timer
	first   fyne.Focusable
	over    bool // the person said on the exam day that it is over
}

var (
	_ kit.Page    = (*Page)(nil)
	_ kit.Focuser = (*Page)(nil)
)

// New makes the page; Reload fills it.
func New(shell kit.Shell, m Model) *Page {
	p := &Page{shell: shell, model: m, inner: container.NewStack()}
	p.timer = newTimer(shell, func(id string, minutes int) { p.finish(id, minutes) }, p.noteTimer)
	p.content = container.NewStack(widgets.NewScroll(widgets.NewPadded(look.SpacePage, p.inner)))
	return p
}

// Content is the tree of the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Close writes down what is being timed, and stops the timer.
func (p *Page) Close() { p.timer.close() }

// FocusFirst puts the keyboard on the thing to do now.
func (p *Page) FocusFirst() {
	if p.first != nil {
		p.shell.Window().Canvas().Focus(p.first)
	}
}

// Reload reads the day again.
func (p *Page) Reload() {
	p.timer.settle()
	err := p.read()
	p.ready, p.first = err == nil, nil
	switch {
	case errors.Is(err, app.ErrNoStudy):
		setUp := widgets.NewPrimaryButton(lang.T("Set up a study"), func() { p.shell.Open(kit.Setup) })
		p.first = setUp
		p.put(widgets.NewCard("", widgets.NewEmptyState(nil, lang.T("Nothing is planned yet"),
			lang.T("Choose your exam, its date and the hours you really have. The plan is made while you type."), setUp)))
		return
	case err != nil:
		p.shell.Fail(lang.T("The day could not be read"), err)
		return
	}
	p.followTimer()
	p.put(p.page())
	p.keepFocus()
}

// keepFocus gives the keyboard to the thing to do now when nothing has it: what had it may have gone with the news. A page that is about to be shown waits for that.
func (p *Page) keepFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.inner); c != nil && c.Focused() == nil && c.Overlays().Top() == nil {
		p.FocusFirst()
	}
}

// read asks for the day and for the days ahead.
func (p *Page) read() error {
	ctx := context.Background()
	view, err := p.model.TodayView(ctx)
	if err != nil {
		return err
	}
	plan, err := p.model.Plan(ctx)
	if err != nil {
		return err
	}
	p.view, p.plan = view, plan
	return nil
}

func (p *Page) put(o fyne.CanvasObject) {
	p.inner.Objects = []fyne.CanvasObject{o}
	p.inner.Refresh()
}

// page is everything there is to see of the day.
func (p *Page) page() fyne.CanvasObject {
	switch {
	case p.view.DaysLeft == 0 && p.view.Sitting == nil && !p.over:
		return p.examDay()
	case p.view.DaysLeft <= 0:
		return p.afterExam()
	}
	var main []fyne.CanvasObject
	if p.view.Missed > 0 {
		main = append(main, p.welcomeBack())
	}
	if p.leftTimed() {
		main = append(main, p.timedCard())
	}
	main = append(main, p.nowCard())
	if len(p.view.Also) > 0 || p.view.Next != nil && p.bufferWorthTelling() {
		main = append(main, p.alsoCard())
	}
	if coming := p.comingCard(); coming != nil {
		main = append(main, coming)
	}
	if ms := p.view.NextMilestone; ms != nil && ms.Total > 0 {
		main = append(main, milestoneCard(p.view))
	}
	header := widgets.NewPageHeader(lang.Capital(phrase.WeekdayDay(p.view.Today)), subtitle(p.view), p.actions()...)
	aside := []fyne.CanvasObject{p.chanceCard(), cushionCard(p.view)}
	if week := weekCard(p.view); week != nil {
		aside = append(aside, week)
	}
	return widgets.NewColumn(look.SpaceCard, header, widgets.NewTwoColumnPage(widgets.NewColumn(look.SpaceCard, main...), widgets.NewColumn(look.SpaceCard, aside...)))
}

// subtitle sums the day up.
func subtitle(v app.TodayView) string {
	out := ""
	switch {
	case v.DaysLeft == 0:
		out = lang.T("Exam day. Nothing more is planned: go early, and trust what you have done.")
	case v.DayCount < 1:
		out = lang.T("Your study begins %s, on %s", phrase.DaysFromNow(v.Today, v.Study.Start), phrase.WeekdayDay(v.Study.Start))
	default:
		out = lang.T("Day %d of %d · %s planned today, %s done", v.DayCount, v.Days, phrase.Duration(v.PlannedMin), phrase.Duration(v.DoneMin))
	}
	if v.Study.Sample {
		out = lang.T("Sample data · %s", out)
	}
	return out
}

func (p *Page) actions() []fyne.CanvasObject {
	record := widgets.NewPrimaryButton(lang.T("Record a mock"), func() { p.shell.Open(kit.Mocks) })
	return []fyne.CanvasObject{widgets.NewButton(lang.T("Log a session"), p.LogSession), record}
}

// LogSession asks what was studied.
func (p *Page) LogSession() {
	if !p.ready {
		return
	}
	sessionform.Add(p.shell, p.model, sessionform.AddSpec{Study: p.view.Study, Today: p.view.Today, Day: p.view.Today, ChooseDay: true})
}

// welcomeBack meets an absence with one action and no reproach.
func (p *Page) welcomeBack() fyne.CanvasObject {
	words := lang.T("%s, %s, from the days behind you. Missed days are normal: the plan adapts.",
		lang.N(p.view.Missed, "%d session was left", "%d sessions were left", p.view.Missed), phrase.Duration(p.view.MissedMin))
	ways := widgets.NewFlow(look.Space)
	for _, way := range []struct {
		text string
		way  planner.Backlog
	}{{lang.T("Spread it over the coming days"), planner.BacklogSpread}, {lang.T("Shift everything later"), planner.BacklogShift}, {lang.T("Drop the least valuable"), planner.BacklogDrop}} {
		ways.Add(widgets.NewButton(way.text, func() { replan.Rebalance(p.shell, p.model, way.way) }))
	}
	return widgets.NewCard(lang.T("Welcome back"), widgets.NewColumn(look.SpaceCard, widgets.NewParagraph(words, widgets.StyleBody), ways))
}

// onPlanAgain repairs the plan, after showing how.
func (p *Page) onPlanAgain() { replan.Rebalance(p.shell, p.model, planner.BacklogRepair) }

// do does something that can be undone, and tells how it went. The page is made anew by the news of it, so the keyboard
// goes from what may no longer be there to the next thing to do.
func (p *Page) do(failed, told string, fn func(context.Context) error) (ok bool) {
	if err := fn(context.Background()); err != nil {
		p.shell.Fail(failed, err)
		return false
	}
	c := p.shell.Window().Canvas()
	if c.Focused() != nil {
		c.Unfocus()
		p.FocusFirst()
	}
	p.shell.SayUndoable(told)
	return true
}

// finish logs a session; 0 minutes means as planned.
func (p *Page) finish(id string, minutes int) (ok bool) {
	return p.do(lang.T("The session could not be saved"), lang.T("Well done. Logged."), func(ctx context.Context) error { return p.model.FinishSession(ctx, id, minutes) })
}

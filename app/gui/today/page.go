// Package today is the first screen: the one thing to do now, whether it will be enough, and how sure that is.
package today

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/sessionform"
	"milepost/app/gui/widgets"
	"milepost/app/phrase"
	"milepost/planner"
)

// Model is what the screen asks of the application.
type Model interface {
	TodayView(ctx context.Context) (app.TodayView, error)
	FinishSession(ctx context.Context, id string, minutes int) error
	ReopenSession(ctx context.Context, id string) error
	SkipSession(ctx context.Context, id string) error
	MoveSession(ctx context.Context, id string, to planner.Date) error
	LogSession(ctx context.Context, s planner.Session) (planner.Session, error)
	PlanAgain(ctx context.Context) error
}

// Page is the screen of today.
type Page struct {
	shell   kit.Shell
	model   Model
	view    app.TodayView
	ready   bool // a study is shown
	content *fyne.Container
	inner   *fyne.Container
	timer   *timer
	first   fyne.Focusable
}

var (
	_ kit.Page    = (*Page)(nil)
	_ kit.Focuser = (*Page)(nil)
)

// New makes the page; Reload fills it.
func New(shell kit.Shell, m Model) *Page {
	p := &Page{shell: shell, model: m, inner: container.NewStack()}
	p.timer = newTimer(shell, p.finish)
	p.content = container.NewStack(widgets.NewScroll(widgets.NewPadded(look.SpacePage, p.inner)))
	return p
}

// Content is the tree of the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Close stops the timer.
func (p *Page) Close() { p.timer.stop() }

// FocusFirst puts the keyboard on the thing to do now.
func (p *Page) FocusFirst() {
	if p.first != nil {
		p.shell.Window().Canvas().Focus(p.first)
	}
}

// Reload reads the day again.
func (p *Page) Reload() {
	v, err := p.model.TodayView(context.Background())
	p.ready, p.first = err == nil, nil
	switch {
	case errors.Is(err, app.ErrNoStudy):
		setUp := widgets.NewPrimaryButton("Set up a study", func() { p.shell.Open(kit.Setup) })
		p.first = setUp
		p.put(widgets.NewCard("", widgets.NewEmptyState(nil, "Nothing is planned yet",
			"Choose your exam, its date and the hours you really have. The plan is made while you type.", setUp)))
		return
	case err != nil:
		p.shell.Fail("The day could not be read", err)
		return
	}
	p.view = v
	p.timer.belongsTo(v.Now)
	p.put(p.page())
}

func (p *Page) put(o fyne.CanvasObject) {
	p.inner.Objects = []fyne.CanvasObject{o}
	p.inner.Refresh()
}

// page is everything there is to see of the day.
func (p *Page) page() fyne.CanvasObject {
	header := widgets.NewPageHeader(phrase.WeekdayDay(p.view.Today), subtitle(p.view), p.actions()...)
	var main []fyne.CanvasObject
	if p.view.Missed > 0 {
		main = append(main, p.welcomeBack())
	}
	main = append(main, p.nowCard())
	if len(p.view.Also) > 0 || p.view.FreeMin > 0 {
		main = append(main, p.alsoCard())
	}
	if p.view.NextMilestone != nil {
		main = append(main, milestoneCard(p.view))
	}
	aside := widgets.NewColumn(look.SpaceCard, p.chanceCard(), cushionCard(p.view), weekCard(p.view))
	return widgets.NewColumn(look.SpaceCard, header, widgets.NewTwoColumnPage(widgets.NewColumn(look.SpaceCard, main...), aside))
}

// subtitle sums the day up.
func subtitle(v app.TodayView) string {
	switch {
	case v.DaysLeft == 0:
		return "Exam day. Nothing more is planned: go early, and trust what you have done."
	case v.DaysLeft < 0:
		return "The exam was on " + phrase.Date(v.Study.ExamDate) + ". For another sitting, give the study a new date."
	}
	out := fmt.Sprintf("Day %d of %d · %s planned today, %s done", v.DayCount, v.Days, phrase.Duration(v.PlannedMin), phrase.Duration(v.DoneMin))
	if v.Study.Sample {
		out = "Sample data · " + out
	}
	return out
}

func (p *Page) actions() []fyne.CanvasObject {
	record := widgets.NewPrimaryButton("Record a mock", func() { p.shell.Open(kit.Mocks) })
	return []fyne.CanvasObject{widgets.NewButton("Log a session", p.LogSession), record}
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
	words := fmt.Sprintf("%s, %s, from the days behind you. Missed days are normal: the plan adapts.",
		phrase.Count(p.view.Missed, "session was left", "sessions were left"), phrase.Duration(p.view.MissedMin))
	again := widgets.NewPrimaryButton("Plan again from today", func() {
		p.do("The plan could not be made again", "Planned again from today", func(ctx context.Context) error { return p.model.PlanAgain(ctx) })
	})
	return widgets.NewCard("Welcome back", widgets.NewColumn(look.SpaceCard, widgets.NewParagraph(words, widgets.StyleBody), widgets.NewRow(look.Space, again)))
}

// do does something that can be undone, and tells how it went.
func (p *Page) do(failed, told string, fn func(context.Context) error) {
	if err := fn(context.Background()); err != nil {
		p.shell.Fail(failed, err)
		return
	}
	p.shell.SayUndoable(told)
}

// finish logs a session; 0 minutes means as planned.
func (p *Page) finish(id string, minutes int) {
	p.do("The session could not be saved", "Well done. Logged.", func(ctx context.Context) error { return p.model.FinishSession(ctx, id, minutes) })
}

package diary

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
)

// Model is what the screen asks of the application.
type Model interface {
	Diary(ctx context.Context) (app.DiaryView, error)
	GuessNext(ctx context.Context, percent float64) error
	TakeGuessBack(ctx context.Context) error
}

// cardWidth is the least width of a card with a figure beside another, in logical pixels.
const cardWidth = 420

// Page is the screen of the prediction diary.
type Page struct {
	shell kit.Shell
	model Model

	content *fyne.Container
	header  *widgets.PageHeader
	body    *fyne.Container
	all     fyne.CanvasObject
	shown   bool // the card of the guess is on the page

	score *scoreCard
	mocks *mocksCard
	days  *daysCard
	guess *guessCard
	exam  *examCard
}

var (
	_ kit.Page    = (*Page)(nil)
	_ kit.Focuser = (*Page)(nil)
)

// New makes the page; Reload fills it.
func New(shell kit.Shell, m Model) *Page {
	p := &Page{shell: shell, model: m}
	back := widgets.NewButton(lang.T("Back to Readiness"), func() { shell.Open(kit.Readiness) })
	p.header = widgets.NewPageHeader(lang.T("Prediction diary"),
		lang.T("How well has this been predicting for you? Each forecast is written down once and never changed; here it meets its result."), back)
	p.score, p.mocks = newScoreCard(shell), newMocksCard()
	p.days, p.exam = newDaysCard(shell), newExamCard()
	p.guess = newGuessCard(p.onGuess, p.onTakeBack)
	p.all = widgets.NewFillColumn(look.SpaceCard,
		widgets.NewTwoColumnPage(p.score.card, widgets.NewFillColumn(look.SpaceCard, p.guess.card, p.exam.card)),
		widgets.NewEqualColumns(look.SpaceCard, cardWidth, p.mocks.card, p.days.card))
	p.body = container.NewStack()
	p.content = container.NewStack(widgets.NewScroll(widgets.NewPadded(look.SpacePage, widgets.NewFillColumn(look.SpaceCard, p.header, p.body))))
	return p
}

// Content is the tree of the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Close has nothing to let go of.
func (p *Page) Close() {}

// FocusFirst puts the keyboard where the next guess is asked for.
func (p *Page) FocusFirst() {
	if p.shown && p.guess.asking {
		p.shell.Window().Canvas().Focus(p.guess.field)
	}
}

// Reload reads the diary again.
func (p *Page) Reload() {
	v, err := p.model.Diary(context.Background())
	switch {
	case errors.Is(err, app.ErrNoStudy):
		p.showEmpty(lang.T("No study yet"), lang.T("Choose your exam first. The diary then begins with your first mock."), lang.T("Set up a study"), kit.Setup)
		return
	case err != nil:
		p.shell.Fail(lang.T("The diary could not be read"), err)
		return
	case len(v.Mocks) == 0 && len(v.Days) == 0 && !v.Next.Known:
		p.showEmpty(lang.T("The diary begins with your first mock"),
			lang.T("From then on each day's forecast of the exam is written down, and so is what to expect of each mock before its result. Here you will see how well that has worked for you."),
			lang.T("Record a mock"), kit.Mocks, p.guess.card)
		p.guess.show(v)
		p.shown = true
		return
	}
	p.score.show(v)
	p.mocks.show(v)
	p.days.show(v)
	p.guess.show(v)
	p.exam.show(v)
	p.shown = true
	p.body.Objects = []fyne.CanvasObject{p.all}
	p.body.Refresh()
}

// showEmpty says what will be here and the one thing to do about it; below it is what is of use already.
func (p *Page) showEmpty(title, sentence, action string, to kit.Route, below ...fyne.CanvasObject) {
	button := widgets.NewPrimaryButton(action, func() { p.shell.Open(to) })
	card := widgets.NewCard("", widgets.NewEmptyState(nil, title, sentence, button))
	p.body.Objects = []fyne.CanvasObject{widgets.NewColumn(look.SpaceCard, append([]fyne.CanvasObject{card}, below...)...)}
	p.body.Refresh()
	p.shown = false
}

// onGuess stores what somebody expects of their next mock.
func (p *Page) onGuess(percent int) {
	if err := p.model.GuessNext(context.Background(), float64(percent)); err != nil {
		p.shell.Fail(lang.T("The guess could not be stored"), err)
		return
	}
	p.shell.SayUndoable(lang.T("Noted. Your guess goes with the next mock you record"))
}

func (p *Page) onTakeBack() {
	if err := p.model.TakeGuessBack(context.Background()); err != nil {
		p.shell.Fail(lang.T("The guess could not be taken back"), err)
		return
	}
	p.shell.SayUndoable(lang.T("Your guess is taken back"))
}

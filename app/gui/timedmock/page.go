// Package timedmock is the screen on which a mock is taken against the clock: how much time is left, how many questions are answered and
// how many should be, with pauses and breaks on the record.
//
// [Page] keeps the clock: it notes the mock at every step and once a minute, so that a program that is killed loses less than a minute of it. start.go asks what is
// taken, desk.go is what lies beside the questions meanwhile, and pace.go tells how it goes. What a mock against the clock is stands in package app.
package timedmock

import (
	"context"
	"errors"
	"log/slog"
	"time"

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
	TimedMock(ctx context.Context) (app.TimedMockView, error)
	KeepTimedMock(ctx context.Context, t app.TimedMock) error
	ForgetTimedMock(ctx context.Context, study string) error
}

// Page is the screen of a timed mock. Its clock goes on while other screens are open.
type Page struct {
	shell kit.Shell
	model Model
	view  app.TimedMockView

	mock   *app.TimedMock // under way, or over and not recorded; nil: none
	kept   bool           // the mock stands in the data file
	noted  time.Time
	cancel func()

	content *fyne.Container
	inner   *fyne.Container
	start   *startForm // nil while a mock is under way
	desk    *desk      // nil while none is
	first   fyne.Focusable
}

var (
	_ kit.Page     = (*Page)(nil)
	_ kit.Focuser  = (*Page)(nil)
	_ kit.Saver    = (*Page)(nil)
	_ kit.KeyTaker = (*Page)(nil)
)

// noteEvery is how often a running mock is written down.
const noteEvery = time.Minute

// New makes the page; Reload fills it.
func New(shell kit.Shell, m Model) *Page {
	p := &Page{shell: shell, model: m, inner: container.NewStack()}
	p.content = container.NewStack(widgets.NewScroll(widgets.NewPadded(look.SpacePage, p.inner)))
	return p
}

// Content is the tree of the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Close writes the mock down as it stands, and stops the clock.
func (p *Page) Close() {
	p.settle()
	p.stop()
}

// FocusFirst puts the keyboard where it is needed most.
func (p *Page) FocusFirst() {
	if p.first != nil {
		p.shell.Window().Canvas().Focus(p.first)
	}
}

// Reload reads what is under way. A form that is being filled in stays as it is.
func (p *Page) Reload() {
	p.settle()
	v, err := p.model.TimedMock(context.Background())
	switch {
	case errors.Is(err, app.ErrNoStudy):
		p.leave()
		setUp := widgets.NewPrimaryButton(lang.T("Set up a study"), func() { p.shell.Open(kit.Setup) })
		p.first = setUp
		p.put(widgets.NewCard("", widgets.NewEmptyState(nil, lang.T("No study yet"), lang.T("A mock belongs to a study. Choose your exam first; it takes two minutes."), setUp)))
		return
	case err != nil:
		p.shell.Fail(lang.T("The timed mock could not be read"), err)
		return
	}
	moved := v.Study.ID != p.view.Study.ID
	p.view = v
	if moved {
		p.leave()
	}
	p.follow()
	switch {
	case p.mock == nil && p.start != nil:
		p.start.refresh(v)
	case p.mock != nil && p.desk != nil && p.desk.built == p.mock.State:
		p.desk.show()
	default:
		p.show()
	}
}

// follow takes over what stands in the data file: a mock that was noted by a program that has ended, or none once its result is recorded.
func (p *Page) follow() {
	switch {
	case p.mock == nil && p.view.Mock != nil:
		mock := p.view.Mock.TakeUp(p.shell.Now())
		p.mock = &mock
		p.keep()
	case p.mock != nil && p.view.Mock == nil && p.kept:
		p.leave()
	}
}

// leave lets go of a mock: it belongs to another study, or is recorded.
func (p *Page) leave() {
	p.stop()
	p.mock, p.start, p.desk, p.kept = nil, nil, nil, false
}

// show builds what goes with the state of the mock.
func (p *Page) show() {
	p.start, p.desk, p.first = nil, nil, nil
	switch {
	case p.mock == nil:
		p.start = newStartForm(p.view, p.begin)
		p.first = p.start.first
		p.put(widgets.NewColumn(look.SpaceCard, widgets.NewPageHeader(lang.T("Timed mock"), lang.T("Milepost keeps the clock while you answer the questions in your book or question bank.")), p.start.content))
	case p.mock.State == app.ClockOver:
		p.put(p.overPage())
	default:
		p.desk = newDesk(p)
		p.first = p.desk.answered
		p.put(widgets.NewColumn(look.SpaceCard, widgets.NewPageHeader(lang.T("Timed mock"), p.subtitle()), p.desk.content))
		p.tick()
	}
}

func (p *Page) put(o fyne.CanvasObject) {
	p.inner.Objects = []fyne.CanvasObject{o}
	p.inner.Refresh()
}

// begin starts the clock.
func (p *Page) begin(t app.TimedMock) {
	t.Day = p.view.Today
	mock, err := app.StartMock(t, p.shell.Now())
	if err != nil {
		p.start.complain(err)
		return
	}
	p.mock = &mock
	p.step(nil)
}

// step does something with the mock, writes it down and shows what has become of it.
func (p *Page) step(do func(now time.Time)) {
	if do != nil {
		do(p.shell.Now())
	}
	p.keep()
	p.show()
	p.FocusFirst()
}

// keep writes the mock down. That it cannot be is no reason to disturb anybody in the middle of an exam; it is tried again.
func (p *Page) keep() {
	err := p.model.KeepTimedMock(context.Background(), *p.mock)
	p.kept, p.noted = err == nil, p.shell.Now()
	if err != nil {
		slog.Warn("the timed mock was not noted", "error", err)
	}
}

// settle counts the time up to now and writes it down.
func (p *Page) settle() {
	if p.mock == nil || p.mock.State == app.ClockOver || p.mock.Seen.Equal(p.shell.Now()) {
		return
	}
	p.mock.Tick(p.shell.Now())
	p.keep()
}

// tick keeps the clock going.
func (p *Page) tick() {
	p.stop()
	p.cancel = p.shell.After(time.Second, func() {
		p.cancel = nil
		if p.mock == nil || p.desk == nil {
			return
		}
		p.mock.Tick(p.shell.Now())
		if p.shell.Now().Sub(p.noted) >= noteEvery {
			p.keep()
		}
		p.desk.show()
		p.tick()
	})
}

func (p *Page) stop() {
	if p.cancel != nil {
		p.cancel()
		p.cancel = nil
	}
}

// Save starts the clock, or goes on to the result.
func (p *Page) Save() {
	switch {
	case p.start != nil:
		p.start.submit()
	case p.mock != nil && p.mock.State == app.ClockOver:
		p.record()
	}
}

// TakeKey hears the keys of the desk where no field wants them.
func (p *Page) TakeKey(key fyne.KeyName) bool {
	if p.desk != nil {
		return p.desk.key(key)
	}
	if p.start != nil && (key == fyne.KeyReturn || key == fyne.KeyEnter) {
		p.start.submit()
		return true
	}
	return false
}

// finish ends the mock, after asking when that seems early.
func (p *Page) finish() {
	p.mock.Tick(p.shell.Now())
	if open := p.mock.Questions - p.mock.Answered; open > 0 && p.mock.Left() > 0 {
		sure := false
		widgets.ShowDialog(p.shell.Window(), widgets.DialogSpec{
			Title: lang.T("Finish now?"), Confirm: lang.T("Finish"), Cancel: lang.T("Go on"),
			Content:   widgets.NewParagraph(openWords(open, p.mock.Left()), widgets.StyleBody),
			OnConfirm: func() error { sure = true; return nil },
			Return: func() {
				if !sure {
					p.FocusFirst()
					return
				}
				p.finished() // once the dialog has gone: the keyboard goes on to another screen
			},
		})
		return
	}
	p.finished()
}

// finished goes straight on to the result.
func (p *Page) finished() {
	p.stop()
	p.mock.Finish(p.shell.Now())
	p.keep()
	p.show()
	p.record()
}

// record hands what is known to the form of a mock.
func (p *Page) record() { p.shell.RecordMock(p.mock.Draft()) }

// discard forgets the mock, after asking.
func (p *Page) discard() {
	widgets.ShowDialog(p.shell.Window(), widgets.DialogSpec{
		Title: lang.T("Discard this mock?"), Confirm: lang.T("Discard"), Cancel: lang.T("Keep it"), Danger: true,
		Content: widgets.NewParagraph(lang.T("Its time and pace are forgotten, and nothing is recorded. A mock that was broken off says little, so that is no loss."), widgets.StyleBody),
		OnConfirm: func() error {
			if err := p.model.ForgetTimedMock(context.Background(), p.mock.Study); err != nil {
				return kit.Plain(err)
			}
			p.leave()
			p.show()
			return nil
		},
		Return: p.FocusFirst,
	})
}

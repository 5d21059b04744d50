package today

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// followTimer takes up what was timed when the program ended, and lets the timer belong to the thing to do now.
func (p *Page) followTimer() {
	if p.view.TimedNow {
		p.timer.takeUp(*p.view.Timed)
	}
	p.keepTimed()
	p.timer.belongsTo(p.view.Study.ID, p.view.Now)
}

// keepTimed keeps the session that is being timed the thing to do now, even when the plan has put another one before it, or
// midnight has passed over it: minutes that were studied must not get lost.
func (p *Page) keepTimed() {
	id := p.timer.session.ID
	if !p.timer.started() || p.timer.study != p.view.Study.ID || p.view.Now != nil && p.view.Now.ID == id {
		return
	}
	for i, s := range p.view.Also {
		if s.ID == id && s.Status == planner.Planned && p.view.Now != nil {
			p.view.Now, p.view.Also[i] = &s, *p.view.Now
			return
		}
	}
	for _, s := range p.plan.Sessions {
		if s.ID == id && s.Status == planner.Missed && p.timer.running() {
			if p.view.Now != nil {
				p.view.Also = append([]app.SessionView{*p.view.Now}, p.view.Also...)
			}
			p.view.Now = &s
			return
		}
	}
}

// noteTimer writes down how the timer stands. That it cannot be is no reason to disturb anybody who studies: logging will say so.
func (p *Page) noteTimer(t app.Timer) {
	if err := p.model.KeepTimer(context.Background(), t); err != nil {
		slog.Warn("the timer was not noted", "error", err)
	}
}

// onTimer starts, pauses or goes on. What another session has left over is logged before its note gives way to this one's.
func (p *Page) onTimer() {
	if !p.timer.started() && p.leftTimed() && !p.logTimed() {
		return
	}
	p.timer.toggle()
}

// leftTimed reports whether minutes were timed that belong to none of today's sessions any more.
func (p *Page) leftTimed() bool {
	t := p.view.Timed
	return t != nil && !p.view.TimedNow && t.Minutes() > 0 && t.Session.ID != p.timer.session.ID
}

// logTimed logs what is left over.
func (p *Page) logTimed() (ok bool) {
	t := *p.view.Timed
	return p.do(lang.T("The minutes could not be saved"), lang.T("%s logged.", phrase.Duration(t.Minutes())), func(ctx context.Context) error { return p.model.LogTimer(ctx, t) })
}

// timedCard asks what is to become of minutes that were timed and never logged.
func (p *Page) timedCard() fyne.CanvasObject {
	t := *p.view.Timed
	words := lang.T("%s, %s: the timer stood at %s.",
		timedName(p.view.Study, t.Session), phrase.WeekdayDay(planner.DateOf(t.Seen)), phrase.Duration(t.Minutes()))
	forget := widgets.NewQuietButton(lang.T("Forget it"), func() {
		if err := p.model.ForgetTimer(context.Background(), t); err != nil {
			p.shell.Fail(lang.T("The minutes could not be forgotten"), err)
			return
		}
		p.Reload()
		p.FocusFirst()
	})
	return widgets.NewCard(lang.T("Studied, and not logged"), widgets.NewColumn(look.SpaceCard, widgets.NewParagraph(words, widgets.StyleBody),
		widgets.NewFlow(look.Space, widgets.NewButton(lang.T("Log %s", phrase.Duration(t.Minutes())), func() { p.logTimed() }), forget)))
}

// timedName names a session that may no longer be in the plan.
func timedName(s planner.Study, x planner.Session) string {
	name := phrase.Activity(x.Activity)
	if i := s.DomainIndex(x.Domain); i >= 0 {
		name += fmt.Sprintf(" D%d %s", i+1, s.Domains[i].Name)
	}
	return name
}

// gapRow offers to count the time during which the program was closed over a running timer.
func (p *Page) gapRow() *fyne.Container {
	since := p.timer.gap.Round(time.Minute)
	words := lang.T("The timer was running when Milepost was closed at %s.", p.timer.closed.Format("15:04"))
	count := widgets.NewButton(lang.T("Count the %s since", phrase.Duration(int(since/time.Minute))), p.timer.countGap)
	count.Compact = true
	return widgets.NewFlow(look.Space, widgets.NewText(words, widgets.StyleMuted), count)
}

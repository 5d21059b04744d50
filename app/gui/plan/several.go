package plan

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/sessionform"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// chosen are the sessions that are chosen in the list.
func (p *Page) chosen() []app.SessionView {
	byID := make(map[string]app.SessionView, len(p.view.Sessions))
	for _, s := range p.view.Sessions {
		byID[s.ID] = s
	}
	var out []app.SessionView
	for _, id := range p.list.table.Marked() {
		if s, ok := byID[id]; ok {
			out = append(out, s)
		}
	}
	return out
}

// onMarked offers what can be done with the sessions that were chosen together.
func (p *Page) onMarked() {
	chosen := p.chosen()
	if len(chosen) < 2 {
		p.list.bar.Offer("")
		return
	}
	minutes := 0
	for _, s := range chosen {
		minutes += s.Minutes
	}
	var offers []widgets.Offer
	for _, a := range p.actionsForAll(chosen) {
		offers = append(offers, widgets.Offer{Text: a.text, Do: a.run})
	}
	p.list.bar.Offer(lang.N(len(chosen), "%d session", "%d sessions", len(chosen))+" · "+phrase.Duration(minutes), offers...)
}

// onListKey does what a key stands for with what is chosen in the list; it reports false for keys that stand for nothing here.
func (p *Page) onListKey(key fyne.KeyName) bool {
	actions := []action{}
	switch chosen := p.chosen(); len(chosen) {
	case 0:
	case 1:
		actions = p.actionsFor(chosen[0])
	default:
		actions = p.actionsForAll(chosen)
	}
	for _, a := range actions {
		if a.key == key {
			a.run()
			return true
		}
	}
	return false
}

// actionsForAll lists what can be done with several sessions at once. What fits only some of them says how many, and is done with those.
func (p *Page) actionsForAll(chosen []app.SessionView) []action {
	var out []action
	add := func(key fyne.KeyName, text string, fits func(app.SessionView) bool, run func(ids []string)) {
		var ids []string
		for _, s := range chosen {
			if fits(s) {
				ids = append(ids, s.ID)
			}
		}
		if len(ids) == 0 {
			return
		}
		if len(ids) < len(chosen) {
			text = fmt.Sprintf("%s (%d)", text, len(ids))
		}
		out = append(out, action{key, text, func() { run(ids); p.list.takeFocus() }})
	}
	open := func(s app.SessionView) bool { return s.Status == planner.Planned || s.Status == planner.Missed }
	ahead := func(s app.SessionView) bool { return s.Status == planner.Planned }
	add(fyne.KeyD, lang.T("Done"), func(s app.SessionView) bool { return open(s) && !s.Date.After(p.view.Today) }, p.onDoneAll)
	add(fyne.KeyS, lang.T("Skip"), open, p.onSkipAll)
	add(fyne.KeyR, lang.T("Reopen"), func(s app.SessionView) bool { return !open(s) }, p.onReopenAll)
	add(fyne.KeyM, lang.T("Move…"), func(s app.SessionView) bool { return s.Status != planner.Done }, p.onMoveAll)
	pin := func(s app.SessionView) bool { return ahead(s) && !s.Pinned }
	before := len(out)
	add(fyne.KeyP, lang.T("Pin"), pin, p.onPinAll)
	if len(out) == before { // all are pinned that could be
		add(fyne.KeyP, lang.T("Unpin"), ahead, p.onUnpinAll)
	}
	add(fyne.KeyDelete, lang.T("Delete"), func(app.SessionView) bool { return true }, p.onDeleteAll)
	return out
}

func (p *Page) onDoneAll(ids []string) {
	p.done(p.model.FinishSessions(context.Background(), ids), lang.T("The sessions could not be marked done"), lang.N(len(ids), "%d session done", "%d sessions done", len(ids)))
}

func (p *Page) onSkipAll(ids []string) {
	p.done(p.model.SkipSessions(context.Background(), ids), lang.T("The sessions could not be skipped"), lang.N(len(ids), "%d session skipped", "%d sessions skipped", len(ids)))
}

func (p *Page) onReopenAll(ids []string) {
	p.done(p.model.ReopenSessions(context.Background(), ids), lang.T("The sessions could not be reopened"), lang.N(len(ids), "%d session reopened", "%d sessions reopened", len(ids)))
}

func (p *Page) onMoveAll(ids []string) {
	sessionform.MoveAll(p.shell, p.model, sessionform.MoveAllSpec{IDs: ids, Today: p.view.Today, Exam: p.view.Study.ExamDate, Return: p.list.takeFocus})
}

func (p *Page) onPinAll(ids []string) {
	p.done(p.model.PinSessions(context.Background(), ids, true), lang.T("The sessions could not be pinned"), lang.N(len(ids), "%d session pinned", "%d sessions pinned", len(ids)))
}

func (p *Page) onUnpinAll(ids []string) {
	p.done(p.model.PinSessions(context.Background(), ids, false), lang.T("The sessions could not be pinned"), lang.N(len(ids), "%d session unpinned", "%d sessions unpinned", len(ids)))
}

func (p *Page) onDeleteAll(ids []string) {
	p.done(p.model.RemoveSessions(context.Background(), ids), lang.T("The sessions could not be deleted"), lang.N(len(ids), "%d session deleted", "%d sessions deleted", len(ids)))
}

package plan

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"milepost/app"
	"milepost/app/gui/sessionform"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// action is something that can be done with a session now.
type action struct {
	key  fyne.KeyName // the key that does it while the session has the focus
	text string
	run  func()
}

// actionsFor lists what can be done with a session, in the order of the menu.
func (p *Page) actionsFor(s app.SessionView) []action {
	var out []action
	add := func(key fyne.KeyName, text string, run func()) { out = append(out, action{key, text, run}) }
	switch s.Status {
	case planner.Done, planner.Skipped:
		add(fyne.KeyR, lang.T("Reopen"), func() { p.onReopen(s) })
	default:
		if !s.Date.After(p.view.Today) {
			add(fyne.KeyD, lang.T("Done"), func() { p.onDone(s) })
		}
		add(fyne.KeyS, lang.T("Skip"), func() { p.onSkip(s) })
	}
	if s.Status != planner.Done {
		add(fyne.KeyM, lang.T("Move…"), func() { p.onMove(s) })
	}
	if s.Status == planner.Planned {
		text := lang.T("Pin")
		if s.Pinned {
			text = lang.T("Unpin")
		}
		add(fyne.KeyP, text, func() { p.onPin(s) })
	}
	add(fyne.KeyE, lang.T("Edit…"), func() { p.onEdit(s) })
	add(fyne.KeyDelete, lang.T("Delete"), func() { p.onDelete(s) })
	return out
}

// onSessionKey does what a key stands for; it reports false for keys that stand for nothing here.
func (p *Page) onSessionKey(s app.SessionView, key fyne.KeyName) bool {
	switch key {
	case fyne.KeyUp:
		return p.dayCard.step(-1)
	case fyne.KeyDown:
		return p.dayCard.step(1)
	}
	for _, a := range p.actionsFor(s) {
		if a.key == key {
			a.run()
			return true
		}
	}
	return false
}

// showMenu opens the menu of a session below its row.
func (p *Page) showMenu(s app.SessionView, from fyne.CanvasObject) {
	var items []*fyne.MenuItem
	for _, a := range p.actionsFor(s) {
		items = append(items, fyne.NewMenuItem(fmt.Sprintf("%s  (%s)", a.text, keyText(a.key)), a.run))
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), p.shell.Window().Canvas())
	size := menu.MinSize()
	menu.ShowAtRelativePosition(fyne.NewPos(from.Size().Width-size.Width, from.Size().Height), from)
	p.shell.Window().Canvas().Focus(menu)
}

// keyText is how a key is written.
func keyText(key fyne.KeyName) string {
	if key == fyne.KeyDelete {
		return lang.T("Del")
	}
	return string(key)
}

func (p *Page) onDone(s app.SessionView) {
	p.done(p.model.FinishSession(context.Background(), s.ID, 0), lang.T("The session could not be marked done"),
		lang.T("Done: %s, %s", label(s), phrase.Duration(s.Minutes)))
}

func (p *Page) onReopen(s app.SessionView) {
	p.done(p.model.ReopenSession(context.Background(), s.ID), lang.T("The session could not be reopened"), lang.T("Reopened: %s", label(s)))
}

func (p *Page) onSkip(s app.SessionView) {
	p.done(p.model.SkipSession(context.Background(), s.ID), lang.T("The session could not be skipped"), lang.T("Skipped: %s", label(s)))
}

func (p *Page) onPin(s app.SessionView) {
	text := lang.T("Pinned; only you move it now")
	if s.Pinned {
		text = lang.T("Unpinned; planning again may move it")
	}
	p.done(p.model.PinSession(context.Background(), s.ID, !s.Pinned), lang.T("The session could not be pinned"), text)
}

func (p *Page) onEdit(s app.SessionView) {
	sessionform.Edit(p.shell, p.model, sessionform.EditSpec{
		Session: s, Study: p.view.Study, Today: p.view.Today, Label: label(s), Return: func() { p.dayCard.focusSession(s.ID) },
	})
}

func (p *Page) onDelete(s app.SessionView) {
	p.done(p.model.RemoveSession(context.Background(), s.ID), lang.T("The session could not be deleted"), lang.T("Deleted: %s", label(s)))
}

// onDragged moves a session to the day its chip was dropped on.
func (p *Page) onDragged(id string, to planner.Date) {
	for _, s := range p.view.Sessions {
		if s.ID == id && s.Date != to {
			p.done(p.model.MoveSession(context.Background(), id, to), lang.T("The session stays where it is"), movedText(to))
			return
		}
	}
}

func movedText(to planner.Date) string { return lang.T("Moved to %s", phrase.WeekdayDay(to)) }

// onDayOff declares the chosen day a day off, or an ordinary one again.
func (p *Page) onDayOff() {
	day := p.day
	if p.view.Study.Availability.IsOff(day) {
		p.done(p.model.CancelDayOff(context.Background(), day), lang.T("The day off could not be cancelled"),
			lang.T("%s is an ordinary day again; the plan uses it", phrase.WeekdayDay(day)))
		return
	}
	p.done(p.model.TakeDaysOff(context.Background(), planner.DateRange{First: day, Last: day}), lang.T("The day off could not be taken"),
		lang.T("%s is off; the rest is planned around it", phrase.WeekdayDay(day)))
}

// done tells what came of an action.
func (p *Page) done(err error, failed, text string) {
	if err != nil {
		p.shell.Fail(failed, err)
		return
	}
	p.shell.SayUndoable(text)
}

// onSession shows the day of a session chosen in the list, with the keyboard on the session.
func (p *Page) onSession(id string) {
	for _, s := range p.view.Sessions {
		if s.ID == id {
			p.chooseDay(s.Date)
			p.dayCard.focusSession(id)
			return
		}
	}
}

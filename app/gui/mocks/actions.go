package mocks

import (
	"context"
	"fmt"
	"slices"
	"time"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// slowPreview is how long working out an effect may take before it waits for a pause in typing of previewPause.
const (
	slowPreview  = 20 * time.Millisecond
	previewPause = 200 * time.Millisecond
)

// onChanged works the effect out again, at once where that is quick.
func (p *Page) onChanged() {
	p.cancelPreview()
	p.cancelPreview = func() {}
	if p.lastPreview < slowPreview {
		p.showEffect()
		return
	}
	p.cancelPreview = p.shell.After(previewPause, p.showEffect)
}

// showEffect tells what the mock in the form would change, or what is missing to tell it.
func (p *Page) showEffect() {
	mock, err := p.form.mock()
	if err != nil {
		p.form.say(lang.T("What this mock changes is shown here as soon as its numbers are complete."))
		return
	}
	if mock.Source == "" {
		mock.Source = lang.T("a source") // the effect of an unknown source, until it is typed
	}
	started := p.shell.Now()
	effect, err := p.model.PreviewMock(context.Background(), mock)
	p.lastPreview = p.shell.Now().Sub(started)
	if err != nil {
		_, sentence := kit.Sentence(err)
		p.form.say(sentence)
		return
	}
	words := effectWords(effect)
	if early := phrase.BeforeStart(mock, p.form.study); early != "" {
		words += " " + early
	}
	p.form.say(words)
}

// Save records the mock in the form, or stores the edited one.
func (p *Page) Save() {
	if p.form == nil {
		return
	}
	if !p.form.date.take(p.shell.Window().Canvas()) {
		p.FocusFirst()
		return
	}
	mock, err := p.form.mock()
	if err != nil {
		p.form.complain(err)
		return
	}
	same, found, err := p.model.SameMock(context.Background(), mock)
	if err == nil && found {
		p.askIfTwice(same, mock)
		return
	}
	p.record(mock) // when looking failed, saving tells why
}

// record stores what the form holds.
func (p *Page) record(mock planner.Mock) {
	editing := mock.ID != ""
	put := p.putAside()
	saved, err := p.model.RecordMock(context.Background(), mock)
	if err != nil {
		put()
		p.form.complain(err)
		return
	}
	p.FocusFirst()
	verb := lang.T("Recorded")
	if editing {
		verb = lang.T("Saved")
	}
	p.shell.SayUndoable(fmt.Sprintf("%s %s, %s", verb, saved.Source, phrase.Share(saved.Share())))
}

// putAside empties the form before it is saved, so that the reading that follows the change finds it empty; the answer
// puts everything back if saving fails.
func (p *Page) putAside() (back func()) {
	was, start, typed := p.form.was, p.form.start, p.form.typed()
	paused, aside := p.paused, p.aside
	p.resume()
	return func() {
		p.paused, p.aside = paused, aside
		p.form.fill(start, was)
		p.form.retype(typed)
		p.history.mark(was.ID)
		p.showEffect()
	}
}

// onEdit opens a recorded mock in the form. What was half typed is kept and comes back afterwards.
func (p *Page) onEdit(m planner.Mock) {
	if p.form.was.ID == "" {
		p.paused, p.aside = p.form.touched(), p.form.typed()
		p.edit(m)
		return
	}
	if !p.form.touched() {
		p.edit(m)
		return
	}
	p.askToDiscard(lang.T("Leave the changes to this mock?"), func() { p.edit(m) })
}

func (p *Page) edit(m planner.Mock) {
	p.form.fill(contentsOf(m, p.form.study), m)
	p.history.mark(m.ID)
	p.showEffect()
	p.FocusFirst()
}

// Draft puts what is known of a mock into the form, and the keyboard where its right answers go. What was half typed is only given up when that is wanted.
func (p *Page) Draft(d app.MockDraft) {
	if p.form == nil {
		return
	}
	fill := func() {
		p.paused = false
		p.form.fill(p.form.empty, planner.Mock{})
		p.form.retype(draftContents(d, p.form.empty, p.form.study))
		p.history.mark("")
		p.showEffect()
		p.shell.Window().Canvas().Focus(p.form.firstScore()) // by the window: a page just made is not drawn yet
	}
	if p.form.touched() {
		p.askToDiscard(lang.T("Put the timed mock into the form?"), fill)
		return
	}
	fill()
}

// onCancel ends editing, or clears the form; it asks first when something typed would be lost.
func (p *Page) onCancel() {
	if p.form == nil {
		return
	}
	if !p.form.touched() {
		p.resume()
		return
	}
	title := lang.T("Clear the form?")
	if p.form.was.ID != "" {
		title = lang.T("Leave the changes to this mock?")
	}
	p.askToDiscard(title, p.resume)
}

func (p *Page) askToDiscard(title string, discard func()) {
	widgets.ShowDialog(p.shell.Window(), widgets.DialogSpec{
		Title:   title,
		Content: widgets.NewParagraph(lang.T("What you typed has not been saved."), widgets.Style{Color: look.ColorMuted}),
		Confirm: lang.T("Discard"), Cancel: lang.T("Keep typing"), Danger: true,
		OnConfirm: func() error { discard(); return nil },
	})
}

// resume shows what was put aside, or an empty form.
func (p *Page) resume() {
	p.form.fill(p.form.empty, planner.Mock{})
	if p.paused {
		p.form.retype(p.aside)
		p.paused = false
	}
	p.history.mark("")
	p.showEffect()
}

// onRemove deletes a mock; Undo brings it back.
func (p *Page) onRemove(m planner.Mock) {
	if p.removed([]string{m.ID}, lang.T("The mock could not be deleted")) {
		p.shell.SayUndoable(lang.T("Deleted %s of %s", m.Source, phrase.Date(m.Date)))
	}
}

// onRemoveAll deletes several mocks; Undo brings them back together.
func (p *Page) onRemoveAll(ids []string) {
	if p.removed(ids, lang.T("The mocks could not be deleted")) {
		p.shell.SayUndoable(lang.N(len(ids), "%d mock deleted", "%d mocks deleted", len(ids)))
	}
}

// removed deletes mocks and reports whether that worked.
func (p *Page) removed(ids []string, failed string) bool {
	put := func() {}
	if slices.Contains(ids, p.form.was.ID) {
		put = p.putAside()
	}
	if err := p.model.RemoveMocks(context.Background(), ids); err != nil {
		put() // what was typed into the form of the mock stays, as the mock does
		p.shell.Fail(failed, err)
		return false
	}
	return true
}

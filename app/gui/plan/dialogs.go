package plan

import (
	"context"
	"errors"
	"fmt"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/sessionform"
	"milepost/app/gui/widgets"
	"milepost/app/phrase"
	"milepost/planner"
)

// onMove asks to which day a session goes.
func (p *Page) onMove(s app.SessionView) {
	sessionform.Move(p.shell, p.model, sessionform.MoveSpec{Session: s, Today: p.view.Today, Exam: p.view.Study.ExamDate, Label: label(s)})
}

// onAdd asks what to add to the chosen day.
func (p *Page) onAdd() {
	sessionform.Add(p.shell, p.model, sessionform.AddSpec{Study: p.view.Study, Today: p.view.Today, Day: p.day})
}

// sentence is an error in plain words.
func sentence(err error) error {
	_, words := kit.Sentence(err)
	return errors.New(words)
}

// onPlanAgain asks before the days from today are planned anew, saying in numbers what that touches.
func (p *Page) onPlanAgain() {
	widgets.ShowDialog(p.shell.Window(), widgets.DialogSpec{
		Title: "Plan again from today?", Confirm: "Plan again",
		Content: widgets.NewParagraph(againWords(p.view), widgets.StyleMuted),
		OnConfirm: func() error {
			before := p.view.LeftCount
			if err := p.model.PlanAgain(context.Background()); err != nil {
				return sentence(err)
			}
			p.shell.SayUndoable(fmt.Sprintf("Planned again: %s left, before it were %d", phrase.Count(p.view.LeftCount, "session", "sessions"), before))
			return nil
		},
	})
}

// againWords says what planning again does to this plan.
func againWords(v app.PlanView) string {
	anew, pinned, missed, missedMinutes, done := 0, 0, 0, 0, 0
	for _, s := range v.Sessions {
		switch {
		case s.Status == planner.Done:
			done++
		case s.Status == planner.Missed:
			missed++
			missedMinutes += s.Minutes
		case s.Status == planner.Planned && s.Pinned:
			pinned++
		case s.Status == planner.Planned:
			anew++
		}
	}
	out := fmt.Sprintf("%s from today on %s laid out anew with everything known by now: your mocks, what you did, your hours.",
		phrase.Count(anew, "session", "sessions"), isAre(anew))
	if missed > 0 {
		out += fmt.Sprintf(" The %s you did not get to (%s) %s taken into account.", phrase.Count(missed, "session", "sessions"), phrase.Duration(missedMinutes), isAre(missed))
	}
	return out + fmt.Sprintf("\n\nUnchanged: %d done, %d pinned, and your days off. One Undo brings the plan of now back.", done, pinned)
}

func isAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

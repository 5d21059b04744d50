package plan

import (
	"context"
	"errors"
	"fmt"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/phrase"
	"milepost/planner"
)

// onMove asks to which day a session goes.
func (p *Page) onMove(s app.SessionView) {
	last := p.view.Study.ExamDate.AddDays(-1)
	date := widgets.NewDateField(widgets.DateSpec{Today: p.view.Today, Min: p.view.Today, Max: last}, nil)
	date.SetDate(s.Date)
	if s.Date.Before(p.view.Today) {
		date.SetDate(p.view.Today)
	}
	widgets.ShowDialog(p.shell.Window(), widgets.DialogSpec{
		Title: "Move " + label(s),
		Content: widgets.NewColumn(look.SpaceCard,
			widgets.NewParagraph(fmt.Sprintf("Now on %s, %s. What you move by hand is pinned: planning again leaves it where you put it.",
				phrase.WeekdayDay(s.Date), phrase.Duration(s.Minutes)), widgets.StyleMuted),
			widgets.NewField("To", date)),
		Confirm: "Move", First: date.Focusable(),
		OnConfirm: func() error {
			leave(date)
			if date.Error() != "" {
				return errors.New(date.Error())
			}
			to := date.Date()
			if err := p.model.MoveSession(context.Background(), s.ID, to); err != nil {
				return sentence(err)
			}
			p.shell.SayUndoable(movedText(to))
			return nil
		},
	})
}

// leave lets a date field read what is being typed in it.
func leave(date *widgets.DateField) { date.Focusable().FocusLost() }

// sentence is an error in plain words.
func sentence(err error) error {
	_, words := kit.Sentence(err)
	return errors.New(words)
}

// addForm asks what a new session is.
type addForm struct {
	domain, activity *widgets.SelectField
	minutes          *widgets.NumberEntry
	note             *widgets.Entry
}

// onAdd asks what to add to the chosen day.
func (p *Page) onAdd() {
	day := p.day
	f := newAddForm(p.view)
	title, hint := "Add a session on "+phrase.WeekdayDay(day), "It is pinned: planning again leaves it where it is."
	if !day.After(p.view.Today) {
		title, hint = "Log a session of "+phrase.WeekdayDay(day), "It counts as done."
	}
	widgets.ShowDialog(p.shell.Window(), widgets.DialogSpec{
		Title: title, Confirm: "Add", First: f.domain,
		Content: widgets.NewColumn(look.SpaceCard,
			widgets.NewParagraph(hint, widgets.StyleMuted),
			widgets.NewField("Domain", f.domain),
			widgets.NewWeightedColumns(look.SpaceCard, []float32{2, 1}, widgets.NewField("Activity", f.activity), widgets.NewField("Minutes", f.minutes)),
			widgets.NewField("Note (may stay empty)", f.note)),
		OnConfirm: func() error {
			session, err := f.session(p.view.Study, day)
			if err != nil {
				return err
			}
			saved, err := p.model.LogSession(context.Background(), session)
			if err != nil {
				return sentence(err)
			}
			p.shell.SayUndoable(fmt.Sprintf("Added: %s on %s", phrase.Duration(saved.Minutes), phrase.WeekdayDay(day)))
			return nil
		},
	})
}

func newAddForm(v app.PlanView) addForm {
	domains := []string{"All domains"}
	for i, d := range v.Study.Domains {
		domains = append(domains, fmt.Sprintf("D%d %s", i+1, d.Name))
	}
	activities := make([]string, 0, len(planner.Activities))
	for _, a := range planner.Activities {
		activities = append(activities, phrase.Activity(a))
	}
	f := addForm{
		domain:   widgets.NewSelectField("Choose a domain", domains, nil),
		activity: widgets.NewSelectField("Choose an activity", activities, nil),
		minutes:  widgets.NewNumberEntry("45", widgets.NumberSpec{Min: 1, Max: app.MaxLoggedMinutes, Step: 5}, nil),
		note:     widgets.NewEntry("", nil),
	}
	f.domain.SetSelected(min(1, len(domains)-1))
	f.activity.SetSelected(1) // practice questions: what is added most
	f.minutes.LoadValue(v.Study.SessionMinutes)
	return f
}

// session is what was asked for; the error says what is missing.
func (f addForm) session(study planner.Study, day planner.Date) (planner.Session, error) {
	minutes, ok := f.minutes.Value()
	if !ok {
		return planner.Session{}, fmt.Errorf("A session has 1 to %d minutes.", app.MaxLoggedMinutes)
	}
	s := planner.Session{Date: day, Minutes: minutes, Activity: planner.Activities[max(f.activity.Selected(), 0)], Note: f.note.Text}
	if i := f.domain.Selected(); i > 0 {
		s.Domain = study.Domains[i-1].ID
	}
	return s, nil
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

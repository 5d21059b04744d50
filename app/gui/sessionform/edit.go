package sessionform

import (
	"context"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/planner"
)

// Editor changes sessions.
type Editor interface {
	EditSession(ctx context.Context, s planner.Session) error
}

// EditSpec says which session is edited.
type EditSpec struct {
	Session app.SessionView
	Study   planner.Study
	Today   planner.Date
	Label   string // names the session in the title
	Return  func() // gives the keyboard back when the dialog has gone; nil: to what had it
}

// Edit changes day, domain, activity, minutes and note of a session.
func Edit(shell kit.Shell, m Editor, spec EditSpec) {
	s := spec.Session
	f := newAddForm(AddSpec{Study: spec.Study, Today: spec.Today, Day: s.Date, ChooseDay: true})
	dates, hint := widgets.DateSpec{Today: spec.Today, Max: spec.Study.ExamDate.AddDays(-1)}, lang.T("What you change by hand is pinned: planning again leaves it as it is.")
	if s.Status == planner.Done {
		dates.Max, hint = spec.Today, lang.T("It is done: the minutes are those you really studied.")
	}
	f.day = widgets.NewDateField(dates, nil)
	f.load(s.Session)
	widgets.ShowDialog(shell.Window(), widgets.DialogSpec{
		Title: lang.T("Edit %s", spec.Label), Confirm: lang.T("Save"), First: f.minutes, Content: f.content(hint), Return: spec.Return,
		OnConfirm: func() error {
			edited, err := f.session()
			if err != nil {
				return kit.Plain(err)
			}
			edited.ID = s.ID
			if err := m.EditSession(context.Background(), edited); err != nil {
				return kit.Plain(err)
			}
			shell.SayUndoable(lang.T("Saved: %s", spec.Label))
			return nil
		},
	})
}

// load puts a session into the form.
func (f *addForm) load(s planner.Session) {
	f.day.SetDate(s.Date)
	f.domain.SetSelected(f.spec.Study.DomainIndex(s.Domain) + 1)
	for i, a := range planner.Activities {
		if a == s.Activity {
			f.activity.SetSelected(i)
		}
	}
	f.minutes.LoadValue(s.Minutes)
	if s.Status == planner.Done {
		f.minutes.LoadValue(s.DoneMinutes)
	}
	f.note.Load(s.Note)
}

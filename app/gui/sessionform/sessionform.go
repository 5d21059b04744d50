// Package sessionform holds the dialogs about one session that more than one screen opens: move it, and add or log one.
// It knows nothing of the screens around it.
package sessionform

import (
	"context"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// Mover moves sessions.
type Mover interface {
	MoveSession(ctx context.Context, id string, to planner.Date) error
}

// SeveralMover moves several at once.
type SeveralMover interface {
	MoveSessions(ctx context.Context, ids []string, to planner.Date) error
}

// MoveAllSpec says which sessions are moved and between which days.
type MoveAllSpec struct {
	IDs         []string
	Today, Exam planner.Date
	Return      func() // gives the keyboard back when the dialog has gone
}

// MoveAll asks to which day several sessions go.
func MoveAll(shell kit.Shell, m SeveralMover, spec MoveAllSpec) {
	date := dayAhead(spec.Today, spec.Exam)
	date.SetDate(spec.Today)
	count := lang.N(len(spec.IDs), "%d session", "%d sessions", len(spec.IDs))
	widgets.ShowDialog(shell.Window(), widgets.DialogSpec{
		Title: lang.T("Move %s", count),
		Content: widgets.NewColumn(look.SpaceCard,
			widgets.NewParagraph(lang.T("What you move by hand is pinned: planning again leaves it where you put it."), widgets.StyleMuted),
			widgets.NewField(lang.T("To"), date)),
		Confirm: lang.T("Move"), First: date.Focusable(), Return: spec.Return,
		OnConfirm: func() error {
			to, err := date.Read()
			if err != nil {
				return err
			}
			if err := m.MoveSessions(context.Background(), spec.IDs, to); err != nil {
				return kit.Plain(err)
			}
			shell.SayUndoable(lang.N(len(spec.IDs), "%d session moved to %s and pinned there", "%d sessions moved to %s and pinned there", len(spec.IDs), phrase.WeekdayDay(to)))
			return nil
		},
	})
}

// dayAhead asks for a day from today to the one before the exam.
func dayAhead(today, exam planner.Date) *widgets.DateField {
	return widgets.NewDateField(widgets.DateSpec{Today: today, Min: today, Max: exam.AddDays(-1)}, nil)
}

// MoveSpec says which session is moved and between which days.
type MoveSpec struct {
	Session     app.SessionView
	Today, Exam planner.Date
	Label       string // names the session in the title
	Return      func() // gives the keyboard back when the dialog has gone; nil: to what had it
}

// Move asks to which day a session goes.
func Move(shell kit.Shell, m Mover, spec MoveSpec) {
	s := spec.Session
	date := dayAhead(spec.Today, spec.Exam)
	date.SetDate(s.Date)
	if s.Date.Before(spec.Today) {
		date.SetDate(spec.Today)
	}
	widgets.ShowDialog(shell.Window(), widgets.DialogSpec{
		Title: lang.T("Move %s", spec.Label),
		Content: widgets.NewColumn(look.SpaceCard,
			widgets.NewParagraph(lang.T("Now on %s: %s. What you move by hand is pinned: planning again leaves it where you put it.",
				phrase.WeekdayDay(s.Date), s.Timed(s.Detail)), widgets.StyleMuted),
			widgets.NewField(lang.T("To"), date)),
		Confirm: lang.T("Move"), First: date.Focusable(), Return: spec.Return,
		OnConfirm: func() error {
			to, err := date.Read()
			if err != nil {
				return err
			}
			if err := m.MoveSession(context.Background(), s.ID, to); err != nil {
				return kit.Plain(err)
			}
			shell.SayUndoable(lang.T("Moved to %s and pinned there", phrase.WeekdayDay(to)))
			return nil
		},
	})
}

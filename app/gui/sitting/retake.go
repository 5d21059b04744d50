package sitting

import (
	"context"
	"strings"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// Planner plans another sitting.
type Planner interface {
	PreviewRetake(ctx context.Context, on planner.Date) (planner.Plan, error)
	StartRetake(ctx context.Context, on planner.Date) (planner.Study, error)
}

// Start makes the study for another sitting on a day and opens it.
func Start(shell kit.Shell, m Planner, on planner.Date) error {
	s, err := m.StartRetake(context.Background(), on)
	if err != nil {
		return err
	}
	shell.SayUndoable(lang.T("Planned: %s on %s", s.Name, phrase.Date(s.ExamDate)))
	return nil
}

// OtherDate asks for the day of the next sitting and says at once what a plan for it would bring. back gives the keyboard back.
func OtherDate(shell kit.Shell, m Planner, v app.RetakeView, first planner.Date, back func()) {
	answer := widgets.NewParagraph("", widgets.StyleBody)
	var dialog *widgets.Dialog
	var day *widgets.DateField
	ask := func(on planner.Date) {
		if dialog == nil {
			return
		}
		plan, err := m.PreviewRetake(context.Background(), on)
		dialog.SetConfirmable(err == nil && day.Error() == "")
		if err != nil {
			answer.SetText(kit.Plain(err).Error())
			return
		}
		answer.SetText(Answer(v, on, plan))
	}
	day = widgets.NewDateField(widgets.DateSpec{Today: v.Today, Min: v.Today.AddDays(1), Max: v.Today.AddDays(planner.MaxPlanDays)}, ask)
	day.SetDate(first)
	content := widgets.NewColumn(look.SpaceCard, widgets.NewField(lang.T("Day of the next sitting"), day), answer)
	dialog = widgets.ShowDialog(shell.Window(), widgets.DialogSpec{
		Title: lang.T("Another day"), Confirm: lang.T("Plan it"), First: day.Focusable(), Content: content, Return: back,
		OnConfirm: func() error {
			on, err := day.Read()
			if err == nil {
				err = Start(shell, m, on)
			}
			if err != nil {
				return kit.Plain(err)
			}
			return nil
		},
	})
	ask(first)
}

// Answer says what a plan for a day would bring: "Does it fit? Yes, with 6 h 30 to spare. Expected score 76%."
func Answer(v app.RetakeView, on planner.Date, p planner.Plan) string {
	words := lang.T("Does it fit? %s. Expected score %s.", phrase.Verdict(p.Verdict, p.CushionMinutes), phrase.Share(p.ExpectedScore))
	if on.Before(v.NotBefore) {
		words += lang.T(" It is too early: %s is the first day. %s", phrase.Date(v.NotBefore), Waiting(v))
	}
	return words
}

// Waiting says what the exam's vendor asks between two sittings.
func Waiting(v app.RetakeView) string {
	switch {
	case v.NotBefore.IsZero():
		return lang.T("No waiting time is known for this exam; ask the vendor.")
	case v.Exam.Vendor == "":
		return lang.Said(v.Why)
	}
	return strings.Replace(lang.Said(v.Why), lang.T("The vendor"), v.Exam.Vendor, 1)
}

package replan

import (
	"context"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/planner"
)

// Model is what the dialogs ask of the application.
type Model interface {
	PreviewRebalance(ctx context.Context, opt app.RebalanceOptions) (app.RebalanceView, error)
	ApplyRebalance(ctx context.Context, opt app.RebalanceOptions) (app.RebalanceView, error)
	PlanAgain(ctx context.Context) error
	WhatIf(ctx context.Context, scenarios ...planner.Scenario) ([]app.RebalanceView, error)
	ApplyWhatIf(ctx context.Context, s planner.Scenario) (app.RebalanceView, error)
}

// backlogs are the ways with missed sessions, as they are offered.
var backlogs = []struct {
	way  planner.Backlog
	text string
}{
	{planner.BacklogRepair, lang.Key("Only the reading")},
	{planner.BacklogSpread, lang.Key("Spread")},
	{planner.BacklogShift, lang.Key("Shift")},
	{planner.BacklogDrop, lang.Key("Drop")},
}

// backlogWords says what each way does.
var backlogWords = map[planner.Backlog]string{
	planner.BacklogRepair: lang.Key("What you have not read yet is made up in free time; lost practice is let go, since the rest is still split well."),
	planner.BacklogSpread: lang.Key("Everything you missed goes into the free time of the coming days, one session a day."),
	planner.BacklogShift:  lang.Key("You go on where you stopped: the sessions move later, and the end is cut."),
	planner.BacklogDrop:   lang.Key("The least valuable goes: reading takes the place of practice, and nothing is added to your days."),
}

// rebalance is the open dialog.
type rebalance struct {
	shell      kit.Shell
	model      Model
	opt        app.RebalanceOptions
	view       app.RebalanceView
	dialog     *widgets.Dialog
	difference *difference
	words      *widgets.Paragraph
	full       *fyne.Container
	fullWords  *widgets.Paragraph
}

// Rebalance shows what repairing the plan would change, with a way of dealing with missed sessions already chosen, and does it when confirmed.
func Rebalance(shell kit.Shell, m Model, way planner.Backlog) {
	r := &rebalance{shell: shell, model: m, opt: app.RebalanceOptions{Backlog: way}, difference: newDifference()}
	view, err := m.PreviewRebalance(context.Background(), r.opt)
	if err != nil {
		shell.Fail(lang.T("The plan could not be repaired"), err)
		return
	}
	r.dialog = widgets.ShowDialog(shell.Window(), widgets.DialogSpec{
		Title: lang.T("Rebalance"), Confirm: lang.T("Apply"), Width: dialogWidth, OnConfirm: r.onApply,
		Content: r.content(len(view.Settled)),
	})
	r.show(view)
}

// dialogWidth is the width of both dialogs, in logical pixels.
const dialogWidth = 820

func (r *rebalance) content(missed int) fyne.CanvasObject {
	start := widgets.NewSegmented([]string{lang.T("From today"), lang.T("From tomorrow")}, func(i int) {
		r.opt.StartTomorrow = i == 1
		r.onChanged()
	})
	choices := []fyne.CanvasObject{widgets.NewField(lang.T("Start"), start)}
	r.words = widgets.NewParagraph("", widgets.StyleMuted)
	if missed > 0 {
		var texts []string
		chosen := 0
		for i, b := range backlogs {
			texts = append(texts, lang.Of(b.text))
			if b.way == r.opt.Backlog {
				chosen = i
			}
		}
		way := widgets.NewSegmented(texts, func(i int) {
			r.opt.Backlog = backlogs[i].way
			r.onChanged()
		})
		way.SetSelected(chosen)
		choices = append(choices, widgets.NewField(lang.N(missed, "%d missed session: make up", "%d missed sessions: make up", missed), way))
	}
	r.fullWords = widgets.NewParagraph("", widgets.StyleMuted)
	r.full = widgets.NewColumn(look.Space, widgets.NewSeparator(), r.fullWords, widgets.NewFlow(look.Space, widgets.NewButton(lang.T("Plan anew instead"), r.onPlanAnew)))
	return widgets.NewColumn(look.SpaceCard, widgets.NewFlow(look.SpaceCard, choices...), r.words, r.difference.content, r.full)
}

// onChanged works the repair out again for other choices.
func (r *rebalance) onChanged() {
	view, err := r.model.PreviewRebalance(context.Background(), r.opt)
	if err != nil {
		r.dialog.SetError(kit.Plain(err).Error())
		return
	}
	r.dialog.SetError("")
	r.show(view)
}

func (r *rebalance) show(v app.RebalanceView) {
	r.view = v
	r.difference.show(v)
	r.words.SetText(lang.T("Done, pinned and past sessions stay. %s", lang.Of(backlogWords[r.opt.Backlog])))
	if len(v.Settled) == 0 {
		r.words.SetText(lang.T("Done, pinned and past sessions stay, and what still fits. Nothing is stored until you apply it."))
	}
	r.fullWords.SetText(lang.T("A plan made anew would bring %s points more, and move most of your sessions.", lang.Float(v.Difference.FullReplanGain, 1)))
	r.full.Hidden = !v.OfferFullReplan
	r.dialog.SetConfirmable(v.Difference.ChangedSessions > 0 || len(v.Settled) > 0)
}

func (r *rebalance) onApply() error {
	v, err := r.model.ApplyRebalance(context.Background(), r.opt)
	if err != nil {
		return kit.Plain(err)
	}
	r.shell.SayUndoable(lang.T("Rebalanced: %s changed", lang.N(v.Difference.ChangedSessions, "%d session", "%d sessions", v.Difference.ChangedSessions)))
	return nil
}

func (r *rebalance) onPlanAnew() {
	if err := r.model.PlanAgain(context.Background()); err != nil {
		r.dialog.SetError(kit.Plain(err).Error())
		return
	}
	r.dialog.Close()
	r.shell.SayUndoable(lang.T("Planned anew from today"))
}

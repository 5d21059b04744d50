package replan

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// whatIf is the open dialog: a question in a few fields, its answer below, and answers kept to compare.
type whatIf struct {
	shell      kit.Shell
	model      Model
	study      planner.Study
	today      planner.Date
	dialog     *widgets.Dialog
	difference *difference

	from, to, exam *widgets.DateField
	minutes, mocks *widgets.Segmented
	target         *widgets.PercentField
	compare        *fyne.Container
	keep           *widgets.Button

	kept    []planner.Scenario
	present planner.Scenario
}

// dayMinutes are the offers of more or less time on every study day.
var dayMinutes = []int{-30, -15, 0, 15, 30, 60}

// WhatIf answers questions about a plan without storing anything; confirmed, the answer becomes the plan.
func WhatIf(shell kit.Shell, m Model, study planner.Study, today planner.Date) {
	w := &whatIf{shell: shell, model: m, study: study, today: today, difference: newDifference()}
	content := w.content()
	w.dialog = widgets.ShowDialog(shell.Window(), widgets.DialogSpec{
		Title: lang.T("What if…"), Confirm: lang.T("Make it so"), Width: dialogWidth, First: w.from.Focusable(), Content: content, OnConfirm: w.onMakeItSo,
	})
	w.onChanged()
}

func (w *whatIf) content() fyne.CanvasObject {
	changed := func(planner.Date) { w.onChanged() }
	last := w.study.ExamDate.AddDays(-1)
	w.from = widgets.NewDateField(widgets.DateSpec{Today: w.today, Min: w.today, Max: last, Optional: true}, changed)
	w.to = widgets.NewDateField(widgets.DateSpec{Today: w.today, Min: w.today, Max: last, Optional: true}, changed)
	w.exam = widgets.NewDateField(widgets.DateSpec{Today: w.today, Min: w.today.AddDays(1), Max: w.today.AddDays(planner.MaxPlanDays)}, changed)
	w.exam.SetDate(w.study.ExamDate)
	var texts []string
	for _, n := range dayMinutes {
		text := lang.T("as now")
		if n != 0 {
			text = fmt.Sprintf("%+d min", n)
		}
		texts = append(texts, text)
	}
	w.minutes = widgets.NewSegmented(texts, func(int) { w.onChanged() })
	w.minutes.SetSelected(2)
	w.mocks = widgets.NewSegmented([]string{lang.T("one fewer"), lang.T("as now"), lang.T("one more")}, func(int) { w.onChanged() })
	w.mocks.SetSelected(1)
	w.target = widgets.NewPercentField(func(int) { w.onChanged() })
	w.target.SetValue(phrase.Percent(w.study.Target))
	w.keep = widgets.NewButton(lang.T("Keep to compare"), w.onKeep)
	w.compare = widgets.NewColumn(look.Space)
	return widgets.NewColumn(look.SpaceCard,
		widgets.NewEqualColumns(look.SpaceCard, fieldWidth*float32(w.shell.TextScale()), widgets.NewField(lang.T("Skip from"), w.from), widgets.NewField(lang.X("the last day of days off", "to"), w.to), widgets.NewField(lang.T("Exam date"), w.exam)),
		widgets.NewFlow(look.SpaceCard, widgets.NewField(lang.T("Every study day"), w.minutes), widgets.NewField(lang.T("Mocks"), w.mocks), widgets.NewField(lang.T("Target"), w.target)),
		w.compare, widgets.NewFlow(look.Space, w.keep), w.difference.content)
}

// fieldWidth is the least width of a date, in logical pixels.
const fieldWidth = 240

// scenario reads the fields.
func (w *whatIf) scenario() planner.Scenario {
	var s planner.Scenario
	var name []string
	if from := w.from.Date(); !from.IsZero() {
		to := w.to.Date()
		if to.Before(from) {
			to = from
		}
		r := planner.DateRange{First: from, Last: to}
		s.Skip = []planner.DateRange{r}
		name = append(name, lang.T("skip %s", phrase.DayRange(r)))
	}
	if n := dayMinutes[w.minutes.Selected()]; n != 0 {
		s.DayMinutes = n
		name = append(name, lang.T("%+d min a day", n))
	}
	if d := w.exam.Date(); d != w.study.ExamDate && !d.IsZero() {
		s.Change.ExamDate = &d
		name = append(name, lang.T("exam on %s", phrase.Date(d)))
	}
	if n := w.mocks.Selected() - 1; n != 0 {
		s.Mocks = n
		name = append(name, map[int]string{-1: lang.T("one mock fewer"), 1: lang.T("one mock more")}[n])
	}
	if percent := w.target.Value(); percent != phrase.Percent(w.study.Target) && percent > 0 {
		share := float64(percent) / 100
		s.Change.Target = &share
		name = append(name, lang.T("target %d%%", percent))
	}
	s.Name = strings.Join(name, ", ")
	return s
}

// onChanged answers the question as it stands now.
func (w *whatIf) onChanged() {
	if w.dialog == nil {
		return
	}
	w.present = w.scenario()
	scenarios := append([]planner.Scenario{{Name: lang.T("As it is now")}}, w.kept...)
	if w.present.Name != "" {
		scenarios = append(scenarios, w.present)
	}
	views, err := w.model.WhatIf(context.Background(), scenarios...)
	if err != nil {
		w.dialog.SetError(kit.Plain(err).Error())
		w.dialog.SetConfirmable(false)
		return
	}
	w.dialog.SetError("")
	out := []fyne.CanvasObject{scenarioColumns(widgets.StyleCaption, lang.T("Scenario"), lang.T("Does it fit?"), lang.T("Score"), lang.T("Chance"), lang.T("Changes"))}
	for _, v := range views {
		out = append(out, widgets.NewSeparator(), scenarioRow(v))
	}
	w.compare.Objects = out
	w.compare.Refresh()
	w.difference.show(views[len(views)-1])
	w.dialog.SetConfirmable(w.present.Name != "")
	if w.present.Name == "" || len(w.kept) >= keptMost {
		w.keep.Disable()
	} else {
		w.keep.Enable()
	}
}

// keptMost is how many scenarios can be kept side by side.
const keptMost = 5

// scenarioRow is a scenario with its answer.
func scenarioRow(v app.RebalanceView) fyne.CanvasObject {
	chance := lang.T("not known")
	if v.HasChance {
		chance = phrase.Chance(v.ChanceAfter)
	}
	d := v.Difference
	name := []rune(v.Name)
	name[0] = []rune(strings.ToUpper(string(name[0])))[0]
	return scenarioColumns(widgets.StyleBody, string(name), phrase.Verdict(d.VerdictAfter, d.CushionAfter), phrase.Share(d.ScoreAfter), chance, fmt.Sprint(d.ChangedSessions))
}

// scenarioColumns is a line of the comparison.
func scenarioColumns(style widgets.Style, texts ...string) fyne.CanvasObject {
	var cells []fyne.CanvasObject
	for _, text := range texts {
		cells = append(cells, widgets.NewEllipsisText(text, style))
	}
	return widgets.NewWeightedColumns(look.SpaceCard, []float32{5, 5, 1.4, 1.4, 1.6}, cells...)
}

// onKeep puts the present scenario beside the others and begins another question.
func (w *whatIf) onKeep() {
	if w.present.Name == "" || len(w.kept) >= keptMost {
		return
	}
	w.kept = append(w.kept, w.present)
	w.from.SetDate(planner.Date{})
	w.to.SetDate(planner.Date{})
	w.exam.SetDate(w.study.ExamDate)
	w.minutes.SetSelected(2)
	w.mocks.SetSelected(1)
	w.target.SetValue(phrase.Percent(w.study.Target))
	w.onChanged()
}

func (w *whatIf) onMakeItSo() error {
	if w.present = w.scenario(); w.present.Name == "" {
		return kit.Plain(errors.New("choose what should be different first"))
	}
	v, err := w.model.ApplyWhatIf(context.Background(), w.present)
	if err != nil {
		return kit.Plain(err)
	}
	w.shell.SayUndoable(lang.T("Done: %s, %s changed", v.Name, lang.N(v.Difference.ChangedSessions, "%d session", "%d sessions", v.Difference.ChangedSessions)))
	return nil
}

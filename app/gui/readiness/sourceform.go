package readiness

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// The two ways a difference comes about, and the two directions it can have.
const (
	learnIt = iota
	knowIt
)

const (
	isEasier = iota
	isHarder
)

// sourceForm asks what is known of a source: whether it is official, and how it differs from the exam.
type sourceForm struct {
	of       *sourcesCard
	source   app.Source
	official *widgets.Check
	way      *widgets.Segmented
	points   *widgets.NumberEntry
	side     *widgets.Segmented
	doubt    *widgets.NumberEntry
	learned  *widgets.Paragraph
	known    *fyne.Container // shown when somebody knows it
	effect   *widgets.Paragraph
	content  *fyne.Container
}

func newSourceForm(of *sourcesCard, row sourceRow) *sourceForm {
	f := &sourceForm{of: of, source: row.source, effect: widgets.NewParagraph("", widgets.StyleMuted)}
	f.official = widgets.NewCheck(lang.T("Made by the exam's own vendor"), func(bool) { f.changed() })
	f.official.SetOn(f.source.Official)
	f.way = widgets.NewSegmented([]string{lang.T("Learn it from my results"), lang.T("I know it")}, f.onWay)
	f.points = widgets.NewNumberEntry("0", widgets.NumberSpec{Max: app.MaxSourcePoints}, func(int, bool) { f.changed() })
	f.side = widgets.NewSegmented([]string{lang.T("easier"), lang.T("harder")}, func(int) { f.changed() })
	f.doubt = widgets.NewNumberEntry("", widgets.NumberSpec{Min: 1, Max: app.MaxSourceDoubt}, func(int, bool) { f.changed() })
	f.learned = widgets.NewParagraph(comparedWords(row.results()), widgets.StyleMuted)
	line := phrase.Share(of.view.Study.PassLine)
	f.known = widgets.NewColumn(look.Space,
		widgets.NewEqualColumns(look.SpaceCard, fieldWidth, widgets.NewField(lang.T("Points"), f.points), widgets.NewField(lang.T("than the exam"), f.side), widgets.NewField(lang.T("Give or take"), f.doubt)),
		widgets.NewParagraph(lang.T("The points somebody at the pass line of %s scores more, or fewer, with this source than in the exam. Give or take 3 is fairly sure, 6 roughly.", line), widgets.StyleCaption))
	f.fill()
	mark := widgets.NewColumn(look.SpaceTight, f.official, widgets.NewParagraph(markWords(f.source), widgets.StyleCaption))
	f.content = widgets.NewColumn(look.SpaceCard, mark, widgets.NewField(lang.T("How it differs from the exam"), widgets.NewFlow("", f.way)), f.learned, f.known, f.effect)
	f.showWay()
	return f
}

// fieldWidth is the least width of a field at the usual text size; where three of them do not fit they stand below each other.
const fieldWidth = 140

// fill shows what is known so far.
func (f *sourceForm) fill() {
	f.points.LoadValue(0)
	f.doubt.LoadValue(app.UsualSourceDoubt)
	set := f.source.Set
	if set == nil {
		return
	}
	f.way.SetSelected(knowIt)
	f.points.LoadValue(max(set.Points, -set.Points))
	f.doubt.LoadValue(set.Doubt)
	if set.Points < 0 {
		f.side.SetSelected(isHarder)
	}
}

func (f *sourceForm) show() {
	shell := f.of.shell
	widgets.ShowDialog(shell.Window(), widgets.DialogSpec{
		Title: f.source.Name, Confirm: lang.T("Save"), Width: 520 * float32(shell.TextScale()), First: f.way, Content: f.content, OnConfirm: f.save,
	})
	f.changed()
}

// save stores it; the error says what is missing.
func (f *sourceForm) save() error {
	c, err := f.change()
	if err != nil {
		return kit.Plain(err)
	}
	s, err := f.of.model.DescribeSource(context.Background(), c)
	if err != nil {
		return kit.Plain(err)
	}
	told := lang.T("%s: the difference is learned from your results", s.Name)
	if s.Set != nil {
		told = fmt.Sprintf("%s: %s", s.Name, phrase.SourceSet(s.Set.Points, s.Set.Doubt))
	}
	f.of.shell.SayUndoable(told)
	return nil
}

// change is what the form says.
func (f *sourceForm) change() (app.SourceChange, error) {
	c := app.SourceChange{Name: f.source.Name, Official: &f.official.On}
	if f.way.Selected() == learnIt {
		c.Learn = true
		return c, nil
	}
	points, ok := f.points.Value()
	if !ok {
		return c, &planner.FieldError{Field: "points", Reason: lang.T("how many points? Write a whole number up to %d; 0 is just like the exam", app.MaxSourcePoints)}
	}
	doubt, ok := f.doubt.Value()
	if !ok {
		return c, &planner.FieldError{Field: "doubt", Reason: lang.T("give or take how many points? Write a whole number from 1 to %d", app.MaxSourceDoubt)}
	}
	if f.side.Selected() == isHarder {
		points = -points
	}
	c.Difference = &app.SourceDifference{Points: points, Doubt: doubt}
	return c, nil
}

func (f *sourceForm) onWay(int) {
	f.showWay()
	f.changed()
}

func (f *sourceForm) showWay() {
	f.known.Hidden = f.way.Selected() == learnIt
	f.learned.Hidden = !f.known.Hidden
	f.content.Refresh()
}

// changed tells at once what saving would do to the estimate.
func (f *sourceForm) changed() {
	c, err := f.change()
	var effect app.MockEffect
	if err == nil {
		effect, err = f.of.model.PreviewSource(context.Background(), c)
	}
	if err != nil {
		f.effect.SetText(lang.T("What this changes is shown here as soon as it is complete."))
		f.content.Refresh()
		return
	}
	f.effect.SetText(sourceEffect(effect))
	f.content.Refresh()
}

// markWords says what the mark of an official source does.
func markWords(s app.Source) string {
	words := lang.T("Official questions are close to the exam, so their results tell more.")
	if n := s.First.Mocks + s.Again.Mocks; n > 0 {
		words += lang.N(n, " The mark goes onto its %d mock, too.", " The mark goes onto its %d mocks, too.", n)
	}
	return words
}

// sourceEffect says what a description would do: "Readiness would move from 71% to 68%. Chance of passing from 60% to 50%."
func sourceEffect(e app.MockEffect) string {
	words := phrase.ReadinessWould(e.Before.Score.Median, e.After.Score.Median)
	if e.Before.HasForecast && e.After.HasForecast {
		words += " " + phrase.ChanceWould(e.Before.Pass.ExamDay, e.After.Pass.ExamDay)
	}
	return words
}

package setup

import (
	"fmt"

	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// answer is the right side: does it fit, which milestones, and what if not.
type answer struct {
	do      answerActions
	content *fyne.Container
	save    *widgets.Button
}

// answerActions is what can be done about an answer.
type answerActions struct {
	save     func()
	take     func(planner.WayOut)
	takeBack func()
	correct  func() // leads to the field that is wrong
}

// answerView is what is answered about.
type answerView struct {
	study    planner.Study
	plan     planner.Plan
	problems []string // why there is no plan; none when there is one
	isNew    bool
	today    planner.Date
	taken    *taken // may be nil
}

// noHours says whether there is no time at all to study, which is not yet a plan that does not fit.
func (v answerView) noHours() bool {
	return v.plan.AvailableMinutes == 0 && v.plan.Verdict == planner.DoesNotFit && v.study.ExamDate.After(v.today.AddDays(1))
}

// otherWays are the ways out that do not stand beside the answer itself.
func (v answerView) otherWays() []planner.WayOut {
	if v.noHours() && len(v.plan.WaysOut) > 0 {
		return v.plan.WaysOut[1:]
	}
	return v.plan.WaysOut
}

func newAnswer(do answerActions) *answer {
	return &answer{do: do, content: widgets.NewColumn(look.SpaceCard), save: widgets.NewPrimaryButton("", do.save).WithHint("Ctrl S")}
}

func (a *answer) show(v answerView) {
	a.save.SetText(lang.T("Save and adapt the plan"))
	if v.isNew {
		a.save.SetText(lang.T("Make this plan"))
	}
	var cards []fyne.CanvasObject
	switch {
	case len(v.problems) > 0:
		cards = append(cards, a.problemCard(v.problems), a.save)
	case v.study.ExamDate == v.today:
		cards = append(cards, examDayCard(v.study), a.save)
	default:
		cards = append(cards, a.fitCard(v), a.save)
		if v.taken != nil {
			cards = append(cards, a.takenCard(v.taken))
		}
		if ways := v.otherWays(); len(ways) > 0 {
			cards = append(cards, a.waysCard(ways))
		}
		if len(v.plan.Milestones) > 0 && !v.noHours() {
			cards = append(cards, milestonesCard(v.plan))
		}
	}
	a.content.Objects = cards
	a.content.Refresh()
}

// problemCard stands for the answer while fields are wrong, and leads to the first: it may be scrolled out of sight.
func (a *answer) problemCard(problems []string) fyne.CanvasObject {
	title := lang.T("One thing to correct first")
	if len(problems) > 1 {
		title = lang.T("%d things to correct first", len(problems))
	}
	rows := []fyne.CanvasObject{widgets.NewParagraph(title, widgets.StyleHeading.In(look.ColorCaution))}
	for _, words := range problems {
		rows = append(rows, widgets.NewParagraph(words, widgets.StyleMuted))
	}
	rows = append(rows, widgets.NewRow("", compact(lang.T("Go there"), a.do.correct)))
	return widgets.NewCard(lang.T("Does it fit?"), widgets.NewColumn(look.Space, rows...)).SetBar(widgets.BarTop, look.ColorCaution)
}

// examDayCard is the answer on the day itself: nothing to plan, a few things to think of.
func examDayCard(s planner.Study) fyne.CanvasObject {
	rows := []fyne.CanvasObject{
		widgets.NewParagraph(lang.T("The exam is today"), widgets.StyleHeading),
		widgets.NewParagraph(lang.T("Nothing is planned on the day itself. Think of:"), widgets.StyleMuted),
	}
	for _, words := range []string{lang.T("Identity papers and the confirmation"), lang.T("The way there, with time to spare"), lang.T("Something to eat and drink"),
		lang.T("Your pace: %d questions in %s", s.Questions, phrase.Duration(s.ExamMinutes))} {
		rows = append(rows, widgets.NewParagraph("·  "+words, widgets.StyleBody))
	}
	return widgets.NewCard(lang.T("Does it fit?"), widgets.NewColumn(look.Space, rows...)).SetBar(widgets.BarTop, look.ColorGood)
}

// takenCard says which way out was taken, and takes it back.
func (a *answer) takenCard(t *taken) fyne.CanvasObject {
	return widgets.NewCard(lang.T("Way out taken"), widgets.NewFillRow(0, look.Space, widgets.NewParagraph(lang.Said(t.text), widgets.StyleBody), compact(lang.T("Take back"), a.do.takeBack)))
}

// waysCard offers what would make it fit.
func (a *answer) waysCard(ways []planner.WayOut) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, w := range ways {
		if i > 0 {
			rows = append(rows, widgets.NewSeparator())
		}
		rows = append(rows, a.wayRow(w))
	}
	return widgets.NewCard(lang.T("Ways out, each of them enough"), widgets.NewColumn(look.Space, rows...))
}

func (a *answer) wayRow(w planner.WayOut) fyne.CanvasObject {
	return widgets.NewFillRow(0, look.Space, widgets.NewParagraph(lang.Said(w.Text), widgets.StyleBody), compact(lang.T("Apply"), func() { a.do.take(w) }))
}

func compact(text string, onTapped func()) *widgets.Button {
	b := widgets.NewButton(text, onTapped)
	b.Compact = true
	return b
}

func milestonesCard(p planner.Plan) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, m := range p.Milestones {
		if i > 0 {
			rows = append(rows, widgets.NewSeparator())
		}
		rows = append(rows, widgets.NewFillRow(0, look.Space, widgets.NewParagraph(fmt.Sprintf("M%d %s", i+1, lang.Said(m.Name)), widgets.StyleBody), widgets.NewText(phrase.ShortDay(m.Date), widgets.StyleBody)))
	}
	return widgets.NewCard(lang.T("Milestones you would get"), widgets.NewColumn(look.Space, rows...))
}

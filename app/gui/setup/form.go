package setup

import (
	"fyne.io/fyne/v2"

	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

// form is the left side: four cards that write into one draft.
type form struct {
	shell     kit.Shell
	model     Model
	onChanged func()
	draft     *planner.Study

	content fyne.CanvasObject
	exam    *examCard
	hours   *hoursCard
	domains *domainsCard
	more    *moreCard
	problem *widgets.InlineError // about no field of the screen
}

func newForm(shell kit.Shell, m Model, onChanged func()) *form {
	f := &form{shell: shell, model: m, onChanged: onChanged, problem: widgets.NewInlineError(), draft: &planner.Study{}}
	f.exam = newExamCard(f)
	f.hours = newHoursCard(f)
	f.domains = newDomainsCard(f)
	f.more = newMoreCard(f)
	f.content = widgets.NewColumn(look.SpaceCard, f.exam.card, f.hours.card, f.domains.card, f.more.card, f.problem)
	return f
}

// show puts a draft in. What was typed before and could not be read is gone with the fields' old contents.
func (f *form) show(draft *planner.Study) {
	f.draft = draft
	f.exam.show()
	f.hours.show()
	f.domains.show()
	f.more.show()
	for _, p := range f.allPlaces() {
		p.show()
	}
}

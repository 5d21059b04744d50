package today

import (
	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// examDay is the page on the day of the exam: no plan and no figures to worry about, only what to think of.
func (p *Page) examDay() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.NewParagraph(lang.T("Your exam is today"), widgets.StyleHeading)}
	for _, words := range checklist(p.view.Study) {
		rows = append(rows, widgets.NewFillRow(1, look.SpaceCard, widgets.NewDomainMark(look.ColorAccentText), widgets.NewParagraph(words, widgets.StyleBody)))
	}
	over := widgets.NewButton(lang.T("It is over"), func() { p.askHowItWent() })
	p.first = over
	rows = append(rows, widgets.NewParagraph(lang.T("Read each question twice and the answers once more. You have prepared for this."), widgets.StyleMuted), widgets.NewFlow("", over))
	card := widgets.NewCard(lang.T("Before you go"), widgets.NewColumn(look.SpaceCard, rows...)).SetBar(widgets.BarLeft, look.ColorGood)
	header := widgets.NewPageHeader(lang.Capital(phrase.WeekdayDay(p.view.Today)), subtitle(p.view))
	return widgets.NewColumn(look.SpaceCard, header, widgets.NewTwoColumnPage(widgets.NewColumn("", card), widgets.NewColumn("", p.effortCard())))
}

// checklist is what to think of on the day.
func checklist(s planner.Study) []string {
	list := []string{
		lang.T("Identity papers, as the vendor asks for them, and the confirmation"),
		lang.T("The way there, with half an hour to spare; online, the room and the computer checked"),
		lang.T("Something to eat and to drink before"),
	}
	if s.Questions > 0 && s.ExamMinutes > 0 {
		seconds := s.ExamMinutes * 60 / s.Questions
		list = append(list, lang.T("Your pace: %d questions in %s, about %d:%02d min each, half of them after %s",
			s.Questions, phrase.Duration(s.ExamMinutes), seconds/60, seconds%60, phrase.Duration(s.ExamMinutes/2)))
	}
	return list
}

// effortCard looks back on what was done.
func (p *Page) effortCard() fyne.CanvasObject {
	sessions, minutes := 0, 0
	for _, s := range p.plan.Sessions {
		if s.Status == planner.Done {
			sessions++
			minutes += s.DoneMinutes
		}
	}
	words := lang.T("of study in %s, and %s recorded.", lang.N(sessions, "%d session", "%d sessions", sessions), lang.N(len(p.view.Mocks), "%d mock", "%d mocks", len(p.view.Mocks)))
	return widgets.NewCard(lang.T("What lies behind you"), widgets.NewColumn(look.SpaceTight,
		widgets.NewText(phrase.Duration(minutes), widgets.StyleHeading), widgets.NewParagraph(words, widgets.StyleMuted)))
}

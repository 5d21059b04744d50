package today

import (
	"fmt"

	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/phrase"
	"milepost/planner"
)

// examDay is the page on the day of the exam: no plan and no figures to worry about, only what to think of.
func (p *Page) examDay() fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.NewParagraph("Your exam is today", widgets.StyleHeading)}
	for _, words := range checklist(p.view.Study) {
		rows = append(rows, widgets.NewFillRow(1, look.SpaceCard, widgets.NewDomainMark(look.ColorAccentText), widgets.NewParagraph(words, widgets.StyleBody)))
	}
	over := widgets.NewButton("It is over", func() { p.askHowItWent() })
	p.first = over
	rows = append(rows, widgets.NewParagraph("Read each question twice and the answers once more. You have prepared for this.", widgets.StyleMuted), widgets.NewFlow("", over))
	card := widgets.NewCard("Before you go", widgets.NewColumn(look.SpaceCard, rows...)).SetBar(widgets.BarLeft, look.ColorGood)
	header := widgets.NewPageHeader(phrase.WeekdayDay(p.view.Today), subtitle(p.view))
	return widgets.NewColumn(look.SpaceCard, header, widgets.NewTwoColumnPage(widgets.NewColumn("", card), widgets.NewColumn("", p.effortCard())))
}

// checklist is what to think of on the day.
func checklist(s planner.Study) []string {
	list := []string{
		"Identity papers, as the vendor asks for them, and the confirmation",
		"The way there, with half an hour to spare; online, the room and the computer checked",
		"Something to eat and to drink before",
	}
	if s.Questions > 0 && s.ExamMinutes > 0 {
		seconds := s.ExamMinutes * 60 / s.Questions
		list = append(list, fmt.Sprintf("Your pace: %d questions in %s, about %d:%02d min each, half of them after %s",
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
	words := fmt.Sprintf("of study in %s, and %s recorded.", phrase.Count(sessions, "session", "sessions"), phrase.Count(len(p.view.Mocks), "mock", "mocks"))
	return widgets.NewCard("What lies behind you", widgets.NewColumn(look.SpaceTight,
		widgets.NewText(phrase.Duration(minutes), widgets.StyleHeading), widgets.NewParagraph(words, widgets.StyleMuted)))
}

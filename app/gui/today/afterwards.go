package today

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/sitting"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// afterExam is the page once the exam date has passed: how it went, and what comes next.
func (p *Page) afterExam() fyne.CanvasObject {
	var card fyne.CanvasObject
	switch s := p.view.Sitting; {
	case s == nil:
		card = p.howDidItGo()
	case s.Passed:
		card = p.passed(*s)
	default:
		card = p.notThisTime(*s)
	}
	words := lang.T("The exam was on %s.", phrase.Date(p.view.Study.ExamDate))
	if p.view.DaysLeft == 0 {
		words = lang.T("The exam was today.")
	}
	if p.view.Study.Sample {
		words = lang.T("Sample data · %s", words)
	}
	header := widgets.NewPageHeader(lang.Capital(phrase.WeekdayDay(p.view.Today)), words)
	return widgets.NewColumn(look.SpaceCard, header, widgets.NewTwoColumnPage(card, widgets.NewColumn("", p.effortCard())))
}

// askHowItWent goes on from the exam day's checklist.
func (p *Page) askHowItWent() {
	p.over = true
	p.put(p.page())
	p.FocusFirst()
}

// howDidItGo asks for the result.
func (p *Page) howDidItGo() fyne.CanvasObject {
	sat := planner.Sitting{Date: p.view.Study.ExamDate}
	pass := sat
	pass.Passed = true
	passed := widgets.NewPrimaryButton(lang.T("I passed"), func() { p.askResult(pass) })
	p.first = passed
	return widgets.NewCard(lang.T("Afterwards"), widgets.NewColumn(look.SpaceCard,
		widgets.NewColumn(look.SpaceTight,
			widgets.NewParagraph(lang.T("How did it go?"), widgets.StyleHeading),
			widgets.NewParagraph(lang.T("The exam was %s. Whatever came of it, the work is yours.", phrase.DaysFromNow(p.view.Today, p.view.Study.ExamDate)), widgets.StyleMuted)),
		widgets.NewFlow(look.Space, passed, widgets.NewButton(lang.T("Not this time"), func() { p.askResult(sat) }),
			widgets.NewQuietButton(lang.T("It was put off: set a new date"), func() { p.shell.Open(kit.Setup) }))))
}

func (p *Page) askResult(s planner.Sitting) {
	sitting.Result(p.shell, p.model, p.view.Study, p.view.Today, s, p.FocusFirst)
}

// passed is the end of the road.
func (p *Page) passed(s planner.Sitting) fyne.CanvasObject {
	correct := widgets.NewButton(lang.T("Correct the result"), func() { p.askResult(planner.Sitting{ID: s.ID, Date: s.Date, Note: s.Note}) })
	correct.Compact = true
	p.first = correct
	card := widgets.NewCard(lang.T("Passed"), widgets.NewColumn(look.SpaceCard,
		widgets.NewColumn(look.SpaceTight,
			widgets.NewParagraph(lang.T("Congratulations!"), widgets.StyleHeading),
			widgets.NewParagraph(lang.T("%s, passed on %s. Let it sink in; everything you did stays here.", p.view.Study.Name, phrase.Date(s.Date)), widgets.StyleMuted)),
		widgets.NewFlow(look.Space, correct)))
	return card.SetBar(widgets.BarLeft, look.ColorGood)
}

// notThisTime shows what the report said and the way to the next sitting.
func (p *Page) notThisTime(s planner.Sitting) fyne.CanvasObject {
	v, err := p.model.Retake(context.Background())
	if err != nil {
		return widgets.NewCard(lang.T("Afterwards"), widgets.NewParagraph(lang.T("The next sitting could not be planned: %s", err.Error()), widgets.StyleBody))
	}
	correct := widgets.NewButton(lang.T("Correct the result"), func() { p.askResult(s) })
	correct.Compact = true
	report := widgets.NewCard(lang.T("What the report says"), widgets.NewColumn(look.Space, append(p.reportRows(s), widgets.NewFlow(look.Space, correct))...))
	return widgets.NewColumn(look.SpaceCard, p.nextSitting(v), report)
}

// nextSitting offers the days worth considering.
func (p *Page) nextSitting(v app.RetakeView) fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.NewColumn(look.SpaceTight,
		widgets.NewParagraph(lang.T("Not this time"), widgets.StyleHeading),
		widgets.NewParagraph(lang.T("It happens to good candidates, and you do not start from nothing: your hours, your mocks and what the report says go into the next plan. %s", sitting.Waiting(v)), widgets.StyleMuted))}
	p.first = nil
	for i, d := range v.Dates {
		button := widgets.NewButton(lang.T("Plan for %s", phrase.Day(d.Date)), func() { p.startRetake(d.Date) })
		if i == len(v.Dates)-1 {
			button = widgets.NewPrimaryButton(lang.T("Plan for %s", phrase.Day(d.Date)), func() { p.startRetake(d.Date) })
			p.first = button
		}
		rows = append(rows, widgets.NewSeparator(), widgets.NewFillRow(0, look.SpaceCard, widgets.NewColumn("",
			widgets.NewParagraph(fmt.Sprintf("%s, %s: %s", lang.Capital(phrase.LongDate(d.Date)), phrase.DaysFromNow(v.Today, d.Date), dateKind(v, i)), widgets.StyleStrong),
			widgets.NewParagraph(sitting.Answer(v, d.Date, d.Plan), widgets.StyleMuted)), button))
	}
	last := v.Dates[len(v.Dates)-1].Date
	other := widgets.NewButton(lang.T("Another day…"), func() { sitting.OtherDate(p.shell, p.model, v, last, p.FocusFirst) })
	other.Compact = true
	rows = append(rows, widgets.NewSeparator(), widgets.NewFlow(look.Space, other))
	if notes := v.Exam.Retake.Notes; notes != "" {
		rows = append(rows, widgets.NewParagraph(v.Exam.Vendor+": "+notes, widgets.StyleCaption))
	}
	return widgets.NewCard(lang.T("The next sitting"), widgets.NewColumn(look.SpaceCard, rows...))
}

// dateKind says why a day is offered.
func dateKind(v app.RetakeView, i int) string {
	switch {
	case i > 0:
		return lang.T("the first that fits")
	case v.NotBefore.IsZero():
		return lang.T("the soonest")
	}
	return lang.T("the first allowed")
}

func (p *Page) startRetake(on planner.Date) {
	if err := sitting.Start(p.shell, p.model, on); err != nil {
		p.shell.Fail(lang.T("The next sitting could not be planned"), err)
		return
	}
	p.FocusFirst()
}

// reportRows are the domains with how they came out.
func (p *Page) reportRows(s planner.Sitting) []fyne.CanvasObject {
	told := make(map[string]string, len(s.Results))
	for _, r := range s.Results {
		told[r.Domain] = lang.Of(bandWords[r.Band])
		if r.HasPercent {
			told[r.Domain] = phrase.Share(r.Percent / 100)
		}
	}
	if len(told) == 0 {
		return []fyne.CanvasObject{widgets.NewParagraph(lang.T("Nothing is noted of single domains. With it the plan would know where to begin."), widgets.StyleMuted)}
	}
	var rows []fyne.CanvasObject
	for i, d := range p.view.Study.Domains {
		words, ok := told[d.ID]
		if !ok {
			words = lang.T("not told")
		}
		rows = append(rows, widgets.NewFillRow(1, look.SpaceCard, widgets.NewTallMark(look.ColorDomain(i)),
			widgets.NewEllipsisText(fmt.Sprintf("D%d %s", i+1, d.Name), widgets.StyleBody), widgets.NewText(words, widgets.StyleMuted)))
	}
	return rows
}

var bandWords = map[planner.Band]string{planner.BandAbove: lang.Key("above the standard"), planner.BandNear: lang.Key("near the standard"), planner.BandBelow: lang.Key("below the standard")}

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
	words := "The exam was on " + phrase.Date(p.view.Study.ExamDate) + "."
	if p.view.DaysLeft == 0 {
		words = "The exam was today."
	}
	if p.view.Study.Sample {
		words = "Sample data · " + words
	}
	header := widgets.NewPageHeader(phrase.WeekdayDay(p.view.Today), words)
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
	passed := widgets.NewPrimaryButton("I passed", func() { p.askResult(pass) })
	p.first = passed
	return widgets.NewCard("Afterwards", widgets.NewColumn(look.SpaceCard,
		widgets.NewColumn(look.SpaceTight,
			widgets.NewParagraph("How did it go?", widgets.StyleHeading),
			widgets.NewParagraph("The exam was "+phrase.DaysFromNow(p.view.Today, p.view.Study.ExamDate)+". Whatever came of it, the work is yours.", widgets.StyleMuted)),
		widgets.NewFlow(look.Space, passed, widgets.NewButton("Not this time", func() { p.askResult(sat) }),
			widgets.NewQuietButton("It was put off: set a new date", func() { p.shell.Open(kit.Setup) }))))
}

func (p *Page) askResult(s planner.Sitting) {
	sitting.Result(p.shell, p.model, p.view.Study, p.view.Today, s, p.FocusFirst)
}

// passed is the end of the road.
func (p *Page) passed(s planner.Sitting) fyne.CanvasObject {
	correct := widgets.NewButton("Correct the result", func() { p.askResult(planner.Sitting{ID: s.ID, Date: s.Date, Note: s.Note}) })
	correct.Compact = true
	p.first = correct
	card := widgets.NewCard("Passed", widgets.NewColumn(look.SpaceCard,
		widgets.NewColumn(look.SpaceTight,
			widgets.NewParagraph("Congratulations!", widgets.StyleHeading),
			widgets.NewParagraph(fmt.Sprintf("%s, passed on %s. Let it sink in; everything you did stays here.", p.view.Study.Name, phrase.Date(s.Date)), widgets.StyleMuted)),
		widgets.NewFlow(look.Space, correct)))
	return card.SetBar(widgets.BarLeft, look.ColorGood)
}

// notThisTime shows what the report said and the way to the next sitting.
func (p *Page) notThisTime(s planner.Sitting) fyne.CanvasObject {
	v, err := p.model.Retake(context.Background())
	if err != nil {
		return widgets.NewCard("Afterwards", widgets.NewParagraph("The next sitting could not be planned: "+err.Error(), widgets.StyleBody))
	}
	correct := widgets.NewButton("Correct the result", func() { p.askResult(s) })
	correct.Compact = true
	report := widgets.NewCard("What the report says", widgets.NewColumn(look.Space, append(p.reportRows(s), widgets.NewFlow(look.Space, correct))...))
	return widgets.NewColumn(look.SpaceCard, p.nextSitting(v), report)
}

// nextSitting offers the days worth considering.
func (p *Page) nextSitting(v app.RetakeView) fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.NewColumn(look.SpaceTight,
		widgets.NewParagraph("Not this time", widgets.StyleHeading),
		widgets.NewParagraph("It happens to good candidates, and you do not start from nothing: your hours, your mocks and what the report says go into the next plan. "+sitting.Waiting(v), widgets.StyleMuted))}
	p.first = nil
	for i, d := range v.Dates {
		button := widgets.NewButton("Plan for "+phrase.Day(d.Date), func() { p.startRetake(d.Date) })
		if i == len(v.Dates)-1 {
			button = widgets.NewPrimaryButton("Plan for "+phrase.Day(d.Date), func() { p.startRetake(d.Date) })
			p.first = button
		}
		rows = append(rows, widgets.NewSeparator(), widgets.NewFillRow(0, look.SpaceCard, widgets.NewColumn("",
			widgets.NewParagraph(fmt.Sprintf("%s, %s: %s", phrase.LongDate(d.Date), phrase.DaysFromNow(v.Today, d.Date), dateKind(v, i)), widgets.StyleStrong),
			widgets.NewParagraph(sitting.Answer(v, d.Date, d.Plan), widgets.StyleMuted)), button))
	}
	last := v.Dates[len(v.Dates)-1].Date
	other := widgets.NewButton("Another day…", func() { sitting.OtherDate(p.shell, p.model, v, last, p.FocusFirst) })
	other.Compact = true
	rows = append(rows, widgets.NewSeparator(), widgets.NewFlow(look.Space, other))
	if notes := v.Exam.Retake.Notes; notes != "" {
		rows = append(rows, widgets.NewParagraph(v.Exam.Vendor+": "+notes, widgets.StyleCaption))
	}
	return widgets.NewCard("The next sitting", widgets.NewColumn(look.SpaceCard, rows...))
}

// dateKind says why a day is offered.
func dateKind(v app.RetakeView, i int) string {
	switch {
	case i > 0:
		return "the first that fits"
	case v.NotBefore.IsZero():
		return "the soonest"
	}
	return "the first allowed"
}

func (p *Page) startRetake(on planner.Date) {
	if err := sitting.Start(p.shell, p.model, on); err != nil {
		p.shell.Fail("The next sitting could not be planned", err)
		return
	}
	p.FocusFirst()
}

// reportRows are the domains with how they came out.
func (p *Page) reportRows(s planner.Sitting) []fyne.CanvasObject {
	told := make(map[string]string, len(s.Results))
	for _, r := range s.Results {
		told[r.Domain] = bandWords[r.Band]
		if r.HasPercent {
			told[r.Domain] = phrase.Share(r.Percent / 100)
		}
	}
	if len(told) == 0 {
		return []fyne.CanvasObject{widgets.NewParagraph("Nothing is noted of single domains. With it the plan would know where to begin.", widgets.StyleMuted)}
	}
	var rows []fyne.CanvasObject
	for i, d := range p.view.Study.Domains {
		words, ok := told[d.ID]
		if !ok {
			words = "not told"
		}
		rows = append(rows, widgets.NewFillRow(1, look.SpaceCard, widgets.NewTallMark(look.ColorDomain(i)),
			widgets.NewEllipsisText(fmt.Sprintf("D%d %s", i+1, d.Name), widgets.StyleBody), widgets.NewText(words, widgets.StyleMuted)))
	}
	return rows
}

var bandWords = map[planner.Band]string{planner.BandAbove: "above the standard", planner.BandNear: "near the standard", planner.BandBelow: "below the standard"}

package timedmock

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
)

// desk is what lies beside the questions while a mock is taken: the clock, where one is and should be, and the pace by quarter.
type desk struct {
	page  *Page
	built app.ClockState // what its buttons are for

	clock        *widgets.Text
	state, pace  *widgets.Paragraph
	time, done   *widgets.ProgressBar
	answered     *widgets.NumberEntry
	table        *fyne.Container // the pace by quarter
	interruption *widgets.Paragraph
	marks        string // that the table shows
	content      fyne.CanvasObject
}

func newDesk(p *Page) *desk {
	d := &desk{page: p, built: p.mock.State}
	d.clock = widgets.NewText("", widgets.StyleClock)
	d.state, d.pace = widgets.NewParagraph("", widgets.StyleMuted), widgets.NewParagraph("", widgets.StyleBody)
	d.time = widgets.NewLabelledBar(lang.T("Time"), "", look.ColorMock, 0)
	d.done = widgets.NewLabelledBar(lang.T("Questions"), "", look.ColorAccentText, 0)
	d.interruption = widgets.NewParagraph("", widgets.StyleCaption)
	d.answered = widgets.NewNumberEntry("0", widgets.NumberSpec{Max: p.mock.Questions, Step: 1}, d.onAnswered)
	d.answered.LoadValue(p.mock.Answered)
	d.answered.OnKey = func(key *fyne.KeyEvent) bool { return d.key(key.Name) }
	main := widgets.NewCard("", widgets.NewColumn(look.SpaceCard,
		widgets.NewColumn("", d.clock, d.state), d.gapRow(), widgets.NewFlow(look.Space, d.buttons()...),
		widgets.NewSeparator(),
		widgets.NewColumn(look.Space, d.time, d.done), d.answerRow(), d.pace))
	d.table = container.NewStack()
	keys := widgets.NewParagraph(lang.T("Keys: Space stops the clock and lets it go on, B begins a break, Up and + count a question, Page up counts five."), widgets.StyleCaption)
	d.content = widgets.NewTwoColumnPage(main, widgets.NewColumn(look.SpaceCard, widgets.NewCard(lang.T("Pace by quarter"), d.table), d.interruption, keys))
	d.show()
	return d
}

// buttons are what can be done with the clock now.
func (d *desk) buttons() []fyne.CanvasObject {
	p := d.page
	finish, giveUp := widgets.NewButton(lang.T("Finish…"), p.finish), widgets.NewQuietButton(lang.T("Give up…"), p.discard)
	if p.mock.State != app.ClockRuns {
		return []fyne.CanvasObject{widgets.NewPrimaryButton(lang.T("Go on"), d.goOn), finish, giveUp}
	}
	return []fyne.CanvasObject{widgets.NewButton(lang.T("Pause"), d.pause), widgets.NewButton(lang.T("Break"), d.takeBreak), finish, giveUp}
}

// answerRow asks how many questions are answered.
func (d *desk) answerRow() fyne.CanvasObject {
	count := func(by int) *widgets.Button {
		b := widgets.NewButton(fmt.Sprintf("+%d", by), func() { d.count(by) })
		b.Compact = true
		return b
	}
	return widgets.NewFlow(look.Space, widgets.NewText(lang.T("Answered"), widgets.StyleStrong), d.answered, widgets.NewText(lang.T("of %d", d.page.mock.Questions), widgets.StyleBody), count(1), count(5))
}

// gapRow asks what became of the clock while the program was closed.
func (d *desk) gapRow() fyne.CanvasObject {
	t := d.page.mock
	if t.Gap < time.Minute || t.State != app.ClockPaused {
		row := widgets.NewFlow(look.Space)
		row.Hide()
		return row
	}
	count := widgets.NewButton(lang.T("The clock ran on: count them"), func() { d.page.step(t.CountGap) })
	count.Compact = true
	return widgets.NewFlow(look.Space, widgets.NewText(lang.T("Milepost was closed for %s.", phrase.Duration(minutesOf(t.Gap))), widgets.StyleMuted), count)
}

func (d *desk) pause()     { d.page.step(d.page.mock.Pause) }
func (d *desk) takeBreak() { d.page.step(d.page.mock.Break) }
func (d *desk) goOn()      { d.page.step(d.page.mock.GoOn) }

func (d *desk) onAnswered(n int, ok bool) {
	if !ok {
		n = 0 // an emptied field
	}
	d.page.mock.Answer(d.page.shell.Now(), n)
	d.show()
}

// count adds answered questions.
func (d *desk) count(by int) {
	d.page.mock.Answer(d.page.shell.Now(), d.page.mock.Answered+by)
	d.answered.LoadValue(d.page.mock.Answered)
	d.show()
}

// key acts on the keys of the desk.
func (d *desk) key(key fyne.KeyName) bool {
	running := d.page.mock.State == app.ClockRuns
	switch key {
	case fyne.KeySpace:
		if running {
			d.pause()
		} else {
			d.goOn()
		}
	case fyne.KeyB:
		if running {
			d.takeBreak()
		} else {
			d.goOn()
		}
	case fyne.KeyPlus:
		d.count(1)
	case fyne.KeyPageUp:
		d.count(5)
	default:
		return false
	}
	return true
}

// show brings clock and pace up to date.
func (d *desk) show() {
	t := *d.page.mock
	d.clock.SetText(clockWords(t.Left()))
	d.state.SetText(stateWords(t))
	d.pace.SetText(paceWords(t))
	d.time.Set(lang.T("%s of %s", phrase.Duration(int(t.Spent/time.Minute)), phrase.Duration(int(t.Limit/time.Minute))), min(float64(t.Spent)/float64(t.Limit), 1))
	d.done.Set(lang.T("%d of %d", t.Answered, t.Questions), float64(t.Answered)/float64(t.Questions))
	d.interruption.SetText(interruptions(t))
	d.interruption.Hidden = d.interruption.Content == ""
	if marks := fmt.Sprint(t.Marks); d.marks != marks {
		d.marks = marks
		d.table.Objects = []fyne.CanvasObject{paceTable(t)}
		d.table.Refresh()
	}
}

// overPage is what is left of a mock that is over: its pace, and the way to its result.
func (p *Page) overPage() fyne.CanvasObject {
	t := *p.mock
	record := widgets.NewPrimaryButton(lang.T("Record the result"), p.record)
	p.first = record
	words := lang.T("%s of %s answered in %s.", fmt.Sprint(t.Answered), lang.N(t.Questions, "%d question", "%d questions", t.Questions), phrase.Duration(max(minutesOf(t.Spent), 1)))
	if more := interruptions(t); more != "" {
		words += " " + more + "."
	}
	card := widgets.NewCard(lang.T("Over"), widgets.NewColumn(look.SpaceCard,
		widgets.NewColumn(look.SpaceTight, widgets.NewParagraph(lang.T("Well done: the mock is over"), widgets.StyleHeading), widgets.NewParagraph(words, widgets.StyleMuted)),
		widgets.NewParagraph(lang.T("Mark it, and record how many answers were right. Time and pace stand in the form already."), widgets.StyleBody),
		widgets.NewFlow(look.Space, record, widgets.NewQuietButton(lang.T("Discard it…"), p.discard))))
	return widgets.NewColumn(look.SpaceCard, widgets.NewPageHeader(lang.T("Timed mock"), p.subtitle()), widgets.NewTwoColumnPage(card, widgets.NewCard(lang.T("Pace by quarter"), paceTable(t))))
}

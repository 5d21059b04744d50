package mocks

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// The two ways to give a result.
const (
	byDomain = iota
	totalOnly
)

// form records a mock, or edits one. It knows what stands in it; what becomes of it is the business of its actions.
type form struct {
	study planner.Study
	today planner.Date
	mocks []planner.Mock

	empty contents     // the form before anything was typed
	was   planner.Mock // the mock being edited; its ID is "" for a new one
	start contents     // what the form held when it was last filled

	date                   *dateField
	source                 *widgets.SuggestField
	timed, first, official *widgets.Check
	minutes, guess         *widgets.NumberEntry
	minutesField           *widgets.Field
	guessError             *widgets.InlineError
	how                    *widgets.Segmented
	scores                 *scores
	whole                  *whole
	total, share           *widgets.Text
	rest                   *widgets.Paragraph
	scoreError             *widgets.InlineError
	effect                 *widgets.Paragraph
	note                   *widgets.Entry
	noteError              *widgets.InlineError
	save, cancel           *widgets.Button
	card                   *widgets.Card

	onChanged func() // something was typed; may be nil while the form is made
}

// formActions is what the form asks of the page.
type formActions struct {
	changed, save, cancel func()
}

func newForm(v app.MocksView, do formActions) *form {
	f := &form{study: v.Study, today: v.Today, empty: emptyContents(v)}
	f.onChanged = do.changed
	f.makeConditions()
	f.scores = newScores(v.Study, f.changed, func() { focus(f.note) })
	f.whole = newWhole(f.changed)
	f.how = widgets.NewSegmented([]string{lang.T("By domain"), lang.T("Total only")}, func(int) { f.showWay(); f.changed() })
	f.total = widgets.NewText("", widgets.StyleStrong)
	f.share = widgets.NewText("", widgets.StyleStrong.Aligned(fyne.TextAlignTrailing))
	f.rest = widgets.NewParagraph("", widgets.StyleCaption)
	f.scoreError = widgets.NewInlineError()
	f.effect = widgets.NewParagraph("", widgets.Style{Size: look.TextSmall, Color: look.ColorMuted})
	f.note = widgets.NewNoteEntry(lang.T("What went wrong, what will you change?"), 2, func(string) { f.changed() })
	f.noteError = widgets.NewInlineError()
	f.save = widgets.NewPrimaryButton(lang.T("Save"), do.save).WithHint("Ctrl S")
	f.cancel = widgets.NewButton(lang.T("Clear"), do.cancel)
	f.card = widgets.NewCard(lang.T("Record a mock"), f.body())
	f.hearEscape(do.cancel)
	f.fill(f.empty, planner.Mock{})
	f.refresh(v)
	return f
}

func (f *form) makeConditions() {
	f.date = newDateField(f.today, f.changed)
	f.source = widgets.NewSuggestField(lang.T("Source"), lang.T("Question bank or book"), f.changed, f.onSource)
	f.timed = widgets.NewCheck(lang.T("Timed"), func(bool) { f.changed() })
	f.first = widgets.NewCheck(lang.T("First attempt"), func(bool) { f.changed() })
	f.official = widgets.NewCheck(lang.T("Official"), func(bool) { f.changed() })
	f.minutes = widgets.NewNumberEntry("–", widgets.NumberSpec{Max: 24 * 60, Step: 5}, func(int, bool) { f.changed() })
	f.minutesField = widgets.NewField(lang.T("Minutes"), f.minutes)
	f.guess = widgets.NewNumberEntry("–", widgets.NumberSpec{Max: 100, Step: 1}, func(int, bool) { f.changed() })
	f.guessError = widgets.NewInlineError()
}

// body puts the parts below each other; their order is also the order of the Tab key.
func (f *form) body() fyne.CanvasObject {
	return widgets.NewColumn(look.Space,
		widgets.NewTopRow(0, look.Space, f.date.field, container.New(leastWidth{lang.T("of %d", 888)}, f.minutesField)),
		f.source,
		widgets.NewFlow(look.SpaceCard, f.timed, f.first, f.official),
		widgets.NewFlow(look.Space, f.how, widgets.NewRow(look.SpaceTight, widgets.NewText(lang.T("Guessed"), widgets.StyleCaption), f.guess, widgets.NewText("%", widgets.StyleCaption))),
		f.guessError,
		f.scores.content, f.whole.content,
		widgets.NewSeparator(),
		widgets.NewRow("", f.total, widgets.NewSpacer(), f.share),
		f.rest, f.scoreError, f.effect,
		f.note, f.noteError,
		widgets.NewFlow(look.Space, f.save, f.cancel),
	)
}

// hearEscape lets Escape ask to clear the form from every field.
func (f *form) hearEscape(cancel func()) {
	entries := []*widgets.Entry{f.source.Entry, &f.minutes.Entry, &f.guess.Entry, f.note, &f.whole.correct.Entry, &f.whole.total.Entry, f.whole.percent}
	for _, row := range f.scores.rows {
		entries = append(entries, &row.correct.Entry, &row.total.Entry)
	}
	for _, e := range entries {
		e.OnEscape = cancel
	}
}

// refresh takes over what is known around the form (other mocks, sources, the day) and leaves what is typed.
func (f *form) refresh(v app.MocksView) {
	if f.today != v.Today && f.date.Date() == f.today && f.was.ID == "" {
		f.date.SetDate(v.Today) // the day has changed while nothing else was chosen
	}
	blank := f.was.ID == "" && f.typed().equal(f.empty)
	f.today, f.mocks = v.Today, v.Mocks
	f.date.setToday(v.Today)
	f.empty = emptyContents(v)
	if blank && !f.typed().equal(f.empty) {
		f.fill(f.empty, planner.Mock{}) // another guess was noted, or the one there was has gone with a mock
	}
	f.source.SetKnown(v.Sources)
	f.minutes.SetPlaceHolder(lang.T("of %d", v.Study.ExamMinutes))
	f.study = v.Study
}

// fill shows contents; was is the mock they belong to, or the zero Mock.
func (f *form) fill(c contents, was planner.Mock) {
	f.was, f.start = was, c
	f.date.SetDate(c.date)
	f.source.Load(c.source)
	f.timed.SetOn(c.timed)
	f.first.SetOn(c.first)
	f.official.SetOn(c.official)
	f.minutes.Load(c.minutes)
	f.guess.Load(c.guess)
	f.scores.load(c.correct, c.total)
	f.whole.load(c)
	f.how.SetSelected(byDomain)
	if c.totalOnly {
		f.how.SetSelected(totalOnly)
	}
	f.note.Load(c.note)
	f.showRest()
	f.showTitle()
	f.clearErrors()
	f.showWay()
	f.showTotal()
}

// retype puts contents in as if they had just been typed: they count as unsaved.
func (f *form) retype(c contents) {
	start := f.start
	f.fill(c, f.was)
	f.start = start
}

// typed is what stands in the form.
func (f *form) typed() contents {
	c := contents{
		date: f.date.Date(), source: f.source.Entry.Text, timed: f.timed.On, first: f.first.On, official: f.official.On,
		minutes: f.minutes.Text, guess: f.guess.Text, totalOnly: f.how.Selected() == totalOnly, note: f.note.Text,
		allCorrect: f.whole.correct.Text, allTotal: f.whole.total.Text, percent: f.whole.percent.Text,
	}
	c.correct, c.total = f.scores.typed()
	return c
}

// touched reports whether something was typed since the form was filled.
func (f *form) touched() bool { return !f.typed().equal(f.start) }

// mock is what would be saved.
func (f *form) mock() (planner.Mock, error) { return f.typed().mock(f.study, f.was) }

// firstScore is the first field of right answers.
func (f *form) firstScore() fyne.Focusable {
	if len(f.scores.rows) == 0 {
		return f.whole.correct
	}
	return f.scores.rows[0].correct
}

func (f *form) showTitle() {
	f.card.SetTitle(lang.T("Record a mock"))
	f.cancel.SetText(lang.T("Clear"))
	if f.was.ID != "" {
		f.card.SetTitle(lang.T("Edit the mock of %s", phrase.Date(f.was.Date)))
		f.cancel.SetText(lang.T("Cancel"))
	}
}

// showWay shows the fields of the chosen way to give a result.
func (f *form) showWay() {
	whole := f.how.Selected() == totalOnly
	f.scores.content.Hidden, f.whole.content.Hidden = whole, !whole
	f.scores.content.Refresh()
	f.whole.content.Refresh()
	f.card.Refresh()
}

// showRest tells of questions that belong to no named domain.
func (f *form) showRest() {
	correct, total := restOf(f.was)
	f.rest.Hidden = total == 0
	f.rest.SetText(lang.T("And %d of %d in no named domain, which are kept.", correct, total))
}

// changed brings the figures up to date after something was typed.
func (f *form) changed() {
	f.clearErrors()
	f.showTotal()
	f.onChanged()
}

func (f *form) showTotal() {
	correct, total := f.typed().sums()
	if !f.whole.content.Visible() {
		c, n := restOf(f.was)
		correct, total = correct+c, total+n
	}
	f.total.SetText(lang.T("Total"))
	f.share.SetText("")
	if total > 0 && correct <= total {
		f.total.SetText(lang.T("Total %d / %d", correct, total))
		f.share.SetText(phrase.Share(float64(correct) / float64(total)))
	}
}

// onSource takes over what is known of a source that was chosen.
func (f *form) onSource(source string) {
	for _, m := range f.mocks {
		if m.Source == source {
			f.official.SetOn(m.Official)
			f.changed()
			return
		}
	}
}

// say shows the effect, or what is missing for it.
func (f *form) say(sentence string) {
	f.effect.SetText(sentence)
	f.card.Refresh()
}

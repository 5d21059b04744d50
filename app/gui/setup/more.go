package setup

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// The labels of the fields that most people leave as they are.
var (
	labelName      = lang.Key("Name of the study")
	labelSession   = lang.Key("Length of a session")
	labelTarget    = lang.Key("Expected score aimed at")
	labelBuffer    = lang.Key("Held back for surprises")
	labelMock      = lang.Key("Length of a full mock")
	labelMockStart = lang.Key("Usual start of a mock")
	labelMocks     = lang.Key("Number of full mocks")
	labelPassLine  = lang.Key("Pass line, an assumption")
)

// moreCard holds what most people leave as it is. Closed, it says in one line what is set.
type moreCard struct {
	form    *form
	card    *widgets.Card
	toggle  *widgets.Button
	summary *widgets.Paragraph
	fields  *fyne.Container

	name      *widgets.Entry
	session   *widgets.MinutesField
	target    *widgets.PercentField
	buffer    *widgets.PercentField
	mock      *widgets.MinutesField
	mockStart *widgets.TimeField
	mocks     *widgets.SelectField
	passLine  *widgets.PercentField
	passWhy   *widgets.Paragraph
	places    []*place
}

func newMoreCard(f *form) *moreCard {
	c := &moreCard{form: f, summary: widgets.NewParagraph("", widgets.StyleMuted), passWhy: widgets.NewParagraph("", widgets.StyleCaption)}
	c.toggle = widgets.NewButton("", c.onToggle)
	c.toggle.Compact = true
	c.makeFields()
	c.fields = widgets.NewColumn(look.SpaceCard,
		c.at("name", lang.Of(labelName), c.name),
		widgets.NewEqualColumns(look.SpaceCard, 170,
			c.at("session_minutes", lang.Of(labelSession), c.session), c.at("target", lang.Of(labelTarget), c.target), c.at("buffer", lang.Of(labelBuffer), c.buffer),
			c.at("mock_minutes", lang.Of(labelMock), c.mock), c.at("mock_start", lang.Of(labelMockStart), c.mockStart), c.at("mocks_wanted", lang.Of(labelMocks), c.mocks), c.at("pass_line", lang.Of(labelPassLine), c.passLine)),
		c.passWhy)
	c.card = widgets.NewCard(lang.T("4 · More"), widgets.NewColumn(look.SpaceCard, widgets.NewFillRow(0, look.SpaceCard, c.summary, c.toggle), c.fields))
	c.setOpen(false)
	return c
}

func (c *moreCard) makeFields() {
	f := c.form
	c.name = widgets.NewEntry("", func(text string) { f.draft.Name = text; f.onChanged() })
	c.session = widgets.NewMinutesField(func(n int) { f.draft.SessionMinutes = n; c.changed() })
	c.mock = widgets.NewMinutesField(func(n int) { f.draft.MockMinutes = n; c.changed() })
	c.mockStart = widgets.NewTimeField(planner.TimeAt(9*60), func(at planner.TimeOfDay) { f.draft.Availability.MockStart = at; c.changed() })
	c.target = widgets.NewPercentField(func(n int) { f.draft.Target = float64(n) / 100; c.changed() })
	c.buffer = widgets.NewPercentField(func(n int) { f.draft.Buffer = float64(n) / 100; c.changed() })
	c.passLine = widgets.NewPercentField(func(n int) { f.draft.PassLine = float64(n) / 100; c.changed() })
	c.mocks = widgets.NewSelectField("", nil, func(i int) { f.draft.MocksWanted = i + planner.MocksAuto; c.changed() })
}

// at puts a control into a field that can say what is wrong with it.
func (c *moreCard) at(name, label string, control fyne.CanvasObject) fyne.CanvasObject {
	field := widgets.NewField(label, control)
	p := &place{field: name, focus: control.(fyne.Focusable), tell: field.SetError}
	switch control := control.(type) {
	case *widgets.MinutesField:
		p.mark, p.unread, control.OnError = control.SetWrong, control.Error, p.onUnread
	case *widgets.TimeField:
		p.mark, p.unread, control.OnError = control.SetWrong, control.Error, p.onUnread
	case *widgets.PercentField:
		p.mark, p.unread, control.OnError = control.SetWrong, control.Error, p.onUnread
	}
	c.places = append(c.places, p)
	return field
}

func (c *moreCard) changed() {
	c.showSummary()
	c.form.onChanged()
}

func (c *moreCard) show() {
	d := c.form.draft
	c.name.Load(d.Name)
	c.name.SetPlaceHolder(d.ExamCode)
	c.session.SetValue(d.SessionMinutes)
	c.mock.SetValue(d.MockMinutes)
	c.mockStart.SetTime(d.Availability.MockStart)
	c.target.SetValue(phrase.Percent(d.Target))
	c.buffer.SetValue(phrase.Percent(d.Buffer))
	c.passLine.SetValue(phrase.Percent(d.PassLine))
	c.mocks.SetOptions(mockChoices(d.MocksWanted))
	c.mocks.SetSelected(d.MocksWanted - planner.MocksAuto)
	c.passWhy.SetText("")
	for _, e := range c.form.model.Exams() {
		if e.ID == d.ExamID {
			c.passWhy.SetText(lang.Said(e.Pass.Reason))
		}
	}
	c.showSummary()
}

// usualMocks is how many mocks one can choose between; a study that has more keeps them.
const usualMocks = 10

// mockChoices begin with planner.MocksAuto, so that a choice is MocksAuto plus its position.
func mockChoices(wanted int) []string {
	choices := []string{lang.T("As many as fit"), lang.T("None")}
	for n := 1; n <= max(usualMocks, wanted); n++ {
		choices = append(choices, strconv.Itoa(n))
	}
	return choices
}

func (c *moreCard) showSummary() {
	d := c.form.draft
	mocks := phrase.Duration(d.MockMinutes)
	if at := d.Availability.MockStart; !at.IsZero() {
		mocks += lang.T(" at %s", at.String())
	}
	c.summary.SetText(lang.T("Sessions of %s · aiming at %s · %s of the time held back · mocks of %s",
		phrase.Duration(d.SessionMinutes), phrase.Share(d.Target), phrase.Share(d.Buffer), mocks))
}

func (c *moreCard) onToggle() { c.setOpen(c.fields.Hidden) }

func (c *moreCard) setOpen(open bool) {
	c.fields.Hidden = !open
	c.toggle.SetText(lang.T("Change"))
	if open {
		c.toggle.SetText(lang.T("Close"))
	}
	c.card.Refresh()
}

// openFor opens the card when a field in it is to be shown.
func (c *moreCard) openFor(p *place) {
	if slices.Contains(c.places, p) && c.fields.Hidden {
		c.setOpen(true)
	}
}

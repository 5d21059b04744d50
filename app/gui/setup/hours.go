package setup

import (
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// hoursCard asks for the minutes of each weekday, days off and single special days.
type hoursCard struct {
	form       *form
	card       fyne.CanvasObject
	weekdays   [7]*widgets.MinutesField
	starts     [7]*widgets.TimeField
	late       *widgets.Paragraph // says that a day runs past midnight
	week       *widgets.Text
	chips      *fyne.Container
	addOff     *widgets.Button
	addDay     *widgets.Button
	wrong      *widgets.InlineError // about a weekday, which is too narrow for a sentence
	wrongStart *widgets.InlineError // about the start of one
	daysOff    *widgets.InlineError // about days off and special days
	places     []*place
}

func newHoursCard(f *form) *hoursCard {
	c := &hoursCard{form: f, wrong: widgets.NewInlineError(), wrongStart: widgets.NewInlineError(), daysOff: widgets.NewInlineError()}
	minutes, starts := make([]fyne.CanvasObject, len(c.weekdays)), make([]fyne.CanvasObject, len(c.weekdays))
	for i := range c.weekdays {
		c.weekdays[i] = c.newWeekday(i)
		minutes[i] = widgets.NewField(lang.ShortWeekday(i+1), c.weekdays[i])
	}
	for i := range c.starts {
		c.starts[i] = c.newStart(i)
		starts[i] = c.starts[i]
	}
	c.late = widgets.NewParagraph("", widgets.StyleCaption.In(look.ColorCaution))
	c.week = widgets.NewText("", widgets.StyleMuted)
	c.chips = widgets.NewFlow(look.Space)
	c.addOff, c.addDay = widgets.NewButton(lang.T("Days off…"), c.onAddOff), widgets.NewButton(lang.T("Special day…"), c.onAddDay)
	c.addOff.Compact, c.addDay.Compact = true, true
	for _, name := range []string{"days", "days_off"} {
		c.places = append(c.places, &place{field: name, focus: c.addDay, tell: c.daysOff.SetMessage})
	}
	c.card = widgets.NewCard(lang.T("2 · When you can study"), widgets.NewColumn(look.SpaceCard,
		widgets.NewColumn(look.SpaceTight, widgets.NewPairedColumns(look.Space, look.SpaceTight, 64, minutes, starts, c.wrong),
			c.wrongStart, widgets.NewParagraph(lang.Of(startWords), widgets.StyleCaption), c.late),
		widgets.NewColumn(look.SpaceTight, widgets.NewFillRow(0, look.SpaceCard, c.chips, c.week), c.daysOff)))
	return c
}

func (c *hoursCard) newWeekday(i int) *widgets.MinutesField {
	field := widgets.NewMinutesField(func(minutes int) {
		c.form.draft.Availability.Weekday[i] = minutes
		c.showWeek()
		c.showLate()
		c.form.onChanged()
	})
	p := &place{field: "availability." + planner.WeekdayKeys[i], focus: field, mark: field.SetWrong, unread: field.Error}
	p.tell = func(string) { c.showWrong() }
	field.OnError = p.onUnread
	c.places = append(c.places, p)
	return field
}

// startWords explain the second line of fields.
var startWords = lang.Key("Second line, optional: when you usually start, like 19:00 or 7pm. It shows times and moves no session.")

// usualStart is where stepping through times begins: after work.
var usualStart = planner.TimeAt(19 * 60)

func (c *hoursCard) newStart(i int) *widgets.TimeField {
	field := widgets.NewTimeField(usualStart, func(at planner.TimeOfDay) {
		c.form.draft.Availability.Start[i] = at
		c.showLate()
		c.form.onChanged()
	})
	p := &place{field: "starts." + planner.WeekdayKeys[i], focus: field, mark: field.SetWrong, unread: field.Error}
	p.tell = func(string) { c.showWrong() }
	field.OnError = p.onUnread
	c.places = append(c.places, p)
	return field
}

// minutesOfDay are the minutes up to midnight.
const minutesOfDay = 24 * 60

// showLate tells of days that run past midnight, where the last sessions get no time.
func (c *hoursCard) showLate() {
	var days []string
	a := c.form.draft.Availability
	for i, at := range a.Start {
		if !at.IsZero() && at.Minutes()+a.Weekday[i] > minutesOfDay {
			days = append(days, lang.T("%s from %s", lang.Capital(lang.Weekday(i+1)), at))
		}
	}
	c.late.SetText("")
	if len(days) > 0 {
		c.late.SetText(lang.T("Past midnight: %s. Sessions that do not fit before it are shown without a time.", strings.Join(days, ", ")))
	}
	c.late.Hidden = len(days) == 0
	c.card.Refresh()
}

// showWrong says below the weekdays, and below their starts, what is wrong with which of them.
func (c *hoursCard) showWrong() {
	c.wrong.SetMessage(c.wrongAbout(c.places[:len(c.weekdays)]))
	c.wrongStart.SetMessage(c.wrongAbout(c.places[len(c.weekdays) : len(c.weekdays)+len(c.starts)]))
	c.card.Refresh()
}

// wrongAbout is a line for each field that is wrong.
func (c *hoursCard) wrongAbout(places []*place) string {
	var sentences []string
	for _, p := range places {
		if sentence := p.wrong(); sentence != "" {
			sentences = append(sentences, fieldName(p.field, *c.form.draft)+": "+sentence)
		}
	}
	return strings.Join(sentences, "\n")
}

func (c *hoursCard) show() {
	for i, w := range c.weekdays {
		w.SetValue(c.form.draft.Availability.Weekday[i])
		c.starts[i].SetTime(c.form.draft.Availability.Start[i])
	}
	c.showLate()
	c.showWeek()
	c.showDays()
}

func (c *hoursCard) showWeek() {
	c.week.SetText(lang.T("%s a week", phrase.Duration(c.form.draft.Availability.WeekMinutes())))
}

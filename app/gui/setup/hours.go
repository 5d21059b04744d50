package setup

import (
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/phrase"
	"milepost/planner"
)

// hoursCard asks for the minutes of each weekday, days off and single special days.
type hoursCard struct {
	form     *form
	card     fyne.CanvasObject
	weekdays [7]*widgets.MinutesField
	week     *widgets.Text
	chips    *fyne.Container
	addOff   *widgets.Button
	addDay   *widgets.Button
	wrong    *widgets.InlineError // about a weekday, which is too narrow for a sentence
	daysOff  *widgets.InlineError // about days off and special days
	places   []*place
}

func newHoursCard(f *form) *hoursCard {
	c := &hoursCard{form: f, wrong: widgets.NewInlineError(), daysOff: widgets.NewInlineError()}
	fields := make([]fyne.CanvasObject, len(c.weekdays))
	for i, name := range weekdayNames {
		c.weekdays[i] = c.newWeekday(i)
		fields[i] = widgets.NewField(name[:3], c.weekdays[i])
	}
	c.week = widgets.NewText("", widgets.StyleMuted)
	c.chips = widgets.NewFlow(look.Space)
	c.addOff, c.addDay = widgets.NewButton("Days off…", c.onAddOff), widgets.NewButton("Special day…", c.onAddDay)
	c.addOff.Compact, c.addDay.Compact = true, true
	for _, name := range []string{"days", "days_off"} {
		c.places = append(c.places, &place{field: name, focus: c.addDay, tell: c.daysOff.SetMessage})
	}
	c.card = widgets.NewCard("2 · When you can study", widgets.NewColumn(look.SpaceCard,
		widgets.NewColumn(look.SpaceTight, widgets.NewEqualColumns(look.Space, 64, fields...), c.wrong),
		widgets.NewColumn(look.SpaceTight, widgets.NewFillRow(0, look.SpaceCard, c.chips, c.week), c.daysOff)))
	return c
}

func (c *hoursCard) newWeekday(i int) *widgets.MinutesField {
	field := widgets.NewMinutesField(func(minutes int) {
		c.form.draft.Availability.Weekday[i] = minutes
		c.showWeek()
		c.form.onChanged()
	})
	p := &place{field: "availability." + planner.WeekdayKeys[i], focus: field, mark: field.SetWrong, unread: field.Error}
	p.tell = func(string) { c.showWrong() }
	field.OnError = p.onUnread
	c.places = append(c.places, p)
	return field
}

// showWrong says below the weekdays what is wrong with which of them.
func (c *hoursCard) showWrong() {
	var sentences []string
	for i, p := range c.places[:len(c.weekdays)] {
		if sentence := p.wrong(); sentence != "" {
			sentences = append(sentences, weekdayNames[i]+": "+sentence)
		}
	}
	c.wrong.SetMessage(strings.Join(sentences, "\n"))
	c.card.Refresh()
}

func (c *hoursCard) show() {
	for i, w := range c.weekdays {
		w.SetValue(c.form.draft.Availability.Weekday[i])
	}
	c.showWeek()
	c.showDays()
}

func (c *hoursCard) showWeek() {
	c.week.SetText(phrase.Duration(c.form.draft.Availability.WeekMinutes()) + " a week")
}

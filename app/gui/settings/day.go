package settings

import (
	"context"
	"fmt"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/planner"
)

// Reminders are a matter of this computer.
type Reminders interface {
	// Reminder is when people are reminded of what is left of the day; zero for never.
	Reminder() planner.TimeOfDay
	SetReminder(planner.TimeOfDay)
}

// Tray is a matter of this computer too.
type Tray interface {
	// StaysInTray reports whether the program goes on in the desktop's tray when its window is closed.
	StaysInTray() bool
	SetStaysInTray(bool)
}

// usualReminder is offered to those who want one: after work.
var usualReminder = planner.TimeAt(18 * 60)

// dayCard is when a day begins, and when it is told what is left of it.
type dayCard struct {
	page   *Page
	card   *widgets.Card
	start  *widgets.SelectField
	remind *widgets.Check
	at     *widgets.TimeField
	tray   *widgets.Check
}

func newDayCard(p *Page) *dayCard {
	c := &dayCard{page: p}
	c.start = widgets.NewSelectField("", dayStarts(), c.onStart)
	c.remind = widgets.NewCheck(lang.T("Once a day, at"), c.onRemind)
	c.at = widgets.NewTimeField(usualReminder, c.onTime)
	c.tray = widgets.NewCheck(lang.T("Stay in the tray"), c.page.tray.SetStaysInTray)
	c.card = widgets.NewCard(lang.T("Your day"), widgets.NewColumn(look.SpaceCard,
		setting(lang.T("A day begins at"), lang.T("Whoever studies past midnight still studies for the day before."), c.start),
		widgets.NewSeparator(),
		setting(lang.T("Reminder"), lang.T("A note on your desktop when something is left to study, while Milepost runs behind other windows. Never twice a day."),
			widgets.NewFlow(look.Space, c.remind, c.at)),
		widgets.NewSeparator(),
		setting(lang.T("When the window is closed"), lang.T("In the tray Milepost goes on and can remind you; where your desktop shows none, it ends as always. From the next start on."), c.tray),
	))
	return c
}

// dayStarts are the hours at which a day may begin.
func dayStarts() []string {
	var out []string
	for hour := range app.MaxDayStart/60 + 1 {
		out = append(out, fmt.Sprintf("%02d:00", hour))
	}
	return out
}

func (c *dayCard) reload() {
	c.start.SetSelected(c.page.model.DayStart() / 60)
	c.tray.SetOn(c.page.tray.StaysInTray())
	at := c.page.reminders.Reminder()
	c.remind.SetOn(!at.IsZero())
	if at.IsZero() {
		c.at.Disable()
		return
	}
	c.at.Enable()
	if c.at.Time() != at {
		c.at.SetTime(at)
	}
}

func (c *dayCard) onStart(i int) {
	if err := c.page.model.SetDayStart(context.Background(), i*60); err != nil {
		c.page.shell.Fail(lang.T("The choice could not be kept"), err)
		c.page.Reload()
	}
}

func (c *dayCard) onRemind(on bool) {
	var at planner.TimeOfDay
	if on {
		at = usualReminder
		if !c.at.Time().IsZero() {
			at = c.at.Time()
		}
	}
	c.page.reminders.SetReminder(at)
	c.reload()
}

func (c *dayCard) onTime(at planner.TimeOfDay) {
	if c.remind.On {
		c.page.reminders.SetReminder(at)
		c.remind.SetOn(!at.IsZero())
	}
}

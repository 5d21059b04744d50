package setup

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// showDays shows days off and special days as chips, and the ways to more.
func (c *hoursCard) showDays() {
	a := c.form.draft.Availability
	var objects []fyne.CanvasObject
	for _, r := range a.Off {
		objects = append(objects, widgets.NewChip(lang.T("%s off", phrase.DayRange(r)), func() { c.removeOff(r) }))
	}
	for _, d := range a.Days {
		chip := widgets.NewChip(specialDay(d), func() { c.removeDay(d) })
		chip.OnTapped = func() { c.askDay(d) }
		objects = append(objects, chip)
	}
	c.chips.Objects = append(objects, c.addOff, c.addDay)
	c.chips.Refresh()
}

// specialDay writes a day with its own time: "5 Dec: 3 h".
func specialDay(d planner.DayMinutes) string {
	if d.Minutes == 0 {
		return phrase.ShortDay(d.Date) + ": " + lang.T("nothing")
	}
	return phrase.ShortDay(d.Date) + ": " + phrase.Duration(d.Minutes)
}

func (c *hoursCard) removeOff(r planner.DateRange) {
	a := &c.form.draft.Availability
	a.Off = slices.DeleteFunc(slices.Clone(a.Off), func(o planner.DateRange) bool { return o == r })
	c.daysChanged(c.addOff)
}

func (c *hoursCard) removeDay(d planner.DayMinutes) {
	a := &c.form.draft.Availability
	a.Days = slices.DeleteFunc(slices.Clone(a.Days), func(o planner.DayMinutes) bool { return o == d })
	c.daysChanged(c.addDay)
}

// daysChanged shows the days anew. A chip that had the keyboard may be gone, so it goes to what adds another.
func (c *hoursCard) daysChanged(next fyne.Focusable) {
	c.showDays()
	c.form.shell.Window().Canvas().Focus(next)
	c.form.onChanged()
}

// onAddOff asks for the first and the last day.
func (c *hoursCard) onAddOff() {
	var picked planner.DateRange
	var dialog *widgets.Dialog
	today := c.form.model.Today()
	grid := widgets.NewMonthGrid(today, func(r planner.DateRange) {
		picked = r
		dialog.SetConfirmable(true)
	})
	grid.Ranges, grid.Min = true, today
	dialog = widgets.ShowDialog(c.form.shell.Window(), widgets.DialogSpec{
		Title: lang.T("Days off"), Confirm: lang.T("Add"), First: grid,
		Content: widgets.NewColumn(look.Space, widgets.NewParagraph(lang.T("Pick the first day, then the last. The same day twice is one day."), widgets.StyleMuted), grid),
		OnConfirm: func() error {
			a := &c.form.draft.Availability
			a.Off = planner.MergeRanges(append(slices.Clone(a.Off), picked))
			c.daysChanged(c.addOff)
			return nil
		},
	})
	dialog.SetConfirmable(false)
}

// usualSpecial is the time a special day is proposed with, in minutes: enough for a mock.
const usualSpecial = 180

func (c *hoursCard) onAddDay() { c.askDay(planner.DayMinutes{Minutes: usualSpecial}) }

// askDay asks for a day and the time on it; was is the special day to change, without a date for a new one.
func (c *hoursCard) askDay(was planner.DayMinutes) {
	today := c.form.model.Today()
	date := widgets.NewDateField(widgets.DateSpec{Today: today, Min: today}, nil)
	minutes := widgets.NewMinutesField(nil)
	minutes.SetValue(was.Minutes)
	spec := widgets.DialogSpec{Title: lang.T("A special day"), Confirm: lang.T("Add"), First: date.Focusable()}
	if !was.Date.IsZero() {
		date.SetDate(was.Date)
		spec.Title, spec.Confirm, spec.First = lang.T("Change a special day"), lang.T("Change"), minutes
	}
	spec.Content = widgets.NewColumn(look.SpaceCard,
		widgets.NewParagraph(lang.T("On this day you have more time than usual, or less. It counts instead of the weekday's."), widgets.StyleMuted),
		widgets.NewWeightedColumns(look.SpaceCard, []float32{3, 1}, widgets.NewField(lang.T("Day"), date), widgets.NewField(lang.T("Time"), minutes)))
	spec.OnConfirm = func() error {
		day, err := c.readDay(date, minutes)
		if err != nil {
			return err
		}
		if !was.Date.IsZero() {
			c.removeDay(was)
		}
		a := &c.form.draft.Availability
		*a = a.WithDay(day)
		c.daysChanged(c.addDay)
		return nil
	}
	widgets.ShowDialog(c.form.shell.Window(), spec)
}

// readDay takes the day and its time, what is being typed included; the error is a sentence for the person.
func (c *hoursCard) readDay(date *widgets.DateField, minutes *widgets.MinutesField) (planner.DayMinutes, error) {
	date.Focusable().FocusLost()
	minutes.FocusLost()
	day := planner.DayMinutes{Date: date.Date(), Minutes: minutes.Value()}
	switch {
	case date.Error() != "":
		return day, errors.New(date.Error())
	case minutes.Error() != "":
		return day, errors.New(minutes.Error())
	case day.Minutes > planner.MaxDayMinutes:
		return day, errors.New(dayWords())
	case c.form.draft.Availability.IsOff(day.Date):
		return day, errors.New(phrase.Day(day.Date) + " is among your days off. Take it away there first.")
	}
	return day, nil
}

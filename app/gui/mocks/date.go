package mocks

import (
	"fyne.io/fyne/v2"

	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/planner"
)

// dateField asks for the day a mock was taken.
type dateField struct {
	*widgets.DateField
	field *widgets.Field
}

func newDateField(today planner.Date, onChanged func()) *dateField {
	f := &dateField{}
	f.DateField = widgets.NewDateField(widgets.DateSpec{Today: today, Max: today}, func(planner.Date) { onChanged() })
	f.field = widgets.NewField(lang.T("Date"), f.DateField)
	return f
}

// setToday moves the latest day that can be entered.
func (f *dateField) setToday(today planner.Date) {
	f.Spec.Today, f.Spec.Max = today, today
}

// take reads what is being typed and reports whether it is a day.
func (f *dateField) take(c fyne.Canvas) bool {
	if c.Focused() == f.Focusable() {
		c.Unfocus() // leaving the field reads it
	}
	return f.DateField.Error() == ""
}

// takeFocus puts the keyboard into the field.
func (f *dateField) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.DateField); c != nil {
		c.Focus(f.Focusable())
	}
}

package widgets

import "fyne.io/fyne/v2"

// MinutesField takes the minutes one can study on a day: "1 h", "40 m", "1 h 30", "off". ParseMinutes says what may be
// typed. Up and Down step by 5 minutes, Page up and Page down by 15.
type MinutesField struct{ valueEntry }

var _ fyne.Focusable = (*MinutesField)(nil)

// NewMinutesField makes a field that says "off". onChanged is called with every other number of minutes (0 to 1440),
// while it is being typed already; it may be nil.
func NewMinutesField(onChanged func(minutes int)) *MinutesField {
	f := &MinutesField{}
	f.setUp(valueSpec{parse: ParseMinutes, show: MinutesText, most: minutesOfDay, step: 5, bigStep: 15,
		widestText: MinutesText(23*60 + 59)}, onChanged)
	f.ExtendBaseWidget(f)
	return f
}

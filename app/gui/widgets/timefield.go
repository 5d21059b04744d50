package widgets

import (
	"fyne.io/fyne/v2"

	"milepost/planner"
)

// TimeField takes a time of the day that need not be given: "19:00", or "any time". ParseTime says what may be typed. Up and
// Down step by a quarter of an hour, Page up and Page down by a whole one.
type TimeField struct{ valueEntry }

var _ fyne.Focusable = (*TimeField)(nil)

// NewTimeField makes a field that says "any time"; from there Up and Down begin at a usual time. onChanged is called with
// every other time, while it is being typed already; it may be nil.
func NewTimeField(usual planner.TimeOfDay, onChanged func(planner.TimeOfDay)) *TimeField {
	f := &TimeField{}
	var onValue func(int)
	if onChanged != nil {
		onValue = func(value int) { onChanged(timeOf(value)) }
	}
	f.setUp(valueSpec{
		parse: func(text string) (int, error) {
			at, err := ParseTime(text)
			return valueOf(at), err
		},
		show: func(value int) string { return TimeText(timeOf(value)) },
		most: minutesOfDay, first: 1, begin: valueOf(usual), step: 15, bigStep: 60, widestText: TimeText(0),
	}, onValue)
	f.ExtendBaseWidget(f)
	return f
}

// Time is the time entered last; the zero value is none.
func (f *TimeField) Time() planner.TimeOfDay { return timeOf(f.Value()) }

// SetTime puts a time in without calling anything.
func (f *TimeField) SetTime(at planner.TimeOfDay) { f.SetValue(valueOf(at)) }

// A field holds minutes after midnight and one more, 0 for no time.
func valueOf(at planner.TimeOfDay) int   { return at.Minutes() + 1 }
func timeOf(value int) planner.TimeOfDay { return planner.TimeAt(value - 1) }

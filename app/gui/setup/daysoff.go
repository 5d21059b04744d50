package setup

import (
	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/phrase"
	"milepost/planner"
)

// showOff shows the days off as chips, and the way to more.
func (f *form) showOff() {
	var objects []fyne.CanvasObject
	for i, r := range f.draft.Availability.Off {
		objects = append(objects, widgets.NewChip(phrase.DayRange(r)+" off", func() { f.removeOff(i) }))
	}
	add := widgets.NewButton("Add days off", f.onAddOff)
	add.Compact = true
	f.off.Objects = append(objects, add)
	f.off.Refresh()
}

func (f *form) removeOff(i int) {
	off := f.draft.Availability.Off
	f.draft.Availability.Off = append(append([]planner.DateRange{}, off[:i]...), off[i+1:]...)
	f.showOff()
	f.onChanged()
}

// onAddOff asks for the first and the last day.
func (f *form) onAddOff() {
	var picked planner.DateRange
	var dialog *widgets.Dialog
	grid := widgets.NewMonthGrid(f.model.Today(), func(r planner.DateRange) {
		picked = r
		dialog.SetConfirmable(true)
	})
	grid.Ranges, grid.Min = true, f.model.Today()
	dialog = widgets.ShowDialog(f.shell.Window(), widgets.DialogSpec{
		Title: "Days off", Confirm: "Add", First: grid,
		Content: widgets.NewColumn(look.Space, widgets.NewParagraph("Pick the first day, then the last. The same day twice is one day.", widgets.StyleMuted), grid),
		OnConfirm: func() error {
			f.draft.Availability.Off = planner.MergeRanges(append(f.draft.Availability.Off, picked))
			f.showOff()
			f.onChanged()
			return nil
		},
	})
	dialog.SetConfirmable(false)
}

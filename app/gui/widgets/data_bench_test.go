package widgets

import (
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app/gui/guitest"
)

// BenchmarkMonthCalendar draws a month anew, as every step of the pointer to another day does.
func BenchmarkMonthCalendar(b *testing.B) {
	calendar := NewMonthCalendar(galleryToday, galleryDay)
	guitest.NewWindow(b, calendar, 900, 700)
	for b.Loop() {
		calendar.Refresh()
	}
}

// BenchmarkTableOfThousandRows draws the rows on screen anew, as scrolling does.
func BenchmarkTableOfThousandRows(b *testing.B) {
	table := NewTable(Column{Title: "Name", Weight: 1}, Column{Title: "Note"}, Column{Title: "Number", Align: fyne.TextAlignTrailing})
	table.SetRows(someRows(1000))
	guitest.NewWindow(b, table, 900, 700)
	for b.Loop() {
		table.Refresh()
	}
}

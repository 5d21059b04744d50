package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app/gui/guitest"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

var today = planner.MustDate("2026-11-23") // a Monday

// dateForm is a window with a date field and, for leaving it, a check.
func dateForm(t *testing.T, spec widgets.DateSpec) (*guitest.Window, *widgets.DateField, *[]string) {
	var entered []string
	spec.Today = today
	field := widgets.NewDateField(spec, func(d planner.Date) { entered = append(entered, d.String()) })
	w := guitest.NewWindow(t, widgets.NewColumn("", field, widgets.NewCheck("Other", nil)), 600, 500)
	w.Focus(field.Focusable())
	return w, field, &entered
}

func wantEntered(t *testing.T, got []string, want ...string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("entered %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("entered %q, want %q", got, want)
		}
	}
}

func TestDateIsReadOnEnterAndOnLeaving(t *testing.T) {
	w, field, entered := dateForm(t, widgets.DateSpec{})
	w.Type("4 feb 2027")
	wantEntered(t, *entered)
	w.Key(fyne.KeyReturn)
	w.WantText("Thu 4 Feb 2027")
	w.Shortcut(&fyne.ShortcutSelectAll{})
	w.Type("+14")
	w.Key(fyne.KeyTab)
	wantEntered(t, *entered, "2027-02-04", "2026-12-07")
	if field.Date() != planner.MustDate("2026-12-07") {
		t.Errorf("the date is %v", field.Date())
	}
}

func TestBadDateIsSaidAndKept(t *testing.T) {
	w, field, entered := dateForm(t, widgets.DateSpec{})
	field.SetDate(today)
	w.Shortcut(&fyne.ShortcutSelectAll{})
	w.Type("31 june")
	w.Key(fyne.KeyTab)
	w.WantText("31 june")
	w.WantText("June has no day 31.")
	if field.Date() != today {
		t.Errorf("the date became %v", field.Date())
	}
	w.Focus(field.Focusable())
	w.Key(fyne.KeyEscape)
	w.WantNoText("June has no day 31.")
	w.WantText("Mon 23 Nov 2026")
	wantEntered(t, *entered)
}

func TestDateBounds(t *testing.T) {
	w, _, entered := dateForm(t, widgets.DateSpec{Min: today, Max: today.AddDays(30)})
	w.Type("yesterday")
	w.Key(fyne.KeyReturn)
	w.WantText("The earliest day is Monday 23 November 2026.")
	w.Shortcut(&fyne.ShortcutSelectAll{})
	w.Type("+31")
	w.Key(fyne.KeyReturn)
	w.WantText("The latest day is Wednesday 23 December 2026.")
	wantEntered(t, *entered)
}

func TestEmptyDateIsFineOnlyWhenOptional(t *testing.T) {
	for _, optional := range []bool{false, true} {
		w, field, entered := dateForm(t, widgets.DateSpec{Optional: optional})
		field.SetDate(today)
		w.Shortcut(&fyne.ShortcutSelectAll{})
		w.Key(fyne.KeyBackspace, fyne.KeyReturn)
		if w.HasText("Choose a date.") == optional || field.Date().IsZero() != optional || len(*entered) == 1 != optional {
			t.Errorf("optional %v: date %v, entered %q", optional, field.Date(), *entered)
		}
	}
}

func TestDayPickedFromThePopup(t *testing.T) {
	w, field, entered := dateForm(t, widgets.DateSpec{Min: today})
	w.Key(fyne.KeyDown)
	w.WantText("November 2026")
	w.Key(fyne.KeyPageDown, fyne.KeyRight, fyne.KeyUp, fyne.KeyReturn)
	if w.DialogOpen() {
		t.Error("the month stays open")
	}
	wantEntered(t, *entered, "2026-12-17")
	if w.Focused() != field.Focusable() {
		t.Error("the keyboard is not back in the field")
	}
	w.Key(fyne.KeyDown)
	w.TapText("21")
	wantEntered(t, *entered, "2026-12-17", "2026-12-21")
}

func TestEscapeClosesThePopup(t *testing.T) {
	w, _, entered := dateForm(t, widgets.DateSpec{})
	w.Key(fyne.KeyDown, fyne.KeyDown, fyne.KeyEscape)
	if w.DialogOpen() {
		t.Error("the month stays open")
	}
	wantEntered(t, *entered)
}

// month is a window with a month in it.
func month(t *testing.T) (*guitest.Window, *widgets.MonthGrid, *[]string) {
	var picked []string
	grid := widgets.NewMonthGrid(today, func(days planner.DateRange) { picked = append(picked, days.String()) })
	w := guitest.NewWindow(t, grid, 300, 300)
	w.Focus(grid)
	return w, grid, &picked
}

func TestKeysMoveInAMonth(t *testing.T) {
	for key, want := range map[fyne.KeyName]string{
		fyne.KeyLeft: "2026-11-22", fyne.KeyRight: "2026-11-24", fyne.KeyUp: "2026-11-16", fyne.KeyDown: "2026-11-30",
		fyne.KeyHome: "2026-11-23", fyne.KeyEnd: "2026-11-29", fyne.KeyPageUp: "2026-10-23", fyne.KeyPageDown: "2026-12-23",
	} {
		w, grid, _ := month(t)
		w.Key(key)
		if got := grid.Cursor().String(); got != want {
			t.Errorf("%s: on %s, want %s", key, got, want)
		}
	}
}

func TestMonthKeepsWithinBounds(t *testing.T) {
	w, grid, picked := month(t)
	grid.Min, grid.Max = today, today.AddDays(3)
	w.Key(fyne.KeyUp)
	w.TapText("22")
	w.TapText("27")
	wantEntered(t, *picked)
	w.Key(fyne.KeyPageDown, fyne.KeyReturn)
	wantEntered(t, *picked, "2026-11-26")
}

func TestRunOfDaysIsPickedWithTwoClicks(t *testing.T) {
	w, grid, picked := month(t)
	grid.Ranges = true
	w.TapText("27")
	wantEntered(t, *picked)
	w.TapText("25")
	w.TapText("10")
	w.Key(fyne.KeyEscape)
	w.TapText("12")
	w.Key(fyne.KeyRight, fyne.KeySpace)
	wantEntered(t, *picked, "2026-11-25..2026-11-27", "2026-11-12..2026-11-13")
}

func TestWeeksBeginWhereWanted(t *testing.T) {
	w, grid, _ := month(t)
	grid.WeekStart = 7
	grid.Refresh()
	w.Key(fyne.KeyHome)
	if got := grid.Cursor().String(); got != "2026-11-22" {
		t.Errorf("the week begins on %s", got)
	}
}

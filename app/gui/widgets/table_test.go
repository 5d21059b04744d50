package widgets

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"milepost/app/gui/guitest"
)

// tableLog is a table in a window, and what it told.
type tableLog struct {
	*guitest.Window
	table *Table
	told  []string
	made  int // objects made for cells
}

// newTableLog makes a table of n rows: ids "r0" and on, a number that is (i*7)%10, a custom cell.
func newTableLog(t *testing.T, n int, height float32) *tableLog {
	log := &tableLog{}
	number := func(row TableRow) int { return row.Data.(int) }
	log.table = NewTable(
		Column{Title: "Name", MinWidth: 60, Weight: 1, Less: func(a, b TableRow) bool { return a.ID < b.ID }},
		Column{Title: "Note", MinWidth: 40},
		Column{Title: "Number", Align: fyne.TextAlignTrailing, Less: func(a, b TableRow) bool { return number(a) < number(b) }},
		Column{Title: "Bars", MinWidth: 40,
			NewObject:  func() fyne.CanvasObject { log.made++; return canvas.NewText("", nil) },
			FillObject: func(o fyne.CanvasObject, row TableRow) { o.(*canvas.Text).Text = "bar " + row.ID }},
	)
	log.table.Empty = "Nothing here yet."
	log.table.OnSelected = func(id string) { log.told = append(log.told, "selected "+id) }
	log.table.OnActivated = func(id string) { log.told = append(log.told, "activated "+id) }
	log.table.OnDelete = func(id string) { log.told = append(log.told, "delete "+id) }
	log.table.OnSorted = func(c int, down bool) { log.told = append(log.told, fmt.Sprint("sorted ", c, " ", down)) }
	log.table.SetRows(someRows(n))
	log.Window = guitest.NewWindow(t, log.table, 500, height)
	log.Focus(log.table)
	return log
}

func someRows(n int) []TableRow {
	rows := make([]TableRow, n)
	for i := range rows {
		number := i * 7 % 10
		rows[i] = TableRow{ID: fmt.Sprintf("r%d", i), Data: number, Cells: []Cell{{Text: fmt.Sprintf("row %d", i)}, {}, {Text: fmt.Sprint(number)}}}
	}
	return rows
}

func (l *tableLog) order() string {
	var ids []string
	for _, row := range l.table.Rows() {
		ids = append(ids, row.ID)
	}
	return strings.Join(ids, " ")
}

func (l *tableLog) want(t *testing.T, told ...string) {
	t.Helper()
	if got, want := fmt.Sprintf("%q", l.told), fmt.Sprintf("%q", told); got != want {
		t.Errorf("told %s, want %s", got, want)
	}
}

func TestTableByKeyboard(t *testing.T) {
	log := newTableLog(t, 5, 300)
	log.Key(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyDelete, fyne.KeyHome)
	log.want(t, "selected r0", "selected r1", "selected r0", "activated r0", "selected r4", "delete r4", "selected r0")
}

func TestTableByMouse(t *testing.T) {
	log := newTableLog(t, 5, 300)
	log.TapText("row 3")
	log.table.body.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(5, 1)})
	log.want(t, "selected r3", "selected r0", "activated r0")
	if log.Focused() != fyne.Focusable(log.table) {
		t.Error("the table does not have the keyboard after a click")
	}
}

func TestTableIsSortedByTitles(t *testing.T) {
	log := newTableLog(t, 5, 300) // numbers 0 7 4 1 8
	log.TapText("Number")
	log.WantText("▲")
	if got := log.order(); got != "r0 r3 r2 r1 r4" {
		t.Errorf("by number: %s", got)
	}
	log.TapText("Number")
	log.WantText("▼")
	if got := log.order(); got != "r4 r1 r2 r3 r0" {
		t.Errorf("by number, largest first: %s", got)
	}
	log.TapText("Note") // cannot be sorted by
	log.want(t, "sorted 2 false", "sorted 2 true")
}

func TestTableIsSortedByKeyboard(t *testing.T) {
	log := newTableLog(t, 5, 300)
	log.Key(fyne.KeyRight, fyne.KeyRight, fyne.KeySpace, fyne.KeyRight, fyne.KeyLeft)
	log.want(t, "sorted 0 false", "sorted 2 false", "sorted 2 true", "sorted 0 false")
}

func TestSelectionStaysWithItsRow(t *testing.T) {
	log := newTableLog(t, 5, 300)
	log.table.SetSelected("r3")
	log.table.SortBy(2, true)
	if log.table.Selected() != "r3" {
		t.Errorf("sorting selected %q", log.table.Selected())
	}
	log.table.SetRows(someRows(2))
	if log.table.Selected() != "" {
		t.Errorf("%q is selected and gone", log.table.Selected())
	}
	log.want(t)
	log.table.SetRows(nil)
	log.WantText("Nothing here yet.")
	log.Key(fyne.KeyDown, fyne.KeyReturn, fyne.KeyDelete)
	log.want(t)
}

func TestEqualRowsKeepTheirOrder(t *testing.T) {
	log := newTableLog(t, 30, 300)
	log.table.SortBy(2, true)
	if got := log.order(); !strings.HasPrefix(got, "r7 r17 r27 r4 r14") {
		t.Errorf("largest first: %s", got)
	}
}

func TestOnlyRowsOnScreenAreDrawn(t *testing.T) {
	log := newTableLog(t, 1000, 300)
	log.WantText("row 0")
	log.WantNoText("row 20")
	log.Key(fyne.KeyEnd)
	log.WantText("row 999")
	log.WantText("bar r999")
	log.WantNoText("row 0")
	for range 30 {
		log.Key(fyne.KeyPageUp)
	}
	if log.made > 12 {
		t.Errorf("%d objects for the cells of a column of which 9 are on screen", log.made)
	}
	if got := log.table.Selected(); !log.HasText("row " + got[1:]) {
		t.Errorf("%s is selected and not on screen", got)
	}
}

func TestTableColumnsFillTheWidth(t *testing.T) {
	log := newTableLog(t, 3, 200)
	areas := log.table.columnAreas(500, 20)
	last := areas[len(areas)-1]
	if end := last.x + last.w; end < 499.9 || end > 500.1 {
		t.Errorf("the columns end at %v of 500", end)
	}
	if least := log.table.MinSize().Width; least > 400 || log.table.columnAreas(least, 20)[0].w < log.table.needs(log.table.Columns[0])-0.1 {
		t.Errorf("at the least width of %v the first column is too narrow", least)
	}
}

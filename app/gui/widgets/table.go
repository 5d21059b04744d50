package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// Column is a column of a Table.
type Column struct {
	Title    string
	MinWidth float32 // in logical pixels at the usual text size; it grows with the text
	// Samples are texts the column has room for, however long they are in the language in use.
	Samples []string
	Weight  float32 // share of the width that is left over; 0: none
	Align   fyne.TextAlign
	// Less orders two rows by this column, smallest first; without it the column cannot be sorted by.
	Less func(a, b TableRow) bool
	// NewObject makes an object for the cells of this column, where text is not enough; FillObject shows a row in one. The
	// objects are used again for other rows.
	NewObject  func() fyne.CanvasObject
	FillObject func(object fyne.CanvasObject, row TableRow)
}

// TableRow is a row of a Table, known by its ID.
type TableRow struct {
	ID    string
	Cells []Cell // one for each column; missing ones are empty
	Data  any    // whatever Less and FillObject need
}

// Cell is a text in a row. Its alignment is that of the column.
type Cell struct {
	Text  string
	Style Style
}

// Table shows rows in columns, as many as there are: only those on screen are drawn. A click on a title sorts, another
// turns the order round. With the keyboard Up, Down, Home, End, Page up and Page down select, Enter acts, Delete deletes,
// Left and Right choose the column that is sorted by and Space turns the order round. With Multi several rows can be chosen together; see marks.
type Table struct {
	control
	Columns []Column
	Empty   string // what is said when there are no rows
	MinRows int    // how many rows are seen at least; 0 is read as 3
	Multi   bool   // several rows can be marked
	// OnSelected is called when another row was selected by somebody, OnActivated for Enter or a double click, OnDelete
	// for the Delete key, OnSorted when the order was changed, OnMarked when other rows are marked. OnKey is asked about keys the table has no use
	// for, and reports whether it had one. Any may be nil.
	OnSelected  func(id string)
	OnActivated func(id string)
	OnDelete    func(id string)
	OnSorted    func(column int, descending bool)
	OnMarked    func()
	OnKey       func(key fyne.KeyName) bool

	given      []TableRow // in the order they were given
	rows       []TableRow // in the order they are shown
	selected   string
	sortColumn int // or -1: as given
	descending bool
	marks      marks
	unseen     bool // the selected row is still to be scrolled to

	header *tableHeader
	body   *tableBody
	scroll *container.Scroll
}

var _ fyne.Focusable = (*Table)(nil)

// NewTable makes a table without rows, in the order the rows are given.
func NewTable(columns ...Column) *Table {
	t := &Table{control: newControl(), Columns: columns, sortColumn: -1}
	t.header, t.body = newTableHeader(t), newTableBody(t)
	t.scroll = container.NewVScroll(t.body)
	t.scroll.OnScrolled = func(fyne.Position) { t.body.Refresh() }
	t.ExtendBaseWidget(t)
	return t
}

// SetRows replaces the rows. The order stays, and the selected row as long as it is still there.
func (t *Table) SetRows(rows []TableRow) {
	t.given = rows
	t.arrange()
}

// Rows are the rows in the order they are shown.
func (t *Table) Rows() []TableRow { return slices.Clone(t.rows) }

// More is how much higher than its least the table has to be to show all its rows, in logical pixels.
func (t *Table) More() float32 {
	return float32(max(len(t.rows)-t.leastRows(), 0)) * t.body.rowHeight()
}

// Selected is the ID of the selected row, or "".
func (t *Table) Selected() string { return t.selected }

// SetSelected selects a row without calling OnSelected and scrolls to it; an unknown ID selects none.
func (t *Table) SetSelected(id string) {
	t.selected = id
	i := t.position()
	if i < 0 {
		t.selected = ""
	}
	t.body.reveal(i)
	t.Refresh()
}

// SortBy orders the rows by a column without calling OnSorted; column -1 is the order the rows were given in.
func (t *Table) SortBy(column int, descending bool) {
	if column < -1 || column >= len(t.Columns) || column >= 0 && t.Columns[column].Less == nil {
		return
	}
	t.sortColumn, t.descending = column, descending
	t.arrange()
}

// Sorted is what the rows are ordered by; column -1 is the order they were given in.
func (t *Table) Sorted() (column int, descending bool) { return t.sortColumn, t.descending }

// arrange puts the rows in order. Equal rows keep the order they were given in, both ways round.
func (t *Table) arrange() {
	t.rows = slices.Clone(t.given)
	if t.sortColumn >= 0 {
		less := t.Columns[t.sortColumn].Less
		slices.SortStableFunc(t.rows, func(a, b TableRow) int {
			if t.descending {
				a, b = b, a
			}
			switch {
			case less(a, b):
				return -1
			case less(b, a):
				return 1
			}
			return 0
		})
	}
	if t.position() < 0 {
		t.selected = ""
	}
	t.keepMarks()
	t.Refresh()
}

// position is where the selected row is, or -1.
func (t *Table) position() int { return t.positionOf(t.selected) }

func (t *Table) positionOf(id string) int {
	return slices.IndexFunc(t.rows, func(row TableRow) bool { return row.ID == id })
}

// choose selects the row at a position, brought into bounds, and it alone, because somebody wanted it.
func (t *Table) choose(position int) {
	t.MarkNone()
	t.move(position)
}

// move selects the row at a position, brought into bounds, and leaves what is marked as it is.
func (t *Table) move(position int) {
	if len(t.rows) == 0 {
		return
	}
	position = min(max(position, 0), len(t.rows)-1)
	id := t.rows[position].ID
	changed := id != t.selected
	t.SetSelected(id)
	if changed && t.OnSelected != nil {
		t.OnSelected(id)
	}
}

// sortByTitle sorts by a column, or turns the order round when it is sorted by it already.
func (t *Table) sortByTitle(column int) {
	if column < 0 || column >= len(t.Columns) || t.Columns[column].Less == nil {
		return
	}
	t.SortBy(column, column == t.sortColumn && !t.descending)
	if t.OnSorted != nil {
		t.OnSorted(t.sortColumn, t.descending)
	}
}

// nextSortable is the nearest column to one side that can be sorted by, or -1.
func (t *Table) nextSortable(step int) int {
	for i := t.sortColumn + step; i >= 0 && i < len(t.Columns); i += step {
		if t.Columns[i].Less != nil {
			return i
		}
	}
	return -1
}

// TypedKey is called for keys while the table has the focus.
func (t *Table) TypedKey(key *fyne.KeyEvent) {
	at, page := t.position(), t.body.rowsSeen()
	switch key.Name {
	case fyne.KeyUp:
		t.goTo(at - 1)
	case fyne.KeyDown:
		t.goTo(at + 1)
	case fyne.KeyPageUp:
		t.goTo(at - page)
	case fyne.KeyPageDown:
		t.goTo(at + page)
	case fyne.KeyHome:
		t.goTo(0)
	case fyne.KeyEnd:
		t.goTo(len(t.rows) - 1)
	case fyne.KeyLeft:
		t.sortByTitle(t.nextSortable(-1))
	case fyne.KeyRight:
		t.sortByTitle(t.nextSortable(1))
	case fyne.KeySpace:
		t.sortByTitle(t.sortColumn)
	default:
		t.act(key)
	}
}

// act does what Enter and Delete do with the selected row, Escape with what is marked, and other keys for whoever uses the table.
func (t *Table) act(key *fyne.KeyEvent) {
	action := t.OnActivated
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
	case fyne.KeyDelete, fyne.KeyBackspace:
		action = t.OnDelete
	case fyne.KeyEscape:
		if len(t.marks.ids) > 0 {
			t.MarkNone()
			return
		}
		action = nil
	default:
		action = nil
	}
	if action == nil || t.selected == "" {
		if t.OnKey == nil || !t.OnKey(key.Name) {
			PassKey(t, key)
		}
		return
	}
	action(t.selected)
}

// Cursor is the ordinary pointer over the parts that are no rows.
func (t *Table) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// Refresh draws the header and the rows anew.
func (t *Table) Refresh() {
	t.header.Refresh()
	t.body.Refresh()
	t.control.Refresh()
}

// CreateRenderer is called by Fyne.
func (t *Table) CreateRenderer() fyne.WidgetRenderer { return newDrawing(t) }

func (t *Table) parts() []fyne.CanvasObject { return []fyne.CanvasObject{t.header, t.scroll, t.ring} }

func (t *Table) paint() { t.paintRing(length(t, theme.SizeNameSelectionRadius)) }

func (t *Table) place(size fyne.Size) {
	header := t.header.measure().Height
	setBounds(t.header, 0, 0, size.Width, header)
	setBounds(t.scroll, 0, header, size.Width, size.Height-header)
	if t.unseen {
		t.unseen = false
		t.body.begin(t.position())
	}
	t.placeRing(fyne.Position{}, size)
}

func (t *Table) measure() fyne.Size {
	size := t.header.measure()
	return fyne.NewSize(size.Width, size.Height+float32(t.leastRows())*t.body.rowHeight())
}

func (t *Table) leastRows() int {
	if t.MinRows == 0 {
		return 3
	}
	return t.MinRows
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
)

// tableBody is the part of a table that scrolls. It is as high as all rows together but draws only those on screen.
type tableBody struct {
	widget.BaseWidget
	table   *Table
	under   int // row under the pointer, or -1
	pen     pen
	objects map[int][]fyne.CanvasObject // by column, reused from row to row
	used    map[int]int
}

var (
	_ fyne.DoubleTappable = (*tableBody)(nil)
	_ desktop.Mouseable   = (*tableBody)(nil)
	_ desktop.Hoverable   = (*tableBody)(nil)
)

func newTableBody(t *Table) *tableBody {
	b := &tableBody{table: t, under: -1, objects: map[int][]fyne.CanvasObject{}, used: map[int]int{}}
	b.ExtendBaseWidget(b)
	return b
}

func (b *tableBody) rowHeight() float32 { return lineHeight(b, StyleBody) + 2*tablePadY }

// rowsSeen is how many rows fit on screen whole.
func (b *tableBody) rowsSeen() int { return max(int(b.table.scroll.Size().Height/b.rowHeight()), 1) }

// rowAt is the row at a height, or -1.
func (b *tableBody) rowAt(y float32) int {
	row := int(y / b.rowHeight())
	if y < 0 || row >= len(b.table.rows) {
		return -1
	}
	return row
}

// reveal scrolls so that a row is on screen.
func (b *tableBody) reveal(row int) {
	if row < 0 {
		return
	}
	top := float32(row) * b.rowHeight()
	bottom := top + b.rowHeight()
	height := b.table.scroll.Size().Height
	b.table.unseen = height <= 0 // it has no place yet
	switch offset := b.table.scroll.Offset.Y; {
	case top < offset:
		b.table.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case height > 0 && bottom > offset+height:
		b.table.scroll.ScrollToOffset(fyne.NewPos(0, bottom-height))
	}
}

// begin scrolls so that a row is near the top, with what comes before it in sight.
func (b *tableBody) begin(row int) {
	const before = 2
	room := max(b.measure().Height-b.table.scroll.Size().Height, 0)
	b.table.scroll.ScrollToOffset(fyne.NewPos(0, min(float32(max(row-before, 0))*b.rowHeight(), room)))
}

// MouseDown selects the row under the pointer at once.
func (b *tableBody) MouseDown(at *desktop.MouseEvent) {
	takeFocus(b.table)
	if row := b.rowAt(at.Position.Y); row >= 0 {
		b.table.clicked(row, at.Modifier)
	}
}

// MouseUp is called when a mouse button comes up.
func (b *tableBody) MouseUp(*desktop.MouseEvent) {}

// DoubleTapped acts on the row under the pointer.
func (b *tableBody) DoubleTapped(at *fyne.PointEvent) {
	row := b.rowAt(at.Position.Y)
	if row < 0 {
		return
	}
	b.table.choose(row)
	if b.table.OnActivated != nil {
		b.table.OnActivated(b.table.selected)
	}
}

// MouseIn is called when the pointer enters.
func (b *tableBody) MouseIn(at *desktop.MouseEvent) { b.MouseMoved(at) }

// MouseMoved lights the row under the pointer.
func (b *tableBody) MouseMoved(at *desktop.MouseEvent) { b.setUnder(b.rowAt(at.Position.Y)) }

// MouseOut is called when the pointer leaves.
func (b *tableBody) MouseOut() { b.setUnder(-1) }

func (b *tableBody) setUnder(row int) {
	if row == b.under {
		return
	}
	b.under = row
	b.Refresh()
}

// CreateRenderer is called by Fyne.
func (b *tableBody) CreateRenderer() fyne.WidgetRenderer { return newDrawing(b) }

func (b *tableBody) parts() []fyne.CanvasObject { return b.pen.drawn }

func (b *tableBody) paint() {}

// visible is the range of rows, the last one excluded, of which at least a part is on screen.
func (b *tableBody) visible() (first, last int) {
	top, height := b.table.scroll.Offset.Y, b.table.scroll.Size().Height
	first = max(int(top/b.rowHeight()), 0)
	last = min(int((top+height)/b.rowHeight())+1, len(b.table.rows))
	return min(first, last), last
}

func (b *tableBody) place(size fyne.Size) {
	b.pen.begin(b)
	clear(b.used)
	if len(b.table.rows) == 0 {
		at := area{tableGap, 0, size.Width - 2*tableGap, 2 * b.rowHeight()}
		b.pen.words(at, b.table.Empty, StyleMuted)
		return
	}
	columns := b.table.columnAreas(size.Width, b.rowHeight())
	first, last := b.visible()
	for i := first; i < last; i++ {
		b.drawRow(i, columns, size.Width)
	}
}

func (b *tableBody) drawRow(i int, columns []area, width float32) {
	row := b.table.rows[i]
	top := float32(i) * b.rowHeight()
	ground := area{0, top, width, b.rowHeight() - 1}
	radius := length(b, theme.SizeNameSelectionRadius)
	switch {
	case row.ID == b.table.selected || b.table.marks.ids[row.ID]:
		b.pen.box(ground.inset(0, 1), look.ColorAccentSoft, radius)
		if row.ID == b.table.selected && len(b.table.marks.ids) > 0 {
			b.pen.outline(ground.inset(1, 2), theme.ColorNamePrimary, 1, radius)
		}
	case i == b.under:
		b.pen.box(ground.inset(0, 1), theme.ColorNameHover, radius)
	}
	for c, at := range columns {
		at.y = top
		b.drawCell(row, c, at.inset(tableGap, 0))
	}
	if i < len(b.table.rows)-1 {
		b.pen.box(area{0, top + b.rowHeight() - 1, width, 1}, theme.ColorNameSeparator, 0)
	}
}

func (b *tableBody) drawCell(row TableRow, c int, at area) {
	column := b.table.Columns[c]
	if column.NewObject != nil {
		object := b.objectFor(c)
		column.FillObject(object, row)
		height := min(object.MinSize().Height, at.h)
		setBounds(object, at.x, at.y+(at.h-height)/2, at.w, height)
		b.pen.put(object)
		return
	}
	if c < len(row.Cells) && row.Cells[c].Text != "" {
		b.pen.words(at, row.Cells[c].Text, row.Cells[c].Style.Aligned(column.Align))
	}
}

// objectFor is an object for the next cell of a column, one made before if there is one left.
func (b *tableBody) objectFor(column int) fyne.CanvasObject {
	n := b.used[column]
	b.used[column]++
	if n == len(b.objects[column]) {
		b.objects[column] = append(b.objects[column], b.table.Columns[column].NewObject())
	}
	return b.objects[column][n]
}

// measure is as high as all rows; the scroll around it decides how many are seen.
func (b *tableBody) measure() fyne.Size {
	rows := max(len(b.table.rows), 2) // two for the words about there being none
	return fyne.NewSize(0, float32(rows)*b.rowHeight())
}

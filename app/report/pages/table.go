package pages

import (
	"slices"

	"milepost/app/report/document"
)

// The distances of a table, in points.
const (
	cellPad    = 5.0 // left and right of what stands in a cell
	cellAir    = 3.2 // above and below
	barWidth   = 70.0
	barGap     = 8.0
	heatLeast  = 30.0
	nameLeast  = 90.0
	textLeast  = 60.0
	markSide   = 6.0
	markGap    = 4.0
	mostInCell = 6 // lines
)

// table is one being written.
type table struct {
	document.Table
	widths []float64
}

// table writes a table, its head again on each page.
func (p *writer) table(of document.Table, titled bool) {
	t := table{of, p.columnWidths(of)}
	p.need(p.tableTogether(of, titled))
	if titled {
		p.paragraph(t.Title, style{size: sizeText, bold: true, color: p.colors.Text}, 1.7)
	}
	p.tableHead(t)
	for i, row := range t.Rows {
		height := p.rowHeight(t, row)
		if p.need(height) {
			p.tableHead(t)
		}
		p.tableRow(t, row, height, t.HasTotal && i == len(t.Rows)-1)
	}
	if t.Note != "" {
		p.y += 3
		p.paragraph(t.Note, style{size: sizeSmall, color: p.colors.Muted}, lineHeight)
	}
}

// tableTogether is the room a table wants where it begins: all it takes when that is less than half a page, else some rows of it.
func (p *writer) tableTogether(of document.Table, titled bool) float64 {
	t := table{of, p.columnWidths(of)}
	height := p.rowHeight(t, nil)
	if titled {
		height += sizeText * 1.7
	}
	some := height
	for i, row := range t.Rows {
		height += p.rowHeight(t, row)
		if i < 3 {
			some = height
		}
		if height > p.height/2 {
			return some
		}
	}
	if t.Note != "" {
		height += 3 + sizeSmall*lineHeight
	}
	return height
}

func (p *writer) headStyle() style {
	return style{size: sizeSmall, bold: true, color: p.colors.Text}
}

func (p *writer) cellStyle(total bool) style {
	return style{size: sizeTable, bold: total, color: p.colors.Text}
}

// columnWidths gives each column what it needs; columns of words share what is left, or what is missing.
func (p *writer) columnWidths(t document.Table) []float64 {
	natural := make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		natural[i] = p.measure(c.Title, p.headStyle())
		for _, row := range t.Rows {
			natural[i] = max(natural[i], p.cellWidth(c, row[i]))
		}
		natural[i] += 2 * cellPad
		if c.Kind == document.Heat {
			natural[i] = max(natural[i], heatLeast)
		}
	}
	sum := 0.0
	for _, w := range natural {
		sum += w
	}
	least := func(i int) float64 {
		switch t.Columns[i].Kind {
		case document.Name:
			return min(natural[i], nameLeast)
		case document.Text:
			return min(natural[i], textLeast)
		}
		return natural[i]
	}
	words := slices.IndexFunc(t.Columns, func(c document.Column) bool { return c.Kind == document.Name })
	if spare := p.room() - sum; spare > 0 {
		if words < 0 {
			words = 0
		}
		natural[words] += spare
		return natural
	}
	missing, give := sum-p.room(), 0.0
	for i := range natural {
		give += natural[i] - least(i)
	}
	if give >= missing {
		for i := range natural {
			natural[i] -= (natural[i] - least(i)) * missing / give
		}
		return natural
	}
	for i := range natural { // too many columns for a page: all of them give way
		natural[i] = least(i) * p.room() / (sum - give)
	}
	return natural
}

// cellWidth is what a cell takes in one line.
func (p *writer) cellWidth(c document.Column, x document.Cell) float64 {
	width := p.measure(x.Shown, p.cellStyle(false))
	if x.Mark > 0 {
		width += markSide + markGap
	}
	if c.Kind == document.Range && !x.Empty {
		width += barWidth + barGap
	}
	return width
}

// inset is the room of what stands before the words of a cell: a mark, or a bar where there is room for one.
func (p *writer) inset(t table, i int, x document.Cell) float64 {
	switch {
	case x.Mark > 0:
		return markSide + markGap
	case t.Columns[i].Kind == document.Range && !x.Empty && t.widths[i]-2*cellPad+0.5 >= barWidth+barGap+p.measure(x.Shown, p.cellStyle(false)):
		return barWidth + barGap
	}
	return 0
}

// cellLines are the words of a cell in lines.
func (p *writer) cellLines(t table, i int, x document.Cell, st style) []string {
	room := t.widths[i] - 2*cellPad - p.inset(t, i, x) + 0.5
	switch t.Columns[i].Kind {
	case document.Name, document.Text:
		return p.wrap(x.Shown, room, st, mostInCell)
	case document.Heat:
		room += 2 * cellPad // it has a ground of its own, and stands in its middle
	}
	return []string{p.fit(x.Shown, room, st)}
}

// rowHeight is the height of a row; nil is the head.
func (p *writer) rowHeight(t table, row []document.Cell) float64 {
	lines := 1
	if row == nil {
		for i, c := range t.Columns {
			lines = max(lines, len(p.wrap(c.Title, t.widths[i]-2*cellPad+0.5, p.headStyle(), 3)))
		}
		return float64(lines)*sizeSmall*1.25 + 2*cellAir
	}
	for i, x := range row {
		if x.Shown != "" {
			lines = max(lines, len(p.cellLines(t, i, x, p.cellStyle(false))))
		}
	}
	return float64(lines)*sizeTable*1.3 + 2*cellAir
}

func (p *writer) tableHead(t table) {
	height := p.rowHeight(t, nil)
	p.fill(margin, p.y, p.room(), height, p.colors.Background)
	x := margin
	st := p.headStyle()
	for i, c := range t.Columns {
		lines := p.wrap(c.Title, t.widths[i]-2*cellPad+0.5, st, 3)
		y := p.y + height - cellAir - float64(len(lines))*sizeSmall*1.25
		for _, line := range lines {
			p.write(p.aligned(x, t.widths[i], line, c.Kind, st), y+ascent(sizeSmall), line, st)
			y += sizeSmall * 1.25
		}
		x += t.widths[i]
	}
	p.y += height
}

// aligned is where a line begins in its column.
func (p *writer) aligned(x, width float64, line string, kind document.Kind, st style) float64 {
	switch {
	case kind.Numeric():
		return x + width - cellPad - p.measure(line, st)
	case kind == document.Heat:
		return x + (width-p.measure(line, st))/2
	}
	return x + cellPad
}

func (p *writer) tableRow(t table, row []document.Cell, height float64, total bool) {
	x := margin
	for i, cell := range row {
		p.cell(t, i, cell, box{x, p.y, t.widths[i], height}, total)
		x += t.widths[i]
	}
	p.y += height
	p.line(margin, p.y, margin+p.room(), p.y, p.colors.Grid)
}

// box is an area of the page.
type box struct{ x, y, width, height float64 }

func (p *writer) cell(t table, i int, x document.Cell, at box, total bool) {
	st := p.cellStyle(total)
	kind := t.Columns[i].Kind
	if x.Empty {
		st.color = p.colors.Muted
	}
	inset := p.inset(t, i, x)
	switch {
	case kind == document.Heat && !x.Empty:
		ground, text := p.colors.Heat(x.Value)
		p.fill(at.x+1, at.y+1, at.width-2, at.height-2, ground)
		st.color = text
	case x.Mark > 0:
		color := p.colors.Domains[(x.Mark-1)%len(p.colors.Domains)]
		p.fill(at.x+cellPad, at.y+cellAir+sizeTable*0.36, markSide, markSide, color)
	case inset > 0:
		p.bar(x, at.x+cellPad, at.y+at.height/2)
	}
	lines := p.cellLines(t, i, x, st)
	y := at.y + (at.height-float64(len(lines))*sizeTable*1.3)/2
	if kind == document.Name || kind == document.Text {
		y = at.y + cellAir
	}
	for _, line := range lines {
		p.write(p.aligned(at.x+inset, at.width-inset, line, kind, st), y+ascent(sizeTable), line, st)
		y += sizeTable * 1.3
	}
}

// bar draws a range on a line from 0 to 100 %, with its middle and the target.
func (p *writer) bar(c document.Cell, x, middle float64) {
	at := func(share float64) float64 { return x + min(max(share, 0), 1)*barWidth }
	p.fill(x, middle-1.5, barWidth, 3, p.colors.Grid)
	soft := p.colors.Accent
	soft.A = 90
	p.fill(at(c.Low), middle-3, max(at(c.High)-at(c.Low), 1), 6, soft)
	if c.Target > 0 {
		p.fill(at(c.Target)-0.5, middle-5, 1, 10, p.colors.PassLine)
	}
	p.on.Fill(disc(at(c.Value), middle, 2.6), p.colors.Accent)
}

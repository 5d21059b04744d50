package salvage

import (
	"context"
	"encoding/binary"
	"maps"
	"slices"
)

// deepest is how deep a tree may be. One that fills the largest possible file is not half as deep.
const deepest = 24

// finder goes through a file. Pages are claimed by what they belong to, once.
type finder struct {
	ctx     context.Context
	pages   *pager
	claimed map[uint32]bool
	trees   map[uint32]bool // pages that were looked at for whether they belong to a tree
	freed   []uint32
	// freelistSound says that the freelist is whole: then a page nobody claims has been torn off from its tree.
	freelistSound bool
	total         int
	done          int
	progress      func(done, total int)
}

// tableRows is what was found of a table.
type tableRows struct {
	rows   []Row
	lost   int  // cells that are no rows
	broken bool // not all of the tree could be walked
}

func sortedKeys[V any](m map[uint32]V) []uint32 { return slices.Sorted(maps.Keys(m)) }

// claim takes a page for its own; false if it is taken or does not exist.
func (f *finder) claim(number uint32) bool {
	if f.claimed[number] || !f.pages.has(number) {
		return false
	}
	f.claimed[number] = true
	f.step()
	return true
}

func (f *finder) step() {
	f.done++
	if f.progress != nil && f.done%64 == 0 {
		f.progress(min(f.done, f.total), f.total)
	}
}

// walk collects the rows of the tree that begins at a page.
func (f *finder) walk(number uint32, t Table, into *tableRows, depth int) {
	if f.ctx.Err() != nil {
		return
	}
	if depth > deepest || f.claimed[number] || !f.pages.has(number) {
		into.broken = true
		return
	}
	p := f.pages.read(number)
	switch kind := p.bytes[p.start]; kind {
	case leafTable:
		f.leaf(p, t, into)
	case interiorTable:
		if c := readCells(p, kind); c.sound {
			f.interior(p, c, t, into, depth)
			return
		}
		fallthrough
	default:
		f.unknown(p, t, into, depth)
	}
}

// interior walks what lies below a page.
func (f *finder) interior(p page, c cells, t Table, into *tableRows, depth int) {
	f.claim(p.number)
	if !c.sound {
		into.broken = true
	}
	for _, x := range c.cells {
		f.walk(x.child, t, into, depth+1)
	}
	f.walk(c.right, t, into, depth+1)
}

// unknown is for a page whose kind cannot be, or that is not whole: it is tried as both kinds it could be.
func (f *finder) unknown(p page, t Table, into *tableRows, depth int) {
	into.broken = true
	if c := readCells(p, leafTable); f.fitting(c, t) > 0 {
		f.leaf(p, t, into)
		return
	}
	c := readCells(p, interiorTable)
	meant := p.bytes[p.start] == interiorTable // children that are not there are passed over
	for _, x := range c.cells {
		if !meant && !f.pages.has(x.child) {
			return
		}
	}
	if len(c.cells) > 0 || meant {
		f.interior(p, c, t, into, depth)
	}
}

// fitting counts the cells that can be rows of a table.
func (f *finder) fitting(c cells, t Table) (n int) {
	for _, x := range c.cells {
		if t.fitsCell(x) {
			n++
		}
	}
	return n
}

// fitsCell tells whether a cell can be a row of a table, by its header.
func (t Table) fitsCell(x cell) bool {
	kinds, _, ok := head(x.local, x.payload)
	return ok && t.fits(kinds)
}

// leaf takes the rows of a page of a table. A page of which most is not the table's was not meant: the way to it is what is broken.
func (f *finder) leaf(p page, t Table, into *tableRows) {
	c := readCells(p, leafTable)
	if fit := f.fitting(c, t); 2*fit < len(c.cells) {
		into.broken = true
		return
	}
	f.claim(p.number)
	if !c.sound {
		into.broken = true
	}
	f.take(p, c, t, Live, into)
	if !c.sound {
		f.between(p, c, t, Mended, into)
	}
}

// take takes those cells of a page that are rows of the table.
func (f *finder) take(p page, c cells, t Table, origin Origin, into *tableRows) {
	for _, x := range c.cells {
		payload, ok := f.payload(x, t)
		if !ok {
			into.lost++
			continue
		}
		into.rows = append(into.rows, Row{Origin: origin, RowID: x.rowID, frame: p.frame, payload: payload})
	}
}

// between looks for rows where no cell of a damaged page lies, for instance because the pointer to it is what was damaged.
func (f *finder) between(p page, c cells, t Table, origin Origin, into *tableRows) {
	for at := c.content; at < len(p.bytes); at++ {
		if c.covered[at] {
			continue
		}
		x, ok := parseCell(p.bytes, at, leafTable)
		if !ok || x.payload < 2 || !t.fitsCell(x) || !c.cover(x.at, x.size) {
			continue
		}
		if payload, ok := f.payload(x, t); ok {
			into.rows = append(into.rows, Row{Origin: origin, RowID: x.rowID, frame: p.frame, payload: payload})
			at += x.size - 1
		}
	}
}

// payload puts a row together, with what lies on overflow pages.
func (f *finder) payload(x cell, t Table) ([]byte, bool) {
	if !t.fitsCell(x) {
		return nil, false
	}
	out := append(make([]byte, 0, len(x.local)), x.local...)
	for next := x.overflow; len(out) < x.payload; {
		// A circle, a page of something else, or none: a number that was damaged must not cost another table a page.
		if f.claimed[next] || !f.pages.has(next) || f.isTreePage(next) || !f.claim(next) {
			return nil, false
		}
		b := f.pages.read(next).bytes
		next = binary.BigEndian.Uint32(b)
		out = append(out, b[4:min(len(b), 4+x.payload-len(out))]...)
	}
	return out, true
}

// isTreePage tells whether a page is without doubt one of a tree: the rest of a row looks like that by no accident.
func (f *finder) isTreePage(number uint32) bool {
	is, looked := f.trees[number]
	if looked {
		return is
	}
	p := f.pages.read(number)
	switch kind := p.bytes[p.start]; kind {
	case interiorTable, interiorIndex, leafTable, leafIndex:
		c := readCells(p, kind)
		is = c.sound && len(c.cells) > 0
	}
	f.trees[number] = is
	return is
}

// freelist follows the list of pages that were given up.
func (f *finder) freelist(header []byte) {
	said := int(binary.BigEndian.Uint32(header[offsetFreelist+4:]))
	seen := map[uint32]bool{}
	f.freelistSound = true
	for trunk := binary.BigEndian.Uint32(header[offsetFreelist:]); trunk != 0; {
		if seen[trunk] || f.claimed[trunk] || !f.pages.has(trunk) {
			f.freelistSound = false
			break
		}
		seen[trunk] = true
		b := f.pages.read(trunk).bytes
		trunk = binary.BigEndian.Uint32(b)
		n := binary.BigEndian.Uint32(b[4:])
		if n > uint32(len(b)/4-2) {
			f.freelistSound, n = false, 0
		}
		for i := range n {
			leaf := binary.BigEndian.Uint32(b[8+4*i:])
			if seen[leaf] || f.claimed[leaf] || !f.pages.has(leaf) {
				f.freelistSound = false
				continue
			}
			seen[leaf] = true
		}
	}
	f.freed = sortedKeys(seen)
	f.freelistSound = f.freelistSound && len(f.freed) == said
}

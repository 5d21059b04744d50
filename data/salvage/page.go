package salvage

import "encoding/binary"

// The kinds of pages a tree is made of, by the first byte of their header.
const (
	interiorIndex byte = 2
	interiorTable byte = 5
	leafIndex     byte = 10
	leafTable     byte = 13
)

// cell is an entry of a page.
type cell struct {
	at, size int // in the page, its overflow page number included
	child    uint32
	rowID    int64
	payload  int    // bytes in all
	local    []byte // of them on the page
	overflow uint32 // first page of the rest; 0: there is none
}

// cells are the entries of a page.
type cells struct {
	cells []cell
	right uint32 // last child of an interior page
	// sound says that every byte of the page is accounted for: a cell that vanished by a flipped byte leaves a gap.
	sound   bool
	covered []bool // by header, pointers, cells and free blocks
	content int    // where the cells begin
}

// readCells reads a page as one of the kind, whatever its first byte says. What does not hold is left out.
func readCells(p page, kind byte) cells {
	b := p.bytes
	c := cells{covered: make([]bool, len(b)), content: len(b)}
	interior := kind == interiorTable || kind == interiorIndex
	pointers := p.start + 8
	if interior {
		pointers += 4
		c.right = binary.BigEndian.Uint32(b[p.start+8:])
	}
	n := int(binary.BigEndian.Uint16(b[p.start+3:]))
	content := int(binary.BigEndian.Uint16(b[p.start+5:]))
	if content == 0 {
		content = largestPage
	}
	end := pointers + 2*n
	c.sound = b[p.start] == kind && end <= content && content <= len(b)
	end = min(end, len(b))
	if content >= end && content <= len(b) {
		c.content = content
	} else {
		c.content = end
	}
	c.cover(0, pointers)
	for at := pointers; at+2 <= end && !(at < len(b) && c.covered[at]); at += 2 { // cells over the pointers end them
		c.cover(at, 2)
		x, ok := parseCell(b, int(binary.BigEndian.Uint16(b[at:])), kind)
		if !ok || x.at < pointers || !c.cover(x.at, x.size) {
			c.sound = false
			continue
		}
		c.cells = append(c.cells, x)
	}
	c.sound = c.sound && c.accounted(b, p.start)
	return c
}

// cover marks bytes as accounted for; false, and nothing is marked, if some were already or do not exist.
func (c *cells) cover(at, n int) bool {
	if at < 0 || n < 0 || at+n > len(c.covered) {
		return false
	}
	for _, taken := range c.covered[at : at+n] {
		if taken {
			return false
		}
	}
	for i := at; i < at+n; i++ {
		c.covered[i] = true
	}
	return true
}

// accounted follows the free blocks and compares what is left over with the count of stray bytes in the header.
func (c *cells) accounted(b []byte, start int) bool {
	for at := int(binary.BigEndian.Uint16(b[start+1:])); at != 0; {
		if at < c.content || at+4 > len(b) {
			return false
		}
		next, size := int(binary.BigEndian.Uint16(b[at:])), int(binary.BigEndian.Uint16(b[at+2:]))
		if size < 4 || !c.cover(at, size) || next != 0 && next <= at {
			return false
		}
		at = next
	}
	stray := 0
	for _, taken := range c.covered[c.content:] {
		if !taken {
			stray++
		}
	}
	return stray == int(b[start+7])
}

// parseCell reads the cell at a place of a page.
func parseCell(b []byte, at int, kind byte) (c cell, ok bool) {
	c.at = at
	p := at
	if kind == interiorTable || kind == interiorIndex {
		if p+4 > len(b) {
			return c, false
		}
		c.child = binary.BigEndian.Uint32(b[p:])
		p += 4
	}
	if p >= len(b) {
		return c, false
	}
	v, n := varint(b[p:])
	if n == 0 {
		return c, false
	}
	p += n
	if kind == interiorTable { // v is the key
		c.rowID, c.size = int64(v), max(p-at, 4)
		return c, true
	}
	if v > MaxRow {
		return c, false
	}
	c.payload = int(v)
	if kind == leafTable {
		id, n := varint(b[p:])
		if n == 0 {
			return c, false
		}
		c.rowID, p = int64(id), p+n
	}
	local := localBytes(c.payload, len(b), kind)
	rest := 0
	if local < c.payload {
		rest = 4
	}
	if p+local+rest > len(b) {
		return c, false
	}
	c.local = b[p : p+local]
	if rest > 0 {
		c.overflow = binary.BigEndian.Uint32(b[p+local:])
	}
	c.size = max(p+local+rest-at, 4)
	return c, c.at+c.size <= len(b)
}

// localBytes is how much of a payload lies on the page itself, by the rule of the file format.
func localBytes(payload, usable int, kind byte) int {
	most, least := usable-35, (usable-12)*32/255-23
	if kind != leafTable {
		most = (usable-12)*64/255 - 23
	}
	if payload <= most {
		return payload
	}
	if k := least + (payload-least)%(usable-4); k <= most {
		return k
	}
	return least
}

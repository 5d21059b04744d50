package salvage

import (
	"encoding/binary"
	"io"
)

// The sizes a page can have.
const (
	smallestPage = 512
	largestPage  = 65536
)

func validPageSize(n int) bool { return n >= smallestPage && n <= largestPage && n&(n-1) == 0 }

// pager hands out pages: from the log where it has them, else from the file.
type pager struct {
	in     Input
	size   int // of a page
	usable int // without what is reserved at the end of each
	inFile uint32
	inLog  map[uint32]logPage
	bad    int // pages the disk could not read
}

// page is a page as it was read.
type page struct {
	number uint32
	frame  int
	bytes  []byte // usable ones
	start  int    // where the header of the tree begins: 100 on the first page
}

func newPager(in Input, log LogState, size, reserved int) *pager {
	p := &pager{in: in, size: size, usable: size - reserved, inLog: map[uint32]logPage{}}
	p.inFile = uint32(min((in.Size+int64(size)-1)/int64(size), 1<<32-2))
	if log.PageSize == size {
		for _, l := range log.pages {
			p.inLog[l.number] = l // later frames over earlier ones
		}
	}
	return p
}

// has tells whether there is such a page.
func (p *pager) has(number uint32) bool {
	_, ok := p.inLog[number]
	return ok || number >= 1 && number <= p.inFile
}

// numbers is every page there is: those of the file, then those the log alone has, in order.
func (p *pager) numbers(yield func(uint32) bool) {
	for n := uint32(1); n <= p.inFile; n++ {
		if !yield(n) {
			return
		}
	}
	for _, n := range sortedKeys(p.inLog) {
		if n > p.inFile && !yield(n) {
			return
		}
	}
}

// count is how many pages there are.
func (p *pager) count() int {
	n := int(p.inFile)
	for number := range p.inLog {
		if number > p.inFile {
			n++
		}
	}
	return n
}

// read reads a page; what is missing of it (the file is cut off, the disk cannot read it) is zero.
func (p *pager) read(number uint32) page {
	b := make([]byte, p.size)
	out := page{number: number, bytes: b[:p.usable]}
	if number == 1 {
		out.start = fileHeaderBytes
	}
	from, at := p.in.File, int64(number-1)*int64(p.size)
	if l, ok := p.inLog[number]; ok {
		from, at, out.frame = p.in.Log, l.at, l.frame
	}
	if from == nil {
		return out
	}
	if _, err := from.ReadAt(b, at); err != nil && err != io.EOF {
		p.bad++
	}
	return out
}

// The header of the file, as far as it is needed.
const (
	fileHeaderBytes   = 100
	fileMagic         = "SQLite format 3\x00"
	offsetPageSize    = 16
	offsetReserved    = 20
	offsetFreelist    = 32 // first page of the freelist, then how many pages it has
	offsetUserVersion = 60
	offsetAppID       = 68
)

// headerOf is the header of the file with the log laid over it; zero where it is missing.
func (p *pager) header() []byte { return p.read(1).bytes[:fileHeaderBytes] }

// choosePages finds out how large pages are. The header may be what is damaged, so what it says is tried against the other sizes:
// the one with which most of the file makes sense wins.
func choosePages(in Input, log LogState) *pager {
	header := make([]byte, fileHeaderBytes)
	if in.File != nil {
		_, _ = in.File.ReadAt(header, 0) // what cannot be read is tried without
	}
	said := int(binary.BigEndian.Uint16(header[offsetPageSize:]))
	if said == 1 {
		said = largestPage
	}
	reserved := int(header[offsetReserved])
	best, most := newPager(in, log, 4096, 0), 0
	for _, size := range []int{said, log.PageSize, 4096, 1024, 512, 2048, 8192, 16384, 32768, 65536} {
		if !validPageSize(size) {
			continue
		}
		for _, r := range []int{reserved, 0} {
			if size-r < 480 {
				continue
			}
			p := newPager(in, log, size, r)
			n, of := p.sense()
			if n > most+most/4 { // those before are the likelier ones
				best, most = p, n
			}
			if n > of/2 {
				return p // no other size can make so much sense of it
			}
			if reserved == 0 {
				break
			}
		}
	}
	return best
}

// sensePages is how many pages are looked at to judge a size.
const sensePages = 500

// sense is how many bytes make sense as pages of tables, of how many that were looked at.
func (p *pager) sense() (bytes, of int) {
	for n := range p.numbers {
		if of == sensePages*p.size {
			break
		}
		of += p.size
		pg := p.read(n)
		if t := pg.bytes[pg.start]; t != leafTable && t != interiorTable && t != leafIndex && t != interiorIndex {
			continue
		}
		if c := readCells(pg, pg.bytes[pg.start]); c.sound && len(c.cells) > 0 {
			bytes += p.size
		}
	}
	return bytes, of
}

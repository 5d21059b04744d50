package salvage

// scan goes through pages that no tree has claimed and takes the rows of those that are leaves of a known table.
type scan struct {
	finder  *finder
	tables  []Table
	accepts func(table int, values []any) bool
	into    []tableRows
}

// over scans pages one after the other.
func (s *scan) over(numbers func(yield func(uint32) bool), origin Origin) {
	for n := range numbers {
		if s.finder.ctx.Err() != nil {
			return
		}
		if s.finder.claimed[n] {
			continue
		}
		s.page(s.finder.pages.read(n), origin)
		s.finder.step()
	}
}

// page takes the rows of a page if it is a leaf of one of the tables. The first byte is not trusted where the page cannot be anything
// else: it is tried as a leaf.
func (s *scan) page(p page, origin Origin) {
	switch kind := p.bytes[p.start]; kind {
	case interiorTable, interiorIndex, leafIndex:
		if readCells(p, kind).sound {
			return
		}
	}
	c := readCells(p, leafTable)
	at := s.whose(c)
	if at < 0 {
		return
	}
	s.finder.claimed[p.number] = true
	s.finder.take(p, c, s.tables[at], origin, &s.into[at])
	if !c.sound {
		s.finder.between(p, c, s.tables[at], origin, &s.into[at])
	}
}

// samples is how many rows of a page are tried to find out whose they are.
const samples = 5

// whose finds the table to which most of the first rows of a page belong; -1 for none.
func (s *scan) whose(c cells) int {
	best, most := -1, 0
	for i, t := range s.tables {
		fit, tried, accepted := 0, 0, 0
		for _, x := range c.cells {
			if !t.fitsCell(x) {
				continue
			}
			fit++
			if tried == samples || x.overflow != 0 {
				continue
			}
			tried++
			if values := (Row{RowID: x.rowID, payload: x.local}).Values(t); values != nil && s.accepts(i, values) {
				accepted++
			}
		}
		// Rows that lie on further pages cannot be tried here; the right kinds of values have to do for them.
		if 2*fit < len(c.cells) || tried > 0 && accepted == 0 {
			continue
		}
		if n := fit + 1000*accepted; n > most {
			best, most = i, n
		}
	}
	return best
}

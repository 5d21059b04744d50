package mockfile

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// matching is what each column of a table was taken for.
type matching struct {
	columns []Column
	places  map[Column]int
	own     map[int]bool // said by the person
	notices []string
}

// at is the place of a column, or -1.
func (m *matching) at(c Column) int {
	if i, ok := m.places[c]; ok {
		return i
	}
	return -1
}

func (m *matching) has(c Column) bool { return m.at(c) >= 0 }

// set gives a place a meaning, instead of what it had.
func (m *matching) set(i int, c Column) {
	if old := m.columns[i]; old != "" && old != ColumnIgnore {
		delete(m.places, old)
	}
	m.columns[i] = c
	if c != ColumnIgnore && c != "" {
		m.places[c] = i
	}
}

func (m *matching) free(i int, c Column) bool { return m.columns[i] == "" && !m.has(c) }

// ofDomains are the places of columns that belong to one domain, ascending.
func (m *matching) ofDomains() []int {
	var out []int
	for i, c := range m.columns {
		if _, _, ok := c.ofDomain(); ok {
			out = append(out, i)
		}
	}
	return out
}

func (m *matching) hasResult() bool {
	return slices.ContainsFunc(m.columns, Column.isResult)
}

// match finds out what the columns hold: the person's word first, then the headings, then the cells.
func match(t *table, known headings, o Options) (*matching, error) {
	m := &matching{columns: make([]Column, t.width), places: map[Column]int{}, own: map[int]bool{}}
	if err := m.takePersonal(o, known); err != nil {
		m.ignoreRest(t)
		return m, err
	}
	if t.header == nil && o.Columns == nil {
		m.ignoreRest(t)
		return m, refusal("header", "the first line does not name the columns; add a line with date, source and correct, total or percent above it")
	}
	profiles := profilesOf(t, known.domains)
	m.byHeadings(t, known, profiles)
	m.byCells(t, profiles, o)
	m.ignoreRest(t)
	return m, nil
}

func (m *matching) takePersonal(o Options, known headings) error {
	if !slices.Contains([]DateOrder{OrderUnknown, DayMonthYear, MonthDayYear, YearMonthDay}, o.DateOrder) {
		return refusal("columns", "%q is no order of dates", clip(string(o.DateOrder)))
	}
	for _, i := range slices.Sorted(maps.Keys(o.Columns)) {
		c := o.Columns[i]
		if err := c.check(known.domains); err != nil {
			return err
		}
		if i < 0 || i >= len(m.columns) {
			return refusal("columns", "there is no column %d; the file has %d", i+1, len(m.columns))
		}
		if m.has(c) {
			return refusal("columns", "two columns are matched to %q", c)
		}
		m.set(i, c)
		m.own[i] = true
	}
	return nil
}

// byHeadings gives each column to the best claim of its heading that its cells do not speak against. In the lossless form the headings
// are believed: there a domain's id may look like a result.
func (m *matching) byHeadings(t *table, known headings, profiles []profile) {
	type bid struct {
		claim
		place int
	}
	var bids []bid
	for i, name := range t.header {
		for _, c := range known.claims(name) {
			bids = append(bids, bid{c, i})
		}
	}
	slices.SortStableFunc(bids, func(a, b bid) int { return cmp.Compare(a.rank, b.rank) })
	own := len(t.header) >= len(ownHeader) && slices.Equal(t.header[:len(ownHeader)], ownHeader)
	for _, b := range bids {
		believed := own && b.rank == rankOwn
		if m.free(b.place, b.column) && (believed || profiles[b.place].allows(b.column)) {
			m.set(b.place, b.column)
		}
	}
	if i := m.at(ColumnDomain); i >= 0 && !m.own[i] && len(m.ofDomains()) > 0 && profiles[i].domains == 0 {
		m.set(i, ColumnIgnore) // one line a mock after all; "area" was something else
	}
}

// byCells looks for what every mock needs in columns whose headings say nothing.
func (m *matching) byCells(t *table, profiles []profile, o Options) {
	find := func(c Column, is func(p profile) bool) {
		if m.has(c) {
			return
		}
		var found []int
		for i := range m.columns {
			if m.columns[i] == "" && is(profiles[i]) {
				found = append(found, i)
			}
		}
		if len(found) == 1 || len(found) > 1 && c == ColumnDate {
			m.set(found[0], c)
			m.notices = append(m.notices, fmt.Sprintf("The column “%s” was taken for %s because of what stands in it.", t.name(found[0]), c))
		}
	}
	mostly := func(n int, p profile) bool { return n > 0 && 5*n >= 4*p.filled }
	find(ColumnDate, func(p profile) bool { return mostly(p.dates, p) })
	if len(m.ofDomains()) == 0 {
		find(ColumnDomain, func(p profile) bool { return mostly(p.domains, p) && p.texts > 0 })
	}
	if !m.hasResult() {
		find(ColumnPercent, func(p profile) bool { return mostly(p.results(), p) })
	}
	if o.Source == "" {
		find(ColumnSource, func(p profile) bool { return mostly(p.texts, p) && p.filled == p.rows })
	}
}

func (m *matching) ignoreRest(t *table) {
	var unused []string
	for i, c := range m.columns {
		if c != "" {
			continue
		}
		m.columns[i] = ColumnIgnore
		if i < len(t.header) && strings.TrimSpace(t.header[i]) != "" {
			unused = append(unused, "“"+t.name(i)+"”")
		}
	}
	if len(unused) > 0 {
		m.notices = append(m.notices, "Not used: "+strings.Join(unused, ", ")+".")
	}
}

// complete refuses a table that lacks what every mock needs.
func (m *matching) complete(t *table, o Options) error {
	switch {
	case !m.has(ColumnDate):
		return refusal("date", "no column was found with the days on which the mocks were taken; name one “date”")
	case !m.has(ColumnSource) && strings.TrimSpace(o.Source) == "":
		return refusal("source", "no column was found that says where the questions come from; name one “source”")
	case !m.hasResult():
		return refusal("score", "no column was found with results; name one “percent”, or two “correct” and “total”, or one like each domain")
	}
	return nil
}

// profile counts what the cells of a column look like.
type profile struct {
	rows, filled   int
	dates, texts   int // of those filled, as the next two lines
	counts         int // like 20/26
	percents       int // like 77 %
	numbers, whole int // bare, and those of them without a fraction
	domains        int // cells that name a domain, whatever else they are
}

func (p profile) results() int { return p.counts + p.percents }

// profileRows is how many rows are looked at.
const profileRows = 200

func profilesOf(t *table, domains *domainFinder) []profile {
	profiles := make([]profile, t.width)
	for _, w := range t.rows[:min(profileRows, len(t.rows))] {
		for i := range profiles {
			profiles[i].add(w.cell(i), domains)
		}
	}
	return profiles
}

func (p *profile) add(cell string, domains *domainFinder) {
	p.rows++
	if isDash(trim(cell)) {
		return
	}
	p.filled++
	if domains.find(unguard(cell)).id != "" {
		p.domains++
	}
	if _, ok := parseDay(cell); ok {
		p.dates++
		return
	}
	switch r, ok := parseResult(cell); {
	case !ok:
		p.texts++
	case r.kind == bare:
		p.numbers++
		p.whole += one(r.whole)
	case r.kind == counted:
		p.counts++
	default:
		p.percents++
	}
}

// allows reports whether the cells may be what a heading claims. Where there are none, nothing speaks against it.
func (p profile) allows(c Column) bool {
	switch kind, _, ofDomain := c.ofDomain(); {
	case p.filled == 0:
		return true
	case c == ColumnDate:
		return p.dates > 0
	case c == ColumnDomain:
		return p.texts > 0 || p.domains > 0 && p.results() == 0
	case c == ColumnCorrect, kind == domainCorrect:
		return p.counts+p.whole > 0 // a percentage may be called "correct", too
	case c.isResult():
		return p.results()+p.numbers > 0
	case ofDomain, c == ColumnTotal:
		return p.numbers > 0
	}
	return true
}

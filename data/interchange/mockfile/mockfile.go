package mockfile

import (
	"io"

	"milepost/planner"
)

// Bounds of a file; beyond them it is refused. A text may have planner.MaxTextRunes characters.
const (
	MaxBytes   = 64 << 20
	MaxRows    = 100_000
	MaxColumns = 200
)

// Options is what Read needs to know besides the file.
type Options struct {
	Domains []planner.StudyDomain // of the study; results by domain are matched to them
	Today   planner.Date          // needed: mocks of later days are refused
	Source  string                // where the questions come from, for files and lines that do not say
	// Columns is the person's own matching by the place of the column, from 0; it overrides what would be found.
	Columns map[int]Column
	// DateOrder is the person's answer when dates can be read in two ways; OrderUnknown: told by the data.
	DateOrder DateOrder
}

// Proposal is what was found in a file. Nothing of it is stored yet.
type Proposal struct {
	Header  []string // as in the file, clipped; nil when the first line is data already
	Columns []Column // what each column was taken for
	Rows    int      // lines of data that are not blank; each is in Mocks or in Bad
	// Separator parts the cells: ',', ';', '\t', '|' or what a line "sep=" names.
	Separator rune
	// DateOrder was used for dates like 04/11/2026; OrderUnknown when there are none.
	DateOrder DateOrder
	// AskDateOrder: the data fit another order as well; the person must be asked before anything is stored.
	AskDateOrder bool
	Mocks        []ProposedMock // in the order of their first lines
	Bad          []BadLine      // by line
	Notices      []string       // what a person should know of the file as a whole, a sentence or two each
	Sample       [][]string     // the first lines of data, texts clipped, for a preview
}

// ProposedMock is a mock that passes planner.Mock.Validate. It has no ID.
type ProposedMock struct {
	Mock    planner.Mock
	Lines   []int    // where it stands, ascending, counted from 1 as an editor does
	Remarks []string // what a person should look at before taking it, a sentence each
}

// BadLine is a line that cannot be used.
type BadLine struct {
	Line   int    // counted from 1 as an editor does, lines in quoted texts included
	Others []int  // lines of the same mock that are left out with it, ascending
	Field  string // "date", "correct", "domains.d1", …; "line" when it is the line as a whole
	Reason string // one plain sentence
}

// Read proposes the mocks a CSV file holds. An error means that the file as a whole cannot be read: it is too large,
// is no text, or lacks what every mock needs. It then carries a *planner.FieldError with the field "file", "header",
// "date", "source", "score", "columns" (Options.Columns is wrong) or the name of a column; failures of r are passed on.
// As far as columns were found the proposal has Header, Columns, Rows and Sample in spite of an error, so that a
// person can match them by hand.
func Read(r io.Reader, o Options) (Proposal, error) {
	text, notices, err := readText(r)
	if err != nil {
		return Proposal{}, err
	}
	known := headings{newDomainFinder(o.Domains)}
	t, err := readTable(text, known)
	p := Proposal{Header: clipAll(t.header), Rows: len(t.rows) + len(t.bad), Separator: rune(t.separator), Sample: t.sample(), Notices: append(notices, t.notices...)}
	if err != nil {
		return p, err
	}
	m, err := match(t, known, o)
	p.Columns = m.columns
	if err != nil {
		return p, err
	}
	scales := newScales(t, m)
	p.Columns, p.Notices = m.columns, append(p.Notices, m.notices...)
	if err := m.complete(t, o); err != nil {
		return p, err
	}
	p.DateOrder, p.AskDateOrder = orderOf(t, m, o)
	reader := (&lineReader{m: m, scales: scales, options: o, order: p.DateOrder, domains: known.domains}).over(t)
	build(&p, gather(reader, t), o)
	p.Notices = append(p.Notices, reader.notices()...)
	return p, nil
}

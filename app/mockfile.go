package app

import (
	"context"
	"fmt"
	"io"
	"os"

	"milepost/data"
	"milepost/data/interchange/mockfile"
	"milepost/planner"
)

// What front doors see of files of mocks.
type (
	// MockProposal is what was found in a file: which column was taken for what, the mocks, and the lines that cannot be used.
	MockProposal = mockfile.Proposal
	// ProposedMock is a mock of a file with the lines it stands on.
	ProposedMock = mockfile.ProposedMock
	// BadMockLine is a line that cannot be used, and why.
	BadMockLine = mockfile.BadLine
	// MockColumn says what a column of a file holds.
	MockColumn = mockfile.Column
	// DateOrder says how dates of three numbers are read.
	DateOrder = mockfile.DateOrder
)

// The orders of dates.
const (
	DateOrderUnknown = mockfile.OrderUnknown
	DayMonthYear     = mockfile.DayMonthYear
	MonthDayYear     = mockfile.MonthDayYear
	YearMonthDay     = mockfile.YearMonthDay
)

// MockColumnNames are what a column may hold, but for those of single domains.
func MockColumnNames() []MockColumn {
	return []MockColumn{
		mockfile.ColumnDate, mockfile.ColumnSource, mockfile.ColumnDomain, mockfile.ColumnCorrect, mockfile.ColumnTotal, mockfile.ColumnPercent, mockfile.ColumnTimed, mockfile.ColumnUntimed,
		mockfile.ColumnFirstAttempt, mockfile.ColumnRetake, mockfile.ColumnMinutes, mockfile.ColumnNote, mockfile.ColumnOfficial, mockfile.ColumnGuess, mockfile.ColumnMock, mockfile.ColumnIgnore,
	}
}

// MockDomainColumn is a column that holds the result in one domain.
func MockDomainColumn(domain string) MockColumn { return mockfile.DomainColumn(domain) }

// MockFileOptions are what a person says about a file themselves.
type MockFileOptions struct {
	Source    string             // where the questions come from, for files that do not say
	Columns   map[int]MockColumn // by place, from 0; overrides what would be found
	DateOrder DateOrder
}

// MockFile is what a file of mocks holds, and which of it is recorded already.
type MockFile struct {
	MockProposal
	// Recorded tells, for each of Mocks, the mock it looks like a second copy of: the same day, source and counts. Its ID is "" where there is none.
	Recorded []planner.Mock
}

// New are the mocks that are not recorded yet.
func (f MockFile) New() []planner.Mock {
	var out []planner.Mock
	for i, p := range f.Mocks {
		if f.Recorded[i].ID == "" {
			out = append(out, p.Mock)
		}
	}
	return out
}

// All are all mocks of the file.
func (f MockFile) All() []planner.Mock {
	out := make([]planner.Mock, len(f.Mocks))
	for i, p := range f.Mocks {
		out[i] = p.Mock
	}
	return out
}

// ReadMocks reads a CSV file of mocks for the open study. Nothing is stored. Errors name what is wrong with the file as a whole; what was found of its columns
// is answered all the same.
func (m *Milepost) ReadMocks(ctx context.Context, r io.Reader, o MockFileOptions) (MockFile, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return MockFile{}, err
	}
	p, err := mockfile.Read(r, mockfile.Options{Domains: l.study.Domains, Today: m.Today(), Source: o.Source, Columns: o.Columns, DateOrder: o.DateOrder})
	f := MockFile{MockProposal: p, Recorded: make([]planner.Mock, len(p.Mocks))}
	for i, x := range p.Mocks {
		if same, found := planner.Recorded(l.mocks, x.Mock); found {
			f.Recorded[i] = same
		}
	}
	return f, err
}

// ReadMocksJob is ReadMocks of a file for another goroutine; prepare it on the application's own.
func (m *Milepost) ReadMocksJob(path string, o MockFileOptions) func(context.Context) (MockFile, error) {
	r := m.reader()
	return func(ctx context.Context) (MockFile, error) {
		f, err := openOrdinary(path)
		if err != nil {
			return MockFile{}, err
		}
		defer f.Close()
		return r.ReadMocks(ctx, f, o)
	}
}

// openOrdinary opens a file to read it; a pipe or a device would be waited for.
func openOrdinary(path string) (*os.File, error) {
	refuse := func(reason string) error { return &planner.FieldError{Field: "file", Reason: reason} }
	switch info, err := os.Stat(path); {
	case os.IsNotExist(err):
		return nil, refuse(fmt.Sprintf("there is no file %s", path))
	case err != nil:
		return nil, refuse(err.Error())
	case !info.Mode().IsRegular():
		return nil, refuse(fmt.Sprintf("%s is not a file", path))
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, refuse(err.Error())
	}
	return f, nil
}

// ImportMocks records mocks of a file as one action: all of them, or none. They were not foretold here, so the diary of predictions is not told of
// them; and they do not take the place of the guess of the next mock.
func (m *Milepost) ImportMocks(ctx context.Context, mocks []planner.Mock) error {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return err
	}
	ready := make([]planner.Mock, len(mocks))
	for i, x := range mocks {
		x = normalMock(x)
		if err := x.Validate(l.study.Domains, m.Today()); err != nil {
			return planner.Under(fmt.Sprintf("mocks[%d]", i), err)
		}
		x.ID = m.newID()
		ready[i] = x
	}
	if len(ready) == 0 {
		return nil
	}
	return m.do(ctx, nameFor(len(ready), "Import mock", "Import %d mocks"), func(tx *data.Tx) error {
		for _, x := range ready {
			if err := tx.SaveMock(l.study.ID, x); err != nil {
				return err
			}
		}
		return nil
	})
}

// MocksTable prepares to write the mocks of the open study as CSV, oldest first, in the form that ReadMocks reads without a question and that loses nothing.
// What it answers may be called on any goroutine.
func (m *Milepost) MocksTable(ctx context.Context) (write func(io.Writer) error, err error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return nil, err
	}
	return func(w io.Writer) error { return mockfile.Write(w, l.mocks) }, nil
}

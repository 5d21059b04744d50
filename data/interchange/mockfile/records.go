package mockfile

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"milepost/planner"
)

// row is one record of a file: a line, or several where a quoted text has line breaks.
type row struct {
	line  int      // where it begins, from 1
	cells []string // without the blank ones at the end
	width int      // cells with those
}

func newRow(line int, cells []string) row {
	w := row{line: line, cells: cells, width: len(cells)}
	for n := len(cells); n > 0 && strings.TrimSpace(cells[n-1]) == ""; n-- {
		w.cells = cells[:n-1]
	}
	return w
}

func (w row) cell(i int) string {
	if i < 0 || i >= len(w.cells) {
		return ""
	}
	return w.cells[i]
}

// records cuts a text into records and leaves each to encoding/csv. Handing over one at a time keeps a quotation mark that is never
// closed from swallowing the rest of the file, and a line of millions of separators from becoming millions of strings.
type records struct {
	rest      string
	line      int // of the first byte of rest
	separator byte
	buffer    *bufio.Reader
	mended    []int // lines with quotation marks that had to be guessed at
}

func newRecords(text string, separator byte, line int) *records {
	return &records{rest: text, line: line, separator: separator, buffer: bufio.NewReader(nil)}
}

// next gives the next record that is not blank, or a bad line, and io.EOF at the end. Other errors refuse the file.
//
// A record that encoding/csv does not take is read again as its first line alone. No line is looked at more than
// twice by that: if a record was open at the end of a line, the lines after it have paired marks and end by themselves.
func (s *records) next() (row, *BadLine, error) {
	for strings.HasPrefix(s.rest, "\n") {
		s.skip(1)
	}
	if s.rest == "" {
		return row{}, nil, io.EOF
	}
	line := s.line
	first, _, _ := strings.Cut(s.rest, "\n")
	end, columns := recordEnd(s.rest, s.separator)
	if columns > MaxColumns && end <= len(first) {
		return row{}, nil, refusal("file", "line %d has more than %d columns", line, MaxColumns)
	}
	cells, err := s.fields(s.rest[:end], false)
	if err == nil && columns <= MaxColumns {
		s.skip(end)
		return newRow(line, cells), nil, nil
	}
	s.skip(len(first))
	cells, ok := s.mend(first)
	if !ok {
		return row{}, &BadLine{Line: line, Field: "line", Reason: "The quotation marks in this line are not paired."}, nil
	}
	s.mended = append(s.mended, line)
	return newRow(line, cells), nil, nil
}

// skip goes on by n bytes.
func (s *records) skip(n int) {
	s.line += strings.Count(s.rest[:n], "\n")
	s.rest = s.rest[n:]
}

// mend reads a line with quotation marks in the middle of texts, like a 24" screen.
func (s *records) mend(line string) ([]string, bool) {
	if strings.Count(line, string(s.separator)) > MaxColumns+planner.MaxTextRunes {
		return nil, false
	}
	_, err := s.fields(line, false)
	if !errors.Is(err, csv.ErrBareQuote) && strings.Count(line, `"`)%2 == 1 {
		return nil, false // opened and not closed: where the text ends is anybody's guess
	}
	cells, err := s.fields(line, true)
	return cells, err == nil && len(cells) <= MaxColumns
}

// fields parts one record into cells.
func (s *records) fields(record string, lazy bool) ([]string, error) {
	s.buffer.Reset(strings.NewReader(record))
	c := csv.NewReader(s.buffer) // takes the buffer as it is
	c.Comma, c.LazyQuotes, c.FieldsPerRecord = rune(s.separator), lazy, -1
	c.TrimLeadingSpace = s.separator != '\t' // else empty cells between tabs would vanish
	return c.Read()
}

// recordEnd finds the first line break outside quotation marks and counts the columns before it. It stops when there
// are too many.
func recordEnd(text string, separator byte) (end, columns int) {
	quoted, columns := false, 1
	for i := range len(text) {
		switch c := text[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n':
			return i, columns
		case c == separator:
			if columns++; columns > MaxColumns {
				return i, columns
			}
		}
	}
	return len(text), columns
}

package mockfile

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"milepost/planner"
)

// table is a file as rows and columns; what they mean is not known yet.
type table struct {
	separator byte
	header    []string // nil when there is none
	width     int      // columns
	rows      []row
	bad       []BadLine
	notices   []string
}

const (
	headerWithin = 20 // records in which the headings are looked for; titles may stand above them
	sampleRows   = 6
)

// readTable parts a text into a table. With an error the table holds what was read until then.
func readTable(text string, known headings) (*table, error) {
	t, line := &table{}, 1
	var told bool
	if t.separator, told = separatorLine(text); told {
		_, text, _ = strings.Cut(text, "\n")
		line++
	} else {
		t.separator = findSeparator(text, known)
	}
	s := newRecords(text, t.separator, line)
	if err := t.readRows(s); err != nil {
		return t, err
	}
	if len(s.mended) > 0 {
		t.notices = append(t.notices, fmt.Sprintf("Quotation marks are not paired in %s; they were taken as part of the text.", lineList(s.mended)))
	}
	t.findHeader(known)
	t.refuseWideRows()
	return t, t.checkTexts()
}

// readRows reads all records that are not blank; a row of separators alone is blank, too.
func (t *table) readRows(s *records) error {
	for {
		w, bad, err := s.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case bad != nil:
			t.bad = append(t.bad, *bad)
		case len(w.cells) > 0:
			t.rows = append(t.rows, w)
		}
		if len(t.rows)+len(t.bad) > MaxRows+headerWithin {
			return refusal("file", "the file has more than %d lines of data", MaxRows)
		}
	}
}

// findHeader takes the headings, and what stands above them, off the rows. Without any heading that is understood the
// first row is taken for headings unless it looks like data.
func (t *table) findHeader(known headings) {
	at, found := 0, false
	for i := range min(headerWithin, len(t.rows)) {
		if known.count(t.rows[i].cells) >= 2 && !looksLikeData(t.rows[i]) {
			at, found = i, true
			break
		}
	}
	if found || len(t.rows) > 0 && !looksLikeData(t.rows[0]) {
		head := t.rows[at]
		t.width = head.width
		t.header = slices.Concat(head.cells, make([]string, head.width-len(head.cells)))
		t.rows = t.rows[at+1:]
		t.dropAbove(head.line)
	}
	if at > 0 {
		t.notices = append(t.notices, "What stands above the line of headings was left out.")
	}
	if t.header == nil {
		for _, w := range t.rows {
			t.width = max(t.width, len(w.cells))
		}
	}
}

// dropAbove forgets bad lines above the headings; they were no data.
func (t *table) dropAbove(line int) {
	for len(t.bad) > 0 && t.bad[0].Line < line {
		t.bad = t.bad[1:]
	}
}

func looksLikeData(w row) bool {
	for _, cell := range w.cells {
		if _, ok := parseDay(cell); ok {
			return true
		}
		if r, ok := parseResult(cell); ok && (r.kind == counted || r.kind == percentage) {
			return true
		}
	}
	return false
}

// refuseWideRows sets aside rows with more cells than there are headings: nobody can say which cell is the one too many.
func (t *table) refuseWideRows() {
	kept := t.rows[:0]
	for _, w := range t.rows {
		if len(w.cells) <= t.width {
			kept = append(kept, w)
			continue
		}
		t.bad = append(t.bad, BadLine{
			Line: w.line, Field: "line",
			Reason: fmt.Sprintf("The line has %d cells and there are %d headings; a decimal comma or a text may need quotation marks.", len(w.cells), t.width),
		})
	}
	t.rows = kept
}

// checkTexts refuses a file with a text that is too long, and one with too many lines of data.
func (t *table) checkTexts() error {
	if len(t.rows)+len(t.bad) > MaxRows {
		return refusal("file", "the file has more than %d lines of data", MaxRows)
	}
	for i, name := range t.header {
		if tooLong(name) {
			return refusal(t.name(i), "the heading has more than %d characters; a quotation mark may be missing", planner.MaxTextRunes)
		}
	}
	for _, w := range t.rows {
		for i, cell := range w.cells {
			if tooLong(cell) {
				return refusal(t.name(i), "line %d holds a text of more than %d characters; a quotation mark may be missing", w.line, planner.MaxTextRunes)
			}
		}
	}
	return nil
}

// tooLong leaves room for the guard that Write may put before a text of the greatest length.
func tooLong(cell string) bool {
	return len(cell) > planner.MaxTextRunes && utf8.RuneCountInString(unguard(cell)) > planner.MaxTextRunes
}

// name is a column as a person knows it: by its heading, or else by its number from 1.
func (t *table) name(i int) string {
	if i < len(t.header) && strings.TrimSpace(t.header[i]) != "" {
		return clip(t.header[i])
	}
	return fmt.Sprintf("column %d", i+1)
}

func (t *table) sample() [][]string {
	var out [][]string
	for _, w := range t.rows[:min(sampleRows, len(t.rows))] {
		out = append(out, clipAll(w.cells))
	}
	return out
}

package mockfile

import (
	"errors"
	"io"
	"strings"
)

// separators are tried in this order; the first wins when nothing tells them apart.
var separators = []byte{',', ';', '\t', '|'}

// How much of a file is looked at to find out what it is like.
const (
	sampleBytes   = 64 << 10
	sampleRecords = 50
)

// separatorLine reads a first line like "sep=;", which Excel understands and many programs write.
func separatorLine(text string) (separator byte, found bool) {
	first, _, _ := strings.Cut(text, "\n")
	first = strings.Trim(first, `"`)
	if len(first) < len("sep=;") || !strings.EqualFold(first[:4], "sep=") {
		return 0, false
	}
	c := first[4]
	if strings.Trim(first[4:], string(rune(c))) != "" {
		return 0, false
	}
	return c, strings.IndexByte(",;\t|:^~#!*&", c) >= 0
}

// fitness says how well a separator goes with a text; the earlier fields count first.
type fitness struct {
	headings int // headings understood, in the best line
	alike    int // records with the most frequent number of columns
	columns  int // that number
}

func (f fitness) betterThan(o fitness) bool {
	switch {
	case f.headings != o.headings:
		return f.headings > o.headings
	case f.alike != o.alike:
		return f.alike > o.alike
	}
	return f.columns > o.columns
}

// findSeparator tells the separator from the beginning of a text. Headings say most; decimal commas are in no heading.
func findSeparator(text string, known headings) byte {
	if len(text) > sampleBytes {
		text = text[:sampleBytes] // the record that is cut short does no harm
	}
	best, most := separators[0], fitness{}
	for _, separator := range separators {
		if f := fit(newRecords(text, separator, 1), known); f.betterThan(most) {
			best, most = separator, f
		}
	}
	return best
}

func fit(s *records, known headings) fitness {
	f, counts := fitness{}, map[int]int{}
	for range sampleRecords {
		w, bad, err := s.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil { // more columns than are read; it is the separator all the same, and that is said later
			return fitness{headings: f.headings, alike: f.alike + 1, columns: MaxColumns + 1}
		}
		if bad != nil || len(w.cells) < 2 {
			continue
		}
		f.headings = max(f.headings, known.count(w.cells))
		counts[len(w.cells)]++
		if n := counts[len(w.cells)]; n > f.alike || n == f.alike && len(w.cells) > f.columns {
			f.alike, f.columns = n, len(w.cells)
		}
	}
	return f
}

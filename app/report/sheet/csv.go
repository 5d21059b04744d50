// Package sheet writes the tables of a report for spreadsheets: as CSV, and as an XLSX workbook with a sheet for each table.
//
// Figures are figures and dates are dates there, not words, and no text of a person can turn into a formula. The package knows nothing of
// studying. Start at [CSV] and [XLSX]; both take their columns from [columnsOf].
package sheet

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"milepost/app/report/document"
)

// column is a column of plain values: a range is three of them.
type column struct {
	title string
	kind  document.Kind
	of    int // column of the table
	value func(document.Cell) float64
}

// columnsOf spreads the columns of a table so that each holds one value.
func columnsOf(t document.Table, l document.Labels) []column {
	value := func(c document.Cell) float64 { return c.Value }
	var out []column
	for i, c := range t.Columns {
		if c.Kind != document.Range {
			out = append(out, column{c.Title, c.Kind, i, value})
			continue
		}
		out = append(out, column{c.Title, document.Percent, i, value},
			column{c.Title + ", " + l.Low, document.Percent, i, func(c document.Cell) float64 { return c.Low }},
			column{c.Title + ", " + l.High, document.Percent, i, func(c document.Cell) float64 { return c.High }})
	}
	return out
}

// bom tells Excel that a CSV file is UTF-8.
const bom = "\uFEFF"

// CSV writes the tables one after the other, each with its title above it and an empty line below; one table alone stands without a
// title, as other programs expect it. UTF-8 with a mark, lines end with CR LF, and every line has as many fields. Percentages are numbers from 0 to 100, times are
// minutes, dates are ISO 8601. A text that a spreadsheet might take for a formula begins with an apostrophe.
func CSV(w io.Writer, d document.Document) error {
	tables := d.Tables()
	width := 1
	for _, t := range tables {
		width = max(width, len(columnsOf(t, d.Labels)))
	}
	if _, err := io.WriteString(w, bom); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	line := func(fields ...string) {
		out.Write(append(fields, make([]string, width-len(fields))...)) // its error is that of Flush
	}
	if len(tables) != 1 {
		line(safe(heading(d)))
		for _, s := range d.Lead {
			line(safe(s))
		}
	}
	for i, t := range tables {
		if len(tables) != 1 {
			line()
			line(safe(t.Title))
		}
		columns := columnsOf(t, d.Labels)
		var titles []string
		for _, c := range columns {
			titles = append(titles, safe(titled(c, d.Labels)))
		}
		line(titles...)
		for _, row := range t.Rows {
			var fields []string
			for _, c := range columns {
				fields = append(fields, field(c, row[c.of]))
			}
			line(fields...)
		}
		_ = i
	}
	out.Flush()
	return out.Error()
}

func heading(d document.Document) string {
	if d.Subtitle == "" {
		return d.Title
	}
	return d.Title + " · " + d.Subtitle
}

// titled is a column's title with the unit of its figures.
func titled(c column, l document.Labels) string {
	switch c.kind {
	case document.Percent, document.Heat:
		return c.title + " (" + l.Percent + ")"
	case document.Minutes:
		return c.title + " (" + l.Minutes + ")"
	}
	return c.title
}

// field is a cell as it stands in a CSV file.
func field(c column, x document.Cell) string {
	if x.Empty {
		return ""
	}
	switch c.kind {
	case document.Percent, document.Heat:
		return number(100*c.value(x), 1)
	case document.Count, document.Minutes:
		return number(c.value(x), 0)
	case document.Points:
		return number(c.value(x), 1)
	case document.Day:
		if !x.Day.IsZero() {
			return x.Day.String()
		}
	}
	return safe(x.Shown)
}

// number writes a figure with at most so many decimals, with a point whatever the language.
func number(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	text := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	if text == "-0" {
		return "0"
	}
	return text
}

// formula are the signs a spreadsheet may take for the beginning of a formula, their full-width forms included (CWE-1236).
const formula = "=+-@\t\r\n＝＋－＠"

// safe is a text that no spreadsheet takes for a formula, without control characters.
func safe(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	if trimmed := strings.TrimLeft(s, " "); trimmed != "" && strings.ContainsAny(trimmed[:runeLen(trimmed)], formula) {
		return "'" + s
	}
	return s
}

// runeLen is the length of the first character in bytes.
func runeLen(s string) int {
	for i := range s {
		if i > 0 {
			return i
		}
	}
	return len(s)
}

// errorIn names what was being written.
func errorIn(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("write the report as %s: %w", what, err)
}

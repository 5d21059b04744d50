package sheet

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"milepost/app/report/document"
	"milepost/charts"
)

// Formats of numbers: those built into every spreadsheet by their number, our own by their text.
const (
	formatPercent  = "0%"
	formatDay      = "yyyy-mm-dd"
	formatDuration = "[h]:mm"
	formatCount    = "0"
	formatPoints   = "+0.0;-0.0;0.0"
)

// mostText is the longest text a cell may hold, in UTF-16 units; excelize would cut it without a word.
const mostText = 32_767

// XLSX writes a workbook: a sheet that says what the report says in words, and one for each table with figures, real dates and a head that stays in
// sight; the levels of the domains as a chart.
func XLSX(w io.Writer, d document.Document) error {
	book := &workbook{File: excelize.NewFile(), of: d, styles: make(map[string]int), names: make(map[string]bool)}
	defer book.Close() // nothing of it is on disk
	if err := book.build(); err != nil {
		return errorIn("XLSX", err)
	}
	var file bytes.Buffer
	if _, err := book.WriteTo(&file); err != nil {
		return errorIn("XLSX", err)
	}
	return errorIn("XLSX", inOrder(w, file.Bytes()))
}

type workbook struct {
	*excelize.File
	of     document.Document
	styles map[string]int // by format; "bold" is a head
	names  map[string]bool
}

func (b *workbook) build() error {
	day := time.Date(b.of.Day.Year, b.of.Day.Month, b.of.Day.Day, 12, 0, 0, 0, time.UTC).Format(time.RFC3339)
	if err := b.SetDocProps(&excelize.DocProperties{
		Title: plain(heading(b.of)), Creator: plain(b.of.Author), Created: day, Modified: day, Language: b.of.Language, LastModifiedBy: "Milepost",
	}); err != nil {
		return err
	}
	if err := b.summary(); err != nil {
		return err
	}
	for _, t := range b.of.Tables() {
		if err := b.table(t); err != nil {
			return fmt.Errorf("%s: %w", t.ID, err)
		}
	}
	return nil
}

// style is the number of a style, made when it is first asked for.
func (b *workbook) style(format string) (int, error) {
	if id, ok := b.styles[format]; ok {
		return id, nil
	}
	s := &excelize.Style{CustomNumFmt: &format, Alignment: &excelize.Alignment{Vertical: "top"}}
	switch format {
	case "head":
		s = &excelize.Style{
			Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F1F1ED"}},
			Border: []excelize.Border{{Type: "bottom", Color: "C9CAC4", Style: 1}}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "bottom"},
		}
	case "title":
		s = &excelize.Style{Font: &excelize.Font{Bold: true, Size: 16}}
	case "text":
		s = &excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}
	}
	id, err := b.NewStyle(s)
	b.styles[format] = id
	return id, err
}

// summary is the first sheet: title, answer, facts and the paragraphs of the report.
func (b *workbook) summary() error {
	name := b.sheetName(b.of.Title)
	if err := b.SetSheetName("Sheet1", name); err != nil {
		return err
	}
	row := 0
	put := func(style string, texts ...string) error {
		row++
		id, err := b.style(style)
		if err != nil {
			return err
		}
		for i, text := range texts {
			cell, err := excelize.CoordinatesToCellName(i+1, row)
			if err != nil {
				return err
			}
			if err := b.SetCellStr(name, cell, plain(text)); err != nil {
				return err
			}
			if err := b.SetCellStyle(name, cell, cell, id); err != nil {
				return err
			}
		}
		return nil
	}
	lines := [][]string{{"title", b.of.Title}, {"text", b.of.Subtitle}, {"text", b.of.Author}}
	for _, f := range b.of.Facts {
		lines = append(lines, []string{"text", f.Name, f.Value})
	}
	for _, s := range b.of.Lead {
		lines = append(lines, []string{"text", s})
	}
	for _, s := range append(b.of.Sections[:len(b.of.Sections):len(b.of.Sections)], b.of.Small) {
		lines = append(lines, wordsOf(s)...)
	}
	for _, l := range lines {
		if err := put(l[0], l[1:]...); err != nil {
			return err
		}
	}
	if err := b.SetColWidth(name, "A", "A", 40); err != nil {
		return err
	}
	return b.SetColWidth(name, "B", "B", 90)
}

// wordsOf are the points and figures of a section in words; a section of tables alone has none.
func wordsOf(s document.Section) [][]string {
	var out [][]string
	for _, block := range s.Blocks {
		switch x := block.(type) {
		case document.Paragraph:
			out = append(out, []string{"text", "", x.Text})
		case document.List:
			for _, i := range x.Items {
				out = append(out, []string{"text", i.Lead, i.Text})
			}
		case document.Figure:
			out = append(out, []string{"text", x.Title, x.Words})
		}
	}
	if len(out) == 0 {
		return nil
	}
	return append([][]string{{"text", ""}, {"head", s.Title}}, out...)
}

// table is a sheet of its own, written row by row: that takes little memory, however many rows there are.
func (b *workbook) table(t document.Table) error {
	name := b.sheetName(t.Title)
	if _, err := b.NewSheet(name); err != nil {
		return err
	}
	stream, err := b.NewStreamWriter(name)
	if err != nil {
		return err
	}
	columns := columnsOf(t, b.of.Labels)
	for i, c := range columns {
		if err := stream.SetColWidth(i+1, i+1, columnWidth(c, t)); err != nil {
			return err
		}
	}
	if err := stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	head, err := b.style("head")
	if err != nil {
		return err
	}
	titles := make([]any, len(columns))
	for i, c := range columns {
		titles[i] = excelize.Cell{StyleID: head, Value: plain(c.title)}
	}
	if err := stream.SetRow("A1", titles); err != nil {
		return err
	}
	for i, row := range t.Rows {
		cells := make([]any, len(columns))
		for j, c := range columns {
			if cells[j], err = b.cell(c, row[c.of]); err != nil {
				return err
			}
		}
		if err := stream.SetRow(fmt.Sprintf("A%d", i+2), cells); err != nil {
			return err
		}
	}
	if err := stream.Flush(); err != nil {
		return err
	}
	return b.chart(name, t, columns)
}

// cell is a value of its own kind; a text stays a text whatever it begins with.
func (b *workbook) cell(c column, x document.Cell) (excelize.Cell, error) {
	if x.Empty {
		return excelize.Cell{}, nil
	}
	var value any
	format := ""
	switch c.kind {
	case document.Percent, document.Heat:
		value, format = c.value(x), formatPercent
	case document.Count:
		value, format = c.value(x), formatCount
	case document.Points:
		value, format = c.value(x), formatPoints
	case document.Minutes:
		value, format = c.value(x)/(24*60), formatDuration
	case document.Day:
		if !x.Day.IsZero() {
			value, format = time.Date(x.Day.Year, x.Day.Month, x.Day.Day, 0, 0, 0, 0, time.UTC), formatDay
		}
	}
	if value == nil {
		return excelize.Cell{Value: plain(x.Shown)}, nil
	}
	id, err := b.style(format)
	return excelize.Cell{StyleID: id, Value: value}, err
}

// chart draws the levels of the domains, or the hours of the weeks, as a chart of the spreadsheet itself.
func (b *workbook) chart(name string, t document.Table, columns []column) error {
	var kind excelize.ChartType
	var shown []int
	switch t.ID {
	case "domains":
		kind = excelize.Bar
		for i, c := range columns {
			if t.Columns[c.of].Kind == document.Range && len(shown) == 0 {
				shown = []int{i}
			}
		}
	case "weeks":
		kind = excelize.Col
		for i, c := range columns {
			if c.kind == document.Minutes {
				shown = append(shown, i)
			}
		}
	}
	rows := len(t.Rows)
	if t.HasTotal {
		rows--
	}
	if len(shown) == 0 || rows == 0 {
		return nil
	}
	colors := []string{hex(charts.Light(), false), hex(charts.Light(), true)}
	if len(shown) == 1 {
		colors = colors[1:]
	}
	chart := &excelize.Chart{
		Type: kind, Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: plain(t.Title)}}}, Legend: excelize.ChartLegend{Position: "bottom"},
		Dimension: excelize.ChartDimension{Width: 640, Height: 320}, XAxis: excelize.ChartAxis{ReverseOrder: kind == excelize.Bar},
	}
	quoted := "'" + strings.ReplaceAll(name, "'", "''") + "'"
	for i, c := range shown {
		letter, err := excelize.ColumnNumberToName(c + 1)
		if err != nil {
			return err
		}
		chart.Series = append(chart.Series, excelize.ChartSeries{
			Name: fmt.Sprintf("%s!$%s$1", quoted, letter), Categories: fmt.Sprintf("%s!$A$2:$A$%d", quoted, rows+1),
			Values: fmt.Sprintf("%s!$%s$2:$%s$%d", quoted, letter, letter, rows+1),
			Fill:   excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colors[i%len(colors)]}},
		})
	}
	at, err := excelize.CoordinatesToCellName(len(columns)+2, 2)
	if err != nil {
		return err
	}
	return b.AddChart(name, at, chart)
}

// hex is the colour of what is planned, or of what was done.
func hex(p charts.Palette, done bool) string {
	c := p.Accent
	if !done {
		c = charts.Mix(p.Card, p.Accent, 0.35)
	}
	return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B)
}

// columnWidth is in characters.
func columnWidth(c column, t document.Table) float64 {
	switch c.kind {
	case document.Name:
		longest := 12
		for _, row := range t.Rows {
			longest = max(longest, utf8.RuneCountInString(row[c.of].Shown))
		}
		return float64(min(longest+2, 60))
	case document.Text:
		return 30
	}
	return 14
}

// sheetName is a name a sheet may have and no other has: at most 31 characters, without some signs.
func (b *workbook) sheetName(title string) string {
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) || r < ' ' {
			return ' '
		}
		return r
	}, plain(title))
	for n := 1; ; n++ {
		name := strings.TrimSpace(cut(clean, 31))
		if n > 1 {
			name = strings.TrimSpace(cut(clean, 27)) + fmt.Sprintf(" (%d)", n)
		}
		if key := strings.ToLower(name); name != "" && !b.names[key] {
			b.names[key] = true
			return name
		}
		if clean == "" {
			clean = "Sheet"
		}
	}
}

// cut shortens a text to so many UTF-16 units.
func cut(s string, most int) string {
	n := 0
	for i, r := range s {
		if n++; r > 0xFFFF {
			n++
		}
		if n > most {
			return s[:i]
		}
	}
	return s
}

// plain is a text as a cell can hold it.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return cut(s, mostText)
}

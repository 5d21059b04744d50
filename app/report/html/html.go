// Package html writes a report as one web page: the form that everybody can read, also by ear.
//
// The page stands alone: no script, no font, no picture from elsewhere. Headings, tables with named rows and columns and the language of its texts
// are marked as such; drawings are inline and say in words what they show; it is light or dark as its reader likes, and prints well. The
// package knows nothing of studying: what stands in a report is decided before. Start at [Write].
package html

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"

	"milepost/app/report/document"
	"milepost/charts"
	"milepost/resources"
)

//go:embed page.tmpl
var page string

//go:embed page.css
var style string

var parsed = template.Must(template.New("page").Funcs(template.FuncMap{
	"kind": kindOf, "lines": lines, "heading": headingOf, "draw": draw, "bar": bar, "style": styleSheet,
	"table": func(s document.Section, t *document.Table) tableIn { return tableIn{s, t} }, "marked": mark, "columnClass": columnClass, "cellClass": cellClass,
	"isRange": func(c document.Column, x document.Cell) bool { return c.Kind == document.Range && !x.Empty },
	"last":    func(i int, rows [][]document.Cell) bool { return i == len(rows)-1 }, "rowHeader": rowHeader,
}).Parse(page))

// Write writes the page. Nothing is written when something goes wrong before.
func Write(w io.Writer, d document.Document) error {
	var out bytes.Buffer
	if err := parsed.Execute(&out, d); err != nil {
		return fmt.Errorf("write the report as HTML: %w", err)
	}
	_, err := w.Write(out.Bytes())
	return err
}

// block is a block by its kind, for the template.
type block struct {
	Paragraph *document.Paragraph
	List      *document.List
	Figure    *document.Figure
	Table     *document.Table
}

func kindOf(b document.Block) block {
	switch b := b.(type) {
	case document.Paragraph:
		return block{Paragraph: &b}
	case document.List:
		return block{List: &b}
	case document.Figure:
		return block{Figure: &b}
	case document.Table:
		return block{Table: &b}
	}
	return block{}
}

// tableIn is a table with the section it stands in.
type tableIn struct {
	Section document.Section
	Table   *document.Table
}

// marked is a cell with the class of the mark before its words.
type marked struct {
	document.Cell
	Domain int // from 0
}

func mark(c document.Cell) marked { return marked{c, max(c.Mark-1, 0) % len(charts.Light().Domains)} }

// rowHeader is the column that names the rows: the first one of names, else the first.
func rowHeader(t *document.Table) int {
	return max(slices.IndexFunc(t.Columns, func(c document.Column) bool { return c.Kind == document.Name }), 0)
}

func columnClass(c document.Column) string {
	switch {
	case c.Kind.Numeric():
		return "number"
	case c.Kind == document.Heat:
		return "heat"
	}
	return ""
}

func cellClass(c document.Column, x document.Cell) string {
	switch {
	case c.Kind == document.Heat:
		return heatClass(x)
	case c.Kind.Numeric():
		return "number"
	case c.Kind == document.Day || c.Kind == document.Range:
		return "nowrap"
	}
	return ""
}

// lines are the lines of a text, each to be followed by a break but the last.
func lines(text string) []string { return strings.Split(strings.TrimSpace(text), "\n") }

// headingOf says whether a table needs a caption that is seen: not when the heading above it says the same.
func headingOf(section document.Section, t *document.Table) bool { return t.Title != section.Title }

// draw is a figure as SVG in the colours of the page. The drawing comes from our own canvas, which escapes every text in it.
func draw(f *document.Figure) (template.HTML, error) {
	o := charts.Options{
		Width: f.Width, Height: f.Height, Palette: charts.Inks(), Fonts: charts.Fonts{Regular: resources.FontRegular, Bold: resources.FontSemiBold},
	}
	svg, err := charts.SVG(f.Plot(o), o, charts.Described{Title: f.Title, Words: f.Words})
	return template.HTML(svg), err
}

// The bar of a range, in its own units.
const barWidth, barHeight = 120, 14

// bar is the drawing beside a range. The words of the cell say the same, so it is hidden from who listens.
func bar(c document.Cell) template.HTML {
	x := func(share float64) string {
		return strconv.FormatFloat(min(max(share, 0), 1)*(barWidth-8)+4, 'f', 1, 64)
	}
	width := strconv.FormatFloat(max(c.High-c.Low, 0.01)*(barWidth-8), 'f', 1, 64)
	out := fmt.Sprintf(`<svg class="bar" viewBox="0 0 %d %d" width="%d" height="%d" aria-hidden="true" focusable="false">`, barWidth, barHeight, barWidth, barHeight)
	out += fmt.Sprintf(`<rect class="track" x="4" y="5" width="%d" height="4" rx="2"/><rect class="range" x="%s" y="3" width="%s" height="8" rx="3"/>`, barWidth-8, x(c.Low), width)
	if c.Target > 0 {
		out += fmt.Sprintf(`<rect class="target" x="%s" y="0" width="1.5" height="14"/>`, x(c.Target))
	}
	return template.HTML(out + fmt.Sprintf(`<circle class="middle" cx="%s" cy="7" r="3.5"/></svg>`, x(c.Value)))
}

// heatSteps is into how many colours the shares of a heat map are sorted.
const heatSteps = 20

func heatClass(c document.Cell) string {
	if c.Empty {
		return "heat none"
	}
	return "heat h" + strconv.Itoa(heatStep(c.Value))
}

func heatStep(share float64) int { return min(max(int(share*heatSteps+0.5), 0), heatSteps) }

// styleSheet is the look of the page in both themes; paper is always light.
func styleSheet() template.CSS {
	light, dark := theme(charts.Light()), theme(charts.Dark())
	return template.CSS(strings.NewReplacer("/*light*/", light, "/*dark*/", dark, "/*steps*/", steps()).Replace(style))
}

// theme defines the colours of a palette as variables, those of the heat map included.
func theme(p charts.Palette) string {
	out := p.CSS()
	for i := range heatSteps + 1 {
		ground, text := p.Heat(float64(i) / heatSteps)
		out += fmt.Sprintf(" --heat-%d: #%02X%02X%02X; --on-heat-%d: #%02X%02X%02X;", i, ground.R, ground.G, ground.B, i, text.R, text.G, text.B)
	}
	return out
}

// steps are the classes of the heat map's cells.
func steps() string {
	var out strings.Builder
	for i := range heatSteps + 1 {
		fmt.Fprintf(&out, ".h%d { background: var(--heat-%d); color: var(--on-heat-%d); }\n", i, i, i)
	}
	for i := range charts.Light().Domains {
		fmt.Fprintf(&out, ".mark-%d { fill: var(--ink-domain-%d); }\n", i, i+1)
	}
	return out.String()
}

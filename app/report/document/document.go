// Package document is a report before it is written: what stands in it, in which order, and in which words.
//
// It is the one model behind every format. Its texts are finished, in the reader's language; its tables keep the figures themselves beside
// their words, so that a spreadsheet gets numbers and dates where a page gets text. It knows nothing of studying, paper, markup or
// files: package report fills it, and the packages beside this one write it. Start at [Document].
package document

import (
	"strconv"
	"strings"

	"milepost/charts"
	"milepost/planner"
)

// Document is a report.
type Document struct {
	Language string // of its texts, as a BCP 47 tag
	Title    string
	Subtitle string // what it is about; may be empty
	Author   string // whose report it is; empty when that is not to be told
	Day      planner.Date
	// Facts stand at its head, each a name and what it is.
	Facts []Fact
	// Lead is the answer in a sentence or two, and Tone how good an answer it is.
	Lead     []string
	Tone     Tone
	Sections []Section
	Labels   Labels
	// Small is the small print at its end.
	Small Section
}

// Fact is a line of the head: "Exam" and "CISSP-ISSMP, 4 February 2027".
type Fact struct{ Name, Value string }

// Tone says how good the news is. It is never told by colour alone: the words say the same.
type Tone string

// The tones.
const (
	Plain   Tone = ""
	Good    Tone = "good"
	Caution Tone = "caution"
	Bad     Tone = "bad"
)

// Labels are the words a writer needs of its own.
type Labels struct {
	Page    string // "Page 3 of 7", with PageMark and PagesMark for the figures; see [Labels.PageOf]
	Made    string // "Made with Milepost"
	Low     string // column of the lower end of a range
	High    string
	Total   string // a row's or column's sum
	Percent string // the unit of percentages in a table of plain figures
	Minutes string // and of times
	NoData  string // what stands where there is nothing
}

// PageMark and PagesMark stand in a label for the number of a page and of all pages: numbers no report has.
const PageMark, PagesMark = 987_654_321, 987_654_322

// PageOf is the label of a page.
func (l Labels) PageOf(page, pages int) string {
	return strings.NewReplacer(strconv.Itoa(PageMark), strconv.Itoa(page), strconv.Itoa(PagesMark), strconv.Itoa(pages)).Replace(l.Page)
}

// Section is a part with a heading.
type Section struct {
	ID     string // stable and unique: "domains"
	Title  string
	Blocks []Block
}

// Block is a part of a section: a [Paragraph], a [List], a [Figure] or a [Table].
type Block interface{ block() }

// Paragraph is a text of one or more sentences. Line ends in it are kept.
type Paragraph struct {
	Text  string
	Muted bool
}

// List is a few short points.
type List struct{ Items []Item }

// Item is a point of a list, with a word in front that stands out, or none.
type Item struct {
	Lead, Text string
	Done       bool // a tick stands before it; the words say so too
}

// Figure is a drawing, in words too.
type Figure struct {
	ID    string
	Title string
	// Words say what the drawing shows, for those who do not see it.
	Words string
	// Width and Height are its shape in logical pixels.
	Width, Height int
	// Plot lays it out for a size and a look.
	Plot func(charts.Options) charts.Figure
}

// Table is figures and words in rows.
type Table struct {
	ID      string
	Title   string // what it shows; becomes the caption, and the name of a sheet
	Columns []Column
	Rows    [][]Cell
	// HasTotal says that the last row sums up the others.
	HasTotal bool
	// Note stands below it; may be empty.
	Note string
}

// Column is a column of a table.
type Column struct {
	Title string
	Kind  Kind
}

// Kind is what the cells of a column hold.
type Kind int

// The kinds of cells.
const (
	Text    Kind = iota // words; takes the room that is left
	Name                // words that name the row
	Count               // a whole number
	Percent             // a share 0..1
	Range               // a share with the bounds it likely lies between
	Minutes             // a time, in minutes
	Day                 // a date
	Heat                // a share 0..1 whose colour says how high it is
	Points              // a difference in points of a hundred
)

// Numeric tells the kinds that stand at the right of their column.
func (k Kind) Numeric() bool { return k == Count || k == Percent || k == Minutes || k == Points }

// Cell is one cell. Empty says that there is nothing; Shown is then a dash or the like.
type Cell struct {
	Shown     string
	Value     float64
	Low, High float64
	Day       planner.Date
	Empty     bool
	// Mark is the number of a domain from 1, whose colour stands before the words; 0 for none.
	Mark int
	// Target is a share 0..1 to be marked in a range; 0 for none.
	Target float64
}

func (Paragraph) block() {}
func (List) block()      {}
func (Figure) block()    {}
func (Table) block()     {}

// Tables lists all tables in their order.
func (d Document) Tables() []Table {
	var out []Table
	for _, s := range append(d.Sections[:len(d.Sections):len(d.Sections)], d.Small) {
		for _, b := range s.Blocks {
			if t, ok := b.(Table); ok {
				out = append(out, t)
			}
		}
	}
	return out
}

// Figures lists all figures in their order.
func (d Document) Figures() []Figure {
	var out []Figure
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			if f, ok := b.(Figure); ok {
				out = append(out, f)
			}
		}
	}
	return out
}

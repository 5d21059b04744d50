// Package markdown writes a report as a text that is read as it stands, and better where Markdown is known.
//
// Drawings go beside it as PNG files, which the text names; their words stand below them for who does not see them. What a person
// typed stays what it is: no sign in it turns into markup. The package knows nothing of studying or of where files go. Start at [Write].
package markdown

import (
	"bytes"
	"fmt"
	"image/png"
	"io"
	"net/url"
	"strings"
	"unicode"

	"milepost/app/report/document"
	"milepost/charts"
	"milepost/resources"
)

// Picture is a drawing that goes beside the text.
type Picture struct {
	Name string // of its file
	PNG  []byte
}

// pictureScale makes pictures sharp on a page and on dense screens.
const pictureScale = 2

// Pictures draws all figures of a report. stem is what their names begin with: that of the text's own file.
func Pictures(d document.Document, stem string) ([]Picture, error) {
	var out []Picture
	for _, f := range d.Figures() {
		o := charts.Options{
			Width: f.Width * pictureScale, Height: f.Height * pictureScale, Scale: pictureScale, Palette: charts.Light(),
			Fonts: charts.Fonts{Regular: resources.FontRegular, Bold: resources.FontSemiBold},
		}
		picture, err := charts.Picture(f.Plot(o), o)
		if err != nil {
			return nil, fmt.Errorf("draw %s: %w", f.ID, err)
		}
		var file bytes.Buffer
		if err := png.Encode(&file, picture); err != nil {
			return nil, fmt.Errorf("draw %s: %w", f.ID, err)
		}
		out = append(out, Picture{pictureName(stem, f), file.Bytes()})
	}
	return out, nil
}

func pictureName(stem string, f document.Figure) string { return stem + "-" + f.ID + ".png" }

// Write writes the text; stem is what the names of its pictures begin with, "" for a text without pictures.
func Write(w io.Writer, d document.Document, stem string) error {
	t := &text{stem: stem}
	t.line("# " + escape(d.Title))
	for _, s := range []string{d.Subtitle, d.Author} {
		if s != "" {
			t.line(escape(s))
		}
	}
	for _, s := range d.Lead {
		t.line("**" + escape(s) + "**")
	}
	var facts []string
	for _, f := range d.Facts {
		facts = append(facts, "- "+escape(f.Name)+": "+escape(f.Value))
	}
	t.line(strings.Join(facts, "\n"))
	for _, s := range d.Sections {
		t.section(s)
	}
	if len(d.Small.Blocks) > 0 {
		t.section(d.Small)
	}
	t.line("---")
	t.out.WriteString(escape(d.Labels.Made) + "\n")
	_, err := w.Write(t.out.Bytes())
	return err
}

type text struct {
	out  bytes.Buffer
	stem string
}

// line writes a block of text and an empty line.
func (t *text) line(s string) {
	if s != "" {
		t.out.WriteString(s + "\n\n")
	}
}

func (t *text) section(s document.Section) {
	t.line("## " + escape(s.Title))
	for _, b := range s.Blocks {
		switch b := b.(type) {
		case document.Paragraph:
			t.line(escapeLines(b.Text, "  \n"))
		case document.List:
			var items []string
			for _, i := range b.Items {
				lead := ""
				if i.Lead != "" {
					lead = "**" + escape(i.Lead) + "**: "
				}
				items = append(items, "- "+lead+escapeLines(i.Text, "  \n  "))
			}
			t.line(strings.Join(items, "\n"))
		case document.Figure:
			if t.stem != "" {
				t.line("![" + escape(b.Title) + "](" + url.PathEscape(pictureName(t.stem, b)) + ")")
			}
			t.line(escape(b.Words))
		case document.Table:
			t.table(b, b.Title != s.Title)
		}
	}
}

func (t *text) table(of document.Table, titled bool) {
	if titled {
		t.line("### " + escape(of.Title))
	}
	row := func(cells []string) { t.out.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
	var titles, rules []string
	for _, c := range of.Columns {
		titles = append(titles, escape(c.Title))
		switch {
		case c.Kind.Numeric():
			rules = append(rules, "---:")
		case c.Kind == document.Heat:
			rules = append(rules, ":---:")
		default:
			rules = append(rules, "---")
		}
	}
	row(titles)
	row(rules)
	for i, r := range of.Rows {
		var cells []string
		for _, c := range r {
			words := escape(c.Shown)
			if of.HasTotal && i == len(of.Rows)-1 && words != "" {
				words = "**" + words + "**"
			}
			cells = append(cells, words)
		}
		row(cells)
	}
	t.out.WriteString("\n")
	t.line(escape(of.Note))
}

// special are the signs that mean something somewhere in a line of Markdown.
const special = "\\`*_{}[]<>|#~&"

// escape is a text in one line in which every sign is only itself.
func escape(s string) string {
	var out strings.Builder
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' || unicode.IsControl(r) }), " ")
	for i, r := range s {
		switch {
		case strings.ContainsRune(special, r), r == '!' && strings.HasPrefix(s[i+1:], "["), strings.ContainsRune("-+=:", r) && i == 0:
			out.WriteByte('\\')
		case (r == '.' || r == ')') && i > 0 && onlyDigits(s[:i]):
			out.WriteByte('\\') // "1." would begin a list
		}
		out.WriteRune(r)
	}
	return out.String()
}

func onlyDigits(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

// escapeLines keeps the lines of a text, with what breaks a line between them.
func escapeLines(s, lineBreak string) string {
	var out []string
	for line := range strings.SplitSeq(strings.TrimSpace(s), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, escape(line))
		}
	}
	return strings.Join(out, lineBreak)
}

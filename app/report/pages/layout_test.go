package pages

import (
	"bytes"
	"errors"
	"fmt"
	"image/color"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font/opentype"
	"pgregory.net/rapid"

	"milepost/app/report/document"
	"milepost/charts"
	"milepost/planner"
)

// sheetOfPaper is a surface that remembers the texts of each page.
type sheetOfPaper struct {
	pages     [][]charts.Text
	page      int
	bookmarks []string
}

func (s *sheetOfPaper) begin()                             { s.pages = append(s.pages, nil); s.page = len(s.pages) - 1 }
func (s *sheetOfPaper) back(page int)                      { s.page = page - 1 }
func (s *sheetOfPaper) Fill(charts.Path, color.NRGBA)      {}
func (s *sheetOfPaper) Stroke(charts.Path, charts.Stroke)  {}
func (s *sheetOfPaper) Text(t charts.Text)                 { s.pages[s.page] = append(s.pages[s.page], t) }
func (s *sheetOfPaper) behind(charts.Point, string, style) {}
func (s *sheetOfPaper) bookmark(title string, level int, y float64) {
	s.bookmarks = append(s.bookmarks, fmt.Sprintf("%d %s", level, title))
}
func (s *sheetOfPaper) glyph(charts.Point, float64, []opentype.Segment, color.NRGBA) {}

// words are texts as people write them, long ones, and ones without a space.
func words(t *rapid.T, label string) string {
	return rapid.OneOf(
		rapid.StringMatching(`[A-Za-zäöü]{1,12}( [a-zéñ]{1,12}){0,12}`), rapid.StringMatching(`[A-Za-z]{60,300}`), rapid.Just(""),
	).Draw(t, label)
}

// anyDocument is a report as large and as odd as there may be.
func anyDocument(t *rapid.T) document.Document {
	d := document.Document{
		Language: "en", Title: "Progress report", Subtitle: words(t, "subtitle"), Author: words(t, "author"), Day: planner.MustDate("2026-11-23"),
		Lead: []string{words(t, "lead"), words(t, "lead")}, Labels: document.Labels{Page: fmt.Sprintf("Page %d of %d", document.PageMark, document.PagesMark), Made: "Made with Milepost"},
	}
	for range rapid.IntRange(0, 4).Draw(t, "facts") {
		d.Facts = append(d.Facts, document.Fact{Name: words(t, "fact"), Value: words(t, "value")})
	}
	kinds := []document.Kind{document.Text, document.Count, document.Percent, document.Range, document.Minutes, document.Day, document.Heat, document.Points}
	for i := range rapid.IntRange(0, 5).Draw(t, "sections") {
		s := document.Section{ID: fmt.Sprint(i), Title: words(t, "title")}
		for range rapid.IntRange(1, 3).Draw(t, "blocks") {
			switch rapid.IntRange(0, 2).Draw(t, "block") {
			case 0:
				s.Blocks = append(s.Blocks, document.Paragraph{Text: words(t, "paragraph") + "\n" + words(t, "more"), Muted: rapid.Bool().Draw(t, "muted")})
			case 1:
				var l document.List
				for range rapid.IntRange(0, 8).Draw(t, "items") {
					l.Items = append(l.Items, document.Item{Lead: words(t, "item"), Text: words(t, "text")})
				}
				s.Blocks = append(s.Blocks, l)
			case 2:
				table := document.Table{Title: words(t, "table"), Columns: []document.Column{{Title: "Name", Kind: document.Name}}, HasTotal: rapid.Bool().Draw(t, "total")}
				for range rapid.IntRange(0, 7).Draw(t, "columns") {
					table.Columns = append(table.Columns, document.Column{Title: "Share of it", Kind: rapid.SampledFrom(kinds).Draw(t, "kind")})
				}
				for range rapid.IntRange(0, 60).Draw(t, "rows") {
					row := []document.Cell{{Shown: words(t, "name"), Mark: rapid.IntRange(0, 9).Draw(t, "mark")}}
					for range table.Columns[1:] {
						row = append(row, document.Cell{Shown: "68%, 5", Value: 0.68, Low: 0.5, High: 0.8, Empty: rapid.Bool().Draw(t, "empty"), Target: 0.75})
					}
					table.Rows = append(table.Rows, row)
				}
				s.Blocks = append(s.Blocks, table)
			}
		}
		d.Sections = append(d.Sections, s)
	}
	return d
}

// TestEverythingHasItsPlace: no text leaves its page or covers another, and no word is lost but where "…" says so.
func TestEverythingHasItsPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDocument(t)
		for _, paper := range []Paper{A4, Letter} {
			on := &sheetOfPaper{}
			if err := layOut(d, paper, on); err != nil {
				t.Fatal(err)
			}
			width, height := paper.size()
			for n, page := range on.pages {
				for i, a := range page {
					right := a.X + ownWidth(a.Text, a.Bold)*a.Size
					if a.X < margin-0.5 || right > width-margin+0.5 || a.Baseline-a.Size < 20 || a.Baseline > height-20 {
						t.Fatalf("%s page %d: %q lies from %.0f to %.0f at %.0f", paper, n+1, a.Text, a.X, right, a.Baseline)
					}
					for _, b := range page[:i] {
						beside := b.X+ownWidth(b.Text, b.Bold)*b.Size < a.X+0.5 || right < b.X+0.5
						if low, high := min(a.Baseline, b.Baseline), max(a.Baseline, b.Baseline); !beside && high-low < 0.75*min(a.Size, b.Size) {
							t.Fatalf("%s page %d: %q and %q lie on each other", paper, n+1, a.Text, b.Text)
						}
					}
				}
			}
			if len(on.bookmarks) != len(d.Sections)+1 {
				t.Fatalf("%d bookmarks for %d sections", len(on.bookmarks), len(d.Sections))
			}
		}
	})
}

// TestAHeadStandsOnEachPage: a table that goes on says again what its columns are, and every page says which it is.
func TestAHeadStandsOnEachPage(t *testing.T) {
	table := document.Table{Columns: []document.Column{{Title: "Week from", Kind: document.Name}, {Title: "Planned", Kind: document.Minutes}}}
	for i := range 120 {
		table.Rows = append(table.Rows, []document.Cell{{Shown: fmt.Sprint("week ", i)}, {Shown: "7 h"}})
	}
	d := document.Document{Title: "Progress report", Sections: []document.Section{{ID: "a", Title: "Hours", Blocks: []document.Block{table}}}}
	d.Labels.Page = fmt.Sprintf("Page %d of %d", document.PageMark, document.PagesMark)
	on := &sheetOfPaper{}
	if err := layOut(d, A4, on); err != nil {
		t.Fatal(err)
	}
	if len(on.pages) < 3 {
		t.Fatalf("120 rows are on %d pages", len(on.pages))
	}
	for i, page := range on.pages {
		var all []string
		for _, text := range page {
			all = append(all, text.Text)
		}
		joined := strings.Join(all, "\n")
		if !strings.Contains(joined, "Planned") || !strings.Contains(joined, fmt.Sprintf("Page %d of %d", i+1, len(on.pages))) {
			t.Errorf("page %d says %q", i+1, joined)
		}
	}
}

// TestAPreviewIsThePaper: as many pages, and a PDF that is one.
func TestAPreviewIsThePaper(t *testing.T) {
	d := document.Document{Title: "Progress report", Author: "田中 محمد हिन्दी 😀", Day: planner.MustDate("2026-11-23")}
	for i := range 90 {
		d.Facts = append(d.Facts, document.Fact{Name: fmt.Sprint("fact ", i), Value: "value"})
	}
	for paper, box := range map[Paper]string{A4: "[0 0 595.28 841.89]", Letter: "[0 0 612.00 792.00]", "B5": "[0 0 595.28 841.89]"} {
		var file bytes.Buffer
		if err := WritePDF(&file, d, paper); err != nil {
			t.Fatal(err)
		}
		pictures, err := Pictures(d, paper, 300)
		if err != nil {
			t.Fatal(err)
		}
		text := file.String()
		if !strings.HasPrefix(text, "%PDF-1.") || !strings.HasSuffix(strings.TrimSpace(text), "%%EOF") || !strings.Contains(text, box) {
			t.Errorf("%s: not a PDF of that paper", paper)
		}
		if want := fmt.Sprintf("/Count %d\n", len(pictures)); len(pictures) < 2 || !strings.Contains(text, want) {
			t.Errorf("%s: %d pictures; the PDF has not %q", paper, len(pictures), want)
		}
	}
	if _, err := Pictures(d, A4, 0); err == nil {
		t.Error("a preview without a width is no error")
	}
}

// brokenFigure cannot be drawn.
type brokenFigure struct{}

var errBroken = errors.New("no pen")

func (brokenFigure) Size() (int, int)           { return 10, 10 }
func (brokenFigure) DrawOn(charts.Canvas) error { return errBroken }

func TestAFigureThatCannotBeDrawnIsAnError(t *testing.T) {
	d := document.Document{Title: "T", Sections: []document.Section{{ID: "a", Title: "A", Blocks: []document.Block{document.Figure{
		Width: 100, Height: 50, Plot: func(charts.Options) charts.Figure { return brokenFigure{} },
	}}}}}
	var file bytes.Buffer
	if err := WritePDF(&file, d, A4); !errors.Is(err, errBroken) || file.Len() > 0 {
		t.Errorf("%v, %d bytes", err, file.Len())
	}
}

// TestScriptsKeepTheirOrder: what is written from right to left stands so, numbers and Latin within it too.
func TestScriptsKeepTheirOrder(t *testing.T) {
	shown := func(text string) string {
		var out []string
		for _, d := range ordered(text) {
			if d.right {
				out = append(out, "<"+string(d.text)+">")
			} else {
				out = append(out, string(d.text))
			}
		}
		return strings.Join(out, "|")
	}
	for text, want := range map[string]string{
		"plain":              "plain",
		"שלום 70%":           "70%|<שלום >",
		"abc שלום 12 עולם x": "abc |<עולם>| 12 |<שלום>| x",
	} {
		if got := shown(text); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want, " ", "") {
			t.Errorf("%q stands as %q, want %q", text, got, want)
		}
	}
}

package pages

import (
	"fmt"
	"image/color"
	"io"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-text/typesetting/font/opentype"

	"milepost/app/report/document"
	"milepost/charts"
	"milepost/resources"
)

// family is the typeface in the document: its regular and its semi-bold weight.
const family = "inter"

// WritePDF writes a report as PDF. Nothing is written when something goes wrong before.
func WritePDF(w io.Writer, d document.Document, paper Paper) (err error) {
	defer func() {
		if broken := recover(); broken != nil { // fpdf panics on what it cannot encode
			err = fmt.Errorf("write the report as PDF: %v", broken)
		}
	}()
	on := newPDF(d, paper)
	if err := layOut(d, paper, on); err != nil {
		return fmt.Errorf("write the report as PDF: %w", err)
	}
	if err := on.doc.Output(w); err != nil {
		return fmt.Errorf("write the report as PDF: %w", err)
	}
	return nil
}

// pdfPages is a surface that is a PDF.
type pdfPages struct {
	doc   *fpdf.Fpdf
	alpha float64 // in force
}

// newPDF begins a document that says what it is. Its dates are the report's own, so that the same input makes the same bytes.
func newPDF(d document.Document, paper Paper) *pdfPages {
	doc := fpdf.New("P", "pt", string(paper.known()), "")
	doc.SetAutoPageBreak(false, 0)
	doc.SetCatalogSort(true)
	day := time.Date(d.Day.Year, d.Day.Month, d.Day.Day, 12, 0, 0, 0, time.UTC)
	doc.SetCreationDate(day)
	doc.SetModificationDate(day)
	doc.SetTitle(plane0(oneLine(joined(d.Title, d.Subtitle))), true)
	doc.SetAuthor(plane0(oneLine(d.Author)), true)
	doc.SetCreator("Milepost", true)
	doc.SetProducer("Milepost", true)
	doc.SetLang(d.Language)
	doc.SetDisplayMode("fullwidth", "continuous")
	doc.AddUTF8FontFromBytes(family, "", resources.FontRegular)
	doc.AddUTF8FontFromBytes(family, "B", resources.FontSemiBold)
	return &pdfPages{doc: doc, alpha: 1}
}

func (p *pdfPages) begin()        { p.doc.AddPage() }
func (p *pdfPages) back(page int) { p.doc.SetPage(page) }

func (p *pdfPages) bookmark(title string, level int, y float64) {
	p.doc.Bookmark(plane0(oneLine(title)), level, y)
}

// Fill implements charts.Canvas.
func (p *pdfPages) Fill(path charts.Path, c color.NRGBA) {
	p.paint(c)
	p.trace(path)
	p.doc.DrawPath("F")
}

// leastStroke in points is the thinnest line that is drawn: a width of nothing is printed as a hairline that can be seen.
const leastStroke = 0.05

// Stroke implements charts.Canvas.
func (p *pdfPages) Stroke(path charts.Path, s charts.Stroke) {
	if s.Width < leastStroke {
		return
	}
	p.doc.SetDrawColor(int(s.Color.R), int(s.Color.G), int(s.Color.B))
	p.opacity(s.Color.A)
	p.doc.SetLineWidth(s.Width)
	p.doc.SetLineJoinStyle("round")
	if len(s.Dash) > 0 {
		p.doc.SetDashPattern(s.Dash, 0)
		defer p.doc.SetDashPattern(nil, 0)
	}
	p.trace(path)
	p.doc.DrawPath("D")
}

// Text implements charts.Canvas.
func (p *pdfPages) Text(t charts.Text) {
	p.use(style{size: t.Size, bold: t.Bold})
	p.opacity(t.Color.A)
	p.doc.SetTextColor(int(t.Color.R), int(t.Color.G), int(t.Color.B))
	p.doc.Text(t.X, t.Baseline, t.Text)
}

func (p *pdfPages) use(st style) {
	weight := ""
	if st.bold {
		weight = "B"
	}
	p.doc.SetFont(family, weight, st.size)
}

// behind writes invisibly.
func (p *pdfPages) behind(at charts.Point, text string, st style) {
	p.use(st)
	p.doc.SetTextRenderingMode(3)
	p.doc.Text(at.X, at.Y, text)
	p.doc.SetTextRenderingMode(0)
}

func (p *pdfPages) paint(c color.NRGBA) {
	p.doc.SetFillColor(int(c.R), int(c.G), int(c.B))
	p.opacity(c.A)
}

// opacity is kept until it is changed: each change is a line in the file.
func (p *pdfPages) opacity(a uint8) {
	if alpha := float64(a) / 255; alpha != p.alpha {
		p.doc.SetAlpha(alpha, "Normal")
		p.alpha = alpha
	}
}

func (p *pdfPages) trace(path charts.Path) {
	for _, run := range path {
		for i, q := range run.Points {
			if i == 0 {
				p.doc.MoveTo(q.X, q.Y)
			} else {
				p.doc.LineTo(q.X, q.Y)
			}
		}
		if run.Closed {
			p.doc.ClosePath()
		}
	}
}

// glyph keeps the curves of a letter; a quadratic one is written as a cubic one, since PDF has no other.
func (p *pdfPages) glyph(origin charts.Point, scale float64, outline []opentype.Segment, c color.NRGBA) {
	p.paint(c)
	at := func(q opentype.SegmentPoint) charts.Point {
		return charts.Point{X: origin.X + float64(q.X)*scale, Y: origin.Y - float64(q.Y)*scale}
	}
	from, open := origin, false
	for _, s := range outline {
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			if open {
				p.doc.ClosePath()
			}
			from, open = at(s.Args[0]), true
			p.doc.MoveTo(from.X, from.Y)
		case opentype.SegmentOpLineTo:
			from = at(s.Args[0])
			p.doc.LineTo(from.X, from.Y)
		case opentype.SegmentOpQuadTo:
			control, to := at(s.Args[0]), at(s.Args[1])
			p.doc.CurveBezierCubicTo(from.X+(control.X-from.X)*2/3, from.Y+(control.Y-from.Y)*2/3, to.X+(control.X-to.X)*2/3, to.Y+(control.Y-to.Y)*2/3, to.X, to.Y)
			from = to
		case opentype.SegmentOpCubeTo:
			a, b, to := at(s.Args[0]), at(s.Args[1]), at(s.Args[2])
			p.doc.CurveBezierCubicTo(a.X, a.Y, b.X, b.Y, to.X, to.Y)
			from = to
		}
	}
	if open {
		p.doc.ClosePath()
		p.doc.DrawPath("F")
	}
}

// plane0 leaves out what the library cannot encode: characters beyond the first 65,536.
func plane0(text string) string {
	return strings.Map(func(r rune) rune {
		if r > 0xFFFF {
			return '□'
		}
		return r
	}, text)
}

package pdf

import (
	"image/color"

	"codeberg.org/go-pdf/fpdf"

	"milepost/app/report/document"
	"milepost/charts"
)

// margin is the empty edge of a page, and lineHeight the distance of lines in parts of the size of their text.
const (
	margin     = 51.0
	footHeight = 26.0
	lineHeight = 1.42
)

// writer writes a document from top to bottom.
type writer struct {
	doc           *fpdf.Fpdf
	of            document.Document
	colors        charts.Palette
	width, height float64 // of the page, in points
	y             float64 // how far down it is written
	pages         int
	alpha         float64 // in force, 0 for opaque too
	shaper        *shaper // nil until a letter is wanted that our typeface lacks
}

// room is the width between the margins.
func (p *writer) room() float64 { return p.width - 2*margin }

// bottom is how far down may be written.
func (p *writer) bottom() float64 { return p.height - margin - footHeight + 12 }

func (p *writer) addPage() {
	p.doc.AddPage()
	p.pages++
	p.y = margin
}

// need begins a new page when there is no room for something so high, unless the page is empty.
func (p *writer) need(height float64) (fresh bool) {
	if p.y+height <= p.bottom() || p.y <= margin {
		return false
	}
	p.addPage()
	return true
}

// feet writes the foot of each page, once it is known how many there are.
func (p *writer) feet() {
	st := style{size: sizeSmall, color: p.colors.Muted}
	for page := 1; page <= p.pages; page++ {
		p.doc.SetPage(page)
		y := p.height - margin + 8
		left := p.of.Labels.Made
		if p.of.Subtitle != "" {
			left = joined(p.of.Subtitle, left)
		}
		number := p.of.Labels.PageOf(page, p.pages)
		p.write(margin, y, p.fit(left, p.room()-90, st), st)
		p.write(p.width-margin-p.measure(number, st), y, number, st)
	}
}

// paragraph writes a text in as many lines as it takes, over as many pages.
func (p *writer) paragraph(text string, st style, spacing float64) {
	for _, line := range p.wrap(text, p.room(), st, manyLines) {
		p.need(st.size * spacing)
		p.write(margin, p.y+ascent(st.size)+(spacing-lineHeight)*st.size/2, line, st)
		p.y += st.size * spacing
	}
}

// manyLines is more than a text of a report has.
const manyLines = 5000

// fill paints an area.
func (p *writer) fill(x, y, width, height float64, c color.NRGBA) {
	p.paint(c)
	p.doc.Rect(x, y, width, height, "F")
}

// paint sets the colour and opacity of what is filled next.
func (p *writer) paint(c color.NRGBA) {
	p.doc.SetFillColor(int(c.R), int(c.G), int(c.B))
	p.opacity(c.A)
}

// opacity is kept until it is changed: each change is a line in the file.
func (p *writer) opacity(a uint8) {
	alpha := float64(a) / 255
	if p.alpha == 0 {
		p.alpha = 1
	}
	if alpha != p.alpha {
		p.doc.SetAlpha(alpha, "Normal")
		p.alpha = alpha
	}
}

// line draws a straight line.
func (p *writer) line(x1, y1, x2, y2 float64, c color.NRGBA) {
	p.doc.SetDrawColor(int(c.R), int(c.G), int(c.B))
	p.opacity(c.A)
	p.doc.SetLineWidth(0.6)
	p.doc.Line(x1, y1, x2, y2)
}

func (p *writer) toneColor(t document.Tone) color.NRGBA {
	switch t {
	case document.Caution:
		return color.NRGBA{R: 0x8A, G: 0x5A, A: 255}
	case document.Bad:
		return color.NRGBA{R: 0xA8, G: 0x36, B: 0x1A, A: 255}
	}
	return p.colors.Accent
}

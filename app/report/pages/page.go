package pages

import (
	"image/color"

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
	on            surface
	of            document.Document
	colors        charts.Palette
	width, height float64 // of the page, in points
	y             float64 // how far down it is written
	pages         int
	err           error   // what went wrong with a figure
	shaper        *shaper // nil until a letter is wanted that our typeface lacks
}

// room is the width between the margins.
func (p *writer) room() float64 { return p.width - 2*margin }

// bottom is how far down may be written.
func (p *writer) bottom() float64 { return p.height - margin - footHeight + 12 }

func (p *writer) addPage() {
	p.on.begin()
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
		p.on.back(page)
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
	p.on.Fill(area(x, y, width, height), c)
}

// line draws a straight line.
func (p *writer) line(x1, y1, x2, y2 float64, c color.NRGBA) {
	p.on.Stroke(charts.Path{{Points: []charts.Point{{X: x1, Y: y1}, {X: x2, Y: y2}}}}, charts.Stroke{Color: c, Width: 0.6})
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

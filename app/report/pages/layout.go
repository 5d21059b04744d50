// Package pages lays a report out on pages, A4 or Letter, and writes them as PDF or draws them as pictures.
//
// Pages are light, whatever the window looks like, and the same input gives the same bytes. Texts are real text in our own typeface; what it has no
// letters for is shaped and drawn with a font of the system, with the text itself behind it to be searched and copied (shaped.go). The
// package knows nothing of studying, files or clocks. The way of a page, in the order of the files:
//
//	layout.go   what stands where
//	page.go     a page: how far down it is written, when a new one begins, its foot
//	text.go     a line of text: measured, broken, written
//	shaped.go   letters our typeface lacks
//	table.go    tables, columns first, with their head on each page
//	surface.go  what all that is drawn on; charts are drawn there by the same code as on the screen
//	pdf.go      pages as a PDF, with bookmarks
//	picture.go  pages as pictures, to be looked at before anything is saved
//
// Start at [WritePDF] and [Pictures].
package pages

import (
	"errors"

	"milepost/app/report/document"
	"milepost/charts"
	"milepost/resources"
)

// Paper is the size of a page.
type Paper string

// The papers.
const (
	A4     Paper = "A4"
	Letter Paper = "Letter"
)

// known is the paper, A4 for one nobody knows.
func (p Paper) known() Paper {
	if p == Letter {
		return Letter
	}
	return A4
}

// size is the width and height of a page in points.
func (p Paper) size() (width, height float64) {
	if p == Letter {
		return 612, 792
	}
	return 595.28, 841.89
}

// layOut puts a document on pages.
func layOut(d document.Document, paper Paper, on surface) error {
	p := &writer{on: on, of: d, colors: charts.Light()}
	p.width, p.height = paper.size()
	p.addPage()
	p.head()
	for _, s := range d.Sections {
		p.section(s)
	}
	if len(d.Small.Blocks) > 0 {
		p.section(d.Small)
	}
	p.feet()
	return p.err
}

func joined(title, subtitle string) string {
	if subtitle == "" {
		return title
	}
	return title + " · " + subtitle
}

// The sizes of text, in points.
const (
	sizeTitle   = 21.0
	sizeHeading = 12.5
	sizeLead    = 10.5
	sizeText    = 9.5
	sizeTable   = 8.8
	sizeSmall   = 8.0
)

// head is the title, whose report it is, the facts and the answer.
func (p *writer) head() {
	p.paragraph(p.of.Title, style{size: sizeTitle, bold: true, color: p.colors.Text}, 1.25)
	p.on.bookmark(p.of.Title, 0, 0)
	for _, line := range []string{p.of.Subtitle, p.of.Author} {
		if line != "" {
			p.paragraph(line, style{size: sizeLead, color: p.colors.Muted}, 1.45)
		}
	}
	p.y += 8
	p.facts()
	p.y += 10
	p.lead()
	p.y += 6
}

// facts are names and values beside each other.
func (p *writer) facts() {
	name := style{size: sizeText, color: p.colors.Muted}
	value := style{size: sizeText, color: p.colors.Text}
	left := 0.0
	for _, f := range p.of.Facts {
		left = max(left, min(p.measure(f.Name, name), 140))
	}
	left += 14
	for _, f := range p.of.Facts {
		p.need(sizeText * lineHeight)
		p.write(margin, p.y+ascent(sizeText), p.fit(f.Name, left-8, name), name)
		for _, line := range p.wrap(f.Value, p.room()-left, value, 4) {
			p.write(margin+left, p.y+ascent(sizeText), line, value)
			p.y += sizeText * lineHeight
		}
	}
}

// lead is the answer, set off by a bar in the colour of the news.
func (p *writer) lead() {
	color := p.toneColor(p.of.Tone)
	top := p.y
	for i, text := range p.of.Lead {
		st := style{size: sizeLead, color: p.colors.Text}
		if i == 0 {
			st.size, st.bold = sizeHeading, true
		}
		for _, line := range p.wrap(text, p.room()-14, st, 20) {
			p.write(margin+14, p.y+ascent(st.size), line, st)
			p.y += st.size * lineHeight
		}
		p.y += 2
	}
	p.fill(margin, top, 3, p.y-top, color)
}

// section is a heading with what belongs to it.
func (p *writer) section(s document.Section) {
	p.y += 12
	p.need(sizeHeading*1.7 + p.together(s.Blocks[0], s.Title))
	p.on.bookmark(s.Title, 1, p.y)
	p.paragraph(s.Title, style{size: sizeHeading, bold: true, color: p.colors.Text}, 1.7)
	for i, b := range s.Blocks {
		if i > 0 {
			p.y += 8
		}
		switch b := b.(type) {
		case document.Paragraph:
			st := style{size: sizeText, color: p.colors.Text}
			if b.Muted {
				st.size, st.color = sizeSmall, p.colors.Muted
			}
			p.paragraph(b.Text, st, lineHeight)
		case document.List:
			p.list(b)
		case document.Figure:
			p.figure(b)
		case document.Table:
			p.table(b, b.Title != s.Title)
		}
	}
}

// together is the room a block wants below its heading, so that neither the heading nor a part of something short stands alone.
func (p *writer) together(b document.Block, heading string) float64 {
	switch b := b.(type) {
	case document.Figure:
		return p.room() * float64(b.Height) / float64(max(b.Width, 1))
	case document.Table:
		return p.tableTogether(b, b.Title != heading)
	case document.List:
		if len(b.Items) <= 6 {
			return float64(len(b.Items)) * (sizeText*lineHeight + 2)
		}
	}
	return 60
}

// list is a few points, each with its first words in bold.
func (p *writer) list(l document.List) {
	lead := style{size: sizeText, bold: true, color: p.colors.Text}
	text := style{size: sizeText, color: p.colors.Text}
	for _, item := range l.Items {
		p.need(sizeText * lineHeight)
		start := 0.0
		if item.Lead != "" {
			words := p.fit(item.Lead, p.room()*0.6, lead)
			start = p.measure(words, lead)
			p.write(margin, p.y+ascent(sizeText), words, lead)
			p.write(margin+start, p.y+ascent(sizeText), ":", lead) // by itself: it belongs at the right also of a word from right to left
			start += 7
		}
		for i, line := range p.wrapAfter(start, item.Text, text) {
			if i > 0 {
				p.need(sizeText * lineHeight)
				start = 0
			}
			p.write(margin+start, p.y+ascent(sizeText), line, text)
			p.y += sizeText * lineHeight
		}
		p.y += 2
	}
}

// figure draws a figure across the page.
func (p *writer) figure(f document.Figure) {
	if f.Width <= 0 || f.Height <= 0 {
		return
	}
	scale := p.room() / float64(f.Width)
	p.need(float64(f.Height) * scale)
	o := charts.Options{
		Width: f.Width, Height: f.Height, TextScale: figureText, Palette: p.colors, Fonts: charts.Fonts{Regular: resources.FontRegular, Bold: resources.FontSemiBold},
	}
	if err := f.Plot(o).DrawOn(placed{page: p, left: margin, top: p.y, scale: scale}); err != nil {
		p.err = errors.Join(p.err, err)
	}
	p.y += float64(f.Height) * scale
}

// figureText makes the words of a figure as large as those around it: the figure is wider than the page, in its own pixels.
const figureText = 1.35

package pages

import (
	"image/color"
	"math"

	"github.com/go-text/typesetting/font/opentype"

	"milepost/charts"
)

// surface is what pages are drawn on: a PDF, or pictures. Lengths are points from the top left corner of the page begun last.
type surface interface {
	charts.Canvas // its texts are in our own typeface
	// begin begins a page; back returns to an earlier one, the first is 1.
	begin()
	back(page int)
	// glyph fills a letter of another font, its outline in units of that font, scale points for each.
	glyph(at charts.Point, scale float64, outline []opentype.Segment, c color.NRGBA)
	// behind puts text behind letters that were drawn, to be found and copied, where that is possible.
	behind(at charts.Point, text string, st style)
	// bookmark lets readers jump to a place of the page.
	bookmark(title string, level int, y float64)
}

// area is the path around a rectangle.
func area(x, y, width, height float64) charts.Path {
	return charts.Path{{Points: []charts.Point{{X: x, Y: y}, {X: x + width, Y: y}, {X: x + width, Y: y + height}, {X: x, Y: y + height}}, Closed: true}}
}

// disc is the path around a circle.
func disc(x, y, radius float64) charts.Path {
	const corners = 40
	run := charts.Run{Closed: true}
	for i := range corners {
		angle := 2 * math.Pi * float64(i) / corners
		run.Points = append(run.Points, charts.Point{X: x + radius*math.Cos(angle), Y: y + radius*math.Sin(angle)})
	}
	return charts.Path{run}
}

// placed is a [charts.Canvas] on a part of a page, so that a figure is drawn by the code that draws it on the screen.
type placed struct {
	page      *writer
	left, top float64
	scale     float64 // points for a pixel
}

// Fill implements charts.Canvas.
func (c placed) Fill(p charts.Path, color color.NRGBA) { c.page.on.Fill(c.path(p), color) }

// Stroke implements charts.Canvas.
func (c placed) Stroke(p charts.Path, s charts.Stroke) {
	s.Width *= c.scale
	dash := make([]float64, len(s.Dash))
	for i, v := range s.Dash {
		dash[i] = v * c.scale
	}
	s.Dash = dash
	c.page.on.Stroke(c.path(p), s)
}

// Text implements charts.Canvas.
func (c placed) Text(t charts.Text) {
	c.page.write(c.left+t.X*c.scale, c.top+t.Baseline*c.scale, t.Text, style{size: t.Size * c.scale, bold: t.Bold, color: t.Color})
}

func (c placed) path(p charts.Path) charts.Path {
	out := make(charts.Path, len(p))
	for i, run := range p {
		out[i] = charts.Run{Points: make([]charts.Point, len(run.Points)), Closed: run.Closed}
		for j, q := range run.Points {
			out[i].Points[j] = charts.Point{X: c.left + q.X*c.scale, Y: c.top + q.Y*c.scale}
		}
	}
	return out
}

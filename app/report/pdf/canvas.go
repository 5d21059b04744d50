package pdf

import (
	"milepost/charts"
)

// canvas is a [charts.Canvas] on a part of a page, so that a figure is drawn by the code that draws it on the screen.
type canvas struct {
	page      *writer
	left, top float64
	scale     float64 // points for a pixel
}

var _ charts.Canvas = (*canvas)(nil)

// leastStroke in points is the thinnest line that is drawn: a width of nothing is printed as a hairline that can be seen.
const leastStroke = 0.05

// Fill implements charts.Canvas.
func (c *canvas) Fill(path charts.Path, color colorOf) {
	c.page.paint(color)
	c.trace(path)
	c.page.doc.DrawPath("F")
}

// Stroke implements charts.Canvas.
func (c *canvas) Stroke(path charts.Path, s charts.Stroke) {
	width := s.Width * c.scale
	if width < leastStroke {
		return
	}
	doc := c.page.doc
	doc.SetDrawColor(int(s.Color.R), int(s.Color.G), int(s.Color.B))
	c.page.opacity(s.Color.A)
	doc.SetLineWidth(width)
	dash := make([]float64, len(s.Dash))
	for i, v := range s.Dash {
		dash[i] = v * c.scale
	}
	doc.SetDashPattern(dash, 0)
	doc.SetLineJoinStyle("round")
	c.trace(path)
	doc.DrawPath("D")
	doc.SetDashPattern(nil, 0)
}

// Text implements charts.Canvas.
func (c *canvas) Text(t charts.Text) {
	c.page.write(c.left+t.X*c.scale, c.top+t.Baseline*c.scale, t.Text, style{size: t.Size * c.scale, bold: t.Bold, color: t.Color})
}

func (c *canvas) trace(path charts.Path) {
	doc := c.page.doc
	for _, run := range path {
		for i, q := range run.Points {
			x, y := c.left+q.X*c.scale, c.top+q.Y*c.scale
			if i == 0 {
				doc.MoveTo(x, y)
			} else {
				doc.LineTo(x, y)
			}
		}
		if run.Closed {
			doc.ClosePath()
		}
	}
}

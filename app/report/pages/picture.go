package pages

import (
	"fmt"
	"image"
	"image/color"

	"github.com/go-text/typesetting/font/opentype"

	"milepost/app/report/document"
	"milepost/charts"
	"milepost/resources"
)

// Pictures draws the pages of a report as they will be on paper, so many pixels wide: what is seen before anything is saved.
func Pictures(d document.Document, paper Paper, width int) ([]image.Image, error) {
	pageWidth, pageHeight := paper.size()
	on := &picturePages{scale: float64(width) / pageWidth}
	on.options = charts.Options{Width: width, Height: int(pageHeight * on.scale), Palette: charts.Light(), Fonts: charts.Fonts{Regular: resources.FontRegular, Bold: resources.FontSemiBold}}
	if err := layOut(d, paper, on); err != nil {
		return nil, fmt.Errorf("draw the report: %w", err)
	}
	out := make([]image.Image, len(on.pages))
	for i, p := range on.pages {
		out[i] = p.Picture()
	}
	return out, on.err
}

// picturePages is a surface that is pictures.
type picturePages struct {
	options charts.Options
	scale   float64 // pixels for a point
	pages   []*charts.Raster
	page    int // the one drawn on, from 0
	err     error
}

func (p *picturePages) begin() {
	page, err := charts.NewRaster(p.options)
	if err != nil {
		p.err = err
		return
	}
	p.pages = append(p.pages, page)
	p.page = len(p.pages) - 1
}

func (p *picturePages) back(page int) { p.page = page - 1 }

func (p *picturePages) bookmark(string, int, float64)      {}
func (p *picturePages) behind(charts.Point, string, style) {}

// to is the page that is drawn on; nil when there is none.
func (p *picturePages) to() *charts.Raster {
	if p.err != nil || p.page >= len(p.pages) {
		return nil
	}
	return p.pages[p.page]
}

func (p *picturePages) path(of charts.Path) charts.Path {
	out := make(charts.Path, len(of))
	for i, run := range of {
		out[i] = charts.Run{Points: make([]charts.Point, len(run.Points)), Closed: run.Closed}
		for j, q := range run.Points {
			out[i].Points[j] = charts.Point{X: q.X * p.scale, Y: q.Y * p.scale}
		}
	}
	return out
}

// Fill implements charts.Canvas.
func (p *picturePages) Fill(path charts.Path, c color.NRGBA) {
	if on := p.to(); on != nil {
		on.Fill(p.path(path), c)
	}
}

// Stroke implements charts.Canvas.
func (p *picturePages) Stroke(path charts.Path, s charts.Stroke) {
	on := p.to()
	if on == nil {
		return
	}
	s.Width *= p.scale
	dash := make([]float64, len(s.Dash))
	for i, v := range s.Dash {
		dash[i] = v * p.scale
	}
	s.Dash = dash
	on.Stroke(p.path(path), s)
}

// Text implements charts.Canvas.
func (p *picturePages) Text(t charts.Text) {
	if on := p.to(); on != nil {
		t.X, t.Baseline, t.Size = t.X*p.scale, t.Baseline*p.scale, t.Size*p.scale
		on.Text(t)
	}
}

// curveSteps is into how many straight lines a curve of a letter is broken: letters are small in a preview.
const curveSteps = 5

// glyph breaks the curves of a letter into straight lines.
func (p *picturePages) glyph(origin charts.Point, scale float64, outline []opentype.Segment, c color.NRGBA) {
	at := func(q opentype.SegmentPoint) charts.Point {
		return charts.Point{X: origin.X + float64(q.X)*scale, Y: origin.Y - float64(q.Y)*scale}
	}
	var path charts.Path
	from := origin
	add := func(q charts.Point) {
		if n := len(path); n > 0 {
			path[n-1].Points = append(path[n-1].Points, q)
		}
		from = q
	}
	for _, s := range outline {
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			path = append(path, charts.Run{Closed: true})
			add(at(s.Args[0]))
		case opentype.SegmentOpLineTo:
			add(at(s.Args[0]))
		case opentype.SegmentOpQuadTo:
			begin, control, end := from, at(s.Args[0]), at(s.Args[1])
			for i := 1; i <= curveSteps; i++ {
				t := float64(i) / curveSteps
				add(mixed(mixed(begin, control, t), mixed(control, end, t), t))
			}
		case opentype.SegmentOpCubeTo:
			begin, a, b, end := from, at(s.Args[0]), at(s.Args[1]), at(s.Args[2])
			for i := 1; i <= curveSteps; i++ {
				t := float64(i) / curveSteps
				ab := mixed(a, b, t)
				add(mixed(mixed(mixed(begin, a, t), ab, t), mixed(ab, mixed(b, end, t), t), t))
			}
		}
	}
	p.Fill(path, c)
}

// mixed is a point between two others.
func mixed(a, b charts.Point, t float64) charts.Point {
	return charts.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
}

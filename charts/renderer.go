package charts

import (
	"image/color"
	"io"
	"math"

	"github.com/golang/freetype/truetype"
	"github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// subpixels is how many of go-chart's units make a pixel. Its interface takes whole numbers, which as whole pixels would make
// slanted lines step; in sixteenths they run straight.
const subpixels = 16

// units are pixels as go-chart is given them.
func units(pixels float64) int { return int(math.Round(pixels * subpixels)) }

func pixels(units float64) float64 { return units / subpixels }

// renderer is go-chart's Renderer on a Canvas: it collects a path in units and hands it on in pixels. Sizes, widths and
// dashes are in units as well; DPI is kept but changes nothing.
type renderer struct {
	canvas Canvas
	faces  typefaces
	path   Path

	dpi           float64
	font          *truetype.Font
	fontSize      float64
	text          drawing.Color
	fill, outline drawing.Color
	width         float64
	dash          []float64
}

var _ chart.Renderer = (*renderer)(nil)

func (r *renderer) ResetStyle() {
	r.text, r.fill, r.outline, r.width, r.dash = drawing.Color{}, drawing.Color{}, drawing.Color{}, 0, nil
}

func (r *renderer) GetDPI() float64                { return r.dpi }
func (r *renderer) SetDPI(dpi float64)             { r.dpi = dpi }
func (r *renderer) SetClassName(string)            {}
func (r *renderer) SetStrokeColor(c drawing.Color) { r.outline = c }
func (r *renderer) SetFillColor(c drawing.Color)   { r.fill = c }
func (r *renderer) SetStrokeWidth(w float64)       { r.width = w }
func (r *renderer) SetStrokeDashArray(d []float64) { r.dash = d }
func (r *renderer) SetFont(f *truetype.Font)       { r.font = f }
func (r *renderer) SetFontColor(c drawing.Color)   { r.text = c }
func (r *renderer) SetFontSize(size float64)       { r.fontSize = size }
func (r *renderer) SetTextRotation(float64)        {} // no figure turns its text
func (r *renderer) ClearTextRotation()             {}

func (r *renderer) MoveTo(x, y int) {
	r.path = append(r.path, Run{Points: []Point{{pixels(float64(x)), pixels(float64(y))}}})
}

func (r *renderer) LineTo(x, y int) {
	if len(r.path) == 0 {
		r.MoveTo(x, y)
		return
	}
	last := &r.path[len(r.path)-1]
	last.Points = append(last.Points, Point{pixels(float64(x)), pixels(float64(y))})
}

func (r *renderer) Close() {
	if n := len(r.path); n > 0 {
		r.path[n-1].Closed = true
	}
}

// curveSteps is how many straight lines a curve becomes; enough for curves of a few hundred pixels.
const curveSteps = 24

func (r *renderer) QuadCurveTo(cx, cy, x, y int) {
	if len(r.path) == 0 {
		r.MoveTo(cx, cy)
	}
	points := r.path[len(r.path)-1].Points
	from := points[len(points)-1]
	x0, y0 := from.X*subpixels, from.Y*subpixels
	for i := 1; i <= curveSteps; i++ {
		t := float64(i) / curveSteps
		a, b, c := (1-t)*(1-t), 2*t*(1-t), t*t
		r.LineTo(round(a*x0+b*float64(cx)+c*float64(x)), round(a*y0+b*float64(cy)+c*float64(y)))
	}
}

func (r *renderer) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	for i := 0; i <= curveSteps; i++ {
		angle := start + delta*float64(i)/curveSteps
		r.LineTo(round(float64(cx)+rx*math.Cos(angle)), round(float64(cy)+ry*math.Sin(angle)))
	}
}

func (r *renderer) Circle(radius float64, x, y int) {
	r.MoveTo(round(float64(x)+radius), y)
	r.ArcTo(x, y, radius, radius, 0, 2*math.Pi)
	r.Close()
}

func round(v float64) int { return int(math.Round(v)) }

func (r *renderer) Fill() {
	r.canvas.Fill(r.path, nrgba(r.fill))
	r.path = nil
}

func (r *renderer) Stroke() {
	r.canvas.Stroke(r.path, r.stroke())
	r.path = nil
}

func (r *renderer) FillStroke() {
	r.canvas.Fill(r.path, nrgba(r.fill))
	r.Stroke()
}

func (r *renderer) stroke() Stroke {
	var dash []float64
	for _, v := range r.dash {
		dash = append(dash, pixels(v))
	}
	return Stroke{Color: nrgba(r.outline), Width: pixels(r.width), Dash: dash}
}

func (r *renderer) Text(body string, x, y int) {
	r.canvas.Text(Text{
		Text: body, X: pixels(float64(x)), Baseline: pixels(float64(y)),
		Size: pixels(r.fontSize), Bold: r.bold(), Color: nrgba(r.text),
	})
}

func (r *renderer) MeasureText(body string) chart.Box {
	e := r.faces.measure(body, pixels(r.fontSize), r.bold())
	return chart.Box{Right: units(e.width), Bottom: units(e.height()), IsSet: true}
}

func (r *renderer) bold() bool { return r.font == r.faces.bold && r.faces.bold != r.faces.regular }

// Save has nothing to do: the Canvas was drawn on all along.
func (r *renderer) Save(io.Writer) error { return nil }

// nrgba and ours turn colours; neither kind is multiplied by its alpha.
func nrgba(c drawing.Color) color.NRGBA { return color.NRGBA{R: c.R, G: c.G, B: c.B, A: c.A} }

func ours(c color.NRGBA) drawing.Color { return drawing.Color{R: c.R, G: c.G, B: c.B, A: c.A} }

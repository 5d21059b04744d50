package charts

import (
	"math"

	"github.com/wcharczuk/go-chart/v2"

	"image/color"

	"milepost/planner"
	"milepost/planner/readiness"
)

// named is the part all our series have in common. They style themselves, on the primary axes.
type named string

func (n named) GetName() string         { return string(n) }
func (named) GetYAxis() chart.YAxisType { return chart.YAxisPrimary }
func (named) GetStyle() chart.Style     { return chart.Style{} }
func (named) Validate() error           { return nil }

// frame turns days and shares into units, with the box and ranges go-chart gives a series.
type frame struct {
	box  chart.Box
	x, y chart.Range
}

func (f frame) day(d planner.Date) int { return f.box.Left + f.x.Translate(float64(d.DayNumber())) }
func (f frame) share(s float64) int    { return f.box.Bottom - f.y.Translate(s) }

// crisp moves an upright or level line of a width in units to where its edges fall on whole pixels.
func crisp(at int, width float64) int {
	half := width / 2
	return round(math.Round((float64(at)-half)/subpixels)*subpixels + half)
}

// wholePixels is a stroke width that keeps crisp lines crisp: at least one whole pixel, in units.
func wholePixels(width float64) float64 { return max(math.Round(width), 1) * subpixels }

// gridSeries draws a faint line across for each share of the axis.
type gridSeries struct {
	named
	shares []int
	color  color.NRGBA
	width  float64 // pixels
}

func (s gridSeries) Render(r chart.Renderer, box chart.Box, x, y chart.Range, _ chart.Style) {
	f := frame{box, x, y}
	width := wholePixels(s.width)
	r.ResetStyle()
	r.SetStrokeColor(ours(s.color))
	r.SetStrokeWidth(width)
	for _, v := range s.shares {
		at := crisp(f.share(float64(v)/100), width)
		r.MoveTo(box.Left, at)
		r.LineTo(box.Right, at)
	}
	r.Stroke()
}

// bandSeries fills the range between low and high.
type bandSeries struct {
	named
	points []readiness.Point
	color  color.NRGBA
}

func (s bandSeries) Render(r chart.Renderer, box chart.Box, x, y chart.Range, _ chart.Style) {
	if len(s.points) < 2 {
		return
	}
	f := frame{box, x, y}
	r.ResetStyle()
	r.SetFillColor(ours(s.color))
	for i, q := range s.points {
		if i == 0 {
			r.MoveTo(f.day(q.Date), f.share(q.High))
			continue
		}
		r.LineTo(f.day(q.Date), f.share(q.High))
	}
	for i := len(s.points) - 1; i >= 0; i-- {
		r.LineTo(f.day(s.points[i].Date), f.share(s.points[i].Low))
	}
	r.Close()
	r.Fill()
}

// lineSeries draws the medians.
type lineSeries struct {
	named
	points []readiness.Point
	stroke Stroke
}

func (s lineSeries) Render(r chart.Renderer, box chart.Box, x, y chart.Range, _ chart.Style) {
	f := frame{box, x, y}
	setStroke(r, s.stroke)
	for i, q := range s.points {
		if i == 0 {
			r.MoveTo(f.day(q.Date), f.share(q.Median))
			continue
		}
		r.LineTo(f.day(q.Date), f.share(q.Median))
	}
	r.Stroke()
}

// rangeSeries draws one point's range as an upright bar with ends: what a band would be were there two.
type rangeSeries struct {
	named
	point  readiness.Point
	stroke Stroke
	end    float64 // half the width of an end, pixels
}

func (s rangeSeries) Render(r chart.Renderer, box chart.Box, x, y chart.Range, _ chart.Style) {
	f := frame{box, x, y}
	at, low, high, end := f.day(s.point.Date), f.share(s.point.Low), f.share(s.point.High), units(s.end)
	setStroke(r, s.stroke)
	for _, line := range [3][4]int{{at, low, at, high}, {at - end, low, at + end, low}, {at - end, high, at + end, high}} {
		r.MoveTo(line[0], line[1])
		r.LineTo(line[2], line[3])
	}
	r.Stroke()
}

// levelSeries draws a line across the whole plot at one share: the pass line.
type levelSeries struct {
	named
	share  float64
	stroke Stroke
}

func (s levelSeries) Render(r chart.Renderer, box chart.Box, x, y chart.Range, _ chart.Style) {
	s.stroke.Width = wholePixels(s.stroke.Width) / subpixels
	at := crisp(frame{box, x, y}.share(s.share), s.stroke.Width*subpixels)
	setStroke(r, s.stroke)
	r.MoveTo(box.Left, at)
	r.LineTo(box.Right, at)
	r.Stroke()
}

// uprightSeries draws a line from top to bottom at one day.
type uprightSeries struct {
	named
	day    planner.Date
	stroke Stroke
}

func (s uprightSeries) Render(r chart.Renderer, box chart.Box, x, y chart.Range, _ chart.Style) {
	s.stroke.Width = wholePixels(s.stroke.Width) / subpixels
	at := crisp(frame{box, x, y}.day(s.day), s.stroke.Width*subpixels)
	setStroke(r, s.stroke)
	r.MoveTo(at, box.Top)
	r.LineTo(at, box.Bottom)
	r.Stroke()
}

// setStroke gives a renderer a stroke in units.
func setStroke(r chart.Renderer, s Stroke) {
	r.ResetStyle()
	r.SetStrokeColor(ours(s.Color))
	r.SetStrokeWidth(s.Width * subpixels)
	var dash []float64
	for _, v := range s.Dash {
		dash = append(dash, v*subpixels)
	}
	r.SetStrokeDashArray(dash)
}

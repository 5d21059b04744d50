package charts

import (
	"image/color"

	"github.com/wcharczuk/go-chart/v2"

	"milepost/planner/readiness"
)

// marking is how marks look: their size and the colours of the figure.
type marking struct {
	radius, line float64 // pixels
	palette      Palette
	crowd        bool // many marks: pale, and without a halo that would eat into the next
}

// How much smaller and paler marks are that stand in a crowd.
const (
	crowdFactor = 0.62
	crowdAlpha  = 150 // of 255
)

// small is how marks look in a crowd.
func (k marking) small() marking {
	k.radius *= crowdFactor
	k.palette.Text = faded(k.palette.Muted, crowdAlpha)
	k.crowd = true
	return k
}

// mockSeries draws each mock as the shape of its source with a halo; a weak one hollow.
type mockSeries struct {
	named
	mocks []MockPoint
	look  marking
}

func (s mockSeries) Render(r chart.Renderer, box chart.Box, x, y chart.Range, _ chart.Style) {
	f := frame{box, x, y}
	type spot struct {
		x, y, shape int
		weak        bool
	}
	drawn := make(map[spot]bool, len(s.mocks)) // many mocks on one spot look like one: draw it once
	for _, m := range s.mocks {
		at := spot{f.day(m.Date) / subpixels, f.share(m.Share) / subpixels, m.Shape, m.Weak}
		if drawn[at] {
			continue
		}
		drawn[at] = true
		s.look.mock(r, Point{float64(f.day(m.Date)), float64(f.share(m.Share))}, m.Shape, m.Weak)
	}
}

// mock draws one mark around a place in units.
func (k marking) mock(r chart.Renderer, at Point, shape int, weak bool) {
	radius := k.radius * subpixels
	if !k.crowd {
		fillShape(r, outline(shape, at, radius*haloFactor), k.palette.Halo)
	}
	if !weak {
		fillShape(r, outline(shape, at, radius), k.palette.Text)
		return
	}
	strokeShape(r, outline(shape, at, radius-k.line*subpixels/2), Stroke{Color: k.palette.Text, Width: k.line})
}

// milestoneSeries draws triangles standing on the axis of days: filled once met.
type milestoneSeries struct {
	named
	marks []MilestoneMark
	look  marking
}

func (s milestoneSeries) Render(r chart.Renderer, box chart.Box, x, y chart.Range, _ chart.Style) {
	f := frame{box, x, y}
	for _, m := range s.marks {
		s.look.milestone(r, Point{float64(f.day(m.Date)), float64(box.Bottom) - s.look.radius*subpixels}, m.Met)
	}
}

// milestoneShape is the triangle that points down at its day.
const milestoneShape = 4

func (k marking) milestone(r chart.Renderer, at Point, met bool) {
	radius := k.radius * subpixels * 0.72 // a triangle reaches 1.4 radii
	if met {
		fillShape(r, outline(milestoneShape, at, radius), k.palette.Accent)
		return
	}
	points := outline(milestoneShape, at, radius)
	fillShape(r, points, k.palette.Halo)
	strokeShape(r, points, Stroke{Color: k.palette.Muted, Width: k.line})
}

// dotSeries draws dots on the line: where the level stands, and where it is expected to end.
type dotSeries struct {
	named
	points []readiness.Point
	look   marking
}

func (s dotSeries) Render(r chart.Renderer, box chart.Box, x, y chart.Range, _ chart.Style) {
	f := frame{box, x, y}
	for _, q := range s.points {
		at := Point{float64(f.day(q.Date)), float64(f.share(q.Median))}
		fillShape(r, outline(0, at, s.look.radius*haloFactor*subpixels), s.look.palette.Halo)
		fillShape(r, outline(0, at, s.look.radius*subpixels), s.look.palette.Accent)
	}
}

// fillShape and strokeShape draw an outline given in units.
func fillShape(r chart.Renderer, points []Point, c color.NRGBA) {
	r.ResetStyle()
	r.SetFillColor(ours(c))
	traceShape(r, points)
	r.Fill()
}

func strokeShape(r chart.Renderer, points []Point, s Stroke) {
	setStroke(r, s)
	traceShape(r, points)
	r.Stroke()
}

func traceShape(r chart.Renderer, points []Point) {
	for i, q := range points {
		if i == 0 {
			r.MoveTo(round(q.X), round(q.Y))
			continue
		}
		r.LineTo(round(q.X), round(q.Y))
	}
	r.Close()
}

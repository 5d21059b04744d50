package charts

import (
	"image/color"
	"math"
)

// Canvas is what a figure is drawn on: a picture, an SVG, a page of a report. Coordinates are pixels from the top left corner.
// What a Canvas is given is finite and within reach of the figure; dashes are never empty or of no length.
type Canvas interface {
	// Fill paints the inside of a path (non-zero winding).
	Fill(p Path, c color.NRGBA)
	// Stroke draws along a path, centred on it.
	Stroke(p Path, s Stroke)
	// Text writes one line.
	Text(t Text)
}

// Point is a place in pixels.
type Point struct{ X, Y float64 }

// Path is runs of straight lines; figures have no curves, circles come as polygons.
type Path []Run

// Run is points joined by straight lines, and back to the first when Closed.
type Run struct {
	Points []Point
	Closed bool
}

// Stroke is how a line looks. Dash alternates lengths drawn and left out, in pixels; empty means unbroken.
type Stroke struct {
	Color color.NRGBA
	Width float64
	Dash  []float64
}

// Text is one line of text: X is its left end, Baseline what its letters stand on, Size in pixels.
type Text struct {
	Text              string
	X, Baseline, Size float64
	Bold              bool
	Color             color.NRGBA
}

// reach bounds the coordinates a Canvas is given, in pixels: beyond any picture, near enough for the rasteriser, which takes
// time in proportion to the length of what it is given and never ends on what is not a number.
const reach = 3 * MaxSide

// guarded passes drawing on to a Canvas only when it is safe: finite, within reach, and visible.
type guarded struct{ to Canvas }

func (g guarded) Fill(p Path, c color.NRGBA) {
	if p = safePath(p, 3); len(p) > 0 && c.A > 0 {
		g.to.Fill(p, c)
	}
}

func (g guarded) Stroke(p Path, s Stroke) {
	if !finite(s.Width) || s.Width <= 0 || s.Color.A == 0 {
		return
	}
	s.Dash = safeDash(s.Dash)
	if p = safePath(p, 2); len(p) > 0 {
		g.to.Stroke(p, s)
	}
}

func (g guarded) Text(t Text) {
	if t.Text == "" || t.Color.A == 0 || !finite(t.Size) || t.Size <= 0 || !finite(t.X) || !finite(t.Baseline) {
		return
	}
	if math.Abs(t.X) < reach && math.Abs(t.Baseline) < reach {
		g.to.Text(t)
	}
}

// safePath leaves out points that are not numbers, repeat the one before, or make a run of fewer than least points.
func safePath(p Path, least int) Path {
	var out Path
	for _, run := range p {
		points := make([]Point, 0, len(run.Points))
		for _, q := range run.Points {
			if !finite(q.X) || !finite(q.Y) {
				continue
			}
			q = Point{min(max(q.X, -reach), reach), min(max(q.Y, -reach), reach)}
			if n := len(points); n > 0 && points[n-1] == q {
				continue
			}
			points = append(points, q)
		}
		if len(points) >= least {
			out = append(out, Run{points, run.Closed})
		}
	}
	return out
}

// shortestDash in pixels: dashes of no length would never get to the end of a line.
const shortestDash = 0.25

// safeDash gives the dash when every part of it has a length, else an unbroken line.
func safeDash(dash []float64) []float64 {
	for _, v := range dash {
		if !finite(v) || v < shortestDash {
			return nil
		}
	}
	return dash
}

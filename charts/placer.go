package charts

import "math"

// rect is an area in pixels; a rect with right <= left or bottom <= top is empty.
type rect struct{ left, top, right, bottom float64 }

func (r rect) width() float64  { return r.right - r.left }
func (r rect) height() float64 { return r.bottom - r.top }

// overlaps reports whether two areas share more than an edge.
func (r rect) overlaps(o rect) bool {
	return r.left < o.right && o.left < r.right && r.top < o.bottom && o.top < r.bottom
}

// contains reports whether o lies wholly in r.
func (r rect) contains(o rect) bool {
	return o.left >= r.left && o.right <= r.right && o.top >= r.top && o.bottom <= r.bottom
}

// grown is r with air on every side.
func (r rect) grown(air float64) rect {
	return rect{r.left - air, r.top - air, r.right + air, r.bottom + air}
}

// crossedBy reports whether the straight line from a to b touches r (Liang and Barsky's clipping, 1984).
func (r rect) crossedBy(a, b Point) bool {
	from, to := 0.0, 1.0
	for _, side := range [4][2]float64{
		{a.X - b.X, a.X - r.left}, {b.X - a.X, r.right - a.X},
		{a.Y - b.Y, a.Y - r.top}, {b.Y - a.Y, r.bottom - a.Y},
	} {
		towards, room := side[0], side[1]
		if towards == 0 {
			if room < 0 {
				return false
			}
			continue
		}
		if t := room / towards; towards < 0 {
			from = math.Max(from, t)
		} else {
			to = math.Min(to, t)
		}
	}
	return from <= to
}

// label is a text that has its place.
type label struct {
	text  string
	style textStyle
	tone  tone
	at    Point // left end of the baseline
	box   rect  // what it covers
}

// tone names a colour of the palette, so that a layout does not depend on the colours.
type tone int

const (
	toneText tone = iota
	toneMuted
	toneAccent
	tonePass
	toneToday
	toneExam
	toneMilestone
)

// placer puts labels where they lie wholly in the bounds and cover neither another label nor a line or mark.
type placer struct {
	bounds rect
	air    float64 // kept between a label and anything else
	labels []label
	lines  [][]Point
	marks  []rect
}

// free reports whether a label may lie there.
func (p *placer) free(box rect) bool {
	if !p.bounds.contains(box) {
		return false
	}
	box = box.grown(p.air)
	for _, l := range p.labels {
		if box.overlaps(l.box) {
			return false
		}
	}
	for _, m := range p.marks {
		if box.overlaps(m) {
			return false
		}
	}
	for _, line := range p.lines {
		for i := 1; i < len(line); i++ {
			if box.crossedBy(line[i-1], line[i]) {
				return false
			}
		}
	}
	return true
}

// place puts the label at the first free one of the candidates, each the left end of a baseline. It reports false, and puts
// nothing, when none is free: a label left out is better than two one cannot read.
func (p *placer) place(l label, e extent, candidates []Point) bool {
	for _, at := range candidates {
		l.at = Point{math.Round(at.X), math.Round(at.Y)}
		l.box = textBox(l.at, e)
		if p.free(l.box) {
			p.labels = append(p.labels, l)
			return true
		}
	}
	return false
}

// textBox is what a text of that extent covers, written at a place.
func textBox(at Point, e extent) rect {
	return rect{at.X, at.Y - e.ascent, at.X + e.width, at.Y + e.descent}
}

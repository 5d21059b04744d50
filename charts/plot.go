package charts

import (
	"math"

	"milepost/planner"
	"milepost/planner/readiness"
)

// ReadinessPlot is a readiness figure laid out for its size: where everything goes, and what lies under a place. It answers
// a pointer and the arrow keys without drawing anything, and draws itself with Image or DrawOn. It never changes, so it may be
// used from several goroutines.
type ReadinessPlot struct {
	data  ReadinessData
	opts  Options
	faces typefaces
	err   error // why the figure cannot be drawn; its geometry then has no size

	area         rect // inside the axes
	days, shares span
	markFactor   float64
	dated        bool // false when there is not one day to show
	first, last  planner.Date

	rows   rows
	grid   []int // shares with a line across, in points of a hundred
	ticks  []dateTick
	labels []label
	note   rect // the ground under the words of an empty figure
	key    []keyMark
	endsAt *readiness.Point // the last point drawn, when there is one
	stops  []Readout
}

// NewReadinessPlot lays a figure out. It always returns a plot; when the options cannot be drawn, Image and DrawOn give the
// reason and the geometry has no size.
func NewReadinessPlot(d ReadinessData, o Options) *ReadinessPlot {
	return newPlot(d, o, (*ReadinessPlot).layOut)
}

func newPlot(d ReadinessData, o Options, layOut func(*ReadinessPlot)) *ReadinessPlot {
	p := &ReadinessPlot{data: d.cleaned(), opts: o.withDefaults()}
	p.setDays()
	p.stops = p.data.stops()
	p.shares, p.markFactor = span{low: 0, high: 1}, 1
	if p.faces, p.err = o.ready(); p.err != nil {
		return p
	}
	layOut(p)
	p.data.Series = p.thin(p.data.Series)
	p.data.Forecast = p.thin(p.data.Forecast)
	return p
}

// setDays finds the first and last day of the figure, and leaves out milestones beyond them.
func (p *ReadinessPlot) setDays() {
	include := func(d planner.Date) {
		switch {
		case d.IsZero():
		case !p.dated:
			p.first, p.last, p.dated = d, d, true
		case d.Before(p.first):
			p.first = d
		case d.After(p.last):
			p.last = d
		}
	}
	d := &p.data
	include(d.Today)
	include(d.Exam)
	for _, points := range [][]readiness.Point{d.Series, d.Forecast} {
		if n := len(points); n > 0 {
			include(points[0].Date)
			include(points[n-1].Date)
		}
	}
	if n := len(d.Mocks); n > 0 {
		include(d.Mocks[0].Date)
		include(d.Mocks[n-1].Date)
	}
	if p.dated {
		p.days = dayScale(p.first, p.last)
	} else {
		p.days = span{low: 0, high: 1}
	}
	var within []MilestoneMark
	for _, m := range d.Milestones {
		if p.dated && !m.Date.Before(p.first) && !m.Date.After(p.last) {
			within = append(within, m)
		}
	}
	d.Milestones = within
	if n := len(d.Forecast); n > 0 {
		p.endsAt = &d.Forecast[n-1]
	} else if n := len(d.Series); n > 0 {
		p.endsAt = &d.Series[n-1]
	}
}

// axisDays are the first and last day of the axis: those of the figure, or some around them when they are the same.
func (p *ReadinessPlot) axisDays() (first, last planner.Date) {
	scale := dayScale(p.first, p.last)
	return planner.DateFromDayNumber(int(scale.low)), planner.DateFromDayNumber(int(scale.high))
}

// extremes are the lowest and highest share the figure has to show.
func (p *ReadinessPlot) extremes() (low, high float64) {
	low, high = 1, 0
	see := func(values ...float64) {
		for _, v := range values {
			low, high = math.Min(low, v), math.Max(high, v)
		}
	}
	for _, points := range [][]readiness.Point{p.data.Series, p.data.Forecast} {
		for _, q := range points {
			see(q.Low, q.High)
		}
	}
	for _, m := range p.data.Mocks {
		see(m.Share)
	}
	if p.data.PassLine > 0 {
		see(p.data.PassLine)
	}
	if p.bare() {
		see(0.4, 0.9) // the part of the axis a beginner will most likely need
	}
	return low, high
}

// bare reports whether there is no level to draw.
func (p *ReadinessPlot) bare() bool { return len(p.data.Series) == 0 && len(p.data.Forecast) == 0 }

// thin keeps at most two points for each pixel column.
func (p *ReadinessPlot) thin(points []readiness.Point) []readiness.Point {
	return thinned(points, func(q readiness.Point) int { return int(p.X(q.Date)) })
}

// Size is the width and height of the figure in device pixels.
func (p *ReadinessPlot) Size() (width, height int) { return p.opts.Width, p.opts.Height }

// Area gives the edges of the part inside the axes, in device pixels.
func (p *ReadinessPlot) Area() (left, top, right, bottom float64) {
	return p.area.left, p.area.top, p.area.right, p.area.bottom
}

// X is where a day lies, in device pixels from the left edge.
func (p *ReadinessPlot) X(d planner.Date) float64 {
	return p.area.left + p.days.part(float64(d.DayNumber()))*p.area.width()
}

// Y is where a share (0..1) lies, in device pixels from the top edge.
func (p *ReadinessPlot) Y(share float64) float64 {
	return p.area.bottom - p.shares.part(share)*p.area.height()
}

// DateAt is the day at x device pixels from the left edge; left or right of the axes it is the first or last day. It is the
// zero Date when the figure has no days.
func (p *ReadinessPlot) DateAt(x float64) planner.Date {
	if !p.dated {
		return planner.Date{}
	}
	if p.area.width() <= 0 || math.IsNaN(x) {
		return p.first
	}
	part := min(max((x-p.area.left)/p.area.width(), 0), 1)
	return planner.DateFromDayNumber(int(math.Round(p.days.value(part))))
}

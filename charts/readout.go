package charts

import (
	"math"
	"slices"
	"sort"
	"strings"

	"milepost/planner"
	"milepost/planner/readiness"
)

// Readout is what the figure knows of one day: what to show beside a pointer, or after an arrow key.
type Readout struct {
	Date planner.Date
	// Median, Low and High are the level (0..1) when HasLevel; between two known days they lie on the line drawn.
	Median, Low, High float64
	HasLevel          bool
	// Forecast tells that the level is expected rather than known.
	Forecast bool
	// Mock is the last mock of the day and Milestone its last milestone; nil when there was none. Text names them all.
	Mock      *MockPoint
	Milestone *MilestoneMark
	// Text is all of it in words: "22 November 2026: 68%, likely 59–76%. Mock Boson ExSim 71%."
	Text string
}

// Nearest is the readout of the day with something to tell that lies nearest to x device pixels from the left edge. It
// reports false when the figure has nothing to tell.
func (p *ReadinessPlot) Nearest(x float64) (Readout, bool) {
	if len(p.stops) == 0 {
		return Readout{}, false
	}
	if math.IsNaN(x) {
		x = p.area.left
	}
	i := sort.Search(len(p.stops), func(i int) bool { return p.X(p.stops[i].Date) >= x })
	if i == len(p.stops) || i > 0 && x-p.X(p.stops[i-1].Date) <= p.X(p.stops[i].Date)-x {
		i--
	}
	return p.stops[i], true
}

// Step is the next readout after a day (dir above 0) or before it (dir below 0); dir 0 is the day itself or the one before it.
// At either end it stays there. From the zero Date a step forward is the first readout and a step back the last. It reports
// false when the figure has nothing to tell.
func (p *ReadinessPlot) Step(from planner.Date, dir int) (Readout, bool) {
	n := len(p.stops)
	if n == 0 {
		return Readout{}, false
	}
	if from.IsZero() && dir < 0 {
		return p.stops[n-1], true
	}
	i, found := slices.BinarySearchFunc(p.stops, from, func(r Readout, d planner.Date) int { return r.Date.Compare(d) })
	switch {
	case dir > 0 && found:
		i++
	case dir < 0, dir == 0 && !found:
		i--
	}
	return p.stops[min(max(i, 0), n-1)], true
}

// stops are the readouts of all days with a point, a mock or a milestone, in order. d is cleaned.
func (d ReadinessData) stops() []Readout {
	var days []planner.Date
	for _, points := range [][]readiness.Point{d.Series, d.Forecast} {
		for _, q := range points {
			days = append(days, q.Date)
		}
	}
	for _, m := range d.Mocks {
		days = append(days, m.Date)
	}
	for _, m := range d.Milestones {
		days = append(days, m.Date)
	}
	slices.SortFunc(days, planner.Date.Compare)
	days = slices.Compact(days)

	out := make([]Readout, 0, len(days))
	mocks, marks := d.Mocks, d.Milestones
	for _, day := range days {
		r := d.level(day)
		say := []string{d.Words.level(r)}
		for ; len(mocks) > 0 && mocks[0].Date == day; mocks = mocks[1:] {
			r.Mock = &mocks[0]
			say = append(say, d.Words.mock(mocks[0]))
		}
		for ; len(marks) > 0 && marks[0].Date == day; marks = marks[1:] {
			r.Milestone = &marks[0]
			say = append(say, sentence(d.Words.say("Milestone: %s", d.Words.milestoneName(marks[0]))))
		}
		r.Text = strings.Join(say, " ")
		out = append(out, r)
	}
	return out
}

// level is the readout of a day without what happened on it: the known level where there is one, else the forecast.
func (d ReadinessData) level(day planner.Date) Readout {
	if q, ok := between(d.Series, day); ok {
		return Readout{Date: day, Median: q.Median, Low: q.Low, High: q.High, HasLevel: true}
	}
	if q, ok := between(d.forecastFromKnown(), day); ok {
		return Readout{Date: day, Median: q.Median, Low: q.Low, High: q.High, HasLevel: true, Forecast: true}
	}
	return Readout{Date: day}
}

// forecastFromKnown is the forecast as it is drawn: it begins at the last known level.
func (d ReadinessData) forecastFromKnown() []readiness.Point {
	known, ok := d.latest()
	if !ok || len(d.Forecast) == 0 || !d.Forecast[0].Date.After(known.Date) {
		return d.Forecast
	}
	return append([]readiness.Point{known}, d.Forecast...)
}

// between is the point of a day on the straight lines through points.
func between(points []readiness.Point, day planner.Date) (readiness.Point, bool) {
	i, found := slices.BinarySearchFunc(points, day, func(q readiness.Point, d planner.Date) int { return q.Date.Compare(d) })
	if found {
		return points[i], true
	}
	if i == 0 || i == len(points) {
		return readiness.Point{}, false
	}
	a, b := points[i-1], points[i]
	t := float64(a.Date.DaysUntil(day)) / float64(a.Date.DaysUntil(b.Date))
	mix := func(u, v float64) float64 { return u + t*(v-u) }
	return readiness.Point{Date: day, Median: mix(a.Median, b.Median), Low: mix(a.Low, b.Low), High: mix(a.High, b.High)}, true
}

func (w Words) level(r Readout) string {
	switch {
	case !r.HasLevel:
		return sentence(w.longDate(r.Date))
	case r.Forecast:
		return w.say("%s, forecast: %s, likely %s.", w.longDate(r.Date), w.percent(r.Median), w.percentRange(r.Low, r.High))
	}
	return w.say("%s: %s, likely %s.", w.longDate(r.Date), w.percent(r.Median), w.percentRange(r.Low, r.High))
}

func (w Words) mock(m MockPoint) string {
	text := w.say("Mock %s", w.percent(m.Share))
	if m.Source != "" {
		text = w.say("Mock %s %s", m.Source, w.percent(m.Share))
	}
	if m.Weak {
		text += ", " + w.weak()
	}
	return text + "."
}

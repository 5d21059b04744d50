package charts

import (
	"image"
	"math"

	"milepost/planner"
)

// Sparkline draws the small figure of the first screen: band, line, dotted forecast and pass line, without axes. With no level
// to draw it shows the words of Empty, or the pass line alone where they have no room.
func Sparkline(d ReadinessData, o Options) (image.Image, error) {
	return NewSparklinePlot(d, o).Image()
}

// NewSparklinePlot lays the small figure out.
func NewSparklinePlot(d ReadinessData, o Options) *ReadinessPlot {
	d.Title, d.Subtitle, d.Mocks, d.Milestones = "", "", onlyWithoutLevel(d), nil
	return newPlot(d, o, (*ReadinessPlot).layOutSmall)
}

// onlyWithoutLevel keeps the mocks when they are all there is to see.
func onlyWithoutLevel(d ReadinessData) []MockPoint {
	if len(cleanPoints(d.Series))+len(cleanPoints(d.Forecast)) > 0 {
		return nil
	}
	return d.Mocks
}

// smallPad is the air around the small figure, in logical pixels: as much as the dot at the end of the line needs.
const smallPad = 6.5

func (p *ReadinessPlot) layOutSmall() {
	width, height := float64(p.opts.Width), float64(p.opts.Height)
	pad := min(p.opts.px(smallPad), 0.1*min(width, height))
	p.area = rect{math.Ceil(pad), math.Ceil(pad), math.Floor(width - pad), math.Floor(height - pad)}
	if p.area.width() < 1 || p.area.height() < 1 {
		p.area = rect{0, 0, width, height}
	}
	low, high := p.extremes()
	p.shares = closeScale(low, high)
	p.data.Today, p.data.Exam = planner.Date{}, planner.Date{} // no upright lines; their days still bound the figure
	put := &placer{bounds: rect{1, 1, width - 1, height - 1}, air: p.opts.px(2)}
	if p.bare() {
		p.addObstacles(put)
		p.placeNote(put)
	}
	p.labels = put.labels
}

// closeScale is an axis of shares close around the data, for a figure without ticks; like the large one it never shows so little
// that small changes look large.
func closeScale(low, high float64) span {
	low, high = max(low-shareMargin/100.0, 0), min(high+shareMargin/100.0, 1)
	if missing := leastShares/100.0 - (high - low); missing > 0 {
		low = max(low-missing/2, 0)
		high = min(low+leastShares/100.0, 1)
		low = high - leastShares/100.0
	}
	return span{low: low, high: high}
}

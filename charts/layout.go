package charts

import (
	"math"
	"strconv"
)

// Sizes in logical pixels: text, and the air around things.
const (
	titleText    = 16.0
	subtitleText = 12.5
	tickText     = 11.5
	labelText    = 12.0
	noteText     = 13.5

	mockRadius      = 4.2
	milestoneRadius = 4.5
	haloFactor      = 1.5 // radius of a mark's halo
)

// rows are the parts above and below the plot that a figure has room for, with their heights in pixels; 0 is left out.
type rows struct{ title, subtitle, dates, key float64 }

func (r rows) sum() float64 { return r.title + r.subtitle + r.dates + r.key }

// headerGap lies between the words on top and the plot, in logical pixels.
const headerGap = 14.0

// roomy is the height of a plot, in logical pixels, from which on no row gives way to it; a smaller figure keeps roomyPart of
// its height for the plot.
const (
	roomy     = 130.0
	roomyPart = 0.55
)

// layOut finds the place of everything: rows, axes, then labels in order of their worth.
func (p *ReadinessPlot) layOut() {
	width, height := float64(p.opts.Width), float64(p.opts.Height)
	pad := min(max(0.025*min(width, height), p.opts.px(2)), p.opts.px(10))
	p.chooseRows(height - 2*pad)

	tick := p.tickStyle()
	halfTick := p.faces.measure("0", tick.size, false).ascent / 2
	p.area = rect{
		left:   pad,
		top:    pad + max(p.rows.title+p.rows.subtitle, halfTick),
		right:  width - pad - p.opts.px(haloFactor*mockRadius*p.opts.TextScale),
		bottom: height - pad - max(p.rows.dates+p.rows.key, halfTick),
	}
	low, high := p.extremes()
	p.shares, p.grid = shareScale(low, high, p.area.height(), tick.size)
	beside := p.marginLeft(width)
	p.area.left += beside
	endBeside := p.reserveEnd(width, pad)
	p.area = rect{math.Round(p.area.left), math.Round(p.area.top), math.Round(p.area.right), math.Round(p.area.bottom)}
	if p.area.width() < 1 || p.area.height() < 1 {
		p.area = rect{0, 0, width, height} // a speck: the plot alone
		beside, endBeside, p.rows = 0, false, rows{}
	}

	p.markFactor = p.sizeMarks()
	p.makeRoomForFirstMarks()

	put := &placer{bounds: rect{1, 1, width - 1, height - 1}, air: p.opts.px(2)}
	p.placeHeader(put, pad)
	if beside > 0 {
		p.placeShares(put)
	}
	p.placeDates(put, pad)
	p.addObstacles(put)
	if p.bare() {
		p.placeNote(put)
	}
	p.placeUprights(put)
	p.placePassLabel(put)
	p.placeEnd(put, endBeside)
	p.placeKey(put, height-pad)
	p.labels = put.labels
}

func (p *ReadinessPlot) tickStyle() textStyle  { return textStyle{p.opts.textPx(tickText), false} }
func (p *ReadinessPlot) labelStyle() textStyle { return textStyle{p.opts.textPx(labelText), false} }
func (p *ReadinessPlot) boldLabel() textStyle  { return textStyle{p.opts.textPx(labelText), true} }

// sizeMarks is the factor on marks: they grow with the text, half as fast, and shrink in a low figure, where they would hide
// what they stand on.
func (p *ReadinessPlot) sizeMarks() float64 {
	return min(max(p.area.height()/p.opts.px(200), 0.6), 1) * (1 + p.opts.TextScale) / 2
}

func (p *ReadinessPlot) mockRadius() float64      { return p.opts.px(mockRadius * p.markFactor) }
func (p *ReadinessPlot) milestoneRadius() float64 { return p.opts.px(milestoneRadius * p.markFactor) }

// makeRoomForFirstMarks lets the days begin a little before the first one when a mark lies so near the axis that it would
// cover the labels beside it.
func (p *ReadinessPlot) makeRoomForFirstMarks() {
	need := haloFactor * p.mockRadius()
	near := len(p.data.Series) == 1 || len(p.data.Series) == 0 && len(p.data.Forecast) > 0
	if n := len(p.data.Mocks); n > 0 {
		near = near || p.X(p.data.Mocks[0].Date)-p.area.left < need
	}
	if near && p.area.width() > 2*need {
		p.days.low -= (p.days.high - p.days.low) * need / (p.area.width() - need)
	}
}

// chooseRows gives rows up, the least needed first, until the plot has room.
func (p *ReadinessPlot) chooseRows(height float64) {
	line := func(logical, air float64) float64 { return p.opts.textPx(logical) * air }
	if p.data.Title != "" {
		p.rows.title = line(titleText, 1.45)
	}
	if p.data.Subtitle != "" {
		p.rows.subtitle = line(subtitleText, 1.5)
	}
	if p.rows.title+p.rows.subtitle > 0 {
		p.rows.title += p.opts.px(headerGap)
	}
	if p.dated {
		p.rows.dates = line(tickText, 1.1) + p.opts.px(7)
	}
	if len(p.data.Mocks)+len(p.data.Milestones) > 0 {
		p.rows.key = line(tickText, 1.2) + p.opts.px(8)
	}
	plot := min(p.opts.px(roomy), roomyPart*height)
	for _, row := range []*float64{&p.rows.key, &p.rows.subtitle, &p.rows.title, &p.rows.dates} {
		if height-p.rows.sum() >= plot {
			return
		}
		*row = 0
	}
}

// marginLeft is the room for the shares beside the axis, 0 when a narrow figure has none.
func (p *ReadinessPlot) marginLeft(width float64) float64 {
	widest := 0.0
	for _, v := range p.grid {
		widest = max(widest, p.faces.measure(p.data.Words.share(v), p.tickStyle().size, false).width)
	}
	if need := widest + p.opts.px(8); need < 0.25*width {
		return need
	}
	return 0
}

func (w Words) share(points int) string { return w.percentage(strconv.Itoa(points)) }

// The value at the line's end stands beside the plot when the figure is this wide (logical pixels) and gives at most this part.
const (
	endBesideWidth = 480.0
	endBesidePart  = 0.2
)

// reserveEnd makes room at the right for the value at the line's end, and reports whether it did.
func (p *ReadinessPlot) reserveEnd(width, pad float64) bool {
	if p.endsAt == nil || p.endsAt.Date != p.last || width < p.opts.px(endBesideWidth) {
		return false
	}
	value, around := p.endWords()
	need := max(p.faces.measure(value, p.boldLabel().size, true).width,
		p.faces.measure(around, p.labelStyle().size, false).width) + p.opts.px(endGap)
	if need > endBesidePart*width {
		return false
	}
	p.area.right = width - pad - need
	return true
}

// endGap lies between the end of the line and its value, in logical pixels.
const endGap = 12.0

// endWords are the value at the line's end, and its range.
func (p *ReadinessPlot) endWords() (value, around string) {
	q := *p.endsAt
	w := p.data.Words
	value = w.say("%s on %s", w.percent(q.Median), w.shortDate(q.Date))
	if q.Date == p.data.Today {
		value = w.say("%s today", w.percent(q.Median))
	}
	return value, w.percentRange(q.Low, q.High)
}

package charts

import (
	"fmt"
	"image"
	"image/color"
	"io"

	"github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"milepost/planner/readiness"
)

// Strokes in logical pixels.
const (
	gridWidth     = 1.0
	lineWidth     = 2.25
	forecastWidth = 2.0
	passWidth     = 1.5
	uprightWidth  = 1.0
	examWidth     = 1.5
	markLine      = 1.4
)

// Readiness draws the level over time with its range, the mocks it rests on, the pass line and the forecast to the exam.
func Readiness(d ReadinessData, o Options) (image.Image, error) {
	return NewReadinessPlot(d, o).Image()
}

// Image draws the figure as a picture of exactly the size asked for.
func (p *ReadinessPlot) Image() (image.Image, error) {
	if p.err != nil {
		return nil, fmt.Errorf("charts: draw the readiness figure: %w", p.err)
	}
	r, err := newRaster(p.opts.Width, p.opts.Height, p.opts.Palette.Card, p.faces)
	if err != nil {
		return nil, err
	}
	if err := p.render(r, drawing.ColorTransparent); err != nil {
		return nil, err
	}
	return r.picture, nil
}

// DrawOn draws the figure on a Canvas of its size, its ground first. A report gives its page, so that the figure stays sharp
// at any size and its words can be searched.
func (p *ReadinessPlot) DrawOn(c Canvas) error {
	if p.err != nil {
		return fmt.Errorf("charts: draw the readiness figure: %w", p.err)
	}
	return p.render(c, ours(p.opts.Palette.Card))
}

// render lets go-chart draw our series and labels. Everything it could work out by itself is given or switched off.
func (p *ReadinessPlot) render(c Canvas, ground drawing.Color) (err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("charts: draw the readiness figure: the chart engine failed: %v", broken)
		}
	}()
	none := chart.Style{Hidden: true}
	nothing := chart.Style{FillColor: drawing.ColorTransparent, StrokeColor: drawing.ColorTransparent}
	figure := chart.Chart{
		Width: p.opts.Width * subpixels, Height: p.opts.Height * subpixels, DPI: 72,
		Font:           p.faces.regular,
		Background:     chart.Style{FillColor: ground, StrokeColor: drawing.ColorTransparent, Padding: p.padding()},
		Canvas:         nothing,
		XAxis:          chart.XAxis{Style: none, Range: &span{low: p.days.low, high: p.days.high}},
		YAxis:          chart.YAxis{Style: none, Range: &span{low: p.shares.low, high: p.shares.high}},
		YAxisSecondary: chart.YAxis{Style: none, Range: &span{low: p.shares.low, high: p.shares.high}},
		Series:         p.series(),
		Elements:       []chart.Renderable{p.drawKey, p.drawNote, p.drawLabels},
	}
	on := func(int, int) (chart.Renderer, error) { return &renderer{canvas: guarded{c}, faces: p.faces}, nil }
	if err := figure.Render(on, io.Discard); err != nil {
		return fmt.Errorf("charts: draw the readiness figure: %w", err)
	}
	return nil
}

// padding is what lies around the plot, in units.
func (p *ReadinessPlot) padding() chart.Box {
	return chart.Box{
		IsSet: true,
		Left:  units(p.area.left), Top: units(p.area.top),
		Right:  units(float64(p.opts.Width) - p.area.right),
		Bottom: units(float64(p.opts.Height) - p.area.bottom),
	}
}

// series are the layers of the figure, the lowest first.
func (p *ReadinessPlot) series() []chart.Series {
	d, colors := p.data, p.opts.Palette
	ahead := d.forecastFromKnown()
	out := []chart.Series{
		gridSeries{"grid", p.grid, colors.Grid, p.opts.px(gridWidth)},
		bandSeries{"forecast range", ahead, colors.Forecast},
		bandSeries{"range", d.Series, colors.Band},
	}
	if d.PassLine > 0 {
		out = append(out, levelSeries{"pass line", d.PassLine, p.stroke(colors.PassLine, passWidth)})
	}
	if !d.Today.IsZero() {
		out = append(out, uprightSeries{"today", d.Today, p.stroke(colors.Today, uprightWidth, 1.5, 2.5)})
	}
	if !d.Exam.IsZero() {
		out = append(out, uprightSeries{"exam", d.Exam, p.stroke(colors.Exam, examWidth)})
	}
	if len(d.Series) == 1 {
		out = append(out, rangeSeries{"range", d.Series[0], p.stroke(colors.Accent, passWidth), p.mockRadius()})
	}
	marks := marking{radius: p.mockRadius(), line: p.opts.px(markLine), palette: colors}
	mile := marking{radius: p.milestoneRadius(), line: p.opts.px(markLine), palette: colors}
	lines := []chart.Series{
		lineSeries{"forecast", ahead, p.stroke(colors.Accent, forecastWidth, 2, 4)},
		lineSeries{"level", d.Series, p.stroke(colors.Accent, lineWidth)},
		milestoneSeries{"milestones", d.Milestones, mile},
	}
	mocks := mockSeries{"mocks", d.Mocks, marks}
	if p.crowded() { // the results are the ground of the line, not its cover
		mocks.look = marks.small()
		out = append(append(out, mocks), lines...)
	} else {
		out = append(append(out, lines...), mocks)
	}
	return append(out, dotSeries{"ends", p.ends(), marks})
}

// crowded tells whether the marks of the mocks, side by side, would be wider than the figure.
func (p *ReadinessPlot) crowded() bool {
	return float64(len(p.data.Mocks))*2*p.mockRadius() > p.area.width()
}

// ends are the points that get a dot: the expected end, and the level itself when it is one point alone.
func (p *ReadinessPlot) ends() []readiness.Point {
	var out []readiness.Point
	if len(p.data.Series) == 1 {
		out = append(out, p.data.Series[0])
	}
	if p.endsAt != nil {
		out = append(out, *p.endsAt)
	}
	return out
}

// stroke is a line with sizes in logical pixels.
func (p *ReadinessPlot) stroke(c color.NRGBA, width float64, dash ...float64) Stroke {
	for i := range dash {
		dash[i] = p.opts.px(dash[i])
	}
	return Stroke{Color: c, Width: p.opts.px(width), Dash: dash}
}

// trace is the medians as places in the figure.
func (p *ReadinessPlot) trace(points []readiness.Point) []Point {
	out := make([]Point, len(points))
	for i, q := range points {
		out[i] = Point{p.X(q.Date), p.Y(q.Median)}
	}
	return out
}

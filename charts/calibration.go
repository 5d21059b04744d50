package charts

import (
	"fmt"
	"image"
	"math"
	"slices"
	"strings"

	"milepost/planner/readiness"
)

// CalibrationData is what a calibration figure shows: for each stated share, the share that happened and what luck alone would allow.
type CalibrationData struct {
	// Points in any order; those that are no shares are left out.
	Points []readiness.CalibrationPoint
	// Across and Up name the axes.
	Across, Up string
	// Empty is said in place of the points when there are none.
	Empty string
	Words Words
}

// cleaned keeps what can be drawn, in order.
func (d CalibrationData) cleaned() CalibrationData {
	points := make([]readiness.CalibrationPoint, 0, len(d.Points))
	for _, p := range d.Points {
		if isShare(p.Stated) && isShare(p.Happened) && isShare(p.Low) && isShare(p.High) && p.Low <= p.High {
			points = append(points, p)
		}
	}
	slices.SortFunc(points, func(a, b readiness.CalibrationPoint) int {
		switch {
		case a.Stated < b.Stated:
			return -1
		case a.Stated > b.Stated:
			return 1
		}
		return 0
	})
	d.Points = points
	return d
}

func isShare(v float64) bool { return v >= 0 && v <= 1 }

// Summary says in a few sentences what the figure shows.
func (d CalibrationData) Summary() string {
	d = d.cleaned()
	if len(d.Points) == 0 {
		return sentence(d.Empty)
	}
	var say []string
	for _, p := range d.Points {
		say = append(say, d.Words.calibration(p))
	}
	return strings.Join(say, " ")
}

// calibration says one point in words.
func (w Words) calibration(p readiness.CalibrationPoint) string {
	verdict := w.say("as it should be")
	switch {
	case p.Happened < p.Low:
		verdict = w.say("fewer than luck explains")
	case p.Happened > p.High:
		verdict = w.say("more than luck explains")
	case math.Abs(p.Happened-p.Stated) > 0.005:
		verdict = w.say("within luck, which allows %s", w.percentRange(p.Low, p.High))
	}
	return w.say("Stated %s, happened %s: %s.", w.percent(p.Stated), w.percent(p.Happened), verdict)
}

// Table gives the points as rows under a header.
func (d CalibrationData) Table() (header []string, rows [][]string) {
	w := d.Words
	header = []string{w.say("Stated"), w.say("Happened"), w.say("Luck allows")}
	for _, p := range d.cleaned().Points {
		rows = append(rows, []string{w.percent(p.Stated), w.percent(p.Happened), w.percentRange(p.Low, p.High)})
	}
	return header, rows
}

// CalibrationPlot is a calibration figure laid out for its size. It never changes.
type CalibrationPlot struct {
	data  CalibrationData
	opts  Options
	faces typefaces
	err   error
	area  rect // a square
	ticks []float64
}

// NewCalibrationPlot lays a figure out. It always returns a plot; when the options cannot be drawn, Image gives the reason.
func NewCalibrationPlot(d CalibrationData, o Options) *CalibrationPlot {
	p := &CalibrationPlot{data: d.cleaned(), opts: o.withDefaults()}
	if p.faces, p.err = o.ready(); p.err != nil {
		return p
	}
	p.layOut()
	return p
}

// layOut puts a square as large as the figure allows at the left, below the name of the upright axis.
func (p *CalibrationPlot) layOut() {
	tick := p.tickStyle()
	left := p.faces.measure("100%", tick.size, false).width + p.opts.px(8)
	top := tick.size*1.2 + p.opts.px(10)
	below := 2*tick.size*1.2 + p.opts.textPx(14)
	width, height := float64(p.opts.Width), float64(p.opts.Height)
	right := p.faces.measure("100%", tick.size, false).width/2 + p.opts.px(2)
	side := min(width-left-right, height-top-below)
	if side < p.opts.px(60) { // a speck: the square alone
		left, top, side = 0, 0, min(width, height)
	}
	p.area = rect{math.Round(left), math.Round(top), math.Round(left + side), math.Round(top + side)}
	p.ticks = []float64{0, 0.25, 0.5, 0.75, 1}
	if side < 5*airPerTick*tick.size {
		p.ticks = []float64{0, 0.5, 1}
	}
}

func (p *CalibrationPlot) tickStyle() textStyle { return textStyle{p.opts.textPx(tickText), false} }

// at is where a stated and a happened share lie, in device pixels.
func (p *CalibrationPlot) at(stated, happened float64) Point {
	return Point{p.area.left + stated*p.area.width(), p.area.bottom - happened*p.area.height()}
}

// X is where a stated share lies, in device pixels from the left edge.
func (p *CalibrationPlot) X(stated float64) float64 { return p.at(stated, 0).X }

// Nearest is the point nearest to x device pixels from the left edge, its place across, and what it says. It reports false when there is none.
func (p *CalibrationPlot) Nearest(x float64) (at float64, text string, ok bool) {
	best := math.Inf(1)
	for _, q := range p.data.Points {
		if px := p.at(q.Stated, q.Happened).X; math.Abs(px-x) < best {
			best, at, text, ok = math.Abs(px-x), px, p.data.Words.calibration(q), true
		}
	}
	return at, text, ok
}

// Image draws the figure as a picture of exactly the size asked for.
func (p *CalibrationPlot) Image() (image.Image, error) {
	if p.err != nil {
		return nil, fmt.Errorf("charts: draw the calibration figure: %w", p.err)
	}
	r, err := newRaster(p.opts.Width, p.opts.Height, p.opts.Palette.Card, p.faces)
	if err != nil {
		return nil, err
	}
	p.drawOn(guarded{r})
	return r.picture, nil
}

// drawOn draws straight on the canvas: a square with a handful of points has nothing to order or to scale for a chart engine.
func (p *CalibrationPlot) drawOn(c Canvas) {
	p.drawGrid(c)
	if len(p.data.Points) == 0 {
		p.drawEmpty(c)
		return
	}
	p.drawBand(c)
	colors := p.opts.Palette
	c.Stroke(Path{Run{Points: []Point{p.at(0, 0), p.at(1, 1)}}}, Stroke{Color: colors.Today, Width: p.opts.px(passWidth), Dash: []float64{p.opts.px(4), p.opts.px(4)}})
	line := make([]Point, len(p.data.Points))
	for i, q := range p.data.Points {
		line[i] = p.at(q.Stated, q.Happened)
	}
	c.Stroke(Path{Run{Points: line}}, Stroke{Color: colors.Accent, Width: p.opts.px(passWidth)})
	for _, at := range line {
		c.Fill(Path{Run{outline(0, at, p.opts.px(haloFactor*mockRadius)), true}}, colors.Halo)
		c.Fill(Path{Run{outline(0, at, p.opts.px(1.1*mockRadius)), true}}, colors.Accent)
	}
}

// drawGrid draws the lines of both axes with their shares and names.
func (p *CalibrationPlot) drawGrid(c Canvas) {
	colors, style := p.opts.Palette, p.tickStyle()
	grid := Stroke{Color: colors.Grid, Width: p.opts.px(gridWidth)}
	speck := p.area.top == 0
	write := func(text string, x, baseline float64) {
		if !speck {
			c.Text(Text{Text: text, X: x, Baseline: baseline, Size: style.size, Color: colors.Muted})
		}
	}
	under := p.area.bottom + p.opts.textPx(9) + capHeight*style.size
	for _, v := range p.ticks {
		c.Stroke(Path{Run{Points: []Point{p.at(0, v), p.at(1, v)}}}, grid)
		c.Stroke(Path{Run{Points: []Point{p.at(v, 0), p.at(v, 1)}}}, grid)
		text := p.data.Words.percent(v)
		width := p.faces.measure(text, style.size, false).width
		write(text, p.area.left-p.opts.px(8)-width, p.at(0, v).Y+capHeight*style.size/2)
		write(text, p.at(v, 0).X-width/2, under)
	}
	room := float64(p.opts.Width)
	write(p.faces.fit(p.data.Up, room, style), 0, capHeight*style.size+p.opts.px(1))
	across := p.faces.fit(p.data.Across, room-p.area.left, style)
	width := p.faces.measure(across, style.size, false).width
	write(across, max(p.area.left, p.area.right-width), under+1.45*style.size)
}

// drawBand shades what luck allows, from corner to corner.
func (p *CalibrationPlot) drawBand(c Canvas) {
	band := []Point{p.at(0, 0)}
	for _, q := range p.data.Points {
		band = append(band, p.at(q.Stated, q.High))
	}
	band = append(band, p.at(1, 1))
	for _, q := range slices.Backward(p.data.Points) {
		band = append(band, p.at(q.Stated, q.Low))
	}
	c.Fill(Path{Run{band, true}}, p.opts.Palette.Band)
}

// drawEmpty says why there are no points, in the middle, on lines that fit.
func (p *CalibrationPlot) drawEmpty(c Canvas) {
	style := textStyle{p.opts.textPx(noteText), false}
	lines := p.faces.wrap(p.data.Empty, 0.86*p.area.width(), mostNoteLines, style)
	height := float64(len(lines)) * 1.4 * style.size
	if height > p.area.height() {
		return
	}
	y := (p.area.top + p.area.bottom - height) / 2
	widest := 0.0
	for _, l := range lines {
		widest = max(widest, p.faces.measure(l, style.size, false).width)
	}
	pad := p.opts.px(8)
	middle := (p.area.left + p.area.right) / 2
	ground := rect{middle - widest/2 - pad, y - pad, middle + widest/2 + pad, y + height + pad}
	c.Fill(Path{Run{[]Point{{ground.left, ground.top}, {ground.right, ground.top}, {ground.right, ground.bottom}, {ground.left, ground.bottom}}, true}}, p.opts.Palette.Card)
	for i, l := range lines {
		e := p.faces.measure(l, style.size, false)
		c.Text(Text{Text: l, X: middle - e.width/2, Baseline: y + (float64(i)+0.5)*1.4*style.size + capHeight*style.size/2, Size: style.size, Color: p.opts.Palette.Muted})
	}
}

// DrawOn draws the figure on a Canvas of its size, its ground first.
func (p *CalibrationPlot) DrawOn(c Canvas) error {
	if p.err != nil {
		return fmt.Errorf("charts: draw the calibration figure: %w", p.err)
	}
	w, h := float64(p.opts.Width), float64(p.opts.Height)
	c = guarded{c}
	c.Fill(Path{Run{[]Point{{0, 0}, {w, 0}, {w, h}, {0, h}}, true}}, p.opts.Palette.Card)
	p.drawOn(c)
	return nil
}

package charts

import (
	"fmt"
	"math"
	"slices"

	"milepost/planner"
)

// HoursData is what was planned and what was done, week by week.
type HoursData struct {
	// Weeks one after the other, each beginning on a Monday; at most MaxHoursWeeks are drawn, the latest.
	Weeks []HoursWeek
	// Today parts what was from what is to come; the zero Date draws no line.
	Today planner.Date
	// Planned and Done name the two kinds of bars.
	Planned, Done string
	Empty         string // said while there is nothing to draw
	Words         Words
}

// HoursWeek is a week's minutes.
type HoursWeek struct {
	Monday        planner.Date
	Planned, Done int
}

// MaxHoursWeeks is as many weeks as bars can be told apart.
const MaxHoursWeeks = 260

// HoursPlot is the hours of weeks laid out for a size. It never changes.
type HoursPlot struct {
	data  HoursData
	opts  Options
	faces typefaces
	err   error
	area  rect
	step  int // minutes from one line of the grid to the next
	most  int // minutes at the top of the grid
}

// NewHoursPlot lays the figure out. It always returns a plot; when the options cannot be drawn, DrawOn gives the reason.
func NewHoursPlot(d HoursData, o Options) *HoursPlot {
	p := &HoursPlot{data: d.cleaned(), opts: o.withDefaults()}
	if p.faces, p.err = o.ready(); p.err != nil {
		return p
	}
	p.layOut()
	return p
}

// cleaned leaves out what cannot be drawn; a negative time is none.
func (d HoursData) cleaned() HoursData {
	weeks := slices.DeleteFunc(slices.Clone(d.Weeks), func(w HoursWeek) bool { return !drawable(w.Monday) })
	slices.SortStableFunc(weeks, func(a, b HoursWeek) int { return a.Monday.Compare(b.Monday) })
	d.Weeks = weeks[max(len(weeks)-MaxHoursWeeks, 0):]
	for i := range d.Weeks {
		w := &d.Weeks[i]
		w.Planned, w.Done = min(max(w.Planned, 0), mostWeekMinutes), min(max(w.Done, 0), mostWeekMinutes)
	}
	return d
}

// mostWeekMinutes are in a week.
const mostWeekMinutes = 7 * 24 * 60

// hourSteps are the distances of grid lines, in minutes.
var hourSteps = []int{15, 30, 60, 120, 180, 300, 600, 1200, 2400}

func (p *HoursPlot) style() textStyle { return textStyle{p.opts.textPx(tickText), false} }

func (p *HoursPlot) layOut() {
	line := p.style().size * 1.9
	highest := 0
	for _, w := range p.data.Weeks {
		highest = max(highest, w.Planned, w.Done)
	}
	height := float64(p.opts.Height)
	lines := max(int((height-2*line)/(2.2*p.style().size)), 1)
	p.step = hourSteps[len(hourSteps)-1]
	for _, s := range slices.Backward(hourSteps) {
		if (highest+s-1)/s <= min(lines, 5) {
			p.step = s
		}
	}
	p.most = max((highest+p.step-1)/p.step, 1) * p.step
	left := 0.0
	for m := 0; m <= p.most; m += p.step {
		left = max(left, p.faces.measure(p.data.Words.duration(m), p.style().size, false).width)
	}
	p.area = rect{math.Round(left + p.opts.px(8)), math.Round(line), float64(p.opts.Width) - p.opts.px(2), math.Round(height - line)}
}

// Size is the width and height of the figure in device pixels.
func (p *HoursPlot) Size() (width, height int) { return p.opts.Width, p.opts.Height }

// DrawOn draws the figure on a Canvas of its size, its ground first.
func (p *HoursPlot) DrawOn(c Canvas) error {
	if p.err != nil {
		return fmt.Errorf("charts: draw the hours: %w", p.err)
	}
	c = guarded{c}
	c.Fill(box(rect{0, 0, float64(p.opts.Width), float64(p.opts.Height)}), p.opts.Palette.Card)
	if len(p.data.Weeks) == 0 || p.area.width() <= 0 || p.area.height() <= 0 {
		text := p.faces.fit(p.data.Empty, float64(p.opts.Width), p.style())
		c.Text(Text{Text: text, Baseline: 2 * p.style().size, Size: p.style().size, Color: p.opts.Palette.Muted})
		return nil
	}
	p.drawKey(c)
	p.drawGrid(c)
	p.drawDates(c)
	for i, w := range p.data.Weeks {
		p.drawWeek(c, i, w)
	}
	if x, ok := p.today(); ok {
		dash := []float64{p.opts.px(2), p.opts.px(2.5)}
		c.Stroke(Path{Run{Points: []Point{{x, p.area.top}, {x, p.area.bottom}}}}, Stroke{Color: p.opts.Palette.Text, Width: p.opts.px(uprightWidth), Dash: dash})
	}
	return nil
}

func (p *HoursPlot) x(week float64) float64 {
	return p.area.left + p.area.width()*week/float64(len(p.data.Weeks))
}

func (p *HoursPlot) y(minutes int) float64 {
	return p.area.bottom - p.area.height()*float64(minutes)/float64(p.most)
}

// today is where the day lies among the weeks; ok is false outside of them.
func (p *HoursPlot) today() (x float64, ok bool) {
	if p.data.Today.IsZero() {
		return 0, false
	}
	days := p.data.Weeks[0].Monday.DaysUntil(p.data.Today)
	return p.x(float64(days) / 7), days > 0 && days < 7*len(p.data.Weeks)
}

func (p *HoursPlot) drawGrid(c Canvas) {
	style := p.style()
	for m := 0; m <= p.most; m += p.step {
		y := math.Round(p.y(m))
		c.Stroke(Path{Run{Points: []Point{{p.area.left, y}, {p.area.right, y}}}}, Stroke{Color: p.opts.Palette.Grid, Width: p.opts.px(gridWidth)})
		text := p.data.Words.duration(m)
		x := p.area.left - p.opts.px(8) - p.faces.measure(text, style.size, false).width
		c.Text(Text{Text: text, X: x, Baseline: y + capHeight*style.size/2, Size: style.size, Color: p.opts.Palette.Muted})
	}
}

// drawWeek draws the planned time as a broad light bar, and in it what was done as a narrower full one: they differ in width too.
func (p *HoursPlot) drawWeek(c Canvas, i int, w HoursWeek) {
	left, right := p.x(float64(i)), p.x(float64(i+1))
	room := right - left
	bar := func(minutes int, part float64) rect {
		air := room * (1 - part) / 2
		return rect{left + air, p.y(minutes), right - air, p.area.bottom}
	}
	if w.Planned > 0 {
		c.Fill(box(bar(w.Planned, plannedWidth)), p.opts.Palette.Band)
	}
	if w.Done > 0 {
		c.Fill(box(bar(w.Done, doneWidth)), p.opts.Palette.Accent)
	}
}

// The widths of the bars, as parts of a week's room.
const plannedWidth, doneWidth = 0.78, 0.42

// drawKey names the two bars at the top.
func (p *HoursPlot) drawKey(c Canvas) {
	style, x := p.style(), p.area.left
	side := style.size * 0.8
	for _, k := range []struct {
		name string
		part float64
	}{{p.data.Planned, plannedWidth}, {p.data.Done, doneWidth}} {
		width := p.faces.measure(k.name, style.size, false).width
		if k.name == "" || x+side+p.opts.px(6)+width > p.area.right {
			continue
		}
		inset := side * (plannedWidth - k.part) / 2
		color := p.opts.Palette.Band
		if k.part == doneWidth {
			color = p.opts.Palette.Accent
		}
		c.Fill(box(rect{x + inset, style.size*1.05 - side, x + side - inset, style.size * 1.05}), color)
		c.Text(Text{Text: k.name, X: x + side + p.opts.px(6), Baseline: style.size * 1.05, Size: style.size, Color: p.opts.Palette.Muted})
		x += side + p.opts.px(22) + width
	}
}

// drawDates writes as many days or months under the weeks as have room.
func (p *HoursPlot) drawDates(c Canvas) {
	style, first := p.style(), p.data.Weeks[0].Monday
	x := func(d planner.Date) float64 { return p.x(float64(first.DaysUntil(d)) / 7) }
	fits := func(ticks []dateTick) bool {
		end := math.Inf(-1)
		for _, t := range ticks {
			if x(t.date) < end {
				return false
			}
			end = x(t.date) + p.faces.measure(t.label, style.size, false).width + 1.2*style.size
		}
		return end-1.2*style.size <= float64(p.opts.Width)
	}
	for _, t := range dateTicks(first, p.data.Weeks[len(p.data.Weeks)-1].Monday.AddDays(6), p.data.Words, fits) {
		at := math.Round(x(t.date))
		c.Stroke(Path{Run{Points: []Point{{at, p.area.bottom}, {at, p.area.bottom + p.opts.px(4)}}}}, Stroke{Color: p.opts.Palette.Today, Width: p.opts.px(gridWidth)})
		c.Text(Text{Text: t.label, X: at, Baseline: p.area.bottom + style.size*1.45, Size: style.size, Color: p.opts.Palette.Muted})
	}
}

// Summary says in a few sentences what the figure shows, for those who do not see it.
func (d HoursData) Summary() string {
	d = d.cleaned()
	if len(d.Weeks) == 0 {
		return sentence(d.Empty)
	}
	var planned, done, since int
	best := d.Weeks[0]
	for _, w := range d.Weeks {
		done += w.Done
		if d.Today.IsZero() || !w.Monday.After(d.Today) {
			planned += w.Planned
			since++
		}
		if w.Done > best.Done {
			best = w
		}
	}
	say := d.Words.say("One week: %s done of %s planned.", d.Words.duration(done), d.Words.duration(planned))
	if since != 1 {
		say = d.Words.say("%d weeks: %s done of %s planned.", since, d.Words.duration(done), d.Words.duration(planned))
	}
	if best.Done > 0 {
		say += " " + d.Words.say("Most in the week of %s: %s.", d.Words.longDate(best.Monday), d.Words.duration(best.Done))
	}
	return say
}

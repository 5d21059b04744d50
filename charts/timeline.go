package charts

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"strings"

	"milepost/planner"
)

// TimelinePlot is a timeline laid out for its size. It never changes.
type TimelinePlot struct {
	data  TimelineData
	opts  Options
	faces typefaces
	err   error
	area  rect // the lanes
	rows  timelineRows
	most  int // minutes of the fullest week of a lane
}

// timelineRows are the heights of what lies above and below the lanes, 0 where there is no room.
type timelineRows struct{ dates, phases, marks float64 }

// NewTimelinePlot lays a timeline out. It always returns a plot; when the options cannot be drawn, Image gives the reason.
func NewTimelinePlot(d TimelineData, o Options) *TimelinePlot {
	p := &TimelinePlot{data: d.cleaned(), opts: o.withDefaults()}
	if p.faces, p.err = o.ready(); p.err != nil {
		return p
	}
	p.layOut()
	return p
}

// LeastLane is the least height of a lane, in logical pixels at the usual text size, in which its name can be read.
const LeastLane = 30

// LeastHeight is the least height of a timeline of so many lanes, in logical pixels at a text size.
func LeastHeight(lanes int, textScale float64) float64 {
	return (float64(lanes)*LeastLane + 66) * textScale
}

func (p *TimelinePlot) style() textStyle { return textStyle{p.opts.textPx(tickText), false} }

// layOut gives the names of the lanes at most a third of the width, and what is left to the weeks.
func (p *TimelinePlot) layOut() {
	width, height := float64(p.opts.Width), float64(p.opts.Height)
	line := p.style().size * 1.7
	if height > 6*line {
		p.rows = timelineRows{dates: line, phases: line, marks: line}
		if len(p.data.Phases) == 0 {
			p.rows.phases = 0
		}
		if len(p.data.Milestones) == 0 {
			p.rows.marks = 0
		}
	}
	names := 0.0
	for _, l := range p.data.Lanes {
		names = max(names, p.faces.measure(l.Name, p.style().size, false).width)
		for _, w := range l.Weeks {
			p.most = max(p.most, w.Planned)
		}
	}
	left := min(names+p.opts.px(10), 0.3*width)
	if width < p.opts.textPx(260) {
		left = 0
	}
	p.area = rect{math.Round(left), math.Round(p.rows.dates + p.rows.phases), math.Round(width - p.opts.px(2)), math.Round(height - p.rows.marks)}
}

// X is where a day begins, in device pixels from the left edge.
func (p *TimelinePlot) X(d planner.Date) float64 {
	return p.area.left + p.area.width()*float64(p.data.First.DaysUntil(d))/float64(7*max(p.data.weeks(), 1))
}

// Week is the week at x device pixels from the left edge, and the middle of it; ok is false where there is none.
func (p *TimelinePlot) Week(x float64) (week int, middle float64, ok bool) {
	n := p.data.weeks()
	if n == 0 || !finite(x) || p.area.width() <= 0 {
		return 0, 0, false
	}
	week = min(max(int((x-p.area.left)/p.area.width()*float64(n)), 0), n-1)
	return week, p.Middle(week), true
}

// Middle is the middle of a week, in device pixels from the left edge.
func (p *TimelinePlot) Middle(week int) float64 {
	return p.area.left + p.area.width()*(float64(week)+0.5)/float64(max(p.data.weeks(), 1))
}

// Weeks is how many weeks there are, and Monday the first day of one.
func (p *TimelinePlot) Weeks() int { return p.data.weeks() }

// Monday is the first day of a week.
func (p *TimelinePlot) Monday(week int) planner.Date { return p.data.monday(week) }

// WeekOf is the week of a day, the nearest there is.
func (p *TimelinePlot) WeekOf(d planner.Date) int {
	return min(max(p.data.First.DaysUntil(d)/7, 0), max(p.data.weeks()-1, 0))
}

// InWords says what a week holds.
func (p *TimelinePlot) InWords(week int) []string { return p.data.InWords(week) }

// Image draws the timeline as a picture of exactly the size asked for.
func (p *TimelinePlot) Image() (image.Image, error) {
	if p.err != nil {
		return nil, fmt.Errorf("charts: draw the timeline: %w", p.err)
	}
	r, err := newRaster(p.opts.Width, p.opts.Height, p.opts.Palette.Card, p.faces)
	if err != nil {
		return nil, err
	}
	p.drawOn(guarded{r})
	return r.picture, nil
}

// DrawOn draws the timeline on a Canvas of its size, its ground first.
func (p *TimelinePlot) DrawOn(c Canvas) error {
	if p.err != nil {
		return fmt.Errorf("charts: draw the timeline: %w", p.err)
	}
	c = guarded{c}
	c.Fill(box(rect{0, 0, float64(p.opts.Width), float64(p.opts.Height)}), p.opts.Palette.Card)
	p.drawOn(c)
	return nil
}

func (p *TimelinePlot) drawOn(c Canvas) {
	if p.data.weeks() == 0 || p.area.width() <= 0 || p.area.height() <= 0 {
		text := p.faces.fit(p.data.Empty, float64(p.opts.Width), p.style())
		c.Text(Text{Text: text, Baseline: 2 * p.style().size, Size: p.style().size, Color: p.opts.Palette.Muted})
		return
	}
	p.drawPhases(c)
	p.drawDates(c)
	for i, lane := range p.data.Lanes {
		p.drawLane(c, lane, p.lane(i))
	}
	p.drawUprights(c)
	p.drawMilestones(c)
}

// lane is the area of a lane.
func (p *TimelinePlot) lane(i int) rect {
	height := p.area.height() / float64(len(p.data.Lanes))
	top := p.area.top + float64(i)*height
	return rect{p.area.left, math.Round(top), p.area.right, math.Round(top + height)}
}

// drawLane draws the name of a lane and a bar for each week: what is planned, and in it what is done.
func (p *TimelinePlot) drawLane(c Canvas, lane Lane, at rect) {
	colors, style := p.opts.Palette, p.style()
	c.Stroke(Path{Run{Points: []Point{{0, at.bottom}, {at.right, at.bottom}}}}, Stroke{Color: colors.Grid, Width: p.opts.px(gridWidth)})
	if at.left > 0 {
		name := p.faces.fit(lane.Name, at.left-p.opts.px(8), style)
		c.Text(Text{Text: name, Baseline: at.bottom - (at.height()-capHeight*style.size)/2, Size: style.size, Color: colors.Text})
	}
	solid := p.colorOf(lane.Domain)
	soft := faded(solid, 96)
	week := at.width() / float64(len(lane.Weeks))
	air := min(p.opts.px(1), week*0.15)
	room := at.height() - p.opts.px(5)
	for i, w := range lane.Weeks {
		bar := rect{left: at.left + float64(i)*week + air, right: at.left + float64(i+1)*week - air, bottom: at.bottom}
		for _, part := range []struct {
			minutes int
			color   color.NRGBA
		}{{w.Planned, soft}, {w.Done, solid}} {
			if part.minutes > 0 {
				bar.top = at.bottom - max(room*float64(part.minutes)/float64(p.most), p.opts.px(1))
				c.Fill(box(bar), part.color)
			}
		}
	}
}

// colorOf is the colour of a domain; what belongs to none has that of the exam's lines.
func (p *TimelinePlot) colorOf(domain int) color.NRGBA {
	domains := p.opts.Palette.Domains
	if domain < 0 || len(domains) == 0 {
		return p.opts.Palette.PassLine
	}
	return domains[domain%len(domains)]
}

// drawDates writes days or months above the weeks, each with a faint line through all lanes.
func (p *TimelinePlot) drawDates(c Canvas) {
	if p.rows.dates == 0 {
		return
	}
	style, last := p.style(), p.data.monday(p.data.weeks()).AddDays(-1)
	fits := func(ticks []dateTick) bool {
		end := math.Inf(-1)
		for _, t := range ticks {
			if x := p.X(t.date); x < end {
				return false
			} else if end = x + p.faces.measure(t.label, style.size, false).width + 1.2*style.size; end-1.2*style.size > p.area.right {
				return false
			}
		}
		return true
	}
	for _, t := range dateTicks(p.data.First, last, p.data.Words, fits) {
		x := p.X(t.date)
		c.Stroke(Path{Run{Points: []Point{{x, p.rows.dates * 0.9}, {x, p.area.bottom}}}}, Stroke{Color: p.opts.Palette.Grid, Width: p.opts.px(gridWidth)})
		c.Text(Text{Text: t.label, X: x, Baseline: style.size * 1.1, Size: style.size, Color: p.opts.Palette.Muted})
	}
}

// drawPhases draws each phase as a band with its name, and its ground through all lanes, every other one shaded.
func (p *TimelinePlot) drawPhases(c Canvas) {
	if p.rows.phases == 0 {
		return
	}
	style, colors := p.style(), p.opts.Palette
	for i, phase := range p.data.Phases {
		at := rect{max(p.X(phase.From), p.area.left), p.rows.dates, min(p.X(phase.To.AddDays(1)), p.area.right), p.area.top}
		if at.width() <= 0 {
			continue
		}
		if i%2 == 1 {
			c.Fill(box(rect{at.left, at.top, at.right, p.area.bottom}), colors.Forecast)
		}
		inset := p.opts.px(1)
		c.Fill(box(rect{at.left + inset, at.top + p.opts.px(2), at.right - inset, at.bottom - p.opts.px(3)}), colors.Band)
		if name := p.faces.fit(phase.Name, at.width()-p.opts.px(10), style); len([]rune(name)) > 3 {
			c.Text(Text{Text: name, X: at.left + p.opts.px(5), Baseline: at.bottom - p.opts.px(3) - (at.height()-p.opts.px(5)-capHeight*style.size)/2, Size: style.size, Color: colors.Text})
		}
	}
}

// drawUprights draws today and the exam.
func (p *TimelinePlot) drawUprights(c Canvas) {
	top := p.rows.dates
	line := func(d planner.Date, s Stroke) {
		if x := p.X(d); !d.IsZero() && x >= p.area.left && x <= p.area.right+1 {
			c.Stroke(Path{Run{Points: []Point{{x, top}, {x, p.area.bottom}}}}, s)
		}
	}
	colors := p.opts.Palette
	line(p.data.Today, Stroke{Color: colors.Text, Width: p.opts.px(uprightWidth), Dash: []float64{p.opts.px(2), p.opts.px(2.5)}})
	line(p.data.Exam, Stroke{Color: colors.Exam, Width: p.opts.px(examWidth)})
}

// drawMilestones draws the milestones below the lanes, full when they are met, with as many names as have room.
func (p *TimelinePlot) drawMilestones(c Canvas) {
	if p.rows.marks == 0 {
		return
	}
	style, colors := p.style(), p.opts.Palette
	radius := p.opts.px(4.5)
	y := p.area.bottom + p.rows.marks/2
	free := math.Inf(-1)
	for i, m := range p.data.Milestones {
		x := p.X(m.Date)
		if x < p.area.left-1 || x > p.area.right+1 {
			continue
		}
		shape := Path{Run{outline(timelineMark, Point{x, y}, radius), true}}
		if m.Met {
			c.Fill(shape, colors.Accent)
		} else {
			c.Fill(shape, colors.Card)
			c.Stroke(shape, Stroke{Color: colors.Accent, Width: p.opts.px(1.3)})
		}
		end := p.area.right
		if i+1 < len(p.data.Milestones) {
			end = p.X(p.data.Milestones[i+1].Date) - radius - p.opts.px(4)
		}
		left := x + radius + p.opts.px(3)
		name := p.faces.fit(m.Name, end-left, style)
		if short, _, _ := strings.Cut(m.Name, " "); len([]rune(name)) <= len([]rune(short)) {
			name = p.faces.fit(short, end-left, style) // its number, rather than letters of its name
		}
		if left > free && name != "" && name != "…" {
			c.Text(Text{Text: name, X: left, Baseline: y + capHeight*style.size/2, Size: style.size, Color: colors.Muted})
			free = left + p.faces.measure(name, style.size, false).width
		}
	}
}

// timelineMark is the triangle that points up at its day from below the lanes.
const timelineMark = 2

// box is the path around an area.
func box(r rect) Path {
	return Path{Run{[]Point{{r.left, r.top}, {r.right, r.top}, {r.right, r.bottom}, {r.left, r.bottom}}, true}}
}

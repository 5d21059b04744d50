package charts

import (
	"slices"

	"milepost/planner"
)

// placeHeader writes title and subtitle at the left edge, shortened when they are too long.
func (p *ReadinessPlot) placeHeader(put *placer, pad float64) {
	room := float64(p.opts.Width) - 2*pad
	write := func(text string, style textStyle, t tone, baseline float64) {
		text = p.faces.fit(text, room, style)
		e := p.faces.measure(text, style.size, style.bold)
		put.place(label{text: text, style: style, tone: t}, e, []Point{{max(pad, 1), baseline}})
	}
	if p.rows.title > 0 && p.data.Title != "" {
		write(p.data.Title, textStyle{p.opts.textPx(titleText), true}, toneText, pad+p.opts.textPx(titleText)*0.95)
	}
	if p.rows.subtitle > 0 {
		baseline := pad + p.rows.title + p.rows.subtitle - p.opts.px(headerGap) - p.opts.textPx(subtitleText)*0.45
		write(p.data.Subtitle, textStyle{p.opts.textPx(subtitleText), false}, toneMuted, baseline)
	}
}

// placeShares writes the shares beside the axis, in the middle of their lines.
func (p *ReadinessPlot) placeShares(put *placer) {
	style := p.tickStyle()
	for _, v := range p.grid {
		text := p.data.Words.share(v)
		e := p.faces.measure(text, style.size, false)
		x := p.area.left - p.opts.px(8) - e.width
		y := p.Y(float64(v)/100) + capHeight*style.size/2
		put.place(label{text: text, style: style, tone: toneMuted}, e, []Point{{x, y}})
	}
}

// placeDates chooses the days under the axis and writes those that have room; the first day joins them when it has room too.
func (p *ReadinessPlot) placeDates(put *placer, pad float64) {
	if p.rows.dates == 0 {
		return
	}
	style := p.tickStyle()
	gap := p.opts.textPx(10)
	left, right := max(pad, 1), float64(p.opts.Width)-max(pad, 1)
	stretch := func(t dateTick) (from, to float64) {
		width := p.faces.measure(t.label, style.size, false).width
		from = min(max(p.X(t.date)-width/2, left), right-width)
		return from, from + width
	}
	fits := func(ticks []dateTick) bool {
		end := left - gap
		for _, t := range ticks {
			from, to := stretch(t)
			if from < end+gap || from < left {
				return false
			}
			end = to
		}
		return true
	}
	first, last := p.axisDays()
	p.ticks = dateTicks(first, last, p.data.Words, fits)
	if withFirst := slices.Insert(slices.Clone(p.ticks), 0, dateTick{first, p.data.Words.shortDate(first)}); p.ticks[0].date != first && fits(withFirst) {
		p.ticks = withFirst
	}
	baseline := p.area.bottom + p.opts.px(7) + capHeight*style.size
	for _, t := range p.ticks {
		from, _ := stretch(t)
		e := p.faces.measure(t.label, style.size, false)
		put.place(label{text: t.label, style: style, tone: toneMuted}, e, []Point{{from, baseline}})
	}
}

// addObstacles names what a label in the plot must not cover: lines, upright lines and marks.
func (p *ReadinessPlot) addObstacles(put *placer) {
	across := func(y float64) []Point { return []Point{{p.area.left, y}, {p.area.right, y}} }
	put.lines = append(put.lines, p.trace(p.thin(p.data.Series)), p.trace(p.thin(p.data.forecastFromKnown())))
	if p.data.PassLine > 0 {
		put.lines = append(put.lines, across(p.Y(p.data.PassLine)))
	}
	for _, d := range []planner.Date{p.data.Today, p.data.Exam} {
		if !d.IsZero() {
			x := p.X(d)
			put.lines = append(put.lines, []Point{{x, p.area.top}, {x, p.area.bottom}})
		}
	}
	mark := func(x, y, radius float64) {
		put.marks = append(put.marks, rect{x, y, x, y}.grown(radius))
	}
	for _, m := range p.data.Mocks {
		mark(p.X(m.Date), p.Y(m.Share), haloFactor*p.mockRadius())
	}
	for _, m := range p.data.Milestones {
		mark(p.X(m.Date), p.area.bottom-p.milestoneRadius(), p.milestoneRadius())
	}
	if p.endsAt != nil {
		mark(p.X(p.endsAt.Date), p.Y(p.endsAt.Median), haloFactor*p.mockRadius())
	}
}

// placeUprights names the upright lines, beside their tops: the exam first, for it matters more than today.
func (p *ReadinessPlot) placeUprights(put *placer) {
	if !p.data.Exam.IsZero() {
		exam := label{text: p.data.ExamLabel, style: p.boldLabel(), tone: toneExam}
		if !p.placeUpright(put, p.data.Exam, exam, -1) {
			exam.text = p.data.Words.say("Exam")
			p.placeUpright(put, p.data.Exam, exam, -1)
		}
	}
	if !p.data.Today.IsZero() && p.data.Today != p.data.Exam {
		p.placeUpright(put, p.data.Today, label{text: p.data.Words.say("Today"), style: p.labelStyle(), tone: toneToday}, 1)
	}
}

// placeUpright names the line of a day on the side given (1 right, -1 left) or, failing that, the other, in the first rows of the
// plot or its last. A name too long for half the plot has no place.
func (p *ReadinessPlot) placeUpright(put *placer, d planner.Date, l label, side float64) bool {
	e := p.faces.measure(l.text, l.style.size, l.style.bold)
	at := func(side, baseline float64) Point {
		if side > 0 {
			return Point{p.X(d) + p.opts.px(6), baseline}
		}
		return Point{p.X(d) - p.opts.px(6) - e.width, baseline}
	}
	line := e.height() + p.opts.px(4)
	var candidates []Point
	for row := 0.0; row < 3; row++ {
		baseline := p.area.top + p.opts.px(5) + e.ascent + row*line
		candidates = append(candidates, at(side, baseline), at(-side, baseline))
	}
	bottom := p.area.bottom - 2*p.milestoneRadius() - p.opts.px(4) - e.descent
	candidates = append(candidates, at(side, bottom), at(-side, bottom))
	outside := func(at Point) bool { return at.X < p.area.left }
	return e.width <= p.area.width()/2 && put.place(l, e, slices.DeleteFunc(candidates, outside))
}

// placePassLabel writes along the pass line: above it at the left when it can, else wherever there is room above or below.
func (p *ReadinessPlot) placePassLabel(put *placer) {
	if p.data.PassLine == 0 {
		return
	}
	l := label{style: p.boldLabel(), tone: tonePass}
	words, share := p.data.Words, p.data.Words.percent(p.data.PassLine)
	short := words.say("Pass %s", share)
	for _, text := range []string{p.data.PassLabel, words.say("Pass line %s", share), short, share} {
		l.text = text
		e := p.faces.measure(text, l.style.size, l.style.bold)
		left := p.area.left + p.opts.px(6)
		room := p.area.right - p.opts.px(6) - e.width - left
		if room < 0 {
			continue
		}
		above := p.Y(p.data.PassLine) - p.opts.px(4) - e.descent
		below := p.Y(p.data.PassLine) + p.opts.px(5) + e.ascent
		var candidates []Point
		for i := 0.0; i <= passPlaces; i++ {
			x := left + room*i/passPlaces
			candidates = append(candidates, Point{x, above}, Point{x, below})
		}
		if put.place(l, e, candidates) {
			return
		}
	}
}

// passPlaces is how many steps along the line are tried.
const passPlaces = 16

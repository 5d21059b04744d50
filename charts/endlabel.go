package charts

// placeEnd writes the value at the line's end: in two rows beside the plot when there is room reserved, else in one row near
// the end, above or below the range.
func (p *ReadinessPlot) placeEnd(put *placer, beside bool) {
	if p.endsAt == nil {
		return
	}
	value, around := p.endWords()
	bold, plain := p.boldLabel(), p.labelStyle()
	x, y := p.X(p.endsAt.Date), p.Y(p.endsAt.Median)
	if beside {
		x += p.opts.px(endGap)
		e := p.faces.measure(value, bold.size, true)
		first := min(max(y+e.ascent*0.1, p.area.top+e.ascent), p.area.bottom-e.height()-p.opts.px(4))
		if put.place(label{text: value, style: bold, tone: toneAccent}, e, []Point{{x, first}}) {
			e = p.faces.measure(around, plain.size, false)
			put.place(label{text: around, style: plain, tone: toneMuted}, e, []Point{{x, first + plain.size*1.35}})
		}
		return
	}
	low, high := p.Y(p.endsAt.Low), p.Y(p.endsAt.High)
	for _, text := range []string{value + ", " + around, value, p.data.Words.percent(p.endsAt.Median)} {
		e := p.faces.measure(text, bold.size, true)
		var candidates []Point
		for _, left := range []float64{x - e.width - p.opts.px(8), x + p.opts.px(8), x - e.width - p.opts.px(40), x - e.width - p.opts.px(80)} {
			for _, baseline := range []float64{
				y - p.opts.px(10), y + p.opts.px(12) + e.ascent,
				high - p.opts.px(5), low + p.opts.px(6) + e.ascent,
				y - p.opts.px(24), y + p.opts.px(26) + e.ascent,
			} {
				box := textBox(Point{left, baseline}, e)
				if box.left >= p.area.left && box.top >= p.area.top && box.bottom <= p.area.bottom {
					candidates = append(candidates, Point{left, baseline})
				}
			}
		}
		if put.place(label{text: text, style: bold, tone: toneAccent}, e, candidates) {
			return
		}
	}
}

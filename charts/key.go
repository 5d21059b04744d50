package charts

import (
	"cmp"
	"slices"
)

// keyMark is a mark of the row that explains marks.
type keyMark struct {
	at        Point
	shape     int
	weak      bool
	milestone bool
	met       bool
}

// keyEntry is a mark and what it means.
type keyEntry struct {
	mark keyMark
	text string
}

// keyEntries explains every source once, in the order of their shapes, then hollow marks and milestones.
func (p *ReadinessPlot) keyEntries() []keyEntry {
	type source struct {
		name  string
		shape int
	}
	var sources []source
	seen := make(map[source]bool)
	weak := false
	for _, m := range p.data.Mocks {
		s := source{m.Source, m.Shape}
		if s.name == "" {
			s.name = "mock"
		}
		if !seen[s] {
			seen[s] = true
			sources = append(sources, s)
		}
		weak = weak || m.Weak
	}
	slices.SortStableFunc(sources, func(a, b source) int { return cmp.Compare(a.shape, b.shape) })
	var out []keyEntry
	for _, s := range sources {
		out = append(out, keyEntry{keyMark{shape: s.shape}, s.name})
	}
	if weak {
		out = append(out, keyEntry{keyMark{weak: true}, p.data.Words.weak()})
	}
	for _, met := range []bool{false, true} {
		if slices.ContainsFunc(p.data.Milestones, func(m MilestoneMark) bool { return m.Met == met }) {
			out = append(out, keyEntry{keyMark{milestone: true, met: met}, p.data.Words.milestone(met)})
		}
	}
	return out
}

func (w Words) milestone(met bool) string {
	if met {
		return w.say("milestone met")
	}
	return w.say("milestone")
}

// longestKeyText is the most a name may take of the row, in parts of its width.
const longestKeyText = 0.3

// placeKey writes the row of the key above the bottom edge, as many entries as have room; "+2 more" says what is missing.
func (p *ReadinessPlot) placeKey(put *placer, bottom float64) {
	if p.rows.key == 0 {
		return
	}
	style := p.tickStyle()
	baseline := bottom - style.size*0.3
	x, right := p.area.left, float64(p.opts.Width)-p.opts.px(4)
	lead := p.mockRadius()*2.4 + p.opts.textPx(4) // a mark and the air before its words
	entries := p.keyEntries()
	for i, entry := range entries {
		text := p.faces.fit(entry.text, longestKeyText*(right-x)+p.opts.textPx(60), style)
		e := p.faces.measure(text, style.size, false)
		more := ""
		if left := len(entries) - i - 1; left > 0 {
			more = p.data.Words.say("+%d more", left)
		}
		room := lead + e.width
		if x+room+p.opts.px(16)+p.faces.measure(more, style.size, false).width > right && more != "" || x+room > right {
			text = p.data.Words.say("+%d more", len(entries)-i)
			e = p.faces.measure(text, style.size, false)
			put.place(label{text: text, style: style, tone: toneMuted}, e, []Point{{x, baseline}})
			return
		}
		if put.place(label{text: text, style: style, tone: toneMuted}, e, []Point{{x + lead, baseline}}) {
			entry.mark.at = Point{x + p.mockRadius()*1.2, baseline - capHeight*style.size/2}
			p.key = append(p.key, entry.mark)
		}
		x += room + p.opts.px(16)
	}
}

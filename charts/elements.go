package charts

import (
	"image/color"

	"github.com/wcharczuk/go-chart/v2"
)

// drawLabels writes the labels where the layout put them.
func (p *ReadinessPlot) drawLabels(r chart.Renderer, _ chart.Box, _ chart.Style) {
	for _, l := range p.labels {
		r.ResetStyle()
		r.SetFont(p.faces.pick(l.style.bold))
		r.SetFontSize(l.style.size * subpixels)
		r.SetFontColor(ours(p.opts.Palette.tone(l.tone)))
		r.Text(l.text, units(l.at.X), units(l.at.Y))
	}
}

// drawKey draws the marks of the key; their words are labels.
func (p *ReadinessPlot) drawKey(r chart.Renderer, _ chart.Box, _ chart.Style) {
	marks := marking{radius: p.mockRadius(), line: p.opts.px(markLine), palette: p.opts.Palette}
	for _, k := range p.key {
		at := Point{float64(units(k.at.X)), float64(units(k.at.Y))}
		if k.milestone {
			marks.milestone(r, at, k.met)
			continue
		}
		marks.mock(r, at, k.shape, k.weak)
	}
}

// drawNote clears the ground under the words of an empty figure.
func (p *ReadinessPlot) drawNote(r chart.Renderer, _ chart.Box, _ chart.Style) {
	if n := p.note; n.width() > 0 {
		fillShape(r, []Point{
			{float64(units(n.left)), float64(units(n.top))}, {float64(units(n.right)), float64(units(n.top))},
			{float64(units(n.right)), float64(units(n.bottom))}, {float64(units(n.left)), float64(units(n.bottom))},
		}, p.opts.Palette.Card)
	}
}

// tone is the colour of a label.
func (c Palette) tone(t tone) color.NRGBA {
	switch t {
	case toneMuted, toneToday:
		return c.Muted
	case toneAccent:
		return c.Accent
	case tonePass:
		return c.PassLine
	}
	return c.Text
}

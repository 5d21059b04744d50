package charts

import (
	"fmt"
	"html"
	"image/color"
	"strconv"
	"strings"
)

// ReadinessSVG draws the readiness figure as an SVG element to put into a page. Its title and description are the data's
// Title and Summary, so that a screen reader tells what it shows.
func ReadinessSVG(d ReadinessData, o Options) (string, error) {
	p := NewReadinessPlot(d, o)
	title := p.data.Title
	if title == "" {
		title = p.data.Words.say("Readiness")
	}
	return SVG(p, o, Described{title, d.Summary()})
}

// svg is a Canvas that writes SVG elements.
type svg struct {
	body  strings.Builder
	faces typefaces
}

// Fill implements Canvas.
func (s *svg) Fill(p Path, c color.NRGBA) {
	fmt.Fprintf(&s.body, "<path d=\"%s\" %s/>\n", svgPath(p), svgPaint("fill", c))
}

// Stroke implements Canvas.
func (s *svg) Stroke(p Path, st Stroke) {
	dash := ""
	if len(st.Dash) > 0 {
		var parts []string
		for _, v := range st.Dash {
			parts = append(parts, svgNumber(v))
		}
		dash = ` stroke-dasharray="` + strings.Join(parts, " ") + `"`
	}
	fmt.Fprintf(&s.body, "<path d=\"%s\" fill=\"none\" %s stroke-width=\"%s\"%s/>\n",
		svgPath(p), svgPaint("stroke", st.Color), svgNumber(st.Width), dash)
}

// Text implements Canvas.
func (s *svg) Text(t Text) {
	weight := ""
	if t.Bold {
		weight = ` font-weight="600"`
	}
	width := s.faces.measure(t.Text, t.Size, t.Bold).width
	fmt.Fprintf(&s.body, "<text x=\"%s\" y=\"%s\" font-size=\"%s\" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\"%s %s>%s</text>\n",
		svgNumber(t.X), svgNumber(t.Baseline), svgNumber(t.Size), svgNumber(width), weight,
		svgPaint("fill", t.Color), html.EscapeString(t.Text))
}

func svgPath(p Path) string {
	var b strings.Builder
	for _, run := range p {
		for i, q := range run.Points {
			b.WriteByte("ML"[min(i, 1)])
			b.WriteString(svgNumber(q.X))
			b.WriteByte(' ')
			b.WriteString(svgNumber(q.Y))
		}
		if run.Closed {
			b.WriteByte('Z')
		}
	}
	return b.String()
}

// svgPaint is a colour, and its opacity where it is not opaque.
func svgPaint(kind string, c color.NRGBA) string {
	paint := fmt.Sprintf(`%s="%s"`, kind, hexOf(c))
	if name := inkName(c); name != "" {
		paint = fmt.Sprintf(`%s="var(%s)"`, kind, name)
	}
	if c.A < 255 {
		paint += fmt.Sprintf(` %s-opacity="%s"`, kind, strconv.FormatFloat(float64(c.A)/255, 'f', 3, 64))
	}
	return paint
}

// svgNumber writes a length with as many decimals as a sixteenth of a pixel needs to be seen, and none it does not need.
func svgNumber(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

package charts

import (
	"fmt"
	"html"
	"image"
	"image/color"
)

// Figure is something laid out for a size, to be drawn on a Canvas of that size.
type Figure interface {
	// Size is the width and height in device pixels.
	Size() (width, height int)
	// DrawOn draws it, its ground first.
	DrawOn(Canvas) error
}

// Picture draws a figure with the fonts and on the ground of its options.
func Picture(f Figure, o Options) (image.Image, error) {
	o.Width, o.Height = f.Size()
	r, err := NewRaster(o)
	if err != nil {
		return nil, err
	}
	if err := f.DrawOn(r); err != nil {
		return nil, err
	}
	return r.Picture(), nil
}

// Described names a drawing and says what it shows, for those who do not see it.
type Described struct{ Title, Words string }

// SVG draws a figure as an SVG element to put into a page, with the fonts of its options. It needs no font file of its own: the page's sans-serif font is stretched
// to the widths the layout was made with.
func SVG(f Figure, o Options, d Described) (string, error) {
	faces, err := o.ready()
	if err != nil {
		return "", fmt.Errorf("charts: draw an SVG: %w", err)
	}
	s := &svg{faces: faces}
	if err := f.DrawOn(s); err != nil {
		return "", err
	}
	width, height := f.Size()
	return fmt.Sprintf(
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="Inter, Roboto, sans-serif">`+
			"\n<title>%s</title>\n<desc>%s</desc>\n%s</svg>\n",
		width, height, html.EscapeString(d.Title), html.EscapeString(d.Words), s.body.String()), nil
}

// inks are the names of the colours of a palette, in the order of inkOf.
var inks = []string{"background", "card", "grid", "text", "muted", "accent", "band", "forecast", "pass", "today", "exam", "halo"}

func (c *Palette) inkOf() []*color.NRGBA {
	return []*color.NRGBA{
		&c.Background, &c.Card, &c.Grid, &c.Text, &c.Muted, &c.Accent, &c.Band, &c.Forecast, &c.PassLine, &c.Today, &c.Exam, &c.Halo,
	}
}

// Inks is a palette of names instead of colours, for a page that is light or dark as its reader likes: in an SVG drawn with it every colour is
// a CSS variable, "var(--ink-text)", which the page defines by what [Palette.CSS] writes. Drawn as a picture it makes no sense. How much shines
// through stays that of the light palette.
func Inks() Palette {
	p := Light()
	for i, c := range p.inkOf() {
		*c = color.NRGBA{R: inkMark, G: uint8(i), B: inkMark, A: c.A}
	}
	for i := range p.Domains {
		p.Domains[i] = color.NRGBA{R: inkMark, G: uint8(len(inks) + i), B: inkMark, A: 255}
	}
	return p
}

// inkMark in red and blue tells the names of colours from colours; no palette has such a colour.
const inkMark = 0x01

// inkName is the CSS variable that an ink of Inks stands for; "" for a real colour.
func inkName(c color.NRGBA) string {
	n := int(c.G)
	switch {
	case c.R != inkMark || c.B != inkMark:
		return ""
	case n < len(inks):
		return "--ink-" + inks[n]
	}
	return fmt.Sprintf("--ink-domain-%d", n-len(inks)+1)
}

// CSS defines the variables of Inks as the colours of a palette: "--ink-text: #1B1E22; …".
func (c Palette) CSS() string {
	out := ""
	for i, ink := range c.inkOf() {
		out += fmt.Sprintf("--ink-%s: %s; ", inks[i], hexOf(*ink))
	}
	for i, ink := range c.Domains {
		out += fmt.Sprintf("--ink-domain-%d: %s; ", i+1, hexOf(ink))
	}
	return out[:len(out)-1]
}

// hexOf is a colour without its opacity.
func hexOf(c color.NRGBA) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

package pages

import (
	"io"
	"log"
	"slices"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"github.com/golang/freetype/truetype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/bidi"

	"milepost/charts"
	"milepost/resources"
)

// run is a stretch of a line in one font and direction, in the order in which it stands on the page.
type run struct {
	text   string
	shaped *shapedRun // nil for what our own typeface has
}

// shapedRun is letters of another font as outlines, for a size of 1.
type shapedRun struct {
	width    float64
	outlines []outline
	behind   string // the text itself, in the order of the page; "" where it cannot be written
}

// outline is a letter at its place: x to the right, y down from the line it stands on.
type outline struct {
	x, y     float64
	scale    float64 // from the font's units
	segments []opentype.Segment
	box      float64 // the width of an empty box, for a letter that no font has; 0 otherwise
}

// own are the letters of our typeface, by weight.
var own = sync.OnceValue(func() [2]*truetype.Font {
	regular, _ := truetype.Parse(resources.FontRegular) // embedded and tested: an error leaves it without letters
	bold, _ := truetype.Parse(resources.FontSemiBold)
	return [2]*truetype.Font{regular, bold}
})

// has tells whether our typeface has a letter.
func has(r rune, bold bool) bool {
	f := own()[0]
	if bold {
		f = own()[1]
	}
	return r <= 0xFFFF && f != nil && f.Index(r) != 0
}

// ownWidth is the width of a text in our typeface at a size of 1. Letters keep their own widths, whatever stands beside them: so does a PDF.
func ownWidth(text string, bold bool) float64 {
	f := own()[0]
	if bold {
		f = own()[1]
	}
	if f == nil {
		return 0
	}
	sum := 0
	scale := fixed.Int26_6(f.FUnitsPerEm())
	for _, r := range text {
		sum += int(f.HMetric(scale, f.Index(r)).AdvanceWidth)
	}
	return float64(sum) / float64(scale)
}

// runs are the parts of a line from left to right.
func (p *writer) runs(text string, bold bool) []run {
	plain := true
	for _, r := range text {
		if !has(r, bold) {
			plain = false
			break
		}
	}
	if plain {
		if text == "" {
			return nil
		}
		return []run{{text: text}}
	}
	if p.shaper == nil {
		p.shaper = newShaper()
	}
	return p.shaper.runs(text, bold)
}

// shaper finds fonts of the system for letters ours lacks, and shapes them. It keeps what it has shaped: a line is measured before it is written.
type shaper struct {
	fonts  *fontscan.FontMap
	engine shaping.HarfbuzzShaper
	known  map[shapedKey][]run
}

type shapedKey struct {
	text string
	bold bool
}

func newShaper() *shaper {
	quiet := log.New(io.Discard, "", 0)
	s := &shaper{fonts: fontscan.NewFontMap(quiet), known: make(map[shapedKey][]run)}
	if err := s.fonts.UseSystemFonts(""); err != nil {
		s.fonts = nil // boxes then
		return s
	}
	s.fonts.SetQuery(fontscan.Query{Families: []string{"sans-serif"}})
	return s
}

// mostKept bounds what is kept of shaped lines.
const mostKept = 5000

func (s *shaper) runs(text string, bold bool) []run {
	key := shapedKey{text, bold}
	if known, ok := s.known[key]; ok {
		return known
	}
	if len(s.known) >= mostKept {
		clear(s.known)
	}
	var out []run
	for _, part := range ordered(text) {
		out = append(out, s.split(part, bold)...)
	}
	s.known[key] = out
	return out
}

// directed is a stretch of one direction.
type directed struct {
	text  []rune
	right bool // written from right to left
}

// ordered are the stretches of a line as they stand from left to right (Unicode Standard Annex 9).
func ordered(text string) []directed {
	whole := []directed{{text: []rune(text)}}
	var paragraph bidi.Paragraph
	if _, err := paragraph.SetString(text, bidi.DefaultDirection(bidi.LeftToRight)); err != nil {
		return whole
	}
	order, err := paragraph.Order()
	if err != nil || order.NumRuns() == 0 {
		return whole
	}
	var out []directed
	for i := range order.NumRuns() {
		r := order.Run(i)
		out = append(out, directed{[]rune(r.String()), r.Direction() == bidi.RightToLeft})
	}
	if !paragraph.IsLeftToRight() {
		slices.Reverse(out)
		return out
	}
	// Within a line from left to right, numbers between words from right to left belong to those: they change places around them.
	for i := 0; i < len(out); i++ {
		end := i
		for end+2 < len(out) && out[end].right && !out[end+1].hasLetters() && out[end+2].right {
			end += 2
		}
		slices.Reverse(out[i : end+1])
		i = end
	}
	return out
}

func (d directed) hasLetters() bool { return slices.ContainsFunc(d.text, unicode.IsLetter) }

// split parts a stretch by fonts: our own, and others. Accents, and spaces between words of another script, stay with the letter before them.
func (s *shaper) split(d directed, bold bool) []run {
	var out []run
	begin := 0
	var current *font.Face // of the part that begins at begin
	for i, r := range d.text {
		face := s.fontOf(r, bold)
		accent := unicode.Is(unicode.M, r) && (current != nil || face == nil)
		if i > 0 && (accent || r == ' ' && current != nil && i+1 < len(d.text) && s.fontOf(d.text[i+1], bold) == current) {
			continue
		}
		if i > 0 && face != current {
			out = append(out, s.one(d.text[begin:i], d.right, bold))
			begin = i
		}
		current = face
	}
	if begin < len(d.text) {
		out = append(out, s.one(d.text[begin:], d.right, bold))
	}
	if d.right {
		slices.Reverse(out)
	}
	return out
}

// fontOf is the font of a letter: nil for our own, and missing where there is none.
func (s *shaper) fontOf(r rune, bold bool) *font.Face {
	if has(r, bold) {
		return nil
	}
	if s.fonts == nil {
		return missing
	}
	face := s.fonts.ResolveFace(r)
	if face == nil {
		return missing
	}
	if _, ok := face.NominalGlyph(r); !ok {
		return missing
	}
	return face
}

// missing stands for a font nobody has.
var missing = &font.Face{}

// one makes a run of letters that share a font, that of the first.
func (s *shaper) one(text []rune, right, bold bool) run {
	face := s.fontOf(text[0], bold)
	switch face {
	case nil:
		return run{text: string(text)}
	case missing:
		return boxes(text)
	}
	direction := di.DirectionLTR
	if right {
		direction = di.DirectionRTL
	}
	got := s.engine.Shape(shaping.Input{
		Text: text, RunEnd: len(text), Direction: direction, Face: face, Size: fixed.I(shapedSize), Script: language.LookupScript(text[0]), Language: language.NewLanguage("en"),
	})
	shaped := &shapedRun{behind: behind(text, right)}
	x := 0.0
	for _, g := range got.Glyphs {
		o := outline{x: x + units(g.XOffset), y: -units(g.YOffset), scale: 1 / float64(face.Upem())}
		if glyph, ok := face.GlyphData(g.GlyphID).(font.GlyphOutline); ok && len(glyph.Segments) > 0 {
			o.segments = glyph.Segments
		} else if g.Width != 0 {
			o.box = units(g.Advance) // a picture, of an emoji: nothing that could be drawn here
		}
		shaped.outlines = append(shaped.outlines, o)
		x += units(g.Advance)
	}
	shaped.width = x
	return run{string(text), shaped}
}

// shapedSize is what letters are shaped for; the result is divided by it.
const shapedSize = 1000

func units(v fixed.Int26_6) float64 { return float64(v) / 64 / shapedSize }

// behind is what stands invisibly behind drawn letters, in the order in which a reader of the page expects it.
func behind(text []rune, right bool) string {
	out := make([]rune, len(text))
	for i, r := range text {
		if r > 0xFFFF {
			return ""
		}
		if right {
			i = len(text) - 1 - i
		}
		out[i] = r
	}
	return string(out)
}

// boxes are letters nobody has a font for: an empty box each, so that it is seen that something stands there.
func boxes(text []rune) run {
	shaped := &shapedRun{}
	for _, r := range text {
		if unicode.Is(unicode.M, r) || unicode.Is(unicode.Cf, r) {
			continue
		}
		if r != ' ' {
			shaped.outlines = append(shaped.outlines, outline{x: shaped.width, box: boxWidth})
		}
		shaped.width += boxWidth
	}
	return run{string(text), shaped}
}

const boxWidth = 0.72

// drawShaped draws a run of another font, and puts its text behind it.
func (p *writer) drawShaped(x, y float64, r run, st style) {
	for _, o := range r.shaped.outlines {
		at := charts.Point{X: x + o.x*st.size, Y: y + o.y*st.size}
		switch {
		case o.box > 0:
			inset := st.size * 0.08
			frame := area(at.X+inset, at.Y-st.size*0.7, o.box*st.size-2*inset, st.size*0.7)
			p.on.Stroke(frame, charts.Stroke{Color: st.color, Width: st.size * 0.05})
		case len(o.segments) > 0:
			p.on.glyph(at, o.scale*st.size, o.segments, st.color)
		}
	}
	if r.shaped.behind != "" {
		p.on.behind(charts.Point{X: x, Y: y}, r.shaped.behind, st)
	}
}

package charts

import (
	"fmt"
	"math"
	"strings"
	"sync"

	"github.com/golang/freetype/truetype"
	"github.com/wcharczuk/go-chart/v2"
	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

// Fonts are TrueType files ("glyf" outlines; an OpenType file with CFF outlines is refused). What is empty is replaced: Bold
// by Regular, Regular by go-chart's Roboto. One font is used for a text, with no fallback for signs it lacks.
type Fonts struct{ Regular, Bold []byte }

// typefaces are the parsed fonts of a figure.
type typefaces struct{ regular, bold *truetype.Font }

// roboto is parsed once: go-chart's own cache is not safe for several goroutines.
var roboto = sync.OnceValues(chart.GetDefaultFont)

func (f Fonts) parse() (typefaces, error) {
	regular, err := parseFont("fonts.regular", f.Regular, roboto)
	if err != nil {
		return typefaces{}, err
	}
	bold, err := parseFont("fonts.bold", f.Bold, func() (*truetype.Font, error) { return regular, nil })
	if err != nil {
		return typefaces{}, err
	}
	return typefaces{regular, bold}, nil
}

func parseFont(name string, file []byte, otherwise func() (*truetype.Font, error)) (*truetype.Font, error) {
	if len(file) == 0 {
		return otherwise()
	}
	f, err := truetype.Parse(file)
	if err != nil {
		return nil, fmt.Errorf("charts: %s is not a TrueType font: %w", name, err)
	}
	return f, nil
}

func (t typefaces) pick(bold bool) *truetype.Font {
	if bold {
		return t.bold
	}
	return t.regular
}

// extent is the room a text takes, in pixels: its advance, and how far it reaches above and below its baseline. Ascent is at
// least that of a capital letter, so that the texts of a row stand on one line whatever their letters.
type extent struct{ width, ascent, descent float64 }

func (e extent) height() float64 { return e.ascent + e.descent }

// measure gives the extent of a text at a size in pixels.
func (t typefaces) measure(text string, size float64, bold bool) extent {
	f := t.pick(bold)
	scale := fixed.Int26_6(math.Round(size * 64))
	glyphs := &truetype.GlyphBuf{}
	e := extent{}
	var advance fixed.Int26_6
	previous, hasPrevious := truetype.Index(0), false
	for _, r := range text {
		index := f.Index(r)
		if hasPrevious {
			advance += f.Kern(scale, previous, index)
		}
		if err := glyphs.Load(f, scale, index, font.HintingNone); err == nil {
			e.ascent = math.Max(e.ascent, float64(glyphs.Bounds.Max.Y)/64)
			e.descent = math.Max(e.descent, -float64(glyphs.Bounds.Min.Y)/64)
		}
		advance += f.HMetric(scale, index).AdvanceWidth
		previous, hasPrevious = index, true
	}
	e.width = float64(advance) / 64
	e.ascent = math.Max(e.ascent, capHeight*size)
	return e
}

// capHeight is the height of a capital letter in parts of the size; Inter's is 0.727, Roboto's 0.711.
const capHeight = 0.72

// fit shortens a text with "…" until it takes at most width pixels; it is empty when not even one letter has room.
func (t typefaces) fit(text string, width float64, style textStyle) string {
	if t.measure(text, style.size, style.bold).width <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes) // the longest beginning that fits lies in low..high
	for low < high {
		middle := (low + high + 1) / 2
		if t.measure(shortened(runes[:middle]), style.size, style.bold).width <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	if low == 0 {
		return ""
	}
	return shortened(runes[:low])
}

func shortened(beginning []rune) string { return strings.TrimRight(string(beginning), " ,.;:") + "…" }

// wrap breaks a text into lines of at most width pixels, at most `lines` of them; the last is shortened when more would follow.
func (t typefaces) wrap(text string, width float64, lines int, style textStyle) []string {
	words := strings.Fields(text)
	var out []string
	for len(words) > 0 && len(out) < lines {
		if len(out) == lines-1 {
			return append(out, t.fit(strings.Join(words, " "), width, style))
		}
		n := 1
		for n < len(words) && t.measure(strings.Join(words[:n+1], " "), style.size, style.bold).width <= width {
			n++
		}
		out = append(out, t.fit(strings.Join(words[:n], " "), width, style))
		words = words[n:]
	}
	return out
}

// textStyle is a size in device pixels and a weight.
type textStyle struct {
	size float64
	bold bool
}

package pages

import (
	"image/color"
	"strings"
	"unicode"
	"unicode/utf8"

	"milepost/charts"
)

// style is how a text looks; its size is in points.
type style struct {
	size  float64
	bold  bool
	color color.NRGBA
}

// ascent is how far below the top of its line the letters of a text stand.
func ascent(size float64) float64 { return size * 1.06 }

// measure is the width of a line.
func (p *writer) measure(text string, st style) float64 {
	width := 0.0
	for _, r := range p.runs(oneLine(text), st.bold) {
		width += p.runWidth(r, st)
	}
	return width
}

func (p *writer) runWidth(r run, st style) float64 {
	if r.shaped != nil {
		return r.shaped.width * st.size
	}
	return ownWidth(r.text, st.bold) * st.size
}

// write writes a line whose letters stand on y.
func (p *writer) write(x, y float64, text string, st style) {
	for _, r := range p.runs(oneLine(text), st.bold) {
		if r.shaped != nil {
			p.drawShaped(x, y, r, st)
		} else {
			p.on.Text(charts.Text{Text: r.text, X: x, Baseline: y, Size: st.size, Bold: st.bold, Color: st.color})
		}
		x += p.runWidth(r, st)
	}
}

// fit shortens a line with "…" until it has room.
func (p *writer) fit(text string, width float64, st style) string {
	text = oneLine(text)
	if p.measure(text, st) <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if p.measure(strings.TrimRight(string(runes[:middle]), " ,.;:")+"…", st) <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	if low == 0 {
		return ""
	}
	return strings.TrimRight(string(runes[:low]), " ,.;:") + "…"
}

// wrap breaks a text into lines; line ends in it are kept. Beyond so many lines it is shortened.
func (p *writer) wrap(text string, width float64, st style, most int) []string {
	return p.broken(text, func(int) float64 { return width }, st, most)
}

// wrapAfter breaks a text whose first line begins further in.
func (p *writer) wrapAfter(start float64, text string, st style) []string {
	return p.broken(text, func(line int) float64 {
		if line == 0 {
			return p.room() - start
		}
		return p.room()
	}, st, manyLines)
}

// broken breaks a text into lines of the widths given. Each word is measured once.
func (p *writer) broken(text string, width func(line int) float64, st style, most int) []string {
	var out []string
	space := p.measure("n n", st) - p.measure("nn", st)
	for _, paragraph := range strings.Split(strings.TrimSpace(text), "\n") {
		line, used := "", 0.0
		for _, word := range strings.Fields(paragraph) {
			w := p.measure(word, st)
			switch {
			case line != "" && used+space+w <= width(len(out)):
				line, used = line+" "+word, used+space+w
				continue
			case line != "":
				out = append(out, line)
			}
			for w > width(len(out)) && len(out) <= most { // longer than a line: an address, or a script without spaces
				head := p.beginning(word, width(len(out)), st)
				out, word = append(out, head), word[len(head):]
				w = p.measure(word, st)
			}
			line, used = word, w
		}
		out = append(out, line)
		if len(out) > most {
			break
		}
	}
	if len(out) > most {
		out = out[:most]
		out[most-1] = p.fit(out[most-1]+" …", width(most-1), st)
	}
	return out
}

// beginning is as much of a word as has room, at least a letter with its accents.
func (p *writer) beginning(word string, width float64, st style) string {
	runes := []rune(word)
	n := min(len(runes), max(int(width/(st.size*0.25)), 1)) // more than can have room, so that nothing long is measured again and again
	for n > 1 && p.measure(string(runes[:n]), st) > width {
		n -= max(n/16, 1)
	}
	for n < len(runes) && n > 1 && unicode.Is(unicode.M, runes[n]) {
		n-- // an accent stays with its letter
	}
	for n < len(runes) && unicode.Is(unicode.M, runes[n]) && n < 8 {
		n++
	}
	return string(runes[:n])
}

// oneLine is a text as it can stand in a line: what would break or turn it round is left out.
func oneLine(text string) string {
	clean := true
	for _, r := range text {
		if r < ' ' || r == utf8.RuneError || r >= 0x7F && r < 0xA0 || separates(r) || isControl(r) {
			clean = false
			break
		}
	}
	if clean {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || separates(r):
			return ' '
		case r == utf8.RuneError:
			return '?'
		case r < ' ' || r >= 0x7F && r < 0xA0 || isControl(r):
			return -1
		}
		return r
	}, text)
}

// separates tells Unicode's own ends of lines and paragraphs.
func separates(r rune) bool { return r == 0x2028 || r == 0x2029 }

// isControl tells signs that turn the direction of a text or are no characters.
func isControl(r rune) bool {
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0xFEFF || r&0xFFFE == 0xFFFE || r >= 0xFE00 && r <= 0xFE0F || r == 0x200D
}

package ical

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestLine is in octets, without the line's end but with the space a continued line begins with.
const longestLine = 75

// lines writes the lines of a calendar file, whatever they mean.
type lines struct{ *bytes.Buffer }

// text writes a text, cleaned and escaped, unless it is empty.
func (w lines) text(name, s string) {
	if s = clean(s); s != "" {
		w.line(name, escapes.Replace(s))
	}
}

// line writes a line whose value is ready, and folds it. Folds come between characters, for editors that look at
// single lines, and between escapes, for readers that unescape before they unfold.
func (w lines) line(name, value string) {
	width := 0
	for rest := name + ":" + value; rest != ""; {
		_, n := utf8.DecodeRuneInString(rest)
		if rest[0] == '\\' {
			n = min(2, len(rest))
		}
		if width+n > longestLine {
			w.WriteString("\r\n ")
			width = 1
		}
		w.WriteString(rest[:n])
		width, rest = width+n, rest[n:]
	}
	w.WriteString("\r\n")
}

// breaks are all that ends a line somewhere. Left in a text, the last three would end a line of the file for readers
// that go by Unicode.
var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ")

var escapes = strings.NewReplacer(`\`, `\\`, `;`, `\;`, `,`, `\,`, "\n", `\n`)

// longestBlank is how many blanks in a row are kept. Without a bound, and with blanks at the end, a folded line might
// be nothing but blank, which some readers take for the end of the text. 20 of three octets still leave room in a line.
const longestBlank = 20

// clean is a text without what no calendar file may hold, and without what would be lost on the way.
func clean(s string) string {
	s = breaks.Replace(strings.ToValidUTF8(s, "\uFFFD"))
	blanks := 0
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || !unicode.IsControl(r) && !unicode.IsSpace(r):
			blanks = 0
			return r
		case !unicode.IsControl(r) && blanks < longestBlank:
			blanks++
			return r
		}
		return -1
	}, s)
	return strings.TrimSpace(s)
}

package icaltest

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// longestLine is in octets, without the line's end (RFC 5545, 3.1).
const longestLine = 75

const byteOrderMark = "\uFEFF"

// split cuts a file at its line feeds; lines keep their ends. What follows the last line feed is a line too.
func split(b []byte) []string {
	return strings.SplitAfter(strings.TrimPrefix(string(b), byteOrderMark), "\n")
}

// bytes checks what can be seen without knowing what the file says.
func (l *linter) bytes(b []byte) {
	if bytes.HasPrefix(b, []byte(byteOrderMark)) {
		l.add(1, "a byte order mark")
	}
	for i, line := range split(b) {
		if line != "" {
			l.line(i+1, line)
		}
	}
}

func (l *linter) line(number int, line string) {
	text, whole := strings.CutSuffix(line, "\r\n")
	switch {
	case whole:
	case strings.HasSuffix(line, "\n"):
		l.add(number, "ends with LF alone")
		text = strings.TrimSuffix(line, "\n")
	default:
		l.add(number, "the file stops in the middle of a line")
	}
	if n := len(text); n > longestLine {
		l.add(number, "%d octets long; %d are the most", n, longestLine)
	}
	if strings.TrimSpace(text) == "" {
		l.add(number, "an empty or blank line, at which some readers stop unfolding")
	}
	if !utf8.ValidString(text) {
		l.add(number, "broken UTF-8: bad bytes, or a fold inside a character")
	}
	if strings.Contains(text, "\r") {
		l.add(number, "a CR inside the line")
	}
	if i := strings.IndexFunc(text, isControl); i >= 0 {
		l.add(number, "a control character, %#02x", text[i])
	}
	if strings.ContainsAny(text, "\u0085\u2028\u2029") {
		l.add(number, "a line separator of Unicode, at which some readers break the line")
	}
}

// isControl reports whether the format forbids a character: all below the space but the tab, and delete. CR and LF
// are spoken of elsewhere.
func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\r' && r != '\n' || r == 0x7f
}

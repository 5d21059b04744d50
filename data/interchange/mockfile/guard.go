package mockfile

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// guard is put before texts a spreadsheet would take for a formula. The full-width forms count, as some programs make
// plain ones of them.
const (
	guard    = "'"
	formulas = "=+-@＝＋－＠"
)

// guardText protects a text. A text that looks guarded already is guarded once more, so that unguard gives it back;
// so is one with space around it, which would be trimmed otherwise.
func guardText(s string) string {
	if needsGuard(s) {
		return guard + s
	}
	return s
}

func needsGuard(s string) bool {
	s = strings.TrimLeft(s, guard)
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && (strings.ContainsRune(formulas, first) || unicode.IsSpace(first) || unicode.IsSpace(last))
}

// unguard reads a cell with text: without its guard as it is, or else without surrounding space.
func unguard(cell string) string {
	if text, ok := strings.CutPrefix(cell, guard); ok && needsGuard(text) {
		return text
	}
	return strings.TrimSpace(cell)
}

package widgets

import "strings"

// wrapText breaks a text into lines no wider than width, at spaces where it can and inside a word where it must. There
// is always at least one line, and no letter is ever lost.
func wrapText(text string, width float32, measure func(string) float32) []string {
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		lines = append(lines, wrapLine(paragraph, width, measure)...)
	}
	return lines
}

func wrapLine(text string, width float32, measure func(string) float32) []string {
	const slack = 0.5 // logical pixels; sums of fractions must not start a new line
	var lines []string
	line := ""
	for _, word := range strings.FieldsFunc(text, isBreak) {
		joined := word
		if line != "" {
			joined = line + " " + word
		}
		if measure(joined) <= width+slack {
			line = joined
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		pieces := breakWord(word, width+slack, measure)
		lines = append(lines, pieces[:len(pieces)-1]...)
		line = pieces[len(pieces)-1]
	}
	return append(lines, line)
}

// isBreak says where a line may end: at a space, but not at a no-break space ("75\u00a0%").
func isBreak(r rune) bool { return r == ' ' || r == '\t' }

// breakWord cuts a word that is wider than a line; each piece has one letter at least.
func breakWord(word string, width float32, measure func(string) float32) []string {
	if measure(word) <= width {
		return []string{word}
	}
	var pieces []string
	piece := ""
	for _, letter := range word {
		if piece != "" && measure(piece+string(letter)) > width {
			pieces = append(pieces, piece)
			piece = ""
		}
		piece += string(letter)
	}
	return append(pieces, piece)
}

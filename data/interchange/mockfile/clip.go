package mockfile

import (
	"fmt"
	"strings"
	"unicode"
)

const (
	clipRunes  = 60
	stretchMax = 8 // stretches of lines that are named
)

// clip makes a text from outside fit to be shown: on one line, without control characters, and short.
func clip(s string) string {
	var b strings.Builder
	n := 0
	for _, r := range strings.TrimSpace(s) {
		if n++; n > clipRunes {
			return b.String() + "…"
		}
		if unicode.IsControl(r) {
			r = ' '
		}
		b.WriteRune(r)
	}
	return strings.TrimSpace(b.String())
}

func clipAll(cells []string) []string {
	if cells == nil {
		return nil
	}
	out := make([]string, len(cells))
	for i, cell := range cells {
		out[i] = clip(cell)
	}
	return out
}

// lineList names ascending lines for a sentence: "line 4", "lines 2 to 7, 12", "lines 1, 3, 5 and 90 more".
func lineList(lines []int) string {
	var stretches []string
	for i := 0; i < len(lines); {
		end := i
		for end+1 < len(lines) && lines[end+1] == lines[end]+1 {
			end++
		}
		if len(stretches) >= stretchMax {
			return fmt.Sprintf("lines %s and %d more", strings.Join(stretches, ", "), len(lines)-i)
		}
		switch {
		case end > i+1:
			stretches = append(stretches, fmt.Sprintf("%d to %d", lines[i], lines[end]))
		case end == i+1:
			stretches = append(stretches, fmt.Sprint(lines[i]), fmt.Sprint(lines[end]))
		default:
			stretches = append(stretches, fmt.Sprint(lines[i]))
		}
		i = end + 1
	}
	if len(lines) == 1 {
		return "line " + stretches[0]
	}
	return "lines " + strings.Join(stretches, ", ")
}

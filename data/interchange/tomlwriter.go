package interchange

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A text that would make its line longer than longestLine is written over several lines, broken at wrapAt. In characters.
const (
	longestLine = 125
	wrapAt      = 110
)

// tomlWriter writes TOML as a person would: empty values left out, long texts wrapped, long lists one entry a line.
type tomlWriter struct{ bytes.Buffer }

func (w *tomlWriter) comment(s string) { fmt.Fprintf(w, "# %s\n", s) }
func (w *tomlWriter) head(s string)    { fmt.Fprintf(w, "%s\n", s) }
func (w *tomlWriter) gap()             { w.WriteByte('\n') }

func (w *tomlWriter) integer(key string, n int)    { fmt.Fprintf(w, "%s = %d\n", key, n) }
func (w *tomlWriter) number(key string, f float64) { fmt.Fprintf(w, "%s = %s\n", key, figure(f)) }

// optional writes a number unless it is 0, which stands for "not published".
func (w *tomlWriter) optional(key string, n int) {
	if n != 0 {
		w.integer(key, n)
	}
}

// integers writes a list of whole numbers unless it is empty.
func (w *tomlWriter) integers(key string, list []int) {
	if len(list) == 0 {
		return
	}
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = strconv.Itoa(n)
	}
	fmt.Fprintf(w, "%s = [%s]\n", key, strings.Join(words, ", "))
}

// figure writes a number in its shortest exact form, without an exponent.
func figure(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// text writes a string unless it is empty.
func (w *tomlWriter) text(key, s string) {
	switch {
	case s == "":
	case !strings.Contains(s, " "), utf8.RuneCountInString(key+s) <= longestLine-len(` = ""`) && !strings.Contains(s, "\n"):
		fmt.Fprintf(w, "%s = %s\n", key, quote(s))
	default:
		fmt.Fprintf(w, "%s = \"\"\"\\\n%s\"\"\"\n", key, wrapped(s))
	}
}

func (w *tomlWriter) list(key string, items []string) {
	if len(items) == 0 {
		return
	}
	quoted := make([]string, len(items))
	for i, s := range items {
		quoted[i] = quote(s)
	}
	if row := strings.Join(quoted, ", "); utf8.RuneCountInString(row) <= wrapAt-15 {
		fmt.Fprintf(w, "%s = [%s]\n", key, row)
		return
	}
	fmt.Fprintf(w, "%s = [\n  %s,\n]\n", key, strings.Join(quoted, ",\n  "))
}

// escapes are what a TOML string may not hold as it is; other control characters never get this far.
var escapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`)

// blockEscapes leaves single quotation marks alone, which a """text""" may hold. Two in a row are escaped, being on
// the way to the three that end it; so is one at the very end (see wrapped).
var blockEscapes = strings.NewReplacer(`\`, `\\`, `""`, `\"\"`, "\n", `\n`, "\t", `\t`)

func quote(s string) string { return `"` + escapes.Replace(s) + `"` }

// wrapped breaks a long text at single blanks. In TOML a backslash at the end of a line swallows the break and the
// blanks that follow, so a break is only made where exactly one blank stands between two visible characters, and the
// blank itself is written before the backslash.
func wrapped(s string) string {
	escape := blockEscapes
	if strings.HasSuffix(s, `"`) {
		escape = escapes
	}
	var out strings.Builder
	column := 0
	words := strings.Split(s, " ")
	for i, word := range words {
		out.WriteString(escape.Replace(word))
		column += utf8.RuneCountInString(word) + 1
		if i == len(words)-1 {
			break
		}
		out.WriteByte(' ')
		next := words[i+1]
		if column+utf8.RuneCountInString(next) > wrapAt && word != "" && breakable(next) {
			out.WriteString("\\\n")
			column = 0
		}
	}
	return out.String()
}

// breakable reports whether a line may start with word: it must not start with anything the backslash would swallow.
func breakable(word string) bool {
	return word != "" && !strings.ContainsAny(word[:1], " \t\n\r")
}

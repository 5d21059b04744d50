package interchange

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"milepost/planner"
)

// table reads one table of a parsed file field by field. It remembers what was asked for, so that whatever is left
// over can be refused by name, and it shares the first error with all tables of the same file: readers may ask on
// after a failure and get zero values.
type table struct {
	path   string // "" at the top, else "domains[2]"
	values map[string]any
	known  map[string]bool
	first  *firstError
}

// firstError keeps the error that was met first.
type firstError struct{ err error }

func newTable(values map[string]any) *table {
	return &table{values: values, known: map[string]bool{}, first: &firstError{}}
}

// field is the full name of a key, as errors show it.
func (t *table) field(key string) string {
	if t.path == "" {
		return key
	}
	return t.path + "." + key
}

// fail blames a key, unless something failed before.
func (t *table) fail(key, format string, args ...any) {
	if t.first.err == nil {
		t.first.err = &planner.FieldError{Field: t.field(key), Reason: fmt.Sprintf(format, args...)}
	}
}

func (t *table) take(key string) (any, bool) {
	t.known[key] = true
	v, ok := t.values[key]
	return v, ok && v != nil
}

// refuseUnknown blames the first key (in alphabetical order) that nobody asked for.
func (t *table) refuseUnknown() {
	left := []string{}
	for key := range t.values {
		if !t.known[key] {
			left = append(left, key)
		}
	}
	if len(left) > 0 {
		t.fail(shownKey(slices.Min(left)), "this key is not known; check its spelling against docs/exam-files.md")
	}
}

// shownKey is an unknown key as an error may show it: as it is when it is an ordinary one, else quoted and cut short.
func shownKey(key string) string {
	const longest = 60
	ordinary := key != "" && len(key) <= longest
	for _, r := range key {
		ordinary = ordinary && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '-')
	}
	if ordinary {
		return key
	}
	if runes := []rune(key); len(runes) > longest {
		key = string(runes[:longest]) + "…"
	}
	return strconv.Quote(key)
}

// line reads text that must stay on one line.
func (t *table) line(key string, limit int) string {
	s := t.text(key, limit)
	if strings.ContainsAny(s, "\n\t") {
		t.fail(key, "the text must be on one line")
	}
	return s
}

// text reads text of at most limit characters; line breaks are allowed, other control characters are not.
func (t *table) text(key string, limit int) string {
	v, ok := t.take(key)
	if !ok {
		return ""
	}
	s, ok := v.(string)
	if !ok {
		t.fail(key, "text is expected, in quotes")
		return ""
	}
	return t.clean(key, s, limit)
}

func (t *table) clean(key, s string, limit int) string {
	if n := utf8.RuneCountInString(s); n > limit {
		t.fail(key, "%d characters are more than the %d allowed", n, limit)
	}
	for _, r := range s {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			t.fail(key, "the text holds a control character (%U)", r)
		}
	}
	return strings.TrimSpace(s)
}

// integer reads a whole number.
func (t *table) integer(key string) int { return t.whole(key, t.number(key)) }

// integerOf reads a whole number that was taken already, as an entry of a list.
func (t *table) integerOf(key string, v any) int { return t.whole(key, t.numberOf(key, v)) }

func (t *table) whole(key string, f float64) int {
	if f != math.Trunc(f) || math.Abs(f) > 1e9 {
		t.fail(key, "%v is not a whole number in a sensible range", f)
		return 0
	}
	return int(f)
}

// number reads a finite number, whole or not.
func (t *table) number(key string) float64 {
	v, ok := t.take(key)
	if !ok {
		return 0
	}
	return t.numberOf(key, v)
}

func (t *table) numberOf(key string, v any) float64 {
	f := math.NaN()
	switch n := v.(type) {
	case int64:
		f = float64(n)
	case float64:
		f = n
	case json.Number:
		if parsed, err := n.Float64(); err == nil {
			f = parsed
		}
	}
	if math.IsNaN(f) || math.IsInf(f, 0) {
		t.fail(key, "a number is expected")
		return 0
	}
	return f
}

// has reports whether a key is there at all.
func (t *table) has(key string) bool {
	_, ok := t.values[key]
	return ok
}

// date reads "2025-08-01", in quotes or as TOML's own date.
func (t *table) date(key string) planner.Date {
	v, ok := t.take(key)
	if !ok {
		return planner.Date{}
	}
	if moment, ok := v.(time.Time); ok {
		v = moment.Format(time.DateOnly)
	}
	s, ok := v.(string)
	if !ok {
		t.fail(key, `a date is expected, like "2025-08-01"`)
		return planner.Date{}
	}
	d, err := planner.ParseDate(s)
	if err != nil {
		t.fail(key, "%v", err)
	}
	return d
}

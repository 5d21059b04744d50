package interchange

import (
	"fmt"
	"strings"
)

// lines reads a list of one-line texts; an absent or empty list is nil.
func (t *table) lines(key string, atMost, limit int) []string {
	var out []string
	for i, v := range t.list(key, atMost) {
		s, ok := v.(string)
		at := fmt.Sprintf("%s[%d]", key, i)
		if !ok {
			t.fail(at, "text is expected, in quotes")
			return nil
		}
		s = t.clean(at, s, limit)
		if s == "" || strings.ContainsAny(s, "\n\t") {
			t.fail(at, "the text must be on one line and not empty")
		}
		out = append(out, s)
	}
	return out
}

// list reads a list of anything, bounded in length.
func (t *table) list(key string, atMost int) []any {
	v, ok := t.take(key)
	if !ok {
		return nil
	}
	var out []any
	switch items := v.(type) {
	case []any:
		out = items
	case []map[string]any: // how TOML's [[key]] arrives
		for _, item := range items {
			out = append(out, item)
		}
	default:
		t.fail(key, "a list is expected")
		return nil
	}
	if len(out) > atMost {
		t.fail(key, "%d entries are more than the %d allowed", len(out), atMost)
		return nil
	}
	return out
}

// table reads a nested table; an absent one is empty.
func (t *table) table(key string) *table {
	nested := &table{path: t.field(key), known: map[string]bool{}, first: t.first}
	v, ok := t.take(key)
	if !ok {
		return nested
	}
	values, ok := v.(map[string]any)
	if !ok {
		t.fail(key, "a table is expected, headed [%s]", key)
		return nested
	}
	nested.values = values
	return nested
}

// tables reads a list of tables.
func (t *table) tables(key string, atMost int) []*table {
	var out []*table
	for i, v := range t.list(key, atMost) {
		at := fmt.Sprintf("%s[%d]", key, i)
		values, ok := v.(map[string]any)
		if !ok {
			t.fail(at, "a table is expected, headed [[%s]]", key)
			return nil
		}
		out = append(out, &table{path: t.field(at), values: values, known: map[string]bool{}, first: t.first})
	}
	return out
}

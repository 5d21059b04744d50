package data

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"milepost/data/salvage"
)

// images are the rows of a table as the undo log knows them last, by key; nil where the row was deleted.
type images map[string]map[string]any

// imagesOf reads what Undo kept of each table. It is a second witness of everything that was changed lately.
func imagesOf(found salvage.Found) map[string]images {
	out := map[string]images{}
	undone := map[int64]bool{}
	changes := changesOf(found, undone)
	keys := map[string][]string{}
	for _, t := range found.Tables {
		keys[t.Name] = keyColumns(t.Table)
	}
	keep := func(c loggedChange, image string) {
		row, deleted := map[string]any{}, image == ""
		text := image
		if deleted {
			if text = c.before; text == "" {
				text = c.after
			}
		}
		if json.Unmarshal([]byte(text), &row) != nil {
			return
		}
		key, ok := imageKey(row, keys[c.relation])
		if !ok {
			return
		}
		if out[c.relation] == nil {
			out[c.relation] = images{}
		}
		if deleted {
			row = nil
		}
		out[c.relation][key] = row
	}
	for _, c := range changes {
		if !undone[c.action] {
			keep(c, c.after)
		}
	}
	for _, c := range slices.Backward(changes) {
		if undone[c.action] {
			keep(c, c.before)
		}
	}
	return out
}

// loggedChange is a row of undo_change; "" for none.
type loggedChange struct {
	seq, action             int64
	relation, before, after string
}

// changesOf reads the undo log in order, and which actions had been undone.
func changesOf(found salvage.Found, undone map[int64]bool) (changes []loggedChange) {
	for _, t := range found.Tables {
		for _, r := range t.Rows {
			if r.Origin == salvage.Freed {
				continue
			}
			v := r.Values(t.Table)
			switch {
			case t.Name == "undo_action" && len(v) == 5:
				if id, ok := v[0].(int64); ok && v[3] == int64(1) {
					undone[id] = true
				}
			case t.Name == "undo_change" && len(v) == 5:
				c := loggedChange{}
				c.seq, _ = v[0].(int64)
				c.action, _ = v[1].(int64)
				c.relation, _ = v[2].(string)
				c.before, _ = v[3].(string)
				c.after, _ = v[4].(string)
				changes = append(changes, c)
			}
		}
	}
	slices.SortStableFunc(changes, func(a, b loggedChange) int { return cmp.Compare(a.seq, b.seq) })
	return changes
}

// keyColumns are the columns that name a row.
func keyColumns(t salvage.Table) (names []string) {
	for _, i := range t.Key {
		names = append(names, t.Columns[i].Name)
	}
	return names
}

// imageKey is the key of an image, usable in a map.
func imageKey(row map[string]any, key []string) (string, bool) {
	var b strings.Builder
	for _, name := range key {
		v, ok := row[name]
		if !ok {
			return "", false
		}
		s := fmt.Sprint(v)
		fmt.Fprintf(&b, "%d:%s", len(s), s)
	}
	return b.String(), len(key) > 0
}

// deleted tells whether the undo log says that a row was deleted.
func (i images) deleted(t *written, r salvage.Row) bool {
	values := r.Values(t.found.Table)
	row := map[string]any{}
	for n, c := range t.found.Columns {
		if n < len(values) {
			row[c.Name] = values[n]
		}
	}
	key, ok := imageKey(row, keyColumns(t.found.Table))
	image, known := i[key]
	return ok && known && image == nil
}

// rows are the rows that were there last, as values of the table's columns, in the order of their keys.
func (i images) rows(t *written) (out [][]any) {
	keys := make([]string, 0, len(i))
	for key := range i {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		row := i[key]
		if row == nil {
			continue
		}
		var values []any
		for _, c := range t.found.Columns {
			v, ok := row[c.Name]
			if !ok {
				break
			}
			if f, number := v.(float64); number && c.Kind == salvage.Integer {
				v = int64(f)
			}
			values = append(values, v)
		}
		if len(values) == len(t.found.Columns) {
			out = append(out, values)
		}
	}
	return out
}

func columnNamed(name string) func(salvage.Column) bool {
	return func(c salvage.Column) bool { return c.Name == name }
}

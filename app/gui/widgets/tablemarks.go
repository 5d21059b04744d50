package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// marks are the rows of a table that were chosen together, besides the one that is selected. As in any list of files, Shift with a click or with the
// keys that move marks all rows on the way, Ctrl with a click or Space one more or one less, Ctrl A all, and Escape none.
type marks struct {
	ids    map[string]bool
	anchor string // where a range begins
	shift  bool   // is held down
}

var (
	_ fyne.Shortcutable = (*Table)(nil)
	_ desktop.Keyable   = (*Table)(nil)
)

// Marked are the IDs of the rows that were chosen together, in the order they are shown; without any it is the selected row alone.
func (t *Table) Marked() []string {
	var out []string
	for _, row := range t.rows {
		if t.marks.ids[row.ID] || len(t.marks.ids) == 0 && row.ID == t.selected {
			out = append(out, row.ID)
		}
	}
	return out
}

// MarkNone forgets what was chosen together; the selected row stays.
func (t *Table) MarkNone() { t.setMarks(nil) }

func (t *Table) setMarks(ids map[string]bool) {
	if len(ids) == 1 && ids[t.selected] {
		ids = nil // it is the selected row alone
	}
	if len(ids) == 0 && len(t.marks.ids) == 0 {
		return
	}
	t.marks.ids = ids
	t.Refresh()
	if t.OnMarked != nil {
		t.OnMarked()
	}
}

// markTo selects a row and marks all from where the range began.
func (t *Table) markTo(position int) {
	if !t.Multi || len(t.rows) == 0 {
		t.choose(position)
		return
	}
	if len(t.marks.ids) == 0 {
		t.marks.anchor = t.selected
	}
	t.move(position)
	from, to := t.positionOf(t.marks.anchor), t.position()
	if from < 0 {
		from, t.marks.anchor = to, t.selected
	}
	ids := map[string]bool{}
	for _, row := range t.rows[min(from, to) : max(from, to)+1] {
		ids[row.ID] = true
	}
	t.setMarks(ids)
}

// toggle selects a row and marks it, or takes its mark away.
func (t *Table) toggle(position int) {
	if !t.Multi || position < 0 || position >= len(t.rows) {
		t.choose(position)
		return
	}
	ids := map[string]bool{}
	for _, id := range t.Marked() {
		ids[id] = true
	}
	id := t.rows[position].ID
	ids[id] = !ids[id] || len(ids) == 1
	if !ids[id] {
		delete(ids, id)
	}
	t.move(position)
	t.marks.anchor = id
	t.setMarks(ids)
}

func (t *Table) markAll() {
	ids := make(map[string]bool, len(t.rows))
	for _, row := range t.rows {
		ids[row.ID] = true
	}
	t.setMarks(ids)
}

// keepMarks drops the marks of rows that have gone.
func (t *Table) keepMarks() {
	kept := map[string]bool{}
	for _, row := range t.rows {
		if t.marks.ids[row.ID] {
			kept[row.ID] = true
		}
	}
	if len(kept) != len(t.marks.ids) {
		t.setMarks(kept)
	}
}

// goTo is what the keys that move do: they select, and with Shift mark.
func (t *Table) goTo(position int) {
	if t.marks.shift {
		t.markTo(position)
		return
	}
	t.choose(position)
}

// clicked is what a click on a row does.
func (t *Table) clicked(position int, held fyne.KeyModifier) {
	switch {
	case held&fyne.KeyModifierShift != 0:
		t.markTo(position)
	case held&fyne.KeyModifierShortcutDefault != 0:
		t.toggle(position)
	default:
		t.choose(position)
	}
}

// TypedShortcut marks all rows, or one more.
func (t *Table) TypedShortcut(shortcut fyne.Shortcut) {
	if !t.Multi {
		return
	}
	switch s := shortcut.(type) {
	case *fyne.ShortcutSelectAll:
		t.markAll()
	case *desktop.CustomShortcut:
		if s.KeyName == fyne.KeySpace && s.Modifier == fyne.KeyModifierControl {
			t.toggle(t.position())
		}
	}
}

// KeyDown notes that Shift is held down.
func (t *Table) KeyDown(key *fyne.KeyEvent) { t.holdShift(key, true) }

// KeyUp notes that it is not any more.
func (t *Table) KeyUp(key *fyne.KeyEvent) { t.holdShift(key, false) }

func (t *Table) holdShift(key *fyne.KeyEvent, held bool) {
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		t.marks.shift = held
	}
}

// FocusLost is called when the table loses the keyboard; a key that is let go of elsewhere counts as let go of.
func (t *Table) FocusLost() {
	t.marks.shift = false
	t.control.FocusLost()
}

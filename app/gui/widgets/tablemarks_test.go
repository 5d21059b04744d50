package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestRowsAreChosenTogetherAsInAListOfFiles(t *testing.T) {
	const ctrl, shift = fyne.KeyModifierShortcutDefault, fyne.KeyModifierShift
	click := func(row int, held fyne.KeyModifier) func(l *tableLog) {
		return func(l *tableLog) {
			at := fyne.NewPos(10, (float32(row)+0.5)*l.table.body.rowHeight())
			l.table.body.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Modifier: held})
		}
	}
	keys := func(held bool, names ...fyne.KeyName) func(l *tableLog) {
		return func(l *tableLog) {
			if held {
				l.table.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
				defer l.table.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
			}
			l.Key(names...)
		}
	}
	shortcut := func(s fyne.Shortcut) func(l *tableLog) { return func(l *tableLog) { l.table.TypedShortcut(s) } }
	toggle := shortcut(&desktop.CustomShortcut{KeyName: fyne.KeySpace, Modifier: fyne.KeyModifierControl})
	for _, c := range []struct {
		name   string
		do     []func(*tableLog)
		marked string
	}{
		{"a click is one alone", []func(*tableLog){click(2, 0)}, "r2"},
		{"shift and a click a range", []func(*tableLog){click(2, 0), click(4, shift)}, "r2 r3 r4"},
		{"up as well", []func(*tableLog){click(4, 0), click(2, shift)}, "r2 r3 r4"},
		{"again from the same end", []func(*tableLog){click(2, 0), click(5, shift), click(1, shift)}, "r1 r2"},
		{"ctrl and a click one more", []func(*tableLog){click(1, 0), click(3, ctrl)}, "r1 r3"},
		{"and one less", []func(*tableLog){click(1, 0), click(3, ctrl), click(5, ctrl), click(3, ctrl)}, "r1 r5"},
		{"back to one alone", []func(*tableLog){click(1, 0), click(3, ctrl), click(0, 0)}, "r0"},
		{"arrows with shift", []func(*tableLog){click(1, 0), keys(true, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)}, "r1 r2"},
		{"to the end", []func(*tableLog){click(4, 0), keys(true, fyne.KeyEnd)}, "r4 r5"},
		{"arrows without end it", []func(*tableLog){click(1, 0), keys(true, fyne.KeyDown), keys(false, fyne.KeyDown)}, "r3"},
		{"a range past the end", []func(*tableLog){click(4, 0), keys(true, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)}, "r4 r5"},
		{"with nothing selected", []func(*tableLog){keys(true, fyne.KeyDown)}, "r0"},
		{"ctrl and space", []func(*tableLog){click(1, 0), keys(true, fyne.KeyDown), toggle}, "r1"},
		{"all", []func(*tableLog){shortcut(&fyne.ShortcutSelectAll{})}, "r0 r1 r2 r3 r4 r5"},
		{"escape", []func(*tableLog){click(3, 0), shortcut(&fyne.ShortcutSelectAll{}), keys(false, fyne.KeyEscape)}, "r3"},
		{"rows that have gone", []func(*tableLog){click(3, 0), click(5, shift), func(l *tableLog) { l.table.SetRows(someRows(5)) }}, "r3 r4"},
	} {
		l := newTableLog(t, 6, 600)
		l.table.Multi = true
		for _, do := range c.do {
			do(l)
		}
		if got := strings.Join(l.table.Marked(), " "); got != c.marked {
			t.Errorf("%s: %q, not %q", c.name, got, c.marked)
		}
	}
}

func TestOneAtATimeWithoutMulti(t *testing.T) {
	l := newTableLog(t, 6, 600)
	l.table.choose(1)
	l.table.clicked(3, fyne.KeyModifierShift)
	l.table.clicked(4, fyne.KeyModifierShortcutDefault)
	l.table.TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := l.table.Marked(); len(got) != 1 || got[0] != "r4" {
		t.Errorf("chosen are %v", got)
	}
}

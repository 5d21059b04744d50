package guitest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// Tap clicks on the middle of an object, wherever that is on the window: what lies above it gets the click.
func (w *Window) Tap(object fyne.CanvasObject) {
	w.t.Helper()
	w.Settle()
	size := object.Size()
	w.TapAt(object, fyne.NewPos(size.Width/2, size.Height/2))
}

// TapAt clicks on a place given from the top left of an object.
func (w *Window) TapAt(object fyne.CanvasObject, at fyne.Position) {
	w.t.Helper()
	pos := w.Position(object).Add(at)
	size := w.Canvas().Size()
	if pos.X < 0 || pos.Y < 0 || pos.X >= size.Width || pos.Y >= size.Height {
		w.t.Fatalf("cannot click at %v: outside the window of %v", pos, size)
	}
	w.press(pos)
	test.TapCanvas(w.Canvas(), pos)
	w.Settle()
}

// press gives entries the mouse button they take the keyboard by.
func (w *Window) press(pos fyne.Position) {
	var hit desktop.Mouseable
	walk(w.root(), func(o fyne.CanvasObject) bool {
		start := w.Position(o)
		end := start.Add(o.Size())
		if m, ok := o.(desktop.Mouseable); ok && pos.X >= start.X && pos.Y >= start.Y && pos.X < end.X && pos.Y < end.Y {
			hit = m
		}
		return false
	})
	if hit == nil {
		return
	}
	at := pos.Subtract(w.Position(hit.(fyne.CanvasObject)))
	event := &desktop.MouseEvent{PointEvent: fyne.PointEvent{AbsolutePosition: pos, Position: at}, Button: desktop.MouseButtonPrimary}
	hit.MouseDown(event)
	hit.MouseUp(event)
}

// TapText clicks on a text.
func (w *Window) TapText(text string) {
	w.t.Helper()
	w.Tap(w.FindText(text))
}

// Hover moves the pointer to a place given from the top left of an object.
func (w *Window) Hover(object fyne.CanvasObject, at fyne.Position) {
	test.MoveMouse(w.Canvas(), w.Position(object).Add(at))
}

// Drag drags from the middle of an object by a distance, and lets go.
func (w *Window) Drag(object fyne.CanvasObject, dx, dy float32) {
	size := object.Size()
	test.Drag(w.Canvas(), w.Position(object).AddXY(size.Width/2, size.Height/2), dx, dy)
	w.Settle()
}

// Scroll turns the wheel over an object; positive dy shows what is above.
func (w *Window) Scroll(object fyne.CanvasObject, dy float32) {
	test.Scroll(w.Canvas(), w.Position(object).AddXY(1, 1), 0, dy)
	w.Settle()
}

// Focus gives an object the keyboard.
func (w *Window) Focus(object fyne.Focusable) { w.Canvas().Focus(object) }

// Focused is what has the keyboard, or nil.
func (w *Window) Focused() fyne.Focusable { return w.Canvas().Focused() }

// Type types letters into what has the keyboard. The test fails when nothing has it.
func (w *Window) Type(letters string) {
	w.t.Helper()
	for _, letter := range letters {
		focused := w.Focused()
		if focused == nil {
			w.t.Fatalf("cannot type %q: nothing has the keyboard", letters)
		}
		focused.TypedRune(letter)
	}
	w.Settle()
}

// Key presses keys one after the other, as a keyboard does: Tab goes to the next widget, Space is a letter as well,
// and without anything focused the window hears the key.
func (w *Window) Key(names ...fyne.KeyName) {
	for _, name := range names {
		w.key(name)
	}
	w.Settle()
}

func (w *Window) key(name fyne.KeyName) {
	focused := w.Focused()
	if name == fyne.KeyTab && !takesTab(focused) {
		test.FocusNext(w.Canvas())
		return
	}
	event := &fyne.KeyEvent{Name: name}
	switch {
	case focused != nil:
		focused.TypedKey(event)
	case w.Canvas().OnTypedKey() != nil:
		w.Canvas().OnTypedKey()(event)
	}
	if name != fyne.KeySpace {
		return
	}
	if focused := w.Focused(); focused != nil {
		focused.TypedRune(' ')
	}
}

// BackTab goes to the widget before, as Shift+Tab does.
func (w *Window) BackTab() { test.FocusPrevious(w.Canvas()) }

func takesTab(focused fyne.Focusable) bool {
	tabbable, ok := focused.(fyne.Tabbable)
	return ok && tabbable.AcceptsTab()
}

// Shortcut presses a combination of keys: what has the focus hears it, or else the window.
func (w *Window) Shortcut(shortcut fyne.Shortcut) {
	if shortcutable, ok := w.Focused().(fyne.Shortcutable); ok {
		shortcutable.TypedShortcut(shortcut)
	} else if shortcutable, ok := w.Canvas().(fyne.Shortcutable); ok {
		shortcutable.TypedShortcut(shortcut)
	}
	w.Settle()
}

// Dialog is the open dialog or list. The test fails when none is open.
func (w *Window) Dialog() fyne.CanvasObject {
	w.t.Helper()
	top := w.Canvas().Overlays().Top()
	if top == nil {
		w.t.Fatalf("no dialog is open; on screen: %q", w.Texts())
	}
	return top
}

// DialogOpen says whether a dialog or list is open.
func (w *Window) DialogOpen() bool { return w.Canvas().Overlays().Top() != nil }

// Position is where an object is, from the top left of the window.
func (w *Window) Position(object fyne.CanvasObject) fyne.Position {
	margin, _ := w.Canvas().InteractiveArea() // the test driver counts from inside its margin
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(object).Add(margin)
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
)

// Entry is Fyne's entry with the keyboard manners the rest of the window has: Escape, and Enter where the entry itself
// has no use for it, go on to the dialog or screen around; Ctrl+Enter submits text of several lines.
type Entry struct {
	widget.Entry
	// OnEscape is called for Escape; without it the key goes to the window.
	OnEscape func()
	// OnKey sees every key first and reports whether it has dealt with it; may be nil.
	OnKey func(key *fyne.KeyEvent) bool
	// OnFocus is called when the entry gets (true) or loses (false) the keyboard; may be nil.
	OnFocus func(focused bool)
	// SelectAllOnFocus makes what is typed replace what is there, when the entry was reached by keyboard.
	SelectAllOnFocus bool

	focused, loading bool
	typed            bool // since the text was last put in by Load
	ring             *canvas.Rectangle
	cleanUp          func(text string) string // repairs pasted text; may be nil
}

var (
	_ fyne.Focusable    = (*Entry)(nil)
	_ fyne.Shortcutable = (*Entry)(nil)
)

// NewEntry makes an entry for one line; onChanged may be nil.
func NewEntry(placeHolder string, onChanged func(text string)) *Entry {
	e := &Entry{}
	e.init(placeHolder, onChanged)
	e.ExtendBaseWidget(e)
	return e
}

// NewNoteEntry makes an entry for several lines, of which some are seen at once. Tab leaves it, as it leaves any other
// entry.
func NewNoteEntry(placeHolder string, rows int, onChanged func(text string)) *Entry {
	e := &Entry{}
	e.init(placeHolder, onChanged)
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	e.SetMinRowsVisible(rows)
	return e
}

func (e *Entry) init(placeHolder string, onChanged func(string)) {
	e.ring = newRing()
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.PlaceHolder = placeHolder
	e.OnChanged = func(text string) {
		e.typed = !e.loading
		if onChanged != nil && !e.loading {
			onChanged(text)
		}
	}
}

// Load puts a text in without calling the function for changes: for filling a form.
func (e *Entry) Load(text string) {
	e.loading = true
	e.SetText(text)
	e.loading, e.typed = false, false
}

// HasTyped reports whether somebody has typed since the text was put in: then Undo is about the text, and otherwise about
// what was last done in the program.
func (e *Entry) HasTyped() bool { return e.typed && e.Text != "" }

// AcceptsTab lets Tab always move on to the next widget.
func (e *Entry) AcceptsTab() bool { return false }

// FocusGained is called when the entry gets the keyboard.
func (e *Entry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	if e.SelectAllOnFocus {
		e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	Reveal(e.ring)
	if e.OnFocus != nil {
		e.OnFocus(true)
	}
}

// FocusLost is called when the entry loses the keyboard.
func (e *Entry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	if e.OnFocus != nil {
		e.OnFocus(false)
	}
}

// TypedKey is called for keys that are not letters.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if e.OnKey != nil && e.OnKey(key) {
		return
	}
	switch key.Name {
	case fyne.KeyEscape:
		if e.OnEscape != nil {
			e.OnEscape()
			return
		}
		PassKey(e, key)
	case fyne.KeyReturn, fyne.KeyEnter:
		if !e.MultiLine && e.OnSubmitted == nil {
			PassKey(e, key)
			return
		}
		e.Entry.TypedKey(key)
	case fyne.KeyF1: // help
		PassKey(e, key)
	default:
		e.Entry.TypedKey(key)
	}
}

// TypedShortcut is called for keys held together with Ctrl and the like.
func (e *Entry) TypedShortcut(shortcut fyne.Shortcut) {
	if custom, ok := shortcut.(*desktop.CustomShortcut); ok && isSubmit(custom) {
		if e.OnSubmitted != nil {
			e.OnSubmitted(e.Text)
			return
		}
		PassKey(e, &fyne.KeyEvent{Name: fyne.KeyReturn})
		return
	}
	e.Entry.TypedShortcut(shortcut)
	if _, pasted := shortcut.(*fyne.ShortcutPaste); pasted && e.cleanUp != nil {
		if cleaned := e.cleanUp(e.Text); cleaned != e.Text {
			e.SetText(cleaned)
		}
	}
}

// isSubmit recognises Ctrl+Enter, and Cmd+Enter on a Mac.
func isSubmit(s *desktop.CustomShortcut) bool {
	if s.KeyName != fyne.KeyReturn && s.KeyName != fyne.KeyEnter {
		return false
	}
	return s.Modifier == fyne.KeyModifierControl || s.Modifier == fyne.KeyModifierSuper
}

// CreateRenderer is called by Fyne.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	r := &entryRenderer{WidgetRenderer: e.Entry.CreateRenderer(), entry: e}
	r.fillOutline()
	return r
}

// entryRenderer adds the focus ring to Fyne's renderer.
type entryRenderer struct {
	fyne.WidgetRenderer
	entry *Entry
}

func (r *entryRenderer) Objects() []fyne.CanvasObject {
	objects := r.WidgetRenderer.Objects()
	return append(objects[:len(objects):len(objects)], r.entry.ring)
}

func (r *entryRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	const out = ringWidth + ringGap
	setBounds(r.entry.ring, -out, -out, size.Width+2*out, size.Height+2*out)
}

func (r *entryRenderer) Refresh() {
	r.entry.ring.CornerRadius = length(r.entry, look.RadiusControl) + ringGap + ringWidth
	lightRing(r.entry.ring, r.entry, r.entry.focused && !r.entry.Disabled())
	r.WidgetRenderer.Refresh()
	r.fillOutline()
}

// fillOutline gives the outline that Fyne draws over the background the colour of that background: with its own,
// transparent black, graphics cards mix the outline with black.
func (r *entryRenderer) fillOutline() {
	for _, object := range r.WidgetRenderer.Objects() {
		if outline, ok := object.(*canvas.Rectangle); ok && outline.StrokeWidth > 0 {
			outline.FillColor = hue(r.entry, theme.ColorNameInputBackground)
			outline.Refresh()
		}
	}
}

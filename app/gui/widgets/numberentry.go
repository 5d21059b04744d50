package widgets

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
)

// NumberSpec says which numbers a NumberEntry takes. Numbers are whole and not negative.
type NumberSpec struct {
	Min, Max int // Max also bounds how many digits can be typed
	Step     int // of the Up and Down keys; 0 is read as 1
}

// NumberEntry is an entry that lets only digits in. Up and Down step; focus by keyboard selects all.
type NumberEntry struct {
	Entry
	Spec NumberSpec
	// OnNumber is called when the number changes; ok is false while there is none, or one out of bounds.
	OnNumber func(n int, ok bool)
}

var _ fyne.Focusable = (*NumberEntry)(nil)

// NewNumberEntry makes an entry for whole numbers; onNumber may be nil.
func NewNumberEntry(placeHolder string, spec NumberSpec, onNumber func(n int, ok bool)) *NumberEntry {
	e := &NumberEntry{Spec: spec, OnNumber: onNumber}
	e.init(placeHolder, func(string) {
		if e.OnNumber != nil {
			e.OnNumber(e.Value())
		}
	})
	e.SelectAllOnFocus = true
	e.cleanUp = e.digitsOf
	e.ExtendBaseWidget(e)
	return e
}

// Value is the number; ok is false when there is none, or one out of bounds.
func (e *NumberEntry) Value() (n int, ok bool) {
	n, err := strconv.Atoi(e.Text)
	if err != nil || n < e.Spec.Min || n > e.Spec.Max {
		return 0, false
	}
	return n, true
}

// LoadValue puts a number in without calling OnNumber: for filling a form.
func (e *NumberEntry) LoadValue(n int) { e.Load(strconv.Itoa(n)) }

// TypedRune takes digits, as many as the largest number has.
func (e *NumberEntry) TypedRune(r rune) {
	if r < '0' || r > '9' {
		return
	}
	if len(e.Text) >= e.maxDigits() && e.SelectedText() == "" {
		return
	}
	e.Entry.TypedRune(r)
}

// TypedKey steps with Up and Down, and is an ordinary entry otherwise.
func (e *NumberEntry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyUp:
		e.step(e.stepSize())
	case fyne.KeyDown:
		e.step(-e.stepSize())
	default:
		e.Entry.TypedKey(key)
	}
}

// step moves by one step, within bounds; an empty entry begins at the smallest number.
func (e *NumberEntry) step(by int) {
	if e.Disabled() {
		return
	}
	n, err := strconv.Atoi(e.Text)
	if err != nil {
		n = e.Spec.Min - by
	}
	e.SetText(strconv.Itoa(min(max(n+by, e.Spec.Min), e.Spec.Max)))
	e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (e *NumberEntry) stepSize() int { return max(e.Spec.Step, 1) }

func (e *NumberEntry) maxDigits() int { return len(strconv.Itoa(e.Spec.Max)) }

// digitsOf keeps what may stay of a pasted text.
func (e *NumberEntry) digitsOf(text string) string {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
	return digits[:min(len(digits), e.maxDigits())]
}

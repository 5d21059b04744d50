package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"milepost/app/gui/look"
)

// valueSpec says how a valueEntry reads and writes its whole number.
type valueSpec struct {
	parse         func(text string) (int, error) // its errors are sentences for people
	show          func(value int) string
	most          int
	first, begin  int    // the smallest number, and where stepping begins below it: for fields in which 0 stands for nothing
	step, bigStep int    // of Up and Down, and of Page up and Page down
	widestText    string // what the field must have room for
}

// valueEntry is a small field for one number with a unit. While it has no keyboard the number stands in its middle;
// while somebody types it is an ordinary entry, with everything selected at first.
type valueEntry struct {
	Entry
	// OnError is told what is wrong with the text, and "" when nothing is any more; may be nil.
	OnError func(message string)

	spec    valueSpec
	value   int
	problem string
	wrong   bool // the text can be read, but what surrounds the field refuses it
	onValue func(int)

	cover *canvas.Rectangle
	shown *canvas.Text
}

// setUp readies the entry; the widget around it then calls ExtendBaseWidget.
func (e *valueEntry) setUp(spec valueSpec, onValue func(int)) {
	e.spec, e.onValue = spec, onValue
	e.cover, e.shown = canvas.NewRectangle(nil), canvas.NewText("", nil)
	e.init("", e.typed)
	e.SelectAllOnFocus = true
	e.OnFocus = e.focusChanged
	e.OnKey = e.onKey
	e.Load(spec.show(0))
}

// Value is the number entered last; text that cannot be read does not change it.
func (e *valueEntry) Value() int { return e.value }

// SetValue puts a number in without calling anything.
func (e *valueEntry) SetValue(value int) {
	e.value = min(max(value, 0), e.spec.most)
	e.say("")
	e.Load(e.spec.show(e.value))
	e.Refresh()
}

// Error is what is wrong with the text, or nothing.
func (e *valueEntry) Error() string { return e.problem }

// SetWrong marks a value that can be read and is still refused, such as one that does not go with another field. What is
// wrong is said by whoever refuses it; the field only looks it.
func (e *valueEntry) SetWrong(wrong bool) {
	if wrong == e.wrong {
		return
	}
	e.wrong = wrong
	e.Refresh()
}

// Wrong reports whether the value is marked by SetWrong.
func (e *valueEntry) Wrong() bool { return e.wrong }

// PlainText is the text in the field.
func (e *valueEntry) PlainText() string { return e.Text }

func (e *valueEntry) typed(text string) {
	value, err := e.spec.parse(text)
	if err != nil {
		return // perhaps only half typed; said when the field is left
	}
	e.say("")
	e.change(value)
}

func (e *valueEntry) change(value int) {
	if value == e.value {
		return
	}
	e.value = value
	if e.onValue != nil {
		e.onValue(value)
	}
}

func (e *valueEntry) say(problem string) {
	if problem == e.problem {
		return
	}
	e.problem = problem
	if e.OnError != nil {
		e.OnError(problem)
	}
}

func (e *valueEntry) focusChanged(focused bool) {
	if !focused {
		e.settle()
	}
	e.Refresh()
}

// settle writes a good number the proper way, or says what is wrong with the text and leaves it as it was typed.
func (e *valueEntry) settle() bool {
	value, err := e.spec.parse(e.Text)
	if err != nil {
		e.say(err.Error())
		return false
	}
	e.say("")
	e.change(value)
	e.Load(e.spec.show(e.value))
	return true
}

func (e *valueEntry) onKey(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyUp:
		e.stepBy(e.spec.step)
	case fyne.KeyDown:
		e.stepBy(-e.spec.step)
	case fyne.KeyPageUp:
		e.stepBy(e.spec.bigStep)
	case fyne.KeyPageDown:
		e.stepBy(-e.spec.bigStep)
	case fyne.KeyReturn, fyne.KeyEnter:
		return !e.settle()
	case fyne.KeyEscape:
		if e.problem == "" && e.Text == e.spec.show(e.value) {
			return false
		}
		e.SetValue(e.value)
	default:
		return false
	}
	return true
}

// stepBy goes to the next multiple of the step: from 40 up by 15 is 45.
func (e *valueEntry) stepBy(step int) {
	if e.Disabled() {
		return
	}
	value := e.spec.stepped(e.value, step)
	e.say("")
	e.change(value)
	e.Load(e.spec.show(e.value))
	e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// stepped is the next multiple of the step.
func (s valueSpec) stepped(value, step int) int {
	if value < s.first {
		return s.begin
	}
	size, from := max(step, -step), value-s.first
	to := from/size*size + step
	if step < 0 && from%size != 0 {
		to += size
	}
	return min(max(to+s.first, s.first), s.most)
}

// CreateRenderer is called by Fyne.
func (e *valueEntry) CreateRenderer() fyne.WidgetRenderer {
	r := &valueRenderer{WidgetRenderer: e.Entry.CreateRenderer(), entry: e}
	r.paint()
	return r
}

// valueRenderer lays the centred number over the entry while nobody types.
type valueRenderer struct {
	fyne.WidgetRenderer
	entry *valueEntry
}

func (r *valueRenderer) Objects() []fyne.CanvasObject {
	objects := r.WidgetRenderer.Objects()
	return append(objects[:len(objects):len(objects)], r.entry.cover, r.entry.shown)
}

// MinSize leaves out what Fyne's entry asks for as a width: the longest number counts.
func (r *valueRenderer) MinSize() fyne.Size {
	e := r.entry
	return fyne.NewSize(wordsSize(e, e.spec.widestText, StyleBody).Width+2*fieldPaddingX, r.WidgetRenderer.MinSize().Height)
}

func (r *valueRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	edge := length(r.entry, theme.SizeNameInputBorder) // exactly over the edge that Fyne draws
	setBounds(r.entry.cover, edge/2, edge/2, size.Width-edge-0.5, size.Height-edge-0.5)
	r.entry.shown.Resize(size)
}

func (r *valueRenderer) Refresh() {
	r.paint()
	r.WidgetRenderer.Refresh()
}

func (r *valueRenderer) paint() {
	e := r.entry
	style, edge := StyleBody.Aligned(fyne.TextAlignCenter), look.ColorFieldEdge
	switch {
	case e.problem != "" || e.wrong:
		style, edge = style.In(look.ColorBad), look.ColorBad
	case e.Disabled():
		style = style.In(colorDisabled)
	case e.value == 0:
		style = style.In(look.ColorMuted)
	}
	style.apply(e, e.shown)
	e.shown.Text = e.Text
	e.cover.FillColor, e.cover.StrokeColor = hue(e, theme.ColorNameInputBackground), hue(e, edge)
	e.cover.StrokeWidth, e.cover.CornerRadius = 1, length(e, theme.SizeNameInputRadius)
	showIf(e.cover, !e.focused)
	showIf(e.shown, !e.focused)
	e.shown.Refresh()
}

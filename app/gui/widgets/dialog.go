package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
	"milepost/app/lang"
)

// DialogSpec says what a dialog asks.
type DialogSpec struct {
	Title   string
	Content fyne.CanvasObject // may be nil
	Confirm string            // text of the button that does it; empty: there is only the other button
	Cancel  string            // text of the button that does not; empty: "Cancel"
	Danger  bool              // confirming takes something away
	Width   float32           // of the dialog in logical pixels; 0: 460
	// First gets the keyboard when the dialog opens; nil: the confirm button, or the cancel button of a dangerous one.
	First fyne.Focusable
	// OnConfirm does it. When it fails the dialog stays open and shows the error. May be nil.
	OnConfirm func() error
	// Return gives the keyboard to something once the dialog has gone, for where confirming may have taken away what had it before. Nil: it goes back there.
	Return func()
	// OnClosed is called once when the dialog has gone, however it was closed. May be nil.
	OnClosed func()
}

// Dialog is an open question above a window.
type Dialog struct {
	spec    DialogSpec
	canvas  fyne.Canvas
	overlay *overlay
	error   *InlineError
	confirm *Button
	cancel  *Button

	keysBefore  func(*fyne.KeyEvent) // who listened to the window's keys before
	focusBefore fyne.Focusable       // what had the keyboard before; may be nil
	closed      bool
}

// ShowDialog opens a dialog. Enter confirms and Escape cancels, wherever the focus is inside.
func ShowDialog(win fyne.Window, spec DialogSpec) *Dialog {
	d := &Dialog{spec: spec, canvas: win.Canvas(), error: NewInlineError()}
	d.makeButtons()
	panel := newDialogPanel(d)
	d.overlay = &overlay{content: panel, shaded: true, arrange: panel.arrangeIn}
	d.keysBefore, d.focusBefore = d.canvas.OnTypedKey(), d.canvas.Focused()
	d.canvas.Unfocus() // or else what is below keeps its ring
	d.canvas.SetOnTypedKey(d.onKey)
	d.overlay.show(d.canvas)
	d.focusFirst()
	return d
}

func (d *Dialog) makeButtons() {
	cancel := d.spec.Cancel
	if cancel == "" {
		cancel = lang.T("Cancel")
	}
	d.cancel = NewButton(cancel, d.Close)
	d.confirm = NewPrimaryButton(d.spec.Confirm, d.onConfirm)
	if d.spec.Danger {
		d.confirm.Kind = ButtonDanger
	}
	showIf(d.confirm, d.spec.Confirm != "")
}

func (d *Dialog) focusFirst() {
	switch {
	case d.spec.First != nil:
		d.canvas.Focus(d.spec.First)
	case d.spec.Confirm == "" || d.spec.Danger:
		d.canvas.Focus(d.cancel)
	default:
		d.canvas.Focus(d.confirm)
	}
}

// onKey hears the keys that nothing inside the dialog had a use for.
func (d *Dialog) onKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape:
		d.Close()
	case fyne.KeyReturn, fyne.KeyEnter:
		d.onEnter()
	}
}

// onEnter confirms, but never something dangerous: that takes its own button.
func (d *Dialog) onEnter() {
	switch {
	case d.spec.Confirm == "":
		d.Close()
	case !d.spec.Danger:
		d.onConfirm()
	}
}

func (d *Dialog) onConfirm() {
	if d.closed || d.confirm.Disabled() {
		return
	}
	if d.spec.OnConfirm != nil {
		if err := d.spec.OnConfirm(); err != nil {
			d.SetError(err.Error())
			return
		}
	}
	d.Close()
}

// SetError shows what is wrong above the buttons; an empty message means nothing is.
func (d *Dialog) SetError(message string) {
	d.error.SetMessage(message)
	d.overlay.Refresh()
}

// Refresh makes room for content that has changed.
func (d *Dialog) Refresh() { d.overlay.Refresh() }

// SetConfirmable lets the dialog be confirmed or not, such as while a form is not complete.
func (d *Dialog) SetConfirmable(can bool) {
	if can {
		d.confirm.Enable()
		return
	}
	d.confirm.Disable()
}

// Close takes the dialog away without confirming.
func (d *Dialog) Close() {
	if d.closed {
		return
	}
	d.closed = true
	d.overlay.close()
	d.canvas.SetOnTypedKey(d.keysBefore)
	switch {
	case d.spec.Return != nil:
		d.spec.Return()
	case d.focusBefore != nil:
		d.canvas.Focus(d.focusBefore)
	}
	if d.spec.OnClosed != nil {
		d.spec.OnClosed()
	}
}

// dialogPanel is what is seen of a dialog.
type dialogPanel struct {
	widget.BaseWidget
	dialog  *Dialog
	surface *Surface
}

func newDialogPanel(d *Dialog) *dialogPanel {
	title := padPart(NewParagraph(d.spec.Title, StyleLead))
	buttons := padPart(NewRow(look.Space, NewSpacer(), d.cancel, d.confirm))
	body := NewColumn("", title, padPart(d.error), buttons)
	if d.spec.Content != nil {
		const content = 1
		column := &columnLayout{fill: content}
		body = container.New(column, title, newDialogScroll(padPart(d.spec.Content)), padPart(d.error), buttons)
	}
	p := &dialogPanel{dialog: d, surface: newCardSurface(body)}
	p.surface.Padding = look.Space
	p.ExtendBaseWidget(p)
	return p
}

// padPart leaves room around a part of a dialog. The parts have it one by one, and not all together, so that focus rings
// are not cut off at the edge of the scroll.
func padPart(part fyne.CanvasObject) fyne.CanvasObject { return NewPadded(look.Space, part) }

// dialogScroll is as high as its content where the window allows it.
type dialogScroll struct {
	Scroll
	inner fyne.CanvasObject
}

func newDialogScroll(content fyne.CanvasObject) *dialogScroll {
	s := &dialogScroll{inner: content}
	s.init(content)
	s.ExtendBaseWidget(s)
	return s
}

// HeightForWidth is the height of the content at that width.
func (s *dialogScroll) HeightForWidth(width float32) float32 { return HeightFor(s.inner, width) }

// arrangeIn puts the panel in the middle of the window, no larger than the window.
func (p *dialogPanel) arrangeIn(window fyne.Size) (fyne.Position, fyne.Size) {
	const usual, margin = 460, 24
	width := p.dialog.spec.Width
	if width == 0 {
		width = usual
	}
	width = min(max(width, p.MinSize().Width), window.Width-2*margin)
	height := min(p.surface.HeightForWidth(width), window.Height-2*margin)
	return fyne.NewPos((window.Width-width)/2, (window.Height-height)/2), fyne.NewSize(width, height)
}

// CreateRenderer is called by Fyne.
func (p *dialogPanel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(p.surface)
}

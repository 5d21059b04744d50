package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
)

// ToastSpec is what a toast says.
type ToastSpec struct {
	Text     string
	Action   string        // text of the one button, such as "Undo"; empty: none
	OnAction func()        // called by the button
	Duration time.Duration // how long it stays; 0 is read as 8 seconds
}

// toastDuration leaves time to read a sentence and to reach the button by keyboard.
const toastDuration = 8 * time.Second

// Toaster shows short messages at the bottom of the window, above its content and without taking the keyboard. A new
// message replaces the one before.
type Toaster struct {
	widget.BaseWidget
	// After calls f once when d has passed, on Fyne's goroutine, unless cancel is called before.
	After func(d time.Duration, f func()) (cancel func())

	content fyne.CanvasObject
	toast   *toast
	marks   betweenMarks
	cancel  func()
}

// NewToaster makes the place for messages around the content of a window.
func NewToaster(content fyne.CanvasObject, after func(d time.Duration, f func()) (cancel func())) *Toaster {
	t := &Toaster{After: after, content: content, toast: newToast(), marks: newMarks(), cancel: func() {}}
	t.toast.Hide()
	t.ExtendBaseWidget(t)
	return t
}

// Say shows a message until its time is over, its action is taken or another one comes.
func (t *Toaster) Say(spec ToastSpec) {
	t.cancel()
	t.toast.set(spec, func() {
		t.Dismiss()
		if spec.OnAction != nil {
			spec.OnAction()
		}
	})
	t.toast.Show()
	t.Refresh()
	duration := spec.Duration
	if duration == 0 {
		duration = toastDuration
	}
	t.cancel = t.After(duration, t.clear)
}

// Dismiss takes the message away.
func (t *Toaster) Dismiss() {
	t.cancel()
	t.clear()
}

func (t *Toaster) clear() {
	t.cancel = func() {}
	t.toast.Hide()
	t.Refresh()
}

// CreateRenderer is called by Fyne.
func (t *Toaster) CreateRenderer() fyne.WidgetRenderer { return newDrawing(t) }

func (t *Toaster) parts() []fyne.CanvasObject { return t.marks.around(t.content, t.toast) }

func (t *Toaster) paint() {}

func (t *Toaster) place(size fyne.Size) {
	t.content.Resize(size)
	margin := length(t, look.SpacePage)
	width := min(t.toast.wantedWidth(), size.Width-2*margin)
	height := t.toast.HeightForWidth(width)
	setBounds(t.toast, (size.Width-width)/2, size.Height-margin-height, width, height)
}

func (t *Toaster) measure() fyne.Size { return t.content.MinSize() }

// HeightForWidth is the height of the content; a message lies above it.
func (t *Toaster) HeightForWidth(width float32) float32 { return HeightFor(t.content, width) }

// toast is the message itself.
type toast struct {
	widget.BaseWidget
	text   *Paragraph
	action *toastAction
	panel  *Surface
	row    *fyne.Container
}

func newToast() *toast {
	t := &toast{text: NewParagraph("", Style{Color: look.ColorOnToast}), action: newToastAction()}
	t.row = NewFillRow(0, look.SpaceCard, t.text, t.action)
	t.panel = NewSurface(look.ColorToast, look.RadiusControl, t.row)
	t.panel.Padding = look.SpaceCard
	t.ExtendBaseWidget(t)
	return t
}

func (t *toast) set(spec ToastSpec, onAction func()) {
	t.text.SetText(spec.Text)
	t.action.text, t.action.onTapped = spec.Action, onAction
	showIf(t.action, spec.Action != "")
	t.action.Refresh()
}

// wantedWidth is the width at which the text stays on one line, within reason.
func (t *toast) wantedWidth() float32 {
	const widest = 560
	width := t.text.letterWidth(t.text.Content) + 1 + 2*length(t, look.SpaceCard)
	if t.action.Visible() {
		width += length(t, look.SpaceCard) + t.action.MinSize().Width
	}
	return min(width, widest)
}

// HeightForWidth is the height of the message at that width.
func (t *toast) HeightForWidth(width float32) float32 { return t.panel.HeightForWidth(width) }

// CreateRenderer is called by Fyne.
func (t *toast) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.panel) }

// Tapped keeps clicks on the message from what lies below it.
func (t *toast) Tapped(*fyne.PointEvent) {}

// toastAction is the button of a message: bold underlined text in the colour of the message.
type toastAction struct {
	control
	text     string
	onTapped func()

	label     *canvas.Text
	underline *canvas.Rectangle
}

func newToastAction() *toastAction {
	a := &toastAction{control: newControl(), label: canvas.NewText("", nil), underline: canvas.NewRectangle(nil)}
	a.ExtendBaseWidget(a)
	return a
}

// PlainText is the text of the button.
func (a *toastAction) PlainText() string { return a.text }

// Tapped is called by a click.
func (a *toastAction) Tapped(*fyne.PointEvent) { a.onTapped() }

// TypedKey is called for keys while the button has the focus.
func (a *toastAction) TypedKey(key *fyne.KeyEvent) {
	if isActivation(key) {
		a.onTapped()
		return
	}
	PassKey(a, key)
}

// CreateRenderer is called by Fyne.
func (a *toastAction) CreateRenderer() fyne.WidgetRenderer { return newDrawing(a) }

func (a *toastAction) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{a.label, a.underline, a.ring}
}

func (a *toastAction) paint() {
	a.label.Text = a.text
	StyleStrong.In(look.ColorOnToast).apply(a, a.label)
	a.underline.FillColor = hue(a, look.ColorOnToast)
	a.paintRing(length(a, look.SpaceTight))
	if a.focused {
		a.ring.StrokeColor = hue(a, look.ColorOnToast)
	}
}

func (a *toastAction) place(size fyne.Size) {
	a.label.Resize(size)
	thickness := float32(1)
	if a.hovered {
		thickness = 2
	}
	setBounds(a.underline, 0, size.Height-thickness, size.Width, thickness)
	a.placeRing(fyne.Position{}, size)
}

func (a *toastAction) measure() fyne.Size { return a.label.MinSize().AddWidthHeight(0, 2) }

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
)

// Field is a part of a form: a small label, the control under it, and room for what is wrong with it.
type Field struct {
	widget.BaseWidget
	label *Text
	error *InlineError
	body  *fyne.Container
}

// NewField puts a label above a control.
func NewField(label string, control fyne.CanvasObject) *Field {
	f := &Field{label: NewEllipsisText(label, StyleCaption), error: NewInlineError()}
	f.body = NewColumn(look.SpaceTight, f.label, control, f.error)
	f.ExtendBaseWidget(f)
	return f
}

// SetError says what is wrong with the field; an empty message means nothing is.
func (f *Field) SetError(message string) {
	f.error.SetMessage(message)
	f.Refresh()
}

// Error is what is said to be wrong.
func (f *Field) Error() string { return f.error.Message() }

// HeightForWidth is the height of the field at that width.
func (f *Field) HeightForWidth(width float32) float32 { return HeightFor(f.body, width) }

// CreateRenderer is called by Fyne.
func (f *Field) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.body) }

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
)

// InlineError is one sentence about what is wrong, below the thing that is wrong. Without a message it takes no room.
type InlineError struct {
	widget.BaseWidget
	text *Paragraph
}

// NewInlineError makes an error line that says nothing yet.
func NewInlineError() *InlineError {
	e := &InlineError{text: NewParagraph("", Style{Size: look.TextSmall, Color: look.ColorBad})}
	e.ExtendBaseWidget(e)
	e.Hide()
	return e
}

// SetMessage says what is wrong; an empty message means nothing is.
func (e *InlineError) SetMessage(message string) {
	e.text.SetText(message)
	showIf(e, message != "")
}

// Message is what is being said.
func (e *InlineError) Message() string { return e.text.Content }

// HeightForWidth is the height of the sentence.
func (e *InlineError) HeightForWidth(width float32) float32 { return e.text.HeightForWidth(width) }

// CreateRenderer is called by Fyne.
func (e *InlineError) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(e.text) }

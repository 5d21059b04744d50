package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Text is one line of text. Where Fyne's Label adds padding around itself, Text is exactly as large as its letters.
type Text struct {
	widget.BaseWidget
	Content string
	Style   Style
	// Ellipsis lets the text become narrower than its letters; what does not fit is replaced by "…".
	Ellipsis bool

	line  *canvas.Text
	known letters // of the content
}

// letters remembers how large one text is: a screen asks for the same sizes hundreds of times while it is laid out.
type letters struct {
	content string
	size    float32
	bold    bool
	is      fyne.Size
}

// of is the size of a text in a style.
func (l *letters) of(content string, w themed, style Style) fyne.Size {
	if size := style.size(w); content != l.content || size != l.size || style.Bold != l.bold {
		*l = letters{content, size, style.Bold, fyne.MeasureText(content, size, style.textStyle())}
	}
	return l.is
}

// NewText makes a line of text.
func NewText(content string, style Style) *Text {
	t := &Text{Content: content, Style: style, line: canvas.NewText("", nil)}
	t.ExtendBaseWidget(t)
	return t
}

// NewEllipsisText makes a line of text that is cut with "…" where there is no room for all of it.
func NewEllipsisText(content string, style Style) *Text {
	t := NewText(content, style)
	t.Ellipsis = true
	return t
}

// SetText changes the words.
func (t *Text) SetText(content string) {
	if t.Content == content {
		return
	}
	t.Content = content
	t.Refresh()
}

// SetStyle changes the looks.
func (t *Text) SetStyle(style Style) {
	if t.Style == style {
		return
	}
	t.Style = style
	t.Refresh()
}

// PlainText is the whole text, also when only a part of it fits.
func (t *Text) PlainText() string { return t.Content }

// CreateRenderer is called by Fyne.
func (t *Text) CreateRenderer() fyne.WidgetRenderer { return newDrawing(t) }

func (t *Text) parts() []fyne.CanvasObject { return []fyne.CanvasObject{t.line} }

func (t *Text) paint() {
	t.Style.apply(t, t.line)
	t.line.Text = t.Content
}

func (t *Text) place(size fyne.Size) {
	if t.Ellipsis {
		t.line.Text = shorten(t.Content, size.Width, func(s string) float32 { return t.letters(s).Width })
	}
	t.line.Resize(size)
	t.line.Refresh()
}

func (t *Text) measure() fyne.Size {
	size := t.known.of(t.Content, t, t.Style)
	if t.Ellipsis {
		size.Width = min(size.Width, t.letters("MM…").Width)
	}
	return size
}

// FullWidth is the width at which nothing is cut off.
func (t *Text) FullWidth() float32 { return t.known.of(t.Content, t, t.Style).Width }

func (t *Text) letters(s string) fyne.Size {
	return fyne.MeasureText(s, t.Style.size(t), t.Style.textStyle())
}

// shorten cuts a text so that it and an ellipsis fit a width, given how to measure a text.
func shorten(text string, width float32, measure func(string) float32) string {
	const slack = 0.5 // logical pixels; sums of fractions must not cost a letter
	if measure(text) <= width+slack {
		return text
	}
	runes := []rune(text)
	fits, tooLong := 0, len(runes)
	for fits+1 < tooLong {
		middle := (fits + tooLong) / 2
		if measure(trimRight(runes[:middle])+"…") <= width+slack {
			fits = middle
		} else {
			tooLong = middle
		}
	}
	return trimRight(runes[:fits]) + "…"
}

// trimRight drops spaces and commas before an ellipsis.
func trimRight(runes []rune) string {
	end := len(runes)
	for end > 0 && (runes[end-1] == ' ' || runes[end-1] == ',') {
		end--
	}
	return string(runes[:end])
}

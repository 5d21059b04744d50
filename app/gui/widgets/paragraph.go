package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Paragraph is text that wraps at words; its height follows its width.
type Paragraph struct {
	widget.BaseWidget
	Content string // may hold line breaks
	Style   Style

	lines   []*canvas.Text
	objects []fyne.CanvasObject
	width   float32 // the width the lines were made for; 0 before the first layout
	known   wrapped
}

// wrapped remembers what wrapping a text came to: laying a screen out asks for the same again and again.
type wrapped struct {
	content string
	size    float32 // of the letters
	bold    bool

	height  float32              // of a line
	longest float32              // word
	lines   map[float32][]string // by width
}

// mostWidths is for how many widths wrapping is remembered; while a window is dragged there is a new one with every frame.
const mostWidths = 8

// of is what is known of a paragraph's text as it is now.
func (k *wrapped) of(p *Paragraph) *wrapped {
	if size := p.Style.size(p); k.lines == nil || p.Content != k.content || size != k.size || p.Style.Bold != k.bold {
		*k = wrapped{content: p.Content, size: size, bold: p.Style.Bold, height: fyne.MeasureText("X", size, p.Style.textStyle()).Height, lines: map[float32][]string{}}
		for _, word := range strings.FieldsFunc(p.Content, isBreakOrLine) {
			k.longest = max(k.longest, p.letterWidth(word))
		}
	}
	return k
}

// at are the lines of a paragraph at a width.
func (k *wrapped) at(p *Paragraph, width float32) []string {
	lines, known := k.lines[width]
	if !known {
		if len(k.lines) >= mostWidths {
			clear(k.lines)
		}
		lines = wrapText(k.content, width, p.letterWidth)
		k.lines[width] = lines
	}
	return lines
}

func (p *Paragraph) wrap(width float32) []string { return p.known.of(p).at(p, width) }

// paragraphLeading is added between two lines, as a share of the text size; with Inter it makes lines of about 1.4.
const paragraphLeading = 0.2

// paragraphMinWidth is the narrowest a paragraph lets itself be made, as a multiple of the text size.
const paragraphMinWidth = 6

// NewParagraph makes wrapping text.
func NewParagraph(content string, style Style) *Paragraph {
	p := &Paragraph{Content: content, Style: style}
	p.ExtendBaseWidget(p)
	return p
}

// SetText changes the words.
func (p *Paragraph) SetText(content string) {
	if p.Content == content {
		return
	}
	p.Content = content
	p.Refresh()
}

// SetStyle changes the looks.
func (p *Paragraph) SetStyle(style Style) {
	if p.Style == style {
		return
	}
	p.Style = style
	p.Refresh()
}

// PlainText is the text without the breaks that wrapping added.
func (p *Paragraph) PlainText() string { return p.Content }

// HeightForWidth is the height of the wrapped text.
func (p *Paragraph) HeightForWidth(width float32) float32 {
	return p.heightOf(len(p.wrap(width)))
}

// CreateRenderer is called by Fyne.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer { return newDrawing(p) }

func (p *Paragraph) parts() []fyne.CanvasObject { return p.objects }

func (p *Paragraph) paint() {
	width := p.width
	if width == 0 {
		width = p.letterWidth(p.Content) + 1
	}
	p.setLines(p.wrap(width))
	for _, line := range p.lines {
		p.Style.apply(p, line)
	}
}

func (p *Paragraph) setLines(texts []string) {
	for len(p.lines) < len(texts) {
		p.lines = append(p.lines, canvas.NewText("", nil))
	}
	p.lines = p.lines[:len(texts)]
	p.objects = make([]fyne.CanvasObject, len(texts))
	for i, text := range texts {
		p.lines[i].Text = text
		p.objects[i] = p.lines[i]
	}
}

func (p *Paragraph) place(size fyne.Size) {
	if size.Width != p.width {
		p.width = size.Width
		p.paint()
	}
	step := p.lineHeight() + p.leading()
	for i, line := range p.lines {
		setBounds(line, 0, float32(i)*step, size.Width, p.lineHeight())
		line.Refresh()
	}
}

func (p *Paragraph) measure() fyne.Size {
	narrowest := paragraphMinWidth * p.Style.size(p)
	minWidth := min(narrowest, p.known.of(p).longest)
	if p.width > 0 {
		return fyne.NewSize(minWidth, p.HeightForWidth(p.width))
	}
	return fyne.NewSize(minWidth, p.heightOf(1+strings.Count(p.Content, "\n")))
}

func isBreakOrLine(r rune) bool { return isBreak(r) || r == '\n' }

func (p *Paragraph) heightOf(lines int) float32 {
	return float32(lines)*p.lineHeight() + float32(lines-1)*p.leading()
}

func (p *Paragraph) lineHeight() float32 { return p.known.of(p).height }

func (p *Paragraph) leading() float32 { return paragraphLeading * p.Style.size(p) }

func (p *Paragraph) letterWidth(s string) float32 {
	return fyne.MeasureText(s, p.Style.size(p), p.Style.textStyle()).Width
}

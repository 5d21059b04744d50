package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
)

// barThickness is the height of bars, in logical pixels.
const barThickness = 8

// ProgressBar is a thin bar, filled up to a share, with a label above its left end and a value above its right one. With
// neither it is the bar alone.
type ProgressBar struct {
	widget.BaseWidget
	Label, Value string
	Fraction     float64             // 0 to 1; anything beyond is brought back
	Color        fyne.ThemeColorName // empty: the primary colour

	pen pen
}

// NewProgressBar makes a bar without texts.
func NewProgressBar(color fyne.ThemeColorName, fraction float64) *ProgressBar {
	return NewLabelledBar("", "", color, fraction)
}

// NewLabelledBar makes a bar with a label and a value above it.
func NewLabelledBar(label, value string, color fyne.ThemeColorName, fraction float64) *ProgressBar {
	b := &ProgressBar{Label: label, Value: value, Color: color, Fraction: fraction}
	b.ExtendBaseWidget(b)
	return b
}

// Set changes what the bar shows.
func (b *ProgressBar) Set(value string, fraction float64) {
	b.Value, b.Fraction = value, fraction
	b.Refresh()
}

// CreateRenderer is called by Fyne.
func (b *ProgressBar) CreateRenderer() fyne.WidgetRenderer { return newDrawing(b) }

func (b *ProgressBar) parts() []fyne.CanvasObject { return b.pen.drawn }

func (b *ProgressBar) paint() {}

func (b *ProgressBar) place(size fyne.Size) {
	b.pen.begin(b)
	line := b.labelHeight()
	if line > 0 {
		value := wordsSize(b, b.Value, StyleCaption).Width
		room := size.Width - value - length(b, look.Space)
		b.pen.words(area{0, 0, room, line}, b.Label, StyleCaption.In(colorForeground))
		b.pen.words(area{size.Width - value, 0, value, line}, b.Value, StyleCaption)
	}
	top := line + (size.Height-line-barThickness)/2
	track := area{0, top, size.Width, barThickness}
	drawBar(&b.pen, track, b.Fraction, b.Color)
}

// drawBar draws a track filled up to a share; the least visible filling is a dot.
func drawBar(p *pen, track area, fraction float64, color fyne.ThemeColorName) {
	if color == "" {
		color = colorPrimary
	}
	p.box(track, look.ColorTrack, track.h/2)
	if filled := share(fraction); filled > 0 {
		p.box(area{track.x, track.y, max(track.w*filled, track.h), track.h}, color, track.h/2)
	}
}

// share brings a number into 0 to 1; what is no number at all counts as nothing.
func share(fraction float64) float32 {
	if !(fraction > 0) {
		return 0
	}
	return float32(min(fraction, 1))
}

func (b *ProgressBar) labelHeight() float32 {
	if b.Label == "" && b.Value == "" {
		return 0
	}
	return lineHeight(b, StyleCaption) + 2
}

func (b *ProgressBar) measure() fyne.Size {
	width := float32(4 * barThickness)
	if b.labelHeight() > 0 {
		width = wordsSize(b, "MMMM…", StyleCaption).Width + length(b, look.Space) + wordsSize(b, b.Value, StyleCaption).Width
	}
	return fyne.NewSize(width, b.labelHeight()+barThickness)
}

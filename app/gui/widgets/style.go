package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"milepost/app/gui/look"
)

// Style says how text looks, by names of the theme. The zero value is plain body text.
type Style struct {
	Size  fyne.ThemeSizeName  // empty: look.TextBody
	Color fyne.ThemeColorName // empty: the ordinary foreground
	Bold  bool
	Align fyne.TextAlign
}

// The styles the screens are made of.
var (
	StyleClock     = Style{Size: look.TextClock, Bold: true}
	StyleFigure    = Style{Size: look.TextFigure, Bold: true}
	StyleTitle     = Style{Size: look.TextTitle, Bold: true}
	StyleHeading   = Style{Size: look.TextHeading, Bold: true}
	StyleLead      = Style{Size: look.TextLead, Bold: true}
	StyleBody      = Style{}
	StyleStrong    = Style{Bold: true}
	StyleMuted     = Style{Color: look.ColorMuted}
	StyleSmall     = Style{Size: look.TextSmall}
	StyleCaption   = Style{Size: look.TextCaption, Color: look.ColorMuted}
	StyleCardTitle = Style{Size: look.TextCaption, Color: look.ColorMuted, Bold: true}
)

// In is the style in another colour.
func (s Style) In(name fyne.ThemeColorName) Style {
	s.Color = name
	return s
}

// Aligned is the style with another alignment.
func (s Style) Aligned(align fyne.TextAlign) Style {
	s.Align = align
	return s
}

func (s Style) size(w themed) float32 {
	if s.Size == "" {
		return length(w, look.TextBody)
	}
	return length(w, s.Size)
}

func (s Style) textStyle() fyne.TextStyle { return fyne.TextStyle{Bold: s.Bold} }

// apply puts the style on a line of text.
func (s Style) apply(w themed, line *canvas.Text) {
	line.TextSize = s.size(w)
	line.TextStyle = s.textStyle()
	line.Alignment = s.Align
	line.Color = hue(w, s.colorName())
}

func (s Style) colorName() fyne.ThemeColorName {
	if s.Color == "" {
		return colorForeground
	}
	return s.Color
}

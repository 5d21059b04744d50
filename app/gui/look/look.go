// Package look is the visual system of the window: every colour, size and typeface, by name.
//
// Widgets and screens never write a colour or a font size down; they ask the theme for one of the names here, in
// Refresh, so that switching between light and dark or changing the text size reaches everything at once. The package
// knows nothing of studying. Start reading at [Theme].
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"milepost/resources"
)

// Mode is the person's choice of appearance.
type Mode string

// The three choices; ModeSystem follows the desktop.
const (
	ModeSystem Mode = "system"
	ModeLight  Mode = "light"
	ModeDark   Mode = "dark"
)

// TextScales are the text sizes that are offered, smallest first.
func TextScales() []float64 { return []float64{MinTextScale, 1, 1.2, 1.4, 1.7, MaxTextScale} }

// NextTextScale is the smallest size offered that is larger; the same if there is none.
func NextTextScale(scale float64) float64 {
	for _, s := range TextScales() {
		if s > scale {
			return s
		}
	}
	return scale
}

// PreviousTextScale is the largest size offered that is smaller; the same if there is none.
func PreviousTextScale(scale float64) float64 {
	out := scale
	for _, s := range TextScales() {
		if s < scale {
			out = s
		}
	}
	return out
}

// MinTextScale and MaxTextScale bound the text size a person may choose.
const (
	MinTextScale = 0.8
	MaxTextScale = 2.0
)

// Theme is Milepost's own theme: colours of colors.go, sizes of sizes.go, the embedded Inter typeface.
type Theme struct {
	Mode      Mode
	TextScale float32 // 1 is usual; 0 is read as 1
}

var _ fyne.Theme = (*Theme)(nil)

// New makes a theme; a text scale out of bounds is brought back into them.
func New(mode Mode, textScale float64) *Theme {
	scale := min(max(textScale, MinTextScale), MaxTextScale)
	return &Theme{Mode: mode, TextScale: float32(scale)}
}

// Color gives the colour of a name, Fyne's own names included.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	table := lightColors
	if t.Dark(variant) {
		table = darkColors
	}
	if c, ok := table[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, t.variant(variant))
}

// Dark reports whether the theme shows dark, given what the desktop asks for.
func (t *Theme) Dark(system fyne.ThemeVariant) bool {
	return t.variant(system) == theme.VariantDark
}

func (t *Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.Mode {
	case ModeLight:
		return theme.VariantLight
	case ModeDark:
		return theme.VariantDark
	}
	return system
}

// Size gives the size of a name in logical pixels; text sizes follow TextScale.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := textSizes[name]; ok {
		return s * t.textScale()
	}
	if s, ok := sizes[name]; ok {
		return s
	}
	return theme.DefaultTheme().Size(name)
}

func (t *Theme) textScale() float32 {
	if t.TextScale == 0 {
		return 1
	}
	return t.TextScale
}

// Font gives Inter in the weight the style asks for; symbols and code fall back to Fyne's fonts.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return fontBold
	}
	return fontRegular
}

// Icon gives Fyne's own icons; Milepost's are in the package resources.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

var (
	fontRegular = fyne.NewStaticResource("Inter-Regular.ttf", resources.FontRegular)
	fontBold    = fyne.NewStaticResource("Inter-SemiBold.ttf", resources.FontSemiBold)
)

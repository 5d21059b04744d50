package charts

import (
	"image/color"
	"math"
)

// Mix is a colour between two others: 0 is the first, 1 the second. Transparent parts count as they are.
func Mix(from, to color.Color, t float64) color.NRGBA {
	a, b := color.NRGBAModel.Convert(from).(color.NRGBA), color.NRGBAModel.Convert(to).(color.NRGBA)
	part := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*t)) }
	return color.NRGBA{R: part(a.R, b.R), G: part(a.G, b.G), B: part(a.B, b.B), A: part(a.A, b.A)}
}

// luminance is the relative luminance of a colour, 0 black to 1 white (WCAG 2, "relative luminance").
func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
}

// Contrast is the contrast ratio of two colours, 1 to 21 (WCAG 2, "contrast ratio").
func Contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// contrastEnough is the contrast ratio small text needs to be read (WCAG 2, level AA).
const contrastEnough = 4.5

// Legible is the first of some colours of text that can be read on a background. Where none of them can it is black or
// white, one of which always can: on the grey that is worst for both they still reach 4.58.
func Legible(on color.Color, preferred ...color.Color) color.Color {
	for _, text := range append(preferred, color.Black, color.White) {
		if Contrast(on, text) >= contrastEnough {
			return text
		}
	}
	return color.White
}

// HeatLow and HeatHigh are the shares of right answers between which a heat map tells them apart by colour.
const HeatLow, HeatHigh = 0.40, 0.85

// Heat is the ground of a heat map's cell for a share, and a colour of text that can be read on it.
func (c Palette) Heat(share float64) (ground, text color.NRGBA) {
	strength := 0.0
	if finite(share) {
		strength = min(max((share-HeatLow)/(HeatHigh-HeatLow), 0), 1)
	}
	ground = Mix(c.Grid, c.Accent, 0.08+0.54*strength) // never so strong that dark text could not be read on it in the light palette
	return ground, color.NRGBAModel.Convert(Legible(ground, c.Text, c.Halo)).(color.NRGBA)
}

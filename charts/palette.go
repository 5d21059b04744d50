package charts

import "image/color"

// Palette is the colours of a figure. Band and Forecast are translucent: they lie over the grid.
type Palette struct {
	// Background is the window behind the cards, Card the ground of a figure.
	Background, Card color.NRGBA
	Grid             color.NRGBA
	Text, Muted      color.NRGBA
	// Accent is the line of the level; Band its likely range up to today, Forecast the range ahead.
	Accent, Band, Forecast color.NRGBA
	PassLine               color.NRGBA
	// Today and Exam are the two upright lines.
	Today, Exam color.NRGBA
	// Halo surrounds what must stand out from lines under it.
	Halo color.NRGBA
	// Domains are the colours of the exam's domains, in their order; they repeat after the last.
	Domains []color.NRGBA
}

// The translucency of the bands, of 255. The dark ground swallows more of the colour, so it gets more of it.
const (
	bandLight, forecastLight = 40, 25
	bandDark, forecastDark   = 46, 29
)

// Light is the palette for a light window.
func Light() Palette {
	accent := rgb(0x1B6B5A)
	return Palette{
		Background: rgb(0xF6F6F3), Card: rgb(0xFFFFFF), Grid: rgb(0xE4E5E0),
		Text: rgb(0x1B1E22), Muted: rgb(0x666C74),
		Accent: accent, Band: faded(accent, bandLight), Forecast: faded(accent, forecastLight),
		PassLine: rgb(0xB54820), Today: rgb(0x8A9098), Exam: rgb(0x5A6068), Halo: rgb(0xFFFFFF),
		Domains: []color.NRGBA{
			rgb(0x3F73AE), rgb(0xD9606A), rgb(0x2F8A43), rgb(0xB8A32E), rgb(0x3FA9C9), rgb(0x9C3F78), rgb(0xC2742D), rgb(0x6A6FB5),
		},
	}
}

// Dark is the palette for a dark window: not the light one turned round, but chosen for its own ground.
func Dark() Palette {
	accent := rgb(0x55BFA3)
	return Palette{
		Background: rgb(0x14171A), Card: rgb(0x1D2125), Grid: rgb(0x2B3036),
		Text: rgb(0xECEEEF), Muted: rgb(0x9AA1A9),
		Accent: accent, Band: faded(accent, bandDark), Forecast: faded(accent, forecastDark),
		PassLine: rgb(0xF08A5D), Today: rgb(0x84878A), Exam: rgb(0xA4A9AE), Halo: rgb(0x1D2125),
		Domains: []color.NRGBA{
			rgb(0x7FB0E6), rgb(0xF28C94), rgb(0x6CC47E), rgb(0xE0CC5E), rgb(0x7FD3EC), rgb(0xD483B4), rgb(0xE8A465), rgb(0xA5A9EA),
		},
	}
}

// rgb is an opaque colour from its usual hexadecimal.
func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 255}
}

// faded is c at the given alpha, 0 to 255.
func faded(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}

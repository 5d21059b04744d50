package look_test

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"milepost/app/gui/look"
)

var modes = []look.Mode{look.ModeLight, look.ModeDark}

// colorIn gives a colour as it is seen in a mode; the variant of the desktop must not matter.
func colorIn(mode look.Mode, name fyne.ThemeColorName) color.NRGBA {
	variant := theme.VariantLight
	if mode == look.ModeLight {
		variant = theme.VariantDark
	}
	return color.NRGBAModel.Convert(look.New(mode, 1).Color(name, variant)).(color.NRGBA)
}

func TestEveryColorIsDefinedInBothModes(t *testing.T) {
	for _, mode := range modes {
		for _, name := range look.OwnColors() {
			if c := colorIn(mode, name); c.A == 0 {
				t.Errorf("%s: %s is not defined", mode, name)
			}
		}
		test.AssertAllColorNamesDefined(t, look.New(mode, 1), string(mode))
	}
}

func TestLightAndDarkDiffer(t *testing.T) {
	for _, name := range look.OwnColors() {
		if colorIn(look.ModeLight, name) == colorIn(look.ModeDark, name) {
			t.Errorf("%s is the same in light and dark", name)
		}
	}
}

// Text must reach the contrast of 4.5 to 1 that WCAG 2.2 asks for (success criterion 1.4.3, level AA).
func TestTextCanBeRead(t *testing.T) {
	const least = 4.5
	texts := []fyne.ThemeColorName{
		theme.ColorNameForeground, theme.ColorNamePlaceHolder, look.ColorMuted, look.ColorAccentText,
		look.ColorGood, look.ColorCaution, look.ColorBad,
	}
	backgrounds := []fyne.ThemeColorName{
		theme.ColorNameBackground, theme.ColorNameInputBackground, theme.ColorNameButton, theme.ColorNameMenuBackground,
		theme.ColorNameOverlayBackground, look.ColorCard, look.ColorField, look.ColorSidebar, look.ColorNavHover,
	}
	pairs := [][2]fyne.ThemeColorName{
		{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary},
		{theme.ColorNameForegroundOnError, theme.ColorNameError},
		{theme.ColorNameForegroundOnSuccess, theme.ColorNameSuccess},
		{theme.ColorNameForegroundOnWarning, theme.ColorNameWarning},
		{look.ColorOnToast, look.ColorToast},
		{look.ColorAccentText, look.ColorAccentSoft},
		{look.ColorAccentText, look.ColorNavSelected},
		{look.ColorMuted, look.ColorNavSelected},
		{theme.ColorNameForeground, look.ColorAccentSoft},
		{look.ColorPassLine, look.ColorCard},
	}
	for _, text := range texts {
		for _, background := range backgrounds {
			pairs = append(pairs, [2]fyne.ThemeColorName{text, background})
		}
	}
	for _, mode := range modes {
		for _, pair := range pairs {
			if c := contrast(colorIn(mode, pair[0]), colorIn(mode, pair[1])); c < least {
				t.Errorf("%s: %s on %s has contrast %.2f, want %.1f", mode, pair[0], pair[1], c, least)
			}
		}
	}
}

// Marks that mean something without a text of their own need 3 to 1 (WCAG 2.2, 1.4.11).
func TestMarksCanBeSeen(t *testing.T) {
	const least = 3
	marks := []fyne.ThemeColorName{look.ColorFocusRing, look.ColorMock, look.ColorPassLine, theme.ColorNamePrimary}
	for i := range look.DomainHues {
		marks = append(marks, look.ColorDomain(i))
	}
	for _, mode := range modes {
		for _, mark := range marks {
			for _, background := range []fyne.ThemeColorName{look.ColorCard, theme.ColorNameBackground} {
				if c := contrast(colorIn(mode, mark), colorIn(mode, background)); c < least {
					t.Errorf("%s: %s on %s has contrast %.2f, want %d", mode, mark, background, c, least)
				}
			}
		}
	}
}

// A calendar shows a session as text on the soft colour of its domain, which lies on a card.
func TestTextOnSoftDomainColorsCanBeRead(t *testing.T) {
	for _, mode := range modes {
		for i := range look.DomainHues {
			soft := over(colorIn(mode, look.ColorDomainSoft(i)), colorIn(mode, look.ColorCard))
			if c := contrast(colorIn(mode, theme.ColorNameForeground), soft); c < 4.5 {
				t.Errorf("%s: text on soft domain %d has contrast %.2f", mode, i, c)
			}
		}
	}
}

func TestDomainColorsRepeat(t *testing.T) {
	for i := -2 * look.DomainHues; i < 2*look.DomainHues; i++ {
		if look.ColorDomain(i) != look.ColorDomain(i+look.DomainHues) {
			t.Errorf("domain %d and %d differ", i, i+look.DomainHues)
		}
	}
}

func TestTextScaleChangesTextOnly(t *testing.T) {
	small, large := look.New(look.ModeLight, 1), look.New(look.ModeLight, 1.5)
	for _, name := range []fyne.ThemeSizeName{look.TextFigure, look.TextTitle, look.TextHeading, look.TextLead, look.TextBody, look.TextSmall, look.TextCaption} {
		if got, want := large.Size(name), 1.5*small.Size(name); got != want {
			t.Errorf("%s is %v at 1.5, want %v", name, got, want)
		}
	}
	for _, name := range []fyne.ThemeSizeName{look.SpaceTight, look.Space, look.SpaceCard, look.SpacePage, look.RadiusCard, look.RadiusControl, look.SidebarWidth} {
		if small.Size(name) == 0 || small.Size(name) != large.Size(name) {
			t.Errorf("%s is %v, and %v with larger text", name, small.Size(name), large.Size(name))
		}
	}
}

func TestTextScaleIsKeptInBounds(t *testing.T) {
	for _, c := range []struct{ asked, want float64 }{{0.1, look.MinTextScale}, {1, 1}, {9, look.MaxTextScale}} {
		if got := look.New(look.ModeSystem, c.asked).TextScale; got != float32(c.want) {
			t.Errorf("scale %v became %v, want %v", c.asked, got, c.want)
		}
	}
}

func TestSystemModeFollowsTheDesktop(t *testing.T) {
	system := look.New(look.ModeSystem, 1)
	if system.Dark(theme.VariantLight) || !system.Dark(theme.VariantDark) {
		t.Error("system mode does not follow the desktop")
	}
	if look.New(look.ModeLight, 1).Dark(theme.VariantDark) || !look.New(look.ModeDark, 1).Dark(theme.VariantLight) {
		t.Error("light and dark follow the desktop and should not")
	}
}

func ExampleNew() {
	t := look.New(look.ModeDark, 1.25)
	fmt.Println(t.Dark(theme.VariantLight), t.Size(look.TextBody), t.Size(look.SpaceCard))
	// Output: true 17.5 16
}

// contrast is the contrast ratio of WCAG 2.2, from 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	lighter, darker := luminance(a), luminance(b)
	if lighter < darker {
		lighter, darker = darker, lighter
	}
	return (lighter + 0.05) / (darker + 0.05)
}

// luminance is the relative luminance of WCAG 2.2, from 0 to 1.
func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// over lays a translucent colour on an opaque one.
func over(top, bottom color.NRGBA) color.NRGBA {
	mix := func(t, b uint8) uint8 {
		alpha := float64(top.A) / 255
		return uint8(math.Round(alpha*float64(t) + (1-alpha)*float64(b)))
	}
	return color.NRGBA{R: mix(top.R, bottom.R), G: mix(top.G, bottom.G), B: mix(top.B, bottom.B), A: 255}
}

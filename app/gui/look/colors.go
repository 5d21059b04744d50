package look

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Milepost's own colour names, beside Fyne's.
const (
	ColorSidebar     fyne.ThemeColorName = "milepostSidebar"
	ColorSidebarEdge fyne.ThemeColorName = "milepostSidebarEdge"
	ColorNavSelected fyne.ThemeColorName = "milepostNavSelected"
	ColorNavHover    fyne.ThemeColorName = "milepostNavHover"
	ColorCard        fyne.ThemeColorName = "milepostCard"
	ColorCardEdge    fyne.ThemeColorName = "milepostCardEdge"
	ColorField       fyne.ThemeColorName = "milepostField" // background of fields and quiet areas inside a card
	ColorFieldEdge   fyne.ThemeColorName = "milepostFieldEdge"
	ColorTrack       fyne.ThemeColorName = "milepostTrack" // the empty part of bars
	ColorMuted       fyne.ThemeColorName = "milepostMuted" // secondary text
	ColorAccentSoft  fyne.ThemeColorName = "milepostAccentSoft"
	ColorAccentText  fyne.ThemeColorName = "milepostAccentText" // accent as text, also on ColorAccentSoft
	ColorGood        fyne.ThemeColorName = "milepostGood"
	ColorCaution     fyne.ThemeColorName = "milepostCaution"
	ColorBad         fyne.ThemeColorName = "milepostBad"
	ColorPassLine    fyne.ThemeColorName = "milepostPassLine"
	ColorMock        fyne.ThemeColorName = "milepostMock"
	ColorToast       fyne.ThemeColorName = "milepostToast"
	ColorOnToast     fyne.ThemeColorName = "milepostOnToast"
	ColorFocusRing   fyne.ThemeColorName = "milepostFocusRing"
)

// DomainHues is the number of domain colours before they repeat; a domain always carries its number or name as well.
const DomainHues = 8

// ColorDomain is the colour of the domain at a position (from 0).
func ColorDomain(i int) fyne.ThemeColorName {
	return fyne.ThemeColorName(fmt.Sprintf("milepostDomain%d", wrap(i)))
}

// ColorDomainSoft is the quiet background that goes with ColorDomain.
func ColorDomainSoft(i int) fyne.ThemeColorName {
	return fyne.ThemeColorName(fmt.Sprintf("milepostDomainSoft%d", wrap(i)))
}

func wrap(i int) int { return ((i % DomainHues) + DomainHues) % DomainHues }

// OwnColors lists every name of ours, for the test that each is defined in both variants.
func OwnColors() []fyne.ThemeColorName {
	names := []fyne.ThemeColorName{
		ColorSidebar, ColorSidebarEdge, ColorNavSelected, ColorNavHover, ColorCard, ColorCardEdge, ColorField, ColorFieldEdge,
		ColorTrack, ColorMuted, ColorAccentSoft, ColorAccentText, ColorGood, ColorCaution, ColorBad, ColorPassLine, ColorMock,
		ColorToast, ColorOnToast, ColorFocusRing,
	}
	for i := range DomainHues {
		names = append(names, ColorDomain(i), ColorDomainSoft(i))
	}
	return names
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

func rgba(hex uint32, alpha uint8) color.NRGBA {
	c := rgb(hex)
	c.A = alpha
	return c
}

type palette map[fyne.ThemeColorName]color.Color

// Hues of the domains, chosen so that neighbours differ in lightness as well as in hue (colour-blind readers).
var (
	lightHues = [DomainHues]uint32{0x3F73AE, 0xD9606A, 0x2F8A43, 0x9E8A1B, 0x2B93B4, 0x9C3F78, 0xC2702A, 0x6B6F76}
	darkHues  = [DomainHues]uint32{0x7FA8DA, 0xF0919A, 0x74BE86, 0xE0CC5E, 0x7FD3EC, 0xD483B4, 0xE9A063, 0xA9AEB6}
)

func withDomains(p palette, hues [DomainHues]uint32, softAlpha uint8) palette {
	for i, hue := range hues {
		p[ColorDomain(i)] = rgb(hue)
		p[ColorDomainSoft(i)] = rgba(hue, softAlpha)
	}
	return p
}

var lightColors = withDomains(palette{
	theme.ColorNameBackground:          rgb(0xF6F6F3),
	theme.ColorNameForeground:          rgb(0x1B1F23),
	theme.ColorNamePrimary:             rgb(0x1B6B5A),
	theme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF),
	theme.ColorNameButton:              rgb(0xFFFFFF),
	theme.ColorNameDisabledButton:      rgb(0xEDEDE9),
	theme.ColorNameDisabled:            rgb(0x9A9C96),
	theme.ColorNamePlaceHolder:         rgb(0x5F6468),
	theme.ColorNameInputBackground:     rgb(0xF6F6F3),
	theme.ColorNameInputBorder:         rgb(0xDFE0DA),
	theme.ColorNameFocus:               rgba(0x1B6B5A, 0x50),
	theme.ColorNameSelection:           rgba(0x1B6B5A, 0x38),
	theme.ColorNameHover:               rgba(0x1B1F23, 0x0D),
	theme.ColorNamePressed:             rgba(0x1B1F23, 0x1F),
	theme.ColorNameSeparator:           rgb(0xE3E4DE),
	theme.ColorNameMenuBackground:      rgb(0xFFFFFF),
	theme.ColorNameOverlayBackground:   rgb(0xFFFFFF),
	theme.ColorNameHeaderBackground:    rgb(0xF6F6F3),
	theme.ColorNameHyperlink:           rgb(0x1B6B5A),
	theme.ColorNameError:               rgb(0xB3372B),
	theme.ColorNameForegroundOnError:   rgb(0xFFFFFF),
	theme.ColorNameSuccess:             rgb(0x24703F),
	theme.ColorNameForegroundOnSuccess: rgb(0xFFFFFF),
	theme.ColorNameWarning:             rgb(0x8F5A00),
	theme.ColorNameForegroundOnWarning: rgb(0xFFFFFF),
	theme.ColorNameScrollBar:           rgba(0x1B1F23, 0x50),
	theme.ColorNameScrollBarBackground: rgba(0x1B1F23, 0x08),
	theme.ColorNameShadow:              rgba(0x000000, 0x26),

	ColorSidebar:     rgb(0xECEDE8),
	ColorSidebarEdge: rgb(0xDFE0DA),
	ColorNavSelected: rgb(0xDDEBE6),
	ColorNavHover:    rgb(0xE3E4DE),
	ColorCard:        rgb(0xFFFFFF),
	ColorCardEdge:    rgb(0xDFE0DA),
	ColorField:       rgb(0xF6F6F3),
	ColorFieldEdge:   rgb(0xDFE0DA),
	ColorTrack:       rgb(0xDFE0DA),
	ColorMuted:       rgb(0x5F6468),
	ColorAccentSoft:  rgb(0xDDEBE6),
	ColorAccentText:  rgb(0x14594A),
	ColorGood:        rgb(0x24703F),
	ColorCaution:     rgb(0x8F5A00),
	ColorBad:         rgb(0xB3372B),
	ColorPassLine:    rgb(0xB84E28),
	ColorMock:        rgb(0xC2542D),
	ColorToast:       rgb(0x23282D),
	ColorOnToast:     rgb(0xF3F4F2),
	ColorFocusRing:   rgb(0x1B6B5A),
}, lightHues, 0x26)

var darkColors = withDomains(palette{
	theme.ColorNameBackground:          rgb(0x14171A),
	theme.ColorNameForeground:          rgb(0xECEFF1),
	theme.ColorNamePrimary:             rgb(0x53BFA3),
	theme.ColorNameForegroundOnPrimary: rgb(0x0C1F1A),
	theme.ColorNameButton:              rgb(0x1D2125),
	theme.ColorNameDisabledButton:      rgb(0x24292E),
	theme.ColorNameDisabled:            rgb(0x6A7278),
	theme.ColorNamePlaceHolder:         rgb(0x969EA5),
	theme.ColorNameInputBackground:     rgb(0x24292E),
	theme.ColorNameInputBorder:         rgb(0x363D43),
	theme.ColorNameFocus:               rgba(0x53BFA3, 0x60),
	theme.ColorNameSelection:           rgba(0x53BFA3, 0x40),
	theme.ColorNameHover:               rgba(0xFFFFFF, 0x12),
	theme.ColorNamePressed:             rgba(0xFFFFFF, 0x24),
	theme.ColorNameSeparator:           rgb(0x2D3238),
	theme.ColorNameMenuBackground:      rgb(0x22272C),
	theme.ColorNameOverlayBackground:   rgb(0x1D2125),
	theme.ColorNameHeaderBackground:    rgb(0x181B1F),
	theme.ColorNameHyperlink:           rgb(0x62CDB2),
	theme.ColorNameError:               rgb(0xFF8A7D),
	theme.ColorNameForegroundOnError:   rgb(0x2A0A06),
	theme.ColorNameSuccess:             rgb(0x6CCB8C),
	theme.ColorNameForegroundOnSuccess: rgb(0x06210F),
	theme.ColorNameWarning:             rgb(0xF2BC62),
	theme.ColorNameForegroundOnWarning: rgb(0x2B1D02),
	theme.ColorNameScrollBar:           rgba(0xFFFFFF, 0x50),
	theme.ColorNameScrollBarBackground: rgba(0xFFFFFF, 0x08),
	theme.ColorNameShadow:              rgba(0x000000, 0x80),

	ColorSidebar:     rgb(0x101214),
	ColorSidebarEdge: rgb(0x23282D),
	ColorNavSelected: rgb(0x1C3A34),
	ColorNavHover:    rgb(0x1B1F23),
	ColorCard:        rgb(0x1D2125),
	ColorCardEdge:    rgb(0x2A2F35),
	ColorField:       rgb(0x24292E),
	ColorFieldEdge:   rgb(0x363D43),
	ColorTrack:       rgb(0x2D3238),
	ColorMuted:       rgb(0x9BA3AA),
	ColorAccentSoft:  rgb(0x1C3A34),
	ColorAccentText:  rgb(0x6FD6BC),
	ColorGood:        rgb(0x6CCB8C),
	ColorCaution:     rgb(0xF2BC62),
	ColorBad:         rgb(0xFF8A7D),
	ColorPassLine:    rgb(0xF08A5D),
	ColorMock:        rgb(0xF08A5D),
	ColorToast:       rgb(0xE6E9EA),
	ColorOnToast:     rgb(0x1B1F23),
	ColorFocusRing:   rgb(0x6FD6BC),
}, darkHues, 0x30)

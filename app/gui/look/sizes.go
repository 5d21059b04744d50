package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Text sizes, from largest to smallest. All follow the person's text size.
const (
	TextClock   fyne.ThemeSizeName = "milepostClock"   // a clock that is read from the other end of the desk
	TextFigure  fyne.ThemeSizeName = "milepostFigure"  // the one number of a card
	TextTitle   fyne.ThemeSizeName = "milepostTitle"   // title of a screen
	TextHeading fyne.ThemeSizeName = "milepostHeading" // answer of a card
	TextLead    fyne.ThemeSizeName = "milepostLead"    // name of the thing in a card
	TextBody    fyne.ThemeSizeName = theme.SizeNameText
	TextSmall   fyne.ThemeSizeName = "milepostSmall"
	TextCaption fyne.ThemeSizeName = theme.SizeNameCaptionText
)

// Distances and radii. They do not follow the text size.
const (
	SpaceTight    fyne.ThemeSizeName = "milepostSpaceTight" // between a label and its value
	Space         fyne.ThemeSizeName = "milepostSpace"      // between things of one group
	SpaceCard     fyne.ThemeSizeName = "milepostSpaceCard"  // inside a card, and between cards
	SpacePage     fyne.ThemeSizeName = "milepostSpacePage"  // around a screen
	RadiusCard    fyne.ThemeSizeName = "milepostRadiusCard"
	RadiusControl fyne.ThemeSizeName = "milepostRadiusControl"
	SidebarWidth  fyne.ThemeSizeName = "milepostSidebarWidth"
)

var textSizes = map[fyne.ThemeSizeName]float32{
	TextClock:                    64,
	TextFigure:                   34,
	TextTitle:                    24,
	TextHeading:                  20,
	TextLead:                     16,
	theme.SizeNameText:           14,
	TextSmall:                    13,
	theme.SizeNameCaptionText:    12,
	theme.SizeNameHeadingText:    24,
	theme.SizeNameSubHeadingText: 16,
	theme.SizeNameInlineIcon:     18,
}

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       10, // makes fields as high as buttons
	theme.SizeNameLineSpacing:        4,
	theme.SizeNameInputRadius:        8,
	theme.SizeNameSelectionRadius:    6,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameScrollBar:          10,
	theme.SizeNameScrollBarSmall:     4,
	theme.SizeNameScrollBarRadius:    5,
	theme.SizeNameSeparatorThickness: 1,

	SpaceTight:    4,
	Space:         8,
	SpaceCard:     16,
	SpacePage:     28,
	RadiusCard:    12,
	RadiusControl: 8,
	SidebarWidth:  208,
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"milepost/app/gui/look"
)

// asideWidth is the width of the column beside the main one, in logical pixels.
const asideWidth = 300

// asideThreshold is the width of a page, in logical pixels, under which the aside goes below the main column.
const asideThreshold = 720

// NewTwoColumnPage puts a narrow column of cards beside the main column, or below it when the window is narrow.
func NewTwoColumnPage(main, aside fyne.CanvasObject) *fyne.Container {
	return container.New(&twoColumnLayout{gap: look.SpaceCard}, main, aside)
}

// twoColumnLayout has two objects: main and aside.
type twoColumnLayout struct {
	gap fyne.ThemeSizeName

	width float32 // of the last layout; 0 before the first
}

// asideWidthFor is the width of the aside, which grows with the text where it must, and whether it fits beside.
func (l *twoColumnLayout) asideWidthFor(objects []fyne.CanvasObject, width float32) (aside float32, beside bool) {
	aside = max(asideWidth, objects[1].MinSize().Width)
	mainLeast := max(objects[0].MinSize().Width, asideThreshold-asideWidth)
	return aside, objects[1].Visible() && width >= mainLeast+themeLength(l.gap)+aside
}

func (l *twoColumnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	aside, beside := l.asideWidthFor(objects, size.Width)
	if !beside {
		(&columnLayout{gap: l.gap, fill: noFill}).Layout(objects, size)
		return
	}
	gap := themeLength(l.gap)
	setBounds(objects[0], 0, 0, size.Width-aside-gap, size.Height)
	setBounds(objects[1], size.Width-aside, 0, aside, size.Height)
}

func (l *twoColumnLayout) HeightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	aside, beside := l.asideWidthFor(objects, width)
	if !beside {
		return (&columnLayout{gap: l.gap, fill: noFill}).HeightForWidth(objects, width)
	}
	return max(HeightFor(objects[0], width-aside-themeLength(l.gap)), HeightFor(objects[1], aside))
}

func (l *twoColumnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return measuring.size(l, func() fyne.Size { return l.measure(objects) })
}

func (l *twoColumnLayout) measure(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	if objects[1].Visible() {
		aside := objects[1].MinSize()
		size = fyne.NewSize(max(size.Width, aside.Width), size.Height+themeLength(l.gap)+aside.Height)
	}
	if l.width > 0 {
		size.Height = l.HeightForWidth(objects, max(l.width, size.Width))
	}
	return size
}

// NewSidebarPage is the frame of the window: a sidebar with its own background at the left, content beside it.
func NewSidebarPage(sidebar, content fyne.CanvasObject) *fyne.Container {
	back := NewSurface(look.ColorSidebar, "", sidebar)
	edge := NewSurface(look.ColorSidebarEdge, "", nil)
	return container.New(&sidebarLayout{}, back, edge, content)
}

// sidebarLayout has three objects: the sidebar, its right edge and the content.
type sidebarLayout struct{}

func (l *sidebarLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const edge = 1
	width := l.sidebarWidth(objects)
	setBounds(objects[0], 0, 0, width-edge, size.Height)
	setBounds(objects[1], width-edge, 0, edge, size.Height)
	setBounds(objects[2], width, 0, size.Width-width, size.Height)
}

// sidebarWidth grows with the text where it must.
func (l *sidebarLayout) sidebarWidth(objects []fyne.CanvasObject) float32 {
	return max(themeLength(look.SidebarWidth), objects[0].MinSize().Width)
}

func (l *sidebarLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	content := objects[2].MinSize()
	return fyne.NewSize(l.sidebarWidth(objects)+content.Width, max(content.Height, objects[0].MinSize().Height))
}

// NewBanneredPage is a page with a notice above it, which takes no room while it says nothing.
func NewBanneredPage(banner *Banner, page fyne.CanvasObject) *fyne.Container {
	c := container.New(&banneredLayout{}, banner, page)
	banner.onChanged = c.Refresh
	return c
}

// banneredLayout has two objects: the banner and the page. The page's own margin is the banner's at the sides.
type banneredLayout struct{}

func (l *banneredLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top := float32(0)
	if objects[0].Visible() {
		margin, gap := themeLength(look.SpacePage), themeLength(look.SpaceCard)
		width := size.Width - 2*margin
		// A notice never takes the whole page.
		height := min(HeightFor(objects[0], width), size.Height-2*gap)
		setBounds(objects[0], margin, gap, width, height)
		top = gap + height
	}
	setBounds(objects[1], 0, top, size.Width, size.Height-top)
}

func (l *banneredLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[1].MinSize() }

package plan

import (
	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
)

// viewLayout has three objects: the calendar, the list and the timeline. It shows the one that was chosen, and the list in place of a
// calendar that would not fit.
type viewLayout struct {
	page  *Page
	width float32 // of the last layout; 0 before the first
}

// calendar reports whether the calendar is shown: it was chosen, and the page is wide enough for it.
func (l *viewLayout) calendar() bool {
	const sides = 2
	room := l.page.content.Size().Width - sides*themeSize(look.SpacePage)
	return l.page.views.Selected() == asCalendar && (l.width == 0 || l.page.month.content.MinSize().Width <= room)
}

// shown is the object that is seen.
func (l *viewLayout) shown(objects []fyne.CanvasObject) fyne.CanvasObject {
	switch {
	case l.calendar():
		return objects[0]
	case l.page.views.Selected() == asTimeline:
		return objects[2]
	}
	return objects[1]
}

// Layout gives the area to what is shown.
func (l *viewLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	shown := l.shown(objects)
	for _, o := range objects {
		setShown(o, o == shown)
	}
	setShown(l.page.list.note, l.page.views.Selected() == asCalendar)
	l.page.list.fit(size.Width)
	shown.Move(fyne.Position{})
	shown.Resize(size)
}

// HeightForWidth is the height of what is shown.
func (l *viewLayout) HeightForWidth(objects []fyne.CanvasObject, width float32) float32 {
	return widgets.HeightFor(l.shown(objects), width)
}

// MinSize is that of the calendar; the list makes do with less than all its columns, and the timeline with any width.
func (l *viewLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if l.calendar() {
		return objects[0].MinSize()
	}
	least := leastList * textScale()
	return fyne.NewSize(least, l.HeightForWidth(objects, max(l.width, least)))
}

// shrinking lets the window become as narrow as the list needs, whatever is shown now: it takes the place of a calendar that does not fit.
type shrinking struct{}

// Layout gives the area to the page.
func (shrinking) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// MinSize is as wide as the list with the margins of the page.
func (shrinking) MinSize(objects []fyne.CanvasObject) fyne.Size {
	const sides = 2
	least := leastList*textScale() + sides*themeSize(look.SpacePage)
	return fyne.NewSize(min(objects[0].MinSize().Width, least), objects[0].MinSize().Height)
}

// setShown shows or hides without touching what is already as wanted.
func setShown(o fyne.CanvasObject, shown bool) {
	switch {
	case shown && !o.Visible():
		o.Show()
	case !shown && o.Visible():
		o.Hide()
	}
}

// themeSize is a length of the theme, for layouts.
func themeSize(name fyne.ThemeSizeName) float32 {
	return fyne.CurrentApp().Settings().Theme().Size(name)
}

// textScale is how much larger text is than usual.
func textScale() float32 {
	const usual = 14 // look.TextBody at scale 1
	return themeSize(look.TextBody) / usual
}

package plan

import (
	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
)

// viewLayout has two objects: the calendar and the list. It shows the one that was chosen, and the list in place of a
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
	if l.calendar() {
		return objects[0]
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

// MinSize is as wide as the list needs, which takes the place of a calendar that does not fit, and makes do with less than all its columns.
func (l *viewLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := leastList * textScale()
	if l.calendar() {
		return fyne.NewSize(least, objects[0].MinSize().Height)
	}
	return fyne.NewSize(least, l.HeightForWidth(objects, max(l.width, least)))
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

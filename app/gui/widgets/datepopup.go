package widgets

import (
	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
)

// datePopup shows a month under the field it belongs to, until a day is picked, Escape is typed or somebody clicks
// beside it.
type datePopup struct {
	overlay *overlay
	canvas  fyne.Canvas
	closed  func()
}

// openDatePopup opens a month under (or above) a field, with the keyboard in it. closed is called afterwards.
func openDatePopup(field fyne.CanvasObject, month *MonthGrid, closed func()) *datePopup {
	c := fyne.CurrentApp().Driver().CanvasForObject(field)
	if c == nil {
		return nil
	}
	p := &datePopup{canvas: c, closed: closed}
	panel := newCardSurface(month)
	panel.Padding, panel.Radius = look.Space, look.RadiusControl
	p.overlay = &overlay{content: panel, onOutside: p.close}
	p.overlay.arrange = func(window fyne.Size) (fyne.Position, fyne.Size) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(field)
		return besideField(window, at, field.Size(), panel.MinSize())
	}
	month.OnEscape = p.close
	p.overlay.show(c)
	c.Focus(month)
	return p
}

func (p *datePopup) close() {
	p.overlay.close()
	p.closed()
}

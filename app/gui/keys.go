package gui

import (
	"fyne.io/fyne/v2"

	"milepost/app/gui/kit"
	"milepost/app/gui/widgets"
)

// onKey hears plain keys while nothing has the focus, or what has it has no use for them: help, then the page, then the digits of the sidebar.
func (s *shell) onKey(ev *fyne.KeyEvent) {
	if widgets.OverlayOpen(s.win) {
		return
	}
	if ev.Name == fyne.KeyF1 { // Fyne hears the shortcut of a menu only with another key
		showShortcuts(s.win)
		return
	}
	if taker, ok := s.router.page().(kit.KeyTaker); ok && taker.TakeKey(ev.Name) {
		return
	}
	for _, e := range navTop {
		if ev.Name == e.key {
			// Not at once: the digit itself is still to come, as a letter, and would go into the first field of the screen.
			s.background.post(func() { s.Open(e.route) })
			return
		}
	}
}

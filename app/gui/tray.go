package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/systray"

	"milepost/app/lang"
)

// tray lets the program go on in the desktop's tray once its window is closed, for those who have chosen that in the settings.
type tray struct {
	win    fyne.Window
	desk   desktop.App // nil: the program does not stand in the tray
	menu   *fyne.Menu  // always this one: the library shows it once more when the tray is ready, whatever was offered meanwhile
	there  func() bool // whether the desktop shows what stands in its tray; many do not
	hidden bool        // the window was closed and the program goes on
}

// newTray puts the program into the tray if that was chosen. The library does so only before it begins to run, so a choice counts from the next start on.
func newTray(fyneApp fyne.App, win fyne.Window, chosen bool) *tray {
	t := &tray{win: win, menu: fyne.NewMenu("Milepost"), there: deskHasTray}
	desk, ok := fyneApp.(desktop.App)
	if !chosen || !ok {
		return t
	}
	t.desk = desk
	systray.SetOnTapped(func() { fyne.Do(t.open) }) // Fyne's SetSystemTrayWindow would not tell that the window is open again
	t.offer(fyneApp.Quit)
	return t
}

// offer fills the tray's menu, in the reader's language; quitting comes last and ends the program.
func (t *tray) offer(quit func(), items ...*fyne.MenuItem) {
	if t.desk == nil {
		return
	}
	items = append([]*fyne.MenuItem{fyne.NewMenuItem(lang.T("Open Milepost"), t.open)}, items...)
	end := fyne.NewMenuItem(lang.T("Quit"), quit)
	end.IsQuit = true
	t.menu.Items = append(items, fyne.NewMenuItemSeparator(), end)
	t.desk.SetSystemTrayMenu(t.menu)
}

// hide closes the window and lets the program go on; it reports false when nobody could find it again.
func (t *tray) hide() bool {
	if t.desk == nil || !t.there() {
		return false
	}
	t.hidden = true
	t.win.Hide()
	return true
}

// open shows the window, before all others as far as the desktop lets it.
func (t *tray) open() {
	if t.hidden {
		t.hidden = false
		t.win.Show()
	}
	t.win.RequestFocus()
}

// leave is called when the window is closed by its button: the program ends, or goes on in the tray.
func (s *shell) leave() {
	if !s.prefs.StaysInTray() || s.place.AtRisk() || !s.tray.hide() {
		s.quit()
		return
	}
	if !s.prefs.toldOfTray() {
		s.prefs.setToldOfTray()
		s.reminder.send(lang.T("Milepost goes on in the tray"), lang.T("Its icon opens the window again, and its menu ends the program."))
	}
}

// offerInTray fills the tray's menu with what can be done from there.
func (s *shell) offerInTray() {
	inWindow := func(do func()) func() {
		return func() {
			s.tray.open()
			do()
		}
	}
	s.tray.offer(inWindow(s.quit),
		fyne.NewMenuItem(lang.T("Record a mock…"), inWindow(s.menu.onRecordMock)),
		fyne.NewMenuItem(lang.T("Log a session…"), inWindow(s.menu.onLogSession)),
	)
}

// StaysInTray reports whether the program goes on when its window is closed.
func (s *shell) StaysInTray() bool { return s.prefs.StaysInTray() }

// SetStaysInTray changes it.
func (s *shell) SetStaysInTray(on bool) { s.prefs.setStaysInTray(on) }

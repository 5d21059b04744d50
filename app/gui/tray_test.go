package gui

import (
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app/lang"
)

// trayDesk is an application that counts how often it is told to quit, on a desktop with a tray.
type trayDesk struct {
	fyne.App
	quits int
	menu  *fyne.Menu
}

func (d *trayDesk) Quit()                               { d.quits++ }
func (d *trayDesk) SetSystemTrayMenu(m *fyne.Menu)      { d.menu = m }
func (d *trayDesk) SetSystemTrayIcon(fyne.Resource)     {}
func (d *trayDesk) SetSystemTrayWindow(fyne.Window)     {}
func (d *trayDesk) SendNotification(*fyne.Notification) {}

// windowInTray is a window that only remembers whether it is hidden.
type windowInTray struct {
	fyne.Window
	hidden bool
	asked  int // to come to the front
}

func (w *windowInTray) Hide()         { w.hidden = true }
func (w *windowInTray) Show()         { w.hidden = false }
func (w *windowInTray) RequestFocus() { w.asked++ }

// newTrayFrame is the real program, closed into a tray that is there or is not.
func newTrayFrame(t *testing.T, chosen, there bool) (*opened, *trayDesk, *windowInTray) {
	t.Helper()
	f := newFrame(t, filepath.Join(t.TempDir(), "study.db"))
	desk, win := &trayDesk{App: fyne.CurrentApp()}, &windowInTray{Window: f.shell.win}
	f.shell.app, f.shell.win = desk, win
	f.shell.prefs.setStaysInTray(chosen)
	f.shell.tray = newTray(desk, win, chosen)
	f.shell.tray.there = func() bool { return there }
	f.shell.offerInTray()
	return f, desk, win
}

func TestAClosedWindowEndsTheProgramUnlessItStandsInTheTray(t *testing.T) {
	for _, c := range []struct {
		name          string
		chosen, there bool
		hides         bool
	}{
		{"not asked for", false, true, false},
		{"asked for, but the desktop shows no tray", true, false, false},
		{"asked for", true, true, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, desk, win := newTrayFrame(t, c.chosen, c.there)
			f.shell.leave()
			if win.hidden != c.hides || (desk.quits == 0) != c.hides {
				t.Errorf("hidden %v, told to quit %d times", win.hidden, desk.quits)
			}
			if (desk.menu != nil) != c.chosen {
				t.Errorf("the tray has the menu %v", desk.menu)
			}
		})
	}
}

func TestWhatStandsInTheTrayIsOpenedFromItsMenuAndBySecondStarts(t *testing.T) {
	f, desk, win := newTrayFrame(t, true, true)
	item := func(label string) *fyne.MenuItem {
		i := slices.IndexFunc(desk.menu.Items, func(m *fyne.MenuItem) bool { return m.Label == label })
		if i < 0 {
			t.Fatalf("the tray offers no %q", label)
		}
		return desk.menu.Items[i]
	}
	f.shell.leave()
	item("Open Milepost").Action()
	if win.hidden || win.asked != 1 {
		t.Errorf("hidden %v, asked to the front %d times", win.hidden, win.asked)
	}
	f.shell.leave()
	f.shell.ComeForward()
	if win.hidden {
		t.Error("a second start does not bring it back")
	}
	f.shell.leave()
	item("Record a mock…").Action()
	f.Settle()
	f.WantText("Record a mock")
	if win.hidden {
		t.Error("what was chosen in the tray happens out of sight")
	}
	item("Quit").Action()
	if desk.quits != 1 {
		t.Errorf("told to quit %d times", desk.quits)
	}
	f.shell.SetStaysInTray(false) // counts at once for closing
	f.shell.leave()
	if desk.quits != 2 {
		t.Errorf("told to quit %d times", desk.quits)
	}
	f.shell.SetLanguage(lang.German)
	t.Cleanup(func() { speak(lang.English) })
	item("Milepost öffnen")
}

func TestWhoClosedTheWindowIntoTheTrayIsReminded(t *testing.T) {
	f, _, _ := newTrayFrame(t, true, true)
	var told []string
	f.shell.reminder.send = func(title, _ string) { told = append(told, title) }
	f.shell.leave()
	told = nil
	f.shell.reminder.away = false // as the library has it when the desktop gave the window the focus on its way out
	f.shell.Notify("Time is up", "")
	f.shell.tray.open()
	f.shell.Notify("Seen in the window", "")
	if want := []string{"Time is up"}; !slices.Equal(told, want) {
		t.Errorf("told on the desktop %q, want %q", told, want)
	}
}

func TestGoingOnInTheTrayIsToldOnce(t *testing.T) {
	f, _, _ := newTrayFrame(t, true, true)
	var told []string
	f.shell.reminder.send = func(title, _ string) { told = append(told, title) }
	for range 3 {
		f.shell.leave()
		f.shell.tray.open()
	}
	if len(told) != 1 {
		t.Errorf("told %q", told)
	}
}

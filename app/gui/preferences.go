package gui

import (
	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/lang"
	"milepost/planner"
)

// preferences are the few things that belong to this computer and not to the data file: appearance, language and window size.
type preferences struct{ store fyne.Preferences }

// Keys, defaults and bounds of the preferences.
const (
	keyMode     = "appearance"
	keyLanguage = "language"
	keyReminder = "reminder"
	keyReminded = "remindedOn"
	keyTray     = "staysInTray"
	keyTrayTold = "toldOfTray"
	keyScale    = "textScale"
	keyWidth    = "windowWidth"
	keyHeight   = "windowHeight"

	defaultWidth, defaultHeight = 1280, 800
	minWidth, minHeight         = 640, 480
	maxWidth, maxHeight         = 8000, 6000
)

func newPreferences(store fyne.Preferences) *preferences { return &preferences{store} }

// Mode is the chosen appearance; the desktop's when none was chosen.
func (p *preferences) Mode() look.Mode {
	switch m := look.Mode(p.store.String(keyMode)); m {
	case look.ModeLight, look.ModeDark:
		return m
	}
	return look.ModeSystem
}

func (p *preferences) setMode(m look.Mode) { p.store.SetString(keyMode, string(m)) }

// Language is the chosen language; "" is that of the desktop.
func (p *preferences) Language() lang.Language { return lang.Language(p.store.String(keyLanguage)) }

func (p *preferences) setLanguage(l lang.Language) { p.store.SetString(keyLanguage, string(l)) }

// Reminder is when to remind of what is left of the day; zero for never.
func (p *preferences) Reminder() planner.TimeOfDay {
	at, err := planner.ParseTimeOfDay(p.store.String(keyReminder))
	if err != nil {
		return 0
	}
	return at
}

func (p *preferences) setReminder(at planner.TimeOfDay) { p.store.SetString(keyReminder, at.String()) }

// remindedOn is the last day on which it was time to remind, whether there was something to say or not.
func (p *preferences) remindedOn() planner.Date {
	d, err := planner.ParseDate(p.store.String(keyReminded))
	if err != nil {
		return planner.Date{}
	}
	return d
}

func (p *preferences) setRemindedOn(d planner.Date) { p.store.SetString(keyReminded, d.String()) }

// StaysInTray reports whether the program goes on in the desktop's tray when its window is closed.
func (p *preferences) StaysInTray() bool { return p.store.Bool(keyTray) }

func (p *preferences) setStaysInTray(on bool) { p.store.SetBool(keyTray, on) }

// toldOfTray reports whether that was said when it happened first.
func (p *preferences) toldOfTray() bool { return p.store.Bool(keyTrayTold) }

func (p *preferences) setToldOfTray() { p.store.SetBool(keyTrayTold, true) }

// Scale is the chosen text size within its bounds.
func (p *preferences) Scale() float64 {
	s := p.store.FloatWithFallback(keyScale, 1)
	if s < look.MinTextScale || s > look.MaxTextScale {
		return 1
	}
	return s
}

func (p *preferences) setScale(s float64) { p.store.SetFloat(keyScale, s) }

// windowSize is the size the window had when it was last closed, if it makes sense.
func (p *preferences) windowSize() fyne.Size {
	w := p.store.FloatWithFallback(keyWidth, defaultWidth)
	h := p.store.FloatWithFallback(keyHeight, defaultHeight)
	if w < minWidth || w > maxWidth || h < minHeight || h > maxHeight {
		w, h = defaultWidth, defaultHeight
	}
	return fyne.NewSize(float32(w), float32(h))
}

func (p *preferences) setWindowSize(s fyne.Size) {
	p.store.SetFloat(keyWidth, float64(s.Width))
	p.store.SetFloat(keyHeight, float64(s.Height))
}

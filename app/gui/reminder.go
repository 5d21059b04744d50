package gui

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// reminder tells once a day, at the time its user has chosen, what is left to study, and says quietly when a milestone is reached. It never repeats itself.
type reminder struct {
	shell *shell
	send  func(title, text string) // to the desktop
	run   func(key string, work func(context.Context) error, done func(error))
	away  bool // the window is not the one people are looking at
	met   app.Reached
}

func newReminder(s *shell) *reminder {
	r := &reminder{shell: s, run: s.Run}
	r.send = func(title, text string) { s.app.SendNotification(fyne.NewNotification(title, text)) }
	return r
}

// watch listens to whether people look at the window.
func (r *reminder) watch() {
	r.shell.app.Lifecycle().SetOnExitedForeground(func() { r.away = true })
	r.shell.app.Lifecycle().SetOnEnteredForeground(func() { r.away = false })
	r.reached()
}

// unseen reports whether people look elsewhere. A window that was closed into the tray may have got the focus once more just before it went.
func (r *reminder) unseen() bool { return r.away || r.shell.tray.hidden }

// notify tells something where people see it: in the window, or on the desktop when they look elsewhere.
func (r *reminder) notify(title, text string) {
	if r.unseen() {
		r.send(title, text)
		return
	}
	r.shell.Say(title + " " + text)
}

// minute is called once a minute. Whoever has the window before them at the time needs no reminder.
func (r *reminder) minute() {
	at := r.shell.prefs.Reminder()
	now, today := r.shell.cfg.Now(), r.shell.milepost.Today()
	if at.IsZero() || planner.DateOf(now) != today || now.Hour()*60+now.Minute() < at.Minutes() || r.shell.prefs.remindedOn() == today {
		return
	}
	r.shell.prefs.setRemindedOn(today)
	if !r.unseen() {
		return
	}
	var left app.LeftToday
	job := r.shell.milepost.LeftTodayJob()
	r.run("what is left today", func(ctx context.Context) (err error) {
		left, err = job(ctx)
		return err
	}, func(err error) {
		if err != nil || left.Sessions == 0 {
			return
		}
		r.send(lang.T("%s left today", phrase.Duration(left.Minutes)), lang.T("It begins with %s.", left.First.Title))
	})
}

// reached says that a milestone was reached by what was stored just now.
func (r *reminder) reached() {
	var now app.Reached
	job := r.shell.milepost.ReachedJob()
	r.run("milestones", func(ctx context.Context) (err error) {
		now, err = job(ctx)
		return err
	}, func(err error) {
		if err != nil {
			slog.Debug("the milestones were not looked at", logged(err))
			return
		}
		if name := now.New(r.met); name != "" {
			r.shell.Say(lang.T("Milestone reached: %s.", lang.Said(name)))
		}
		r.met = now
	})
}

// Notify tells something that people may be waiting for, in the window or, when they look elsewhere, on the desktop.
func (s *shell) Notify(title, text string) { s.reminder.notify(title, text) }

// Reminder is when people are reminded of what is left of the day; zero for never.
func (s *shell) Reminder() planner.TimeOfDay { return s.prefs.Reminder() }

// SetReminder changes it.
func (s *shell) SetReminder(at planner.TimeOfDay) { s.prefs.setReminder(at) }

package gui

import (
	"context"
	"log/slog"
	"time"

	"milepost/app"
	"milepost/app/lang"
)

// calendarKeeper brings the calendar file that is kept up to date to the plan, a moment after something has changed, off the window's way.
type calendarKeeper struct {
	shell  *shell
	cancel func()
	failed string // what was said of it last: it is said once
}

// calendarPause lets several changes in a row become one file.
const calendarPause = 3 * time.Second

// changed is called after everything that was stored, and when the window is there: another program may have changed the plan.
func (k *calendarKeeper) changed() {
	k.stop()
	k.cancel = k.shell.After(calendarPause, k.write)
}

func (k *calendarKeeper) stop() {
	if k.cancel != nil {
		k.cancel()
	}
}

func (k *calendarKeeper) write() {
	job := k.shell.milepost.CalendarJob()
	k.shell.Run("calendar file", func(ctx context.Context) error {
		_, err := job(ctx)
		return err
	}, func(err error) {
		if err == nil || app.IsClosed(err) {
			k.failed = ""
			return
		}
		slog.Warn("the calendar file was not brought up to date", logged(err))
		if words := sentence(err); words != k.failed {
			k.failed = words
			k.shell.Say(lang.T("The calendar file could not be brought up to date. %s", words))
		}
	})
}

// CalendarChanged brings the calendar file to the plan.
func (s *shell) CalendarChanged() { s.calendar.changed() }

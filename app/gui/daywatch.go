package gui

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"milepost/app"
	"milepost/app/gui/reports"
	"milepost/planner"
)

// dayWatch notices that a new day has begun and lets everything load again.
type dayWatch struct {
	day                planner.Date
	cancel, cancelKeep func()
}

func (d *dayWatch) start(s *shell) {
	d.day = s.milepost.Today()
	d.keepForecast(s)
	d.tick(s)
}

// settled is how long after the start, or after a day has begun, its forecast is written down: when the window is there and quiet.
const settled = 2 * time.Second

// keepForecast writes the day's forecast into the diary. A failure is no reason to disturb anybody: the next start or mock tries again.
func (d *dayWatch) keepForecast(s *shell) {
	d.cancelKeep = s.After(settled, func() {
		if err := s.milepost.KeepForecast(context.Background()); err != nil && !errors.Is(err, app.ErrNoStudy) {
			slog.Warn("the day's forecast was not kept", logged(err))
		}
	})
}

// tick looks once a minute, on the minute.
func (d *dayWatch) tick(s *shell) {
	now := s.cfg.Now()
	d.cancel = s.After(now.Truncate(time.Minute).Add(time.Minute).Sub(now), func() {
		if today := s.milepost.Today(); today != d.day {
			d.day = today
			s.refreshFrame()
			s.router.changed()
			d.keepForecast(s)
		}
		s.reminder.minute()
		reports.WriteWeekly(s, s.milepost, func() {})
		d.tick(s)
	})
}

func (d *dayWatch) stop() {
	for _, cancel := range []func(){d.cancel, d.cancelKeep} {
		if cancel != nil {
			cancel()
		}
	}
}

package gui

import (
	"time"

	"milepost/planner"
)

// dayWatch notices that a new day has begun and lets everything load again.
type dayWatch struct {
	day    planner.Date
	cancel func()
}

func (d *dayWatch) start(s *shell) {
	d.day = s.milepost.Today()
	d.tick(s)
}

// tick looks once a minute, on the minute.
func (d *dayWatch) tick(s *shell) {
	now := s.cfg.Now()
	d.cancel = s.After(now.Truncate(time.Minute).Add(time.Minute).Sub(now), func() {
		if today := s.milepost.Today(); today != d.day {
			d.day = today
			s.refreshFrame()
			s.router.changed()
		}
		d.tick(s)
	})
}

func (d *dayWatch) stop() {
	if d.cancel != nil {
		d.cancel()
	}
}

package app

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"milepost/data"
	"milepost/planner"
)

// settingDayStart is when a day begins, in minutes after midnight.
const settingDayStart = "day-start"

// MaxDayStart is the latest a day may begin, in minutes after midnight: later, an early morning would count for the day before.
const MaxDayStart = 6 * 60

// DayStart is when a new day begins, in minutes after midnight: whoever studies past midnight still studies for the day before.
func (m *Milepost) DayStart() int { return int(m.dayStart.Load()) }

// SetDayStart changes when a day begins. It is no part of undo.
func (m *Milepost) SetDayStart(ctx context.Context, minutes int) error {
	if minutes < 0 || minutes > MaxDayStart {
		return &planner.FieldError{Field: "day_start", Reason: fmt.Sprintf("%d is out of range (%d to %d)", minutes, 0, MaxDayStart)}
	}
	value := ""
	if minutes > 0 {
		value = strconv.Itoa(minutes)
	}
	before := m.dayStart.Swap(int32(minutes)) // at once, so that what listens to the change sees it
	if err := m.do(ctx, "Day starts at", func(tx *data.Tx) error { return tx.SetSetting(settingDayStart, value) }); err != nil {
		m.dayStart.Store(before)
		return err
	}
	return nil
}

// readDayStart takes over what the data file says; what makes no sense is midnight.
func (m *Milepost) readDayStart(ctx context.Context) {
	value, err := m.store.Setting(ctx, settingDayStart)
	minutes, notNumber := strconv.Atoi(value)
	if err != nil || notNumber != nil || minutes < 0 || minutes > MaxDayStart {
		minutes = 0
	}
	m.dayStart.Store(int32(minutes))
}

// dayAt is the day that counts at a moment.
func (m *Milepost) dayAt(at time.Time) planner.Date {
	return planner.DateOf(at.Add(-time.Duration(m.DayStart()) * time.Minute))
}

package ical

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"milepost/planner"
)

// ErrEmpty is why a calendar without events is not written: the format asks for one at least.
var ErrEmpty = errors.New("there are no events, and a calendar file needs one at least")

// Calendar is what is written: events under a name. No text may be longer than [MaxText].
type Calendar struct {
	Name      string // what calendars may call it (NAME and X-WR-CALNAME); may be empty
	ProductID string // PRODID, the program that wrote it: "-//Milepost//Milepost 0.1//EN"; needed
	Events    []Event
}

// Event is an entry of the calendar. In texts, line breaks of every kind become "\n", a tab becomes a space, other
// control characters are dropped and broken UTF-8 is replaced by U+FFFD. Blanks at both ends go; of more than 20 in a
// row, 20 stay.
type Event struct {
	UID      string    // 1 to [MaxUID] visible ASCII characters without , ; \ and of no other event; see [UID]
	Revised  time.Time // when it was last changed (DTSTAMP and LAST-MODIFIED), written in UTC and whole seconds; needed
	Sequence int       // how often its time was changed: 0 to 2147483647

	Day     planner.Date      // in the years 1 to 9999, and so must be the end
	Start   planner.TimeOfDay // the zero value makes it an all-day event
	Minutes int               // length: 1 to 1440, and may run past midnight; ignored without a Start

	Summary     string   // its title; needed
	Description string   // may be empty
	Categories  []string // empty ones are left out

	Busy      bool // whether it takes up the time it stands at
	Cancelled bool // whether it will not take place

	HasAlarm     bool
	AlarmMinutes int // with HasAlarm: minutes from the reminder to the start, 0 to [MaxAlarm]; all-day events start at midnight
}

// Bounds of what is written.
const (
	MaxUID   = 200          // bytes; Outlook takes UIDs for the same that differ only beyond 202
	MaxText  = 100_000      // bytes of one text, before it is escaped
	MaxAlarm = 28 * 24 * 60 // minutes; the longest reminder that calendars offer is four weeks
)

// Encode writes the calendar as a UTF-8 file with the ending .ics (text/calendar), its events by day, start and UID,
// whatever order they are given in. It is one Write, made only after all was found right: otherwise the error is
// [ErrEmpty] or a [*planner.FieldError] that names the field ("events[3].minutes"), and w is left alone.
//
// An event from midnight to midnight is written as an all-day event, which Outlook would make of it anyway.
func Encode(w io.Writer, c Calendar) error {
	if err := check(c); err != nil {
		return fmt.Errorf("writing the calendar: %w", err)
	}
	events := slices.Clone(c.Events)
	slices.SortFunc(events, func(a, b Event) int {
		return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.Start, b.Start), cmp.Compare(a.UID, b.UID))
	})
	var out bytes.Buffer
	lines{&out}.calendar(c, events)
	if _, err := w.Write(out.Bytes()); err != nil {
		return fmt.Errorf("writing the calendar: %w", err)
	}
	return nil
}

const dayMinutes = 24 * 60

// allDay reports whether the event is written as a day rather than as times.
func (e Event) allDay() bool {
	return e.Start.IsZero() || e.Start.Minutes() == 0 && e.Minutes == dayMinutes
}

// end is the day and the minute of it at which the event is over; all-day events are over as the next day begins.
func (e Event) end() (planner.Date, int) {
	minute := dayMinutes
	if !e.allDay() {
		minute = e.Start.Minutes() + e.Minutes
	}
	return e.Day.AddDays(minute / dayMinutes), minute % dayMinutes
}

package planner

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// TimeOfDay is a time on the clock on the wall, whatever the time zone; the zero value is none.
type TimeOfDay int // minutes after midnight and one more

// minutesOfDay are the minutes from midnight to midnight.
const minutesOfDay = 24 * 60

// TimeAt is the time that many minutes after midnight; outside of a day it is none.
func TimeAt(minutes int) TimeOfDay {
	if minutes < 0 || minutes >= minutesOfDay {
		return 0
	}
	return TimeOfDay(minutes + 1)
}

// ParseTimeOfDay reads "19:00" or "7:30".
func ParseTimeOfDay(text string) (TimeOfDay, error) {
	hour, minute, ok := strings.Cut(strings.TrimSpace(text), ":")
	h, okH := clockDigits(hour, 1, 23)
	m, okM := clockDigits(minute, 2, 59)
	if !ok || !okH || !okM {
		return 0, fmt.Errorf("%q is not a time from 00:00 to 23:59, like 19:00", clip(text, 40))
	}
	return TimeAt(h*60 + m), nil
}

// clockDigits reads a number of at least that many digits and at most two.
func clockDigits(text string, least, most int) (int, bool) {
	if len(text) < least || len(text) > 2 || strings.Trim(text, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	return n, err == nil && n <= most
}

// IsZero reports whether it is no time.
func (t TimeOfDay) IsZero() bool { return t == 0 }

// Minutes are the minutes after midnight; -1 for no time.
func (t TimeOfDay) Minutes() int { return int(t) - 1 }

// String writes "19:00"; "" for no time.
func (t TimeOfDay) String() string {
	if t.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", t.Minutes()/60, t.Minutes()%60)
}

// validateStarts checks times that were not made by [TimeAt].
func (a Availability) validateStarts() error {
	for i, t := range a.Start {
		if err := checkTime("starts."+WeekdayKeys[i], t); err != nil {
			return err
		}
	}
	return checkTime("mock_start", a.MockStart)
}

func checkTime(field string, t TimeOfDay) error {
	if t < 0 || t > minutesOfDay {
		return fieldErrorf(field, "%d minutes after midnight are no time of a day", t.Minutes())
	}
	return nil
}

// HasStarts reports whether any time to start was given.
func (a Availability) HasStarts() bool {
	return a.Start != [7]TimeOfDay{} || !a.MockStart.IsZero()
}

// WithoutStarts is the availability as far as a plan depends on it: when on the clock a day begins changes no plan.
func (a Availability) WithoutStarts() Availability {
	a.Start, a.MockStart = [7]TimeOfDay{}, 0
	return a
}

// Starts gives each session its time on the clock, in the order of the sessions given: those of a day follow one another from the weekday's start, with
// [BreakMinutes] between them. A mock begins at its own time if there is one, or later where other sessions come before it. A session that would run past midnight has no time, nor have those after it: the start
// is what a person said, and is not drawn earlier.
//
// Only planned sessions have a time. What is done keeps its place in the day, so that finishing one session does not move the next; what was skipped takes none.
func Starts(a Availability, sessions []Session) []TimeOfDay {
	out := make([]TimeOfDay, len(sessions))
	if !a.HasStarts() {
		return out
	}
	var clock dayClock
	for i, at := range inOrder(sessions) {
		s := sessions[at]
		if i == 0 || clock.day != s.Date {
			clock = dayClock{day: s.Date, next: a.Start[s.Date.Weekday()-1].Minutes()}
		}
		start := clock.take(s, a.MockStart)
		if s.Status == Planned || s.Status == "" {
			out[at] = start
		}
	}
	return out
}

// dayClock goes through a day from one session to the next.
type dayClock struct {
	day  Date
	next int // minutes after midnight; below 0 while nothing says when the day begins
	used bool
}

// take is the start of the next session, and moves the clock behind it.
func (c *dayClock) take(s Session, mockStart TimeOfDay) TimeOfDay {
	if s.Status == Skipped || s.Status == Missed {
		return 0
	}
	if s.Activity == MockExam && !mockStart.IsZero() {
		if !c.used { // the mock begins the day, and not when others would
			c.next = 0
		}
		c.next = max(c.next, mockStart.Minutes())
	}
	c.used = true
	if c.next < 0 {
		return 0
	}
	start, end := c.next, c.next+s.Minutes
	c.next = end + BreakMinutes
	if end > minutesOfDay {
		c.next = minutesOfDay // the rest of the day has no time either
		return 0
	}
	return TimeAt(start)
}

// inOrder are the positions of sessions as they are studied: by day, then by their order in it; what has begun comes before what is planned.
func inOrder(sessions []Session) []int {
	positions := make([]int, len(sessions))
	for i := range positions {
		positions[i] = i
	}
	open := func(s Session) int {
		if s.Status == Planned || s.Status == "" {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(positions, func(i, j int) int {
		a, b := sessions[i], sessions[j]
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.Order, b.Order), cmp.Compare(open(a), open(b)))
	})
	return positions
}

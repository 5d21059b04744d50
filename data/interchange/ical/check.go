package ical

import (
	"cmp"
	"fmt"
	"math"
	"strings"
	"time"

	"milepost/planner"
)

// blame is the error of a field; it is no error while the field is right.
func blame(wrong bool, field, format string, args ...any) error {
	if !wrong {
		return nil
	}
	return &planner.FieldError{Field: field, Reason: fmt.Sprintf(format, args...)}
}

// check finds the first thing that cannot be written. Events are counted from 0, as they were given.
func check(c Calendar) error {
	if len(c.Events) == 0 {
		return ErrEmpty
	}
	if err := cmp.Or(checkText("name", c.Name), checkTitle("product_id", c.ProductID)); err != nil {
		return err
	}
	known := make(map[string]int, len(c.Events)) // UID -> index
	for i, e := range c.Events {
		err := checkEvent(e)
		if first, twice := known[e.UID]; twice && err == nil {
			err = blame(true, "uid", "%q is already the UID of events[%d]", e.UID, first)
		}
		if err != nil {
			return planner.Under(fmt.Sprintf("events[%d]", i), err)
		}
		known[e.UID] = i
	}
	return nil
}

func checkEvent(e Event) error {
	return cmp.Or(
		checkUID(e.UID),
		checkRevised(e.Revised),
		blame(e.Sequence < 0 || e.Sequence > math.MaxInt32, "sequence", "%d is not from 0 to %d", e.Sequence, math.MaxInt32),
		checkTimes(e),
		blame(e.HasAlarm && (e.AlarmMinutes < 0 || e.AlarmMinutes > MaxAlarm), "alarm_minutes",
			"%d minutes are not from 0 to %d", e.AlarmMinutes, MaxAlarm),
		checkTitle("summary", e.Summary),
		checkText("description", e.Description),
		checkCategories(e.Categories),
	)
}

// checkUID is stricter than the format: what would have to be escaped is not unescaped by every calendar, which would
// then know the event under another name.
func checkUID(uid string) error {
	foreign := strings.IndexFunc(uid, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune(`,;\`, r) })
	return cmp.Or(
		blame(uid == "", "uid", "is missing"),
		blame(len(uid) > MaxUID, "uid", "is %d bytes long; %d are the most", len(uid), MaxUID),
		blame(foreign >= 0, "uid", "%q has other than visible ASCII characters, or one of , ; \\", uid),
	)
}

func checkRevised(t time.Time) error {
	year := t.UTC().Year()
	return cmp.Or(
		blame(t.IsZero(), "revised", "is missing"),
		blame(year < 1 || year > 9999, "revised", "the year %d is not from 1 to 9999", year),
	)
}

func checkTimes(e Event) error {
	d := e.Day
	if err := cmp.Or(
		blame(d.IsZero(), "day", "is missing"),
		blame(d.Year < 1 || d.Year > 9999, "day", "the year %d is not from 1 to 9999", d.Year),
		blame(d != planner.NewDate(d.Year, d.Month, d.Day), "day", "there is no day %s", d),
		blame(e.Start < 0 || e.Start > dayMinutes, "start", "%d minutes after midnight are no time of a day", e.Start.Minutes()),
		blame(!e.Start.IsZero() && (e.Minutes < 1 || e.Minutes > dayMinutes), "minutes", "%d are not from 1 to %d", e.Minutes, dayMinutes),
	); err != nil {
		return err
	}
	last, _ := e.end()
	return blame(last.Year > 9999, "day", "it would end in the year %d, which cannot be written", last.Year)
}

// checkTitle is checkText for what must say something.
func checkTitle(field, s string) error {
	return cmp.Or(checkText(field, s), blame(clean(s) == "", field, "is empty"))
}

func checkText(field, s string) error {
	return blame(len(s) > MaxText, field, "is %d bytes long; %d are the most", len(s), MaxText)
}

func checkCategories(categories []string) error {
	for i, s := range categories {
		if err := checkText(fmt.Sprintf("categories[%d]", i), s); err != nil {
			return err
		}
	}
	return nil
}

package backups

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// How many backups stay: all of the last two days, then one for each of so many days, weeks and months that have any.
const (
	KeepAllFor  = 48 * time.Hour
	KeepDaily   = 12
	KeepWeekly  = 10
	KeepMonthly = 9
)

// State is what is known of a backup's content.
type State string

// States of a backup.
const (
	Good    State = "good"    // as it was when it was made and checked
	Changed State = "changed" // sound, but not what was written: somebody worked with it, or a bit flipped
	Damaged State = "damaged"
	Unknown State = "unknown" // it could not be read now
)

// Entry is a backup as far as thinning is concerned.
type Entry struct {
	Name  Name
	State State
}

// Thin divides backups into those that stay and those that may be deleted, both with the newest first. Neither the order nor
// the time zone of the list matters, and what is kept once is kept again by the same call.
//
// All of the last two days stay. Of those before, the newest good one of each day stays for the latest 12 days that have any, of
// what is older the newest of each week for 10 weeks, and of what is older still the newest of each month for 9 months. Days are
// counted that have backups, not days of the calendar: who comes back after a year finds what was there. Besides these stay:
// everything dated after now, as the clock may have been set back; everything that could not be read; the newest good one; and
// the newest from before an update, for the way back to an older program. While none is good nothing is deleted.
func Thin(now time.Time, all []Entry) (keep, drop []Entry) {
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b Entry) int {
		return cmp.Or(b.Name.At.Compare(a.Name.At), cmp.Compare(b.Name.File(), a.Name.File()))
	})
	if !slices.ContainsFunc(sorted, isGood) {
		return sorted, nil
	}
	newest := newestBy(sorted, isGood)
	upgrade := newestBy(sorted, func(e Entry) bool { return isGood(e) && e.Name.Reason == BeforeUpgrade })
	steps := []*step{{left: KeepDaily, of: dayOf}, {left: KeepWeekly, of: weekOf}, {left: KeepMonthly, of: monthOf}}
	for i, e := range sorted {
		recent := now.Sub(e.Name.At) < KeepAllFor // dated after now included
		stays := recent || e.State == Unknown || i == newest || i == upgrade
		if !recent && isGood(e) {
			stays = takeFirst(steps, e) || stays
		}
		if stays {
			keep = append(keep, e)
		} else {
			drop = append(drop, e)
		}
	}
	return keep, drop
}

func isGood(e Entry) bool { return e.State == Good }

// newestBy is the index of the first entry for which f holds, -1 when there is none.
func newestBy(sorted []Entry, f func(Entry) bool) int { return slices.IndexFunc(sorted, f) }

// step keeps one backup for each of a number of days, weeks or months.
type step struct {
	left int
	of   func(time.Time) string
	last string
}

// takes tells whether the step has a place for a backup, and whether the backup is in its span at all. Backups come newest first.
func (s *step) takes(at time.Time) (kept, mine bool) {
	span := s.of(at)
	if span == s.last {
		return false, true
	}
	if s.left == 0 {
		return false, false
	}
	s.left--
	s.last = span
	return true, true
}

// takeFirst asks the steps in turn: the first in whose span the backup lies decides.
func takeFirst(steps []*step, e Entry) bool {
	for _, s := range steps {
		if kept, mine := s.takes(e.Name.At); mine {
			return kept
		}
	}
	return false
}

func dayOf(t time.Time) string { return t.UTC().Format(time.DateOnly) }

func weekOf(t time.Time) string {
	year, week := t.UTC().ISOWeek()
	return fmt.Sprint(year, " ", week)
}

func monthOf(t time.Time) string { return t.UTC().Format("2006-01") }

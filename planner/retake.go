package planner

import (
	"fmt"
	"slices"
)

// RetakeRule is what a vendor asks between two sittings of an exam. The zero rule asks nothing.
type RetakeRule struct {
	// WaitDays are the days from a failed sitting to the first day it may be sat again, after the first failure, the second, …; the last holds for all later ones.
	// "30 test-free days" are 31 days from sitting to sitting.
	WaitDays []int
	// Attempts is the most sittings within WithinDays; 0 for no limit.
	Attempts, WithinDays int
	Notes                string
}

// IsZero reports whether the rule asks nothing.
func (r RetakeRule) IsZero() bool { return len(r.WaitDays) == 0 && r.Attempts == 0 }

// Validate checks the figures; the error names the field.
func (r RetakeRule) Validate() error {
	if len(r.WaitDays) > 20 {
		return fieldErrorf("retake.wait_days", "%d waits are more than the 20 that can be held", len(r.WaitDays))
	}
	for i, d := range r.WaitDays {
		if d < 0 || d > maxRetakeDays {
			return fieldErrorf(fmt.Sprintf("retake.wait_days[%d]", i), "%d is out of range (0 to %d)", d, maxRetakeDays)
		}
	}
	switch {
	case r.Attempts < 0 || r.Attempts > 100:
		return fieldErrorf("retake.attempts", "%d is out of range (0, for no limit, to 100)", r.Attempts)
	case r.WithinDays < 0 || r.WithinDays > maxRetakeDays:
		return fieldErrorf("retake.within_days", "%d is out of range (0 to %d)", r.WithinDays, maxRetakeDays)
	case r.Attempts > 0 && r.WithinDays == 0:
		return fieldErrorf("retake.within_days", "a limit of attempts needs the days it counts over")
	}
	return CheckText("retake.notes", r.Notes, MaxTextRunes)
}

// Earliest is the first day on which the exam may be sat again, and why; a zero date when the rule asks nothing.
//
// Waits count failures in a row, those within the window of attempts where there is one, as vendors count them.
func (r RetakeRule) Earliest(sittings []Date) (Date, string) {
	days := slices.Clone(sittings)
	slices.SortFunc(days, Date.Compare)
	if len(days) == 0 {
		return Date{}, ""
	}
	last := days[len(days)-1]
	counted := 0
	for _, d := range days {
		if r.WithinDays == 0 || d.DaysUntil(last) < r.WithinDays {
			counted++
		}
	}
	earliest, why := Date{}, ""
	if n := len(r.WaitDays); n > 0 {
		wait := r.WaitDays[min(counted, n)-1]
		earliest = last.AddDays(wait)
		why = fmt.Sprintf("The vendor asks for %d days from the %s sitting to the next.", wait, ordinal(counted))
	}
	if r.Attempts > 0 && len(days) >= r.Attempts {
		if after := days[len(days)-r.Attempts].AddDays(r.WithinDays); after.After(earliest) {
			earliest = after
			why = fmt.Sprintf("The vendor allows %d sittings within %d days.", r.Attempts, r.WithinDays)
		}
	}
	return earliest, why
}

// ordinal writes "1st", "2nd", "3rd", "4th".
func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return fmt.Sprintf("%d%s", n, suffix)
}

// RetakeDate is a day the exam could be sat again, with the plan that leads there.
type RetakeDate struct {
	Date Date
	Plan Plan
}

// RetakeDates are the days worth considering for the next sitting: the first one allowed, and the first on which the plan fits, when that is a later one. The request's own exam date does
// not matter. Where a day never fits, within a year and a half, only the first is answered.
func RetakeDates(r Request) ([]RetakeDate, error) {
	if err := validateSittings(r); err != nil {
		return nil, err
	}
	first := r.Today.AddDays(retakeSoonest)
	if earliest, _ := r.Retake.Earliest(sittingDates(r.Sittings)); earliest.After(first) {
		first = earliest
	}
	build := func(day Date) (Plan, error) {
		r.Study.ExamDate = day
		return Build(r)
	}
	p, err := build(first)
	if err != nil {
		return nil, err
	}
	out := []RetakeDate{{first, p}}
	if retakeFits(p) {
		return out, nil
	}
	fits := func(days int) bool { // no plan is shown here, so it needs no ways out
		r.Study.ExamDate = first.AddDays(days)
		q, err := prepared(r)
		if err != nil {
			return false
		}
		p, _ := outcome(q, true)
		return retakeFits(p)
	}
	low, high := 0, 7
	for ; !fits(high); low, high = high, 2*high {
		if high >= retakeLatest {
			return out, nil
		}
	}
	for high-low > 1 {
		if mid := (low + high) / 2; fits(mid) {
			high = mid
		} else {
			low = mid
		}
	}
	if p, err = build(first.AddDays(high)); err != nil {
		return nil, err
	}
	return append(out, RetakeDate{first.AddDays(high), p}), nil
}

// retakeFits tells whether a plan is good enough for another sitting. A mock in two halves is no reason to wait.
func retakeFits(p Plan) bool {
	return p.Verdict == Fits || p.Verdict == Tight || p.Verdict == NoRoomForAMock
}

func sittingDates(sittings []Sitting) []Date {
	out := make([]Date, len(sittings))
	for i, s := range sittings {
		out[i] = s.Date
	}
	return out
}

// noticeRetake tells when the exam date is earlier than the vendor allows.
func (m *model) noticeRetake(p *Plan) {
	earliest, why := m.request.Retake.Earliest(sittingDates(m.request.Sittings))
	if p.NotBefore = earliest; m.study.ExamDate.Before(earliest) {
		m.note(NoticeTooEarly, fmt.Sprintf("The exam cannot be sat again before %s. %s", longDate(earliest), why))
	}
}

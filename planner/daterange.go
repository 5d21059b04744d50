package planner

import (
	"fmt"
	"slices"
	"strings"
)

// DateRange is a run of days; both ends belong to it.
type DateRange struct {
	First, Last Date
}

// ParseDateRange reads "2026-12-24..2027-01-01" or a single "2027-01-16". Reversed ends are put in order.
func ParseDateRange(s string) (DateRange, error) {
	from, to, ranged := strings.Cut(s, "..")
	if !ranged {
		to = from
	}
	first, err := ParseDate(strings.TrimSpace(from))
	if err != nil {
		return DateRange{}, err
	}
	last, err := ParseDate(strings.TrimSpace(to))
	if err != nil {
		return DateRange{}, err
	}
	if last.Before(first) {
		first, last = last, first
	}
	return DateRange{first, last}, nil
}

// String gives "A..B", or "A" for one day.
func (r DateRange) String() string {
	if r.First == r.Last {
		return r.First.String()
	}
	return fmt.Sprintf("%s..%s", r.First, r.Last)
}

// Contains reports whether d lies in the range.
func (r DateRange) Contains(d Date) bool { return !d.Before(r.First) && !d.After(r.Last) }

// Days is the number of days in the range.
func (r DateRange) Days() int { return r.First.DaysUntil(r.Last) + 1 }

// MarshalText writes the range as String does.
func (r DateRange) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads a range as ParseDateRange does.
func (r *DateRange) UnmarshalText(b []byte) error {
	v, err := ParseDateRange(string(b))
	if err != nil {
		return err
	}
	*r = v
	return nil
}

// MergeRanges sorts ranges and joins those that overlap or touch. The input is left as it was.
func MergeRanges(in []DateRange) []DateRange {
	if len(in) == 0 {
		return nil
	}
	rs := slices.Clone(in)
	slices.SortFunc(rs, func(a, b DateRange) int {
		if c := a.First.Compare(b.First); c != 0 {
			return c
		}
		return a.Last.Compare(b.Last)
	})
	out := rs[:1:1]
	for _, r := range rs[1:] {
		last := &out[len(out)-1]
		if r.First.After(last.Last.AddDays(1)) {
			out = append(out, r)
			continue
		}
		if r.Last.After(last.Last) {
			last.Last = r.Last
		}
	}
	return out
}

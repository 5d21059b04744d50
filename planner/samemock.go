package planner

import (
	"slices"
	"strings"
)

// SameResult tells whether two mocks look like one recorded twice: the same day, the same source (without regard to case and
// surrounding space) and the same counts. Domains are compared where both have them. How it was taken, and notes, do not matter.
func (m Mock) SameResult(o Mock) bool {
	correct, total := m.Counts()
	c, n := o.Counts()
	if m.Date != o.Date || fold(m.Source) != fold(o.Source) || correct != c || total != n {
		return false
	}
	if total == 0 {
		return m.Percent == o.Percent
	}
	if len(m.Domains) == 0 || len(o.Domains) == 0 {
		return true
	}
	same := func(a, b Mock) bool {
		return !slices.ContainsFunc(a.Domains, func(d DomainScore) bool {
			other, _ := b.DomainScore(d.Domain)
			return other.Correct != d.Correct || other.Total != d.Total
		})
	}
	return same(m, o) && same(o, m)
}

func fold(name string) string { return strings.ToLower(strings.TrimSpace(name)) }

// Recorded finds a mock that has the result of m already; one with m's own ID is m itself.
func Recorded(mocks []Mock, m Mock) (Mock, bool) {
	i := slices.IndexFunc(mocks, func(o Mock) bool { return (m.ID == "" || o.ID != m.ID) && m.SameResult(o) })
	if i < 0 {
		return Mock{}, false
	}
	return mocks[i], true
}

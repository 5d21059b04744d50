package readiness

import (
	"cmp"
	"slices"

	"milepost/planner"
)

// sitting is a mock as the filter takes it in.
type sitting struct {
	day    int // planner.Date.DayNumber
	place  assignment
	formSD float64
	rows   []row
}

// row is a count of right answers out of a number of questions, both perhaps fractional: in one domain, or over the whole exam.
type row struct {
	domain         int // index, or wholeExam
	correct, total float64
}

const wholeExam = -1

// sortMocks puts mocks in an order that depends on nothing but what they say: not on the order of entry, not on their IDs.
func sortMocks(mocks []planner.Mock) []planner.Mock {
	out := slices.Clone(mocks)
	slices.SortFunc(out, compareMocks)
	return out
}

func compareMocks(a, b planner.Mock) int {
	if c := a.Date.Compare(b.Date); c != 0 {
		return c // nearly always; the rest is dear
	}
	return cmp.Or(
		cmp.Compare(foldedName(a.Source), foldedName(b.Source)),
		compareBool(a.FirstAttempt, b.FirstAttempt),
		compareBool(a.Timed, b.Timed),
		compareResults(a, b),
		compareBool(a.Official, b.Official),
		cmp.Compare(trimmedName(a.Source), trimmedName(b.Source)),
	)
}

func compareResults(a, b planner.Mock) int {
	ac, at := a.Counts()
	bc, bt := b.Counts()
	if c := cmp.Or(cmp.Compare(at, bt), cmp.Compare(ac, bc), cmp.Compare(a.Percent, b.Percent), cmp.Compare(len(a.Domains), len(b.Domains))); c != 0 {
		return c
	}
	x, y := sortedScores(a.Domains), sortedScores(b.Domains)
	return slices.CompareFunc(x, y, func(s, t planner.DomainScore) int {
		return cmp.Or(cmp.Compare(s.Domain, t.Domain), cmp.Compare(s.Total, t.Total), cmp.Compare(s.Correct, t.Correct))
	})
}

func sortedScores(scores []planner.DomainScore) []planner.DomainScore {
	out := slices.Clone(scores)
	slices.SortFunc(out, func(s, t planner.DomainScore) int { return cmp.Compare(s.Domain, t.Domain) })
	return out
}

// sittingsOf turns mocks in their canonical order into sittings in the same order.
func sittingsOf(mocks []planner.Mock, domains []planner.Domain, places map[sourceKey]assignment) []sitting {
	out := make([]sitting, 0, len(mocks))
	for _, m := range mocks {
		s := sitting{day: m.Date.DayNumber(), place: places[keyOf(m)], formSD: formSD, rows: rowsOf(m, domains)}
		if !m.Timed {
			s.formSD = looseFormSD
			for i := range s.rows {
				s.rows[i].correct *= looseShare
				s.rows[i].total *= looseShare
			}
		}
		out = append(out, s)
	}
	return out
}

// rowsOf gives one row a domain, in the order of the exam's domains, and what is left of the total as a row of the whole exam.
func rowsOf(m planner.Mock, domains []planner.Domain) []row {
	var rows []row
	correct, total := m.Counts()
	if total == 0 {
		return []row{{wholeExam, m.Percent / 100 * assumedQuestions, assumedQuestions}}
	}
	for i, d := range domains {
		if s, ok := m.DomainScore(d.ID); ok && s.Total > 0 {
			rows = append(rows, row{i, float64(s.Correct), float64(s.Total)})
			correct -= s.Correct
			total -= s.Total
		}
	}
	if total > 0 {
		rows = append(rows, row{wholeExam, float64(correct), float64(total)})
	}
	return rows
}

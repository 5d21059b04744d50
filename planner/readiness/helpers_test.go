package readiness_test

import (
	"fmt"
	"testing"

	"milepost/planner"
	"milepost/planner/readiness"
)

// firstDay is the day of the first mock in most tests.
var firstDay = planner.MustDate("2026-09-07")

// equalDomains are n domains of the same weight, "d1" to "dn".
func equalDomains(n int) []planner.Domain {
	out := make([]planner.Domain, n)
	for i := range out {
		out[i] = planner.Domain{ID: fmt.Sprintf("d%d", i+1), Weight: 1}
	}
	return out
}

// byDomain is a timed first attempt of the day with the given right answers out of a number of questions in each domain.
func byDomain(day planner.Date, source string, each int, correct ...int) planner.Mock {
	m := planner.Mock{Date: day, Source: source, Timed: true, FirstAttempt: true}
	for i, c := range correct {
		m.Domains = append(m.Domains, planner.DomainScore{Domain: fmt.Sprintf("d%d", i+1), Correct: c, Total: each})
		m.Correct += c
		m.Total += each
	}
	return m
}

// even is a timed first attempt of 100 questions over five domains, with the same percentage in each (a multiple of 5).
func even(day planner.Date, source string, percent int) planner.Mock {
	c := percent / 5
	return byDomain(day, source, 20, c, c, c, c, c)
}

// overall is a timed first attempt of which only the total is known.
func overall(day planner.Date, source string, correct, total int) planner.Mock {
	return planner.Mock{Date: day, Source: source, Timed: true, FirstAttempt: true, Correct: correct, Total: total}
}

// weekly gives one even mock a week from firstDay on.
func weekly(source string, percents ...int) []planner.Mock {
	var out []planner.Mock
	for i, p := range percents {
		out = append(out, even(firstDay.AddDays(7*i), source, p))
	}
	return out
}

// official marks mocks as made by the exam's vendor.
func official(mocks []planner.Mock) []planner.Mock {
	out := make([]planner.Mock, len(mocks))
	for i, m := range mocks {
		m.Official = true
		out[i] = m
	}
	return out
}

// ahead is the input of five equal domains and a 100-question exam a number of days after the last mock, seen from that mock's day.
func ahead(days int, mocks []planner.Mock) readiness.Input {
	last := firstDay
	for _, m := range mocks {
		if m.Date.After(last) {
			last = m.Date
		}
	}
	return readiness.Input{
		AsOf: last, ExamDate: last.AddDays(days), PassLine: 0.70, Questions: 100,
		Domains: equalDomains(5), Mocks: mocks, Always: true,
	}
}

// idleSince says that no domain was studied after a day.
func idleSince(in readiness.Input, day planner.Date) readiness.Input {
	in.LastStudied = nil
	for _, d := range in.Domains {
		in.LastStudied = append(in.LastStudied, readiness.LastStudied{Domain: d.ID, Date: day})
	}
	return in
}

// estimate is Estimate where an error ends the test.
func estimate(t testing.TB, in readiness.Input) readiness.Readiness {
	t.Helper()
	r, err := readiness.Estimate(in)
	if err != nil {
		t.Fatalf("Estimate: %v", err)
	}
	return r
}

package planner_test

import (
	"testing"

	"milepost/planner"
)

func TestAMockRecordedTwiceIsKnown(t *testing.T) {
	day := planner.MustDate("2026-11-22")
	domains := []planner.DomainScore{{Domain: "a", Correct: 20, Total: 26}, {Domain: "b", Correct: 10, Total: 14}}
	mock := planner.Mock{ID: "1", Date: day, Source: "Bank", Timed: true, FirstAttempt: true, Domains: domains, Correct: 30, Total: 40, Note: "tired"}
	for _, c := range []struct {
		name   string
		change func(*planner.Mock)
		same   bool
	}{
		{"itself", func(*planner.Mock) {}, true},
		{"name written otherwise", func(m *planner.Mock) { m.Source = " bank" }, true},
		{"taken otherwise", func(m *planner.Mock) { m.Timed, m.FirstAttempt, m.Minutes, m.Note = false, false, 60, "" }, true},
		{"domains in another order", func(m *planner.Mock) { m.Domains = []planner.DomainScore{domains[1], domains[0]} }, true},
		{"only in all", func(m *planner.Mock) { m.Domains = nil }, true},
		{"another day", func(m *planner.Mock) { m.Date = day.AddDays(-1) }, false},
		{"another source", func(m *planner.Mock) { m.Source = "Bank 2" }, false},
		{"other counts in all", func(m *planner.Mock) { m.Domains, m.Correct = nil, 31 }, false},
		{"one domain more", func(m *planner.Mock) {
			m.Domains = append(m.Domains[:1:1], planner.DomainScore{Domain: "b", Correct: 5, Total: 7}, planner.DomainScore{Domain: "c", Correct: 5, Total: 7})
		}, false},
		{"one domain less", func(m *planner.Mock) { m.Domains = m.Domains[:1] }, false},
		{"a percentage", func(m *planner.Mock) {
			m.Domains, m.Correct, m.Total, m.Percent, m.HasPercent = nil, 0, 0, 75, true
		}, false},
	} {
		other := mock
		c.change(&other)
		if mock.SameResult(other) != c.same || other.SameResult(mock) != c.same {
			t.Errorf("%s: want %v", c.name, c.same)
		}
	}
	a, b := planner.Mock{Date: day, Source: "A", Percent: 60, HasPercent: true}, planner.Mock{Date: day, Source: "A", Percent: 61, HasPercent: true}
	if a.SameResult(b) || !a.SameResult(a) {
		t.Error("percentages are not told apart")
	}
	if _, found := planner.Recorded([]planner.Mock{mock}, mock); found {
		t.Error("a mock that is edited is taken for another one")
	}
	mock.ID = ""
	if found, ok := planner.Recorded([]planner.Mock{b, {ID: "1", Date: day, Source: "Bank", Correct: 30, Total: 40}}, mock); !ok || found.ID != "1" {
		t.Errorf("found is %+v", found)
	}
}

package mockfile_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"milepost/data/interchange/mockfile"
	"milepost/planner"
)

// today is a day after all mocks of these tests.
var today = planner.MustDate("2026-11-27")

// issmp are the domains of a real exam: "Security" and "Management" stand in several.
var issmp = domains(
	"Leadership and Organizational Management", "Systems Lifecycle Management", "Risk Management",
	"Security Operations", "Contingency Management", "Law, Ethics and Security Compliance Management",
)

// domains are d1, d2, … with these names and weights of 10, 20, 30, …
func domains(names ...string) []planner.StudyDomain {
	var out []planner.StudyDomain
	for i, name := range names {
		out = append(out, planner.StudyDomain{Domain: planner.Domain{ID: fmt.Sprintf("d%d", i+1), Name: name, Weight: float64(10 * (i + 1))}})
	}
	return out
}

func options() mockfile.Options { return mockfile.Options{Domains: issmp, Today: today} }

func read(t *testing.T, text string) mockfile.Proposal {
	t.Helper()
	return readWith(t, text, options())
}

func readWith(t *testing.T, text string, o mockfile.Options) mockfile.Proposal {
	t.Helper()
	p, err := mockfile.Read(strings.NewReader(text), o)
	if err != nil {
		t.Fatalf("%v\ncolumns %v", err, p.Columns)
	}
	checkProposal(t, p, o)
	return p
}

// checkProposal holds what is true of every proposal: mocks are valid, and each line of data is in one place.
func checkProposal(t *testing.T, p mockfile.Proposal, o mockfile.Options) {
	t.Helper()
	seen := map[int]bool{}
	place := func(lines ...int) {
		for i, n := range lines {
			if seen[n] || n < 1 || i > 0 && n <= lines[i-1] {
				t.Errorf("line %d is in two places or out of order", n)
			}
			seen[n] = true
		}
	}
	for _, m := range p.Mocks {
		if err := m.Mock.Validate(o.Domains, o.Today); err != nil {
			t.Errorf("%v: %v", m.Mock, err)
		}
		place(m.Lines...)
	}
	for _, b := range p.Bad {
		if b.Field == "" || !strings.HasSuffix(b.Reason, ".") {
			t.Errorf("%+v needs a field and a sentence", b)
		}
		place(b.Line)
		place(b.Others...)
	}
	if len(seen) != p.Rows {
		t.Errorf("%d lines of data, but %d are accounted for", p.Rows, len(seen))
	}
	if len(p.Columns) < len(p.Header) {
		t.Errorf("%d columns for %d headings", len(p.Columns), len(p.Header))
	}
}

// show writes a mock on one line: date, source, result, domains, and what is not usual.
func show(m planner.Mock) string {
	s := m.String()
	for _, d := range m.Domains {
		s += fmt.Sprintf(" %s=%d/%d", d.Domain, d.Correct, d.Total)
	}
	if m.Total > 0 && len(m.Domains) > 0 {
		s += fmt.Sprintf(" all=%d/%d", m.Correct, m.Total)
	}
	if m.HasPercent {
		s += fmt.Sprintf(" percent=%v", m.Percent)
	}
	for _, mark := range []struct {
		is   bool
		text string
	}{{!m.Timed, " untimed"}, {!m.FirstAttempt, " retake"}, {m.Official, " official"}, {m.Minutes > 0, fmt.Sprintf(" %dmin", m.Minutes)}, {m.HasGuess, fmt.Sprintf(" guess=%v", m.Guess)}, {m.Note != "", fmt.Sprintf(" %q", m.Note)}} {
		if mark.is {
			s += mark.text
		}
	}
	return s
}

func shown(p mockfile.Proposal) string {
	var lines []string
	for _, m := range p.Mocks {
		lines = append(lines, show(m.Mock))
	}
	return strings.Join(lines, "\n")
}

func field(err error) string {
	var fe *planner.FieldError
	if errors.As(err, &fe) {
		return fe.Field
	}
	return ""
}

func expect(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func notices(p mockfile.Proposal) string { return strings.Join(p.Notices, "\n") }

package readiness_test

import (
	"math"
	"strings"
	"testing"

	"milepost/planner"
	"milepost/planner/readiness"
	"pgregory.net/rapid"
)

// tells finds what an evidence of a kind from a source (or in a domain) is said to narrow.
func tells(t *testing.T, r readiness.Readiness, kind readiness.EvidenceKind, source, domain string, official bool) readiness.NextEvidence {
	t.Helper()
	for _, e := range r.NextEvidence {
		if e.Kind == kind && e.Source == source && e.Domain == domain && e.Official == official {
			return e
		}
	}
	t.Fatalf("no %s %q %q in %+v", kind, source, domain, r.NextEvidence)
	return readiness.NextEvidence{}
}

// What evidence is said to narrow is about what it does narrow when it comes out as expected.
func TestNextEvidenceKeepsItsWord(t *testing.T) {
	tests := []struct {
		name  string
		mocks []planner.Mock
		next  planner.Mock
	}{
		{"the same source again", weekly("A", 70, 75, 75), even(firstDay.AddDays(14), "A", 75)},
		{"a second source", weekly("A", 70, 75, 75), even(firstDay.AddDays(14), "B", 75)},
		{"official questions", weekly("A", 70, 75, 75), official([]planner.Mock{even(firstDay.AddDays(14), "B", 75)})[0]},
		{"after one mock", weekly("A", 75), even(firstDay, "A", 75)},
	}
	for _, test := range tests {
		in := ahead(20, test.mocks)
		before := estimate(t, in)
		known := false
		for _, m := range test.mocks {
			known = known || m.Source == test.next.Source
		}
		source := ""
		if known {
			source = test.next.Source
		}
		said := tells(t, before, readiness.EvidenceMock, source, "", test.next.Official).Narrows
		in.Mocks = append(in.Mocks[:len(in.Mocks):len(in.Mocks)], test.next)
		after := estimate(t, in)
		did := (before.ExamDay.High - before.ExamDay.Low) - (after.ExamDay.High - after.ExamDay.Low)
		t.Logf("%s: said %.4f, did %.4f", test.name, said, did)
		if math.Abs(said-did) > 0.004+0.3*did {
			t.Errorf("%s: said to narrow by %.4f, narrowed by %.4f", test.name, said, did)
		}
	}
}

func TestWhatTellsMost(t *testing.T) {
	r := estimate(t, ahead(60, weekly("A", 75, 75, 75)))
	same := tells(t, r, readiness.EvidenceMock, "A", "", false)
	other := tells(t, r, readiness.EvidenceMock, "", "", false)
	vendor := tells(t, r, readiness.EvidenceMock, "", "", true)
	if !(vendor.Narrows > other.Narrows && other.Narrows > 2*same.Narrows) {
		t.Errorf("official %.4f, another source %.4f, the same %.4f", vendor.Narrows, other.Narrows, same.Narrows)
	}
	if r.NextEvidence[0] != vendor || !strings.Contains(vendor.Reason, "the exam's own vendor") {
		t.Errorf("first is %+v", r.NextEvidence[0])
	}
	// A domain nobody asked about tells more than one that was seen 60 times.
	seen := ahead(60, weekly("A", 75, 75, 75))
	for i := range seen.Mocks {
		seen.Mocks[i].Domains = seen.Mocks[i].Domains[1:]
		seen.Mocks[i].Correct, seen.Mocks[i].Total = 0, 0
	}
	r = estimate(t, seen)
	fresh, stale := tells(t, r, readiness.EvidenceQuiz, "A", "d1", false), tells(t, r, readiness.EvidenceQuiz, "A", "d2", false)
	if fresh.DomainNarrows < 2*stale.DomainNarrows || fresh.Narrows < stale.Narrows {
		t.Errorf("unseen domain %+v, seen domain %+v", fresh, stale)
	}
}

func TestNextEvidenceIsSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawInput(t)
		in.Always = rapid.Bool().Draw(t, "always")
		r, err := readiness.Estimate(in)
		if err != nil {
			t.Fatalf("Estimate: %v", err)
		}
		if len(r.NextEvidence) < 1+len(in.Domains) {
			t.Fatalf("only %d kinds of evidence", len(r.NextEvidence))
		}
		mustBeSound(t, r)
	})
}

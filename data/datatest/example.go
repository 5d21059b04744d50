package datatest

import (
	"fmt"

	"milepost/planner"
)

// Study is a small preparation for ISC2's ISSMP with everything a study can carry. Its weights are those of the outline that is
// valid from 2025; ratings, hours and topics are made up.
func Study(id string) planner.Study {
	s := planner.Study{
		ID: id, Name: "ISSMP in February", ExamID: "isc2-issmp-2025", ExamCode: "ISSMP",
		ExamDate: planner.MustDate("2027-02-04"), Start: planner.MustDate("2026-11-23"),
		Questions: 125, ExamMinutes: 180, MockMinutes: 180, MocksWanted: planner.MocksAuto, ScaledPassMark: true,
		Buffer: planner.DefaultBuffer,
		Availability: planner.Availability{
			Weekday: [7]int{60, 60, 0, 60, 40, 120, 30},
			Days:    []planner.DayMinutes{{Date: planner.MustDate("2026-12-05"), Minutes: 180}},
			Off:     []planner.DateRange{{First: planner.MustDate("2026-12-24"), Last: planner.MustDate("2027-01-01")}},
			Start:   [7]planner.TimeOfDay{0: planner.TimeAt(19 * 60), 4: planner.TimeAt(0), 5: planner.TimeAt(9*60 + 30)}, MockStart: planner.TimeAt(8 * 60),
		},
	}.WithDefaults()
	for i, d := range []planner.Domain{
		{Name: "Leadership and Organizational Management", Weight: 21, Topics: []string{"Security's role in the organisation", "Policies"}},
		{Name: "Systems Lifecycle Management", Weight: 17},
		{Name: "Risk Management", Weight: 20, Topics: []string{"Risk appetite"}},
		{Name: "Security Operations", Weight: 17},
		{Name: "Contingency Management", Weight: 14},
		{Name: "Law, Ethics and Security Compliance Management", Weight: 11},
	} {
		d.ID = fmt.Sprintf("d%d", i+1)
		d.WeightMin, d.WeightMax = d.Weight, d.Weight
		s.Domains = append(s.Domains, planner.StudyDomain{Domain: d, Difficulty: 1, Rating: 1 + i%5})
	}
	s.Domains[2].Mastery, s.Domains[2].HasMastery = 0.55, true
	return s
}

// Sessions are n planned sessions, two on each day from the study's start, going round its domains.
func Sessions(s planner.Study, n int) []planner.Session {
	out := make([]planner.Session, n)
	for i := range out {
		out[i] = planner.Session{
			ID: fmt.Sprintf("s-%05d", i), Date: s.Start.AddDays(i / 2), Order: i % 2, Domain: s.Domains[i%len(s.Domains)].ID,
			Activity: planner.Activities[i%3], Minutes: 45, Status: planner.Planned, Stage: planner.Draft,
			Reason: "the largest gain for an hour",
		}
	}
	return out
}

// Mock is a mock of 125 questions with a score for each domain of the study; number n tells one mock from the next.
func Mock(s planner.Study, n int) planner.Mock {
	m := planner.Mock{
		ID: fmt.Sprintf("m-%05d", n), Date: s.Start.AddDays(-n), Source: fmt.Sprintf("Bank %c", 'A'+rune(n%3)),
		Timed: true, FirstAttempt: n%2 == 0, Minutes: 150, Note: "slept badly",
	}
	for i, d := range s.Domains {
		m.Domains = append(m.Domains, planner.DomainScore{Domain: d.ID, Correct: 10 + (n+i)%8, Total: 20})
		m.Correct += 10 + (n+i)%8
		m.Total += 20
	}
	return m
}

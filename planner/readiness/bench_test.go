package readiness_test

import (
	"fmt"
	"testing"

	"milepost/planner"
	"milepost/planner/readiness"
)

// manyMocks are mocks by domain, spread over sources and a year, each a little different.
func manyMocks(mocks, domains, sources int) readiness.Input {
	in := readiness.Input{
		AsOf: firstDay.AddDays(365), ExamDate: firstDay.AddDays(365 + 60),
		Questions: 125, ScaledPassMark: true, Domains: equalDomains(domains),
	}
	for i := range mocks {
		m := planner.Mock{
			Date: firstDay.AddDays(i * 360 / mocks), Source: fmt.Sprintf("Bank %d", i%sources),
			Timed: i%4 != 0, FirstAttempt: true,
		}
		for d := range domains {
			score := planner.DomainScore{Domain: fmt.Sprintf("d%d", d+1), Total: 10, Correct: 5 + (i*7+d*3)%5}
			m.Domains = append(m.Domains, score)
		}
		in.Mocks = append(in.Mocks, m)
	}
	return in
}

func BenchmarkEstimate(b *testing.B) {
	sizes := []struct{ mocks, domains, sources int }{{5, 6, 2}, {50, 10, 5}, {200, 10, 5}, {50, 50, 8}, {2000, 10, 8}}
	for _, s := range sizes {
		in := manyMocks(s.mocks, s.domains, s.sources)
		b.Run(fmt.Sprintf("%dx%dx%d", s.mocks, s.domains, s.sources), func(b *testing.B) {
			for b.Loop() {
				estimate(b, in)
			}
		})
	}
}

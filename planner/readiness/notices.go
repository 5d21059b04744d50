package readiness

import (
	"fmt"
	"math"

	"milepost/planner"
)

// The codes of notices.
const (
	NoticeSourcesDisagree = "sources-disagree" // two sources lie so far apart that their user should say which is nearer the exam
	NoticeStale           = "stale"            // the latest mock is long ago
	NoticeNoDomains       = "no-domain-results"
	NoticeFewQuestions    = "few-questions"   // a domain was asked about too rarely to judge it
	NoticeSameMock        = "same-mock"       // the same result of the same day and source is there more than once
	NoticeNoCount         = "percentage-only" // results without a number of questions
)

// notices says what should be known when reading the figures of r.
func (r Readiness) notices(asOf planner.Date, mocks []planner.Mock) []planner.Notice {
	if r.Evidence.Mocks == 0 {
		return nil
	}
	var out []planner.Notice
	add := func(code, format string, args ...any) {
		out = append(out, planner.Notice{Code: code, Text: fmt.Sprintf(format, args...)})
	}
	if easy, hard, apart := r.farthestSources(); apart {
		add(NoticeSourcesDisagree, "Your results from %s are much better than those from %s. Which of the two is closer to the real exam?", easy, hard)
	}
	if days := r.Evidence.Last.DaysUntil(asOf); days > staleDays {
		add(NoticeStale, "The latest mock was %d days ago; a new one would tell more than this estimate.", days)
	}
	twice, noCount := oddMocks(mocks)
	for _, m := range twice {
		add(NoticeSameMock, "The same result from %s on %s is recorded more than once. Each counts; remove one if it was the same mock.", trimmedName(m.Source), m.Date)
	}
	if noCount > 0 {
		add(NoticeNoCount, "%s a percentage alone and counts as %d questions. Say how many there were to have it count for what it is worth.", counted(noCount, "mock has", "mocks have"), assumedQuestions)
	}
	few, none := 0, 0
	for _, d := range r.Domains {
		switch {
		case d.Questions == 0:
			none++
		case d.Questions < fewQuestions:
			few++
		}
	}
	switch {
	case none == len(r.Domains):
		add(NoticeNoDomains, "No mock was recorded by domain, so the domains cannot be told apart.")
	case none+few > 0:
		add(NoticeFewQuestions, "Fewer than %d questions were seen in %s; what is shown there leans on your other results.", fewQuestions, counted(none+few, "domain", "domains"))
	}
	return out
}

// oddMocks finds the mocks that are there more than once, each named once, and counts those without a number of questions. The mocks are in
// the order of their days.
func oddMocks(mocks []planner.Mock) (twice []planner.Mock, noCount int) {
	for i, m := range mocks {
		if _, n := m.Counts(); n == 0 {
			noCount++
		}
		before := 0
		for k := i - 1; k >= 0 && mocks[k].Date == m.Date; k-- {
			if m.SameResult(mocks[k]) {
				before++
			}
		}
		if before == 1 {
			twice = append(twice, m)
		}
	}
	return twice, noCount
}

// farthestSources finds the easiest and the hardest source on first attempts, and whether they lie remarkably far apart.
func (r Readiness) farthestSources() (easy, hard string, apart bool) {
	high, low := math.Inf(-1), math.Inf(1)
	for _, s := range r.Sources {
		if s.Retake {
			continue // questions met before are expected to be easier
		}
		if s.Offset > high {
			easy, high = s.Name, s.Offset
		}
		if s.Offset < low {
			hard, low = s.Name, s.Offset
		}
	}
	return easy, hard, high-low > disagreementLogit
}

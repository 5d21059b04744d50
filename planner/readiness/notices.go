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
	NoticeFewQuestions    = "few-questions" // a domain was asked about too rarely to judge it
)

// notices says what should be known when reading the figures of r.
func (r Readiness) notices(asOf planner.Date) []planner.Notice {
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
		add(NoticeFewQuestions, "Fewer than %d questions were seen in %s; what is shown there leans on your other results.", fewQuestions, counted(none+few, "domain"))
	}
	return out
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

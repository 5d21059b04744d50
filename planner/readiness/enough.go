package readiness

import (
	"fmt"

	"milepost/planner"
)

// weighing is what an estimate rests on, and whether that is enough for a chance of passing.
type weighing struct {
	count EvidenceCount
	// questions counts a bare percentage as assumedQuestions.
	questions int
	// effective counts untimed questions half.
	effective float64
	largest   float64 // effective questions of the largest sitting
}

// weigh takes the mocks in their canonical order, that is the latest last.
func weigh(mocks []planner.Mock, sources int) weighing {
	w := weighing{count: EvidenceCount{Mocks: len(mocks), Sources: sources}}
	for _, m := range mocks {
		_, n := m.Counts()
		w.count.Questions += n
		if n == 0 {
			n = assumedQuestions
		}
		w.questions += n
		effective := float64(n)
		if !m.Timed {
			effective *= looseShare
		}
		w.effective += effective
		w.largest = max(w.largest, effective)
		w.count.Last = m.Date
	}
	return w
}

// enough is the rule: one real sitting, or several smaller ones that add up. Two quizzes are never enough.
func (w weighing) enough() bool {
	return w.largest >= enoughInOne || (w.count.Mocks >= enoughSittings && w.effective >= enoughInAll)
}

// missing says what would be enough.
func (w weighing) missing() []string {
	if w.enough() {
		return nil
	}
	first := fmt.Sprintf("One timed mock of at least %d questions is enough for a first estimate.", enoughInOne)
	if w.count.Mocks == 0 {
		return []string{"No mock has been recorded yet. " + first}
	}
	out := []string{fmt.Sprintf("%s recorded so far, with %s.", counted(w.count.Mocks, "mock", "mocks"), counted(w.questions, "question", "questions")), first}
	sittings := max(enoughSittings-w.count.Mocks, 1)
	questions := max(int(enoughInAll-w.effective+0.999), 1)
	out = append(out, fmt.Sprintf("Or %s with %s in all.", counted(sittings, "more short timed mock", "more short timed mocks"), counted(questions, "question", "questions")))
	if float64(w.questions) > w.effective {
		out = append(out, "Untimed questions count half, because the exam is timed.")
	}
	return out
}

// counted gives "1 mock", "3 mocks".
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// The words for a chance of passing.
const (
	WordNotYet         = "not yet"
	WordOpen           = "open"
	WordLikely         = "likely"
	WordReady          = "ready"
	WordLittleEvidence = "looks ready, little evidence"
)

// word names a chance. "Ready" has to be earned by several mocks, enough questions, and a recent one.
func (w weighing) word(chance float64, asOf planner.Date) string {
	switch {
	case chance < openFrom:
		return WordNotYet
	case chance < likelyFrom:
		return WordOpen
	case chance < readyFrom:
		return WordLikely
	case w.count.Mocks >= readyMocks && w.questions >= readyQuestions && w.count.Last.DaysUntil(asOf) <= readyDays:
		return WordReady
	}
	return WordLittleEvidence
}

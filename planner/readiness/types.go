package readiness

import (
	"slices"

	"milepost/planner"
)

// Input is what an estimate rests on.
type Input struct {
	AsOf     planner.Date // the day the estimate is for; mocks after it are refused
	ExamDate planner.Date
	// PassLine is the share of correct answers taken to pass, 0..1; 0 means planner.DefaultPassLine.
	PassLine float64
	// ScaledPassMark says that only a scaled mark is published, so that the pass line is uncertain itself.
	ScaledPassMark bool
	// Domains with their weights on any scale.
	Domains []planner.Domain
	// Questions of the exam that are scored; 0 means planner.DefaultQuestions.
	Questions int
	// Options an answer is chosen from; 0 when not known. Used only for what is forgotten.
	Options int
	// Mocks in any order.
	Mocks []planner.Mock
	// Sources may mark a source as official or give its known difficulty.
	Sources []SourcePrior
	// WeeklyMinutes planned from now to the exam; HasWeeklyMinutes false means not known (growth as usual).
	WeeklyMinutes    int
	HasWeeklyMinutes bool
	// LastStudied, by domain, is what idle time is counted from; a domain without it is not taken to be idle.
	LastStudied []LastStudied
	// Always asks for the figures even when the evidence is thin (for measuring).
	Always bool
}

// SourcePrior is what is known of a source before any mock.
type SourcePrior struct {
	Name     string
	Official bool
	// Offset is what the source adds to the log-odds of a right answer compared with the exam (negative: harder), with its
	// standard deviation; used when HasOffset.
	Offset, OffsetSD float64
	HasOffset        bool
}

// SD is the standard deviation of a stated offset, also where none was given.
func (p SourcePrior) SD() float64 {
	if p.OffsetSD == 0 {
		return statedOffsetSD
	}
	return p.OffsetSD
}

// LastStudied is the last day a domain was studied.
type LastStudied struct {
	Domain string
	Date   planner.Date
}

// Readiness is the estimate: the share of exam questions one would answer correctly, by domain and in all, with its range,
// and what that makes of the exam.
type Readiness struct {
	Enough bool
	// Missing says, in plain words, what evidence would be enough; empty when Enough.
	Missing []string
	// Score is the exam score if one sat the exam on AsOf; ExamDay the one on the exam date.
	Score, ExamDay Range
	// HasForecast is false when the evidence is thin (and Always was not asked for): Pass and Forecast mean nothing then.
	HasForecast bool
	Pass        Chance
	Domains     []DomainEstimate
	Sources     []SourceEstimate
	// Series is the level as it was known on each day with a mock (and on AsOf): how the chart's line came to be.
	Series []Point
	// Forecast goes from AsOf to the exam date.
	Forecast []Point
	NextBest []NextBest
	// NextEvidence are the mocks and quizzes one could take today, the most telling first; also while evidence is thin.
	NextEvidence []NextEvidence
	Evidence     EvidenceCount
	// Notices are what a person should know when reading the figures, most important first (see the Notice… codes).
	Notices []planner.Notice
}

// Range is a median with the bounds of its middle 90 % (Level), all 0..1.
type Range struct {
	Median, Low, High, Level float64
}

// Chance is the probability of passing, unrounded, today and on the exam day, and the word that goes with the latter.
type Chance struct {
	Today, ExamDay float64
	Word           string // "not yet", "open", "likely", "ready", or "looks ready, little evidence"
}

// DomainEstimate is the level in one domain.
type DomainEstimate struct {
	Domain            string
	Median, Low, High float64
	Questions         int     // seen in mocks
	Lowest            float64 // probability that this domain is the lowest
	BelowPassLine     float64 // probability that it lies below the pass line
	// SE is the standard error of the share, for the planner's shrinking.
	SE float64
}

// SourceEstimate is the learned difficulty of a source, in log-odds; positive is easier than the exam.
type SourceEstimate struct {
	Name              string // "Bank", or "Bank (retake)"
	Source            string // "Bank" in both cases; "" for rare sources that share one difficulty
	Offset, Low, High float64
	Mocks             int
	Official          bool
	// Retake marks the second and later attempts at a source's questions, which count as a source of their own.
	Retake bool
}

// Point is the level on a day with its 90 % range, 0..1.
type Point struct {
	Date              planner.Date
	Median, Low, High float64
}

// NextBest is what an hour of study in a domain adds to the chance of passing on the exam day.
type NextBest struct {
	Domain          string
	PassGainPerHour float64
	Reason          string
}

// MostTelling picks the most telling of a kind; ok is false when there is none.
func (r Readiness) MostTelling(kind EvidenceKind) (e NextEvidence, ok bool) {
	at := slices.IndexFunc(r.NextEvidence, func(e NextEvidence) bool { return e.Kind == kind })
	if at < 0 {
		return NextEvidence{}, false
	}
	return r.NextEvidence[at], true
}

// EvidenceCount is what the estimate rests on.
type EvidenceCount struct {
	Mocks, Questions, Sources int
	Last                      planner.Date
}

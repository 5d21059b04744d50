package readiness

import (
	"math"

	"milepost/planner"
)

// DayForecast is what was to be expected of the exam on a day, as it was written down that day. It is never changed afterwards.
type DayForecast struct {
	Day, ExamDate planner.Date
	PassLine      float64
	Mocks         int // it rests on
	// Chance of passing on the exam date, 0..1; told when HasChance.
	Chance    float64
	HasChance bool
	Exam      Range // of the score on the exam date
}

// ForecastOf is the day's forecast of an estimate.
func ForecastOf(r Readiness, in Input) DayForecast {
	f := DayForecast{Day: in.AsOf, ExamDate: in.ExamDate, PassLine: in.rules().line, Mocks: r.Evidence.Mocks, HasChance: r.HasForecast, Exam: r.ExamDay}
	if f.HasChance {
		f.Chance = r.Pass.ExamDay
	}
	return f
}

// MockEntry is the forecast of a mock as it was written down when the mock was recorded, with the conditions it was made for. It is never
// changed afterwards.
type MockEntry struct {
	MockID                        string
	Date                          planner.Date
	Source                        string
	Official, Timed, FirstAttempt bool
	Questions                     int // 0: only a percentage was known
	PassLine                      float64
	Forecast                      MockForecast
}

// EntryFor writes down the forecast of a mock.
func EntryFor(m planner.Mock, f MockForecast, line float64) MockEntry {
	_, n := m.Counts()
	return MockEntry{
		MockID: m.ID, Date: m.Date, Source: m.Source, Official: m.Official, Timed: m.Timed, FirstAttempt: m.FirstAttempt,
		Questions: n, PassLine: line, Forecast: f,
	}
}

// Fits reports whether the mock is still the one the forecast was made for: edited afterwards, its result no longer answers that forecast. That a
// source turned out to be official is knowledge gained, not another mock.
func (e MockEntry) Fits(m planner.Mock) bool {
	_, n := m.Counts()
	return e.Date == m.Date && foldedName(e.Source) == foldedName(m.Source) && e.Timed == m.Timed &&
		e.FirstAttempt == m.FirstAttempt && e.Questions == n
}

// Foretold puts forecast and result together.
func (e MockEntry) Foretold(m planner.Mock) Foretold {
	return Foretold{MockForecast: e.Forecast, Result: m.Share(), HasGuess: m.HasGuess, Guess: m.Guess / 100, PassLine: e.PassLine}
}

// DiaryScore says how well forecasts have done: how far off they were, how often the result lay where it should have, and what the
// candidate's own guesses would have made of it. All differences are shares (0.05 is five points of a hundred).
type DiaryScore struct {
	// Scored is the number of mocks that were foretold from at least one earlier mock.
	Scored int
	// Error is the mean distance of the forecast's middle from the result; Bias is positive when results came out better than foretold.
	Error, Bias float64
	// Inside90 and Inside50 count the results inside the range that should hold 90 % and 50 % of them.
	Inside90, Inside50 int

	// Chances is the number of forecasts that told the chance of reaching the pass line in the mock. Brier is their mean squared distance from
	// what happened (1 or 0): 0 is perfect, and saying 50 % each time makes 0.25. BrierExpected is what luck leaves it at when every chance is
	// exactly right.
	Chances              int
	Brier, BrierExpected float64

	// Guesses is the number of mocks the candidate had guessed as well; GuessError and GuessBias belong to the guesses (positive: the result was better than
	// the guess), and ErrorBeside is the forecast's error on the same mocks.
	Guesses                            int
	GuessError, GuessBias, ErrorBeside float64

	// Curve compares stated shares with what happened; empty while Verdict is VerdictTooFew.
	Curve   []CalibrationPoint
	Verdict DiaryVerdict
}

// CalibrationPoint is one point of a calibration plot. Of all results the part Stated should lie below that quantile of their forecasts;
// the part Happened did. With forecasts that are exactly right it lies between Low and High nineteen times in twenty.
type CalibrationPoint struct {
	Stated, Happened, Low, High float64
}

// DiaryVerdict is what the figures amount to.
type DiaryVerdict string

// The verdicts.
const (
	VerdictTooFew    DiaryVerdict = "too few to say"
	VerdictFits      DiaryVerdict = "as stated"
	VerdictTooSure   DiaryVerdict = "ranges too narrow"
	VerdictBetter    DiaryVerdict = "results better than foretold"
	VerdictWorse     DiaryVerdict = "results worse than foretold"
	leastScored                   = 5     // mocks, before anything is said of how well they were foretold
	surprise                      = 0.05  // a count this rare by luck alone is remarked upon
	hitsBounds                    = 0.025 // beyond either bound of a calibration point's band
	noticeableMargin              = 0.01  // a mean difference below one point of a hundred is none
)

// ScoreMocks scores forecasts of mocks against their results. Forecasts that rest on no mock at all say nothing of the person and are left
// out. The order does not matter.
func ScoreMocks(all []Foretold) DiaryScore {
	var s DiaryScore
	var below [len(MockQuantiles)]int
	above := 0
	for _, f := range all {
		if f.Mocks == 0 {
			continue
		}
		s.Scored++
		s.Error += f.miss()
		s.Bias += f.Result - f.Median()
		if f.Inside90() {
			s.Inside90++
		}
		if f.inside(1, 3) {
			s.Inside50++
		}
		if f.Result > f.Median() {
			above++
		}
		for i, q := range f.Quantiles {
			if f.Result <= q {
				below[i]++
			}
		}
		if f.HasChance {
			s.Chances++
			s.Brier += brier(f.Reaches, f.Reached())
			s.BrierExpected += float64(f.Reaches * (1 - f.Reaches))
		}
		if f.HasGuess {
			s.Guesses++
			s.GuessError += math.Abs(f.Guess - f.Result)
			s.GuessBias += f.Result - f.Guess
			s.ErrorBeside += f.miss()
		}
	}
	s.average()
	s.judge(above, below)
	return s
}

// average turns sums into means.
func (s *DiaryScore) average() {
	for _, m := range []struct {
		sum *float64
		n   int
	}{
		{&s.Error, s.Scored}, {&s.Bias, s.Scored}, {&s.Brier, s.Chances}, {&s.BrierExpected, s.Chances},
		{&s.GuessError, s.Guesses}, {&s.GuessBias, s.Guesses}, {&s.ErrorBeside, s.Guesses},
	} {
		if m.n > 0 {
			*m.sum /= float64(m.n)
		}
	}
}

// judge compares counts with what luck alone would make of them. Too narrow comes first: a range that does not hold spoils every other figure.
func (s *DiaryScore) judge(above int, below [len(MockQuantiles)]int) {
	s.Verdict = VerdictTooFew
	if s.Scored < leastScored {
		return
	}
	for i, q := range MockQuantiles {
		low, high := luckBand(s.Scored, q)
		s.Curve = append(s.Curve, CalibrationPoint{Stated: q, Happened: float64(below[i]) / float64(s.Scored), Low: low, High: high})
	}
	switch {
	case binomialUpTo(s.Inside90, s.Scored, RangeLevel) < surprise:
		s.Verdict = VerdictTooSure
	case binomialUpTo(s.Scored-above, s.Scored, 0.5) < hitsBounds && s.Bias > noticeableMargin:
		s.Verdict = VerdictBetter
	case binomialUpTo(above, s.Scored, 0.5) < hitsBounds && s.Bias < -noticeableMargin:
		s.Verdict = VerdictWorse
	default:
		s.Verdict = VerdictFits
	}
}

// brier is the squared distance of a chance from what happened.
func brier(chance float64, happened bool) float64 {
	if happened {
		chance = 1 - chance
	}
	return float64(chance * chance)
}

// BrierOf scores a single stated chance, 0 (right and certain) to 1 (wrong and certain).
func BrierOf(chance float64, happened bool) float64 { return brier(chance, happened) }

// luckBand bounds the share of n independent events of probability p that happen, leaving at most a fortieth beyond either bound.
func luckBand(n int, p float64) (low, high float64) {
	lo, hi := 0, n
	for lo < n && binomialUpTo(lo, n, p) <= hitsBounds {
		lo++
	}
	for hi > 0 && 1-binomialUpTo(hi-1, n, p) <= hitsBounds {
		hi--
	}
	return float64(lo) / float64(n), float64(hi) / float64(n)
}

// binomialUpTo is the probability of at most k successes in n trials of probability p, with 0 < p < 1.
func binomialUpTo(k, n int, p float64) float64 {
	if k < 0 {
		return 0
	}
	// Terms are built up from log-odds of the first, so that thousands of trials do not vanish before they are summed.
	logTerm := float64(float64(n) * log(1-p))
	ratio := log(p / (1 - p))
	sum := 0.0
	for i := 0; i <= min(k, n); i++ {
		sum += exp(logTerm)
		logTerm += log(float64(n-i)/float64(i+1)) + ratio
	}
	return min(sum, 1)
}

package phrase

import (
	"math"
	"strings"

	"milepost/app/lang"
	"milepost/planner"
	"milepost/planner/readiness"
)

// DiaryVerdict says in a sentence or two how well forecasts have done.
func DiaryVerdict(s readiness.DiaryScore) string {
	switch s.Verdict {
	case readiness.VerdictFits:
		return lang.T("Your results have fallen where the forecasts said they would. The ranges and chances here can be taken at their word.")
	case readiness.VerdictTooSure:
		return lang.T("Your results have fallen outside the ranges too often: for you the ranges are too narrow. Think of them as wider than they are drawn.")
	case readiness.VerdictBetter:
		return lang.T("Your results have mostly been better than foretold. You may be a little further than the estimate says.")
	case readiness.VerdictWorse:
		return lang.T("Your results have mostly been worse than foretold. Take the estimate as the bright side, and leave yourself some room.")
	}
	if s.Scored == 0 {
		return lang.T("No forecast has met its result yet. It takes five to say anything.")
	}
	return lang.N(s.Scored, "%d forecast has met its result so far.", "%d forecasts have met their results so far.", s.Scored) + " " + lang.T("It takes five to say how well they do.")
}

// DiaryRanges counts the results that fell inside their ranges.
func DiaryRanges(s readiness.DiaryScore) string {
	return lang.T("%d of %s fell inside the 90%% range, where %s should be expected; the forecast missed by %s on average.",
		s.Inside90, lang.N(s.Scored, "%d result", "%d results", s.Scored), aboutOf(float64(s.Scored)*readiness.RangeLevel), pointsOff(s.Error))
}

// DiaryChances tells the Brier score of the chances of reaching the pass line; "" when none was told.
func DiaryChances(s readiness.DiaryScore) string {
	if s.Chances == 0 {
		return ""
	}
	return lang.T("Chances of reaching the pass line in a mock: Brier score %s from %s. 0 is perfect, a coin has %s, and luck alone would leave %s.",
		lang.Float(s.Brier, 2), lang.N(s.Chances, "%d mock", "%d mocks", s.Chances), lang.Float(0.25, 2), lang.Float(s.BrierExpected, 2))
}

// DiaryGuesses compares the person's own guesses with the forecasts of the same mocks; "" when there are none.
func DiaryGuesses(s readiness.DiaryScore) string {
	if s.Guesses == 0 {
		return ""
	}
	off, mocks, beside := pointsOff(s.GuessError), lang.N(s.Guesses, "%d mock", "%d mocks", s.Guesses), pointsOff(s.ErrorBeside)
	switch {
	case s.GuessBias <= -noticeableLean:
		return lang.T("Your own guesses missed by %s in %s and run %s too high; the forecasts of the same mocks missed by %s.", off, mocks, pointsOff(-s.GuessBias), beside)
	case s.GuessBias >= noticeableLean:
		return lang.T("Your own guesses missed by %s in %s and run %s too low; the forecasts of the same mocks missed by %s.", off, mocks, pointsOff(s.GuessBias), beside)
	}
	return lang.T("Your own guesses missed by %s in %s and lean neither way; the forecasts of the same mocks missed by %s.", off, mocks, beside)
}

// noticeableLean is the mean difference from which on guesses are called too high or too low: a point of a hundred.
const noticeableLean = 0.01

// pointsOff is a difference of shares as "4 points", "1 point" or "less than a point".
func pointsOff(share float64) string {
	n := int(math.Round(share * 100))
	if n == 0 {
		return lang.T("less than a point")
	}
	return lang.N(n, "%d point", "%d points", n)
}

// aboutOf is a count to be expected: "about 5", or "4 or 5" where it lies between.
func aboutOf(n float64) string {
	low := math.Floor(n)
	if n-low > 0.25 && n-low < 0.75 {
		return lang.T("%.0f or %.0f", low, low+1)
	}
	return lang.T("about %.0f", math.Round(n))
}

// DiaryOutcome says what came of the forecast of one mock.
func DiaryOutcome(f readiness.Foretold, changed bool) string {
	switch {
	case changed:
		return lang.T("edited since, not scored")
	case f.Mocks == 0:
		return lang.T("foretold from nothing, not scored")
	case f.Inside90():
		return lang.X("a range", "inside")
	case f.Result > f.High():
		return lang.X("a range", "above")
	}
	return lang.X("a range", "below")
}

// DiarySitting says what was foretold of a sitting and what came: "On 3 February the chance was 70% (on 20 January 65%). You passed on 4 February: Brier score 0.09."
func DiarySitting(s planner.Sitting, forecasts []readiness.DayForecast, brier float64) string {
	if len(forecasts) == 0 {
		return ""
	}
	words := lang.T("On %s the chance of passing was put at %s", Day(forecasts[0].Day), Chance(forecasts[0].Chance))
	var before []string
	for _, f := range forecasts[1:] {
		before = append(before, lang.T("on %s %s", Day(f.Day), Chance(f.Chance)))
	}
	if len(before) > 0 {
		words += " (" + strings.Join(before, ", ") + ")"
	}
	score := lang.Float(brier, 2)
	if s.Passed {
		return words + ". " + lang.T("You passed on %s: Brier score %s.", Day(s.Date), score)
	}
	return words + ". " + lang.T("You did not pass on %s: Brier score %s.", Day(s.Date), score)
}

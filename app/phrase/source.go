package phrase

import (
	"fmt"
	"math"

	"milepost/app/lang"
)

// SourceDifference says how a source compares with the exam, with its range; points are positive when it is easier:
// "About 4 points easier than the exam, between 2 harder and 9 easier."
func SourceDifference(points, low, high float64) string {
	return lang.T("About %s, %s.", thanTheExam(round(points)), sourceSpan(round(low), round(high)))
}

// SourceAssumed says what is taken of a source nothing is known of: "Until then it is taken to be as hard as the exam, give or take 14."
func SourceAssumed(points, low, high float64) string {
	return lang.T("Until then it is taken to be %s, give or take %d.", thanTheExam(round(points)), round((high-low)/2))
}

// SourceSet says what was set of a source by hand: "set by hand to 4 points easier than the exam, give or take 3".
func SourceSet(points, doubt int) string {
	return lang.T("set by hand to %s, give or take %d", thanTheExam(points), doubt)
}

// SourcePoints is a difference in two words: "4 easier", "2 harder", or "the same".
func SourcePoints(points float64) string { return easierOrHarder(round(points)) }

// SourceRange is the range alone: "2 harder to 9 easier", "2 to 9 easier".
func SourceRange(low, high float64) string {
	l, h := round(low), round(high)
	switch {
	case l >= 0 && h > 0:
		return lang.T("%d to %d easier", l, h)
	case h <= 0 && l < 0:
		return lang.T("%d to %d harder", -l, -h)
	}
	return lang.T("%s to %s", easierOrHarder(l), easierOrHarder(h))
}

// SourceSpan is the range where there is little room; plus is easier: "−6 to +10".
func SourceSpan(low, high float64) string {
	return lang.T("%s to %s", signed(round(low)), signed(round(high)))
}

func signed(n int) string {
	switch {
	case n > 0:
		return fmt.Sprintf("+%d", n)
	case n < 0:
		return fmt.Sprintf("−%d", -n)
	}
	return "0"
}

// thanTheExam is "4 points easier than the exam" or "as hard as the exam".
func thanTheExam(points int) string {
	switch {
	case points > 0:
		return lang.T("%s easier than the exam", lang.N(points, "%d point", "%d points", points))
	case points < 0:
		return lang.T("%s harder than the exam", lang.N(-points, "%d point", "%d points", -points))
	}
	return lang.T("as hard as the exam")
}

func sourceSpan(low, high int) string {
	switch {
	case low >= 0 && high > 0:
		return lang.T("between %d and %d easier", low, high)
	case high <= 0 && low < 0:
		return lang.T("between %d and %d harder", -low, -high)
	}
	return lang.T("between %s and %s", easierOrHarder(low), easierOrHarder(high))
}

func easierOrHarder(points int) string {
	switch {
	case points > 0:
		return lang.T("%d easier", points)
	case points < 0:
		return lang.T("%d harder", -points)
	}
	return lang.T("the same")
}

func round(x float64) int { return int(math.Round(x)) }

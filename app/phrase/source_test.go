package phrase

import "testing"

func TestHowASourceCompares(t *testing.T) {
	for _, c := range []struct {
		points, low, high float64
		sentence, value   string
		span              string
	}{
		{4.2, -2.1, 9.4, "About 4 points easier than the exam, between 2 harder and 9 easier.", "4 easier", "2 harder to 9 easier"},
		{-1, -5, 3, "About 1 point harder than the exam, between 5 harder and 3 easier.", "1 harder", "5 harder to 3 easier"},
		{0.3, -5, 4, "About as hard as the exam, between 5 harder and 4 easier.", "the same", "5 harder to 4 easier"},
		{6, 2, 9, "About 6 points easier than the exam, between 2 and 9 easier.", "6 easier", "2 to 9 easier"},
		{-6, -9, -2, "About 6 points harder than the exam, between 9 and 2 harder.", "6 harder", "9 to 2 harder"},
		{-3, -6, 0, "About 3 points harder than the exam, between 6 and 0 harder.", "3 harder", "6 to 0 harder"},
		{0, 0, 0, "About as hard as the exam, between the same and the same.", "the same", "the same to the same"},
	} {
		if got := SourceDifference(c.points, c.low, c.high); got != c.sentence {
			t.Errorf("%+v: %q", c, got)
		}
		if got := SourcePoints(c.points); got != c.value {
			t.Errorf("%+v: %q", c, got)
		}
		if got := SourceRange(c.low, c.high); got != c.span {
			t.Errorf("%+v: %q", c, got)
		}
	}
	if got := SourceSpan(-6.2, 9.7) + ", " + SourceSpan(0.2, 3); got != "−6 to +10, 0 to +3" {
		t.Errorf("%q", got)
	}
	if got := SourceAssumed(0.2, -14, 14); got != "Until then it is taken to be as hard as the exam, give or take 14." {
		t.Errorf("%q", got)
	}
}

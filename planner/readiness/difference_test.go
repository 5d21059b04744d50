package readiness_test

import (
	"math"
	"testing"

	"milepost/planner/readiness"
)

func TestPointsAndLogOddsAreTheSameDifference(t *testing.T) {
	for _, line := range []float64{0.5, 0.62, 0.7, 0.85} {
		s := readiness.NewPointScale(line)
		harder, easier := s.Bounds()
		for points := -30.0; points <= 30; points++ {
			want := min(max(points, -harder), easier)
			offset := s.Offset(points)
			if got := s.Points(offset); math.Abs(got-want) > 1e-9 {
				t.Errorf("pass line %v: %v points come back as %v, want %v", line, points, got, want)
			}
			if (offset > 0) != (want > 0) && want != 0 {
				t.Errorf("pass line %v: %v points are %v log-odds", line, points, offset)
			}
			if got := s.Doubt(offset, s.SD(offset, 6)); math.Abs(got-6) > 1e-9 {
				t.Errorf("pass line %v: a doubt of 6 points comes back as %v", line, got)
			}
		}
	}
}

// Someone at 70 % with a source that is 4 points easier scores 74 % there: logit 0.74 - logit 0.70 = 0.1987.
func TestPointsOfAnEasierSource(t *testing.T) {
	s := readiness.NewPointScale(0.70)
	if got := s.Offset(4); math.Abs(got-0.19867) > 1e-4 {
		t.Errorf("4 points are %v log-odds", got)
	}
	if got := readiness.NewPointScale(0).Points(s.Offset(4)); math.Abs(got-4) > 1e-9 {
		t.Errorf("the usual pass line gives %v points", got)
	}
	// The usual doubt of a third party, 0.40 log-odds, is about 14 points either way for nine of ten.
	if got := s.Doubt(0, 0.40); math.Abs(got-13.8) > 0.1 {
		t.Errorf("0.40 log-odds are %v points", got)
	}
}

func TestSourcesAreTheSameWithoutRegardToCaseAndSpace(t *testing.T) {
	if !readiness.SameSource(" Boson ExSim", "boson exsim ") || readiness.SameSource("Boson", "Boson ExSim") {
		t.Error("names are compared otherwise than in the estimate")
	}
}

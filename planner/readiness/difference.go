package readiness

import (
	"cmp"

	"milepost/planner"
)

// PointScale turns the difficulty of a source, an offset in log-odds, into points of the exam score and back. A person thinks in
// points ("four points easier than the exam"), the model in log-odds, and how many points an offset makes depends on the level:
// most at 50 %, few near the ends. All points here are those of somebody whose exam score is the pass line: there the decision
// falls, and a difference that was set by hand reads the same next month, whatever has been learned by then.
type PointScale struct{ line float64 }

// The pass line is taken as within these bounds, and a source as leaving somebody at the line at least leastShare and at most
// 1 - leastShare: beyond, points say next to nothing of log-odds.
const (
	leastLine  = 0.05
	leastShare = 0.02
)

// NewPointScale makes the scale of a pass line, 0..1; 0 means planner.DefaultPassLine.
func NewPointScale(passLine float64) PointScale {
	return PointScale{min(max(cmp.Or(passLine, planner.DefaultPassLine), leastLine), 1-leastLine)}
}

// Points is what an offset makes of the exam score, in points of 100: positive is easier than the exam.
func (s PointScale) Points(offset float64) float64 { return 100 * (s.share(offset) - s.line) }

// Offset is the reverse of Points. Points beyond Bounds are brought into them.
func (s PointScale) Offset(points float64) float64 {
	return logit(min(max(s.line+points/100, leastShare), 1-leastShare)) - logit(s.line)
}

// Bounds are the most points a source can be harder and easier than the exam: a score ends at 0 and 100.
func (s PointScale) Bounds() (harder, easier float64) {
	return 100 * (s.line - leastShare), 100 * (1 - leastShare - s.line)
}

// Doubt turns a standard deviation of an offset into points either way that hold nine of ten.
func (s PointScale) Doubt(offset, sd float64) float64 {
	return 100 * rangeQuantile * sd * s.slope(offset)
}

// SD is the reverse of Doubt.
func (s PointScale) SD(offset, doubt float64) float64 {
	return doubt / (100 * rangeQuantile * s.slope(offset))
}

func (s PointScale) share(offset float64) float64 { return logistic(logit(s.line) + offset) }

// slope is how much share a little log-odds makes there.
func (s PointScale) slope(offset float64) float64 {
	p := s.share(offset)
	return p * (1 - p)
}

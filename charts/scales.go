package charts

import (
	"fmt"
	"math"

	"github.com/wcharczuk/go-chart/v2"

	"milepost/planner"
)

// span is a range of values laid out over a length; low is always less than high. It is go-chart's Range as well, with the
// length in units.
type span struct {
	low, high float64
	domain    int
}

var _ chart.Range = (*span)(nil)

// beyond is how far outside the range, in parts of it, a value is still drawn where it belongs. Farther ones stop there:
// go-chart's rasteriser takes time in proportion to the distance.
const beyond = 0.5

// part places a value in the range: 0 at low, 1 at high, never beyond the limit.
func (s *span) part(v float64) float64 {
	p := (v - s.low) / (s.high - s.low)
	if math.IsNaN(p) {
		return 0
	}
	return min(max(p, -beyond), 1+beyond)
}

// value is the inverse of part.
func (s *span) value(part float64) float64 { return s.low + part*(s.high-s.low) }

func (s *span) Translate(v float64) int { return round(s.part(v) * float64(s.domain)) }

func (s *span) GetMin() float64      { return s.low }
func (s *span) GetMax() float64      { return s.high }
func (s *span) GetDelta() float64    { return s.high - s.low }
func (s *span) GetDomain() int       { return s.domain }
func (s *span) SetDomain(domain int) { s.domain = domain }
func (s *span) IsDescending() bool   { return false }
func (s *span) IsZero() bool         { return false }
func (s *span) String() string       { return fmt.Sprintf("%v to %v", s.low, s.high) }

// SetMin and SetMax do nothing: a figure's ranges are chosen before go-chart sees them.
func (s *span) SetMin(float64) {}
func (s *span) SetMax(float64) {}

// Rules for the axis of shares, in points of a hundred.
const (
	shareMargin = 2   // air kept beyond the data
	leastShares = 30  // the least the axis shows, lest small changes look large
	airPerTick  = 2.2 // heights of a label from one tick to the next
)

// shareScale chooses the axis of shares for data between low and high (0..1): round ends, and the finest round step whose
// labels, textHeight pixels tall, have air in height pixels. ticks are in points of a hundred.
func shareScale(low, high, height, textHeight float64) (scale span, ticks []int) {
	bottom := max(int(math.Floor(low*100))-shareMargin, 0)
	top := min(int(math.Ceil(high*100))+shareMargin, 100)
	if missing := leastShares - (top - bottom); missing > 0 {
		bottom = max(bottom-missing/2, 0)
		top = min(bottom+leastShares, 100)
		bottom = min(bottom, top-leastShares)
	}
	for _, step := range []int{5, 10, 20, 25, 50, 100} {
		first := bottom / step * step
		last := (top + step - 1) / step * step
		steps := (last - first) / step
		if step == 5 && last-first > leastShares+5 || last > 100 {
			continue
		}
		if float64(steps)*textHeight*airPerTick > height && step != 100 {
			continue
		}
		for v := first; v <= last; v += step {
			ticks = append(ticks, v)
		}
		return span{low: float64(first) / 100, high: float64(last) / 100}, ticks
	}
	return span{low: 0, high: 1}, []int{0, 100} // not reached: a step of 100 always serves
}

// dayScale is the axis of days from first to last, widened when they are the same day.
func dayScale(first, last planner.Date) span {
	if !first.Before(last) {
		first, last = first.AddDays(-3), last.AddDays(3)
	}
	return span{low: float64(first.DayNumber()), high: float64(last.DayNumber())}
}

package readiness

import "math"

const (
	rootTolerance = 1e-11
	rootSteps     = 100
)

// rootOf finds where the rising function f crosses zero between lo and hi. It goes by inverse quadratic interpolation where
// the last three points promise it, and by halving otherwise (Chandrupatla 1997), so it is never much slower than halving and
// usually needs fewer than ten looks at f. When f does not cross zero, the nearer end is the answer.
func rootOf(lo, hi float64, f func(float64) float64) float64 {
	newest, other := sample{hi, f(hi)}, sample{lo, f(lo)} // always on either side of the crossing
	if other.y >= 0 {
		return lo
	}
	if newest.y <= 0 {
		return hi
	}
	step := 0.5 // share of the way from newest to other
	for range rootSteps {
		x := newest.x + float64(step*(other.x-newest.x))
		now := sample{x, f(x)}
		dropped := newest
		if (now.y > 0) != (newest.y > 0) {
			dropped, other = other, newest
		}
		newest = now

		best := newest.x
		if math.Abs(other.y) < math.Abs(newest.y) {
			best = other.x
		}
		narrow := rootTolerance * max(1, math.Abs(best)) / math.Abs(other.x-newest.x)
		if now.y == 0 || narrow > 0.5 {
			return best
		}
		step = min(max(nextStep(newest, other, dropped), narrow), 1-narrow)
	}
	return newest.x
}

// sample is a point of a function.
type sample struct{ x, y float64 }

// nextStep is how far to go from a towards b, as a share of the way.
func nextStep(a, b, c sample) float64 {
	along := (a.x - b.x) / (c.x - b.x)
	up := (a.y - b.y) / (c.y - b.y)
	if !(float64(up*up) < along && float64((1-up)*(1-up)) < 1-along) {
		return 0.5 // interpolation would leave the bracket
	}
	return a.y/(b.y-a.y)*c.y/(b.y-c.y) + float64((c.x-a.x)/(b.x-a.x)*a.y/(c.y-a.y)*b.y/(c.y-b.y))
}

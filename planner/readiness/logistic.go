package readiness

import "math"

// logistic turns log-odds into a share; it is its own mirror: logistic(-x) = 1 - logistic(x), without loss near 1.
func logistic(x float64) float64 {
	if x >= 0 {
		return 1 / (1 + math.Exp(-x))
	}
	e := math.Exp(x)
	return e / (1 + e)
}

// logit turns a share into log-odds; shares at the very ends are taken as a millionth of a millionth away from them.
func logit(p float64) float64 {
	p = min(max(p, 1e-12), 1-1e-12)
	return math.Log(p / (1 - p))
}

// normalCDF is the probability that a standard normal variable is at most z.
func normalCDF(z float64) float64 { return math.Erfc(-z/math.Sqrt2) / 2 }

package readiness

// logistic turns log-odds into a share; it is its own mirror: logistic(-x) = 1 - logistic(x), without loss near 1.
func logistic(x float64) float64 {
	if x >= 0 {
		return 1 / (1 + exp(-x))
	}
	e := exp(x)
	return e / (1 + e)
}

// logit turns a share into log-odds; shares at the very ends are taken as a millionth of a millionth away from them.
func logit(p float64) float64 {
	p = min(max(p, 1e-12), 1-1e-12)
	return log(p / (1 - p))
}

package readiness

import "math"

// normal is a normal belief about log-odds, with its share in a mixture.
type normal struct {
	share, mean, sd float64
}

// mixture is a belief about log-odds made of normals, one a regime.
type mixture []normal

// mean is the mean of the log-odds.
func (m mixture) mean() float64 {
	sum := 0.0
	for _, c := range m {
		sum += float64(c.share * c.mean)
	}
	return sum
}

// cdf is the probability of log-odds up to x.
func (m mixture) cdf(x float64) float64 {
	sum := 0.0
	for _, c := range m {
		sum += float64(c.share * normalCDF((x-c.mean)/max(c.sd, 1e-9)))
	}
	return min(sum, 1) // the shares may add up to a hair more
}

// quantile is the log-odds below which the probability is q. It lies between the quantiles of the parts.
func (m mixture) quantile(q float64) float64 {
	z := normalQuantile(q)
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, c := range m {
		at := c.mean + float64(z*c.sd)
		lo, hi = min(lo, at), max(hi, at)
	}
	return rootOf(lo-1e-9, hi+1e-9, func(x float64) float64 { return m.cdf(x) - q })
}

// point gives median and range of the mixture as shares.
func (m mixture) point() (median, low, high float64) {
	return logistic(m.quantile(0.5)), logistic(m.quantile(tail)), logistic(m.quantile(1 - tail))
}

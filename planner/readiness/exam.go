package readiness

import "math"

// examRules is what passing takes.
type examRules struct {
	line      float64 // share of right answers that passes
	questions int
	scaled    bool // only a scaled mark is published: the line is uncertain itself
}

// needed is the smallest number of right answers that passes.
func (e examRules) needed() int {
	return int(math.Ceil(float64(e.line*float64(e.questions)) - 1e-9))
}

// examiner looks at beliefs as an exam would: it adds the domains up by their weights, draws a new form and counts.
type examiner struct {
	layout layout
	rules  examRules
	quad   quadrature
	mean   []float64
	cov    matrix
	factor matrix
	// right and wrong are the weighted shares of right and wrong answers at the mean, summed up to each domain.
	right, wrong []float64
	odds         []float64 // against a right answer at the mean, by domain
}

func newExaminer(l layout, rules examRules) *examiner {
	d := l.domains
	return &examiner{
		layout: l, rules: rules, quad: examQuadrature(),
		mean: make([]float64, d), cov: newMatrix(d, d), factor: newMatrix(d, d), right: make([]float64, d+1), wrong: make([]float64, d+1), odds: make([]float64, d),
	}
}

// overall is the belief about the log-odds of the weighted share of right answers. extra is a variance that all domains share: the
// luck of a new form and of the day, or nothing for the level itself.
func (x *examiner) overall(v view, extra float64) mixture {
	out := make(mixture, 0, len(v.states))
	for i := range v.states {
		v.states[i].abilities(x.layout, x.mean, x.cov)
		for d := range x.layout.domains {
			row := x.cov.row(d)[:d+1]
			for e := range row {
				row[e] += extra
			}
		}
		mean, sd := x.sum()
		out = append(out, normal{v.shares[i], mean, sd})
	}
	return out
}

// sum carries the normal belief in x.mean and x.cov through the weighted sum of shares, which is not linear, by sigma points: two a
// domain, sqrt(domains) standard deviations out along each column of the covariance's Cholesky factor. A column moves only the domains from its own on, so what the others
// add is taken from the sums at the mean.
func (x *examiner) sum() (mean, sd float64) {
	d := x.layout.domains
	copy(x.factor.data, x.cov.data)
	cholesky(x.factor)
	reach := math.Sqrt(float64(d))
	for i, w := range x.layout.weights {
		x.odds[i] = exp(-clampTo(x.mean[i], boundlessLogit))
		more, less := weighted(w, x.odds[i])
		x.right[i+1], x.wrong[i+1] = x.right[i]+more, x.wrong[i]+less
	}
	first := log(x.right[d] / x.wrong[d]) // sums are taken from here, to keep the digits of a small variance
	sum, squares := 0.0, 0.0
	for c := range d {
		above, below := x.beyond(c, reach)
		for _, off := range [2]float64{above - first, below - first} {
			sum += off
			squares += float64(off * off)
		}
	}
	n := float64(2 * d)
	sum /= n
	return first + sum, math.Sqrt(max(squares/n-float64(sum*sum), 0))
}

// boundlessLogit is far beyond any ability; its exponential and the square of that are still numbers.
const boundlessLogit = 300

// beyond is the log-odds of the weighted share of right answers at the two sigma points reach away along column c of the factor, up and down. Right and wrong are
// summed apart, which keeps the digits when nearly everything is right. One exponential serves both sides.
func (x *examiner) beyond(c int, reach float64) (above, below float64) {
	rightUp, wrongUp := x.right[c], x.wrong[c]
	rightDown, wrongDown := rightUp, wrongUp
	factor, d := x.factor.data, x.layout.domains
	for i := c; i < d; i++ {
		w, step := x.layout.weights[i], exp(clampTo(reach*factor[i*d+c], boundlessLogit))
		more, less := weighted(w, x.odds[i]/step)
		rightUp += more
		wrongUp += less
		more, less = weighted(w, float64(x.odds[i]*step))
		rightDown += more
		wrongDown += less
	}
	return log(rightUp / wrongUp), log(rightDown / wrongDown)
}

// weighted are the weighted shares of right and of wrong answers in a domain with the given odds against a right one.
func weighted(w, odds float64) (right, wrong float64) {
	right = w / (1 + odds)
	return right, float64(right * odds)
}

// sittingVariance is what separates the exam day from the level, as variance in logits.
func sittingVariance() float64 { return formSD*formSD + examDaySD*examDaySD }

// sitting is the belief about the log-odds at which the exam's questions are answered.
func (x *examiner) sitting(v view) mixture { return x.overall(v, sittingVariance()) }

// passing is the chance of passing on the day of the view.
func (x *examiner) passing(v view) float64 { return x.reaches(x.overall(v, x.passingVariance())) }

// passingVariance is what separates the exam day from the level when passing is in question. An uncertain pass line is added
// as if the exam itself were: only the difference of score and line counts.
func (x *examiner) passingVariance() float64 {
	if x.rules.scaled {
		return sittingVariance() + scaledLineSD*scaledLineSD
	}
	return sittingVariance()
}

// reaches is the probability that the count of right answers, binomial and taken as normal with a correction of half a
// question, is at least what is needed.
func (x *examiner) reaches(m mixture) float64 {
	line := (float64(x.rules.needed()) - 0.5) / float64(x.rules.questions)
	return min(max(1-x.scores(m).cdf(line), 0), 1)
}

// score is the median and the range of the exam score. The normal curve runs past the ends of the scale; the score does not.
func (x *examiner) score(v view) Range {
	s := x.scores(x.sitting(v))
	at := func(q float64) float64 {
		return rootOf(0, 1, func(share float64) float64 { return s.cdf(share) - q })
	}
	return Range{Median: at(0.5), Low: at(tail), High: at(1 - tail), Level: RangeLevel}
}

// scores is the distribution of the exam score: one normal curve a quadrature node and regime.
type scores struct {
	weights, centres, widths []float64
}

// scores spreads a belief about log-odds over the nodes and adds the luck of the count.
func (x *examiner) scores(m mixture) scores {
	size := len(m) * len(x.quad.nodes)
	s := scores{make([]float64, 0, size), make([]float64, 0, size), make([]float64, 0, size)}
	for _, c := range m {
		for i, node := range x.quad.nodes {
			p := logistic(c.mean + float64(c.sd*node))
			s.weights = append(s.weights, float64(c.share*x.quad.weights[i]))
			s.centres = append(s.centres, p)
			s.widths = append(s.widths, math.Sqrt(max(p*(1-p), minVariance)/float64(x.rules.questions)))
		}
	}
	return s
}

// cdf is the probability of a score up to the given share.
func (s scores) cdf(share float64) float64 {
	sum := 0.0
	for i, w := range s.weights {
		if w < negligibleWeight {
			continue
		}
		sum += float64(w * normalCDF((share-s.centres[i])/s.widths[i]))
	}
	return sum
}

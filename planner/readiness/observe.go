package readiness

import "math"

// observer takes sittings into a state. It holds the working memory of that, so that a filter of hundreds of mocks allocates it once.
//
// A sitting's right answers are binomial in logistic(ability + source offset + form). The observer finds the most likely state
// given the belief before (iterated weighted least squares, that is Fisher scoring on the posterior), and takes the normal
// approximation there (Laplace). All passes work on the "faced" log-odds of the domains (ability plus offset plus form), which
// are few, and the whole state is moved only once at the end.
type observer struct {
	layout layout
	faced  []float64 // mean of the faced log-odds before the sitting
	reach  matrix    // domains x state: covariance of the faced log-odds with the state
	spread matrix    // domains x domains: covariance of the faced log-odds
	point  []float64 // where the search stands
	next   []float64

	slope  matrix // rows x domains: derivative of each row by the faced log-odds
	noise  []float64
	pull   []float64 // what each row says beyond the belief before
	slopeC matrix    // slope times spread
	total  matrix    // slope spread slope' + noise, then its Cholesky factor
	answer []float64 // total^-1 pull

	seen matrix // rows x state: slope times reach
}

func newObserver(l layout) *observer {
	n, d := l.size(), l.domains
	m := d + 1 // at most one row a domain and one for the remainder
	return &observer{
		layout: l, faced: make([]float64, d), reach: newMatrix(d, n), spread: newMatrix(d, d),
		point: make([]float64, d), next: make([]float64, d),
		slope: newMatrix(m, d), noise: make([]float64, m), pull: make([]float64, m),
		slopeC: newMatrix(m, d), total: newMatrix(m, m), answer: make([]float64, m),
		seen: newMatrix(m, n),
	}
}

// observe updates the belief by a sitting and returns the log of how likely the sitting was beforehand (up to a constant
// that is the same for every regime).
func (o *observer) observe(s *state, sit sitting) float64 {
	s.newForm(o.layout, sit.formSD)
	o.foresee(s, sit.place)
	o.search(sit.rows)
	o.update(s, sit)
	return o.likelihood(sit.rows)
}

// foresee works out what the belief before says of the log-odds to be faced.
func (o *observer) foresee(s *state, place assignment) {
	l := o.layout
	src, form := l.sourceAt(place.source), l.formAt()
	level, offset, luck := s.cov.row(levelAt), s.cov.row(src), s.cov.row(form)
	common := s.mean[levelAt] + s.mean[src] + s.mean[form] + place.shift
	for d := range l.domains {
		at := l.domainAt(d)
		o.faced[d] = common + s.mean[at]
		reach, own := o.reach.row(d), s.cov.row(at)
		for j := range reach {
			reach[j] = level[j] + offset[j] + luck[j] + own[j]
		}
		shared := reach[levelAt] + reach[src] + reach[form]
		spread := o.spread.row(d)
		for e := range spread {
			spread[e] = shared + reach[l.domainAt(e)]
		}
	}
}

// search finds the most likely faced log-odds: at first by full steps, later by half steps, until nothing moves.
func (o *observer) search(rows []row) {
	copy(o.point, o.faced)
	for pass := 1; pass <= maxPasses; pass++ {
		o.linearise(rows)
		o.solve(rows)
		copy(o.next, o.faced)
		for i := range rows {
			addScaled(o.next, o.slopeC.row(i), o.answer[i])
		}
		step := 1.0
		if pass > fullPasses {
			step = 0.5
		}
		moved := 0.0
		for d, v := range o.next {
			by := float64(step * (v - o.point[d]))
			o.point[d] += by
			moved = max(moved, math.Abs(by))
		}
		if moved < passTolerance {
			break
		}
	}
	o.linearise(rows)
	o.solve(rows)
}

// linearise describes each row by a straight line at the point where the search stands. A domain's row is put on the logit
// scale (working response of logistic regression); a row of the whole exam stays on the scale of shares.
func (o *observer) linearise(rows []row) {
	for i, r := range rows {
		slope := o.slope.row(i)
		clear(slope)
		if r.domain != wholeExam {
			p := logistic(o.point[r.domain])
			v := max(p*(1-p), minVariance)
			slope[r.domain] = 1
			o.noise[i] = 1 / (r.total * v)
			o.pull[i] = clampTo((r.correct/r.total-p)/v, maxResidual) + o.point[r.domain] - o.faced[r.domain]
			continue
		}
		p, back := 0.0, 0.0
		for d, w := range o.layout.weights {
			q := logistic(o.point[d])
			slope[d] = float64(w * q * (1 - q))
			p += float64(w * q)
			back += float64(slope[d] * (o.point[d] - o.faced[d]))
		}
		v := max(p*(1-p), minVariance)
		o.noise[i] = v / r.total
		o.pull[i] = clampTo(r.correct/r.total-p, maxResidual*v) + back
	}
}

// solve answers, for the rows as they are linearised, total * answer = pull.
func (o *observer) solve(rows []row) {
	total := o.total.top(len(rows), len(rows))
	for i, r := range rows {
		times := o.slopeC.row(i)
		o.bySlope(times, i, r, o.spread)
		for j, other := range rows[:i+1] {
			if other.domain != wholeExam {
				total.set(i, j, times[other.domain])
			} else {
				total.set(i, j, dot(times, o.slope.row(j)))
			}
		}
		total.add(i, i, o.noise[i])
	}
	cholesky(total)
	answer := o.answer[:len(rows)]
	copy(answer, o.pull)
	solveCholesky(total, answer)
}

// bySlope writes the slope of row i times a matrix with a row a domain into out. A domain's row just picks.
func (o *observer) bySlope(out []float64, i int, r row, m matrix) {
	if r.domain != wholeExam {
		copy(out, m.row(r.domain))
		return
	}
	clear(out)
	for d, v := range o.slope.row(i) {
		addScaled(out, m.row(d), v)
	}
}

// update moves the whole state. With W = L^-1 H P, where L is the Cholesky factor of the total, the covariance becomes P - W'W, which is symmetric by
// itself. What is taken away is never more than what is there but for rounding, since the noise of a row is far above it: at most
// planner.MaxMockQuestions questions stand against a belief that each day and each form keep wide.
func (o *observer) update(s *state, sit sitting) {
	rows, n := len(sit.rows), o.layout.size()
	seen := o.seen.top(rows, n)
	for i, r := range sit.rows {
		o.bySlope(seen.row(i), i, r, o.reach)
		addScaled(s.mean, seen.row(i), o.answer[i])
	}
	forwardRows(o.total.top(rows, rows), seen)
	for i := range n {
		final := s.cov.row(i)[:i+1] // the lower triangle is enough
		r := 0
		for ; r+1 < rows; r += 2 {
			addScaledPair(final, seen.row(r), seen.row(r+1), -seen.at(r, i), -seen.at(r+1, i))
		}
		if r < rows {
			addScaled(final, seen.row(r)[:i+1], -seen.at(r, i))
		}
	}
	mirror(s.cov)
}

// likelihood is the Laplace approximation of the log probability of the rows: the binomial terms at the most likely
// point, less how far that point is from what was believed, less how much narrower the belief became.
func (o *observer) likelihood(rows []row) float64 {
	sum := 0.0
	for i, r := range rows {
		p := o.shareAt(r)
		sum += float64(r.correct*log(max(p, minVariance))) + float64((r.total-r.correct)*log(max(1-p, minVariance)))
		a := o.answer[i]
		sum -= float64(0.5 * float64(a*(o.pull[i]-float64(o.noise[i]*a))))
		sum += float64(0.5*log(o.noise[i])) - log(o.total.top(len(rows), len(rows)).at(i, i))
	}
	return sum
}

// shareAt is the share of right answers a row has at the point of the search.
func (o *observer) shareAt(r row) float64 {
	if r.domain != wholeExam {
		return logistic(o.point[r.domain])
	}
	p := 0.0
	for d, w := range o.layout.weights {
		p += float64(w * logistic(o.point[d]))
	}
	return p
}

func clampTo(v, limit float64) float64 { return min(max(v, -limit), limit) }

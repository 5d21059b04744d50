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
	next   []float64 // where the pass would go
	lean   []float64 // spread times lean leads from faced to point, spread times toLean from faced to next
	toLean []float64

	slope  matrix // rows x domains: derivative of each row of the whole exam by the faced log-odds; a domain's row has 1 at its domain
	noise  []float64
	pull   []float64 // what each row says beyond the belief before
	share  []float64 // of right answers in each row, where it was last linearised
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
		point: make([]float64, d), next: make([]float64, d), lean: make([]float64, d), toLean: make([]float64, d),
		slope: newMatrix(m, d), noise: make([]float64, m), pull: make([]float64, m), share: make([]float64, m),
		slopeC: newMatrix(m, d), total: newMatrix(m, m), answer: make([]float64, m),
		seen: newMatrix(m, n),
	}
}

// observe updates the belief by a sitting and returns the log of how likely the sitting was beforehand (up to a constant
// that is the same for every regime). With again, the observer has just seen the same sitting for a belief much like this one.
func (o *observer) observe(s *state, sit sitting, again bool) float64 {
	s.newForm(o.layout, sit.formSD)
	o.foresee(s, sit.place)
	o.search(sit.rows, again)
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

// search finds the most likely faced log-odds, pass by pass, until nothing moves. A pass that goes far may overshoot; it is cut short until it is no step down.
// near says that the search may begin where the last one ended; if that is far from the end after all it begins at what is believed, like any other.
func (o *observer) search(rows []row, near bool) {
	if !near {
		o.begin()
	}
	for range maxPasses {
		o.linearise(rows)
		o.solve(rows)
		copy(o.next, o.faced)
		clear(o.toLean)
		for i, r := range rows {
			addScaled(o.next, o.slopeC.row(i), o.answer[i])
			if r.domain != wholeExam {
				o.toLean[r.domain] += o.answer[i]
			} else {
				addScaled(o.toLean, o.slope.row(i), o.answer[i])
			}
		}
		far := 0.0
		for d, v := range o.next {
			far = max(far, math.Abs(v-o.point[d]))
		}
		step := 1.0
		if far > safeStep {
			if near {
				near = false
				o.begin()
				continue
			}
			step = o.noStepDown(rows)
		}
		near = false // from here on lean belongs to point
		for d, v := range o.next {
			o.point[d] += float64(step * (v - o.point[d]))
			o.lean[d] += float64(step * (o.toLean[d] - o.lean[d]))
		}
		if far < passTolerance {
			break
		}
	}
	o.linearise(rows)
	o.solve(rows)
}

// begin lets a search start at what is believed before the sitting.
func (o *observer) begin() {
	copy(o.point, o.faced)
	clear(o.lean)
}

// noStepDown is the largest of 1, 1/2, 1/4, ... of the way to next at which the log-odds are no less likely than at point.
func (o *observer) noStepDown(rows []row) float64 {
	here, step := o.posterior(rows, 0), 1.0
	for range maxHalvings {
		if o.posterior(rows, step) >= here {
			break
		}
		step /= 2
	}
	return step
}

// posterior is the log probability, up to a constant, of the log-odds a part of the way from point to next: that of the answers, and that of the belief before.
func (o *observer) posterior(rows []row, part float64) float64 {
	between := func(from, to float64) float64 { return from + float64(part*(to-from)) }
	sum := 0.0
	for d, v := range o.point {
		sum -= float64(0.5 * float64(between(o.lean[d], o.toLean[d])*(between(v, o.next[d])-o.faced[d])))
	}
	for _, r := range rows {
		right, wrong := 0.0, 0.0
		for d, w := range o.layout.weights {
			switch r.domain {
			case wholeExam:
			case d:
				w = 1
			default:
				continue
			}
			at := between(o.point[d], o.next[d])
			right += float64(w * logistic(at))
			wrong += float64(w * logistic(-at))
		}
		sum += float64(r.correct*log(max(right, leastChance))) + float64((r.total-r.correct)*log(max(wrong, leastChance)))
	}
	return sum
}

// linearise describes each row by a straight line at the point where the search stands. A domain's row is put on the logit
// scale (working response of logistic regression); a row of the whole exam stays on the scale of shares.
func (o *observer) linearise(rows []row) {
	for i, r := range rows {
		if r.domain != wholeExam {
			p := logistic(o.point[r.domain])
			v := max(p*(1-p), minVariance)
			o.share[i] = p
			o.noise[i] = 1 / (r.total * v)
			o.pull[i] = (r.correct/r.total-p)/v + o.point[r.domain] - o.faced[r.domain]
			continue
		}
		slope, p, back := o.slope.row(i), 0.0, 0.0
		for d, w := range o.layout.weights {
			q := logistic(o.point[d])
			slope[d] = float64(w * q * (1 - q))
			p += float64(w * q)
			back += float64(slope[d] * (o.point[d] - o.faced[d]))
		}
		v := max(p*(1-p), minVariance)
		o.share[i] = p
		o.noise[i] = v / r.total
		o.pull[i] = r.correct/r.total - p + back
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
		p := o.share[i]
		sum += float64(r.correct*log(max(p, minVariance))) + float64((r.total-r.correct)*log(max(1-p, minVariance)))
		a := o.answer[i]
		sum -= float64(0.5 * float64(a*(o.pull[i]-float64(o.noise[i]*a))))
		sum += float64(0.5*log(o.noise[i])) - log(o.total.top(len(rows), len(rows)).at(i, i))
	}
	return sum
}

func clampTo(v, limit float64) float64 { return min(max(v, -limit), limit) }

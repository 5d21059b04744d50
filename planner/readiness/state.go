package readiness

import "slices"

// layout says where each quantity stands in the state: the overall level, its drift per day, one deviation a domain, one
// offset a source, and the luck of the form at hand. Everything is in logits.
type layout struct {
	domains, sources int
	weights          []float64 // by domain, adding up to 1
}

const (
	levelAt = 0
	driftAt = 1
)

func (l layout) size() int          { return 2 + l.domains + l.sources + 1 }
func (l layout) domainAt(d int) int { return 2 + d }
func (l layout) sourceAt(s int) int { return 2 + l.domains + s }
func (l layout) formAt() int        { return 2 + l.domains + l.sources }

// state is a normal belief about all quantities of the layout: their means and their covariance.
type state struct {
	mean []float64
	cov  matrix
}

// newState is the belief before any mock, under one regime of growth.
func newState(l layout, sources []source, r regime) state {
	n := l.size()
	s := state{make([]float64, n), newMatrix(n, n)}
	s.mean[levelAt] = logit(priorShare)
	s.cov.set(levelAt, levelAt, priorSD*priorSD)
	s.mean[driftAt] = r.driftMean
	s.cov.set(driftAt, driftAt, r.driftSD*r.driftSD)
	for d := range l.domains {
		s.cov.set(l.domainAt(d), l.domainAt(d), domainSD*domainSD)
	}
	for i, src := range sources {
		at := l.sourceAt(i)
		s.mean[at] = src.priorMean
		s.cov.set(at, at, src.priorSD*src.priorSD)
	}
	return s
}

// copyFrom makes s equal to other, which has the same layout, without allocating.
func (s *state) copyFrom(other state) {
	copy(s.mean, other.mean)
	copy(s.cov.data, other.cov.data)
}

func (s state) clone() state {
	return state{slices.Clone(s.mean), matrix{s.cov.rows, s.cov.cols, slices.Clone(s.cov.data)}}
}

// newForm forgets the luck of the last form and expects another, unrelated to everything else.
func (s *state) newForm(l layout, sd float64) {
	f := l.formAt()
	s.mean[f] = 0
	for j := range s.mean {
		s.cov.set(f, j, 0)
		s.cov.set(j, f, 0)
	}
	s.cov.set(f, f, float64(sd*sd))
}

// abilities writes the mean and covariance (its lower triangle) of the domain levels, overall level plus deviation, into mean and cov, on
// the exam's own scale: without any source's offset or form.
func (s *state) abilities(l layout, mean []float64, cov matrix) {
	level := s.cov.row(levelAt)
	for d := range l.domains {
		at := l.domainAt(d)
		mean[d] = s.mean[levelAt] + s.mean[at]
		row := s.cov.row(at)
		common := level[levelAt] + row[levelAt]
		out, level, row := cov.row(d)[:d+1], level[l.domainAt(0):], row[l.domainAt(0):]
		for e := range out {
			out[e] = common + level[e] + row[e]
		}
	}
}

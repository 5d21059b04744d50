package readiness

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// fiveDomains is a layout with two sources, weights 3:2:2:2:1.
func fiveDomains() (layout, []source) {
	sources := []source{{priorSD: thirdPartySD}, {priorMean: retakeOffset, priorSD: retakeSD}}
	return layout{domains: 5, sources: 2, weights: []float64{.3, .2, .2, .2, .1}}, sources
}

func freshFilter(l layout, sources []source) *filter {
	f := newFilter(l, sources, 0)
	f.outlook.pace = 1
	f.idle = idleness{last: make([]int, l.domains), known: make([]bool, l.domains), until: math.MaxInt}
	return f
}

// randomSitting is any sitting on a day: by domain, in total, or both, with any outcome.
func randomSitting(random *rand.Rand, day int) sitting {
	s := sitting{day: day, place: assignment{source: random.IntN(2)}, formSD: formSD}
	count := func(domain int) row {
		n := 1 + random.IntN(200)
		return row{domain, float64(random.IntN(n + 1)), float64(n)}
	}
	for d := range 5 {
		if random.IntN(3) > 0 {
			s.rows = append(s.rows, count(d))
		}
	}
	if len(s.rows) == 0 || random.IntN(4) == 0 {
		s.rows = append(s.rows, count(wholeExam))
	}
	return s
}

// The covariance stays symmetric and positive however mocks come: 10,000 random sittings in streams of 50.
func TestCovarianceStaysPositive(t *testing.T) {
	l, sources := fiveDomains()
	random := rand.New(rand.NewPCG(1, 2))
	for stream := range 200 {
		f := freshFilter(l, sources)
		day := 0
		for range 50 {
			day += random.IntN(30)
			f.observe(randomSitting(random, day))
			for _, s := range f.states {
				if err := positive(s); err != nil {
					t.Fatalf("stream %d, day %d: %v", stream, day, err)
				}
			}
		}
	}
}

// Evidence as heavy as an input may hold, all on one day, leaves the covariance sound: 300 sittings of 10,000 questions.
func TestCovarianceStaysPositiveUnderHeavyEvidence(t *testing.T) {
	l, sources := fiveDomains()
	random := rand.New(rand.NewPCG(4, 2))
	f := freshFilter(l, sources)
	for i := range 300 {
		sit := randomSitting(random, i/100)
		sit.formSD = formSD
		for r := range sit.rows {
			total := 10_000.0
			share := []float64{0, 1, 0.5, random.Float64()}[random.IntN(4)]
			sit.rows[r].total, sit.rows[r].correct = total, share*total
		}
		f.observe(sit)
		for _, s := range f.states {
			if err := positive(s); err != nil {
				t.Fatalf("sitting %d: %v", i, err)
			}
		}
	}
}

// positive checks a state: finite, symmetric, and with a Cholesky factor that did not need help.
func positive(s state) error {
	if slices.ContainsFunc(s.mean, func(v float64) bool { return math.IsNaN(v) || math.Abs(v) > 50 }) {
		return fmt.Errorf("means %v", s.mean)
	}
	for i := range s.mean {
		for j := range s.mean {
			if s.cov.at(i, j) != s.cov.at(j, i) {
				return fmt.Errorf("asymmetric at %d, %d", i, j)
			}
		}
	}
	// As correlations, so that quantities of very different size (an old drift has all but died away) count alike.
	factor := s.clone().cov
	for i := range s.mean {
		if !(s.cov.at(i, i) > 0) {
			return fmt.Errorf("variance %d is %v", i, s.cov.at(i, i))
		}
		for j := range s.mean {
			factor.set(i, j, s.cov.at(i, j)/math.Sqrt(s.cov.at(i, i)*s.cov.at(j, j)))
		}
	}
	cholesky(factor)
	for i := range s.mean {
		if p := factor.at(i, i); !(p*p > 1e-10) {
			return fmt.Errorf("pivot %d is %v", i, p*p)
		}
	}
	return nil
}

// At the most likely log-odds nothing pulls any more: what the answers say and what was believed before are in balance, however much they contradict each other.
// A total beside domains it contradicts is left out: there the search may still be on its way when its passes are used up.
func TestSearchEndsAtTheMostLikelyState(t *testing.T) {
	random := rand.New(rand.NewPCG(31, 32))
	l, sources := fiveDomains()
	for range 300 {
		f := freshFilter(l, sources)
		for i := range 6 {
			sit := randomSitting(random, 5*i)
			if n := len(sit.rows); n > 1 && sit.rows[n-1].domain == wholeExam {
				sit.rows = sit.rows[:n-1]
			}
			if random.IntN(2) == 0 { // all or nothing
				for j := range sit.rows {
					sit.rows[j].correct = float64(random.IntN(2)) * sit.rows[j].total
				}
			}
			f.observe(sit) // the last of the regimes leaves its search behind
			o, pulls := f.observer, make([]float64, l.domains)
			for _, r := range sit.rows {
				p := 0.0
				for d, w := range l.weights {
					if r.domain == wholeExam {
						p += w * logistic(o.point[d])
					}
				}
				for d, w := range l.weights {
					q := logistic(o.point[d])
					switch r.domain {
					case d:
						pulls[d] += r.correct - r.total*q
					case wholeExam:
						pulls[d] += (r.correct/p - (r.total-r.correct)/(1-p)) * w * q * (1 - q)
					}
				}
			}
			for d, at := range o.point {
				if balance := o.faced[d] + dot(o.spread.row(d), pulls); math.Abs(balance-at) > 1e-5 {
					t.Fatalf("sitting %+v: the search ends at %v in domain %d, in balance would be %v", sit, at, d, balance)
				}
			}
		}
	}
}

// Sigma points and quadrature against draws of the same belief, on 200 random beliefs. (With 100,000 draws instead of 15,000 the
// largest difference was 0.0047; the test takes fewer to be quick.)
func TestChanceAgreesWithDraws(t *testing.T) {
	l, sources := fiveDomains()
	random := rand.New(rand.NewPCG(3, 4))
	x := newExaminer(l, examRules{line: 0.7, questions: 100})
	worst := 0.0
	const beliefs, draws = 200, 30_000
	for range beliefs {
		f := freshFilter(l, sources)
		level := random.NormFloat64()*0.7 + 0.9
		day := 0
		for range random.IntN(5) {
			day += 1 + random.IntN(30)
			f.observe(plausibleSitting(random, day, level))
		}
		v := f.newView()
		f.project(v, day+random.IntN(60))
		worst = max(worst, math.Abs(x.passing(v)-drawnChance(x, v, random, draws)))
	}
	t.Logf("largest difference %.4f", worst)
	if worst > 0.015 {
		t.Errorf("quadrature and draws differ by %.4f", worst)
	}
}

// plausibleSitting draws the right answers of somebody at a level.
func plausibleSitting(random *rand.Rand, day int, level float64) sitting {
	s := sitting{day: day, place: assignment{source: random.IntN(2)}, formSD: formSD}
	for d := range 5 {
		n, k := 5+random.IntN(20), 0
		p := logistic(level + 0.4*random.NormFloat64())
		for range n {
			if random.Float64() < p {
				k++
			}
		}
		s.rows = append(s.rows, row{d, float64(k), float64(n)})
	}
	return s
}

// drawnChance draws abilities, form and day, and takes the count's normal curve for each draw.
func drawnChance(x *examiner, v view, random *rand.Rand, draws int) float64 {
	passed, l := 0.0, x.layout
	line := (float64(x.rules.needed()) - 0.5) / float64(x.rules.questions)
	luck, ability := make([]float64, l.domains), make([]float64, l.domains)
	for i := range v.states {
		v.states[i].abilities(l, x.mean, x.cov)
		copy(x.factor.data, x.cov.data)
		cholesky(x.factor)
		n := draws / len(v.states)
		sum := 0.0
		for range n {
			for j := range luck {
				luck[j] = random.NormFloat64()
			}
			day := math.Sqrt(sittingVariance()) * random.NormFloat64()
			for d := range ability {
				ability[d] = x.mean[d] + dot(x.factor.row(d)[:d+1], luck[:d+1]) + day
			}
			p := 0.0
			for d, w := range l.weights {
				p += w * logistic(ability[d])
			}
			sum += normalCDF((p - line) / math.Sqrt(p*(1-p)/float64(x.rules.questions)))
		}
		passed += v.shares[i] * sum / float64(n)
	}
	return passed
}

// Gauss-Hermite: odd moments vanish, even ones are 1, 3, 15, 105 …
func TestQuadratureIntegratesMoments(t *testing.T) {
	q := gaussHermite(quadratureNodes)
	want := 1.0
	for power := 0; power <= 20; power++ {
		got := 0.0
		for i, x := range q.nodes {
			got += q.weights[i] * math.Pow(x, float64(power))
		}
		expected := 0.0
		if power%2 == 0 {
			if power > 0 {
				want *= float64(power - 1)
			}
			expected = want
		}
		if math.Abs(got-expected) > 1e-9*max(1, want) {
			t.Errorf("moment %d = %v, want %v", power, got, expected)
		}
	}
	if !slices.IsSorted(q.nodes) {
		t.Error("nodes out of order")
	}
}

func TestTwoStretchesAreOneLongOne(t *testing.T) {
	l, sources := fiveDomains()
	for _, r := range regimes() {
		once, twice := newState(l, sources, r), newState(l, sources, r)
		once.evolve(l, r, 40)
		twice.evolve(l, r, 13)
		twice.evolve(l, r, 27)
		for i, v := range once.cov.data {
			if math.Abs(v-twice.cov.data[i]) > 1e-12 {
				t.Fatalf("covariance %d: %v, %v", i, v, twice.cov.data[i])
			}
		}
	}
}

// Estimate puts mocks in an order of its own. Even without that the order of two sittings on the same day hardly matters, though
// the filter takes them one after the other.
func TestSameDayOrderIsNearlyFree(t *testing.T) {
	l, sources := fiveDomains()
	x := newExaminer(l, examRules{line: 0.7, questions: 100})
	random := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		a, b := plausibleSitting(random, 10, 0.9), plausibleSitting(random, 10, 0.9)
		chance := func(first, second sitting) float64 {
			f := freshFilter(l, sources)
			f.observe(first)
			f.observe(second)
			v := f.newView()
			f.project(v, 24)
			return x.passing(v)
		}
		if d := math.Abs(chance(a, b) - chance(b, a)); d > 0.02 {
			t.Fatalf("order changes the chance by %.4f", d)
		}
	}
}

// Retention as the literature has it for whole subjects: docs/readiness.md.
func TestRetention(t *testing.T) {
	for days, want := range map[float64]float64{0: 1, 30: .961, 60: .926, 85: .9, 90: .895, 365: .706, 730: .576} {
		if got := retention(days); math.Abs(got-want) > 0.0006 {
			t.Errorf("retention(%v) = %.4f, want %.3f", days, got, want)
		}
	}
}

func TestRootIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.Float64Range(-3, 3).Draw(t, "at")
		steep := rapid.Float64Range(0.1, 50).Draw(t, "steep")
		looks := 0
		got := rootOf(-4, 4, func(x float64) float64 { looks++; return math.Tanh(steep * (x - at)) })
		if math.Abs(got-at) > 1e-9 || looks > 60 {
			t.Fatalf("found %v in %d looks, want %v", got, looks, at)
		}
	})
}

func TestExactPassLinesNeedNoExtraQuestion(t *testing.T) {
	for _, c := range []struct {
		line      float64
		questions int
		want      int
	}{{.7, 100, 70}, {.57, 100, 57}, {.29, 100, 29}, {.7, 125, 88}, {1, 60, 60}, {.001, 50, 1}} {
		if got := (examRules{line: c.line, questions: c.questions}).needed(); got != c.want {
			t.Errorf("%v of %d needs %d, want %d", c.line, c.questions, got, c.want)
		}
	}
}

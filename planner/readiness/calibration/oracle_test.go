package main

import (
	"math"
	"math/rand/v2"
	"testing"

	"milepost/planner"
	"milepost/planner/readiness"
)

// binomials is the exact distribution of the right answers to questions of several domains.
func binomials(questions []int, shares []float64) []float64 {
	out := []float64{1}
	for d, n := range questions {
		for range n {
			next := make([]float64, len(out)+1)
			for k, v := range out {
				next[k] += v * (1 - shares[d])
				next[k+1] += v * shares[d]
			}
			out = next
		}
	}
	return out
}

// nobodyWith is a learner with these abilities and nothing else.
func nobodyWith(domains ...float64) *learner {
	l := &learner{world: worlds[0], domains: domains}
	for range domains {
		l.weights = append(l.weights, 1)
	}
	return l
}

func TestTheChanceOfAnExamIsThatOfItsAnswers(t *testing.T) {
	for _, domains := range [][]float64{{0.8, 0.9, 1}, {-0.5, 2, 1}, {2.5, 2.5, 2.5}, {0, 0.2, 0.1}, {6, 6, 6}, {-6, -6, -6}} {
		l := nobodyWith(domains...)
		for _, questions := range []int{60, 100, 150} {
			asked := shares(questions, l.weights)
			exact := 0.0
			right := binomials(asked, []float64{l.share(0, 0.1), l.share(1, 0.1), l.share(2, 0.1)})
			for k := needed(questions); k <= questions; k++ {
				exact += right[k]
			}
			if got := l.passes(asked, 0.1); math.Abs(got-exact) > 0.002 {
				t.Errorf("%v, %d questions: %.4f, exactly %.4f", domains, questions, got, exact)
			}
		}
	}
}

// A mock that tells its total alone: what matters is how the likelihood differs between learners.
func TestATotalIsAsLikelyAsItsDomainsMakeIt(t *testing.T) {
	base := nobodyWith(0.8, 0.8, 0.8)
	for _, right := range []int{30, 40, 46, 55} {
		r := newResults(planner.Mock{Correct: right, Total: 60}, base.weights)
		likely := func(l *learner) (got, exact float64) {
			return r.logLikelihood(l, 0.2), math.Log(binomials(r.asked, []float64{l.share(0, 0.2), l.share(1, 0.2), l.share(2, 0.2)})[right])
		}
		zero, exactZero := likely(base)
		for _, domains := range [][]float64{{0.4, 0.6, 1}, {1.5, 0.8, 1.2}, {-0.4, 0.6, 1.8}} {
			got, exact := likely(nobodyWith(domains...))
			// The further from the likeliest, the less it matters.
			if off := (got - zero) - (exact - exactZero); math.Abs(off) > 0.1+0.1*math.Abs(exact-exactZero) {
				t.Errorf("%d of 60, %v: log-likelihood off by %.3f", right, domains, off)
			}
		}
	}
}

// Items of unequal difficulty, drawn anew for each question, are worked out over five nodes.
func TestUnequalQuestionsAreAveraged(t *testing.T) {
	l := nobodyWith(0.9)
	l.world.items = 0.8
	l.random = rand.New(rand.NewPCG(9, 9))
	right := float64(l.answers(0, 400_000, 0.1)) / 400_000
	if got := l.share(0, 0.1); math.Abs(got-right) > 0.003 {
		t.Errorf("%.4f of the questions, played %.4f", got, right)
	}
}

func TestTheDiscountedCountIsABetaBinomial(t *testing.T) {
	// Every share alike beforehand makes every number of right answers alike.
	for _, least := range []int{0, 1, 70, 100} {
		if got, want := betaBinomialTail(100, least, 1, 1), float64(101-least)/101; math.Abs(got-want) > 1e-9 {
			t.Errorf("at least %d of 100: %.6f, want %.6f", least, got, want)
		}
	}
	// A share that is as good as known makes it a binomial.
	want := 0.0
	for k, v := range binomials([]int{60}, []float64{0.75}) {
		if k >= 42 {
			want += v
		}
	}
	if got := betaBinomialTail(60, 42, 7.5e6, 2.5e6); math.Abs(got-want) > 1e-4 {
		t.Errorf("a known share: %.5f, want %.5f", got, want)
	}
	mock := func(day string) readiness.Input {
		d := planner.MustDate(day)
		return readiness.Input{Questions: 100, AsOf: planner.MustDate("2026-03-01"), Mocks: []planner.Mock{{Date: d, Correct: 90, Total: 100}}}
	}
	if fresh, old := discounted(mock("2026-03-01")), discounted(mock("2025-03-01")); fresh < old+0.2 {
		t.Errorf("a fresh mock of 90 %%: %.2f, one a year old: %.2f", fresh, old)
	}
}

// With one domain and one mock all that the oracle does can be worked out by sums over a grid.
func TestTheOracleStatesTheChanceThatFollowsFromTheWorld(t *testing.T) {
	w := world{name: "plain", walk: 0.35, form: 0.20, source: 0.40, domain: 0.45}
	for _, right := range []int{30, 45, 55} {
		in := readiness.Input{Questions: 80, Domains: []planner.Domain{{ID: "d0", Weight: 1}}, AsOf: planner.MustDate("2026-02-01"), ExamDate: planner.MustDate("2026-03-03")}
		in.Mocks = []planner.Mock{{Date: in.AsOf, Source: "Bank 2", Domains: []planner.DomainScore{{Domain: "d0", Correct: right, Total: 60}}}}
		o := oracle{world: w, people: 20_000, random: rand.New(rand.NewPCG(1, uint64(right)))}
		got, want := o.chance(in), chanceByGrid(w, right)
		if math.Abs(got-want) > 0.02 {
			t.Errorf("%d of 60: %.3f, by sums %.3f", right, got, want)
		}
	}
}

// chanceByGrid is the chance of 56 of 80 questions, thirty days after so many of 60 were right in one mock.
func chanceByGrid(w world, right int) float64 {
	const step = 0.1
	passed, all := 0.0, 0.0
	ability := math.Hypot(startSD, w.domain)
	normal := func(x, sd float64) float64 { return math.Exp(-x * x / (2 * sd * sd)) }
	later := math.Sqrt(w.walk*w.walk + driftSD*driftSD + w.form*w.form + examDaySD*examDaySD)
	for x := -4.0; x < 4; x += step {
		seen := 0.0
		for e := -2.5; e < 2.5; e += step {
			p := logistic(logit(startMean) + x + e)
			seen += normal(e, math.Hypot(w.source, w.form)) * math.Pow(p, float64(right)) * math.Pow(1-p, float64(60-right))
		}
		chance, weights := 0.0, 0.0
		for e := -2.5; e < 2.5; e += step {
			tail, one := 0.0, binomials([]int{80}, []float64{logistic(logit(startMean) + x + e)})
			for k := 56; k <= 80; k++ {
				tail += one[k]
			}
			chance += normal(e, later) * tail
			weights += normal(e, later)
		}
		weight := normal(x, ability) * seen
		passed += weight * chance / weights
		all += weight
	}
	return passed / all
}

// Many mocks, and who is likely is drawn anew again and again: all must go on to fit the learner they stand for.
func TestTheOracleIsAheadWhereTheEstimatorAssumesWrongly(t *testing.T) {
	const noisy = 6
	r, err := measure(worlds[noisy], 120, newDice(options{seed: 3, oracle: 120, crowd: 200}, noisy))
	if err != nil {
		t.Fatal(err)
	}
	if judge(r.possible.behind, 0.001, 0.025) != met {
		t.Errorf("%s: %v behind the best", worlds[noisy].name, r.possible.behind)
	}
	if off := r.possible.check.less(r.possible.behind); math.Abs(off.value) > 3*off.se {
		t.Errorf("from who passed %v, else %v", r.possible.check, r.possible.behind)
	}
}

func TestTheLuckOfACrowdIsNotCounted(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 3))
	var all []played
	for range 20_000 {
		p := 0.3 + 0.4*random.Float64()
		passed := random.Float64() < p
		luck := func() float64 { return p + 0.2*random.NormFloat64() }
		all = append(all, played{ours: forecast{p + 0.1, passed}, asked: true, best: [2]float64{luck(), luck()}})
	}
	all = append(all, played{ours: forecast{1, false}}) // not asked
	got := possibleOf(all)
	for _, f := range []figure{got.behind, got.check} {
		if judge(f, 0.01-3*f.se, 0.01+3*f.se) == missed {
			t.Errorf("%v behind, by construction .010", f)
		}
	}
	if got.behind.se > got.check.se/2 {
		t.Errorf("errors of %.4f and %.4f: what does not depend on who passed is known no better", got.behind.se, got.check.se)
	}
}

package readiness

import (
	"math"
	"math/rand/v2"
	"sync"

	"milepost/planner"
)

// domainLevels describes each domain on the day of the view, in the order of the exam.
func (x *examiner) domainLevels(v view, domains []planner.Domain, questions []int) []DomainEstimate {
	beliefs := x.domainBeliefs(v)
	lowest := x.lowest(v)
	line := logit(x.rules.line)
	out := make([]DomainEstimate, len(domains))
	for d, b := range beliefs {
		e := DomainEstimate{Domain: domains[d].ID, Questions: questions[d], Lowest: lowest[d], BelowPassLine: b.cdf(line)}
		e.Median, e.Low, e.High = b.point()
		e.SE = x.standardError(b)
		out[d] = e
	}
	return out
}

// domainBeliefs is the belief about the log-odds of each domain.
func (x *examiner) domainBeliefs(v view) []mixture {
	out := make([]mixture, x.layout.domains)
	for i := range v.states {
		v.states[i].abilities(x.layout, x.mean, x.cov)
		for d := range out {
			out[d] = append(out[d], normal{v.shares[i], x.mean[d], math.Sqrt(max(x.cov.at(d, d), 0))})
		}
	}
	return out
}

// standardError is the standard deviation of the share of right answers behind a belief about log-odds.
func (x *examiner) standardError(m mixture) float64 {
	mean, variance := 0.0, 0.0
	for pass := range 2 { // the mean first, so that a small variance keeps its digits
		for _, c := range m {
			for i, node := range x.quad.nodes {
				p := logistic(c.mean + float64(c.sd*node))
				weight := float64(c.share * x.quad.weights[i])
				if pass == 0 {
					mean += float64(weight * p)
				} else {
					variance += float64(weight * (p - mean) * (p - mean))
				}
			}
		}
	}
	return math.Sqrt(variance)
}

// lowest is the probability, by domain, of being the lowest of the exam, from draws with a fixed seed. Every regime gets its
// share of the draws, and the same random numbers serve every estimate, so that a small change of the mocks is a small change here.
// Domains without weight are no part of the exam.
func (x *examiner) lowest(v view) []float64 {
	d := x.layout.domains
	count := make([]float64, d)
	luck := lowestLuck()
	ability, least, best := make([]float64, lowestDraws), make([]float64, lowestDraws), make([]int, lowestDraws)
	done, upTo := 0, 0.0
	for i := range v.states {
		v.states[i].abilities(x.layout, x.mean, x.cov)
		copy(x.factor.data, x.cov.data)
		cholesky(x.factor)
		upTo += v.shares[i]
		from := done
		done = max(min(int(math.Round(upTo*lowestDraws)), lowestDraws), from)
		x.lowestOf(luck, from, done, ability, least, best)
	}
	for _, d := range best[:done] {
		count[d]++
	}
	scale(count, 1/float64(max(done, 1)))
	return count
}

// lowestLuck are standard normal numbers, lowestDraws of them for each domain, always the same. A domain more changes nothing for the others.
var lowestLuck = sync.OnceValue(func() []float64 {
	random := rand.New(rand.NewPCG(lowestSeed, 0))
	luck := make([]float64, lowestDraws*planner.MaxDomains)
	for i := range luck {
		luck[i] = normalQuantile((float64(random.Uint64()>>12) + 0.5) / (1 << 52))
	}
	return luck
})

// lowestOf finds the lowest domain of each draw from one to another, with the mean and the factor of x. All draws go through a domain together, which is quick;
// ability and least are memory to work in.
func (x *examiner) lowestOf(luck []float64, from, to int, ability, least []float64, best []int) {
	ability, least, best = ability[from:to], least[from:to], best[from:to]
	for k := range least {
		least[k] = math.Inf(1)
	}
	for d, w := range x.layout.weights {
		if w == 0 {
			continue
		}
		for k := range ability {
			ability[k] = x.mean[d]
		}
		column := func(j int) []float64 { return luck[j*lowestDraws+from:][:to-from] }
		j := 0
		for ; j < d; j += 2 {
			addScaledPair(ability, column(j), column(j+1), x.factor.at(d, j), x.factor.at(d, j+1))
		}
		if j == d {
			addScaled(ability, column(j), x.factor.at(d, j))
		}
		for k, a := range ability {
			if a < least[k] {
				least[k], best[k] = a, d
			}
		}
	}
}

// questionsByDomain counts the questions of the mocks.
func questionsByDomain(mocks []planner.Mock, domains []planner.Domain) []int {
	out := make([]int, len(domains))
	for _, m := range mocks {
		for i, d := range domains {
			if s, ok := m.DomainScore(d.ID); ok {
				out[i] += s.Total
			}
		}
	}
	return out
}

package main

import (
	"math"
	"math/rand/v2"

	"milepost/planner"
	"milepost/planner/readiness"
)

// The oracle knows how learners of a world come about, to the last constant, and sees the mocks a learner took: nothing more. Its chances are the best that anybody could state from those mocks.
// It is a particle filter: a crowd is drawn as learners of the world are, lives through the same days, and each of the crowd counts for as much as the learner's results are likely from them.

// oracle states chances in a world.
type oracle struct {
	world  world
	people int // in a crowd
	random *rand.Rand
	crowd  *crowd // of the learner before; its memory is used again
}

// crowd are people who may be the learner, with how likely each is.
type crowd struct {
	people, spare []learner
	likely        []float64
}

// chance is of passing the exam, from what is in the input.
func (o *oracle) chance(in readiness.Input) float64 {
	c := o.gather(in)
	at := sourcePlaces(in.Mocks)
	for i, m := range in.Mocks {
		if i > 0 {
			c.live(in.Mocks[i-1].Date.DaysUntil(m.Date))
		}
		c.see(m, at[m.Source])
		c.renew(o.random)
	}
	asked := shares(in.Questions, weightsOf(in))
	ahead := in.AsOf.DaysUntil(in.ExamDate)
	chance, all := 0.0, 0.0
	for i := range c.people {
		p := &c.people[i]
		p.untilExam(ahead)
		chance += c.likely[i] * p.passes(asked, p.examLuck()*o.random.NormFloat64())
		all += c.likely[i]
	}
	return chance / all
}

// gather draws the crowd anew, in the memory of the one before. Whether somebody studies until the exam is told in the input.
func (o *oracle) gather(in readiness.Input) *crowd {
	kinds := []world{o.world}
	if o.world.name == mixed {
		kinds = nil
		for _, w := range mixable() {
			if w.idle == in.HasWeeklyMinutes {
				kinds = append(kinds, w)
			}
		}
	}
	if o.crowd == nil {
		o.crowd = &crowd{people: make([]learner, o.people), spare: make([]learner, o.people), likely: make([]float64, o.people)}
	}
	weights := weightsOf(in)
	for i := range o.crowd.people {
		l := &o.crowd.people[i]
		l.become(kinds[i%len(kinds)].nobody(o.random))
		for range weights {
			l.addDomain()
		}
		for range mostSources {
			l.addSource()
		}
		l.begin()
		l.weights = weights
		o.crowd.likely[i] = 1
	}
	return o.crowd
}

func (c *crowd) live(days int) {
	for i := range c.people {
		c.people[i].live(days)
	}
}

// see weighs each of the crowd by how likely the result is from them.
func (c *crowd) see(m planner.Mock, source int) {
	logs := make([]float64, len(c.people))
	top := math.Inf(-1)
	results := newResults(m, c.people[0].weights)
	for i := range c.people {
		p := &c.people[i]
		luck := p.sources[source] + p.world.form*p.random.NormFloat64()
		logs[i] = math.Log(c.likely[i]) + results.logLikelihood(p, luck)
		top = math.Max(top, logs[i])
	}
	for i, v := range logs {
		c.likely[i] = math.Exp(v - top)
	}
}

// renew draws a new crowd from the old one, each as often as they are likely, when few are left that count.
func (c *crowd) renew(random *rand.Rand) {
	sum, squares := 0.0, 0.0
	for _, w := range c.likely {
		sum, squares = sum+w, squares+w*w
	}
	n := len(c.people)
	if sum*sum/squares > float64(n)/2 {
		return
	}
	step, from, upTo := sum/float64(n), 0, c.likely[0]
	mark := step * random.Float64() // systematic resampling
	for i := range c.spare {
		for upTo < mark && from < n-1 {
			from++
			upTo += c.likely[from]
		}
		c.spare[i].become(&c.people[from])
		mark += step
	}
	c.people, c.spare = c.spare, c.people
	for i := range c.likely {
		c.likely[i] = 1
	}
}

// become makes the learner another one, in its own memory.
func (l *learner) become(other *learner) {
	domains, sources := append(l.domains[:0], other.domains...), append(l.sources[:0], other.sources...)
	*l = *other
	l.domains, l.sources = domains, sources
}

// weightsOf are the weights of the domains, in their order.
func weightsOf(in readiness.Input) []float64 {
	out := make([]float64, len(in.Domains))
	for i, d := range in.Domains {
		out[i] = d.Weight
	}
	return out
}

// sourcePlaces numbers the sources as they come up: which of a learner's sources is which tells nothing.
func sourcePlaces(mocks []planner.Mock) map[string]int {
	at := map[string]int{}
	for _, m := range mocks {
		if _, ok := at[m.Source]; !ok {
			at[m.Source] = len(at)
		}
	}
	return at
}

// results are those of one mock: by domain, or in all.
type results struct {
	domains, right, asked []int
	whole                 bool // right[0] is all that is told
}

func newResults(m planner.Mock, weights []float64) results {
	if len(m.Domains) == 0 {
		r := results{whole: true, right: []int{m.Correct}, asked: shares(m.Total, weights)}
		for d := range weights {
			r.domains = append(r.domains, d)
		}
		return r
	}
	var r results
	for _, s := range m.Domains {
		r.domains = append(r.domains, domainPlace(s.Domain))
		r.right, r.asked = append(r.right, s.Correct), append(r.asked, s.Total)
	}
	return r
}

// logLikelihood is of the results of a learner under the luck of the form, but for what is the same for all learners.
func (r results) logLikelihood(l *learner, luck float64) float64 {
	sum, mean, variance, asked := 0.0, 0.0, 0.0, 0.0
	for i, d := range r.domains {
		n := float64(r.asked[i])
		if !r.whole && l.world.items == 0 { // p is logistic(x): its logarithms in one go, as most of the time is spent here
			x := l.level + l.domains[d] + luck
			sum += float64(r.right[i])*x - n*math.Log1p(math.Exp(x))
			continue
		}
		p := math.Min(math.Max(l.share(d, luck), 1e-12), 1-1e-12)
		if !r.whole {
			sum += float64(r.right[i])*math.Log(p/(1-p)) + n*math.Log1p(-p)
			continue
		}
		mean, variance, asked = mean+n*p, variance+n*p*(1-p), asked+n
	}
	if r.whole {
		return wholeLikelihood(float64(r.right[0]), asked, mean/asked, variance)
	}
	return sum
}

// wholeLikelihood is of right answers to questions of several domains: the binomial of their mean share, narrowed to their true variance.
func wholeLikelihood(right, asked, share, variance float64) float64 {
	narrower := asked * share * (1 - share) / variance
	below := withShare(right, asked, share) - withShare(right, asked, right/asked) // its own peak stays where it is
	return narrower*below + 0.5*math.Log(narrower)
}

// withShare is the logarithm of how likely right answers are, but for their order.
func withShare(right, asked, share float64) float64 {
	sum := 0.0
	if right > 0 {
		sum += right * math.Log(share)
	}
	if right < asked {
		sum += (asked - right) * math.Log1p(-share)
	}
	return sum
}

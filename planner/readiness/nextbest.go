package readiness

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"milepost/planner"
)

// nextBest ranks the domains by what an hour of study there adds to the chance of passing on the exam day.
//
// Three things multiply: how much the chance of passing rises with the log-odds of the whole score; how much those rise with
// the log-odds of the domain, which is w p (1-p) over the same of the whole; and how far an hour raises the domain, by
// the planner's learning curve. The result is smooth in the mocks, so that ranks change only where gains are nearly equal.
func (x *examiner) nextBest(today, examDay view, domains []planner.Domain, questions []int) []NextBest {
	slope := x.chanceSlope(examDay)
	levels := make([]float64, len(domains))
	for d, b := range x.domainBeliefs(today) {
		levels[d] = logistic(b.quantile(0.5))
	}
	whole := 0.0
	for d, w := range x.layout.weights {
		whole += float64(w * levels[d])
	}
	perShare := slope / max(whole*(1-whole), minVariance)
	out := make([]NextBest, len(domains))
	for d, w := range x.layout.weights {
		p := levels[d]
		marginal := float64(w*p*(1-p)) * perShare
		out[d] = NextBest{Domain: domains[d].ID, PassGainPerHour: marginal * abilityPerHour(p, w)}
	}
	explain(out, reasons{x.layout.weights, levels, questions, x.rules.line})
	order := make([]int, len(out))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(
			cmp.Compare(out[b].PassGainPerHour, out[a].PassGainPerHour),
			cmp.Compare(x.layout.weights[b], x.layout.weights[a]),
			cmp.Compare(out[a].Domain, out[b].Domain),
		)
	})
	sorted := make([]NextBest, len(out))
	for i, at := range order {
		sorted[i] = out[at]
	}
	return sorted
}

// abilityPerHour is what an hour of study adds to the log-odds of a domain at share p with weight w, averaged over the next hours. The
// curve closes in on its ceiling at a rate that falls with the weight: a larger domain holds more to learn.
func abilityPerHour(p, w float64) float64 {
	if w == 0 || p >= ceilingShare {
		return 0
	}
	rate := curveRate / (w * planner.DefaultHoursReference)
	gained := (ceilingShare - p) * (1 - exp(-rate*nextHours))
	return gained / nextHours / max(p*(1-p), minVariance)
}

// chanceSlope is how fast the chance of passing on the day of the view rises with the log-odds of the score.
func (x *examiner) chanceSlope(v view) float64 {
	const by = 0.05
	extra := x.passingVariance()
	chance := func(shift float64) float64 {
		m := x.overall(v, extra)
		for i := range m {
			m[i].mean += shift
		}
		return x.reaches(m)
	}
	return max((chance(by)-chance(-by))/(2*by), 0)
}

// reasons is what the sentences are made from, by domain.
type reasons struct {
	weights, levels []float64
	questions       []int
	line            float64
}

// explain gives each domain its reason; the list is still in the order of the exam.
func explain(list []NextBest, r reasons) {
	lowest := -1
	for d, w := range r.weights {
		if w > 0 && (lowest < 0 || r.levels[d] < r.levels[lowest]) {
			lowest = d
		}
	}
	for d := range list {
		list[d].Reason = r.sentence(d, d == lowest)
	}
}

func (r reasons) sentence(d int, lowest bool) string {
	level, weight := math.Round(100*r.levels[d]), math.Round(100*r.weights[d])
	switch {
	case r.weights[d] == 0:
		return "It carries no weight in the exam."
	case r.levels[d] >= ceilingShare:
		return fmt.Sprintf("Already about %.0f%%: there is hardly anything left to gain.", level)
	case r.questions[d] == 0:
		return fmt.Sprintf("No mock has asked about it yet, and it is %.0f%% of the exam.", weight)
	case lowest:
		return fmt.Sprintf("Your lowest domain, about %.0f%%, and %.0f%% of the exam.", level, weight)
	case r.levels[d] < r.line:
		return fmt.Sprintf("About %.0f%%, below the pass line, and %.0f%% of the exam.", level, weight)
	}
	return fmt.Sprintf("About %.0f%%, above the pass line, and %.0f%% of the exam.", level, weight)
}

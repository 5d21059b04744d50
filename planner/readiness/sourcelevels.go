package readiness

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// sourceLevels gives what was learned of each source's difficulty, by name.
func sourceLevels(v view, l layout, sources []source) []SourceEstimate {
	out := make([]SourceEstimate, 0, len(sources))
	for i, s := range sources {
		at := l.sourceAt(i)
		var m mixture
		for r := range v.states {
			m = append(m, normal{v.shares[r], v.states[r].mean[at], math.Sqrt(max(v.states[r].cov.at(at, at), 0))})
		}
		out = append(out, SourceEstimate{
			Name: s.name, Source: s.bank, Mocks: s.mocks, Official: s.official, Retake: s.retake,
			Offset: m.quantile(0.5), Low: m.quantile(tail), High: m.quantile(1 - tail),
		})
	}
	slices.SortStableFunc(out, func(a, b SourceEstimate) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), compareBool(a.Retake, b.Retake))
	})
	return out
}

package planner

// effectiveByDomain is the effective hours sessions bring each domain by the exam day: their own, and by weight their share of mocks and mixed sessions.
func (m *model) effectiveByDomain(sessions []Session) []float64 {
	out := make([]float64, len(m.domains))
	shared := 0.0
	for _, s := range sessions {
		h := m.effectiveHours(s)
		if s.Domain == "" {
			shared += h
		} else if i := m.domainIndex(s.Domain); i >= 0 {
			out[i] += h
		}
	}
	for i, d := range m.domains {
		out[i] += shared * d.weight
	}
	return out
}

// expectedScore is the share of exam questions answered rightly on the exam day, by the model.
func (m *model) expectedScore(effective []float64) float64 {
	sum := 0.0
	for i, d := range m.domains {
		sum += d.weight * d.curve.mastery(effective[i])
	}
	return sum
}

// allocations sums the planned minutes by domain, in the order of the study.
func (m *model) allocations(sessions []Session, effective []float64) []Allocation {
	out := make([]Allocation, len(m.domains))
	for i, d := range m.domains {
		out[d.index] = Allocation{Domain: d.id, MasteryNow: d.belief.mastery, MasteryExpected: d.curve.mastery(effective[i])}
	}
	for _, s := range sessions {
		if i := m.domainIndex(s.Domain); i >= 0 {
			out[m.domains[i].index].Minutes += s.Minutes
		}
	}
	return out
}

package planner

import "slices"

// exchange gives practice to another domain where that brings more than twice the tax on changes, outside the published days and within all rules of a plan. A new
// mock that shows a weakness does that; a day that goes by does not.
func (f *repair) exchange() {
	if !f.hasNews() {
		return
	}
	l, at := f.asLayout()
	x := l.newExchange(2 * changeTax[f.r.Steadiness.OrNormal()])
	x.done, x.clearly = f.doneHours(), clearlyMore
	for _, s := range f.r.History {
		if i := f.m.domainIndex(s.Domain); s.Status == Done && i >= 0 {
			x.own[i]++
			x.addVisit(i, f.m.request.Today.DaysUntil(s.Date))
		}
	}
	for range exchangesMost {
		n, ok := x.once()
		if !ok {
			break
		}
		k := at[n]
		f.take(k)
		it := &f.items[k]
		it.Domain, it.domain = l.sessions[n].Domain, f.m.domainIndex(l.sessions[n].Domain)
		it.reason = "Practice here adds more to your expected score now."
		f.put(k)
	}
}

// hasNews tells whether mocks have shown something. Ratings, and a mastery that was given, are what the plan was made with.
func (f *repair) hasNews() bool {
	return slices.ContainsFunc(f.m.domains, func(d domain) bool { return d.belief.evident })
}

// asLayout shows the repaired plan as a layout whose movable sessions are the practice in the draft; at tells which item each is.
func (f *repair) asLayout() (l *layout, at []int) {
	m := *f.m
	m.fixed, m.mocks = nil, f.mockDays()
	l = &layout{m: &m, spacing: m.newSpacing(), metBefore: -1, states: make([]domainState, len(m.domains))}
	for i := range l.states {
		l.states[i] = domainState{learnedOn: -1, effective: f.effective[i]}
		if !f.met(i) { // what was never met is read before it is practised
			l.states[i].learn.total = f.m.domains[i].firstPass
		}
	}
	for _, k := range f.inOrder() {
		it := f.items[k]
		switch {
		case it.gone:
			continue
		case it.Activity == Practise && it.domain >= 0 && !it.Pinned && it.day >= f.draft:
			l.sessions = append(l.sessions, it.Session)
			at = append(at, k)
		default:
			m.fixed = append(m.fixed, it.Session)
		}
		if it.Activity == Learn && it.domain >= 0 && l.states[it.domain].learnedOn < 0 && !f.met(it.domain) {
			l.states[it.domain].learn.total, l.states[it.domain].learnedOn = it.Minutes, it.day
		}
	}
	l.slots = make([]slot, len(l.sessions))
	l.setMocks()
	return l, at
}

// met tells whether a domain was studied before today.
func (f *repair) met(i int) bool {
	for _, s := range f.r.History {
		if s.Status == Done && s.Domain == f.m.domains[i].id {
			return true
		}
	}
	return false
}

// doneHours are the effective hours behind each domain whose mastery was given, as they count on the exam day.
func (f *repair) doneHours() []float64 {
	out := make([]float64, len(f.m.domains))
	for i, d := range f.m.domains {
		if !d.belief.given {
			continue
		}
		for _, s := range f.r.History {
			if share := creditShare(s, d.id, d.weight); s.Status == Done && share > 0 {
				out[i] += share * effect(s.Activity) * retained(s.Date.DaysUntil(f.m.study.ExamDate)) * f.m.content(s) / 60
			}
		}
	}
	return out
}

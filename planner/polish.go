package planner

import (
	"cmp"
	"slices"
)

// polish gives practice sessions to domains that gain more from them, one at a time, while it can: rules on spacing and on shares of a day have pushed the split
// of the minutes away from the best one, and an exchange that breaks none of them brings some of it back.
func (l *layout) polish() {
	for i, h := range l.m.effectiveByDomain(slices.Concat(l.m.fixed, l.sessions)) {
		l.states[i].effective = h
	}
	x := l.newExchange(exchangeLeast)
	for range exchangesMost {
		if _, ok := x.once(); !ok {
			return
		}
	}
}

// newExchange prepares exchanges that bring at least so much of the expected score.
func (l *layout) newExchange(least float64) *exchange {
	x := &exchange{layout: l, least: gainKey(least), visits: l.visitDays(), days: l.contents(), own: make([]int, len(l.states))}
	for _, all := range [][]Session{l.m.fixed, l.sessions} {
		for _, s := range all {
			if i := l.m.domainIndex(s.Domain); i >= 0 {
				x.own[i]++
			}
		}
	}
	return x
}

// exchange is the state of polishing.
type exchange struct {
	*layout
	visits  [][]int       // by domain, the days on which it is met, in order; a day stands there once for each session
	own     []int         // sessions of each domain
	clearly float64       // how many times as much an hour must bring; 0 for any more
	least   int64         // gain below which an exchange is not worth it
	done    []float64     // by domain, effective hours that may or may not be part of its mastery; nil for none
	days    []dayContents // by day
}

// dayContents is what a day holds in all.
type dayContents struct {
	count, total int
	minutes      []int // by domain
}

// visitDays lists for each domain the days on which it is met: in its sessions, in mocks, in pinned sessions.
func (l *layout) visitDays() [][]int {
	out := make([][]int, len(l.states))
	add := func(s Session) {
		t := l.m.request.Today.DaysUntil(s.Date)
		if i := l.m.domainIndex(s.Domain); i >= 0 {
			out[i] = append(out[i], t)
		} else if s.Activity != Debrief {
			for i := range out {
				out[i] = append(out[i], t)
			}
		}
	}
	for _, s := range l.m.fixed {
		add(s)
	}
	for _, s := range l.sessions {
		add(s)
	}
	for i := range out {
		slices.Sort(out[i])
	}
	return out
}

// contents adds up the days.
func (l *layout) contents() []dayContents {
	out := make([]dayContents, len(l.m.days))
	minutes := make([]int, len(l.m.days)*len(l.states))
	for t := range out {
		out[t].minutes = minutes[t*len(l.states) : (t+1)*len(l.states)]
	}
	for _, all := range [][]Session{l.m.fixed, l.sessions} {
		for _, s := range all {
			t := l.m.request.Today.DaysUntil(s.Date)
			out[t].count++
			out[t].total += s.Minutes
			if i := l.m.domainIndex(s.Domain); i >= 0 {
				out[t].minutes[i] += s.Minutes
			}
		}
	}
	return out
}

// once makes the best exchange among the few domains that would gain most and lose least; it answers which session
// changed.
func (x *exchange) once() (int, bool) {
	order := x.byMarginal()
	for r := 0; r < min(exchangeWidth, len(order)); r++ {
		to := order[r]
		for g := len(order) - 1; g > r && g >= len(order)-exchangeWidth; g-- {
			if k, ok := x.best(order[g], to); ok {
				x.give(k, to)
				return k, true
			}
		}
	}
	return 0, false
}

// byMarginal orders the domains with weight by what one more hour brings, most first.
func (x *exchange) byMarginal() []int {
	order := make([]int, 0, len(x.states))
	keys := make([]int64, len(x.states))
	for i, d := range x.m.domains {
		if d.weight > 0 {
			order = append(order, i)
			keys[i] = gainKey(d.curve.marginal(x.states[i].effective))
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(keys[b], keys[a]) })
	return order
}

// best is the practice session of one domain that another gains most from, if the exchange is worth it and allowed.
func (x *exchange) best(from, to int) (int, bool) {
	at, bestGain := -1, x.least
	for k, s := range x.sessions {
		if s.Activity != Practise || s.Domain != x.m.domains[from].id {
			continue
		}
		h := x.m.effectiveHours(s)
		if gain := x.gain(from, to, h); gain > bestGain && x.mayGive(k, from, to) {
			at, bestGain = k, gain
		}
	}
	return at, at >= 0
}

// gain is what the exchange of so many effective hours brings. Where it is not known whether the work done is part of the mastery that was given, it is the lesser
// of both views.
func (x *exchange) gain(from, to int, h float64) int64 {
	view := func(done func(i int) float64) int64 {
		if x.clearly > 0 && x.m.domains[to].curve.marginal(x.states[to].effective+done(to)) < x.clearly*x.m.domains[from].curve.marginal(x.states[from].effective+done(from)) {
			return 0
		}
		return gainKey(x.m.domains[to].curve.gain(x.states[to].effective+done(to), h) -
			x.m.domains[from].curve.gain(x.states[from].effective+done(from)-h, h))
	}
	out := view(func(int) float64 { return 0 })
	if x.done != nil {
		out = min(out, view(func(i int) float64 { return x.done[i] }))
	}
	return out
}

// mayGive tells whether a session may change its domain without breaking a rule.
func (x *exchange) mayGive(k, from, to int) bool {
	s := x.sessions[k]
	t := x.m.request.Today.DaysUntil(s.Date)
	if r := x.states[to]; r.learn.total > 0 && (r.learnedOn < 0 || r.learnedOn >= t) {
		return false
	}
	d := x.days[t]
	if d.count >= 3 && d.minutes[to]+s.Minutes > x.mostOf(d.total, to) {
		return false
	}
	return x.maySpare(from, t) && x.mayCome(to, t)
}

// mayCome tells whether a visit on a day leaves no gap that is too long: one before the first or after the last so far must lie close to it.
func (x *exchange) mayCome(i, t int) bool {
	v := x.visits[i]
	switch at, _ := slices.BinarySearch(v, t); {
	case len(v) == 0:
		return true
	case at == 0:
		return x.spacing.gap(t, v[0]) <= longestGap(x.spacing.exam-t)
	case at == len(v):
		return x.spacing.gap(v[at-1], t) <= longestGap(x.spacing.exam-v[at-1])
	}
	return true
}

// maySpare tells whether a domain can do without one visit on a day: it is still met before the first mock and in the last days, and its gaps stay short.
func (x *exchange) maySpare(i, t int) bool {
	v := x.visits[i]
	at, _ := slices.BinarySearch(v, t)
	switch {
	case x.own[i] == 1 || len(v) == 1:
		return false
	case at+1 < len(v) && v[at+1] == t:
		return true // met twice that day
	case at == 0:
		return x.metBefore < 0 || v[1] < x.metBefore
	case at == len(v)-1:
		return x.finalFrom == noDeadline || v[at-1] >= x.finalFrom
	}
	return x.spacing.gap(v[at-1], v[at+1]) <= longestGap(x.spacing.exam-v[at-1])
}

// give makes the exchange.
func (x *exchange) give(k, to int) {
	s := &x.sessions[k]
	from := x.m.domainIndex(s.Domain)
	t := x.m.request.Today.DaysUntil(s.Date)
	h := x.m.effectiveHours(*s)
	s.Domain, s.Reason = x.m.domains[to].id, reasonPractise
	x.own[from]--
	x.own[to]++
	x.states[from].effective -= h
	x.states[to].effective += h
	x.days[t].minutes[from] -= s.Minutes
	x.days[t].minutes[to] += s.Minutes
	at, _ := slices.BinarySearch(x.visits[from], t)
	x.visits[from] = slices.Delete(x.visits[from], at, at+1)
	at, _ = slices.BinarySearch(x.visits[to], t)
	x.visits[to] = slices.Insert(x.visits[to], at, t)
}

// addVisit notes a visit from outside the sessions.
func (x *exchange) addVisit(i, t int) {
	at, _ := slices.BinarySearch(x.visits[i], t)
	x.visits[i] = slices.Insert(x.visits[i], at, t)
}

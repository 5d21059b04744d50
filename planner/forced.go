package planner

import (
	"cmp"
	"slices"
)

// forced picks the domain that can wait no longer, if there is one. Domains are put in the order of their deadlines (earliest deadline first, which is
// optimal for one person at a time); when as many must be met by some deadline as there are sessions left until then, the first of them is due now.
func (l *layout) forced(minutes int) (piece, bool) {
	if i, ok := l.unmetBeforeMock(); ok {
		return l.forcedPiece(i, minutes)
	}
	waiting := l.waiting()
	for j, w := range waiting {
		if l.through[min(w.deadline, len(l.through)-1)]-l.index <= j+1 {
			return l.firstOf(waiting[:j+1], minutes)
		}
	}
	return piece{}, false
}

// firstOf is the forced session of the first waiting domain that may have one within its share of the day, shortened where that helps.
func (l *layout) firstOf(waiting []wait, minutes int) (piece, bool) {
	for _, w := range waiting {
		p, ok := l.forcedPiece(w.domain, minutes)
		if !ok {
			continue
		}
		if !l.allowed(w.domain, p.minutes, withinShare) {
			p.minutes = fitPiece(shortestSession, minutes)
		}
		if l.allowed(w.domain, p.minutes, withinShare) {
			return p, true
		}
	}
	return piece{}, false
}

// unmetBeforeMock is the next domain that has to be met now for all of them to be met before the first mock. It comes before good spacing: a mock on material
// never seen measures nothing, a gap too long costs a little.
func (l *layout) unmetBeforeMock() (int, bool) {
	if l.metBefore <= l.day.day {
		return 0, false
	}
	first, unmet := -1, 0
	for _, i := range l.firstPassOrder {
		if l.states[i].seen || l.m.domains[i].weight == 0 {
			continue
		}
		if unmet++; first < 0 {
			first = i
		}
	}
	return first, unmet > 0 && l.through[l.metBefore-1]-l.index <= unmet
}

// wait is a domain with the last day on which it may be met.
type wait struct{ domain, deadline int }

// waiting lists the domains that have a deadline near enough to matter, earliest first.
func (l *layout) waiting() []wait {
	var out []wait
	for i := range l.states {
		deadline := l.deadlineOf(i)
		if deadline == noDeadline || l.through[deadline]-l.index > len(l.states) || !l.allowed(i, min(l.m.usual, reviewPiece), withinShare) {
			continue
		}
		out = append(out, wait{i, deadline})
	}
	slices.SortFunc(out, func(a, b wait) int {
		return cmp.Or(cmp.Compare(a.deadline, b.deadline), cmp.Compare(l.rank[a.domain], l.rank[b.domain]))
	})
	return out
}

// deadlineOf is the last day on which a domain may be met next: because of its spacing, the first mock, or the end.
func (l *layout) deadlineOf(i int) int {
	s := &l.states[i]
	t := l.day.day
	if l.m.domains[i].weight == 0 {
		return noDeadline
	}
	deadline := noDeadline
	if s.seen && s.deadline != noDeadline && l.canRevisit(i) {
		deadline = max(s.deadline, t)
	}
	if !s.seen && l.metBefore > t {
		deadline = min(deadline, l.metBefore-1)
	}
	if t >= l.finalFrom && s.lastVisit < l.finalFrom && !l.mixFinal {
		deadline = min(deadline, len(l.m.days)-1)
	}
	return deadline
}

// canRevisit tells whether a domain has time of its own, or the reviews have, for another visit.
func (l *layout) canRevisit(i int) bool {
	s := &l.states[i]
	if l.day.day < l.m.taper && s.learn.left() > 0 {
		return true
	}
	return 2*s.practise.left() >= shortestSession || l.reviewLeft >= shortestSession
}

// forcedPiece is the session of a forced visit: first pass if it is under way, a short spaced review when the gap has grown long, else practice.
func (l *layout) forcedPiece(i, minutes int) (piece, bool) {
	s := &l.states[i]
	t := l.day.day
	if t < l.m.taper && s.learn.left() > 0 {
		p := l.learnPiece(i, minutes)
		if !s.seen && l.metBefore > t {
			p.reason = reasonBeforeMock
		}
		return p, true
	}
	gap := t - s.lastVisit
	review := fitPiece(reviewPiece, minutes)
	if minutes < reviewPiece+shortestSession {
		review = fitPiece(shortestSession, minutes)
	}
	if s.seen && l.reviewLeft >= review && float64(gap) >= bestGap(len(l.m.days)-s.lastVisit) {
		l.reviewLeft -= review
		return piece{i, Review, review, reasonDue(gap)}, true
	}
	switch {
	case !s.seen && l.metBefore > t:
		return piece{i, Practise, review, reasonBeforeMock}, true
	case !s.seen:
		return piece{i, Practise, review, reasonFirstMet}, true
	case t >= l.finalFrom && s.lastVisit < l.finalFrom:
		return piece{i, Practise, fitPiece(max(s.practise.left(), review), minutes), reasonFinal}, true
	case 2*s.practise.left() >= shortestSession:
		return piece{i, Practise, fitPiece(max(s.practise.left(), review), minutes), reasonKeepUp}, true
	}
	return piece{}, false
}

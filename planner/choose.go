package planner

import (
	"cmp"
	"slices"
)

// choose picks what the next minutes of the day are for.
func (l *layout) choose(minutes int) piece {
	if p, ok := l.forced(minutes); ok {
		return p
	}
	kinds := []func(int, rule) (piece, bool){l.choosePractice, l.chooseLearning}
	if l.learningIsDue(minutes) {
		slices.Reverse(kinds)
	}
	for _, kind := range kinds {
		for _, r := range []rule{notTwice, withinShare} {
			if p, ok := kind(minutes, r); ok {
				return p
			}
		}
	}
	for _, r := range []rule{notTwice, withinShare} {
		if p, ok := l.chooseBest(minutes, r); ok {
			return p
		}
	}
	if p, ok := l.chooseLearning(minutes, evenUnread); ok {
		return p
	}
	for _, r := range []rule{evenUnread, anything} {
		if p, ok := l.chooseBest(minutes, r); ok {
			return p
		}
	}
	return piece{domain: 0, activity: Practise, minutes: minutes, reason: reasonKeepUp}
}

// rule is how strict a choice is about variety within a day.
type rule int

const (
	notTwice    rule = iota // not the domain just studied, and within its share of the day
	withinShare             // within its share of the day
	evenUnread              // the same, with more first passes open than is good, and practice of what was not read yet
	anything
)

// allowed tells whether a domain may have so many more minutes of this day.
func (l *layout) allowed(i, minutes int, r rule) bool {
	if r == anything || l.m.weighted == 1 {
		return true
	}
	if r == notTwice && l.day.previous == i {
		return false
	}
	return l.day.count < 3 || l.day.minutes[i]+minutes <= l.mostOfDay(i)
}

// mostOfDay is the most minutes of the day one domain may have when the day has three sessions or more.
func (l *layout) mostOfDay(i int) int {
	return l.mostOf(l.day.total, i)
}

// mostOf is the most a domain may have of so many minutes in a day. A domain that holds more than dayShareOfDomain of all there is to gain may have all of a day:
// otherwise a longer day, cut into more sessions, would hold less of what is needed.
func (l *layout) mostOf(total, i int) int {
	if l.m.domains[i].share > dayShareOfDomain {
		return total
	}
	return int(dayShareOfDomain * float64(total))
}

// learningIsDue tells whether the first pass comes before practice now: when it would not be finished before the taper otherwise, or when it is behind its
// even pace over the span.
func (l *layout) learningIsDue(minutes int) bool {
	if l.learn.left() <= 0 {
		return false
	}
	if l.learn.left() >= l.beforeTaper-l.m.usual {
		return true
	}
	from := practiceFrom * float64(l.span)
	half := float64(minutes) / 2
	learnDue := (float64(l.learn.done) + half) * float64(l.span) / float64(l.learn.total)
	practiseDue := from + (float64(l.practise.done)+half)*(float64(l.total)-from)/float64(max(l.practise.total, 1))
	return learnDue <= practiseDue
}

// firstPassOrder is the order in which first passes are begun: most exam score to gain first.
func (m *model) firstPassOrder() []int {
	order := make([]int, len(m.domains))
	for i := range order {
		order[i] = i
	}
	gain := func(i int) int64 {
		c := m.domains[i].curve
		return gainKey(c.weight * (masteryCeiling - c.start))
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(gain(b), gain(a)) })
	return order
}

// chooseLearning picks among the first passes under way, and the next one when fewer than openDomains are, by smooth weighted round-robin: no domain
// is ever more than a session away from its share.
func (l *layout) chooseLearning(minutes int, r rule) (piece, bool) {
	if l.day.day >= l.m.taper || l.learn.left() <= 0 {
		return piece{}, false
	}
	best, sum := -1, 0
	for _, i := range l.openFirstPasses(r) {
		s := &l.states[i]
		if !l.allowed(i, fitPiece(s.learn.left(), minutes), r) {
			continue
		}
		sum += s.learn.total
		s.credit += s.learn.total
		if best < 0 || s.credit > l.states[best].credit {
			best = i
		}
	}
	if best < 0 {
		return piece{}, false
	}
	l.states[best].credit -= sum
	return l.learnPiece(best, minutes), true
}

// openFirstPasses lists the domains whose first pass is under way, and as many next ones as may be begun.
func (l *layout) openFirstPasses(r rule) []int {
	var open, next []int
	for _, i := range l.firstPassOrder {
		s := l.states[i]
		switch {
		case s.learn.left() <= 0:
		case s.learnedOn >= 0:
			open = append(open, i)
		default:
			next = append(next, i)
		}
	}
	if r >= evenUnread {
		return append(open, next...)
	}
	return append(open, next[:min(max(openDomains-len(open), 0), len(next))]...)
}

func (l *layout) learnPiece(i, minutes int) piece {
	s := l.states[i]
	reason := reasonLearn
	if s.learnedOn < 0 {
		reason = reasonLearnOpen
	}
	return piece{i, Learn, fitPiece(s.learn.left(), minutes), reason}
}

// fitPiece is how much of the minutes at hand is used when only so many are wanted: all of them, or a part that leaves a whole session.
func fitPiece(wanted, minutes int) int {
	wanted -= wanted % minuteStep // nobody studies for 41 minutes
	if wanted >= shortestSession && minutes-wanted >= shortestSession {
		return wanted
	}
	return minutes
}

// choosePractice picks the domain whose next practice is due first. Practice of a domain is spread evenly from when it was first met to the exam, and
// begins the day after its first pass did.
func (l *layout) choosePractice(minutes int, r rule) (piece, bool) {
	best, bestDue := -1, int64(0)
	for i := range l.states {
		s := &l.states[i]
		use := fitPiece(s.practise.left(), minutes)
		if 2*s.practise.left() < use || !l.mayPractise(i) || !l.allowed(i, use, r) {
			continue
		}
		due := float64(s.openedAt) + (float64(s.practise.done)+float64(use)/2)*float64(l.total-s.openedAt)/float64(s.practise.total)
		if key := gainKey(due / float64(l.total)); best < 0 || key < bestDue {
			best, bestDue = i, key
		}
	}
	if best < 0 {
		return piece{}, false
	}
	return piece{best, Practise, fitPiece(l.states[best].practise.left(), minutes), reasonKeepUp}, true
}

// mayPractise: what still has to be read is read before it is practised.
func (l *layout) mayPractise(i int) bool {
	s := l.states[i]
	return s.learn.total == 0 || (s.learnedOn >= 0 && s.learnedOn < l.day.day)
}

// chooseBest gives left-over minutes to the domain that gains most from them.
func (l *layout) chooseBest(minutes int, r rule) (piece, bool) {
	best, bestGain := -1, int64(0)
	for i, d := range l.m.domains {
		if d.weight == 0 || !l.allowed(i, minutes, r) {
			continue
		}
		if r < evenUnread && !l.mayPractise(i) {
			continue
		}
		if g := gainKey(d.curve.marginal(l.states[i].effective)); best < 0 || g > bestGain {
			best, bestGain = i, g
		}
	}
	return piece{best, Practise, minutes, reasonPractise}, best >= 0
}

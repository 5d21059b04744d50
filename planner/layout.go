package planner

import (
	"cmp"
	"slices"
)

// layout walks the days and gives each stretch of them to a domain: first the domains whose turn can no longer wait, then first pass or practice,
// whichever is due earlier, and within it the domain furthest behind its share.
type layout struct {
	m       *model
	slots   []slot
	through []int // through[t] slots lie on days up to t
	index   int   // of the slot being filled
	states  []domainState
	spacing spacing
	day     dayState
	mixed   []mixedDay

	pos, total      int // minutes laid out, and in all
	beforeTaper     int // minutes left before the taper
	span            int // minutes the first pass is spread over
	learn, practise progress
	reviewLeft      int   // minutes that may still become spaced reviews
	metBefore       int   // day of the first mock, or -1: every domain is met before it
	finalFrom       int   // first day of the final visits; noDeadline when a mock lies in the last days
	mixFinal        bool  // sessions are too few for a final visit to each domain: one mixed review for all
	firstPassOrder  []int // domains, most exam score to gain first
	rank            []int // of each domain in firstPassOrder
	longGaps        int   // visits that come later than good spacing asks for
	sessions        []Session
}

// progress counts minutes of a kind.
type progress struct{ done, total int }

func (p progress) left() int { return p.total - p.done }

// domainState is where one domain stands while the days are walked.
type domainState struct {
	learn, practise progress
	seen            bool
	openedAt        int // minutes laid out when it was first met
	lastVisit       int // day
	deadline        int // day by which it must be met again
	learnedOn       int // first day of its first pass, or -1
	credit          int // of the smooth weighted round-robin among open first passes
	effective       float64
}

// dayState is what the day being filled holds so far.
type dayState struct {
	day      int
	total    int // minutes, of all sessions it will have
	count    int // sessions it will have
	minutes  []int
	previous int // domain of the session before, or -1
}

// layOut gives every slot to a domain within the budget.
func (m *model) layOut(slots []slot, b budget) []Session {
	l := m.newLayout(slots, b)
	for i, s := range slots {
		l.index = i
		if s.day != l.day.day {
			l.beginDay(s.day)
		}
		l.fill(s)
	}
	l.readTheRest()
	l.meetTheRest()
	l.polish()
	return l.sessions
}

func (m *model) newLayout(slots []slot, b budget) *layout {
	l := &layout{
		m: m, slots: slots, spacing: m.newSpacing(), mixed: m.mixedDays(), metBefore: -1,
		states: make([]domainState, len(m.domains)), through: make([]int, len(m.days)),
	}
	for _, s := range slots {
		l.through[s.day]++
		l.total += s.minutes
		if s.day < m.taper {
			l.beforeTaper += s.minutes
		}
	}
	for t := 1; t < len(l.through); t++ {
		l.through[t] += l.through[t-1]
	}
	credit := m.fixedCredit()
	for i := range l.states {
		l.states[i] = domainState{
			learn: progress{total: b.learn[i]}, practise: progress{total: b.practise[i]},
			deadline: noDeadline, learnedOn: -1, lastVisit: -1, effective: credit[i],
		}
		l.learn.total += b.learn[i]
		l.practise.total += b.practise[i]
	}
	l.span = m.span(slots, l.learn.total)
	l.reviewLeft = int(reviewShare * float64(l.total))
	l.firstPassOrder = m.firstPassOrder()
	l.rank = make([]int, len(l.firstPassOrder))
	for at, i := range l.firstPassOrder {
		l.rank[i] = at
	}
	l.day.day = -1
	l.setMocks()
	return l
}

// setMocks notes by when every domain is to be met, and whether the last days need visits of their own.
func (l *layout) setMocks() {
	l.finalFrom = max(len(l.m.days)-finalVisitDays, 0)
	l.mixFinal = len(l.slots) < 2*l.m.weighted
	for _, t := range l.m.mocks {
		if l.metBefore < 0 {
			l.metBefore = t
		}
		if t >= len(l.m.days)-finalVisitDays {
			l.finalFrom = noDeadline
		}
	}
}

// passMixed visits the domains on the days of mocks and other mixed sessions after the present day, up to t. A mock meets every domain, half a mock or a mixed
// review those that were met before.
func (l *layout) passMixed(t int) {
	for _, d := range l.mixed {
		if d.day <= l.day.day || d.day > t {
			continue
		}
		for i := range l.states {
			if d.mock || l.states[i].seen {
				l.visit(i, d.day)
			}
		}
	}
}

// mixedDay is a day with a mock or another session over all domains.
type mixedDay struct {
	day  int
	mock bool
}

// mixedDays lists them in order.
func (m *model) mixedDays() []mixedDay {
	var out []mixedDay
	for _, s := range m.fixed {
		if s.Domain == "" && s.Activity != Debrief {
			out = append(out, mixedDay{m.request.Today.DaysUntil(s.Date), s.Activity == MockExam})
		}
	}
	slices.SortFunc(out, func(a, b mixedDay) int { return cmp.Compare(a.day, b.day) })
	return out
}

// beginDay moves to a day, past any mocks on the way: a mock meets every domain.
func (l *layout) beginDay(t int) {
	l.passMixed(t)
	l.day = dayState{day: t, minutes: make([]int, len(l.states)), previous: -1}
	date := l.m.date(t)
	for _, s := range l.m.fixed {
		if s.Date != date {
			continue
		}
		l.day.count++
		l.day.total += s.Minutes
		if i := l.m.domainIndex(s.Domain); i >= 0 {
			l.day.minutes[i] += s.Minutes
			l.visit(i, t)
		}
	}
	for i := l.index; i < len(l.slots) && l.slots[i].day == t; i++ {
		l.day.count++
		l.day.total += l.slots[i].minutes
	}
}

// visit notes that a domain is met on a day.
func (l *layout) visit(i, t int) {
	s := &l.states[i]
	switch {
	case !s.seen:
		s.seen, s.openedAt = true, l.pos
	case l.m.domains[i].weight > 0 && l.spacing.gap(s.lastVisit, t) > longestGap(l.spacing.exam-s.lastVisit):
		l.longGaps++
	}
	s.lastVisit = t
	s.deadline = l.spacing.deadline(t)
}

// fill turns a slot into one session, or into a short one and the rest.
func (l *layout) fill(s slot) {
	for left := s.minutes; left > 0; {
		p := l.choose(left)
		if left-p.minutes < shortestSession || !l.maySplit(p) {
			p.minutes = left
		}
		l.cutToShare(&p, left)
		l.place(s.day, p)
		left -= p.minutes
		if left > 0 {
			l.day.count++
		}
	}
}

// cutToShare shortens a piece that would take more than its share of the day, where that leaves a session for another domain.
func (l *layout) cutToShare(p *piece, left int) {
	if l.allowed(p.domain, p.minutes, withinShare) {
		return
	}
	room := l.mostOfDay(p.domain) - l.day.minutes[p.domain]
	room = min(room, left-shortestSession)
	if room -= room % minuteStep; room >= shortestSession {
		p.minutes = room
	}
}

// maySplit tells whether the day may have one session more after a piece. A day of two sessions may belong to one domain for the most part; with a third it
// would break the rule on shares.
func (l *layout) maySplit(p piece) bool {
	if l.day.count != 2 {
		return true
	}
	for i, n := range l.day.minutes {
		if i == p.domain {
			n += p.minutes
		}
		if n > l.mostOfDay(i) {
			return false
		}
	}
	return true
}

// piece is a session about to be placed.
type piece struct {
	domain   int
	activity Activity
	minutes  int
	reason   string
}

func (l *layout) place(t int, p piece) {
	s := &l.states[p.domain]
	if p.activity == Learn {
		s.learn.done += p.minutes
		l.learn.done += p.minutes
		if s.learnedOn < 0 {
			s.learnedOn = t
		}
		if s.learn.left() < shortestSession { // over: what is left is too little for a session, what was too much is nobody's loss
			l.learn.total -= s.learn.left()
			s.learn.total = s.learn.done
		}
	} else {
		s.practise.done += p.minutes
		l.practise.done += p.minutes
	}
	session := Session{Date: l.m.date(t), Domain: l.m.domains[p.domain].id, Activity: p.activity, Minutes: p.minutes, Reason: p.reason}
	s.effective += l.m.effectiveHours(session)
	l.visit(p.domain, t)
	l.pos += p.minutes
	if t < l.m.taper {
		l.beforeTaper -= p.minutes
	}
	l.day.minutes[p.domain] += p.minutes
	l.day.previous = p.domain
	l.sessions = append(l.sessions, session)
}

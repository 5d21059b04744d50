package planner

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

	pos, total      int // minutes laid out, and in all
	beforeTaper     int // minutes left before the taper
	span            int // minutes the first pass is spread over
	learn, practise progress
	reviewLeft      int // minutes that may still become spaced reviews
	metBefore       int // day of the first mock after the diagnostic, or -1: every domain is met before it
	finalFrom       int // first day of the final visits; noDeadline when a mock lies in the last days
	firstPassOrder  []int
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
	return l.sessions
}

func (m *model) newLayout(slots []slot, b budget) *layout {
	l := &layout{
		m: m, slots: slots, spacing: m.newSpacing(), metBefore: -1,
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
	l.day.day = -1
	l.setMocks()
	return l
}

// setMocks notes by when every domain is to be met, and whether the last days need visits of their own.
func (l *layout) setMocks() {
	l.finalFrom = max(len(l.m.days)-finalVisitDays, 0)
	for _, t := range l.m.mocks {
		if l.metBefore < 0 && t != l.m.early {
			l.metBefore = t
		}
		if t >= len(l.m.days)-finalVisitDays {
			l.finalFrom = noDeadline
		}
	}
}

// beginDay moves to a day, past any mocks on the way: a mock meets every domain.
func (l *layout) beginDay(t int) {
	for _, mock := range l.m.mocks {
		if mock > l.day.day && mock <= t {
			for i := range l.states {
				l.visit(i, mock)
			}
		}
	}
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
	if !s.seen {
		s.seen, s.openedAt = true, l.pos
	}
	s.lastVisit = t
	s.deadline = l.spacing.deadline(t)
}

// fill turns a slot into one session, or into a short one and the rest.
func (l *layout) fill(s slot) {
	for left := s.minutes; left > 0; {
		p := l.choose(left)
		if left-p.minutes < shortestSession {
			p.minutes = left
		}
		l.place(s.day, p)
		left -= p.minutes
		if left > 0 {
			l.day.count++
		}
	}
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

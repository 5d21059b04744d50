package planner

// readTheRest turns practice of a domain into what its first pass still lacks, where the rules of the days left no place for it though there was the time.
func (l *layout) readTheRest() {
	for k := range l.sessions {
		i := l.m.domainIndex(l.sessions[k].Domain)
		if i >= 0 && l.states[i].learn.left() >= shortestSession && l.mayRead(k) {
			l.read(k, i)
		}
	}
}

// mayRead tells whether a session is practice at a time when something may still be read.
func (l *layout) mayRead(k int) bool {
	s := l.sessions[k]
	return s.Activity == Practise && l.m.request.Today.DaysUntil(s.Date) < l.m.taper
}

// read makes a session of a domain first pass.
func (l *layout) read(k, i int) {
	p := &l.sessions[k]
	p.Activity, p.Reason = Learn, reasonLearn
	l.states[i].learn.done += p.Minutes
	if t := l.m.request.Today.DaysUntil(p.Date); l.states[i].learnedOn < 0 || t < l.states[i].learnedOn {
		l.states[i].learnedOn = t
	}
}

package planner

// findNew adds first pass that the study asks for and the plan never held: that of a domain added later, or what a harder domain takes more. A plan that had too little
// time for its first pass lacks some of it everywhere and is not touched: nothing is new in it.
func (f *repair) findNew() {
	lacking := f.lackingFirstPass()
	asked := f.newFirstPass(lacking)
	if len(asked) == 0 {
		return
	}
	now := f.learnIn(f.r.Request)
	begun := f.learnIn(Request{Today: f.begun(), Study: f.r.Study})
	for _, i := range asked {
		if now[i]+shortestSession <= f.m.domains[i].firstPass || begun[i] < f.learnEver(i)+shortestSession {
			continue // a new plan has no time for it either, or the plan has had what it began with
		}
		reason := reasonMoreToRead
		if f.unknown(i) {
			reason = reasonNewDomain
		}
		for _, minutes := range splitDay(lacking[i]-lacking[i]%minuteStep, f.m.usual, maxSessions) {
			f.lost = append(f.lost, lostWork{i, minutes, -1, reason})
		}
	}
}

// learnIn is by domain the first pass a plan made anew would hold.
func (f *repair) learnIn(r Request) []int {
	p, _ := outcome(r, true)
	out := make([]int, len(f.m.domains))
	for _, s := range p.Sessions {
		if i := f.m.domainIndex(s.Domain); i >= 0 && s.Activity == Learn {
			out[i] += s.Minutes
		}
	}
	return out
}

// begun is the day the plan began.
func (f *repair) begun() Date {
	if s := f.r.Study.Start; !s.IsZero() && s.Before(f.r.Today) {
		return s
	}
	return f.r.Today
}

// lackingFirstPass is by domain the first pass to do that is neither planned, nor about to be made up, nor given up by the person.
func (f *repair) lackingFirstPass() []int {
	out := make([]int, len(f.m.domains))
	for i, d := range f.m.domains {
		out[i] = d.firstPass + f.pinnedLearn(i)
	}
	for _, it := range f.items {
		if it.domain >= 0 && !it.gone && it.Activity == Learn {
			out[it.domain] -= it.Minutes
		}
	}
	for _, l := range f.lost {
		out[l.domain] -= l.minutes
	}
	for _, s := range f.r.History {
		i := f.m.domainIndex(s.Domain)
		if i < 0 || s.Activity != Learn {
			continue
		}
		switch s.Status {
		case Skipped:
			out[i] -= s.Minutes
		case Done:
			out[i] -= max(s.Minutes-s.DoneMinutes, 0)
		}
	}
	return out
}

// newFirstPass lists the domains whose first pass is new, or has grown by a good part. When no other domain has all of its own, or there is none, the plan was short of time.
func (f *repair) newFirstPass(lacking []int) []int {
	var out []int
	whole := false
	for i, d := range f.m.domains {
		switch grown := max(firstPassGrown, f.learnEver(i)/2); {
		case d.weight == 0:
		case lacking[i] >= shortestSession && f.unknown(i), lacking[i] >= grown:
			out = append(out, i)
		case lacking[i] > shortestSession+minuteStep:
			return nil
		case f.learnEver(i) > 0:
			whole = true
		}
	}
	if !whole {
		return nil
	}
	return out
}

// learnEver is the first pass of a domain a plan holds or has held, whatever became of it.
func (f *repair) learnEver(i int) int {
	sum := 0
	for _, s := range f.r.Plan {
		if s.Activity == Learn && s.Domain == f.m.domains[i].id {
			sum += s.Minutes
		}
	}
	return sum
}

// unknown tells whether no session of a plan was ever about a domain.
func (f *repair) unknown(i int) bool {
	for _, s := range f.r.Plan {
		if s.Domain == f.m.domains[i].id {
			return false
		}
	}
	return true
}

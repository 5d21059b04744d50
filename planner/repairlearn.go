package planner

import "fmt"

// findLost adds what was missed of the first pass. Only what is really lacking is made up: a first pass that mocks have
// shortened meanwhile, or that is planned elsewhere already, is not.
func (f *repair) findLost() {
	planned := make([]int, len(f.m.domains))
	for _, it := range f.items {
		if it.domain >= 0 && !it.gone && it.Activity == Learn {
			planned[it.domain] += it.Minutes
		}
	}
	put := f.lost
	f.lost = nil
	lacking := func(i int) int { return f.m.domains[i].firstPass + f.pinnedLearn(i) - planned[i] }
	for _, l := range put {
		if l.minutes = min(l.minutes, lacking(l.domain)); l.minutes >= shortestSession {
			f.lost = append(f.lost, l)
			planned[l.domain] += l.minutes
		}
	}
	for _, s := range f.r.History {
		i := f.m.domainIndex(s.Domain)
		if s.Status != Missed || s.Activity != Learn || i < 0 {
			continue
		}
		if minutes := min(s.Minutes, lacking(i)); minutes >= shortestSession {
			f.lost = append(f.lost, lostWork{i, minutes, -1, fmt.Sprintf("Made up: missed on %s.", longDate(s.Date))})
			planned[i] += minutes
		}
	}
}

// pinnedLearn is the first pass of a domain its user has pinned, which the model has taken off what is to do.
func (f *repair) pinnedLearn(i int) int {
	sum := 0
	for _, it := range f.items {
		if it.Pinned && !it.gone && it.domain == i && it.Activity == Learn {
			sum += it.Minutes
		}
	}
	return sum
}

// makeUp gives lost first pass the first free time before the taper, which is what the buffer is for; else it takes the place of practice.
func (f *repair) makeUp() {
	for _, l := range f.lost {
		if f.r.Backlog != BacklogDrop && f.intoFreeTime(l) {
			continue
		}
		f.inPlaceOfPractice(l)
	}
}

// intoFreeTime puts lost work on the first day that has the time.
func (f *repair) intoFreeTime(l lostWork) bool {
	for t := f.first; t < min(f.m.taper, len(f.used)); t++ {
		if f.free(t) < l.minutes {
			continue
		}
		if l.item >= 0 && f.items[l.item].Minutes == l.minutes {
			f.moveTo(l.item, t, "Moved: "+lowerFirst(l.reason))
		} else {
			f.add(t, Session{Domain: f.m.domains[l.domain].id, Activity: Learn, Minutes: l.minutes}, l.reason)
		}
		return true
	}
	return false
}

// free is the time of a day that holds nothing.
func (f *repair) free(t int) int { return f.limit[t] - f.used[t] }

// inPlaceOfPractice turns practice into the lost first pass: practice of the same domain first, else the session that is worth least; never within the published days,
// and at most placesMost sessions for one that was lost.
func (f *repair) inPlaceOfPractice(l lostWork) {
	left := l.minutes
	for range placesMost {
		if left < shortestSession {
			return
		}
		best := -1
		for k, it := range f.items {
			if it.gone || it.Pinned || it.fresh || it.reason != "" || it.Activity != Practise || it.domain < 0 || it.day < f.draft || it.day >= f.m.taper {
				continue
			}
			if best < 0 || f.betterFor(l.domain, k, best) {
				best = k
			}
		}
		if best < 0 {
			return
		}
		f.take(best)
		it := &f.items[best]
		left -= it.Minutes
		it.Domain, it.domain, it.Activity, it.reason = f.m.domains[l.domain].id, l.domain, Learn, l.reason
		f.put(best)
	}
}

// betterFor compares two practice sessions as places for first pass of a domain.
func (f *repair) betterFor(domain, a, b int) bool {
	if sameA, sameB := f.items[a].domain == domain, f.items[b].domain == domain; sameA != sameB {
		return sameA
	} else if sameA {
		return f.items[a].day < f.items[b].day
	}
	if wa, wb := f.worth(a), f.worth(b); wa != wb {
		return wa < wb
	}
	return f.items[a].day < f.items[b].day
}

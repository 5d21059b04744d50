package planner

import (
	"cmp"
	"fmt"
	"slices"
)

// fillFree gives time that has become free to the domains that gain most. What a plan holds back as buffer is not free time; only when clearly more than that is
// free, because a day off was cancelled or a week has more hours, are sessions added.
func (f *repair) fillFree() {
	for _, r := range f.r.Freed {
		for t := max(f.first, f.r.Today.DaysUntil(r.First)); t <= f.r.Today.DaysUntil(r.Last) && t < len(f.used); t++ {
			f.fillDay(t, f.free(t)-int(f.m.study.Buffer*float64(f.limit[t])))
		}
	}
	spare := f.spare()
	if spare < f.m.usual+f.weekOfBuffer() {
		return
	}
	days := make([]int, 0, len(f.used))
	for t := f.first; t < len(f.used); t++ {
		if f.free(t) >= shortestSession {
			days = append(days, t)
		}
	}
	slices.SortStableFunc(days, func(a, b int) int { return cmp.Compare(f.free(b), f.free(a)) })
	for _, t := range days {
		spare -= f.fillDay(t, min(f.free(t), spare))
		if spare < shortestSession {
			return
		}
	}
}

// fillDay gives so many minutes of a day, in sessions, to the domains that gain most; it answers how many were given.
func (f *repair) fillDay(t, minutes int) int {
	given := 0
	for _, n := range splitDay(minutes-minutes%minuteStep, f.m.usual, len(f.used)+longestSession) {
		i, ok := f.mostToGain(t)
		if !ok {
			break
		}
		f.add(t, Session{Domain: f.m.domains[i].id, Activity: Practise, Minutes: n}, "There is free time here now, and this domain gains most from it.")
		given += n
	}
	return given
}

// spare is the free time beyond what is held back as buffer.
func (f *repair) spare() int {
	free, all := 0, 0
	for t := f.first; t < len(f.used); t++ {
		if n := f.free(t); n >= shortestSession {
			free += n
		}
		all += f.limit[t]
	}
	return free - int(f.m.study.Buffer*float64(all))
}

// weekOfBuffer is what the fullest week holds back, the one under way included: on which of its days that lies must not look like free time.
func (f *repair) weekOfBuffer() int {
	const week = 7
	sum, most := 0, 0
	offered := func(t int) int {
		if t < 0 {
			return f.m.study.Availability.Minutes(f.m.date(t))
		}
		return f.m.days[t].offered
	}
	for t := 1 - week; t < len(f.m.days); t++ {
		sum += offered(t)
		if t >= 1 {
			sum -= offered(t - week)
		}
		most = max(most, sum)
	}
	return int(f.m.study.Buffer * float64(most))
}

// mostToGain is the domain that gains most from practice on a day. What still has to be read before is left out, as long as there is anything else.
func (f *repair) mostToGain(t int) (int, bool) {
	for _, strict := range []bool{true, false} {
		best, bestGain := -1, int64(0)
		for i, d := range f.m.domains {
			if d.weight == 0 || strict && !f.learnedBefore(i, t) {
				continue
			}
			if g := gainKey(d.curve.marginal(f.effective[i])); best < 0 || g > bestGain {
				best, bestGain = i, g
			}
		}
		if best >= 0 {
			return best, true
		}
	}
	return 0, false
}

// learnedBefore tells whether the first pass of a domain was begun before a day, or needs none.
func (f *repair) learnedBefore(i, t int) bool {
	for _, s := range f.r.History {
		if s.Status == Done && s.Domain == f.m.domains[i].id {
			return true
		}
	}
	planned := false
	for _, it := range f.items {
		if it.domain == i && it.Activity == Learn && !it.gone {
			if it.day < t {
				return true
			}
			planned = true
		}
	}
	return !planned
}

// spread puts missed practice into the free time of the coming days, one session a day, so that nobody comes back to a wall.
func (f *repair) spread() {
	t := f.first
	for _, s := range f.r.History {
		if s.Status != Missed || s.Activity == Learn || s.Activity == MockExam || s.Activity == Debrief || f.m.domainIndex(s.Domain) < 0 {
			continue
		}
		minutes := min(max(s.Minutes, shortestSession), longestSession)
		for ; t < len(f.used); t++ {
			if f.free(t) >= shortestSession {
				f.add(t, Session{Domain: s.Domain, Activity: s.Activity, Minutes: min(minutes, f.free(t))}, fmt.Sprintf("Made up: missed on %s.", longDate(s.Date)))
				t++
				break
			}
		}
	}
}

// shift goes on where one stopped: what was missed takes the place of the next sessions, these move to the places after, and the end of the queue is cut. The
// places themselves, days and minutes, stay.
func (f *repair) shift() {
	type content struct {
		id, domain string
		activity   Activity
		reason     string
	}
	var queue []content
	for _, s := range f.r.History {
		if s.Status == Missed && s.Activity != MockExam && s.Activity != Debrief && f.m.domainIndex(s.Domain) >= 0 {
			queue = append(queue, content{"", s.Domain, s.Activity, fmt.Sprintf("Made up: missed on %s.", longDate(s.Date))})
		}
	}
	if len(queue) == 0 {
		f.makeUp()
		return
	}
	var places []int
	for _, k := range f.inOrder() {
		it := f.items[k]
		if it.gone || it.Pinned || it.domain < 0 || it.day < f.first {
			continue
		}
		places = append(places, k)
		queue = append(queue, content{it.ID, it.Domain, it.Activity, "Moved later with the rest."})
	}
	before := slices.Clone(f.items)
	for _, k := range places {
		f.take(k)
		f.items[k].gone = true
	}
	for _, k := range places {
		place := before[k]
		next := slices.IndexFunc(queue, func(c content) bool { return c.activity != Learn || place.day < f.m.taper })
		if next < 0 {
			break
		}
		c := queue[next]
		queue = slices.Delete(queue, next, next+1)
		s := Session{Domain: c.domain, Activity: c.activity, Minutes: place.Minutes}
		if c.id == "" {
			f.add(place.day, s, c.reason)
			continue
		}
		at := slices.IndexFunc(f.items, func(it item) bool { return it.ID == c.id })
		f.items[at].Minutes = place.Minutes
		reason := c.reason
		if before[at].day == place.day && before[at].Minutes == place.Minutes {
			reason = before[at].reason
		}
		order := place.Order
		f.moveTo(at, place.day, reason)
		f.items[at].Order = order
	}
	for _, k := range places {
		if f.items[k].gone {
			f.items[k].reason = "There is no time left for it at the end."
		}
	}
}

// inOrder lists the items by day and order.
func (f *repair) inOrder() []int {
	out := make([]int, len(f.items))
	for k := range out {
		out[k] = k
	}
	slices.SortStableFunc(out, func(a, b int) int {
		x, y := f.items[a], f.items[b]
		return cmp.Or(cmp.Compare(x.day, y.day), cmp.Compare(x.Order, y.Order))
	})
	return out
}

package planner

import (
	"cmp"
	"fmt"
	"slices"
)

// repair is a plan being repaired: sessions by day, and what has to find another place.
type repair struct {
	r     RebalanceRequest
	m     *model
	items []item // planned sessions from today on, pinned ones included
	first int    // first day that may change
	draft int    // first day that may change for a small gain
	limit []int  // minutes a day may hold
	used  []int  // minutes it holds

	lost      []lostWork // first pass that has to be made up
	effective []float64  // by domain, of all items
	ids       *ids
}

// item is a session with its day, and why it is where it is now; kept ones have no reason.
type item struct {
	Session
	day    int
	domain int // -1 for mixed sessions, mocks and debriefs
	reason string
	gone   bool
	fresh  bool // not in the plan before
}

// lostWork is first pass that lost its place.
type lostWork struct {
	domain, minutes int
	item            int // of the session that was put off its day, or -1 when it was missed
	reason          string
}

func newRepair(r RebalanceRequest) *repair {
	f := &repair{r: r, m: newModel(r.Request), draft: r.PublishedDays}
	if r.StartTomorrow {
		f.first = 1
	}
	f.draft = max(f.draft, f.first)
	f.m.placePinned()
	f.limit = make([]int, len(f.m.days))
	f.used = make([]int, len(f.m.days))
	for t, d := range f.m.days {
		f.limit[t] = d.limit
	}
	if len(f.limit) > 0 { // what was studied today on top of the plan takes nothing from it
		f.limit[0] = max(f.limit[0], min(f.m.days[0].offered, f.plannedToday()))
	}
	f.effective = make([]float64, len(f.m.domains))
	f.ids = newIDs(r.Request)
	for _, s := range r.Plan {
		f.ids.used[s.ID] = true
	}
	f.load()
	return f
}

func (f *repair) plannedToday() int {
	sum := 0
	for _, s := range f.r.Plan {
		if s.Status == Planned && s.Date == f.r.Today {
			sum += s.Minutes
		}
	}
	return sum
}

// load takes the sessions that are still to come into the days. Those that have no day any more are lost.
func (f *repair) load() {
	for _, s := range f.r.Plan {
		if s.Status != Planned {
			continue
		}
		it := item{Session: s, day: f.m.request.Today.DaysUntil(s.Date), domain: f.m.domainIndex(s.Domain)}
		f.items = append(f.items, it)
		k := len(f.items) - 1
		switch {
		case it.day >= len(f.m.days):
			f.drop(k, fmt.Sprintf("The exam is on %s now.", longDate(f.m.study.ExamDate)))
		case s.Domain != "" && it.domain < 0:
			f.drop(k, "Its domain is no longer part of the study.")
		default:
			f.put(k)
			if s.Activity == Learn && it.day >= f.m.taper && !s.Pinned {
				f.evict(k, "These are the light days before the exam now.")
			}
		}
	}
}

// run makes the repair, from what has to change to what is only better.
func (f *repair) run() {
	f.fitDays()
	f.fitMocks()
	f.findLost()
	f.findSlower()
	f.findNew()
	if f.r.Backlog == BacklogShift {
		f.shift()
	} else {
		f.makeUp()
		if f.r.Backlog == BacklogSpread {
			f.spread()
		}
	}
	f.fillFree()
	f.exchange()
}

// put counts an item on its day.
func (f *repair) put(k int) {
	it := &f.items[k]
	f.used[it.day] += it.Minutes
	f.count(it, 1)
}

// take counts an item off its day.
func (f *repair) take(k int) {
	it := &f.items[k]
	f.used[it.day] -= it.Minutes
	f.count(it, -1)
}

// count adds an item's effective hours to its domain, or by weight to all of them.
func (f *repair) count(it *item, sign float64) {
	h := sign * f.m.effect(it.Activity) * retained(len(f.m.days)-it.day) * float64(it.Minutes) / 60
	if it.domain >= 0 {
		f.effective[it.domain] += h
		return
	}
	for i, d := range f.m.domains {
		f.effective[i] += h * d.weight
	}
}

// drop removes an item from the plan; first pass is remembered as lost.
func (f *repair) drop(k int, reason string) {
	it := &f.items[k]
	it.gone, it.reason = true, reason
	if it.Activity == Learn && it.domain >= 0 {
		f.lost = append(f.lost, lostWork{it.domain, it.Minutes, k, reason})
	}
}

// evict takes an item off its day and drops it.
func (f *repair) evict(k int, reason string) {
	f.take(k)
	f.drop(k, reason)
}

// shorten cuts an item; first pass that is cut off is lost.
func (f *repair) shorten(k, minutes int, reason string) {
	f.take(k)
	it := &f.items[k]
	cut := it.Minutes - minutes
	it.Minutes, it.reason = minutes, reason
	f.put(k)
	if it.Activity == Learn && it.domain >= 0 && cut >= shortestSession {
		f.lost = append(f.lost, lostWork{it.domain, cut, -1, reason})
	}
}

// moveTo puts an item that is off its day on another.
func (f *repair) moveTo(k, day int, reason string) {
	it := &f.items[k]
	it.day, it.Date, it.gone, it.reason = day, f.m.date(day), false, reason
	it.Order = lastInDay
	f.put(k)
}

// add puts a new session into the plan.
func (f *repair) add(day int, s Session, reason string) {
	s.Date, s.Order, s.Status, s.Reason = f.m.date(day), lastInDay, Planned, reason
	s.ID = f.ids.next(s.Domain, s.Activity)
	f.items = append(f.items, item{Session: s, day: day, domain: f.m.domainIndex(s.Domain), reason: reason, fresh: true})
	f.put(len(f.items) - 1)
}

// lastInDay sorts a session behind the others of its day.
const lastInDay = 1 << 20

// on lists the items of a day that are not gone.
func (f *repair) on(day int) []int {
	var out []int
	for k := range f.items {
		if f.items[k].day == day && !f.items[k].gone {
			out = append(out, k)
		}
	}
	return out
}

// fitDays makes room on days that hold more than they can: the cheapest session is shortened where the rest of it is still a session, else put off the day.
func (f *repair) fitDays() {
	byDay := make([][]int, len(f.used))
	for k, it := range f.items {
		if !it.gone && !it.Pinned {
			byDay[it.day] = append(byDay[it.day], k)
		}
	}
	for t := f.first; t < len(f.used); t++ {
		over := f.used[t] - f.limit[t]
		if over <= 0 {
			continue
		}
		reason := f.whyLess(t)
		slices.SortStableFunc(byDay[t], func(a, b int) int { return f.compareCost(a, b) })
		for _, k := range byDay[t] {
			if over = f.used[t] - f.limit[t]; over <= 0 {
				break
			}
			it := f.items[k]
			if rest := it.Minutes - over; rest >= shortestSession && it.Activity != MockExam {
				f.shorten(k, rest, reason)
			} else {
				f.evict(k, reason)
			}
		}
	}
}

// whyLess says why a day holds less than was planned.
func (f *repair) whyLess(t int) string {
	switch d := f.m.days[t]; {
	case d.off:
		return longDate(f.m.date(t)) + " is a day off now."
	case d.offered == 0:
		return fmt.Sprintf("There is no time on %s any more.", longDate(f.m.date(t)))
	case t >= f.m.taper:
		return "These are the light days before the exam now."
	}
	return fmt.Sprintf("%s has %s now.", longDate(f.m.date(t)), hours(f.m.days[t].offered))
}

// compareCost orders items by what it costs to lose them: practice and reviews by the score they bring, then debriefs, then first pass, then mocks.
func (f *repair) compareCost(a, b int) int {
	rank := func(k int) int {
		switch f.items[k].Activity {
		case MockExam:
			return 3
		case Learn:
			return 2
		case Debrief:
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(f.worth(a), f.worth(b)), cmp.Compare(b, a))
}

// worth is the expected score an item brings, as a whole number.
func (f *repair) worth(k int) int64 {
	it := f.items[k]
	h := f.m.effect(it.Activity) * retained(len(f.m.days)-it.day) * float64(it.Minutes) / 60
	if it.domain >= 0 {
		return gainKey(f.m.domains[it.domain].curve.gain(f.effective[it.domain]-h, h))
	}
	sum := 0.0
	for i, d := range f.m.domains {
		sum += d.curve.gain(f.effective[i]-h*d.weight, h*d.weight)
	}
	return gainKey(sum)
}

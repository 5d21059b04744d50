package planner

import "fmt"

// fitMocks gives mocks that lost their day, or were missed, another one, brings their number to what is wanted, and sees that each keeps its debrief.
func (f *repair) fitMocks() {
	f.moveMocks()
	have := f.mockDays()
	want := len(have)
	if f.r.WantMocks != nil {
		want = *f.r.WantMocks
	} else if missed := f.missedMocks(); missed > 0 {
		want = max(want, min(want+missed, f.mocksThatFit()))
	}
	for ; len(have) > want; have = f.mockDays() {
		f.removeMock(have)
	}
	for ; len(have) < want; have = f.mockDays() {
		if !f.addMock(have) {
			f.m.note(NoticeFewerMocks, fmt.Sprintf("Only %s can be given a day with %s free, %d days apart.", counted(len(have), "mock"), hours(f.m.study.MockMinutes), mockSpacing))
			break
		}
	}
	f.fitDebriefs()
}

// moveMocks moves every mock that was put off its day to the nearest that has room.
func (f *repair) moveMocks() {
	for k := range f.items {
		it := &f.items[k]
		if it.Activity != MockExam || !it.gone {
			continue
		}
		if t, ok := f.nearestRoomy(it.day, it.Minutes); ok {
			f.clear(t, it.Minutes)
			f.moveTo(k, t, "Moved to the nearest day that holds it. "+it.reason)
		}
	}
}

// mockDays are the days of the mocks, in order.
func (f *repair) mockDays() []int {
	var out []int
	for _, it := range f.items {
		if it.Activity == MockExam && !it.gone {
			out = mergeSorted(out, []int{it.day})
		}
	}
	return out
}

func (f *repair) missedMocks() int {
	n := 0
	for _, s := range f.r.History {
		if s.Activity == MockExam && s.Status == Missed {
			n++
		}
	}
	return n
}

// mocksThatFit is the number of mocks a plan made today would have.
func (f *repair) mocksThatFit() int { return f.m.mocksWithinShare(mocksFor(len(f.m.days))) }

// nearestRoomy is the day nearest to another that can hold a mock, if sessions that are no mocks make room.
func (f *repair) nearestRoomy(day, minutes int) (int, bool) {
	mocks := f.mockDays()
	for away := 0; away <= len(f.used); away++ {
		for _, t := range []int{day - away, day + away} {
			if t >= f.first && t <= len(f.used)-mockBeforeExam && f.couldHold(t, minutes) && apart(mocks, t) {
				return t, true
			}
		}
	}
	return 0, false
}

// apart tells whether a day is far enough from all mocks.
func apart(mocks []int, t int) bool {
	for _, m := range mocks {
		if abs(m-t) < mockSpacing {
			return false
		}
	}
	return true
}

// couldHold tells whether a day holds so much when practice and first pass make room.
func (f *repair) couldHold(t, minutes int) bool {
	room := f.limit[t]
	if room < minutes {
		return false
	}
	for _, k := range f.on(t) {
		if it := f.items[k]; isFixed(it.Session) {
			room -= it.Minutes
		}
	}
	return room >= minutes
}

// clear makes room for so many minutes on a day: free time first, then the cheapest sessions.
func (f *repair) clear(t, minutes int) {
	for f.free(t) < minutes {
		cheapest := -1
		for _, k := range f.on(t) {
			if isFixed(f.items[k].Session) {
				continue
			}
			if cheapest < 0 || f.compareCost(k, cheapest) < 0 {
				cheapest = k
			}
		}
		if cheapest < 0 {
			return
		}
		f.evict(cheapest, "It made room for a mock.")
	}
}

// addMock adds one at the place where it is farthest from the others, nearest to where a mock would best lie.
func (f *repair) addMock(have []int) bool {
	ideals := f.m.mockIdeals(len(have)+1, 0)
	best, bestGap := -1, -1
	for _, t := range ideals {
		gap := len(f.used)
		for _, m := range have {
			gap = min(gap, abs(m-t))
		}
		if gap > bestGap {
			best, bestGap = t, gap
		}
	}
	t, ok := f.nearestRoomy(best, f.m.study.MockMinutes)
	if !ok {
		return false
	}
	f.clear(t, f.m.study.MockMinutes)
	f.add(t, Session{Activity: MockExam, Minutes: f.m.study.MockMinutes}, f.m.mockReason(t))
	return true
}

// removeMock gives up the mock that leaves the smallest hole: the one nearest to its neighbour, never the last before the exam unless it is the only one.
func (f *repair) removeMock(have []int) {
	at, least := 0, len(f.used)+1
	for i := range have[:max(len(have)-1, 1)] {
		gap := len(f.used)
		if i+1 < len(have) {
			gap = have[i+1] - have[i]
		}
		if gap < least {
			at, least = i, gap
		}
	}
	for k, it := range f.items {
		if it.Activity == MockExam && !it.gone && it.day == have[at] {
			f.evict(k, "One mock fewer.")
			return
		}
	}
}

// fitDebriefs moves debriefs along with their mocks and adds those that are missing.
func (f *repair) fitDebriefs() {
	mocks := f.debriefed()
	due := make(map[int]int, len(mocks)) // minutes still wanted, by day of the mock
	for _, t := range mocks {
		due[t] = f.m.debriefMinutes()
	}
	var astray []int
	for k, it := range f.items {
		if it.Activity != Debrief {
			continue
		}
		mock, ok := mockOf(mocks, it.day)
		switch {
		case ok && !it.gone:
			due[mock] -= it.Minutes
		case !it.Pinned && (it.gone || it.day >= f.first && !f.followsTaken(it.day)):
			if !it.gone {
				f.evict(k, "Its mock is on another day now.")
			}
			astray = append(astray, k)
		}
	}
	for _, t := range mocks {
		if f.touched(t) || len(astray) > 0 {
			astray = f.placeDebrief(t, due[t], astray)
		}
	}
}

// debriefed are the days of what has a debrief: mocks, and half mocks where no day held a whole one.
func (f *repair) debriefed() []int {
	var out []int
	for _, it := range f.items {
		if !it.gone && (it.Activity == MockExam || it.Activity == Practise && it.Domain == "") {
			out = mergeSorted(out, []int{it.day})
		}
	}
	return out
}

// mockOf is the last mock within reach of a debrief's day.
func mockOf(mocks []int, day int) (int, bool) {
	for i := len(mocks) - 1; i >= 0; i-- {
		if day >= mocks[i] && day <= mocks[i]+debriefWithin {
			return mocks[i], true
		}
	}
	return 0, false
}

// followsTaken tells whether a debrief on a day belongs to a mock that was taken in the days before.
func (f *repair) followsTaken(day int) bool {
	for _, s := range f.r.History {
		if t := f.m.request.Today.DaysUntil(s.Date); (s.Activity == MockExam || s.Activity == Practise && s.Domain == "") && s.Status == Done && day >= t && day <= t+debriefWithin {
			return true
		}
	}
	return false
}

// touched tells whether the mock of a day was moved or added.
func (f *repair) touched(day int) bool {
	for _, k := range f.on(day) {
		if it := f.items[k]; it.Activity == MockExam && (it.fresh || it.reason != "") {
			return true
		}
	}
	return false
}

// placeDebrief finds room for the debrief of a mock, with the sessions that lost theirs first; it answers those that are left.
func (f *repair) placeDebrief(mock, due int, astray []int) []int {
	for _, t := range []int{mock + 1, mock + 2, mock + 3, mock} {
		for due >= shortestSession && t >= f.first && t < len(f.used) {
			minutes := min(due, longestSession)
			if len(astray) > 0 {
				minutes = min(minutes, f.items[astray[0]].Minutes)
			}
			if !f.couldHold(t, minutes) {
				break
			}
			f.clear(t, minutes)
			if len(astray) > 0 {
				f.items[astray[0]].Minutes = minutes
				f.moveTo(astray[0], t, "It follows its mock.")
				astray = astray[1:]
			} else {
				f.add(t, Session{Activity: Debrief, Minutes: minutes}, reasonDebrief)
			}
			due -= minutes
		}
	}
	return astray
}

package planner

import (
	"fmt"
	"math"
)

// waysOut are the things that would make a plan fit, cheapest first. Each was really tried: its verdict is what comes out.
func waysOut(r Request, now answer) []WayOut {
	if now.verdict == Fits {
		return nil
	}
	try := trial{request: r, now: now}
	var out []WayOut
	for _, way := range []func() (WayOut, bool){try.lessBuffer, try.moreMinutes, try.laterExam, try.fewerMocks, try.lowerTarget} {
		if w, ok := way(); ok {
			out = append(out, w)
		}
	}
	return out
}

// trial tries changes on a request.
type trial struct {
	request Request
	now     answer
}

// after is the verdict once a change is made.
func (t trial) after(c Change) Verdict {
	r := t.request
	r.Study = c.Apply(r.Study)
	return quickAnswer(r).verdict
}

// helps reports whether a change brings a plan that fits, if only just.
func (t trial) helps(c Change) bool {
	v := t.after(c)
	return v == Fits || v == Tight && t.now.verdict != Tight
}

func (t trial) way(kind WayOutKind, amount int, unit, text string, c Change) WayOut {
	return WayOut{Kind: kind, Amount: amount, Unit: unit, Text: text, VerdictAfter: t.after(c), Change: c}
}

// smallest is the least n from 1 to most for which a change helps; more of it must not help less.
func (t trial) smallest(most int, change func(n int) Change) (int, bool) {
	if !t.helps(change(most)) {
		return 0, false
	}
	low, high := 0, most // does not help at low, helps at high
	for high-low > 1 {
		if mid := (low + high) / 2; t.helps(change(mid)) {
			high = mid
		} else {
			low = mid
		}
	}
	return high, true
}

func (t trial) lessBuffer() (WayOut, bool) {
	to := buffersDownTo
	c := Change{Buffer: &to}
	if t.request.Study.Buffer <= to || !t.helps(c) {
		return WayOut{}, false
	}
	text := fmt.Sprintf("Hold back %.0f %% of the time for surprises instead of %.0f %%", to*100, t.request.Study.Buffer*100)
	return t.way(LessBuffer, int(math.Round(to*100)), "percent", text, c), true
}

// moreMinutes adds the same to each study day of the week, or to every day when there is none.
func (t trial) moreMinutes() (WayOut, bool) {
	const step, most = 5, 48
	week := t.request.Study.Availability.Weekday
	days := 0
	for _, minutes := range week {
		if minutes > 0 {
			days++
		}
	}
	change := func(n int) Change {
		more := week
		for i := range more {
			if week[i] > 0 || days == 0 {
				more[i] = min(week[i]+n*step, MaxDayMinutes)
			}
		}
		return Change{Weekday: &more}
	}
	n, ok := t.smallest(most, change)
	if !ok {
		return WayOut{}, false
	}
	c, gained := change(n), 0
	for i, minutes := range c.Weekday {
		gained += minutes - week[i]
	}
	return t.way(MoreMinutes, gained, "minutes-per-week", fmt.Sprintf("%s more a week: %d min on each study day", hours(gained), n*step), c), true
}

func (t trial) laterExam() (WayOut, bool) {
	date := t.request.Study.ExamDate
	n, ok := t.smallest(365, func(n int) Change {
		later := date.AddDays(n)
		return Change{ExamDate: &later}
	})
	if !ok {
		return WayOut{}, false
	}
	later := date.AddDays(n)
	text := fmt.Sprintf("Exam on %s, %s later", longDate(later), counted(n, "day"))
	return t.way(LaterExam, n, "days", text, Change{ExamDate: &later}), true
}

// fewerMocks never gives up the last mock.
func (t trial) fewerMocks() (WayOut, bool) {
	m := newModel(t.request)
	m.placePinned()
	m.placeMocks()
	n := len(m.mocks) - 1
	c := Change{MocksWanted: &n}
	if n < 1 || !t.helps(c) {
		return WayOut{}, false
	}
	return t.way(FewerMocks, 1, "mocks", fmt.Sprintf("One mock fewer: %d instead of %d", n, n+1), c), true
}

// lowerTarget is the highest target, in whole percent, that fits.
func (t trial) lowerTarget() (WayOut, bool) {
	const least = 40
	now := int(math.Floor(t.request.Study.Target * 100))
	n, ok := t.smallest(max(now-least, 1), func(n int) Change {
		to := float64(now-n) / 100
		return Change{Target: &to}
	})
	if !ok {
		return WayOut{}, false
	}
	to := float64(now-n) / 100
	text := fmt.Sprintf("Aim at %d %% instead of %.0f %%", now-n, t.request.Study.Target*100)
	return t.way(LowerTarget, n, "score-points", text, Change{Target: &to}), true
}

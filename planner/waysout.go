package planner

import (
	"fmt"
	"math"
)

// waysOut are the changes that would make a plan fit, by what each costs: risk first, then time, then what is given up. Each was tried by building its
// plan, so the verdict it promises is the verdict it brings.
func waysOut(r Request, p Plan, m *model) []WayOut {
	if p.Verdict == Fits || p.Verdict == ExamPassed || len(m.days) == 0 {
		return nil
	}
	t := &trials{request: r, plan: p, model: m}
	if highest := highestTarget; r.Study.Target > targetCeiling {
		t.within = &highest
	}
	ways := []func() (WayOut, bool){t.longMockDay, t.lessBuffer, t.moreMinutes, t.laterExam, t.fewerMocks, t.skimDomain, t.lowerTarget}
	var out []WayOut
	for _, way := range ways {
		if w, ok := way(); ok {
			out = append(out, w)
		}
	}
	return out
}

// trials builds plans for changes of a request.
type trials struct {
	request Request
	plan    Plan
	model   *model
	within  *float64 // a target within reach, where the one that is set is beyond what any study reaches; else nil
}

// aim says what has to be aimed at instead, where the target itself is out of reach.
func (t *trials) aim() string {
	if t.within == nil {
		return ""
	}
	return fmt.Sprintf(", and aim at %.0f %%", 100*(*t.within))
}

// with builds the plan a change would bring. A change that makes no valid study brings none.
func (t *trials) with(c Change) (Plan, bool) {
	r, err := prepared(t.request.changed(c))
	if err != nil {
		return Plan{}, false
	}
	p, _ := outcome(r, true)
	return p, true
}

// changed is the request with a change made to its study.
func (r Request) changed(c Change) Request {
	r.Study = c.Apply(r.Study)
	return r
}

// helps reports whether a verdict is better than the present one, and good enough to be called a way out. Where the time is short and no day holds a mock, the time
// comes first.
func (t *trials) helps(v Verdict) bool {
	return v == Fits || v == Tight && t.plan.Verdict != Tight || v == NoRoomForAMock && t.plan.Verdict == DoesNotFit
}

// try offers a change when the plan it brings fits.
func (t *trials) try(w WayOut) (WayOut, bool) {
	p, ok := t.with(w.Change)
	w.VerdictAfter = p.Verdict
	return w, ok && t.helps(p.Verdict)
}

// smallest is the least n from 1 to most whose change fits. It starts from a guess, doubles until a change fits and halves the rest: a verdict is not
// strictly monotone in n (a session more may fall awkwardly), so the n it answers has always been tried itself.
func (t *trials) smallest(guess, most int, change func(n int) Change) (int, Verdict, bool) {
	try := func(n int) (Verdict, bool) {
		p, ok := t.with(change(n))
		return p.Verdict, ok && t.helps(p.Verdict)
	}
	low, high := 0, min(max(guess, 1), most)
	verdict, ok := try(high)
	for ; !ok; verdict, ok = try(high) {
		if high == most {
			return 0, "", false
		}
		low, high = high, min(2*high, most)
	}
	for high-low > 1 {
		mid := (low + high) / 2
		if v, fits := try(mid); fits {
			high, verdict = mid, v
		} else {
			low = mid
		}
	}
	return high, verdict, true
}

// longMockDay asks for one day that holds a whole mock: the one with most time already, at a good place for a mock.
func (t *trials) longMockDay() (WayOut, bool) {
	if !t.model.noRoom {
		return WayOut{}, false
	}
	day, ok := t.model.bestLongDay()
	if !ok {
		return WayOut{}, false
	}
	minutes := t.model.study.MockMinutes
	date := t.model.date(day)
	return t.try(WayOut{Kind: LongMockDay, Amount: minutes - t.model.days[day].offered, Unit: "minutes",
		Text:   fmt.Sprintf("One long day for a mock: %s on %s", hours(minutes), longDate(date)),
		Change: Change{Days: []DayMinutes{{Date: date, Minutes: minutes}}}})
}

func (t *trials) lessBuffer() (WayOut, bool) {
	to := buffersDownTo
	if t.request.Study.Buffer <= to {
		return WayOut{}, false
	}
	return t.try(WayOut{Kind: LessBuffer, Amount: int(math.Round(100 * to)), Unit: "percent",
		Text:   fmt.Sprintf("Hold back %.0f %% of the time for surprises instead of %.0f %%", 100*to, 100*t.request.Study.Buffer),
		Change: Change{Buffer: &to}})
}

// moreMinutes adds the same to each study day of the week, or to every day when there is none.
func (t *trials) moreMinutes() (WayOut, bool) {
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
				more[i] = min(week[i]+n*minuteStep, MaxDayMinutes)
			}
		}
		return Change{Weekday: &more, Target: t.within}
	}
	most := moreMinutesMost
	if days == 0 { // no time at all: say how much it takes, even if that is a lot
		most = MaxDayMinutes
	}
	n, verdict, ok := t.smallest(t.missingPerDay()/minuteStep, most/minuteStep, change)
	if !ok {
		return WayOut{}, false
	}
	c, gained := change(n), 0
	for i, minutes := range c.Weekday {
		gained += minutes - week[i]
	}
	text := fmt.Sprintf("%s more a week: %d min on each study day", hours(gained), n*minuteStep) + t.aim()
	return WayOut{Kind: MoreMinutes, Amount: gained, Unit: "minutes-per-week", Text: text, VerdictAfter: verdict, Change: c}, true
}

// missingPerDay is a first guess of what each study day lacks: the shortfall, and the buffer held back of it, over the days there are.
func (t *trials) missingPerDay() int {
	days := 0
	for _, d := range t.model.days[:max(t.model.taper, 0)] {
		if d.offered > 0 {
			days++
		}
	}
	short := float64(max(-t.plan.CushionMinutes, 0)) / (1 - t.request.Study.Buffer)
	return int(short) / max(days, 1)
}

// laterExam is the first day on which the same hours are enough.
func (t *trials) laterExam() (WayOut, bool) {
	date := t.request.Study.ExamDate
	perDay := float64(t.plan.AvailableMinutes) / float64(len(t.model.days))
	guess := 1
	if perDay > 0 {
		guess = int(float64(max(-t.plan.CushionMinutes, 0)) / perDay)
	}
	most := min(laterExamMost, MaxPlanDays-len(t.model.days))
	if most < 1 {
		return WayOut{}, false
	}
	n, verdict, ok := t.smallest(guess, most, func(n int) Change {
		later := date.AddDays(n)
		return Change{ExamDate: &later, Target: t.within}
	})
	if !ok {
		return WayOut{}, false
	}
	later := date.AddDays(n)
	text := fmt.Sprintf("Exam on %s, %s later", longDate(later), counted(n, "day")) + t.aim()
	return WayOut{Kind: LaterExam, Amount: n, Unit: "days", Text: text, VerdictAfter: verdict, Change: Change{ExamDate: &later, Target: t.within}}, true
}

// fewerMocks gives up mocks, the fewest that help, but never the last one.
func (t *trials) fewerMocks() (WayOut, bool) {
	have := len(t.model.mocks)
	pinned := len(t.model.pinnedMocks())
	for n := have - 1; n >= max(1, pinned); n-- {
		text := fmt.Sprintf("%s fewer: %d instead of %d", counted(have-n, "mock"), n, have)
		if w, ok := t.try(WayOut{Kind: FewerMocks, Amount: have - n, Unit: "mocks", Text: text, Change: Change{MocksWanted: &n}}); ok {
			return w, true
		}
	}
	return WayOut{}, false
}

// skimDomain reads the first pass of the domain that loses least by it only in outline. It is announced by name: nothing is dropped silently.
func (t *trials) skimDomain() (WayOut, bool) {
	best, bestCost := -1, int64(0)
	for i, d := range t.model.domains {
		if d.firstPass == 0 || d.weight == 0 {
			continue
		}
		if cost := gainKey(d.weight * d.curve.rate * (masteryCeiling - d.curve.start)); best < 0 || cost < bestCost {
			best, bestCost = i, cost
		}
	}
	if best < 0 {
		return WayOut{}, false
	}
	d := t.model.domains[best]
	name := t.request.Study.Domains[d.index].Name
	if name == "" {
		name = d.id
	}
	return t.try(WayOut{Kind: SkimDomain, Amount: d.firstPass, Unit: "minutes",
		Text:   fmt.Sprintf("Skim %s: go straight to its questions, %s of first pass less", clip(name, 60), hours(d.firstPass)),
		Change: Change{Skim: []string{d.id}}})
}

// lowerTarget is the highest target, in whole percent, that fits: what the time there is can bring. Where not even the first pass has its place, it goes with it.
func (t *trials) lowerTarget() (WayOut, bool) {
	var unread []string
	for _, d := range t.model.domains {
		if d.firstPass > 0 {
			unread = append(unread, d.id)
		}
	}
	if w, ok := t.aimLower(nil, ""); ok || len(unread) == 0 {
		return w, ok
	}
	return t.aimLower(unread, ", and go straight to the questions")
}

func (t *trials) aimLower(skim []string, also string) (WayOut, bool) {
	now := int(math.Floor(100*t.request.Study.Target + 1e-9))
	reach := int(math.Floor(100 * t.plan.ExpectedScore))
	change := func(n int) Change {
		to := float64(now-n) / 100
		return Change{Target: &to, Skim: skim}
	}
	n, verdict, ok := t.smallest(now-reach, max(now-1, 1), change)
	if !ok || now-n < 1 {
		return WayOut{}, false
	}
	text := fmt.Sprintf("Aim at %d %% instead of %.0f %%", now-n, 100*t.request.Study.Target) + also
	return WayOut{Kind: LowerTarget, Amount: n, Unit: "score-points", Text: text, VerdictAfter: verdict, Change: change(n)}, true
}

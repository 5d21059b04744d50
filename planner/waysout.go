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
	return fmt.Sprintf(", and aim at %.0f%%", 100*(*t.within))
}

// with builds the plan a change would bring, and its model. A change that makes no valid study brings none.
func (t *trials) with(c Change) (Plan, *model, bool) {
	r, err := prepared(t.request.changed(c))
	if err != nil {
		return Plan{}, nil, false
	}
	p, m := outcome(r, true)
	return p, m, true
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
	p, _, ok := t.with(w.Change)
	w.VerdictAfter = p.Verdict
	return w, ok && t.helps(p.Verdict)
}

// beyond tells whether more is short than twice the minutes a change sets free: it need not be tried then.
func (t *trials) beyond(freed int) bool {
	_, spare, _ := t.judged(t.plan.Verdict, t.model)
	return -spare > 2*freed+t.model.usual
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
	held := 0
	for _, d := range t.model.days {
		held += d.held
	}
	if t.request.Study.Buffer <= to || t.beyond(held) {
		return WayOut{}, false
	}
	return t.try(WayOut{Kind: LessBuffer, Amount: int(math.Round(100 * to)), Unit: "percent",
		Text:   fmt.Sprintf("Hold back %.0f%% of the time for surprises instead of %.0f%%", 100*to, 100*t.request.Study.Buffer),
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
	n, verdict, ok := t.smallest(t.missingPerDay()/minuteStep, most/minuteStep, t.building(change))
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
	n, verdict, ok := t.smallest(guess, most, t.building(func(n int) Change {
		later := date.AddDays(n)
		return Change{ExamDate: &later, Target: t.within}
	}))
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
	most := have - max(1, len(t.model.pinnedMocks()))
	if most < 1 {
		return WayOut{}, false
	}
	change := func(n int) Change {
		left := have - n
		return Change{MocksWanted: &left}
	}
	n, verdict, ok := t.smallest(1, most, t.building(change))
	if !ok {
		return WayOut{}, false
	}
	text := fmt.Sprintf("%s fewer: %d instead of %d", counted(n, "mock"), have-n, have)
	return WayOut{Kind: FewerMocks, Amount: n, Unit: "mocks", Text: text, VerdictAfter: verdict, Change: change(n)}, true
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
	if t.beyond(d.firstPass) {
		return WayOut{}, false
	}
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
	if w, ok := t.aimLower(t.plan, t.model, nil, ""); ok {
		return w, ok
	}
	var unread []string
	for _, d := range t.model.domains {
		if d.firstPass > 0 {
			unread = append(unread, d.id)
		}
	}
	if len(unread) == 0 {
		return WayOut{}, false
	}
	p, m, ok := t.with(Change{Skim: unread})
	if !ok {
		return WayOut{}, false
	}
	return t.aimLower(p, m, unread, ", and go straight to the questions")
}

// aimLower looks for a lower target for a plan. A target moves no session, so the plan is only judged anew.
func (t *trials) aimLower(p Plan, m *model, skim []string, also string) (WayOut, bool) {
	now := int(math.Floor(100*t.request.Study.Target + 1e-9))
	reach := int(math.Floor(100 * p.ExpectedScore))
	to := func(n int) float64 { return float64(now-n) / 100 }
	n, verdict, ok := t.smallest(now-reach, max(now-1, 1), func(n int) (Verdict, int, bool) {
		if now-n < 1 {
			return "", 0, false
		}
		lower := m.aimingAt(to(n))
		return t.judged(lower.answer(p.Sessions).Verdict, lower)
	})
	if !ok {
		return WayOut{}, false
	}
	target := to(n)
	text := fmt.Sprintf("Aim at %d%% instead of %.0f%%", now-n, 100*t.request.Study.Target) + also
	return WayOut{Kind: LowerTarget, Amount: n, Unit: "score-points", Text: text, VerdictAfter: verdict, Change: Change{Target: &target, Skim: skim}}, true
}

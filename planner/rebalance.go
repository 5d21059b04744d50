package planner

import (
	"cmp"
	"fmt"
	"slices"
)

// RebalanceRequest is a plan to be repaired, with what is known by now. What changed is in the request itself: a later day, a new day off, other hours, another exam
// date, fresh evidence, sessions that were missed.
type RebalanceRequest struct {
	Request // History and Pinned are taken from Plan
	// Plan holds the sessions as they stand: past ones with what became of them, the others planned.
	Plan []Session
	// PublishedDays is the number of days from today that move only for a hard reason; 0 means [PublishedDays].
	PublishedDays int
	Steadiness    Steadiness
	StartTomorrow bool // leave today as it is
	Backlog       Backlog
	// WantMocks is the number of mocks from today on, when it is to change; nil leaves those that are planned.
	WantMocks *int
	// Freed are days whose time has just become free, because they are no longer days off: they are filled without asking how much is free in all.
	Freed []DateRange
}

// Steadiness says how much a change must bring to be worth it.
type Steadiness string

// The three degrees. At normal, a session is changed for its own sake only if that brings a tenth of a score point.
const (
	SteadyLow    Steadiness = "low"
	SteadyNormal Steadiness = "normal"
	SteadyHigh   Steadiness = "high"
)

// Backlog says what becomes of missed sessions.
type Backlog string

// The ways with a backlog. BacklogRepair is the ordinary one: what was not read yet is made up, lost practice is not, since the split of what is left is still right.
const (
	BacklogRepair Backlog = ""       // make up the first pass only
	BacklogSpread Backlog = "spread" // put all of it into the free time of the coming days
	BacklogShift  Backlog = "shift"  // go on where one stopped: everything moves later, the end is cut
	BacklogDrop   Backlog = "drop"   // let the least valuable go: make up nothing but what no domain can do without
)

// Rebalanced is a repaired plan with what it changes.
type Rebalanced struct {
	Plan       Plan // sessions from today on; what lies behind is untouched
	Difference Difference
	// Settled are the IDs of missed sessions that have been dealt with: made up, or let go.
	Settled []string
}

// Rebalance repairs a plan with the least disturbance. What lies behind, what is pinned and what still fits stays. Sessions on days that lost their time go, the
// cheapest first; a mock moves to the nearest day that holds it; first pass that was lost is made up in free time or in place of practice; new free time is filled;
// beyond that a session changes only when that brings more than [RebalanceRequest.Steadiness] asks for. Repaired again, nothing changes: the repair of a plan that
// needs none is the plan.
//
// A plan made anew would be a little better and move more than half of all sessions; [Difference.FullReplanGain] says how much better.
func Rebalance(r RebalanceRequest) (Rebalanced, error) {
	r, err := r.prepared()
	if err != nil {
		return Rebalanced{}, err
	}
	before := standing(r)
	reasons := map[string]string{} // why a session is not as it was, by its ID
	rounds := 0
	var f *repair
	for round := r; ; round = f.next() { // one repair may make room for another: until nothing changes any more
		f = newRepair(round)
		if len(f.m.days) == 0 {
			break
		}
		f.run()
		if f.noteReasons(reasons); !f.changed() {
			break
		}
		if rounds++; rounds == repairRounds {
			break
		}
	}
	out := Rebalanced{Plan: f.plan(), Settled: missedIDs(r.Plan)}
	out.Difference = compare(r, before, out.Plan, reasons)
	if full, _ := outcome(r.Request, true); full.Verdict != ExamPassed {
		out.Difference.FullReplanGain = max(100*(full.ExpectedScore-out.Plan.ExpectedScore), 0)
	}
	return out, nil
}

// prepared checks the request and sorts the plan into what lies behind, what is pinned and what may move.
func (r RebalanceRequest) prepared() (RebalanceRequest, error) {
	if err := r.validate(); err != nil {
		return r, err
	}
	if r.PublishedDays == 0 {
		r.PublishedDays = PublishedDays
	}
	r.Plan = slices.Clone(r.Plan)
	slices.SortStableFunc(r.Plan, func(a, b Session) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.Order, b.Order))
	})
	if r.Study.Start.IsZero() && len(r.Plan) > 0 && r.Plan[0].Date.Before(r.Today) {
		r.Study.Start = r.Plan[0].Date // without a start, the plan began with its first session
	}
	r.History, r.Pinned = nil, nil
	for i := range r.Plan {
		s := &r.Plan[i]
		if s.Activity == MockExam || s.Activity == Debrief {
			s.Domain = "" // they are about all domains
		}
		if s.Status == "" || s.Status == Planned {
			s.Status = Planned
			if s.Date.Before(r.Today) {
				s.Status = Missed
			}
		}
		switch {
		case s.Status != Planned:
			r.History = append(r.History, *s)
		case s.Pinned:
			r.Pinned = append(r.Pinned, *s)
		}
	}
	request, err := prepared(r.Request)
	r.Request = request
	return r, err
}

// validate checks what a rebalance takes beyond a request.
func (r RebalanceRequest) validate() error {
	if r.PublishedDays < 0 || r.PublishedDays > MaxPlanDays {
		return fieldErrorf("published_days", "%d is out of range (0 to %d)", r.PublishedDays, MaxPlanDays)
	}
	if _, ok := changeTax[r.Steadiness.OrNormal()]; !ok {
		return fieldErrorf("steadiness", "%q is none of low, normal and high", clip(string(r.Steadiness), 40))
	}
	switch r.Backlog {
	case BacklogRepair, BacklogSpread, BacklogShift, BacklogDrop:
	default:
		return fieldErrorf("backlog", "%q is none of spread, shift and drop", clip(string(r.Backlog), 40))
	}
	if r.WantMocks != nil && (*r.WantMocks < 0 || *r.WantMocks > 50) {
		return fieldErrorf("mocks_wanted", "%d is out of range (0 to 50)", *r.WantMocks)
	}
	if len(r.Plan) > maxPlanSessions {
		return fieldErrorf("plan", "%d sessions are more than the %d a plan can hold", len(r.Plan), maxPlanSessions)
	}
	ids := make(map[string]bool, len(r.Plan))
	for i, s := range r.Plan {
		field := func(name string) string { return fmt.Sprintf("plan[%d].%s", i, name) }
		switch {
		case s.ID == "" || ids[s.ID]:
			return fieldErrorf(field("id"), "every session needs an id of its own (%q)", clip(s.ID, 40))
		case s.Date.IsZero():
			return fieldErrorf(field("date"), "a session needs a day")
		case !s.Activity.Valid():
			return fieldErrorf(field("activity"), "%q is none of learn, practise, review, mock and debrief", clip(string(s.Activity), 40))
		case s.Minutes < 0 || s.Minutes > MaxDayMinutes:
			return fieldErrorf(field("minutes"), "%d is out of range (0 to %d)", s.Minutes, MaxDayMinutes)
		case s.DoneMinutes < 0 || s.DoneMinutes > MaxDayMinutes:
			return fieldErrorf(field("done_minutes"), "%d is out of range (0 to %d)", s.DoneMinutes, MaxDayMinutes)
		}
		switch s.Status {
		case "", Planned, Done, Missed, Skipped:
		default:
			return fieldErrorf(field("status"), "%q is none of planned, done, missed and skipped", clip(string(s.Status), 40))
		}
		ids[s.ID] = true
	}
	return nil
}

// changeTax is what the change of a session must bring at least, half of it: an exchange changes two entries. In expected score.
var changeTax = map[Steadiness]float64{SteadyLow: 0.0002, SteadyNormal: 0.0005, SteadyHigh: 0.002}

// OrNormal is the steadiness, or normal where none was chosen.
func (s Steadiness) OrNormal() Steadiness {
	if s == "" {
		return SteadyNormal
	}
	return s
}

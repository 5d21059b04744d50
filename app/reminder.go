package app

import (
	"context"
	"maps"
	"slices"

	"milepost/planner"
)

// LeftToday is what is still to be studied today.
type LeftToday struct {
	Sessions, Minutes int
	First             SessionView // the one that comes first
}

// LeftTodayJob prepares to tell what is still to be studied today in the open study. It may be run on any goroutine.
func (m *Milepost) LeftTodayJob() func(context.Context) (LeftToday, error) {
	return m.reader().leftToday
}

func (m *Milepost) leftToday(ctx context.Context) (LeftToday, error) {
	now, err := m.standing(ctx)
	if err != nil {
		return LeftToday{}, err
	}
	var out LeftToday
	for _, s := range now.views() {
		if s.Date != m.Today() || s.Status != planner.Planned {
			continue
		}
		if out.Sessions == 0 || s.Order < out.First.Order {
			out.First = s
		}
		out.Sessions++
		out.Minutes += s.Minutes
	}
	return out, nil
}

// Reached are the milestones of a study that have been reached.
type Reached struct {
	Study string            // its ID
	Met   map[string]string // names by ID
}

// ReachedJob prepares to tell which milestones of the open study have been reached by what was done and recorded. It may be run on any goroutine.
func (m *Milepost) ReachedJob() func(context.Context) (Reached, error) { return m.reader().reached }

// reader is the application for reading alone, on another goroutine: whatever becomes of this one meanwhile, it keeps the data file it has now, and
// what is known of it.
func (m *Milepost) reader() *Milepost {
	r := &Milepost{store: m.store, catalogue: m.catalogue, now: m.now, newID: m.newID, today: m.today, known: m.known, own: m.own}
	r.dayStart.Store(m.dayStart.Load())
	return r
}

func (m *Milepost) reached(ctx context.Context) (Reached, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return Reached{}, err
	}
	out := Reached{Study: l.study.ID, Met: map[string]string{}}
	for _, ms := range markMet(l, m.Today()) {
		if ms.Met {
			out.Met[ms.ID] = ms.Name
		}
	}
	return out, nil
}

// New is the name of a milestone that was reached since before, in the same study; the farthest on the way where several were at once, "" for none.
func (r Reached) New(before Reached) string {
	if r.Study != before.Study || before.Met == nil {
		return ""
	}
	farthest := ""
	for _, id := range slices.Sorted(maps.Keys(r.Met)) {
		if _, known := before.Met[id]; !known && id != planner.MilestoneTaper && id != planner.MilestoneExam { // those come by themselves
			farthest = r.Met[id]
		}
	}
	return farthest
}

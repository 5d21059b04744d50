package planner

// Scenario is a question: what if?
type Scenario struct {
	Name   string
	Change Change      // hours, exam date, target, mocks, single days
	Skip   []DateRange // days that would be missed
	// Mocks is one mock more (1) or fewer (-1) than the plan has.
	Mocks int
	// DayMinutes is added to every study day of the week; negative for less.
	DayMinutes int
}

// WhatIf answers a scenario by repairing the plan for it; nothing is stored. The difference is against the plan as it stands.
func WhatIf(r RebalanceRequest, s Scenario) (Rebalanced, error) {
	return Rebalance(s.Apply(r))
}

// Apply is the request as the scenario would have it.
func (s Scenario) Apply(r RebalanceRequest) RebalanceRequest {
	r.Study = s.Change.Apply(r.Study)
	r.Study.Availability = r.Study.Availability.Clone()
	r.Study.Availability.Off = MergeRanges(append(r.Study.Availability.Off, s.Skip...))
	for i, minutes := range r.Study.Availability.Weekday {
		if minutes > 0 {
			r.Study.Availability.Weekday[i] = min(max(minutes+s.DayMinutes, 0), MaxDayMinutes)
		}
	}
	if r.Study.MocksWanted >= 0 && s.Change.MocksWanted != nil {
		r.WantMocks = s.Change.MocksWanted
	}
	if s.Mocks != 0 {
		n := max(plannedMocks(r.Plan, r.Today)+s.Mocks, 0)
		r.WantMocks = &n
	}
	return r
}

// plannedMocks counts the mocks that are still to come.
func plannedMocks(plan []Session, today Date) int {
	n := 0
	for _, s := range plan {
		if s.Activity == MockExam && s.Status == Planned && !s.Date.Before(today) {
			n++
		}
	}
	return n
}

package planner

// Build turns a request into a plan: dated sessions, milestones and the answer whether they are enough.
func Build(r Request) (Plan, error) {
	r.Study = r.Study.WithDefaults()
	if err := r.Study.Validate(); err != nil {
		return Plan{}, err
	}
	if err := validatePinned(r); err != nil {
		return Plan{}, err
	}
	m := newModel(r)
	return m.plan(), nil
}

// plan runs the steps in order: what is fixed first, then shares, then days.
func (m *model) plan() Plan {
	m.placePinned()
	m.placeMocks()
	m.placeDebriefs()
	m.holdBuffer()
	slots := m.slots()
	b := m.shareOut(slots)
	sessions := m.assemble(m.layOut(slots, b))
	effective := m.effectiveByDomain(sessions)
	return Plan{
		Verdict:       Fits,
		ExpectedScore: m.expectedScore(effective),
		Allocation:    m.allocations(sessions, effective),
		Sessions:      sessions,
		Notices:       m.notices,
	}
}

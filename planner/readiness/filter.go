package readiness

// filter runs the regimes side by side over time. Between mocks it stays on the day of the last one; every other day
// (today, the exam, points of a chart) is looked at from there by project, so that how often one looks changes nothing.
type filter struct {
	layout   layout
	regimes  []regime
	states   []state
	evidence []float64 // by regime: log of its prior share and of how well it foretold the mocks
	day      int
	idle     idleness
	observer *observer
	outlook  outlook
}

// outlook is what is known of the time after the day of the estimate.
type outlook struct {
	today int
	// pace is how much of the usual growth the planned study brings from today on, 0..1.
	pace float64
}

func newFilter(l layout, sources []source, start int) *filter {
	f := &filter{layout: l, regimes: regimes(), day: start, observer: newObserver(l)}
	for _, r := range f.regimes {
		f.states = append(f.states, newState(l, sources, r))
		f.evidence = append(f.evidence, log(r.prior))
	}
	return f
}

// observe takes in the next sitting; sittings come in order of their days.
func (f *filter) observe(sit sitting) {
	for i := range f.states {
		f.pass(&f.states[i], f.regimes[i], sit.day)
		f.evidence[i] += f.observer.observe(&f.states[i], sit, i > 0)
	}
	f.day = sit.day
}

// pass lets time run from the day of the filter to another.
func (f *filter) pass(s *state, r regime, to int) {
	from := f.day
	if to <= from {
		return
	}
	if f.outlook.pace < 1 && to > f.outlook.today {
		now := max(from, f.outlook.today)
		s.evolve(f.layout, r, float64(now-from))
		// Study that is not planned brings no growth; a decline is not cured by planning nothing.
		s.mean[driftAt] *= paceOf(s.mean[driftAt], f.outlook.pace)
		s.evolve(f.layout, r, float64(to-now))
	} else {
		s.evolve(f.layout, r, float64(to-from))
	}
	s.forget(f.layout, f.idle, from, to)
}

func paceOf(drift, pace float64) float64 {
	if drift < 0 {
		return 1
	}
	return pace
}

// view is a filter's belief on some day: one state a regime, with the shares of the regimes.
type view struct {
	states []state
	shares []float64
}

// newView is memory for views of a filter.
func (f *filter) newView() view {
	v := view{shares: make([]float64, len(f.states))}
	for _, s := range f.states {
		v.states = append(v.states, s.clone())
	}
	return v
}

// project fills v with the belief on a day at or after the day of the filter. The filter itself does not move.
func (f *filter) project(v view, day int) {
	for i := range f.states {
		v.states[i].copyFrom(f.states[i])
		f.pass(&v.states[i], f.regimes[i], day)
	}
	copy(v.shares, shares(f.evidence))
}

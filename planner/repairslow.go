package planner

// findSlower adds the first pass a person's pace asks for beyond what was planned: somebody who reads more slowly than planned needs more of it. Only what the pace explains is added; a plan that
// had too little time for its first pass lacks more than that, and has no more time now.
func (f *repair) findSlower() {
	pace := f.m.pace.Of(Learn)
	if pace < 1+paceWorthRepair {
		return
	}
	lacking := f.lackingFirstPass()
	for i, d := range f.m.domains {
		explained := int(float64(d.firstPass) * (1 - 1/pace))
		minutes := min(lacking[i], explained)
		if minutes < shortestSession || f.unknown(i) {
			continue
		}
		for _, n := range splitDay(minutes-minutes%minuteStep, f.m.usual, maxSessions) {
			f.lost = append(f.lost, lostWork{i, n, -1, reasonSlower})
		}
	}
}

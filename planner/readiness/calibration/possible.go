package main

// possible is what is possible at all from what is known of a learner.
//
// The oracle's chance p is that of passing, given all that anybody can know; so whatever is stated instead scores worse by the mean of (stated - p) squared, exactly. That difference does not depend on who passed in the end, which makes it many times
// less a matter of luck than the scores themselves: a part of the learners is enough. The plain difference of the scores is kept to check the oracle by.
type possible struct {
	behind figure // by how much the estimator's Brier score is above the best possible
	check  figure // the same from what happened
	known  figure // Brier score of who knows the ability on the exam day, but not the luck of that day
}

// possibleOf measures what is possible on the learners of whom the oracle was asked.
// Who is in a crowd is a matter of luck, and moves its chance a little: the product of the errors of two crowds is free of that luck, where a square would count it.
func possibleOf(all []played) possible {
	var behind, check, known tally
	for _, p := range all {
		known.add(p.trial.known * (1 - p.trial.known))
		if !p.asked {
			continue
		}
		y := p.ours.outcome()
		behind.add((p.ours.chance - p.best[0]) * (p.ours.chance - p.best[1]))
		check.add(p.ours.loss() - (p.best[0]-y)*(p.best[1]-y))
	}
	return possible{behind.figure(), check.figure(), known.figure()}
}

// best is the lowest Brier score anybody could have in the world.
func (r result) best() figure { return r.ours.brier.less(r.possible.behind) }

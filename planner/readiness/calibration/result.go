package main

import (
	"math/rand/v2"

	"milepost/planner/readiness"
)

// result is what was measured in a world.
type result struct {
	world        world
	passed       figure // share
	ours         scored
	rivals       rivals
	possible     possible
	cover, below figure // share of scores inside the 90 % range, and below the median
	width        figure // of the 90 % range
	forecasts    []forecast
}

// rivals are simple rules on the same learners.
type rivals struct{ last, mean, discounted, base rival }

// rival is how a rule scores, and how far the estimator is ahead of it. The difference is taken learner by learner: most of the luck is the same on both sides and cancels.
type rival struct{ brier, ahead figure }

// dice are the sources of chance of a world. The oracle and the bootstrap have their own: the learners are the same with and without them.
type dice struct {
	learners, bootstrap *rand.Rand
	crowds              [2]*oracle
	asked               int // learners of whom the oracle is asked
}

func newDice(o options, world int) dice {
	at := func(use int) *rand.Rand { return rand.New(rand.NewPCG(o.seed, uint64(world+use*len(worlds)))) }
	d := dice{learners: at(0), bootstrap: at(1), asked: o.oracle}
	for i := range d.crowds {
		d.crowds[i] = &oracle{world: worlds[world], people: o.crowd, random: at(2 + i)}
	}
	return d
}

// played is one learner with all forecasts.
type played struct {
	trial trial
	ours  forecast
	rules simple
	asked bool       // whether the oracle was
	best  [2]float64 // its chance, from two crowds
}

// ask adds what the oracle says of a learner.
func (d dice) ask(p *played) {
	p.asked = true
	for i, crowd := range d.crowds {
		p.best[i] = crowd.chance(p.trial.input)
	}
}

// measure plays the learners of a world.
func measure(w world, learners int, d dice) (result, error) {
	r := result{world: w}
	var passed, cover, below, width tally
	var all []played
	for range learners {
		t := w.play(d.learners)
		est, err := readiness.Estimate(t.input)
		if err != nil {
			return r, err
		}
		p := played{trial: t, ours: forecast{est.Pass.ExamDay, t.passed}, rules: baselines(t.input)}
		if len(all) < d.asked {
			d.ask(&p)
		}
		all = append(all, p)
		r.forecasts = append(r.forecasts, p.ours)
		passed.yes(t.passed)
		half := 0.5 / float64(t.input.Questions) // scores come in whole questions
		cover.yes(t.score >= est.ExamDay.Low-half && t.score <= est.ExamDay.High+half)
		below.yes(t.score < est.ExamDay.Median)
		width.add(est.ExamDay.High - est.ExamDay.Low)
	}
	r.passed, r.cover, r.below, r.width = passed.figure(), cover.figure(), below.figure(), width.figure()
	r.ours = score(r.forecasts, d.bootstrap)
	r.possible = possibleOf(all)
	r.rivals = rivals{
		last:       rivalOf(all, func(p played) float64 { return p.rules.last }),
		mean:       rivalOf(all, func(p played) float64 { return p.rules.mean }),
		discounted: rivalOf(all, func(p played) float64 { return p.rules.discounted }),
		base:       rivalOf(all, func(played) float64 { return r.passed.value }),
	}
	return r, nil
}

// rivalOf measures a rule.
func rivalOf(all []played, rule func(played) float64) rival {
	var brier, ahead tally
	for _, p := range all {
		loss := forecast{rule(p), p.trial.passed}.loss()
		brier.add(loss)
		ahead.add(loss - p.ours.loss())
	}
	return rival{brier.figure(), ahead.figure()}
}

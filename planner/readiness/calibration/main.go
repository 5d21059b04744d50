// Calibration plays learners whose ability is known, asks the estimator for their chances of passing, lets them sit the exam, and measures whether the chances come true: as often as they say, and nearer to
// what happens than simple rules are. Each figure comes with its standard error, and each bar with whether the figure is beyond it by more than that error explains. An oracle that knows how the learners come about shows what is possible at all.
// It prints three tables and draws a picture of stated against happened.
//
//	go run ./planner/readiness/calibration -learners 8000 -seed 7 -svg docs/pictures/reliability.svg
//
// The first world is close to what the estimator assumes; in the others its assumptions are wrong in some way. The bars are those a good estimator of this kind was found to reach.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	var o options
	flag.IntVar(&o.learners, "learners", 8000, "in each world")
	flag.Uint64Var(&o.seed, "seed", 7, "of the random numbers")
	flag.IntVar(&o.crowd, "crowd", 500, "people in each of the two crowds that stand for the best possible forecast; the more, the nearer it is to it")
	flag.IntVar(&o.oracle, "oracle", 2000, "learners in each world for whom the best possible forecast is worked out")
	flag.StringVar(&o.svg, "svg", "", "file for the picture; none without")
	flag.Parse()
	if err := run(os.Stdout, o); err != nil {
		fmt.Fprintln(os.Stderr, "calibration:", err)
		os.Exit(1)
	}
}

// options are what a run can be told.
type options struct {
	learners, oracle, crowd int
	seed                    uint64
	svg                     string
}

func run(w io.Writer, o options) error {
	if least := min(o.learners, o.oracle, o.crowd); least < 2 {
		return fmt.Errorf("-learners, -oracle and -crowd: %d is too few for its error to be known; give 2 or more", least)
	}
	headOfChances(w)
	var results []result
	for i, world := range worlds {
		r, err := measure(world, o.learners, newDice(o, i))
		if err != nil {
			return fmt.Errorf("%s: %w", world.name, err)
		}
		results = append(results, r)
		lineOfChances(w, r)
	}
	tableOfRivals(w, results)
	tableOfBars(w, judgeAll(results))
	if o.svg == "" {
		return nil
	}
	return os.WriteFile(o.svg, []byte(picture(results)), 0o644)
}

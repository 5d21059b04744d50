// Calibration plays learners whose ability is known, asks the estimator for their chances of passing, lets them sit the exam, and measures whether the chances come true: as often as they say, and nearer to
// what happens than simple rules are. It prints a table and draws a picture of stated against happened.
//
//	go run ./planner/readiness/calibration -learners 8000 -seed 7 -svg docs/pictures/reliability.svg
//
// The first world is close to what the estimator assumes; in the others its assumptions are wrong in some way. The bars are those a good estimator of this kind was found to reach.
package main

import (
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"

	"milepost/planner/readiness"
)

func main() {
	learners := flag.Int("learners", 8000, "in each world")
	seed := flag.Uint64("seed", 7, "of the random numbers")
	svg := flag.String("svg", "", "file for the picture; none without")
	flag.Parse()
	if err := run(os.Stdout, *learners, *seed, *svg); err != nil {
		fmt.Fprintln(os.Stderr, "calibration:", err)
		os.Exit(1)
	}
}

func run(w io.Writer, learners int, seed uint64, svg string) error {
	if learners < 1 {
		return fmt.Errorf("-learners: %d is not above zero", learners)
	}
	head(w)
	var results []result
	for i, world := range worlds {
		r, err := measure(world, learners, rand.New(rand.NewPCG(seed, uint64(i))))
		if err != nil {
			return fmt.Errorf("%s: %w", world.name, err)
		}
		results = append(results, r)
		line(w, r)
	}
	missed := 0
	for _, r := range results {
		for _, m := range r.misses() {
			fmt.Fprintf(w, "missed: %s: %s\n", r.world.name, m)
			missed++
		}
	}
	if missed == 0 {
		fmt.Fprintln(w, "every bar is met")
	}
	if svg == "" {
		return nil
	}
	return os.WriteFile(svg, []byte(picture(results)), 0o644)
}

// measure plays the learners of a world.
func measure(w world, learners int, random *rand.Rand) (result, error) {
	r := result{world: w, learners: learners}
	var last, mean, base []forecast
	for range learners {
		t := w.play(random)
		est, err := readiness.Estimate(t.input)
		if err != nil {
			return r, err
		}
		byLast, byMean := baselines(t.input)
		r.forecasts = append(r.forecasts, forecast{est.Pass.ExamDay, t.passed})
		last, mean = append(last, forecast{byLast, t.passed}), append(mean, forecast{byMean, t.passed})
		if t.passed {
			r.passed += 1 / float64(learners)
		}
		half := 0.5 / float64(t.input.Questions) // scores come in whole questions
		if t.score >= est.ExamDay.Low-half && t.score <= est.ExamDay.High+half {
			r.cover[0] += 1 / float64(learners)
		}
		if t.score < est.ExamDay.Median {
			r.cover[1] += 1 / float64(learners)
		}
		r.width += (est.ExamDay.High - est.ExamDay.Low) / float64(learners)
	}
	for _, f := range r.forecasts {
		base = append(base, forecast{r.passed, f.passed})
	}
	r.ours, r.last, r.mean, r.base = score(r.forecasts), score(last), score(mean), score(base)
	return r, nil
}

func head(w io.Writer) {
	fmt.Fprintln(w, "| world | pass | Brier | last mock | mean of mocks | base rate | log loss | ECE | slope | 90 % holds | below median | width |")
	fmt.Fprintln(w, "|---|---|---|---|---|---|---|---|---|---|---|---|")
}

func line(w io.Writer, r result) {
	fmt.Fprintf(w, "| %s | %.2f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.2f | %.2f | %.2f | %.2f |\n", r.world.name, r.passed, r.ours.brier, r.last.brier, r.mean.brier, r.base.brier,
		r.ours.logLoss, r.ours.ece, r.ours.slope, r.cover[0], r.cover[1], r.width)
}

// bar is what is asked of a world; zero asks nothing.
type bar struct{ brier, ece, ahead float64 }

// bars by world: highest Brier score and calibration error, and how far the last mock alone must lie behind. They were found for 2,500 learners
// of worlds much like these; where one is missed by little, the worlds differ.
var bars = map[string]bar{
	"matched": {0.142, 0.030, 0.020}, "items": {0.142, 0.030, 0.020}, "real": {0.135, 0.035, 0.015}, "growth": {0.142, 0.055, 0.015},
	"mixed": {0.142, 0.055, 0.015}, "forget": {0.142, 0.055, 0.020}, "noisy": {0.172, 0.080, 0.020}, "quiet": {0.112, 0.080, 0.003}, "steep": {0.130, 0, 0},
}

// misses names the bars a world stays under.
func (r result) misses() []string {
	var out []string
	b := bars[r.world.name]
	if r.ours.brier > b.brier {
		out = append(out, fmt.Sprintf("Brier score %.3f, bar %.3f", r.ours.brier, b.brier))
	}
	if b.ece > 0 && r.ours.ece > b.ece {
		out = append(out, fmt.Sprintf("calibration error %.3f, bar %.3f", r.ours.ece, b.ece))
	}
	if b.ahead > 0 && r.last.brier-r.ours.brier < b.ahead {
		out = append(out, fmt.Sprintf("%.3f ahead of the last mock, bar %.3f", r.last.brier-r.ours.brier, b.ahead))
	}
	return out
}

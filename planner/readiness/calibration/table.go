package main

import (
	"fmt"
	"io"
	"math"
	"strings"
)

// heading writes the head of a table.
func heading(w io.Writer, columns ...string) {
	row(w, columns...)
	fmt.Fprintln(w, strings.Repeat("|---", len(columns))+"|")
}

func row(w io.Writer, cells ...string) {
	fmt.Fprintln(w, "| "+strings.Join(cells, " | ")+" |")
}

func headOfChances(w io.Writer) {
	heading(w, "world", "pass", "Brier", "log loss", "calibration error", "of chances exactly right", "slope", "90 % holds", "below median", "width")
}

func lineOfChances(w io.Writer, r result) {
	row(w, r.world.name, r.passed.String(), r.ours.brier.String(), r.ours.logLoss.String(), r.ours.ece.String(), fmt.Sprintf("%.3f", r.ours.luck), r.ours.slope.String(),
		r.cover.String(), r.below.String(), r.width.String())
}

// tableOfRivals compares Brier scores, from the best possible to none at all.
func tableOfRivals(w io.Writer, results []result) {
	fmt.Fprintln(w)
	heading(w, "world", "ability known", "best possible", "Milepost", "behind the best", "the same, from who passed", "last mock", "mean of mocks", "discounted count", "base rate")
	for _, r := range results {
		row(w, r.world.name, r.possible.known.String(), r.best().String(), r.ours.brier.String(), r.possible.behind.String(), r.possible.check.String(),
			r.rivals.last.brier.String(), r.rivals.mean.brier.String(), r.rivals.discounted.brier.String(), r.rivals.base.brier.String())
	}
}

// tableOfBars gives every bar its verdict, and counts them.
func tableOfBars(w io.Writer, all []judged) {
	fmt.Fprintln(w)
	heading(w, "world", "figure", "bar", "measured", "to spare", "verdict", "best possible")
	counts := map[verdict]int{}
	for _, j := range all {
		counts[j.verdict]++
		best := ""
		if j.kind.best != nil {
			best = j.best.String()
			if j.reach == missed {
				best += ", beyond anybody's reach"
			}
		}
		row(w, j.world, j.kind.name, j.wanted(), j.measured.String(), fmt.Sprintf("%+.3f", j.measured.margin(j.low, j.high)), string(j.verdict), best)
	}
	fmt.Fprintf(w, "\n%d bars: %d met, %d missed, %d too close to call (no further from the bar than two standard errors)\n", len(all), counts[met], counts[missed], counts[unclear])
}

// wanted puts the bar in words.
func (b bar) wanted() string {
	switch {
	case math.IsInf(b.low, -1):
		return fmt.Sprintf("at most %.3f", b.high)
	case math.IsInf(b.high, 1):
		return fmt.Sprintf("at least %.3f", b.low)
	}
	return fmt.Sprintf("%.2f to %.2f", b.low, b.high)
}

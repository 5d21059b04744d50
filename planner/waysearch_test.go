package planner

import (
	"testing"

	"pgregory.net/rapid"
)

// Along any line, and along a line with steps in it, the search ends at the least n that helps, with few trials; where nothing helps, it says so.
func TestSmallestWayOutIsFoundInFewTrials(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		short := rapid.IntRange(1, 100_000).Draw(t, "short")
		each := rapid.IntRange(1, 2_000).Draw(t, "each")
		jump := rapid.IntRange(0, 300).Draw(t, "jump")
		most := rapid.IntRange(1, 400).Draw(t, "most")
		spare := func(n int) int { return n*each + n/7*jump - short }
		want := 1
		for want <= most && spare(want) < 0 {
			want++
		}
		tries := 0
		ways := &trials{plan: Plan{Verdict: DoesNotFit}, model: &model{spare: -short}}
		n, v, ok := ways.smallest(rapid.IntRange(0, 500).Draw(t, "guess"), most, func(n int) (Verdict, int, bool) {
			if tries++; spare(n) < 0 {
				return DoesNotFit, spare(n), true
			}
			return Tight, spare(n), true
		})
		if ok != (want <= most) || ok && (n != want || v != Tight) {
			t.Fatalf("the least is %d of %d, found %d (%v) in %d trials", want, most, n, ok, tries)
		}
		if tries > 16 {
			t.Fatalf("%d trials", tries)
		}
	})
}

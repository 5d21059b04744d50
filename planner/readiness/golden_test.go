package readiness_test

import (
	"fmt"
	"math"
	"testing"

	"milepost/planner"
	"milepost/planner/readiness"
)

// tolerance of the published figures: they are rounded to two or three places and were made by another implementation.
const goldenTolerance = 0.01

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if math.IsNaN(got) || math.Abs(got-want) > tolerance {
		t.Errorf("%s = %.4f, want %.4f ± %g", what, got, want, tolerance)
	}
}

// Weekly mocks of 100 questions with the same score, exam 14 days after the last.
func TestChanceGrowsSureWithMocks(t *testing.T) {
	counts := [5]int{1, 2, 3, 5, 8}
	table := []struct {
		percent              int
		official, thirdParty [5]float64
	}{
		{65, [5]float64{.37, .37, .36, .35, .34}, [5]float64{.39, .39, .39, .38, .38}},
		{70, [5]float64{.52, .53, .54, .54, .53}, [5]float64{.50, .51, .51, .51, .51}},
		{75, [5]float64{.67, .70, .72, .73, .74}, [5]float64{.61, .64, .65, .65, .65}},
		{80, [5]float64{.80, .85, .87, .89, .90}, [5]float64{.73, .76, .78, .79, .79}},
		{85, [5]float64{.91, .95, .96, .97, .98}, [5]float64{.84, .88, .89, .90, .91}},
		{90, [5]float64{.97, .99, .99, 1.0, 1.0}, [5]float64{.92, .95, .96, .97, .98}},
	}
	for _, row := range table {
		for i, n := range counts {
			var percents []int
			for range n {
				percents = append(percents, row.percent)
			}
			mocks := weekly("Bank", percents...)
			name := fmt.Sprintf("%d mocks at %d %%", n, row.percent)
			near(t, name+", official", estimate(t, ahead(14, official(mocks))).Pass.ExamDay, row.official[i], goldenTolerance)
			near(t, name+", third party", estimate(t, ahead(14, mocks)).Pass.ExamDay, row.thirdParty[i], goldenTolerance)
		}
	}
}

// Five official mocks at 80 %, exam later and later: with study going on as usual, and with none at all.
func TestChanceFadesTowardsAFarExam(t *testing.T) {
	mocks := official(weekly("Bank", 80, 80, 80, 80, 80))
	studying := map[int]float64{0: .895, 14: .888, 30: .879, 60: .865, 90: .853, 180: .824}
	idle := map[int]float64{14: .888, 30: .830, 60: .718, 90: .616, 180: .403, 365: .229}
	for days, want := range studying {
		near(t, fmt.Sprintf("studying, %d days", days), estimate(t, ahead(days, mocks)).Pass.ExamDay, want, goldenTolerance)
	}
	for days, want := range idle {
		in := idleSince(ahead(days, mocks), mocks[4].Date)
		near(t, fmt.Sprintf("idle, %d days", days), estimate(t, in).Pass.ExamDay, want, goldenTolerance)
		in.AsOf = in.ExamDate // looked at on the exam day the answer is the same
		near(t, fmt.Sprintf("idle, seen after %d days", days), estimate(t, in).Pass.ExamDay, want, goldenTolerance)
	}
}

func TestRisingAndFallingScores(t *testing.T) {
	rising := estimate(t, ahead(14, official(weekly("Bank", 60, 65, 70, 75, 80))))
	near(t, "rising, chance", rising.Pass.ExamDay, .74, goldenTolerance)
	near(t, "rising, median", rising.ExamDay.Median, .76, goldenTolerance)
	near(t, "rising, low", rising.ExamDay.Low, .59, goldenTolerance)
	near(t, "rising, high", rising.ExamDay.High, .90, goldenTolerance)
	falling := estimate(t, ahead(14, official(weekly("Bank", 80, 75, 70, 65, 60))))
	near(t, "falling, chance", falling.Pass.ExamDay, .36, goldenTolerance)
}

// Odd evidence. Unless said otherwise one third-party source, exam 14 days ahead.
func TestOddEvidence(t *testing.T) {
	fewInOne := byDomain(firstDay, "A", 20, 0, 17, 17, 17, 17)
	fewInOne.Domains[0] = planner.DomainScore{Domain: "d1", Correct: 1, Total: 3}
	fewInOne.Correct, fewInOne.Total, fewInOne.Official = 69, 83, true
	twoBanks := weekly("A", 85, 55, 85, 55)
	twoBanks[1].Source, twoBanks[3].Source = "B", "B"
	firstOfficial := weekly("A", 85, 55, 85, 55)
	firstOfficial[1].Source, firstOfficial[3].Source = "B", "B"
	firstOfficial[0].Official, firstOfficial[2].Official = true, true
	threeTotals := []planner.Mock{overall(firstDay, "A", 80, 100), overall(firstDay.AddDays(7), "A", 80, 100), overall(firstDay.AddDays(14), "A", 80, 100)}

	chance := func(r readiness.Readiness) float64 { return r.Pass.ExamDay }
	median := func(r readiness.Readiness) float64 { return r.ExamDay.Median }
	low := func(r readiness.Readiness) float64 { return r.ExamDay.Low }
	high := func(r readiness.Readiness) float64 { return r.ExamDay.High }
	cases := []struct {
		name      string
		in        readiness.Input
		figure    func(readiness.Readiness) float64
		want      float64
		tolerance float64
	}{
		{"no mock: chance", ahead(0, nil), chance, .42, .01},
		{"no mock: low", ahead(0, nil), low, .31, .01},
		{"no mock: high", ahead(0, nil), high, .90, .01},
		{"five questions right: chance", ahead(14, []planner.Mock{byDomain(firstDay, "A", 1, 1, 1, 1, 1, 1)}), chance, .72, .01},
		{"five questions right: low", ahead(14, []planner.Mock{byDomain(firstDay, "A", 1, 1, 1, 1, 1, 1)}), low, .50, .01},
		{"five questions right: high", ahead(14, []planner.Mock{byDomain(firstDay, "A", 1, 1, 1, 1, 1, 1)}), high, .94, .01},
		{"totals only: chance", ahead(14, official(threeTotals)), chance, .862, .01},
		{"the same by domain: chance", ahead(14, official(weekly("A", 80, 80, 80))), chance, .872, .01},
		{"50 of 50: median", ahead(14, []planner.Mock{byDomain(firstDay, "A", 10, 10, 10, 10, 10, 10)}), median, .91, .01},
		{"50 of 50: chance", ahead(14, []planner.Mock{byDomain(firstDay, "A", 10, 10, 10, 10, 10, 10)}), chance, .986, .01},
		{"0 of 50: chance", ahead(14, []planner.Mock{byDomain(firstDay, "A", 10, 0, 0, 0, 0, 0)}), chance, .0002, .0001},
		{"five perfect mocks: median", ahead(14, weekly("A", 100, 100, 100, 100, 100)), median, .987, .01},
		{"up and down, one source: chance", ahead(14, weekly("A", 85, 55, 85, 55)), chance, .40, .01},
		{"up and down, one source: low", ahead(14, weekly("A", 85, 55, 85, 55)), low, .41, .01},
		{"up and down, one source: high", ahead(14, weekly("A", 85, 55, 85, 55)), high, .84, .01},
		{"up and down by source: chance", ahead(14, twoBanks), chance, .56, .01},
		{"up and down, the better official: chance", ahead(14, firstOfficial), chance, .79, .01},
		{"one mock long ago, studying: chance", ahead(300, weekly("A", 85)), chance, .77, .01},
		{"one mock long ago, idle: chance", idleSince(ahead(300, weekly("A", 85)), firstDay), chance, .33, .01},
		{"1 of 3 in a domain: level", ahead(14, []planner.Mock{fewInOne}), func(r readiness.Readiness) float64 { return r.Domains[0].Median }, .74, .015},
		{"1 of 3 in a domain: lowest", ahead(14, []planner.Mock{fewInOne}), func(r readiness.Readiness) float64 { return r.Domains[0].Lowest }, .50, .02},
		{"1 of 3 in a domain: below the line", ahead(14, []planner.Mock{fewInOne}), func(r readiness.Readiness) float64 { return r.Domains[0].BelowPassLine }, .34, .03},
	}
	for _, c := range cases {
		near(t, c.name, c.figure(estimate(t, c.in)), c.want, c.tolerance)
	}
}

// A total says less about each domain than a result by domain: the standard deviation of a domain is 0.48 logits against 0.35.
func TestTotalsLeaveDomainsWide(t *testing.T) {
	logit := func(p float64) float64 { return math.Log(p / (1 - p)) }
	sd := func(d readiness.DomainEstimate) float64 { return (logit(d.High) - logit(d.Low)) / (2 * 1.644854) }
	totals := official([]planner.Mock{overall(firstDay, "A", 80, 100), overall(firstDay.AddDays(7), "A", 80, 100), overall(firstDay.AddDays(14), "A", 80, 100)})
	near(t, "totals only", sd(estimate(t, ahead(14, totals)).Domains[0]), .48, goldenTolerance)
	near(t, "by domain", sd(estimate(t, ahead(14, official(weekly("A", 80, 80, 80)))).Domains[0]), .35, goldenTolerance)
}

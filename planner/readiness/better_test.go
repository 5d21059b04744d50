package readiness_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"milepost/planner"
	"milepost/planner/readiness"
)

// ordinaryMocks are one to eight mocks of somebody from two sources, over some weeks.
func ordinaryMocks(random *rand.Rand) []planner.Mock {
	var out []planner.Mock
	level, day := 0.4+0.5*random.Float64(), 0
	for range 1 + random.IntN(8) {
		day += 3 + random.IntN(14)
		n := 8 + random.IntN(20)
		var correct []int
		for range 5 {
			p, c := level+0.2*(random.Float64()-0.5), 0
			for range n {
				if random.Float64() < p {
					c++
				}
			}
			correct = append(correct, c)
		}
		out = append(out, byDomain(firstDay.AddDays(day), fmt.Sprintf("Bank %d", random.IntN(2)), n, correct...))
	}
	return out
}

// One more right answer in the latest mock, or a further mock better than all and than expected, never lowers the expected score: today and on the
// exam day. Neither lowers the chance of passing when the further mock reaches the pass line. (One that does not may: it makes it
// surer that the level is below.)
func TestABetterMockNeverLowersTheEstimate(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	further := 0
	for range 800 {
		in := ahead(random.IntN(60), ordinaryMocks(random))
		before := estimate(t, in)
		last := len(in.Mocks) - 1

		one := in
		one.Mocks = slices.Clone(in.Mocks)
		m := &one.Mocks[last]
		m.Domains = slices.Clone(m.Domains)
		if d := &m.Domains[random.IntN(5)]; d.Correct < d.Total {
			d.Correct++
			m.Correct++
			mustNotFall(t, "one more right answer", before, estimate(t, one), false)
		}

		best := foretell(t, in, even(in.AsOf, "Bank 0", 0)).Median()
		for _, m := range in.Mocks {
			best = max(best, m.Share())
		}
		if percent := int(best*100)/5*5 + 5; percent <= 100 {
			more := in
			more.Mocks = append(slices.Clone(in.Mocks), even(in.AsOf, "Bank 0", percent))
			mustNotFall(t, "a better mock", before, estimate(t, more), percent >= 70)
			further++
		}
	}
	if further < 500 {
		t.Errorf("only %d further mocks were tried", further)
	}
}

// The same holds of one more right answer where mocks contradict each other wildly, each domain all right, all wrong or anywhere between.
func TestOneMoreRightAnswerNeverLowersTheScoreOfWildMocks(t *testing.T) {
	random := rand.New(rand.NewPCG(4242, 17))
	pairs := 0
	for range 1000 {
		var mocks []planner.Mock
		day := 0
		for range 2 + random.IntN(7) {
			day += 1 + random.IntN(13)
			n := 5 + random.IntN(30)
			var correct []int
			for range 5 {
				correct = append(correct, []int{0, n, random.IntN(n + 1)}[random.IntN(3)])
			}
			mocks = append(mocks, byDomain(firstDay.AddDays(day), fmt.Sprintf("Bank %d", random.IntN(3)), n, correct...))
		}
		in := ahead(random.IntN(60), mocks)
		one := in
		one.Mocks = slices.Clone(mocks)
		m := &one.Mocks[len(mocks)-1]
		m.Domains = slices.Clone(m.Domains)
		if d := &m.Domains[random.IntN(5)]; d.Correct < d.Total {
			d.Correct++
			m.Correct++
			mustNotFall(t, "one more right answer", estimate(t, in), estimate(t, one), false)
			pairs++
		}
	}
	if pairs < 500 {
		t.Errorf("only %d pairs were tried", pairs)
	}
}

func mustNotFall(t *testing.T, what string, before, after readiness.Readiness, chance bool) {
	t.Helper()
	const digits = 1e-9
	if after.Score.Median < before.Score.Median-digits || after.ExamDay.Median < before.ExamDay.Median-digits {
		t.Errorf("%s lowers the score from %v to %v, on the exam day from %v to %v", what, before.Score.Median, after.Score.Median, before.ExamDay.Median, after.ExamDay.Median)
	}
	if chance && (after.Pass.ExamDay < before.Pass.ExamDay-digits || after.Pass.Today < before.Pass.Today-digits) {
		t.Errorf("%s lowers the chance from %v to %v", what, before.Pass.ExamDay, after.Pass.ExamDay)
	}
}

package readiness_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"milepost/planner"
	"milepost/planner/readiness"
)

// learner is a simulated person whose ability is known.
type learner struct {
	random  *rand.Rand
	level   float64
	domains [5]float64
	offsets [2]float64
}

func newLearner(random *rand.Rand) *learner {
	l := &learner{random: random, level: math.Log(0.66/0.34) + 0.8*random.NormFloat64()}
	for d := range l.domains {
		l.domains[d] = 0.45 * random.NormFloat64()
	}
	for s := range l.offsets {
		l.offsets[s] = 0.40 * random.NormFloat64()
	}
	return l
}

// live lets days pass: the level and the domains wander.
func (l *learner) live(days int) {
	l.level += math.Sqrt(0.35*0.35/30*float64(days)) * l.random.NormFloat64()
	for d := range l.domains {
		l.domains[d] += math.Sqrt(0.12*0.12/30*float64(days)) * l.random.NormFloat64()
	}
}

// answer gives the right answers of each domain when all are asked n questions under the given offset.
func (l *learner) answer(n int, offset float64) (correct [5]int) {
	for d, own := range l.domains {
		p := 1 / (1 + math.Exp(-(l.level + own + offset)))
		for range n {
			if l.random.Float64() < p {
				correct[d]++
			}
		}
	}
	return correct
}

// mocks lets the learner take one to eight mocks in the weeks to come, and gives them with the day of the last.
func (l *learner) mocks() ([]planner.Mock, planner.Date) {
	var out []planner.Mock
	day := firstDay
	for i := range 1 + l.random.IntN(8) {
		if i > 0 {
			gap := 3 + l.random.IntN(18)
			l.live(gap)
			day = day.AddDays(gap)
		}
		source, n := l.random.IntN(2), 8+l.random.IntN(16)
		c := l.answer(n, l.offsets[source]+0.2*l.random.NormFloat64())
		out = append(out, byDomain(day, fmt.Sprintf("Bank %d", source), n, c[0], c[1], c[2], c[3], c[4]))
	}
	return out, day
}

// The chances are true to what happens, on learners much like those the constants describe: nearer the outcomes than the
// last score alone, as often right as they say (expected calibration error over five bins), and with ranges that hold nine
// scores in ten. It is a check of sanity, not a measurement of quality: the learners share the model's family.
func TestChancesComeTrue(t *testing.T) {
	const learners = 400
	random := rand.New(rand.NewPCG(7, 8))
	brier, lastBrier, covered := 0.0, 0.0, 0
	var stated, happened, count [5]float64
	for range learners {
		l := newLearner(random)
		mocks, day := l.mocks()
		days := 2 + random.IntN(60)
		in := readiness.Input{AsOf: day, ExamDate: day.AddDays(days), Domains: equalDomains(5), Mocks: mocks, Always: true}
		r := estimate(t, in)

		l.live(days)
		exam := 0
		for _, c := range l.answer(20, math.Hypot(0.20, 0.15)*random.NormFloat64()) {
			exam += c
		}
		passed := 0.0
		if exam >= 70 {
			passed = 1
		}
		brier += (r.Pass.ExamDay - passed) * (r.Pass.ExamDay - passed) / learners
		last := 1 / (1 + math.Exp(-12*(mocks[len(mocks)-1].Share()-0.70))) // a fair use of the last score
		lastBrier += (last - passed) * (last - passed) / learners
		if score := float64(exam) / 100; score >= r.ExamDay.Low-0.005 && score <= r.ExamDay.High+0.005 {
			covered++
		}
		bin := min(int(5*r.Pass.ExamDay), 4)
		stated[bin] += r.Pass.ExamDay
		happened[bin] += passed
		count[bin]++
	}
	off := 0.0
	for b := range count {
		off += math.Abs(stated[b]-happened[b]) / learners
	}
	cover := float64(covered) / learners
	t.Logf("Brier %.3f (last mock %.3f), calibration error %.3f, ranges hold %.3f", brier, lastBrier, off, cover)
	if brier > 0.15 || brier > lastBrier-0.01 {
		t.Errorf("Brier score %.3f, of the last mock alone %.3f", brier, lastBrier)
	}
	if off > 0.07 {
		t.Errorf("expected calibration error %.3f", off)
	}
	if cover < 0.85 || cover > 0.95 {
		t.Errorf("the 90 %% ranges hold %.3f of the scores", cover)
	}
}

package readiness_test

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"milepost/planner"
	"milepost/planner/readiness"
)

// digest is what every digit of the answers to 300 inputs comes to. It must be the same on every machine (`.ci/digits` runs this test on several
// kinds); it changes only when the estimate itself is meant to change, and is then taken from the failing test.
const digest = "71514ee4c539d229ef350c7e61891302bce2598c3a13d72306783df36287a399"

func TestTheSameInputGivesTheSameDigitsEverywhere(t *testing.T) {
	h := sha256.New()
	random := rand.New(rand.NewPCG(11, 13))
	for range 300 {
		in, next := anyInput(random)
		r, err := readiness.Estimate(in)
		if err != nil {
			t.Fatalf("Estimate: %v", err)
		}
		e, err := readiness.Explain(in)
		if err != nil {
			t.Fatalf("Explain: %v", err)
		}
		f := foretell(t, in, next)
		told := readiness.Foretold{MockForecast: f, Result: next.Share(), PassLine: 0.7}
		s := readiness.ScoreMocks([]readiness.Foretold{told, told, told, told, told, told})
		for _, v := range []any{r, e, f, s} {
			write(h, reflect.ValueOf(v))
		}
	}
	if got := hex.EncodeToString(h.Sum(nil)); got != digest {
		t.Errorf("the digits come to %s, want %s", got, digest)
	}
}

// anyInput draws an input of some shape, and a mock to come. Only whole numbers are drawn, and shares of two of them.
func anyInput(random *rand.Rand) (readiness.Input, planner.Mock) {
	days := random.IntN(500)
	in := readiness.Input{
		AsOf: firstDay.AddDays(days), ExamDate: firstDay.AddDays(days + random.IntN(200)), Always: random.IntN(2) == 0,
		PassLine: float64(50+random.IntN(45)) / 100, ScaledPassMark: random.IntN(2) == 0, Questions: random.IntN(200), HasWeeklyMinutes: random.IntN(2) == 0,
		WeeklyMinutes: random.IntN(900), Options: 2 * random.IntN(3),
	}
	for d := range 1 + random.IntN(10) {
		id := fmt.Sprintf("d%d", d+1)
		in.Domains = append(in.Domains, planner.Domain{ID: id, Weight: float64(1 + random.IntN(30))})
		if random.IntN(3) == 0 {
			in.LastStudied = append(in.LastStudied, readiness.LastStudied{Domain: id, Date: in.AsOf.AddDays(-random.IntN(300))})
		}
	}
	if random.IntN(3) == 0 {
		in.Sources = append(in.Sources, readiness.SourcePrior{Name: "Bank 1", HasOffset: true, Offset: float64(random.IntN(200)-100) / 100, OffsetSD: float64(random.IntN(50)) / 100})
	}
	mock := func(day int) planner.Mock {
		m := planner.Mock{
			Date: firstDay.AddDays(day), Source: fmt.Sprintf("Bank %d", random.IntN(4)), Official: random.IntN(5) == 0,
			Timed: random.IntN(4) > 0, FirstAttempt: random.IntN(5) > 0,
		}
		switch random.IntN(4) {
		case 0:
			m.Total = 1 + random.IntN(10_000)>>random.IntN(12)
			m.Correct = random.IntN(m.Total + 1)
		case 1:
			m.HasPercent, m.Percent = true, float64(random.IntN(101))
		default:
			for _, d := range in.Domains {
				if n := random.IntN(40); n > 0 {
					m.Domains = append(m.Domains, planner.DomainScore{Domain: d.ID, Correct: random.IntN(n + 1), Total: n})
				}
			}
			if len(m.Domains) == 0 {
				m.Correct, m.Total = 1, 2
			}
		}
		return m
	}
	for range random.IntN(15) {
		in.Mocks = append(in.Mocks, mock(random.IntN(days+1)))
	}
	return in, mock(days)
}

// write feeds everything in a value to a hash: floats by their bits, the rest as it prints.
func write(h hash.Hash, v reflect.Value) {
	switch v.Kind() {
	case reflect.Float64:
		var b [8]byte
		binary.LittleEndian.PutUint64(b[:], math.Float64bits(v.Float()))
		h.Write(b[:])
	case reflect.Slice, reflect.Array:
		fmt.Fprint(h, v.Len())
		for i := range v.Len() {
			write(h, v.Index(i))
		}
	case reflect.Struct:
		if d, ok := v.Interface().(planner.Date); ok {
			fmt.Fprint(h, d)
			return
		}
		for i := range v.NumField() {
			write(h, v.Field(i))
		}
	default:
		fmt.Fprint(h, v)
	}
}

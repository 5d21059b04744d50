package readiness_test

import (
	"fmt"
	"slices"
	"testing"

	"milepost/planner"
	"milepost/planner/readiness"
)

// bytesOf hands out the bytes of a fuzz input, and zeros when there are no more.
type bytesOf struct{ left []byte }

func (b *bytesOf) next() int {
	if len(b.left) == 0 {
		return 0
	}
	v := b.left[0]
	b.left = b.left[1:]
	return int(v)
}

// inputFrom reads any bytes as an input; what they say may well be nonsense.
func inputFrom(data []byte) readiness.Input {
	b := bytesOf{data}
	in := readiness.Input{AsOf: firstDay.AddDays(b.next() * 4), Always: b.next()%2 == 0, Questions: b.next(), Options: b.next() % 8}
	in.ExamDate = in.AsOf.AddDays(b.next()*8 - 200)
	in.PassLine = float64(b.next()) / 250
	in.ScaledPassMark = b.next()%2 == 0
	in.WeeklyMinutes, in.HasWeeklyMinutes = b.next()*10-50, b.next()%2 == 0
	for d := range 1 + b.next()%6 {
		id := fmt.Sprintf("d%d", d+1)
		in.Domains = append(in.Domains, planner.Domain{ID: id, Weight: float64(b.next())})
		if b.next()%3 == 0 {
			in.LastStudied = append(in.LastStudied, readiness.LastStudied{Domain: id, Date: firstDay.AddDays(b.next() * 4)})
		}
	}
	for len(b.left) > 0 && len(in.Mocks) < 30 {
		flags := b.next()
		m := planner.Mock{
			Date: firstDay.AddDays(b.next() * 4), Source: string(rune('A' + b.next()%12)),
			Official: flags&1 != 0, Timed: flags&2 != 0, FirstAttempt: flags&4 != 0, HasPercent: flags&8 != 0, Percent: float64(b.next()) / 2.5,
		}
		if flags&16 != 0 {
			m.Correct, m.Total = b.next()*4, b.next()*8
		}
		for range flags >> 5 {
			m.Domains = append(m.Domains, planner.DomainScore{Domain: fmt.Sprintf("d%d", b.next()%7), Correct: b.next(), Total: b.next() * 2})
		}
		in.Mocks = append(in.Mocks, m)
	}
	return in
}

func FuzzEstimate(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("\x10\x00d\x04\x20\xaf\x01\x30\x00\x02\x15\x01\x20\x01\x30\x01\x46\x02A\x90\x20\x40"))
	f.Add([]byte{200, 0, 100, 4, 40, 175, 0, 40, 0, 2, 20, 1, 30, 1, 50, 0, 10, 22, 30, 1, 0, 10, 10, 22, 31, 2, 0, 0, 30})
	f.Fuzz(func(t *testing.T, data []byte) {
		in := inputFrom(data)
		r, err := readiness.Estimate(in)
		if err != nil {
			if planner.ErrorField(err) == "" {
				t.Fatalf("refused without naming a field: %v", err)
			}
			return
		}
		mustBeSound(t, r)
		e, err := readiness.Explain(in)
		if err != nil || len(e.Steps) != len(in.Mocks) {
			t.Fatalf("an input that can be estimated cannot be explained: %v", err)
		}
		for _, m := range in.Mocks[:min(len(in.Mocks), 2)] {
			f := foretell(t, in, m)
			if !slices.IsSorted(f.Quantiles[:]) || !(f.Low() >= 0 && f.High() <= 1 && f.Reaches >= 0 && f.Reaches <= 1) {
				t.Fatalf("%+v is foretold %+v", m, f)
			}
		}
	})
}

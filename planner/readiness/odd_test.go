package readiness_test

import (
	"slices"
	"strings"
	"testing"

	"milepost/planner"
	"milepost/planner/readiness"
)

// What is odd about mocks is named, and counts all the same.
func TestOddMocksAreNamed(t *testing.T) {
	twice := weekly("A", 70, 70)
	again := even(firstDay, " a ", 70)
	again.ID, again.Note, again.Minutes = "x", "typed again", 90
	bare := planner.Mock{Date: firstDay.AddDays(3), Source: "B", Timed: true, FirstAttempt: true, HasPercent: true, Percent: 66}
	tests := []struct {
		name  string
		mocks []planner.Mock
		codes []string
		words string
	}{
		{"two different ones", twice, nil, ""},
		{"one of them twice", append(twice[:2:2], again), []string{readiness.NoticeSameMock}, "on 2026-09-07 is recorded more than once"},
		{"four times is one notice", append(twice[:2:2], again, again, again), []string{readiness.NoticeSameMock}, ""},
		{"a bare percentage", append(twice[:2:2], bare), []string{readiness.NoticeNoCount}, "1 mock has a percentage alone and counts as 50 questions"},
		{"the same score on another day", append(twice[:2:2], even(firstDay.AddDays(1), "A", 70)), nil, ""},
		{"the same day, another result", append(twice[:2:2], even(firstDay, "A", 75)), nil, ""},
		{"the same, untimed", append(twice[:2:2], func() planner.Mock { m := again; m.Timed = false; return m }()), []string{readiness.NoticeSameMock}, ""},
	}
	for _, test := range tests {
		r := estimate(t, ahead(30, test.mocks))
		var codes []string
		words := ""
		for _, n := range r.Notices {
			if n.Code == readiness.NoticeSameMock || n.Code == readiness.NoticeNoCount {
				codes = append(codes, n.Code)
				words += n.Text
			}
		}
		if !slices.Equal(codes, test.codes) || !strings.Contains(words, test.words) {
			t.Errorf("%s: %v %q", test.name, codes, words)
		}
		if r.Evidence.Mocks != len(test.mocks) {
			t.Errorf("%s: %d of %d count", test.name, r.Evidence.Mocks, len(test.mocks))
		}
	}
}

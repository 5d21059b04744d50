package cli

import (
	"strings"
	"testing"
)

func TestTheDiaryComparesForecastGuessAndResult(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	if out := c.must("diary"); !strings.Contains(out, "No forecast has met its result yet") {
		t.Errorf("an empty diary says %q", out)
	}
	c.must("mock", "add", "--date", "2026-11-01", "--source", "Boson", "--score", "60/100")
	out := c.must("mock", "guess", "72%")
	if !strings.Contains(out, "Noted: 72%") || !strings.Contains(out, "Boson") {
		t.Errorf("a guess is answered by %q", out)
	}
	if out := c.must("mock", "add", "--date", "2026-11-20", "--source", "Boson", "--score", "66/100"); !strings.Contains(out, "you had guessed 72%") {
		t.Errorf("the mock of the guess is answered by %q", out)
	}
	c.must("mock", "add", "--date", "2026-11-21", "--source", "Boson", "--score", "70/100", "--guess", "64.5")
	var d struct {
		Verdict string
		Score   struct{ Scored, Guesses int }
		Mocks   []struct {
			Date        string
			Result, Low float64
			High        float64
			Guess       *float64
			Scored      bool
			Reaches     *float64
			Rests       int `json:"rests_on"`
			Quantiles   []float64
		}
		Days []struct{ Date string }
	}
	c.mustJSON(&d, "diary", "--json")
	if d.Score.Scored != 2 || d.Score.Guesses != 2 || d.Verdict != "too few to say" || len(d.Mocks) != 3 || len(d.Days) != 1 {
		t.Errorf("%+v", d)
	}
	if m := d.Mocks[0]; m.Scored || m.Guess != nil || m.Reaches != nil || m.Rests != 0 {
		t.Errorf("the first mock: %+v", m)
	}
	if m := d.Mocks[2]; !m.Scored || m.Guess == nil || *m.Guess != 64.5 || m.Reaches == nil || m.Result != 0.7 || !(m.Low < 0.7 && 0.7 < m.High) || len(m.Quantiles) != 5 {
		t.Errorf("the last mock: %+v", m)
	}
	c.must("mock", "guess", "55")
	if out := c.must("mock", "guess", "--clear"); !strings.Contains(out, "forgotten") {
		t.Errorf("taking a guess back is answered by %q", out)
	}
	if out := c.must("diary"); !strings.Contains(out, "inside") || strings.Contains(out, "Your guess of the next mock") {
		t.Errorf("the diary says %q", out)
	}
	for _, args := range [][]string{
		{"mock", "guess", "many"}, {"mock", "guess", "101"}, {"mock", "guess", "NaN"}, {"mock", "guess"}, {"mock", "guess", "--clear", "50"},
		{"mock", "add", "--date", "2026-11-21", "--source", "B", "--score", "1/2", "--guess", "-3"}, {"diary", "now"},
	} {
		if r := c.run(args...); r.status == 0 {
			t.Errorf("%v is taken: %q", args, r.out)
		}
	}
}

func TestTheEstimateExplainsItself(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	c.must("mock", "add", "--date", "2026-11-01", "--source", "Boson", "--score", "60/100")
	c.must("mock", "add", "--date", "2026-11-20", "--source", "Boson", "--score", "70/100", "--untimed")
	out := c.must("readiness", "--explain")
	for _, part := range []string{"COUNTS FOR", "100 questions", "50 questions", "Passing takes", "LEVEL AFTER"} {
		if !strings.Contains(out, part) {
			t.Errorf("%q lacks %q", out, part)
		}
	}
	if out := c.must("readiness"); !strings.Contains(out, "Most telling next mock:") || !strings.Contains(out, "Most telling next quiz:") {
		t.Errorf("readiness says %q", out)
	}
	for _, args := range [][]string{{"readiness", "--explain", "--json"}, {"readiness", "--explain", "--on", "2026-11-10"}} {
		if r := c.run(args...); r.status == 0 {
			t.Errorf("%v is taken", args)
		}
	}
}

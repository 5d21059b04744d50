package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestEveryWorldHasItsBars(t *testing.T) {
	n, ranges := 0, 0
	for _, w := range worlds {
		list := bars(w.name)
		if len(list) < 2 || list[0].kind.name != brierScore.name || !(list[0].high > 0.09 && list[0].high < 0.18) {
			t.Errorf("%s: %d bars, the first %s of %.3f", w.name, len(list), list[0].kind.name, list[0].high)
		}
		for _, b := range list {
			if b.low >= b.high {
				t.Errorf("%s: %s cannot be %s", w.name, b.kind.name, b.wanted())
			}
			if b.kind.best == nil {
				ranges++
			}
		}
		n += len(list)
	}
	if n != 38 || ranges != 4 {
		t.Errorf("%d bars, %d of them ranges", n, ranges)
	}
	for _, w := range mixable() {
		if w.name == mixed || w.steep {
			t.Errorf("%s is mixed into the mixed world", w.name)
		}
	}
}

func TestBarsAreJudgedByWhatWasMeasured(t *testing.T) {
	r := result{world: world{name: "quiet"}}
	r.ours = scored{brier: figure{0.105, 0.003}, ece: figure{0.090, 0.004}, luck: 0.01}
	r.rivals.last.ahead = figure{0.001, 0.0003}
	r.rivals.discounted.ahead = figure{-0.008, 0.001}
	r.possible.behind = figure{0.001, 0.0001}
	all := judgeAll([]result{r})
	want := []struct{ verdict, reach verdict }{{met, met}, {missed, met}, {missed, missed}, {unclear, unclear}}
	if len(all) != len(want) {
		t.Fatalf("%d bars", len(all))
	}
	for i, j := range all {
		if j.verdict != want[i].verdict || j.reach != want[i].reach {
			t.Errorf("%s %s: %s, the best possible %s", j.kind.name, j.measured, j.verdict, j.reach)
		}
	}
	var b bytes.Buffer
	tableOfBars(&b, all)
	for _, line := range []string{
		"| quiet | Brier score | at most 0.112 | 0.105 ± 0.003 | +0.007 | met | 0.104 ± 0.003 |",
		"| quiet | calibration error | at most 0.080 | 0.090 ± 0.004 | -0.010 | missed | 0.010 ± 0.000 |",
		"| quiet | ahead of the last mock | at least 0.003 | 0.001 ± 0.000 | -0.002 | missed | 0.002 ± 0.000, beyond anybody's reach |",
		"| quiet | ahead of the discounted count | at least -0.008 | -0.008 ± 0.001 | +0.000 | too close to call | -0.007 ± 0.001 |",
		"4 bars: 1 met, 2 missed, 1 too close to call",
	} {
		if !strings.Contains(b.String(), line) {
			t.Errorf("no line %q in\n%s", line, b.String())
		}
	}
}

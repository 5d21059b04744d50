package charts

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestNoLabelIsClippedOrCoversAnother tries every situation at sizes from a corner of a card to a poster.
func TestNoLabelIsClippedOrCoversAnother(t *testing.T) {
	fonts := testFonts(t)
	sizes := [][2]int{{260, 120}, {280, 100}, {320, 480}, {600, 300}, {900, 400}, {1400, 260}, {3000, 1600}}
	for name, d := range situations() {
		for _, size := range sizes {
			for _, text := range []float64{0.8, 1, 1.4, 2} {
				t.Run(fmt.Sprintf("%s %dx%d text %v", name, size[0], size[1], text), func(t *testing.T) {
					p := NewReadinessPlot(d, Options{Width: size[0], Height: size[1], TextScale: text, Fonts: fonts})
					checkLabels(t, p)
				})
			}
		}
	}
}

// checkLabels fails when a label is not wholly in the picture or shares room with another.
func checkLabels(t interface{ Errorf(string, ...any) }, p *ReadinessPlot) {
	inside := rect{0, 0, float64(p.opts.Width), float64(p.opts.Height)}
	for i, l := range p.labels {
		e := p.faces.measure(l.text, l.style.size, l.style.bold)
		if got := textBox(l.at, e); got != l.box {
			t.Errorf("%q is written over %v but was placed over %v", l.text, got, l.box)
		}
		if !inside.contains(l.box) {
			t.Errorf("%q at %v leaves the picture %v", l.text, l.box, inside)
		}
		for _, other := range p.labels[:i] {
			if l.box.overlaps(other.box) {
				t.Errorf("%q covers %q", l.text, other.text)
			}
		}
	}
}

// TestLabelsKeepClearAtAnySize is the same for sizes nobody thought of.
func TestLabelsKeepClearAtAnySize(t *testing.T) {
	fonts := testFonts(t)
	all := []ReadinessData{studyHalfway(), oneMock(), justBegun(), twoYears(), examTomorrow(), mocksOnly()}
	rapid.Check(t, func(t *rapid.T) {
		scale := rapid.SampledFrom([]float64{1, 1.25, 2}).Draw(t, "scale")
		o := Options{
			Width: rapid.IntRange(1, 2000).Draw(t, "width"), Height: rapid.IntRange(1, 1000).Draw(t, "height"),
			Scale: scale, TextScale: rapid.Float64Range(0.8, 2).Draw(t, "text"), Fonts: fonts,
		}
		p := NewReadinessPlot(rapid.SampledFrom(all).Draw(t, "study"), o)
		checkLabels(t, p)
		if p.area.width() < 1 || p.area.height() < 1 || p.area.left < 0 || p.area.right > float64(o.Width) || p.area.bottom > float64(o.Height) {
			t.Errorf("the plot %v has no room in %d x %d", p.area, o.Width, o.Height)
		}
	})
}

func TestWhatALargeFigureSays(t *testing.T) {
	p := NewReadinessPlot(studyHalfway(), Options{Width: 900, Height: 400, Fonts: testFonts(t)})
	written := texts(p)
	for _, want := range []string{
		"Readiness: 68% (60–76%)", "Pass line 75% (assumed from 700/1000)", "Today", "Exam 4 Feb", "78% on 4 Feb", "66–90%",
		"16 Oct", "Nov", "Dec", "Jan 2027", "Feb", "30%", "100%", "Boson ExSim", "CCCure", Words{}.weak(), "milestone", "milestone met",
	} {
		if !strings.Contains(written, "|"+want+"|") {
			t.Errorf("%q is missing from %s", want, written)
		}
	}
}

func TestAnEmptyFigureSaysWhatToDo(t *testing.T) {
	for _, size := range [][2]int{{900, 400}, {280, 100}} {
		p := NewReadinessPlot(justBegun(), Options{Width: size[0], Height: size[1], Fonts: testFonts(t)})
		if written := strings.ReplaceAll(texts(p), "|", " "); !strings.Contains(written, "Not enough evidence yet.") {
			t.Errorf("%v: the words of the empty figure are missing from %s", size, written)
		}
	}
}

// texts are all labels of a plot between bars.
func texts(p *ReadinessPlot) string {
	out := "|"
	for _, l := range p.labels {
		out += l.text + "|"
	}
	return out
}

func TestShareScale(t *testing.T) {
	tests := []struct {
		low, high, height float64
		want              string
	}{
		{0.40, 0.90, 300, "[30 40 50 60 70 80 90 100]"},
		{0.40, 0.90, 120, "[20 40 60 80 100]"},
		{0.40, 0.90, 60, "[0 50 100]"},
		{0.40, 0.90, 5, "[0 100]"},
		{0.70, 0.72, 300, "[55 60 65 70 75 80 85 90]"},
		{0, 1, 300, "[0 10 20 30 40 50 60 70 80 90 100]"},
		{1, 1, 300, "[70 75 80 85 90 95 100]"},
		{0, 0, 300, "[0 5 10 15 20 25 30]"},
	}
	for _, test := range tests {
		scale, ticks := shareScale(test.low, test.high, test.height, 11)
		if got := fmt.Sprint(ticks); got != test.want {
			t.Errorf("shareScale(%v, %v, %v): %s, want %s", test.low, test.high, test.height, got, test.want)
		}
		if math.Round(scale.low*100) != float64(ticks[0]) || math.Round(scale.high*100) != float64(ticks[len(ticks)-1]) {
			t.Errorf("the axis %v does not end at its ticks %v", scale, ticks)
		}
	}
}

func TestShareScaleHoldsItsData(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		low := rapid.Float64Range(0, 1).Draw(t, "low")
		high := rapid.Float64Range(low, 1).Draw(t, "high")
		scale, ticks := shareScale(low, high, rapid.Float64Range(0, 2000).Draw(t, "height"), rapid.Float64Range(1, 50).Draw(t, "text"))
		if low < scale.low || high > scale.high || scale.high-scale.low < 0.299 || len(ticks) < 2 {
			t.Errorf("%v to %v on %v with %v", low, high, scale, ticks)
		}
	})
}

func TestDateTicks(t *testing.T) {
	always := func([]dateTick) bool { return true }
	atMost := func(n int) func([]dateTick) bool { return func(ticks []dateTick) bool { return len(ticks) <= n } }
	tests := []struct {
		first, last string
		fits        func([]dateTick) bool
		want        string
	}{
		{"2026-11-23", "2026-11-27", always, "23 Nov, 24 Nov, 25 Nov, 26 Nov, 27 Nov"},
		{"2026-11-23", "2026-11-27", atMost(3), "23 Nov, 25 Nov, 27 Nov"},
		{"2026-11-24", "2026-12-20", always, "30 Nov, 7 Dec, 14 Dec"},
		{"2026-10-16", "2027-02-04", always, "Nov, Dec, Jan 2027, Feb"},
		{"2026-10-16", "2027-02-04", atMost(2), "Nov, Jan 2027"},
		{"2025-02-10", "2027-02-04", atMost(9), "Apr 2025, Jul, Oct, Jan 2026, Apr, Jul, Oct, Jan 2027"},
		{"2018-05-01", "2027-02-04", atMost(3), "2020, 2025"},
		{"2026-11-24", "2026-11-26", atMost(0), "24 Nov"},
	}
	for _, test := range tests {
		var got []string
		for _, tick := range dateTicks(day(test.first), day(test.last), Words{}, test.fits) {
			got = append(got, tick.label)
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%s to %s: %s, want %s", test.first, test.last, strings.Join(got, ", "), test.want)
		}
	}
}

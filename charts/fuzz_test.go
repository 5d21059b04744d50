package charts

import (
	"image"
	"math"
	"testing"

	"milepost/planner"
	"milepost/planner/readiness"
)

// FuzzFigures draws both figures from whatever it is given: neither may hang, fail or leave a picture of another size, and no
// label may be clipped or cover another. A hang shows as the test's time running out.
func FuzzFigures(f *testing.F) {
	nan, inf := math.NaN(), math.Inf(1)
	f.Add(0.5, 0.4, 0.6, 10, 3, 600, 300, 1.0, "Boson")  // as usual
	f.Add(nan, nan, nan, 10, 3, 600, 300, 1.0, "")       // not numbers
	f.Add(inf, -inf, inf, 10, 3, 600, 300, 1.0, "a")     // infinite
	f.Add(1e300, -1e300, 1e9, 10, 3, 600, 300, 2.0, "a") // huge
	f.Add(0.7, 0.7, 0.7, 5, 1, 600, 300, 1.0, "equal")   // equal
	f.Add(0.7, 0.6, 0.8, 0, 0, 600, 300, 1.0, "empty")   // empty
	f.Add(0.7, 0.6, 0.8, 1, 1, 600, 300, 1.0, "one")     // one point
	f.Add(0.7, 0.8, 0.6, 9, -7, 600, 300, 1.4, "back")   // reversed dates and bounds
	f.Add(0.7, 0.6, 0.8, 50, 0, 260, 120, 2.0, "same")   // one day fifty times
	f.Add(0.7, 0.6, 0.8, 50, 100000, 1, 1, 2.0, "speck") // far apart, in one pixel
	f.Add(0.7, 0.6, 0.8, 50, 30, 260, 120, 2.0, "\x00\xff\u202e\n数 a very long name that goes on and on and on")
	f.Fuzz(func(t *testing.T, median, low, high float64, points, step, width, height int, text float64, words string) {
		d := wildData(median, low, high, points%200, step, words)
		o := Options{Width: width % 900, Height: height % 500, TextScale: text}
		for _, plot := range []*ReadinessPlot{NewReadinessPlot(d, o), NewSparklinePlot(d, o)} {
			picture, err := plot.Image()
			if o.check() != nil {
				if err == nil {
					t.Fatalf("%+v was drawn", o)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			if got := picture.Bounds(); got != image.Rect(0, 0, o.Width, o.Height) {
				t.Errorf("the picture is %v", got)
			}
			checkLabels(t, plot)
			checkAnswers(t, plot)
		}
		header, rows := d.Table()
		for _, row := range rows {
			if len(row) != len(header) {
				t.Errorf("%d cells under %d headings", len(row), len(header))
			}
		}
		if d.Summary() == "" {
			t.Error("the summary is empty")
		}
	})
}

// wildData spreads a few numbers over everything a figure shows.
func wildData(median, low, high float64, points, step int, words string) ReadinessData {
	start := day("2026-11-23")
	d := ReadinessData{
		Title: words, Subtitle: words + words, PassLine: high, PassLabel: words, Today: start, Exam: start.AddDays(step % 1000),
		ExamLabel: words, Empty: words,
	}
	step %= 100_000
	for i := range points {
		q := readiness.Point{Date: start.AddDays(i * step), Median: median + float64(i)/100, Low: low, High: high}
		switch i % 4 {
		case 0:
			d.Mocks = append(d.Mocks, MockPoint{Date: q.Date, Share: q.Low, Source: words, Shape: i*step - 3, Weak: i%3 == 0})
		case 1:
			d.Milestones = append(d.Milestones, MilestoneMark{Date: q.Date, Name: words, Met: i%3 == 0})
		case 2:
			d.Forecast = append(d.Forecast, q)
		}
		d.Series = append(d.Series, q)
	}
	return d
}

// checkAnswers asks a plot what a pointer and keys would.
func checkAnswers(t *testing.T, p *ReadinessPlot) {
	for _, x := range []float64{-1e9, 0, 13, 1e9, math.NaN(), math.Inf(1)} {
		if r, ok := p.Nearest(x); ok && (r.Text == "" || !finite(r.Median) || !finite(p.X(r.Date)) || !finite(p.Y(r.Median))) {
			t.Errorf("at %v: %+v", x, r)
		}
		p.DateAt(x)
	}
	p.Step(planner.Date{}, 1)
	p.Step(planner.Date{Year: math.MaxInt32}, -1)
}

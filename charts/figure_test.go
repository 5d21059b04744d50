package charts

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"math"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"milepost/planner"
	"milepost/planner/readiness"
)

func TestEverythingIsDrawnInItsPlace(t *testing.T) {
	for _, look := range []struct {
		name    string
		palette Palette
		scale   float64
	}{{"light", Light(), 1}, {"light at 2", Light(), 2}, {"dark", Dark(), 1}, {"dark at 1.5", Dark(), 1.5}} {
		t.Run(look.name, func(t *testing.T) {
			c := look.palette
			o := Options{Width: int(900 * look.scale), Height: int(400 * look.scale), Scale: look.scale, Palette: c, Fonts: testFonts(t)}
			p := NewReadinessPlot(studyHalfway(), o)
			picture := mustDraw(t, studyHalfway(), o)
			if got := picture.Bounds(); got != image.Rect(0, 0, o.Width, o.Height) {
				t.Fatalf("the picture is %v", got)
			}
			at := func(date string, share float64) Point { return Point{p.X(day(date)), p.Y(share)} }
			x := p.X(day("2026-12-20"))
			tests := []struct {
				what string
				at   Point
				want color.NRGBA
			}{
				{"ground", Point{2, 2}, c.Card},
				{"ground under the range", at("2026-10-20", 0.35), c.Card},
				{"range", at("2026-11-02", 0.532), over(c.Card, c.Band)},
				{"range ahead", at("2026-12-20", 0.635), over(c.Card, c.Forecast)},
				{"mock", at("2026-11-18", 0.64), c.Text},
				{"weak mock, hollow", at("2026-11-11", 0.68), c.Halo},
				{"pass line", Point{x, p.Y(0.75)}, c.PassLine},
				{"exam", at("2027-02-04", 0.5), c.Exam},
				{"end of the forecast", at("2027-02-04", 0.775), c.Accent},
				{"milestone met", Point{p.X(day("2026-11-09")), p.area.bottom - 1.3*p.milestoneRadius()}, c.Accent},
			}
			for _, test := range tests {
				if got, ok := near(picture, test.at, test.want); !ok {
					t.Errorf("%s at %.0f, %.0f is %v, want %v", test.what, test.at.X, test.at.Y, got, test.want)
				}
			}
		})
	}
}

// Hundreds of results are the ground of the level's line: it shows on top of them.
func TestManyMocksDoNotCoverTheLine(t *testing.T) {
	d := studyHalfway()
	at := d.Series[len(d.Series)/2]
	d.Mocks = nil
	for i := range 300 {
		d.Mocks = append(d.Mocks, MockPoint{Date: at.Date.AddDays(i%3 - 1), Share: at.Median + float64(i%21-10)/1000, Source: "Bank", Shape: 1})
	}
	o := Options{Width: 900, Height: 400, Fonts: testFonts(t)}
	p := NewReadinessPlot(d, o)
	where := Point{p.X(at.Date), p.Y(at.Median)}
	if got, ok := near(mustDraw(t, d, o), where, o.withDefaults().Palette.Accent); !ok {
		t.Errorf("on the line there is %v", got)
	}
}

// over is a translucent colour on an opaque one.
func over(ground, c color.NRGBA) color.NRGBA {
	mix := func(g, v uint8) uint8 { return uint8((int(v)*int(c.A) + int(g)*(255-int(c.A))) / 255) }
	return color.NRGBA{mix(ground.R, c.R), mix(ground.G, c.G), mix(ground.B, c.B), 255}
}

// near looks for a colour in the pixel at a place and those beside it, allowing for rounding.
func near(picture *image.RGBA, at Point, want color.NRGBA) (got color.NRGBA, ok bool) {
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			got = color.NRGBAModel.Convert(picture.At(int(at.X)+dx, int(at.Y)+dy)).(color.NRGBA)
			if distance(got, want) <= 4 {
				return got, true
			}
		}
	}
	return got, false
}

// distance is the largest difference of two colours in one channel.
func distance(a, b color.NRGBA) int {
	d := func(u, v uint8) int { return max(int(u)-int(v), int(v)-int(u)) }
	return max(d(a.R, b.R), d(a.G, b.G), d(a.B, b.B))
}

func TestTheSameDataGiveTheSameBytes(t *testing.T) {
	fonts := testFonts(t)
	for name, d := range situations() {
		o := Options{Width: 500, Height: 260, Fonts: fonts}
		want := mustDraw(t, d, o)
		var group sync.WaitGroup
		for range 3 {
			group.Go(func() {
				got, err := Readiness(d, o)
				if err != nil {
					t.Errorf("%s: %v", name, err)
					return
				}
				if !bytes.Equal(got.(*image.RGBA).Pix, want.Pix) {
					t.Errorf("%s: drawn twice, two pictures", name)
				}
			})
		}
		group.Wait()
	}
}

func TestTheOrderOfTheDataDoesNotMatter(t *testing.T) {
	o := Options{Width: 500, Height: 260}
	forth, back := studyHalfway(), studyHalfway()
	reverse(back.Series)
	reverse(back.Forecast)
	reverse(back.Mocks)
	reverse(back.Milestones)
	first := back.Series[0]
	if !bytes.Equal(mustDraw(t, forth, o).Pix, mustDraw(t, back, o).Pix) {
		t.Error("the same data in reverse give another picture")
	}
	if back.Series[0] != first {
		t.Error("drawing sorted the caller's data")
	}
}

func reverse[T any](s []T) {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
}

func TestOptionsThatCannotBeDrawnNameTheirField(t *testing.T) {
	good := Options{Width: 300, Height: 200}
	tests := []struct {
		field  string
		change func(*Options)
	}{
		{"width", func(o *Options) { o.Width = 0 }},
		{"width", func(o *Options) { o.Width = MaxSide + 1 }},
		{"height", func(o *Options) { o.Height = -5 }},
		{"height", func(o *Options) { o.Height = math.MaxInt }},
		{"scale", func(o *Options) { o.Scale = -1 }},
		{"scale", func(o *Options) { o.Scale = math.NaN() }},
		{"scale", func(o *Options) { o.Scale = math.Inf(1) }},
		{"text_scale", func(o *Options) { o.TextScale = 50 }},
	}
	for _, test := range tests {
		o := good
		test.change(&o)
		for name, draw := range map[string]func(ReadinessData, Options) (image.Image, error){"Readiness": Readiness, "Sparkline": Sparkline} {
			picture, err := draw(studyHalfway(), o)
			if got := planner.ErrorField(err); got != test.field || picture != nil {
				t.Errorf("%s with %+v: field %q (%v), want %q and no picture", name, o, got, err, test.field)
			}
		}
	}
}

func TestAFontThatIsNoneIsAnError(t *testing.T) {
	_, err := Readiness(studyHalfway(), Options{Width: 300, Height: 200, Fonts: Fonts{Bold: []byte("OTTO, not TrueType")}})
	if err == nil || !strings.Contains(err.Error(), "fonts.bold") {
		t.Errorf("error %v, want one that names fonts.bold", err)
	}
}

// broken is a Canvas that fails.
type broken struct{}

func (broken) Fill(Path, color.NRGBA) { panic(errors.New("out of ink")) }
func (broken) Stroke(Path, Stroke)    {}
func (broken) Text(Text)              {}

func TestAFailingCanvasIsAnErrorNotACrash(t *testing.T) {
	err := NewReadinessPlot(studyHalfway(), Options{Width: 300, Height: 200}).DrawOn(broken{})
	if err == nil || !strings.Contains(err.Error(), "out of ink") {
		t.Errorf("error %v, want the reason", err)
	}
}

func TestPointsAreThinnedButPeaksSurvive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 3000).Draw(t, "n")
		columns := rapid.IntRange(1, 200).Draw(t, "columns")
		points := make([]readiness.Point, n)
		for i := range points {
			m := rapid.Float64Range(0, 1).Draw(t, "median")
			points[i] = readiness.Point{Date: day("2000-01-01").AddDays(i), Median: m, Low: m / 2, High: (1 + m) / 2}
		}
		column := func(p readiness.Point) int { return day("2000-01-01").DaysUntil(p.Date) * columns / max(n, 1) }
		out := thinned(points, column)
		inColumn := make(map[int]int)
		for i, p := range out {
			if inColumn[column(p)]++; inColumn[column(p)] > 2 {
				t.Errorf("more than two points in column %d", column(p))
			}
			if i > 0 && !out[i-1].Date.Before(p.Date) {
				t.Error("the points are out of order")
			}
		}
		if got, want := bounds(out), bounds(points); got != want {
			t.Errorf("lowest and highest: %v, want %v", got, want)
		}
	})
}

// bounds are the lowest and highest medians and bounds of points.
func bounds(points []readiness.Point) [4]float64 {
	b := [4]float64{1, 0, 1, 0}
	for _, p := range points {
		b = [4]float64{min(b[0], p.Median), max(b[1], p.Median), min(b[2], p.Low), max(b[3], p.High)}
	}
	return b
}

func TestAHundredThousandPointsAreDrawn(t *testing.T) {
	d := manyPoints(100_000)
	p := NewReadinessPlot(d, Options{Width: 1800, Height: 800, Scale: 2})
	if n := len(p.data.Series); n > 2*1800 {
		t.Errorf("%d points left for 1800 columns", n)
	}
	if _, err := p.Image(); err != nil {
		t.Error(err)
	}
}

// manyPoints is a level for each of n days from 1900 on.
func manyPoints(n int) ReadinessData {
	d := ReadinessData{PassLine: 0.7}
	for i := range n {
		m := 0.5 + 0.3*math.Sin(float64(i)/50)
		d.Series = append(d.Series, readiness.Point{Date: day("1900-01-01").AddDays(i), Median: m, Low: m - 0.1, High: m + 0.1})
	}
	d.Today = d.Series[n-1].Date
	return d
}

func TestTextsStandOutFromTheirGround(t *testing.T) {
	for name, c := range map[string]Palette{"light": Light(), "dark": Dark()} {
		for what, text := range map[string]color.NRGBA{"text": c.Text, "muted": c.Muted, "accent": c.Accent, "pass line": c.PassLine} {
			for where, ground := range map[string]color.NRGBA{"card": c.Card, "range": over(c.Card, c.Forecast)} {
				if got := Contrast(text, ground); got < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f, want 4.5 (WCAG 2.2, AA)", name, what, where, got)
				}
			}
		}
	}
}

func TestSparkline(t *testing.T) {
	for name, d := range situations() {
		t.Run(name, func(t *testing.T) {
			for _, scale := range []int{1, 2} {
				o := Options{Width: 280 * scale, Height: 100 * scale, Scale: float64(scale), Palette: Dark()}
				picture, err := Sparkline(d, o)
				if err != nil {
					t.Fatal(err)
				}
				p := NewSparklinePlot(d, o)
				checkLabels(t, p)
				if len(d.Series) > 1 {
					q := d.Series[len(d.Series)/2]
					at := Point{p.X(q.Date), p.Y((q.Low + q.Median) / 2)}
					if got, ok := near(picture.(*image.RGBA), at, over(o.Palette.Card, o.Palette.Band)); !ok {
						t.Errorf("the range is %v at %v", got, at)
					}
				}
			}
		})
	}
}

func ExampleReadiness() {
	picture, err := Readiness(ReadinessData{
		Today: planner.MustDate("2026-11-23"), Exam: planner.MustDate("2027-02-04"), PassLine: 0.75,
		Series:   []readiness.Point{{Date: planner.MustDate("2026-11-23"), Median: 0.68, Low: 0.59, High: 0.76}},
		Forecast: []readiness.Point{{Date: planner.MustDate("2027-02-04"), Median: 0.78, Low: 0.66, High: 0.9}},
	}, Options{Width: 900, Height: 400, Palette: Dark()})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(picture.Bounds())
	// Output: (0,0)-(900,400)
}

func ExampleReadinessPlot_Nearest() {
	plot := NewReadinessPlot(studyHalfway(), Options{Width: 900, Height: 400})
	readout, _ := plot.Nearest(plot.X(planner.MustDate("2026-11-17"))) // where a pointer is
	fmt.Println(readout.Text)
	readout, _ = plot.Step(readout.Date, 1) // the right arrow key
	fmt.Println(readout.Text)
	// Output:
	// 17 November 2026: 66%, likely 57–75%.
	// 18 November 2026: 66%, likely 57–75%. Mock CCCure 64%.
}

func BenchmarkReadiness(b *testing.B) {
	fonts := testFonts(b)
	for _, points := range []int{10, 1000, 10_000, 100_000} {
		d := manyPoints(points)
		for _, size := range []int{1, 2} {
			b.Run(fmt.Sprintf("%d points at %dx%d", points, 900*size, 400*size), func(b *testing.B) {
				o := Options{Width: 900 * size, Height: 400 * size, Scale: float64(size), Fonts: fonts}
				for b.Loop() {
					if _, err := Readiness(d, o); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func BenchmarkSparkline(b *testing.B) {
	d, o := studyHalfway(), Options{Width: 560, Height: 200, Scale: 2, Fonts: testFonts(b)}
	for b.Loop() {
		if _, err := Sparkline(d, o); err != nil {
			b.Fatal(err)
		}
	}
}

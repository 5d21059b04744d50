package charts

import (
	"encoding/xml"
	"errors"
	"image/color"
	"io"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/wcharczuk/go-chart/v2"
)

// recorder is a Canvas that remembers how far it was drawn on.
type recorder struct {
	points []Point
	texts  []Text
	widest float64
}

func (r *recorder) Fill(p Path, _ color.NRGBA) { r.add(p) }
func (r *recorder) Stroke(p Path, s Stroke)    { r.add(p); r.widest = max(r.widest, s.Width) }
func (r *recorder) Text(t Text)                { r.texts = append(r.texts, t) }
func (r *recorder) add(p Path) {
	for _, run := range p {
		r.points = append(r.points, run.Points...)
	}
}

func TestNothingIsDrawnOutsideTheFigure(t *testing.T) {
	for name, d := range situations() {
		for _, size := range [][2]int{{260, 120}, {900, 400}, {3000, 1600}, {40, 30}} {
			r := &recorder{}
			p := NewReadinessPlot(d, Options{Width: size[0], Height: size[1]})
			if err := p.DrawOn(r); err != nil {
				t.Fatal(err)
			}
			width, height := float64(size[0]), float64(size[1])
			for _, q := range r.points {
				if q.X < 0 || q.Y < 0 || q.X > width || q.Y > height {
					// The halo of a mark in a figure smaller than any screen's may be cut; nothing else may.
					if size[0] > 100 {
						t.Errorf("%s at %v: drawn at %v", name, size, q)
					}
				}
			}
			if len(r.points) == 0 {
				t.Errorf("%s at %v: nothing was drawn", name, size)
			}
		}
	}
}

func TestAVectorCanvasGetsEveryWord(t *testing.T) {
	r := &recorder{}
	p := NewReadinessPlot(studyHalfway(), Options{Width: 900, Height: 400, Fonts: testFonts(t)})
	if err := p.DrawOn(r); err != nil {
		t.Fatal(err)
	}
	for i, l := range p.labels {
		got := r.texts[i]
		if got.Text != l.text || got.X != l.at.X || got.Baseline != l.at.Y || math.Abs(got.Size-l.style.size) > 0.01 {
			t.Errorf("label %+v was drawn as %+v", l, got)
		}
	}
}

func TestGuardedCanvasIsNeverGivenWhatItCannotDraw(t *testing.T) {
	wild := rapid.OneOf(rapid.Float64(), rapid.SampledFrom([]float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, 0, -1}))
	rapid.Check(t, func(t *rapid.T) {
		r := &recorder{}
		g := guarded{r}
		var run Run
		for range rapid.IntRange(0, 8).Draw(t, "points") {
			run.Points = append(run.Points, Point{wild.Draw(t, "x"), wild.Draw(t, "y")})
		}
		dash := rapid.SliceOfN(wild, 0, 4).Draw(t, "dash")
		ink := color.NRGBA{A: 255}
		g.Fill(Path{run}, ink)
		g.Stroke(Path{run}, Stroke{Color: ink, Width: wild.Draw(t, "width"), Dash: dash})
		g.Text(Text{Text: "x", X: wild.Draw(t, "left"), Baseline: wild.Draw(t, "baseline"), Size: wild.Draw(t, "size"), Color: ink})
		for _, q := range r.points {
			if !(math.Abs(q.X) <= reach && math.Abs(q.Y) <= reach) {
				t.Errorf("drawn at %v", q)
			}
		}
		for _, text := range r.texts {
			if !(math.Abs(text.X) <= reach && math.Abs(text.Baseline) <= reach && text.Size > 0) {
				t.Errorf("written at %+v", text)
			}
		}
		for _, v := range safeDash(dash) {
			if !(v >= shortestDash) {
				t.Errorf("dash %v", dash)
			}
		}
	})
}

func TestSVGIsWellFormedAndSaysWhatItShows(t *testing.T) {
	d := studyHalfway()
	d.Title, d.Mocks[0].Source = `R&D <script>alert("1")</script>`, `"Quotes" & <angles>`
	text, err := ReadinessSVG(d, Options{Width: 900, Height: 400, Fonts: testFonts(t)})
	if err != nil {
		t.Fatal(err)
	}
	decoder := xml.NewDecoder(strings.NewReader(text))
	elements := make(map[string]int)
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		if start, ok := token.(xml.StartElement); ok {
			elements[start.Name.Local]++
		}
	}
	if elements["script"] > 0 || elements["title"] != 1 || elements["desc"] != 1 || elements["text"] < 15 || elements["path"] < 15 {
		t.Errorf("elements %v", elements)
	}
	if !strings.Contains(text, "Forecast for 4 February 2027") || strings.Contains(text, "NaN") {
		t.Error("the description is missing, or a number is none")
	}
}

func TestRendererFlattensWhatGoChartMayAskFor(t *testing.T) {
	r := &recorder{}
	var c chart.Renderer = &renderer{canvas: r}
	c.SetFillColor(ours(color.NRGBA{A: 255}))
	c.Circle(10*subpixels, 50*subpixels, 50*subpixels)
	c.Fill()
	for _, q := range r.points {
		if got := math.Hypot(q.X-50, q.Y-50); math.Abs(got-10) > 0.1 {
			t.Errorf("%v lies %.2f from the centre of a circle of 10", q, got)
		}
	}
	r.points = nil
	c.MoveTo(0, 0)
	c.QuadCurveTo(10*subpixels, 0, 10*subpixels, 10*subpixels)
	c.Stroke()
	if last := r.points[len(r.points)-1]; last != (Point{10, 10}) || len(r.points) != curveSteps+1 {
		t.Errorf("a curve of %d points ends at %v", len(r.points), last)
	}
}

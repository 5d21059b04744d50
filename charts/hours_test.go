package charts

import (
	"image"
	"image/color"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// weeksOfHours is four weeks, the second one better than planned, the last still to come.
func weeksOfHours() HoursData {
	return HoursData{
		Today: day("2026-11-18"), Planned: "Planned", Done: "Done",
		Weeks: []HoursWeek{
			{day("2026-11-16"), 300, 120}, {day("2026-11-02"), 240, 200}, {day("2026-11-09"), 240, 300}, {day("2026-11-23"), 360, 0},
		},
	}
}

func TestHoursInWords(t *testing.T) {
	if got, want := weeksOfHours().Summary(), "3 weeks: 620 min done of 780 min planned. Most in the week of 9 November 2026: 300 min."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := (HoursData{Empty: "Nothing is planned yet"}).Summary(); got != "Nothing is planned yet." {
		t.Errorf("without weeks it says %q", got)
	}
}

// drawnAreas is a Canvas that remembers what was drawn on it.
type drawnAreas struct {
	fills  []rect
	texts  []Text
	broken bool
}

func (r *drawnAreas) Fill(p Path, _ color.NRGBA) {
	for _, run := range p {
		at := rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
		for _, q := range run.Points {
			at = rect{min(at.left, q.X), min(at.top, q.Y), max(at.right, q.X), max(at.bottom, q.Y)}
			r.broken = r.broken || !finite(q.X) || !finite(q.Y)
		}
		r.fills = append(r.fills, at)
	}
}

func (r *drawnAreas) Stroke(Path, Stroke) {}
func (r *drawnAreas) Text(t Text)         { r.texts = append(r.texts, t) }

func TestHoursAreAsHighAsTheyAreLong(t *testing.T) {
	p := NewHoursPlot(weeksOfHours(), Options{Width: 900, Height: 240})
	r := &drawnAreas{}
	if err := p.DrawOn(r); err != nil {
		t.Fatal(err)
	}
	bars := r.fills[3:] // after the ground and the two marks of the key
	// By week: planned and done, the last without anything done.
	want := []int{240, 200, 240, 300, 300, 120, 360}
	if len(bars) != len(want) {
		t.Fatalf("%d bars for %d times", len(bars), len(want))
	}
	for i, minutes := range want {
		if height := p.area.height() * float64(minutes) / float64(p.most); math.Abs(bars[i].height()-height) > 0.01 {
			t.Errorf("bar %d of %d min is %.1f high, want %.1f", i, minutes, bars[i].height(), height)
		}
	}
	if bars[0].width() <= bars[1].width() {
		t.Error("planned and done are told apart by colour alone")
	}
	if p.most < 360 {
		t.Errorf("the grid ends at %d min", p.most)
	}
}

// TestHoursOfAnything: whatever is given, the figure stays inside itself, and no text covers another.
func TestHoursOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := HoursData{Planned: "Planned", Done: "Done", Empty: "Nothing", Today: day("2026-11-18")}
		monday := day("2024-01-01")
		for range rapid.IntRange(0, 300).Draw(t, "weeks") {
			d.Weeks = append(d.Weeks, HoursWeek{monday, rapid.IntRange(-100, 20000).Draw(t, "planned"), rapid.IntRange(-100, 20000).Draw(t, "done")})
			monday = monday.AddDays(7)
		}
		o := Options{Width: rapid.IntRange(1, 1400).Draw(t, "width"), Height: rapid.IntRange(1, 500).Draw(t, "height"), TextScale: rapid.Float64Range(0.5, 2).Draw(t, "text")}
		r := &drawnAreas{}
		if err := NewHoursPlot(d, o).DrawOn(r); err != nil || r.broken {
			t.Fatalf("%v, broken %v", err, r.broken)
		}
		if o.Width < 300 || o.Height < 120 {
			return
		}
		for _, f := range r.fills {
			if f.left < -0.5 || f.right > float64(o.Width)+0.5 || f.top < -0.5 || f.bottom > float64(o.Height)+0.5 {
				t.Fatalf("something lies at %v in %d x %d", f, o.Width, o.Height)
			}
		}
		if len(d.Weeks) > 0 && len(r.texts) < 3 {
			t.Fatalf("%d weeks are drawn with the words %v", len(d.Weeks), r.texts)
		}
	})
	if err := NewHoursPlot(weeksOfHours(), Options{Width: -1, Height: 10}).DrawOn(&drawnAreas{}); err == nil || !strings.Contains(err.Error(), "width") {
		t.Errorf("a width that cannot be: %v", err)
	}
}

// TestInksAreNames: an SVG drawn with them has no colour of its own, and the page can say what each of its names is, in light and in dark.
func TestInksAreNames(t *testing.T) {
	o := Options{Width: 900, Height: 400, Palette: Inks()}
	p := NewReadinessPlot(situations()["halfway"], o)
	text, err := SVG(p, o, Described{"<Title>", "a & b"})
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(text, `="#`) {
		t.Error("the SVG has a colour of its own")
	}
	if !strings.Contains(text, "<title>&lt;Title&gt;</title>") || !strings.Contains(text, "<desc>a &amp; b</desc>") {
		t.Error("the SVG does not say what it is")
	}
	for name, c := range map[string]Palette{"light": Light(), "dark": Dark()} {
		css := c.CSS()
		for _, part := range strings.Split(text, "var(")[1:] {
			used, _, _ := strings.Cut(part, ")")
			if !strings.Contains(css, used+": #") {
				t.Errorf("%s: %s is used and not defined", name, used)
			}
		}
	}
}

func TestAPictureIsAsLargeAsItsFigure(t *testing.T) {
	o := Options{Width: 300, Height: 120}
	picture, err := Picture(NewHoursPlot(weeksOfHours(), o), o)
	if err != nil || picture.Bounds() != image.Rect(0, 0, 300, 120) {
		t.Errorf("%v, %v", picture.Bounds(), err)
	}
}

// TestHeatCanBeRead: the number in a cell stands out from its ground at every share.
func TestHeatCanBeRead(t *testing.T) {
	for name, c := range map[string]Palette{"light": Light(), "dark": Dark()} {
		for percent := range 101 {
			ground, text := c.Heat(float64(percent) / 100)
			if got := Contrast(text, ground); got < contrastEnough {
				t.Errorf("%s: %d%% has a contrast of %.2f", name, percent, got)
			}
		}
		low, _ := c.Heat(0.2)
		high, _ := c.Heat(0.9)
		if Contrast(low, high) < 1.5 {
			t.Errorf("%s: low and high look alike", name)
		}
	}
}

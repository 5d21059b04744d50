package charts

import (
	"image"
	"image/color"
	"math"
	"strings"
	"testing"

	"milepost/planner/readiness"
)

func fivePoints() CalibrationData {
	return CalibrationData{
		Across: "should have come out below", Up: "did",
		Points: []readiness.CalibrationPoint{
			{Stated: 0.95, Happened: 0.9, Low: 0.8, High: 1}, {Stated: 0.05, Happened: 0.2, Low: 0, High: 0.1}, {Stated: 0.25, Happened: 0.3, Low: 0.1, High: 0.5},
			{Stated: 0.5, Happened: 0.5, Low: 0.3, High: 0.7}, {Stated: 0.75, Happened: 0.8, Low: 0.5, High: 0.9},
		},
	}
}

func TestCalibrationIsDrawnInItsPlace(t *testing.T) {
	for name, palette := range map[string]Palette{"light": Light(), "dark": Dark()} {
		o := Options{Width: 520, Height: 400, Palette: palette, Fonts: testFonts(t)}
		p := NewCalibrationPlot(fivePoints(), o)
		picture, err := p.Image()
		if err != nil {
			t.Fatal(err)
		}
		if p.area.width() != p.area.height() || p.area.width() < 300 {
			t.Errorf("%s: the plot is %.0f x %.0f", name, p.area.width(), p.area.height())
		}
		for what, test := range map[string]struct {
			at   Point
			want color.NRGBA
		}{
			"dot":                 {p.at(0.5, 0.5), palette.Accent},
			"dot beyond luck":     {p.at(0.05, 0.2), palette.Accent},
			"halo":                {Point{p.at(0.5, 0.5).X, p.at(0.5, 0.5).Y - 5.6}, palette.Halo},
			"what luck allows":    {p.at(0.5, 0.62), over(palette.Card, palette.Band)},
			"beyond what luck is": {p.at(0.4, 0.8), palette.Card},
		} {
			if got, ok := near(picture.(*image.RGBA), test.at, test.want); !ok {
				t.Errorf("%s: %s at %.0f, %.0f is %v, want %v", name, what, test.at.X, test.at.Y, got, test.want)
			}
		}
	}
}

func TestCalibrationInWords(t *testing.T) {
	d := fivePoints()
	say := d.Summary()
	for _, part := range []string{"Stated 5%, happened 20%: more than luck explains.", "Stated 50%, happened 50%: as it should be.", "Stated 25%, happened 30%: within luck, which allows 10–50%."} {
		if !strings.Contains(say, part) {
			t.Errorf("%q lacks %q", say, part)
		}
	}
	if header, rows := d.Table(); len(rows) != 5 || len(rows[0]) != len(header) || rows[0][0] != "5%" {
		t.Errorf("%v %v", header, rows)
	}
	if got := (CalibrationData{Empty: "Nothing yet"}).Summary(); got != "Nothing yet." {
		t.Errorf("empty: %q", got)
	}
	p := NewCalibrationPlot(d, Options{Width: 400, Height: 400, Fonts: testFonts(t)})
	if at, text, ok := p.Nearest(p.at(0.74, 0).X); !ok || at != p.at(0.75, 0).X || !strings.HasPrefix(text, "Stated 75%") {
		t.Errorf("nearest to 74%%: %v %q %v", at, text, ok)
	}
}

func FuzzCalibration(f *testing.F) {
	f.Add(0.5, 0.4, 0.3, 0.7, 400, 300, 1.0, "words")
	f.Add(math.NaN(), 0.4, 0.3, 0.7, 400, 300, 1.0, "")
	f.Add(math.Inf(1), -1.0, 2.0, 1e300, 1, 1, 2.0, "x")
	f.Add(0.5, 0.4, 0.9, 0.1, 899, 3, 0.5, strings.Repeat("long ", 300))
	f.Fuzz(func(t *testing.T, stated, happened, low, high float64, width, height int, text float64, words string) {
		o := Options{Width: width % 900, Height: height % 500, TextScale: text, Fonts: testFonts(t)}
		for _, d := range []CalibrationData{
			{Empty: words, Across: words, Up: words},
			{Points: []readiness.CalibrationPoint{{Stated: stated, Happened: happened, Low: low, High: high}, {Stated: 0.5, Happened: 0.5, Low: 0.4, High: 0.6}}, Across: words},
		} {
			picture, err := NewCalibrationPlot(d, o).Image()
			if (err == nil) != (o.check() == nil) {
				t.Fatalf("%+v: %v", o, err)
			}
			if err == nil && picture.Bounds() != image.Rect(0, 0, o.Width, o.Height) {
				t.Errorf("the picture is %v", picture.Bounds())
			}
			d.Summary()
		}
	})
}

package widgets

import (
	"fmt"
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"milepost/app/gui/guitest"
	"milepost/app/gui/look"
	"milepost/charts"
)

func TestProgressBarIsFilledToItsShare(t *testing.T) {
	for _, c := range []struct {
		fraction float64
		want     float32 // of a bar 200 wide
	}{{0.25, 50}, {1, 200}, {1.7, 200}, {0.001, barThickness}} {
		bar := NewLabelledBar("Learn", "38 h", look.ColorDomain(0), c.fraction)
		guitest.NewWindow(t, bar, 200, 40)
		boxes := bar.pen.boxes[:bar.pen.usedBoxes]
		if len(boxes) != 2 || boxes[1].Size().Width != c.want {
			t.Errorf("%v: %d boxes, filled %v", c.fraction, len(boxes), boxes[len(boxes)-1].Size().Width)
		}
	}
	empty := NewProgressBar("", 0)
	guitest.NewWindow(t, empty, 200, 40)
	if empty.pen.usedBoxes != 1 {
		t.Errorf("an empty bar draws %d boxes", empty.pen.usedBoxes)
	}
}

func TestHeatMapNumbersAreLegible(t *testing.T) {
	for _, options := range [][]guitest.Option{nil, {guitest.Dark()}} {
		values := make([][]int, 1)
		for v := range 101 {
			values[0] = append(values[0], v)
		}
		columns := make([]string, len(values[0]))
		heat := NewHeatMap([]string{"D1"}, columns, values)
		guitest.NewWindow(t, heat, 4000, 60, options...)
		for i, cell := range heat.pen.boxes[:heat.pen.usedBoxes] {
			number := heat.pen.lines[1+i]
			if number.Text != fmt.Sprint(i) {
				t.Fatalf("cell %d shows %q", i, number.Text)
			}
			if got := charts.Contrast(cell.FillColor, number.Color); got < 4.5 {
				t.Errorf("%d has a contrast of %.2f to its cell", i, got)
			}
		}
	}
}

func TestHeatMapTellsAboutCells(t *testing.T) {
	var told []string
	heat := NewHeatMap([]string{"D1", "D2"}, []string{"a", "b", "c"}, [][]int{{50, 60, HeatNone}, {70}})
	heat.OnHover = func(row, column int) { told = append(told, fmt.Sprint(row, column)) }
	heat.OnTapped = func(row, column int) { told = append(told, fmt.Sprint("tap", row, column)) }
	w := guitest.NewWindow(t, heat, 300, 150)
	dashes := 0
	for _, text := range w.Texts() {
		if text == "–" {
			dashes++
		}
	}
	if dashes != 3 {
		t.Errorf("%d dashes for 3 missing values", dashes)
	}
	w.Focus(heat)
	w.Key(fyne.KeyRight, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	w.TapText("70")
	cell := heat.cell(0, 2)
	w.Hover(heat, fyne.NewPos(cell.x+2, cell.y+2))
	w.Hover(heat, fyne.NewPos(1, 1))
	if got, want := fmt.Sprint(told), fmt.Sprint([]string{"0 1", "1 1", "tap1 1", "tap1 0", "0 2", "-1 -1"}); got != want {
		t.Errorf("told %s, want %s", got, want)
	}
}

func TestRangeBarsShareTheirTracks(t *testing.T) {
	rows := []RangeBar{
		{Label: "Short", Detail: "20%", Low: 0.5, Median: 0.6, High: 0.7, Value: "60%", Range: "50–70", Color: look.ColorDomain(0)},
		{Label: "A very long name of a domain that cannot fit", Detail: "8%", Unknown: true, Value: "–", Range: "no mock yet"},
	}
	tapped := -1
	bars := NewRangeBars(0.75, rows)
	bars.OnTapped = func(row int) { tapped = row }
	w := guitest.NewWindow(t, bars, 600, 100)
	c := bars.columns(600)
	wantTicks := 1 + 1 + 1 + 1 + 1 + 1 // track, range, median and pass line; track and pass line
	if bars.pen.usedBoxes != wantTicks {
		t.Errorf("%d boxes, want %d", bars.pen.usedBoxes, wantTicks)
	}
	first, second := bars.pen.boxes[0], bars.pen.boxes[4]
	if first.Position().X != second.Position().X || first.Size() != second.Size() || first.Size().Width != c.track {
		t.Error("the tracks differ")
	}
	w.Focus(bars)
	w.Key(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if tapped != 1 {
		t.Errorf("Enter acted on row %d", tapped)
	}
	w.TapAt(bars, fyne.NewPos(20, 5))
	if tapped != 0 || bars.CurrentRow() != 0 {
		t.Errorf("a click acted on row %d", tapped)
	}
}

func TestWeekBarsTellTheirValues(t *testing.T) {
	week := NewWeekBars([]WeekBar{
		{Label: "Mon", Planned: 60, Done: 24, Words: []string{"Monday", "24 of 60 min"}},
		{Label: "Tue", Planned: 30, Today: true, Words: []string{"Tuesday", "0 of 30 min"}},
	})
	w := guitest.NewWindow(t, week, 300, 120)
	w.WantNoText("Tuesday")
	w.Focus(week)
	w.WantText("0 of 30 min")
	w.Key(fyne.KeyLeft, fyne.KeyLeft)
	w.WantText("24 of 60 min")
	w.Canvas().Unfocus()
	w.WantNoText("24 of 60 min")
	w.Hover(week, fyne.NewPos(250, 20))
	w.WantText("0 of 30 min")
}

func TestWeekOfNothingIsDrawn(t *testing.T) {
	week := NewWeekBars(nil)
	w := guitest.NewWindow(t, NewColumn("", week, NewMiniBars(), NewHeatMap(nil, nil, nil), NewRangeBars(0, nil)), 300, 300)
	w.Focus(week)
	w.Key(fyne.KeyRight, fyne.KeyEnd, fyne.KeyHome)
	if got := week.pen.usedBoxes; got != 0 {
		t.Errorf("%d boxes for no days", got)
	}
}

func TestReadoutStaysInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		length := rapid.Float32Range(1, 500)
		bounds := area{0, 0, length.Draw(t, "width"), length.Draw(t, "height")}
		wanted := fyne.NewSize(length.Draw(t, "wanted width"), length.Draw(t, "wanted height"))
		box := readoutArea(bounds, rapid.Float32Range(0, bounds.w).Draw(t, "at"), wanted)
		const slack = 0.01
		if box.x < -slack || box.y < -slack || box.x+box.w > bounds.w+slack || box.y+box.h > bounds.h+slack {
			t.Fatalf("%v is outside %v", box, bounds)
		}
	})
}

func TestChartIsDrawnOncePerSizeAndVersion(t *testing.T) {
	var asked []image.Point
	chart := NewChartView(fyne.NewSize(100, 50), func(width, height int, scale float32) image.Image {
		asked = append(asked, image.Pt(width, height))
		picture := image.NewNRGBA(image.Rect(0, 0, width, height))
		picture.Set(0, 0, color.Black)
		return picture
	})
	w := guitest.NewWindow(t, chart, 200, 100)
	w.Canvas().Capture()
	w.Canvas().Capture()
	chart.ShowReadout(Readout{X: 10, Lines: []string{"Here"}})
	w.Canvas().Capture()
	if len(asked) != 1 || asked[0] != image.Pt(200, 100) {
		t.Fatalf("drawn at %v", asked)
	}
	chart.SetVersion(1)
	w.Canvas().Capture()
	w.SetLook(guitest.Dark())
	w.Canvas().Capture()
	w.Resize(fyne.NewSize(300, 100))
	w.Canvas().Capture()
	if len(asked) != 4 || asked[3] != image.Pt(300, 100) {
		t.Errorf("drawn at %v; want once more for the version, the theme and the size", asked)
	}
}

func TestChartIsDrawnInDevicePixels(t *testing.T) {
	var got image.Point
	var gotScale float32
	chart := NewChartView(fyne.NewSize(100, 50), func(width, height int, scale float32) image.Image {
		got, gotScale = image.Pt(width, height), scale
		return image.NewNRGBA(image.Rect(0, 0, width, height))
	})
	w := guitest.NewWindow(t, chart, 200, 100)
	w.Canvas().(test.WindowlessCanvas).SetScale(2)
	w.Canvas().Capture()
	if got != image.Pt(400, 200) || gotScale != 2 {
		t.Errorf("asked for %v at scale %v", got, gotScale)
	}
}

func TestChartReadoutFollowsPointerAndKeys(t *testing.T) {
	var keys []fyne.KeyName
	left := 0
	chart := NewChartView(fyne.NewSize(100, 50), nil)
	chart.OnHover = func(x, _ float32) { chart.ShowReadout(Readout{X: x, Lines: []string{fmt.Sprintf("at %.0f", x)}}) }
	chart.OnLeave = func() { left++ }
	chart.OnKey = func(key fyne.KeyName) { keys = append(keys, key) }
	w := guitest.NewWindow(t, NewPadded(look.SpacePage, chart), 300, 200)
	w.Hover(chart, fyne.NewPos(40, 10))
	w.WantText("at 40")
	w.Hover(chart, fyne.NewPos(-10, -10))
	w.WantNoText("at 40")
	w.Focus(chart)
	w.Key(fyne.KeyLeft, fyne.KeyEnd)
	if left != 1 || fmt.Sprint(keys) != "[Left End]" {
		t.Errorf("left %d times, keys %v", left, keys)
	}
}

package widgets_test

import (
	"fmt"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"milepost/app/gui/guitest"
	"milepost/app/gui/widgets"
)

func TestWeightsPeopleWrite(t *testing.T) {
	for text, want := range map[string]float64{
		"20": 20, "20%": 20, " 12.5 % ": 12.5, "12,5": 12.5, "17.05%": 17.05, "0": 0, ".5": 0.5, "1000": 1000, "33.333": 33.33,
	} {
		if got, err := widgets.ParseWeight(text); err != nil || got != want {
			t.Errorf("%q: got %v, %v; want %v", text, got, err, want)
		}
	}
	for text, want := range map[string]string{
		"": "Write a number, like 12.5.", "x": "Write a number, like 12.5.", "1e3": "Write a number, like 12.5.", "1.2.3": "Write a number, like 12.5.",
		"NaN": "Write a number, like 12.5.", "123456789": "Write a number, like 12.5.",
		"-5": "A weight cannot be negative.", "−5 %": "A weight cannot be negative.", "1000.01": "At most 1000%.",
	} {
		if got, err := widgets.ParseWeight(text); err == nil || err.Error() != want {
			t.Errorf("%q: got %v, %v; want %q", text, got, err, want)
		}
	}
}

func TestWeightsAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weight := float64(rapid.IntRange(0, 100_000).Draw(t, "hundredths")) / 100
		if got, err := widgets.ParseWeight(widgets.WeightText(weight)); err != nil || got != weight {
			t.Fatalf("%q: got %v, %v", widgets.WeightText(weight), got, err)
		}
	})
}

func TestAWeightKeepsItsDecimals(t *testing.T) {
	var got []string
	field := widgets.NewWeightField(func(weight float64) { got = append(got, fmt.Sprint(weight)) })
	field.SetWeight(17.05)
	w := guitest.NewWindow(t, widgets.NewColumn("", field, widgets.NewCheck("Other", nil)), 300, 100)
	w.WantText("17.05%")
	w.Focus(field)
	w.Key(fyne.KeyTab)
	w.WantText("17.05%")
	wantEntered(t, got)
	w.Focus(field)
	w.Type("12.5")
	w.Key(fyne.KeyTab)
	w.WantText("12.5%")
	wantEntered(t, got, "1", "12", "12.5")
	w.Focus(field)
	w.Key(fyne.KeyUp)
	if field.Weight() != 13 {
		t.Errorf("up from 12.5 is %v", field.Weight())
	}
}

func TestAFieldThatIsRefusedLooksIt(t *testing.T) {
	field := widgets.NewMinutesField(nil)
	field.SetValue(1020)
	w := guitest.NewWindow(t, widgets.NewColumn("", field, widgets.NewCheck("Other", nil)), 300, 100)
	right := w.Canvas().Capture()
	field.SetWrong(true)
	w.Focus(field)
	w.Key(fyne.KeyTab) // leaving a field whose text can be read does not make it right
	w.Canvas().Unfocus()
	w.Settle()
	if reflect.DeepEqual(right, w.Canvas().Capture()) {
		t.Error("a refused field looks like any other")
	}
	field.SetWrong(false)
	w.Settle()
	if !reflect.DeepEqual(right, w.Canvas().Capture()) {
		t.Error("it goes on looking refused")
	}
}

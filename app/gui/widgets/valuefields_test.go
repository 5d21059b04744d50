package widgets_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app/gui/guitest"
	"milepost/app/gui/widgets"
)

func TestMinutesAreReadWhileTyping(t *testing.T) {
	var got []string
	field := widgets.NewMinutesField(func(minutes int) { got = append(got, fmt.Sprint(minutes)) })
	field.SetValue(60)
	w := guitest.NewWindow(t, widgets.NewColumn("", field, widgets.NewCheck("Other", nil)), 300, 100)
	w.WantText("1 h")
	w.Focus(field)
	w.Type("90")
	w.Key(fyne.KeyTab)
	w.WantText("1 h 30")
	wantEntered(t, got, "9", "90")
}

func TestStepsOfMinutes(t *testing.T) {
	for _, c := range []struct {
		from int
		key  fyne.KeyName
		want int
	}{
		{40, fyne.KeyUp, 45}, {40, fyne.KeyPageUp, 45}, {45, fyne.KeyPageUp, 60}, {42, fyne.KeyDown, 40}, {40, fyne.KeyPageDown, 30},
		{0, fyne.KeyDown, 0}, {1440, fyne.KeyUp, 1440}, {3, fyne.KeyDown, 0},
	} {
		field := widgets.NewMinutesField(nil)
		field.SetValue(c.from)
		w := guitest.NewWindow(t, field, 200, 60)
		w.Focus(field)
		w.Key(c.key)
		if field.Value() != c.want {
			t.Errorf("%s from %d: %d, want %d", c.key, c.from, field.Value(), c.want)
		}
	}
}

func TestBadMinutesAreKeptAndSaid(t *testing.T) {
	var said []string
	field := widgets.NewMinutesField(nil)
	field.SetValue(60)
	field.OnError = func(message string) { said = append(said, message) }
	w := guitest.NewWindow(t, widgets.NewColumn("", field, widgets.NewCheck("Other", nil)), 300, 100)
	w.Focus(field)
	w.Type("a lot")
	w.Key(fyne.KeyTab)
	w.WantText("a lot")
	if field.Value() != 60 || !strings.HasPrefix(field.Error(), "Write a time") {
		t.Errorf("value %d, error %q", field.Value(), field.Error())
	}
	w.Focus(field)
	w.Key(fyne.KeyEscape)
	w.WantText("1 h")
	if len(said) != 2 || said[1] != "" {
		t.Errorf("said %q", said)
	}
}

func TestPercentField(t *testing.T) {
	var got []string
	field := widgets.NewPercentField(func(percent int) { got = append(got, fmt.Sprint(percent)) })
	field.SetValue(20)
	w := guitest.NewWindow(t, widgets.NewColumn("", field, widgets.NewCheck("Other", nil)), 300, 100)
	w.Focus(field)
	w.Key(fyne.KeyUp, fyne.KeyPageUp, fyne.KeyTab)
	w.WantText("25%")
	wantEntered(t, got, "21", "25")
}

func TestRatingByKeysAndClicks(t *testing.T) {
	var got []string
	rating := widgets.NewRatingSteps(func(step int) { got = append(got, fmt.Sprint(step)) })
	w := guitest.NewWindow(t, widgets.NewColumn("", rating), 400, 60)
	w.WantText("not rated")
	w.Focus(rating)
	w.Type("409")
	w.WantText("solid")
	w.Key(fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyHome, fyne.KeyLeft)
	w.TapAt(rating, fyne.NewPos(45, 8))
	w.WantText("heard of it")
	wantEntered(t, got, "4", "5", "4", "1", "2")
	w.Hover(rating, fyne.NewPos(150, 8))
	w.WantText("could teach it")
	w.Hover(rating, fyne.NewPos(300, 8))
	w.WantText("heard of it")
	rating.Disable()
	w.Type("5")
	if rating.Step() != 2 {
		t.Errorf("a disabled rating went to %d", rating.Step())
	}
}

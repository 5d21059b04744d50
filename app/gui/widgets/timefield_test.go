package widgets_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"milepost/app/gui/guitest"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

func TestParseTime(t *testing.T) {
	for text, want := range map[string]string{
		"19": "19:00", "19:00": "19:00", "1900": "19:00", "19.30": "19:30", "19h30": "19:30", "19h": "19:00", "19:": "19:00", "7:05": "07:05", "730": "07:30", "0": "00:00",
		"7pm": "19:00", "7 PM": "19:00", "7:30 p.m.": "19:30", "730pm": "19:30", "12am": "00:00", "12 pm": "12:00", "11:59pm": "23:59", "noon": "12:00", "Midnight": "00:00",
		"": "", "any time": "", "off": "", " - ": "",
	} {
		got, err := widgets.ParseTime(text)
		if err != nil || got.String() != want {
			t.Errorf("%q was read as %q (%v), want %q", text, got, err, want)
		}
	}
	for _, bad := range []string{"24", "25:00", "2400", "12:60", "19:5", "1:2:3", "13pm", "0am", "-1", "19000", "seven", "pm", "７pm", "19:0x", strings.Repeat("9", 500)} {
		got, err := widgets.ParseTime(bad)
		if err == nil || !strings.HasSuffix(err.Error(), ".") {
			t.Errorf("%q was read as %q (%v)", bad, got, err)
		}
	}
}

func TestTimesAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := planner.TimeAt(rapid.IntRange(-1, 1439).Draw(t, "minutes"))
		if got, err := widgets.ParseTime(widgets.TimeText(at)); err != nil || got != at {
			t.Fatalf("%q was read as %q (%v)", widgets.TimeText(at), got, err)
		}
		text := rapid.String().Draw(t, "text")
		if got, err := widgets.ParseTime(text); err != nil && !got.IsZero() {
			t.Fatalf("%q is wrong and yet %q", text, got)
		}
	})
}

func TestTimeIsReadWhileTypingAndTakenAway(t *testing.T) {
	var got []string
	field := widgets.NewTimeField(planner.TimeAt(1140), func(at planner.TimeOfDay) { got = append(got, at.String()) })
	w := guitest.NewWindow(t, widgets.NewColumn("", field, widgets.NewCheck("Other", nil)), 300, 100)
	w.WantText("any time")
	w.Focus(field)
	w.Type("7pm")
	w.Key(fyne.KeyTab)
	w.WantText("19:00")
	w.Focus(field)
	w.Key(fyne.KeyDelete, fyne.KeyTab)
	w.WantText("any time")
	wantEntered(t, got, "07:00", "19:00", "")
}

func TestStepsOfTimes(t *testing.T) {
	for _, c := range []struct {
		from string
		key  fyne.KeyName
		want string
	}{
		{"", fyne.KeyUp, "19:00"},
		{"", fyne.KeyPageDown, "19:00"},
		{"19:00", fyne.KeyUp, "19:15"},
		{"19:05", fyne.KeyDown, "19:00"},
		{"19:10", fyne.KeyPageUp, "20:00"},
		{"00:00", fyne.KeyDown, "00:00"},
		{"23:50", fyne.KeyUp, "23:59"},
		{"23:59", fyne.KeyDown, "23:45"},
	} {
		field := widgets.NewTimeField(planner.TimeAt(1140), nil)
		if at, err := planner.ParseTimeOfDay(c.from); err == nil {
			field.SetTime(at)
		}
		w := guitest.NewWindow(t, field, 200, 60)
		w.Focus(field)
		w.Key(c.key)
		if field.Time().String() != c.want {
			t.Errorf("%s from %q: %q, want %q", c.key, c.from, field.Time(), c.want)
		}
	}
}

func TestABadTimeIsKeptAndSaid(t *testing.T) {
	field := widgets.NewTimeField(0, nil)
	field.SetTime(planner.TimeAt(540))
	w := guitest.NewWindow(t, widgets.NewColumn("", field, widgets.NewCheck("Other", nil)), 300, 100)
	w.Focus(field)
	w.Type("early")
	w.Key(fyne.KeyTab)
	w.WantText("early")
	if field.Time() != planner.TimeAt(540) || !strings.HasPrefix(field.Error(), "Write a time") {
		t.Errorf("the time is %q, the error %q", field.Time(), field.Error())
	}
	w.Focus(field)
	w.Key(fyne.KeyEscape)
	w.WantText("09:00")
}

package widgets

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestTimesPeopleWrite(t *testing.T) {
	for text, want := range map[string]int{
		"90": 90, "90m": 90, "90 min": 90, "1:30": 90, "1h30": 90, "1 h 30": 90, "1h 30m": 90, "1.5h": 90, "1,5 hours": 90, "1.5": 90,
		"2h": 120, "2 hrs": 120, "1 hour": 60, "40 m": 40, "off": 0, "Off": 0, "": 0, "0": 0, "none": 0, "24h": 1440, "0:05": 5,
	} {
		if got, err := ParseMinutes(text); err != nil || got != want {
			t.Errorf("%q: got %d, %v; want %d", text, got, err, want)
		}
	}
	for _, text := range []string{"x", "1:60", "1:300", "25h", "1441", "-5", "1h2h", "1..5", "h", "m", ":", "9999999999", "1e3"} {
		if got, err := ParseMinutes(text); err == nil {
			t.Errorf("%q: read as %d", text, got)
		}
	}
}

func TestMinutesAndPercentsAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		minutes, percent := rapid.IntRange(0, minutesOfDay).Draw(t, "minutes"), rapid.IntRange(0, 100).Draw(t, "percent")
		if got, err := ParseMinutes(MinutesText(minutes)); err != nil || got != minutes {
			t.Fatalf("%q: got %d, %v", MinutesText(minutes), got, err)
		}
		if got, err := ParsePercent(PercentText(percent)); err != nil || got != percent {
			t.Fatalf("%q: got %d, %v", PercentText(percent), got, err)
		}
	})
}

func TestPercentsThatAreNone(t *testing.T) {
	for _, text := range []string{"", "x", "101", "-1", "12.5", "%"} {
		if got, err := ParsePercent(text); err == nil {
			t.Errorf("%q: read as %d", text, got)
		}
	}
}

func FuzzParseMinutes(f *testing.F) {
	for _, text := range []string{"90", "1:30", "1h30", "1.5h", "off", "1 h 05 min", "h", "9e9h"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		minutes, err := ParseMinutes(text)
		if err != nil {
			if !strings.HasSuffix(err.Error(), ".") {
				t.Fatalf("%q: %q is no sentence", text, err)
			}
			return
		}
		if again, err := ParseMinutes(MinutesText(minutes)); minutes < 0 || minutes > minutesOfDay || err != nil || again != minutes {
			t.Fatalf("%q gives %d, which reads back as %d, %v", text, minutes, again, err)
		}
	})
}

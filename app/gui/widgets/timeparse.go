package widgets

import (
	"strings"

	"milepost/app/lang"
	"milepost/planner"
)

// TimeText writes a time of the day: "19:00", and "any time" for none. ParseTime reads it back.
func TimeText(at planner.TimeOfDay) string {
	if at.IsZero() {
		return lang.T("any time")
	}
	return at.String()
}

// ParseTime reads a time of the day the way people write one: "19", "19:00", "19.30", "1930", "19h30", "7pm", "7:30 p.m.", "noon";
// nothing, "any time" and "off" are no time. The errors are whole sentences for the person who typed.
func ParseTime(text string) (planner.TimeOfDay, error) {
	compact := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(text)), " ", "")
	switch compact {
	case "", "any", "anytime", "off", "none", "no", "-", "–":
		return 0, nil
	case "noon":
		return planner.TimeAt(12 * 60), nil
	case "midnight":
		return planner.TimeAt(0), nil
	}
	hour, minute, ok := clockParts(compact)
	if !ok {
		return 0, sayf(lang.Key("Write a time like 19:00, 7pm or 1930."))
	}
	if hour > 23 || minute > 59 {
		return 0, sayf(lang.Key("A day goes from 00:00 to 23:59."))
	}
	return planner.TimeAt(hour*60 + minute), nil
}

// clockParts takes a time without spaces apart.
func clockParts(s string) (hour, minute int, ok bool) {
	s = strings.NewReplacer("a.m.", "am", "p.m.", "pm").Replace(s)
	s, half := cutHalf(s)
	digits := strings.NewReplacer(".", ":", "h", ":").Replace(s)
	h, m, cut := strings.Cut(strings.TrimSuffix(digits, ":"), ":")
	if !cut && len(h) > 2 { // "1930" or "730"
		h, m = h[:len(h)-2], h[len(h)-2:]
		cut = true
	}
	if len(h) > 2 || cut && len(m) != 2 {
		return 0, 0, false
	}
	hour, ok = smallNumber(h)
	if ok && cut {
		minute, ok = smallNumber(m)
	}
	if half == "" || !ok {
		return hour, minute, ok
	}
	if hour < 1 || hour > 12 {
		return 0, 0, false
	}
	hour %= 12
	if half == "pm" {
		hour += 12
	}
	return hour, minute, true
}

// cutHalf takes the half of the day off: "am", "pm", or nothing.
func cutHalf(s string) (rest, half string) {
	for _, half := range []string{"am", "pm"} {
		if rest, found := strings.CutSuffix(s, half); found {
			return rest, half
		}
	}
	return s, ""
}

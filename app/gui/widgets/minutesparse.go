package widgets

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"milepost/app/lang"
)

// minutesOfDay is the largest number of minutes a day has.
const minutesOfDay = 24 * 60

// MinutesText writes minutes of a day: "1 h", "40 m", "1 h 30", and "off" for none. ParseMinutes reads it back.
func MinutesText(minutes int) string {
	h, m := minutes/60, minutes%60
	switch {
	case minutes <= 0:
		return lang.X("no time", "off")
	case h == 0:
		return fmt.Sprintf("%d m", m)
	case m == 0:
		return fmt.Sprintf("%d h", h)
	}
	return fmt.Sprintf("%d h %02d", h, m)
}

// ParseMinutes reads a time to study the way people write one: "90", "90 min", "1:30", "1h30", "1 h 30 m", "1.5h", "2 hours",
// and "off". A whole number alone is minutes; one with a decimal point is hours. It gives 0 to 1440. The errors are
// whole sentences for the person who typed.
func ParseMinutes(text string) (int, error) {
	text = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(text), ",", "."))
	if text == strings.ToLower(lang.X("no time", "off")) {
		return 0, nil
	}
	switch text {
	case "", "off", "none", "-", "no":
		return 0, nil
	}
	minutes, ok := readMinutes(compactUnits(text))
	switch {
	case !ok:
		return 0, sayf(lang.Key("Write a time like 90, 1:30 or 1 h 30."))
	case minutes > minutesOfDay:
		return 0, sayf(lang.Key("A day has 24 hours."))
	}
	return minutes, nil
}

// compactUnits leaves digits, points and colons, with h and m for the units and no spaces.
func compactUnits(text string) string {
	units := strings.NewReplacer(" ", "", "hours", "h", "hour", "h", "hrs", "h", "hr", "h", "minutes", "m", "minute", "m", "mins", "m", "min", "m")
	return units.Replace(text)
}

func readMinutes(s string) (int, bool) {
	if h, m, found := strings.Cut(s, ":"); found {
		return hoursAndMinutes(h, m)
	}
	if h, m, found := strings.Cut(s, "h"); found {
		if m == "" {
			return hours(h)
		}
		return hoursAndMinutes(h, strings.TrimSuffix(m, "m"))
	}
	if m, found := strings.CutSuffix(s, "m"); found {
		return smallNumber(m)
	}
	if strings.Contains(s, ".") {
		return hours(s)
	}
	return smallNumber(s)
}

func hoursAndMinutes(h, m string) (int, bool) {
	hh, okH := smallNumber(h)
	mm, okM := smallNumber(m)
	return hh*60 + mm, okH && okM && mm < 60 && len(m) <= 2
}

// hours reads whole or decimal hours, rounded to minutes.
func hours(s string) (int, bool) {
	const longest = 6 // "12.125" is as exact as anybody is
	if len(s) == 0 || len(s) > longest || strings.Trim(s, "0123456789.") != "" {
		return 0, false
	}
	h, err := strconv.ParseFloat(s, 64)
	return int(math.Round(h * 60)), err == nil
}

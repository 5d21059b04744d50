package widgets

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"milepost/app/lang"
	"milepost/planner"
)

// DateText writes a date out: "Thursday 4 February 2027". No date is an empty text. ParseDateText reads it back.
func DateText(d planner.Date) string {
	if d.IsZero() {
		return ""
	}
	return lang.LongDate(d)
}

// fieldText is a date as a field shows it, where long names would be cut off: "Thu 4 Feb 2027". ParseDateText reads it back.
func fieldText(d planner.Date) string {
	if d.IsZero() {
		return ""
	}
	return lang.WeekdayShortDate(d)
}

// errDateText is what a person is told whose text is no date at all.
func errDateText() error {
	return sayf(lang.Key("Write a date like %s, %s or +14."), lang.ShortDate(exampleDate), lang.Numeric(exampleDate))
}

var exampleDate = planner.MustDate("2027-02-04")

// maxDateText bounds what is looked at; the longest date written out has 27 letters.
const maxDateText = 60

// ParseDateText reads a date the way people write one: "4 feb 2027", "Thursday 4 February 2027", "Feb 4, 2027",
// "2027-02-04", "4/2/2027" (day first, but where the reader lives in the United States), "today", "tomorrow", "friday" (the next one), "+14" days and "+2w". Without a
// year the next such day from today on is meant. The errors are whole sentences for the person who typed.
func ParseDateText(text string, today planner.Date) (planner.Date, error) {
	text = strings.ToLower(strings.TrimSpace(text))
	if text == "" || len(text) > maxDateText {
		return planner.Date{}, errDateText()
	}
	if d, ok := relativeDate(text, today); ok {
		return checkYear(d)
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,/.-\t", r) })
	words = slices.DeleteFunc(words, func(w string) bool { return littleWords[w] })
	weekday, words := cutWeekday(words)
	d, err := datedWords(words, today)
	if err != nil {
		return planner.Date{}, err
	}
	if weekday != 0 && d.Weekday() != weekday {
		return planner.Date{}, sayf(lang.Key("%s is a %s."), lang.Date(d), lang.Weekday(d.Weekday()))
	}
	return checkYear(d)
}

// littleWords stand between the parts of a date in some languages: "4 de febrero", "segunda-feira".
var littleWords = map[string]bool{"de": true, "del": true, "den": true, "der": true, "le": true, "el": true, "il": true, "feira": true}

// relativeDate reads what is counted from today.
func relativeDate(text string, today planner.Date) (planner.Date, bool) {
	switch text {
	case "today", "now", lang.T("today"):
		return today, true
	case "tomorrow", lang.T("tomorrow"):
		return today.AddDays(1), true
	case "yesterday", lang.T("yesterday"):
		return today.AddDays(-1), true
	}
	if weekday := lang.WeekdayNamed(strings.TrimPrefix(text, "next ")); weekday != 0 {
		ahead := (weekday - today.Weekday() + 7) % 7
		if ahead == 0 {
			ahead = 7
		}
		return today.AddDays(ahead), true
	}
	if text[0] != '+' && text[0] != '-' {
		return planner.Date{}, false
	}
	count, unit := text[1:], 1
	if number, isWeeks := cutAnySuffix(count, "weeks", "week", "w"); isWeeks {
		count, unit = number, 7
	} else if number, isDays := cutAnySuffix(count, "days", "day", "d"); isDays {
		count = number
	}
	n, ok := smallNumber(strings.TrimSpace(count))
	if !ok {
		return planner.Date{}, false
	}
	if text[0] == '-' {
		n = -n
	}
	return today.AddDays(n * unit), true
}

// datedWords reads day, month and year out of the words that are left.
func datedWords(words []string, today planner.Date) (planner.Date, error) {
	if len(words) < 2 || len(words) > 3 {
		return planner.Date{}, errDateText()
	}
	day, month, year := words[0], words[1], ""
	if len(words) == 3 {
		year = words[2]
		if len(day) == 4 && lang.MonthNamed(day) == 0 { // year first, as in 2027-02-04
			day, year = year, day
		}
	}
	if lang.MonthNamed(day) != 0 && lang.MonthNamed(month) == 0 { // month first, as in Feb 4
		day, month = month, day
	}
	if lang.MonthFirst() && isNumber(day) && isNumber(month) && len(words[0]) <= 2 { // 2/4/2027 is 4 February there
		day, month = month, day
	}
	d, ok := smallNumber(cutOrdinal(day))
	m := int(lang.MonthNamed(month))
	if m == 0 {
		m, _ = smallNumber(month)
	}
	if !ok {
		return planner.Date{}, errDateText()
	}
	if m < 1 || m > 12 {
		if d >= 1 && d <= 12 {
			if lang.MonthFirst() {
				return planner.Date{}, sayf(lang.Key("There is no such month; it comes first, as in %s."), lang.Numeric(exampleDate))
			}
			return planner.Date{}, sayf(lang.Key("There is no such month; the day comes first, as in %s."), lang.Numeric(exampleDate))
		}
		return planner.Date{}, errDateText()
	}
	if year == "" {
		return nextSuchDay(d, time.Month(m), today)
	}
	y, ok := yearNumber(year)
	if !ok {
		return planner.Date{}, errDateText()
	}
	return existingDate(y, time.Month(m), d)
}

// nextSuchDay is the first day of that month and number from today on; 29 February may be eight years away.
func nextSuchDay(day int, month time.Month, today planner.Date) (planner.Date, error) {
	for year := today.Year; year <= today.Year+8; year++ {
		if d, err := existingDate(year, month, day); err == nil && !d.Before(today) {
			return d, nil
		}
	}
	return existingDate(today.Year, month, day)
}

func existingDate(year int, month time.Month, day int) (planner.Date, error) {
	d := planner.NewDate(year, month, day)
	if d.Day != day || d.Month != month {
		if month == time.February && day == 29 {
			return planner.Date{}, sayf(lang.Key("February %d has 28 days."), year)
		}
		return planner.Date{}, sayf(lang.Key("%s has no day %d."), lang.Capital(lang.Month(month)), day)
	}
	return d, nil
}

func checkYear(d planner.Date) (planner.Date, error) {
	if d.Year < planner.MinYear || d.Year > planner.MaxYear {
		return planner.Date{}, sayf(lang.Key("The year must be between %d and %d."), planner.MinYear, planner.MaxYear)
	}
	return d, nil
}

// yearNumber reads four digits, or two for a year of this century.
func yearNumber(s string) (int, bool) {
	n, ok := smallNumber(s)
	switch {
	case !ok:
		return 0, false
	case len(s) == 2:
		return 2000 + n, true
	}
	return n, len(s) == 4
}

// smallNumber reads up to four digits and nothing else.
func smallNumber(s string) (int, bool) {
	if len(s) == 0 || len(s) > 4 {
		return 0, false
	}
	n, err := strconv.ParseUint(s, 10, 16)
	return int(n), err == nil
}

func isNumber(s string) bool {
	_, ok := smallNumber(s)
	return ok
}

func cutOrdinal(s string) string {
	number, _ := cutAnySuffix(s, "st", "nd", "rd", "th")
	return number
}

func cutAnySuffix(s string, suffixes ...string) (string, bool) {
	for _, suffix := range suffixes {
		if rest, ok := strings.CutSuffix(s, suffix); ok {
			return strings.TrimSpace(rest), true
		}
	}
	return s, false
}

// cutWeekday takes the name of a weekday off the front; 0 when there is none.
func cutWeekday(words []string) (weekday int, rest []string) {
	if len(words) < 3 { // "mar 4" is a day in March, even where Tuesday is "mar"
		return 0, words
	}
	if weekday = lang.WeekdayNamed(words[0]); weekday == 0 {
		return 0, words
	}
	return weekday, words[1:]
}

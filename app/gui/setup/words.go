package setup

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"milepost/app/gui/kit"
	"milepost/app/phrase"
	"milepost/planner"
)

// plainWords says an error of a draft the way a person would; the names and units are those of the screen, not those of
// the file formats.
func plainWords(err error, s planner.Study, today planner.Date) (field, sentence string) {
	field, sentence = kit.Sentence(err)
	switch {
	case field == "exam_date":
		return field, examDateWords(s, today)
	case field == "start":
		return field, fmt.Sprintf("The start lies after the exam. Choose a day before %s.", phrase.Date(s.ExamDate))
	case field == "name":
		return field, fmt.Sprintf("At most %d characters; these are %d.", planner.MaxNameRunes, utf8.RuneCountInString(s.Name))
	case strings.HasPrefix(field, "availability."), strings.HasPrefix(field, "days."):
		return field, dayWords
	case field == "session_minutes":
		return field, "A session takes from 10 min to " + phrase.Duration(planner.MaxSessionMinutes) + "."
	case field == "mock_minutes":
		return field, "A full mock takes from 10 min to " + phrase.Duration(planner.MaxMockMinutes) + "."
	case field == "target", field == "pass_line":
		return field, "Between 1% and 100%."
	case field == "buffer":
		return field, "At most half of the time can be held back."
	}
	return field, sentence
}

// dayWords is said of a day with more minutes than planner.MaxDayMinutes.
var dayWords = "A day holds at most " + phrase.Duration(planner.MaxDayMinutes) + " of study."

func examDateWords(s planner.Study, today planner.Date) string {
	switch {
	case s.ExamDate.IsZero():
		return "Choose the date of your exam."
	case s.ExamDate.Before(today):
		return phrase.Date(s.ExamDate) + " has passed. Choose the date of the sitting you are preparing for."
	}
	return "That is more than five years ahead, further than Milepost plans."
}

// fieldName is what the screen calls a field; "" for one that it does not show.
func fieldName(field string, s planner.Study) string {
	if day, ok := strings.CutPrefix(field, "availability."); ok {
		return weekdayName(day)
	}
	if day, ok := strings.CutPrefix(field, "starts."); ok {
		return "Start on " + weekdayName(day)
	}
	if i, ok := domainOf(field); ok && i < len(s.Domains) {
		return s.Domains[i].Name
	}
	switch head, _, _ := strings.Cut(strings.ReplaceAll(field, "[", "."), "."); head {
	case "exam_date":
		return "Exam date"
	case "start":
		return "Start"
	case "days":
		return "Special days"
	case "days_off":
		return "Days off"
	case "domains":
		return "Domains"
	case "name":
		return labelName
	case "session_minutes":
		return labelSession
	case "mock_minutes":
		return labelMock
	case "mock_start":
		return labelMockStart
	case "mocks_wanted":
		return labelMocks
	case "buffer":
		return labelBuffer
	case "target":
		return labelTarget
	case "pass_line":
		return labelPassLine
	}
	return field
}

// domainOf reads the position out of "domains[2].weight".
func domainOf(field string) (int, bool) {
	i := 0
	n, err := fmt.Sscanf(field, "domains[%d]", &i)
	return i, n == 1 && err == nil
}

// weekdayName turns "mon" into "Monday".
func weekdayName(key string) string {
	for i, k := range planner.WeekdayKeys {
		if k == key {
			return weekdayNames[i]
		}
	}
	return key
}

var weekdayNames = [7]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

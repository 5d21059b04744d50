package setup

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"milepost/app/gui/kit"
	"milepost/app/lang"
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
		return field, lang.T("The start lies after the exam. Choose a day before %s.", phrase.Date(s.ExamDate))
	case field == "name":
		return field, lang.T("At most %d characters; these are %d.", planner.MaxNameRunes, utf8.RuneCountInString(s.Name))
	case strings.HasPrefix(field, "availability."), strings.HasPrefix(field, "days."):
		return field, dayWords()
	case field == "session_minutes":
		return field, lang.T("A session takes from 10 min to %s.", phrase.Duration(planner.MaxSessionMinutes))
	case field == "mock_minutes":
		return field, lang.T("A full mock takes from 10 min to %s.", phrase.Duration(planner.MaxMockMinutes))
	case field == "target", field == "pass_line":
		return field, lang.T("Between 1%% and 100%%.")
	case field == "buffer":
		return field, lang.T("At most half of the time can be held back.")
	}
	return field, sentence
}

// dayWords is said of a day with more minutes than planner.MaxDayMinutes.
func dayWords() string {
	return lang.T("A day holds at most %s of study.", phrase.Duration(planner.MaxDayMinutes))
}

func examDateWords(s planner.Study, today planner.Date) string {
	switch {
	case s.ExamDate.IsZero():
		return lang.T("Choose the date of your exam.")
	case s.ExamDate.Before(today):
		return lang.T("%s has passed. Choose the date of the sitting you are preparing for.", phrase.Date(s.ExamDate))
	}
	return lang.T("That is more than five years ahead, further than Milepost plans.")
}

// fieldName is what the screen calls a field; "" for one that it does not show.
func fieldName(field string, s planner.Study) string {
	if day, ok := strings.CutPrefix(field, "availability."); ok {
		return weekdayName(day)
	}
	if day, ok := strings.CutPrefix(field, "starts."); ok {
		return lang.T("Start on %s", weekdayName(day))
	}
	if i, ok := domainOf(field); ok && i < len(s.Domains) {
		return s.Domains[i].Name
	}
	switch head, _, _ := strings.Cut(strings.ReplaceAll(field, "[", "."), "."); head {
	case "exam_date":
		return lang.T("Exam date")
	case "start":
		return lang.T("Start")
	case "days":
		return lang.T("Special days")
	case "days_off":
		return lang.T("Days off")
	case "domains":
		return lang.T("Domains")
	case "name":
		return lang.Of(labelName)
	case "session_minutes":
		return lang.Of(labelSession)
	case "mock_minutes":
		return lang.Of(labelMock)
	case "mock_start":
		return lang.Of(labelMockStart)
	case "mocks_wanted":
		return lang.Of(labelMocks)
	case "buffer":
		return lang.Of(labelBuffer)
	case "target":
		return lang.Of(labelTarget)
	case "pass_line":
		return lang.Of(labelPassLine)
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
			return lang.Capital(lang.Weekday(i + 1))
		}
	}
	return key
}

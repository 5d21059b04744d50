package setup

import (
	"slices"
	"strings"

	"milepost/planner"
)

// mostFaults bounds how many faults of a draft are looked for; more than that nobody types.
const mostFaults = 50

// faults is all that is wrong with a draft. The planner names one thing at a time; here each is put right in a copy to
// hear of the next, so that a form with several slips shows all of them. The study's own bounds come after the
// application's: that lets zeros stand for what is usual, and on a screen a zero was typed.
func faults(m Model, draft planner.Study) []error {
	var all []error
	s := draft
	s.Domains = slices.Clone(s.Domains)
	for range mostFaults {
		err := m.CheckDraft(s)
		if err == nil {
			err = s.Validate()
		}
		if err == nil {
			return all
		}
		all = append(all, err)
		if !repair(&s, planner.ErrorField(err), m.Today()) {
			return all
		}
	}
	return all
}

// repair puts something possible into a field, and reports whether it knows the field.
func repair(s *planner.Study, field string, today planner.Date) bool {
	if day, ok := strings.CutPrefix(field, "availability."); ok {
		i := slices.Index(planner.WeekdayKeys[:], day)
		if i >= 0 {
			s.Availability.Weekday[i] = 0
		}
		return i >= 0
	}
	if i, ok := domainOf(field); ok && i < len(s.Domains) {
		s.Domains[i].Weight = 0
		return strings.HasSuffix(field, ".weight")
	}
	switch field {
	case "exam_date":
		s.ExamDate = today.AddDays(1)
		if s.Start.After(today) {
			s.ExamDate = s.Start.AddDays(1)
		}
	case "start":
		s.Start = s.ExamDate
	case "name":
		s.Name = ""
	case "session_minutes":
		s.SessionMinutes = planner.DefaultSessionMinutes
	case "mock_minutes":
		s.MockMinutes = planner.DefaultMockMinutes
	case "target":
		s.Target = planner.DefaultTarget
	case "pass_line":
		s.PassLine = planner.DefaultPassLine
	case "buffer":
		s.Buffer = planner.DefaultBuffer
	default:
		return false
	}
	return true
}

package app

import (
	"strings"

	"milepost/app/lang"
	"milepost/app/phrase"
)

// ImportLines says what an import changes, a line for each study; empty when nothing a person could see does.
func ImportLines(c ImportChanges) []string {
	var lines []string
	for _, s := range c.Studies {
		name := s.Name
		switch {
		case s.Added:
			name = lang.T("%s (new)", name)
		case s.Removed:
			lines = append(lines, lang.T("%s is removed, as it was there", name))
			continue
		}
		lines = append(lines, name+": "+strings.Join(studyWords(s), "; "))
	}
	if c.Settings > 0 {
		lines = append(lines, phrase.Changed(func(n int) string { return lang.N(n, "%d setting", "%d settings", n) }, c.Settings, 0, 0))
	}
	return lines
}

// ImportConflicts says that changes contradicted each other; "" when none did.
func ImportConflicts(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return lang.T("One record was changed on both computers. The later change is kept, what was done before what was only planned; the other one stays readable, and you can choose it instead.")
	}
	return lang.T("%d records were changed on both computers. Of each the later change is kept, what was done before what was only planned; the others stay readable, and you can choose them instead.", n)
}

// countedKinds are the kinds of records in the order in which they are told, with their names.
var countedKinds = []struct {
	kind  string
	count func(n int) string
}{
	{RecordMock, func(n int) string { return lang.N(n, "%d mock", "%d mocks", n) }},
	{RecordSitting, func(n int) string { return lang.N(n, "%d sitting", "%d sittings", n) }},
	{RecordSession, func(n int) string { return lang.N(n, "%d marked session", "%d marked sessions", n) }},
	{"planned", func(n int) string { return lang.N(n, "%d planned session", "%d planned sessions", n) }},
	{RecordSource, func(n int) string { return lang.N(n, "%d source", "%d sources", n) }},
	{RecordGuess, func(n int) string { return lang.N(n, "%d guess", "%d guesses", n) }},
	{RecordForecast, func(n int) string { return lang.N(n, "%d forecast of the diary", "%d forecasts of the diary", n) }},
}

func studyWords(s StudyChanges) []string {
	var parts []string
	if s.Records[RecordStudy].Changed > 0 {
		parts = append(parts, lang.T("dates, hours or domains changed"))
	}
	for _, k := range countedKinds {
		n := s.Records[k.kind]
		if k.kind == "planned" {
			n = s.Sessions
		}
		words := phrase.Changed(k.count, n.Added, n.Changed, n.Removed)
		if s.Added && n.Added > 0 {
			words = k.count(n.Added)
		}
		if words != "" {
			parts = append(parts, words)
		}
	}
	if s.Records[RecordPlan].Changed > 0 && s.Sessions == (ChangeCounts{}) {
		parts = append(parts, lang.T("milestones changed"))
	}
	return parts
}

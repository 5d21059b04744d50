package app

import (
	"strings"

	"milepost/app/phrase"
)

// ImportLines says what an import changes, a line for each study; empty when nothing a person could see does.
func ImportLines(c ImportChanges) []string {
	var lines []string
	for _, s := range c.Studies {
		name := s.Name
		switch {
		case s.Added:
			name += " (new)"
		case s.Removed:
			lines = append(lines, name+" is removed, as it was there")
			continue
		}
		lines = append(lines, name+": "+strings.Join(studyWords(s), "; "))
	}
	if c.Settings > 0 {
		lines = append(lines, phrase.Changed("setting", "settings", c.Settings, 0, 0))
	}
	return lines
}

// ImportConflicts says that changes contradicted each other; "" when none did.
func ImportConflicts(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "One record was changed on both computers. The later change is kept, what was done before what was only planned; the other one stays readable, and you can choose it instead."
	}
	return phrase.Count(n, "record was", "records were") + " changed on both computers. Of each the later change is kept, what was done before what was only planned; the others stay readable, and you can choose them instead."
}

// countedKinds are the kinds of records in the order in which they are told, with their names.
var countedKinds = []struct{ kind, one, many string }{
	{RecordMock, "mock", "mocks"}, {RecordSitting, "sitting", "sittings"}, {RecordSession, "marked session", "marked sessions"},
	{"planned", "planned session", "planned sessions"},
	{RecordSource, "source", "sources"}, {RecordGuess, "guess", "guesses"}, {RecordForecast, "forecast of the diary", "forecasts of the diary"},
}

func studyWords(s StudyChanges) []string {
	var parts []string
	if s.Records[RecordStudy].Changed > 0 {
		parts = append(parts, "dates, hours or domains changed")
	}
	for _, k := range countedKinds {
		n := s.Records[k.kind]
		if k.kind == "planned" {
			n = s.Sessions
		}
		words := phrase.Changed(k.one, k.many, n.Added, n.Changed, n.Removed)
		if s.Added && n.Added > 0 {
			words = phrase.Count(n.Added, k.one, k.many)
		}
		if words != "" {
			parts = append(parts, words)
		}
	}
	if s.Records[RecordPlan].Changed > 0 && s.Sessions == (ChangeCounts{}) {
		parts = append(parts, "milestones changed")
	}
	return parts
}

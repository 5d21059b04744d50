package phrase

import "milepost/planner"

// Method writes how a session is studied, as a title: "Case study in a group".
func Method(m planner.Method) string {
	switch m {
	case planner.Read:
		return "Read"
	case planner.Summarise:
		return "Read, then write a summary"
	case planner.Questions:
		return "Practice questions"
	case planner.Apply:
		return "Apply it at work"
	case planner.CaseStudy:
		return "Case study in a group"
	case planner.HalfMock:
		return "Half a mock, timed"
	case planner.Recall:
		return "Recall from memory"
	case planner.Teach:
		return "Teach it to a peer, or aloud to yourself"
	case planner.TimedMock:
		return "Timed mock"
	case planner.Mistakes:
		return "Work through the mistakes"
	}
	return string(m)
}

// HowTo says in a sentence how a session of a method goes; "" for those that everybody knows.
func HowTo(m planner.Method) string {
	switch m {
	case planner.Summarise:
		return "Close the book at the end and write a page from memory; then look what was missing."
	case planner.Apply:
		return "Take a decision, a document or a control of your own organisation and judge it by this domain."
	case planner.CaseStudy:
		return "Work a case through with others and argue for what you would do; alone, in writing, if there is no group."
	case planner.Recall:
		return "Without notes: say or write what you know, then check it."
	case planner.Teach:
		return "Explain it without notes; where you falter, read again."
	case planner.Mistakes:
		return "Every question you missed, and why."
	}
	return ""
}

// MethodShort is Method where there is room for two or three words.
func MethodShort(m planner.Method) string {
	switch m {
	case planner.Summarise:
		return "Read, summary"
	case planner.Questions:
		return "Questions"
	case planner.CaseStudy:
		return "Case study"
	case planner.HalfMock:
		return "Half a mock"
	case planner.Teach:
		return "Teach it"
	case planner.Mistakes:
		return "Mistakes"
	}
	return Method(m)
}

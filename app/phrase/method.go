package phrase

import (
	"milepost/app/lang"
	"milepost/planner"
)

// Method writes how a session is studied, as a title: "Case study in a group".
func Method(m planner.Method) string {
	switch m {
	case planner.Read:
		return lang.T("Read")
	case planner.Summarise:
		return lang.T("Read, then write a summary")
	case planner.Questions:
		return lang.T("Practice questions")
	case planner.Apply:
		return lang.T("Apply it at work")
	case planner.CaseStudy:
		return lang.T("Case study in a group")
	case planner.HalfMock:
		return lang.T("Half a mock, timed")
	case planner.Recall:
		return lang.T("Recall from memory")
	case planner.Teach:
		return lang.T("Teach it to a peer, or aloud to yourself")
	case planner.TimedMock:
		return lang.T("Timed mock")
	case planner.Mistakes:
		return lang.T("Work through the mistakes")
	}
	return string(m)
}

// HowTo says in a sentence how a session of a method goes; "" for those that everybody knows.
func HowTo(m planner.Method) string {
	switch m {
	case planner.Summarise:
		return lang.T("Close the book at the end and write a page from memory; then look what was missing.")
	case planner.Apply:
		return lang.T("Take a decision, a document or a control of your own organisation and judge it by this domain.")
	case planner.CaseStudy:
		return lang.T("Work a case through with others and argue for what you would do; alone, in writing, if there is no group.")
	case planner.Recall:
		return lang.T("Without notes: say or write what you know, then check it.")
	case planner.Teach:
		return lang.T("Explain it without notes; where you falter, read again.")
	case planner.Mistakes:
		return lang.T("Every question you missed, and why.")
	}
	return ""
}

// MethodShort is Method where there is room for two or three words.
func MethodShort(m planner.Method) string {
	switch m {
	case planner.Summarise:
		return lang.T("Read, summary")
	case planner.Questions:
		return lang.T("Questions")
	case planner.CaseStudy:
		return lang.T("Case study")
	case planner.HalfMock:
		return lang.T("Half a mock")
	case planner.Teach:
		return lang.T("Teach it")
	case planner.Mistakes:
		return lang.T("Mistakes")
	}
	return Method(m)
}

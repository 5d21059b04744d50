package phrase

import (
	"milepost/app/lang"
	"milepost/planner"
)

// Activity writes what a session is for, as a title: "Practice questions".
func Activity(a planner.Activity) string {
	switch a {
	case planner.Learn:
		return lang.T("Learn")
	case planner.Practise:
		return lang.T("Practice questions")
	case planner.Review:
		return lang.T("Spaced review")
	case planner.MockExam:
		return lang.T("Mock exam")
	case planner.Debrief:
		return lang.T("Mock debrief")
	}
	return string(a)
}

// Verdict answers "does it fit?" in one line, with the cushion.
func Verdict(v planner.Verdict, cushionMinutes int) string {
	switch v {
	case planner.Fits:
		return lang.T("Yes, with %s to spare", Duration(cushionMinutes))
	case planner.Tight:
		return lang.T("Just: %s to spare", Duration(cushionMinutes))
	case planner.DoesNotFit:
		return lang.T("Not yet: %s short", Duration(-cushionMinutes))
	case planner.NoRoomForAMock:
		return lang.T("No day is long enough for a mock")
	case planner.ExamPassed:
		return lang.T("The exam date has passed")
	}
	return string(v)
}

// Conditions writes how a mock was taken: "Timed, 2 h 41", "Untimed, retake".
func Conditions(m planner.Mock) string {
	out := lang.T("Untimed")
	if m.Timed {
		out = lang.T("Timed")
	}
	if m.Minutes > 0 {
		out += ", " + Duration(m.Minutes)
	}
	if !m.FirstAttempt {
		out += ", retake"
	}
	return out
}

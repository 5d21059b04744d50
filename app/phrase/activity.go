package phrase

import "milepost/planner"

// Activity writes what a session is for, as a title: "Practice questions".
func Activity(a planner.Activity) string {
	switch a {
	case planner.Learn:
		return "Learn"
	case planner.Practise:
		return "Practice questions"
	case planner.Review:
		return "Spaced review"
	case planner.MockExam:
		return "Mock exam"
	case planner.Debrief:
		return "Mock debrief"
	}
	return string(a)
}

// Verdict answers "does it fit?" in one line, with the cushion.
func Verdict(v planner.Verdict, cushionMinutes int) string {
	switch v {
	case planner.Fits:
		return "Yes, with " + Duration(cushionMinutes) + " to spare"
	case planner.Tight:
		return "Just: " + Duration(cushionMinutes) + " to spare"
	case planner.DoesNotFit:
		return "Not yet: " + Duration(-cushionMinutes) + " short"
	case planner.NoRoomForAMock:
		return "No day is long enough for a mock"
	case planner.ExamPassed:
		return "The exam date has passed"
	}
	return string(v)
}

// Conditions writes how a mock was taken: "Timed, 2 h 41", "Untimed, retake".
func Conditions(m planner.Mock) string {
	out := "Untimed"
	if m.Timed {
		out = "Timed"
	}
	if m.Minutes > 0 {
		out += ", " + Duration(m.Minutes)
	}
	if !m.FirstAttempt {
		out += ", retake"
	}
	return out
}

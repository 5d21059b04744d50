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
		out += ", " + lang.T("retake")
	}
	return out
}

// ReadinessWould says what a change would do to readiness, both shares 0..1: "Readiness would move from 65% to 67%."
func ReadinessWould(before, after float64) string {
	if was, is := Share(before), Share(after); was != is {
		return lang.T("Readiness would move from %s to %s.", was, is)
	}
	return lang.T("Readiness would stay at %s.", Share(after))
}

// ChanceWould says what a change would do to the chance of passing: "Chance of passing from 45% to 50%."
func ChanceWould(before, after float64) string {
	if was, is := Chance(before), Chance(after); was != is {
		return lang.T("Chance of passing from %s to %s.", was, is)
	}
	return lang.T("Chance of passing stays at %s.", Chance(after))
}

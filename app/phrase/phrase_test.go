package phrase

import (
	"testing"

	"milepost/planner"
)

func TestDuration(t *testing.T) {
	for minutes, want := range map[int]string{0: "0 min", 45: "45 min", 60: "1 h", 390: "6 h 30", 65: "1 h 05", -30: "−30 min"} {
		if got := Duration(minutes); got != want {
			t.Errorf("Duration(%d) = %q, want %q", minutes, got, want)
		}
	}
}

func TestAChanceIsNeverFalselyPrecise(t *testing.T) {
	for p, want := range map[float64]string{0: "2%", 0.001: "2%", 0.49: "50%", 0.712: "70%", 0.74: "75%", 0.999: "98%", 1: "98%"} {
		if got := Chance(p); got != want {
			t.Errorf("Chance(%v) = %q, want %q", p, got, want)
		}
	}
}

func TestWords(t *testing.T) {
	today := planner.MustDate("2026-11-23")
	checks := []struct{ got, want string }{
		{DaysFromNow(today, today), "today"},
		{DaysFromNow(today, today.AddDays(1)), "tomorrow"},
		{DaysFromNow(today, today.AddDays(-1)), "yesterday"},
		{DaysFromNow(today, today.AddDays(12)), "in 12 days"},
		{DaysFromNow(today, today.AddDays(-3)), "3 days ago"},
		{DayRange(planner.DateRange{First: planner.MustDate("2026-12-24"), Last: planner.MustDate("2027-01-01")}), "24 Dec – 1 Jan"},
		{LongDate(planner.MustDate("2027-02-04")), "Thursday 4 February 2027"},
		{Count(1, "mock", "mocks"), "1 mock"},
		{Count(6, "mock", "mocks"), "6 mocks"},
		{Weight(12.5), "12.5%"},
		{Weight(21), "21%"},
		{Verdict(planner.Fits, 390), "Yes, with 6 h 30 to spare"},
		{Verdict(planner.DoesNotFit, -90), "Not yet: 1 h 30 short"},
		{Conditions(planner.Mock{Timed: true, FirstAttempt: true, Minutes: 161}), "Timed, 2 h 41"},
		{Conditions(planner.Mock{}), "Untimed, retake"},
	}
	for _, c := range checks {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

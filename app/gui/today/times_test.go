package today

import (
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/planner"
)

func TestTimesAreShownWhereTheDayHasThem(t *testing.T) {
	c := newClock()
	m := withSample(t, c)
	s, err := m.Current(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s.Availability.Weekday[0] = 120
	s.Availability.Start = [7]planner.TimeOfDay{0: planner.TimeAt(1140), 1: planner.TimeAt(450)}
	if err := m.UpdateStudy(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	w, p, _ := openSized(t, m, c, fyne.NewSize(1072, 1200))
	w.WantText("Now · usual start 19:00")
	if len(p.view.Also) == 0 {
		t.Fatal("one session is all there is today")
	}
	w.WantText(p.view.Also[0].Start.String() + " · " + p.view.Also[0].Detail)
	w.WantText("07:30 · ")
}

func TestNowSaysHow(t *testing.T) {
	for method, want := range map[planner.Method]string{
		planner.Read:      "Read · 45 min. Because.",
		planner.CaseStudy: "Read · 45 min. Work a case through with others and argue for what you would do; alone, in writing, if there is no group. Because.",
	} {
		v := app.SessionView{Session: planner.Session{Reason: "Because."}, Shown: planner.Shown{Method: method}, Detail: "Read · 45 min"}
		if got := nowWords(v); got != want {
			t.Errorf("%s: %q, want %q", method, got, want)
		}
	}
}

package planner

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParseTimeOfDay(t *testing.T) {
	for text, want := range map[string]int{"00:00": 0, "7:30": 450, "07:30": 450, "19:00": 1140, " 23:59 ": 1439} {
		got, err := ParseTimeOfDay(text)
		if err != nil || got.Minutes() != want {
			t.Errorf("%q was read as %d (%v), want %d", text, got.Minutes(), err, want)
		}
	}
	for _, bad := range []string{"", "19", "24:00", "25:00", "12:60", "-1:00", "7:5", "007:30", "+7:30", "7pm", "19:00:00", "19:00x", ":30", strings.Repeat("1", 1000)} {
		if got, err := ParseTimeOfDay(bad); err == nil {
			t.Errorf("%q was read as %s", bad, got)
		}
	}
}

func TestTimeOfDay(t *testing.T) {
	for minutes := range minutesOfDay {
		at := TimeAt(minutes)
		back, err := ParseTimeOfDay(at.String())
		if err != nil || back != at || at.IsZero() || at.Minutes() != minutes {
			t.Fatalf("%d is %q, which is %d (%v)", minutes, at, back.Minutes(), err)
		}
	}
	for _, none := range []TimeOfDay{0, TimeAt(-1), TimeAt(minutesOfDay), TimeAt(-1 << 60)} {
		if !none.IsZero() || none.String() != "" || none.Minutes() != -1 {
			t.Errorf("%d is the time %q", int(none), none)
		}
	}
}

func TestStartsOutsideOfADayAreRefusedByField(t *testing.T) {
	for field, change := range map[string]func(*Availability){
		"starts.mon": func(a *Availability) { a.Start[0] = -1 },
		"starts.sun": func(a *Availability) { a.Start[6] = minutesOfDay + 1 },
		"mock_start": func(a *Availability) { a.MockStart = 1 << 40 },
	} {
		a := Availability{Start: [7]TimeOfDay{1: TimeAt(0), 2: TimeAt(1439)}}
		if err := a.Validate(); err != nil {
			t.Fatal(err)
		}
		change(&a)
		if err := a.Validate(); ErrorField(err) != field {
			t.Errorf("the error blames %q, not %q (%v)", ErrorField(err), field, err)
		}
	}
}

var (
	aMonday = MustDate("2026-11-23")
	aClock  = func(text string) TimeOfDay {
		at, err := ParseTimeOfDay(text)
		if err != nil {
			panic(err)
		}
		return at
	}
)

// on makes a session of a day.
func on(d Date, order int, a Activity, minutes int, s Status) Session {
	return Session{Date: d, Order: order, Activity: a, Minutes: minutes, Status: s}
}

func TestStarts(t *testing.T) {
	evenings := Availability{Start: [7]TimeOfDay{0: aClock("19:00"), 1: aClock("22:30")}}
	exam := Availability{Start: [7]TimeOfDay{0: aClock("19:00")}, MockStart: aClock("09:00")}
	tuesday := aMonday.AddDays(1)
	for name, c := range map[string]struct {
		a    Availability
		in   []Session
		want string
	}{
		"nothing said":                       {Availability{}, []Session{on(aMonday, 0, Learn, 45, Planned)}, "-"},
		"one after the other":                {evenings, []Session{on(aMonday, 0, Learn, 45, Planned), on(aMonday, 1, Review, 20, Planned)}, "19:00 19:55"},
		"in the day's order":                 {evenings, []Session{on(aMonday, 1, Learn, 45, Planned), on(aMonday, 0, Review, 20, Planned)}, "19:30 19:00"},
		"each day its own":                   {evenings, []Session{on(aMonday, 0, Learn, 45, Planned), on(tuesday, 0, Learn, 45, ""), on(tuesday.AddDays(1), 0, Learn, 45, "")}, "19:00 22:30 -"},
		"done keeps its place":               {evenings, []Session{on(aMonday, 0, Learn, 45, Done), on(aMonday, 1, Review, 20, Planned)}, "- 19:55"},
		"skipped and missed take no time":    {evenings, []Session{on(aMonday, 0, Learn, 45, Skipped), on(aMonday, 1, Learn, 45, Missed), on(aMonday, 2, Review, 20, Planned)}, "- - 19:00"},
		"up to midnight":                     {evenings, []Session{on(tuesday, 0, Learn, 90, Planned), on(tuesday, 1, Learn, 15, Planned)}, "22:30 -"},
		"past midnight":                      {evenings, []Session{on(tuesday, 0, Learn, 91, Planned), on(tuesday, 1, Review, 15, Planned)}, "- -"},
		"a mock at its own time":             {exam, []Session{on(tuesday, 0, MockExam, 180, Planned), on(tuesday, 1, Debrief, 60, Planned)}, "09:00 12:10"},
		"a mock before the weekday's start":  {exam, []Session{on(aMonday, 0, MockExam, 180, Planned), on(aMonday, 1, Debrief, 60, Planned)}, "09:00 12:10"},
		"a mock after what comes before it":  {exam, []Session{on(aMonday, 0, Learn, 45, Planned), on(aMonday, 1, MockExam, 180, Planned)}, "19:00 19:55"},
		"nothing before the mock has a time": {exam, []Session{on(tuesday, 0, Learn, 45, Planned), on(tuesday, 1, MockExam, 180, Planned)}, "- 09:00"},
	} {
		var got []string
		for _, at := range Starts(c.a, c.in) {
			text := at.String()
			if text == "" {
				text = "-"
			}
			got = append(got, text)
		}
		if joined := strings.Join(got, " "); joined != c.want {
			t.Errorf("%s: %s, want %s", name, joined, c.want)
		}
	}
}

// withStarts draws times to start for a request.
func withStarts(t *rapid.T, a Availability) Availability {
	for i := range a.Start {
		a.Start[i] = TimeAt(rapid.IntRange(-1, minutesOfDay-1).Draw(t, "start"))
	}
	a.MockStart = TimeAt(rapid.IntRange(-1, minutesOfDay-1).Draw(t, "mock start"))
	return a
}

// When a day begins on the clock changes no repair; that it changes no plan is seen below.
func TestStartsChangeNoRepair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := anyUnder(t).RebalanceRequest
		timed := u
		timed.Study.Availability = withStarts(t, u.Study.Availability)
		if p, q := mustRebalance(t, u), mustRebalance(t, timed); !reflect.DeepEqual(p, q) {
			t.Fatal("other times to start repair another way")
		}
	})
}

// With times to start the plan is the same. Sessions of a day begin one after the other, none while another is under way, none before its day's start, and none goes
// past midnight.
func TestStartsChangeNoPlanAndSessionsFollowOneAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRequest(t, rapid.IntRange(1, 90).Draw(t, "days"), rapid.IntRange(1, 9).Draw(t, "domains"))
		plain := mustBuild(t, r)
		r.Study.Availability = withStarts(t, r.Study.Availability)
		p := mustBuild(t, r)
		if !reflect.DeepEqual(p, plain) {
			t.Fatal("times to start make another plan")
		}
		a, starts := r.Study.Availability, Starts(r.Study.Availability, p.Sessions)
		for i, s := range p.Sessions {
			from := starts[i].Minutes()
			first := i == 0 || p.Sessions[i-1].Date != s.Date
			switch {
			case from >= 0 && from+s.Minutes > minutesOfDay:
				t.Fatalf("%+v begins at %s and ends after midnight", s, starts[i])
			case from >= 0 && s.Activity != MockExam && first && starts[i] != a.Start[s.Date.Weekday()-1]:
				t.Fatalf("%+v begins its day at %s", s, starts[i])
			case from >= 0 && s.Activity == MockExam && from < a.MockStart.Minutes():
				t.Fatalf("%+v begins at %s, before the time of a mock", s, starts[i])
			case from >= 0 && !first && !starts[i-1].IsZero() && from < starts[i-1].Minutes()+p.Sessions[i-1].Minutes+BreakMinutes:
				t.Fatalf("%+v begins at %s, too soon after %s", s, starts[i], starts[i-1])
			case from < 0 && first && s.Activity != MockExam && a.Start[s.Date.Weekday()-1].Minutes() >= 0 && a.Start[s.Date.Weekday()-1].Minutes()+s.Minutes <= minutesOfDay:
				t.Fatalf("%+v has no time", s)
			}
		}
	})
}

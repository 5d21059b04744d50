package planner

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestMethodsByTurns(t *testing.T) {
	study := Study{ExamDate: aMonday.AddDays(100), MockMinutes: 180}
	for name, c := range map[string]struct {
		activity Activity
		domain   string
		minutes  int
		from     int // days before the exam of the first
		want     string
	}{
		"reading":                      {Learn, "d1", 45, 100, "read read summary read read summary read read"},
		"reading, short":               {Learn, "d1", 24, 100, "read read read read read read"},
		"reading at the end":           {Learn, "d1", 45, 10, "read read read read read read"},
		"practice":                     {Practise, "d1", 45, 100, "questions questions questions apply questions questions questions case-study questions"},
		"practice, short":              {Practise, "d1", 24, 100, "questions questions questions apply questions questions questions questions questions"},
		"practice up to the last days": {Practise, "d1", 45, 14, "questions questions questions apply questions questions questions questions"},
		"practice at the end":          {Practise, "d1", 45, 10, "questions questions questions questions questions questions questions questions"},
		"practice of all domains":      {Practise, "", 45, 100, "questions questions questions questions questions questions questions questions"},
		"half mocks without a day":     {Practise, "", 90, 100, "half-mock half-mock"},
		"review":                       {Review, "d1", 20, 100, "recall recall teach recall recall teach"},
		"review at the end":            {Review, "d1", 20, 10, "recall recall recall"},
		"mixed review":                 {Review, "", 20, 100, "recall recall recall"},
		"mocks":                        {MockExam, "", 180, 100, "timed-mock timed-mock"},
		"mocks, half":                  {MockExam, "", 90, 100, "half-mock half-mock"},
		"debrief":                      {Debrief, "", 60, 100, "mistakes mistakes"},
	} {
		want := strings.Fields(c.want)
		sessions := make([]Session, len(want))
		for i := range sessions {
			sessions[i] = Session{Date: study.ExamDate.AddDays(i - c.from), Domain: c.domain, Activity: c.activity, Minutes: c.minutes}
		}
		if got := fmt.Sprint(Methods(study, sessions)); got != fmt.Sprint(want) {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// Domains are not in step, or a day of many would be the same thing over and over.
func TestDomainsTakeTurnsOfTheirOwn(t *testing.T) {
	study := Study{ExamDate: aMonday.AddDays(100), MockMinutes: 180}
	for i := range 5 {
		study.Domains = append(study.Domains, StudyDomain{Domain: Domain{ID: fmt.Sprint("d", i)}})
	}
	for domain, want := range map[string]string{
		"d0":   "questions questions questions apply questions questions questions case-study",
		"d1":   "questions questions case-study questions questions questions apply questions",
		"d2":   "questions apply questions questions questions case-study questions questions",
		"d3":   "questions questions questions case-study questions questions questions apply",
		"gone": "questions questions questions apply questions questions questions case-study",
	} {
		var sessions []Session
		for i := range 8 {
			sessions = append(sessions, Session{Date: aMonday.AddDays(i), Domain: domain, Activity: Practise, Minutes: 45})
		}
		if got := fmt.Sprint(Methods(study, sessions)); got != "["+want+"]" {
			t.Errorf("%s: %s, want %s", domain, got, want)
		}
	}
}

// Each kind is counted by itself, by day and order and not as the sessions happen to be listed, and what was missed counts too.
func TestMethodsAreCountedByDomainAndActivity(t *testing.T) {
	study := Study{ExamDate: aMonday.AddDays(100), MockMinutes: 180}
	at := func(day int, domain string, a Activity, s Status) Session {
		return Session{Date: aMonday.AddDays(day), Domain: domain, Activity: a, Minutes: 45, Status: s}
	}
	sessions := []Session{
		at(3, "d1", Practise, Planned), at(2, "d2", Practise, Planned), at(2, "d1", Review, Planned), at(2, "d1", Practise, Skipped),
		at(1, "d1", Practise, Missed), at(0, "d1", Practise, Done),
	}
	if got := Methods(study, sessions); got[0] != Apply || got[1] != Questions || got[2] != Recall || got[5] != Questions {
		t.Errorf("got %v", got)
	}
}

// What a person put in is what they said it was.
func TestSessionsByHandArePlain(t *testing.T) {
	study := Study{ExamDate: aMonday.AddDays(100), MockMinutes: 180}
	for activity, want := range map[Activity]Method{Learn: Read, Practise: Questions, Review: Recall, MockExam: TimedMock, Debrief: Mistakes} {
		var sessions []Session
		for i := range 13 {
			sessions = append(sessions, Session{Date: aMonday.AddDays(i), Domain: "d1", Activity: activity, Minutes: 91, ByHand: true})
		}
		sessions[12].Domain = ""
		for i, got := range Methods(study, sessions) {
			if got != want {
				t.Errorf("session %d of %s is %s", i, activity, got)
			}
		}
	}
}

func TestHalvesOfAMockAreCalledSo(t *testing.T) {
	r := Request{Today: aMonday, Study: NewStudy(Exam{Code: "X", Minutes: 180, Domains: []Domain{{ID: "d1", Weight: 50}, {ID: "d2", Weight: 50}}})}
	r.Study.Questions, r.Study.ExamDate, r.Study.Availability.Weekday = 100, aMonday.AddDays(90), [7]int{100, 100, 100, 100, 100, 100, 100}
	p := mustBuild(t, r)
	methods, halves := Methods(r.Study, p.Sessions), 0
	for i, s := range p.Sessions {
		half := slices.Contains(reasonHalfMock[:], s.Reason)
		if half != (methods[i] == HalfMock) {
			t.Errorf("%s of %d minutes (%q) is %s", s.Activity, s.Minutes, s.Reason, methods[i])
		}
		if half {
			halves++
		}
	}
	if halves == 0 {
		t.Error("no half of a mock in the plan")
	}
}

// Every session has a method of its activity, short sessions and the last days keep to what suits them, and the first practice of a domain is questions. What comes
// later never changes what comes before, and the order in which sessions are handed in does not matter.
func TestMethodsKeepTheRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRequest(t, rapid.IntRange(5, 200).Draw(t, "days"), rapid.IntRange(1, 9).Draw(t, "domains"))
		p := mustBuild(t, r)
		methods := Methods(r.Study, p.Sessions)
		checkMethods(t, r.Study, p.Sessions, methods)
		n := rapid.IntRange(0, len(p.Sessions)).Draw(t, "first")
		if got := Methods(r.Study, p.Sessions[:n]); !slices.Equal(got, methods[:n]) {
			t.Fatalf("%d later sessions change %v into %v", len(p.Sessions)-n, got, methods[:n])
		}
		turned := slices.Clone(p.Sessions)
		slices.Reverse(turned)
		got := Methods(r.Study, turned)
		slices.Reverse(got)
		if !slices.Equal(got, methods) {
			t.Fatal("sessions handed in the other way round have other methods")
		}
	})
}

func checkMethods(t *rapid.T, study Study, sessions []Session, methods []Method) {
	practised := map[string]bool{}
	for i, s := range sessions {
		m := methods[i]
		last := s.Date.DaysUntil(study.ExamDate) <= 10
		switch {
		case !m.Suits(s.Activity):
			t.Fatalf("%+v is %s", s, m)
		case last && (m == CaseStudy || m == Apply || m == Teach || m == Summarise):
			t.Fatalf("%s in the last ten days: %+v", m, s)
		case s.Minutes < 25 && (m == CaseStudy || m == Summarise):
			t.Fatalf("%s in %d minutes", m, s.Minutes)
		case s.Activity == Practise && s.Domain != "" && !practised[s.Domain] && m != Questions:
			t.Fatalf("the first practice of %s is %s", s.Domain, m)
		}
		if s.Activity == Practise {
			practised[s.Domain] = true
		}
	}
}

func TestShowAllCountsWhatLiesBehind(t *testing.T) {
	study := Study{ExamDate: aMonday.AddDays(100), MockMinutes: 180, Availability: Availability{Start: [7]TimeOfDay{3: aClock("19:00")}}}
	var past []Session
	for i := range 3 {
		past = append(past, Session{ID: fmt.Sprint("p", i), Date: aMonday.AddDays(i), Domain: "d1", Activity: Practise, Minutes: 45, Status: Done})
	}
	next := Session{ID: "n", Date: aMonday.AddDays(3), Domain: "d1", Activity: Practise, Minutes: 45, Status: Planned}
	stale := next // the same session as it stood before
	stale.Date = aMonday
	got := ShowAll(study, append(past, stale), []Session{next})
	if want := (Shown{aClock("19:00"), Apply}); got["n"] != want || got["p0"].Method != Questions || len(got) != 4 {
		t.Errorf("got %v", got)
	}
}

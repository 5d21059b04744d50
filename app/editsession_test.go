package app

import (
	"testing"

	"milepost/planner"
)

func TestEditingASession(t *testing.T) {
	m := newCandidate(t).Milepost
	study, err := m.CreateSample(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	today := m.Today()
	find := func(is func(SessionView) bool) planner.Session {
		t.Helper()
		v, err := m.Plan(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range v.Sessions {
			if is(s) {
				return s.Session
			}
		}
		t.Fatal("the sample has no such session")
		return planner.Session{}
	}
	byID := func(id string) planner.Session { return find(func(s SessionView) bool { return s.ID == id }) }
	planned := find(func(s SessionView) bool {
		return s.Status == planner.Planned && s.Date.After(today) && s.Activity == planner.Practise
	})
	done := find(func(s SessionView) bool { return s.Status == planner.Done })

	for name, c := range map[string]struct {
		session planner.Session
		change  func(*planner.Session)
		field   string // of the error; "" for none
		check   func(planner.Session) bool
	}{
		"a note alone pins nothing":  {planned, func(s *planner.Session) { s.Note = " chapter 4 " }, "", func(s planner.Session) bool { return s.Note == "chapter 4" && !s.Pinned }},
		"other minutes":              {planned, func(s *planner.Session) { s.Minutes = 25 }, "", func(s planner.Session) bool { return s.Minutes == 25 && s.Pinned && s.Reason == "changed by you" }},
		"another day":                {planned, func(s *planner.Session) { s.Date = today.AddDays(9) }, "", func(s planner.Session) bool { return s.Date == today.AddDays(9) && s.Pinned }},
		"another domain":             {planned, func(s *planner.Session) { s.Domain = study.Domains[5].ID; s.Activity = planner.Review }, "", func(s planner.Session) bool { return s.Domain == study.Domains[5].ID && s.Activity == planner.Review }},
		"a day that has passed":      {planned, func(s *planner.Session) { s.Date = today.AddDays(-1) }, "date", nil},
		"the day of the exam":        {planned, func(s *planner.Session) { s.Date = study.ExamDate }, "date", nil},
		"no day":                     {planned, func(s *planner.Session) { s.Date = planner.Date{} }, "date", nil},
		"no minutes":                 {planned, func(s *planner.Session) { s.Minutes = 0 }, "minutes", nil},
		"a domain there is not":      {planned, func(s *planner.Session) { s.Domain = "x" }, "domain", nil},
		"an activity there is not":   {planned, func(s *planner.Session) { s.Activity = "sleep" }, "activity", nil},
		"a note of another encoding": {planned, func(s *planner.Session) { s.Note = "\xff" }, "note", nil},
		"the minutes really studied": {done, func(s *planner.Session) { s.Minutes = 77 }, "", func(s planner.Session) bool { return s.DoneMinutes == 77 && s.Minutes == done.Minutes && !s.Pinned }},
		"done on an earlier day":     {done, func(s *planner.Session) { s.Date = done.Date.AddDays(-1) }, "", func(s planner.Session) bool { return s.Date == done.Date.AddDays(-1) && s.Status == planner.Done }},
		"done tomorrow is not done":  {done, func(s *planner.Session) { s.Date = today.AddDays(1) }, "date", nil},
	} {
		t.Run(name, func(t *testing.T) {
			edited := c.session
			if edited.Status == planner.Done {
				edited.Minutes = edited.DoneMinutes
			}
			c.change(&edited)
			err := m.EditSession(t.Context(), edited)
			if planner.ErrorField(err) != c.field || (err == nil) != (c.field == "") {
				t.Fatalf("%v, want an error about %q", err, c.field)
			}
			got := byID(c.session.ID)
			if c.check == nil {
				if got != c.session {
					t.Errorf("it was refused, and stored is %+v", got)
				}
				return
			}
			if !c.check(got) {
				t.Errorf("stored is %+v", got)
			}
			if _, err := m.Undo(t.Context()); err != nil {
				t.Fatal(err)
			}
			if got := byID(c.session.ID); got != c.session {
				t.Errorf("undone is %+v, was %+v", got, c.session)
			}
		})
	}
	if err := m.EditSession(t.Context(), planner.Session{ID: "nobody", Date: today, Minutes: 30, Activity: planner.Learn}); err == nil {
		t.Error("a session that does not exist is edited")
	}
}

package app

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"milepost/data/interchange/ical"
	"milepost/data/interchange/ical/icaltest"
	"milepost/planner"
)

func (c *candidate) calendar(o CalendarOptions) string {
	c.t.Helper()
	write, err := c.Calendar(c.ctx, o)
	c.check(err)
	var out bytes.Buffer
	c.check(write(&out))
	for _, finding := range icaltest.Lint(out.Bytes()) {
		c.t.Errorf("the calendar: %s", finding)
	}
	return out.String()
}

// entries are the events of a calendar by UID.
func entries(file string) map[string]string {
	out := map[string]string{}
	for _, e := range strings.Split(file, "BEGIN:VEVENT\r\n")[1:] {
		_, rest, _ := strings.Cut(e, "UID:")
		uid, _, _ := strings.Cut(rest, "\r\n")
		out[uid] = e
	}
	return out
}

func sequence(t *testing.T, entry string) int {
	t.Helper()
	_, rest, _ := strings.Cut(entry, "\r\nSEQUENCE:")
	text, _, _ := strings.Cut(rest, "\r\n")
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestTheCalendarOfAPlan(t *testing.T) {
	c := newCandidate(t)
	if _, err := c.Calendar(c.ctx, CalendarOptions{}); !errors.Is(err, ErrNoStudy) {
		t.Errorf("without a study: %v", err)
	}
	d := c.draft()
	d.Availability.Start = [7]planner.TimeOfDay{planner.TimeAt(19 * 60), 0, 0, planner.TimeAt(19 * 60)}
	_, err := c.CreateStudy(c.ctx, d)
	c.check(err)
	file := c.calendar(CalendarOptions{Milestones: true, AlarmMinutes: 10})
	if again := c.calendar(CalendarOptions{Milestones: true, AlarmMinutes: 10}); again != file {
		t.Error("the same plan makes another calendar")
	}
	plan, err := c.Plan(c.ctx)
	c.check(err)
	if got, want := len(entries(file)), len(plan.Sessions)+len(plan.Milestones); got != want { // the exam is a milestone too
		t.Errorf("%d entries for %d", got, want)
	}
	for _, want := range []string{"DTSTART:20261123T190000\r\n", "DTSTART;VALUE=DATE:20270204\r\n", "DTEND;VALUE=DATE:20270205\r\n", "TRIGGER:-PT10M\r\n", "TRANSP:TRANSPARENT\r\n", "TRANSP:OPAQUE\r\n"} {
		if !strings.Contains(file, want) {
			t.Errorf("the calendar lacks %q", want)
		}
	}
	if summaries := icaltest.Texts([]byte(file), "VEVENT", "SUMMARY"); !slices.Contains(summaries, "Exam: ISC2 ISSMP") || !slices.Contains(summaries, "Milestone: Every domain covered") {
		t.Errorf("entries are %q", summaries)
	}
	if bare := c.calendar(CalendarOptions{}); strings.Contains(bare, "VALARM") || strings.Contains(bare, "Milestone") {
		t.Error("reminders and milestones come unasked")
	}
	fresh := entries(c.calendar(CalendarOptions{Milestones: true, Fresh: 1}))
	for uid := range entries(file) {
		if fresh[uid] != "" {
			t.Fatalf("%s is in the fresh copy too", uid)
		}
	}
	for field, o := range map[string]CalendarOptions{"alarm": {AlarmMinutes: -1}, "fresh": {Fresh: -1}} {
		var fe *planner.FieldError
		if _, err := c.Calendar(c.ctx, o); !errors.As(err, &fe) || fe.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

// TestACalendarIsBroughtUpToDate: who moves, keeps their identity and gets a later revision, also when the move is undone; nobody's revision goes back.
func TestACalendarIsBroughtUpToDate(t *testing.T) {
	c := newCandidate(t)
	now := c.day.Time()
	c.parts.Now = func() time.Time { return now }
	c.restart()
	study := c.setUp()
	plan, err := c.Plan(c.ctx)
	c.check(err)
	moved := plan.Sessions[len(plan.Sessions)/2]
	uid := ical.UID(study.ID, "session/"+moved.ID)
	states := []map[string]string{entries(c.calendar(CalendarOptions{}))}
	for _, change := range []func() error{
		func() error { return c.MoveSession(c.ctx, moved.ID, moved.Date.AddDays(1)) },
		func() error { _, err := c.Undo(c.ctx); return err },
		func() error { _, err := c.Redo(c.ctx); return err },
		func() error { return c.PinSession(c.ctx, moved.ID, false) },
		func() error { return c.FinishSession(context.Background(), plan.Sessions[0].ID, 30) },
	} {
		now = now.Add(time.Minute)
		c.check(change())
		states = append(states, entries(c.calendar(CalendarOptions{})))
	}
	for i, state := range states[1:] {
		before := states[i]
		if len(state) != len(before) {
			t.Errorf("step %d: %d entries became %d", i+1, len(before), len(state))
		}
		for id, e := range state {
			if before[id] == "" {
				t.Fatalf("step %d: %s is new", i+1, id)
			}
			later := sequence(t, e) - sequence(t, before[id])
			if later < 0 || later == 0 && e != before[id] {
				t.Errorf("step %d: the revision of a changed entry went on by %d\n%s\n%s", i+1, later, before[id], e)
			}
		}
	}
	if states[0][uid] == "" || states[0][uid] == states[1][uid] {
		t.Errorf("the moved session stayed where it was:\n%s", states[1][uid])
	}
}

func TestACalendarIsKeptUpToDate(t *testing.T) {
	c := newCandidate(t)
	if written, err := c.CalendarJob()(c.ctx); written || err != nil {
		t.Errorf("without a study: %v, %v", written, err)
	}
	c.setUp()
	if written, err := c.CalendarJob()(c.ctx); written || err != nil {
		t.Errorf("where none is kept: %v, %v", written, err)
	}
	path := filepath.Join(t.TempDir(), "plan.ics")
	want := CalendarChoices{AlarmMinutes: 15, Fresh: 2, Path: path}
	c.check(c.KeepCalendarChoices(c.ctx, want))
	c.restart()
	if got, err := c.CalendarChoices(c.ctx); err != nil || got != want {
		t.Errorf("kept is %+v, %v", got, err)
	}
	write := func(want bool) string {
		t.Helper()
		written, err := c.CalendarJob()(c.ctx)
		if err != nil || written != want {
			t.Errorf("written: %v, %v", written, err)
		}
		file, err := os.ReadFile(path)
		c.check(err)
		return string(file)
	}
	first := write(true)
	if first != c.calendar(want.Options()) {
		t.Error("the file is not the calendar")
	}
	write(false)
	plan, err := c.Plan(c.ctx)
	c.check(err)
	c.check(c.MoveSession(c.ctx, plan.Sessions[3].ID, plan.Sessions[3].Date.AddDays(1)))
	if write(true) == first {
		t.Error("the session that moved has not moved there")
	}
	c.check(os.RemoveAll(filepath.Dir(path)))
	c.check(os.WriteFile(filepath.Dir(path), nil, 0o600)) // the folder is a file now
	if written, err := c.CalendarJob()(c.ctx); err == nil {
		t.Errorf("where it cannot be written: %v", written)
	}
	for field, bad := range map[string]CalendarChoices{"alarm": {AlarmMinutes: MaxCalendarAlarm + 1}, "fresh": {Fresh: -1}, "path": {Path: strings.Repeat("x", 3000)}} {
		var fe *planner.FieldError
		if err := c.KeepCalendarChoices(c.ctx, bad); !errors.As(err, &fe) || fe.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

// TestTheOthersOfADayAreRevisedToo: when one of a day's sessions goes, the times of the others change, and so must their revision.
func TestTheOthersOfADayAreRevisedToo(t *testing.T) {
	c := newCandidate(t)
	now := c.day.Time()
	c.parts.Now = func() time.Time { return now }
	c.restart()
	d := c.draft()
	for i := range d.Availability.Start {
		d.Availability.Start[i] = planner.TimeAt(9 * 60)
	}
	_, err := c.CreateStudy(c.ctx, d)
	c.check(err)
	plan, err := c.Plan(c.ctx)
	c.check(err)
	first := slices.IndexFunc(plan.Sessions, func(s SessionView) bool {
		return s.Order == 0 && slices.ContainsFunc(plan.Sessions, func(o SessionView) bool { return o.Date == s.Date && o.Order == 1 })
	})
	before := entries(c.calendar(CalendarOptions{}))
	now = now.Add(time.Minute)
	c.check(c.SkipSession(c.ctx, plan.Sessions[first].ID))
	changed := 0
	for uid, e := range entries(c.calendar(CalendarOptions{})) {
		_, was, _ := strings.Cut(before[uid], "DTSTART")
		_, is, _ := strings.Cut(e, "DTSTART")
		if was != is {
			changed++
			if sequence(t, e) <= sequence(t, before[uid]) {
				t.Errorf("another time, the same revision:\n%s\n%s", before[uid], e)
			}
		}
	}
	if changed == 0 {
		t.Error("no time has changed: the test shows nothing")
	}
}

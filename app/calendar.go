package app

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"time"

	"milepost/app/lang"
	"milepost/data"
	"milepost/data/interchange/ical"
	"milepost/planner"
)

// CalendarOptions choose what a calendar of the plan holds.
type CalendarOptions struct {
	// AlarmMinutes before each session with a time on the clock its calendar reminds; 0 for no reminder.
	AlarmMinutes int
	// Fresh makes a copy that calendars take for another one, for those that refuse what was once deleted: each number is a copy of its own, 0 is the first.
	Fresh int
	// Milestones are written too.
	Milestones bool
}

// MaxCalendarAlarm is the longest reminder, in minutes.
const MaxCalendarAlarm = ical.MaxAlarm

// Calendar prepares to write the open study's plan as an iCalendar file, in the language in use: its sessions planned and done, its milestones and the exam.
//
// Entries keep their identity as long as the session lives, however often it moves, and say when they were last changed: a calendar that reads a later file
// brings what it has up to date. The same plan makes the same bytes. Without a plan the error names the field "plan". What it answers may be called on any goroutine.
func (m *Milepost) Calendar(ctx context.Context, o CalendarOptions) (write func(io.Writer) error, err error) {
	if o.AlarmMinutes < 0 || o.AlarmMinutes > MaxCalendarAlarm {
		return nil, &planner.FieldError{Field: "alarm", Reason: fmt.Sprintf("%d minutes are out of range (0 to %d)", o.AlarmMinutes, MaxCalendarAlarm)}
	}
	if o.Fresh < 0 {
		return nil, &planner.FieldError{Field: "fresh", Reason: "the number of a copy cannot be negative"}
	}
	s, err := m.standing(ctx)
	if err != nil {
		return nil, err
	}
	l := s.loaded()
	if len(l.sessions) == 0 {
		return nil, &planner.FieldError{Field: "plan", Reason: "nothing is planned yet, so there is nothing to put into a calendar"}
	}
	revisions, err := m.store.Revisions(ctx, l.study.ID)
	if err != nil {
		return nil, err
	}
	w := calendarWriter{options: o, study: l.study, revisions: revisions, latest: revisions.Latest(), space: l.study.ID}
	if o.Fresh > 0 {
		w.space += "/" + strconv.Itoa(o.Fresh)
	}
	for _, v := range s.views() {
		if v.Status == planner.Planned || v.Status == planner.Done {
			w.session(v)
		}
	}
	if o.Milestones {
		for _, ms := range l.milestones {
			if ms.ID != planner.MilestoneExam {
				w.day("milestone/"+ms.ID, ms.Date, revisions.Plan, ical.Event{Summary: lang.T("Milestone: %s", lang.Said(ms.Name)), Categories: []string{lang.T("Milestone")}})
			}
		}
	}
	w.exam(m)
	c := ical.Calendar{Name: lang.T("Study plan: %s", l.study.Name), ProductID: "-//Milepost//Milepost//EN", Events: w.events}
	return func(to io.Writer) error { return ical.Encode(to, c) }, nil
}

// calendarWriter gathers the entries of a calendar.
type calendarWriter struct {
	options   CalendarOptions
	study     planner.Study
	revisions data.Revisions
	latest    time.Time // of all changes
	space     string    // what identities are unique in
	events    []ical.Event
}

// add gives an entry its identity and its revision. The number of a revision is the seconds since the study was made: it grows whenever something was
// changed, and needs no counter of its own to be kept.
func (w *calendarWriter) add(id string, revised time.Time, e ical.Event) {
	e.UID, e.Revised = ical.UID(w.space, id), revised
	if e.Revised.IsZero() || e.Revised.Before(w.revisions.Created) {
		e.Revised = w.revisions.Created
	}
	e.Sequence = int(e.Revised.Sub(w.revisions.Created) / time.Second)
	w.events = append(w.events, e)
}

// day adds an entry of a whole day.
func (w *calendarWriter) day(id string, day planner.Date, revised time.Time, e ical.Event) {
	e.Day = day
	w.add(id, revised, e)
}

// session adds a session: at its time where it has one, else as an entry of its day that keeps nobody busy. Its revision is the latest change of all: when one session of a day
// is moved or skipped, the times of the others change with it.
func (w *calendarWriter) session(v SessionView) {
	e := ical.Event{
		Day: v.Date, Start: v.Start, Minutes: v.Minutes, Summary: v.Title + ": " + v.Detail, Description: lang.Said(v.Reason), Categories: []string{lang.T("Study")},
		Busy: !v.Start.IsZero(),
	}
	if v.Status == planner.Done {
		e.Summary = lang.T("Done: %s", e.Summary)
		if v.DoneMinutes > 0 {
			e.Minutes = v.DoneMinutes
		}
	} else if w.options.AlarmMinutes > 0 && !v.Start.IsZero() {
		e.HasAlarm, e.AlarmMinutes = true, w.options.AlarmMinutes
	}
	w.add("session/"+v.ID, w.latest, e)
}

// exam adds the exam: a whole day, since nobody has told Milepost at what time it is.
func (w *calendarWriter) exam(m *Milepost) {
	name := w.study.ExamCode
	if exam, ok := m.Exam(w.study.ExamID); ok {
		name = exam.Vendor + " " + exam.Code
	}
	w.day("exam", w.study.ExamDate, w.revisions.Study, ical.Event{Summary: lang.T("Exam: %s", name), Categories: []string{lang.T("Exam")}, Busy: true})
}

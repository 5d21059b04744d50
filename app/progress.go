package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"milepost/planner"
)

// Progress is what a progress report tells of the open study, in figures: the words are package report's.
type Progress struct {
	Study  planner.Study
	Exam   planner.Exam // zero for an exam of one's own
	Today  planner.Date
	Period planner.DateRange // both ends included; Last is the day the report is of

	// Now is the estimate on the last day of the period, with the mocks and sittings up to it.
	Now ReadinessView
	// Before is the estimate on the day before the period, when HasBefore: somebody who began within it has none.
	Before    ReadinessView
	HasBefore bool
	// Check answers whether the plan fits, when HasCheck: that can be said of today alone.
	Check    planner.Plan
	HasCheck bool

	// Sessions counts those of the period.
	Sessions SessionCounts
	// Weeks go from the first day of the period on to the exam, without those at either end in which nothing was planned or done; nothing counts as done
	// after the period. Within are those of the period, cut off at its ends.
	Weeks, Within []WeekHours
	// Hours of each domain in the period; Mixed are those that belong to none.
	Hours []DomainHours
	Mixed WeekHours
	// Milestones by date; Met tells what was reached by the last day of the period.
	Milestones []planner.Milestone
	// Sittings of the study's own exam up to the last day of the period, by date.
	Sittings []planner.Sitting
	// Notes of the period, oldest first.
	Notes []ProgressNote
}

// SessionCounts says what became of the sessions of a period.
type SessionCounts struct {
	Done, Missed, Skipped, Planned int
	// DoneMin was studied; DueMin was planned up to the last day of the period, what was skipped left out.
	DoneMin, DueMin int
}

// WeekHours are the minutes of a week.
type WeekHours struct {
	Monday              planner.Date
	PlannedMin, DoneMin int // planned includes what was done or missed; what was skipped is left out
}

// ProgressNote is a note a person wrote to a mock, a session or a sitting.
type ProgressNote struct {
	ID   string // of what it belongs to, with its kind: "mock:…"
	Date planner.Date
	// About is the mock, session or sitting it belongs to; exactly one is set.
	Mock    *planner.Mock
	Session *planner.Session
	Sitting *planner.Sitting
	Text    string
}

// Progress gathers what a report of a period tells. An open end is closed by the start of the study, or the earliest mock, and by today.
func (m *Milepost) Progress(ctx context.Context, period planner.DateRange) (Progress, error) {
	s, err := m.standing(ctx)
	if err != nil {
		return Progress{}, err
	}
	l, today := s.loaded(), s.of.today
	if period, err = reportPeriod(l, period, today); err != nil {
		return Progress{}, err
	}
	p := Progress{Study: l.study, Today: today, Period: period, Milestones: markMet(asOf(l, period.Last), period.Last)}
	p.Exam, _ = m.Exam(l.study.ExamID)
	if p.Now, err = m.Readiness(ctx, period.Last); err != nil {
		return p, err
	}
	if before := period.First.AddDays(-1); anythingBy(l, before) {
		if p.Before, err = m.readinessFrom(l, before); err != nil {
			return p, err
		}
		p.HasBefore = true
	}
	if period.Last == today {
		if p.Check, err = s.check(); err != nil {
			return p, err
		}
		p.HasCheck = true
	}
	p.Sessions = countSessions(l.sessions, period)
	p.Weeks = weekHours(asOf(l, period.Last).sessions, planner.DateRange{First: period.First, Last: planner.NewDate(planner.MaxYear, time.December, 31)})
	p.Within = weekHours(l.sessions, period)
	p.Hours, p.Mixed = hoursWithin(l, period)
	p.Sittings = slices.DeleteFunc(sittingsUpTo(l, period.Last), func(x planner.Sitting) bool { return !own(l.study, x) })
	p.Notes = notesWithin(l, period)
	return p, nil
}

// ProgressJob is Progress for another goroutine; prepare it on the application's own.
func (m *Milepost) ProgressJob(period planner.DateRange) func(context.Context) (Progress, error) {
	r := m.reader()
	return func(ctx context.Context) (Progress, error) { return r.Progress(ctx, period) }
}

// reportPeriod closes open ends and refuses what nothing can be told of.
func reportPeriod(l loaded, r planner.DateRange, today planner.Date) (planner.DateRange, error) {
	if r.Last.IsZero() {
		r.Last = today
	}
	if r.Last.After(today) {
		return r, &planner.FieldError{Field: "to", Reason: fmt.Sprintf("%s is still to come; a report tells of what has been", r.Last)}
	}
	if r.First.IsZero() {
		r.First = l.study.Start
		if len(l.mocks) > 0 && (r.First.IsZero() || l.mocks[0].Date.Before(r.First)) {
			r.First = l.mocks[0].Date
		}
		if r.First.IsZero() || r.First.After(r.Last) {
			r.First = r.Last
		}
	}
	if r.Last.Before(r.First) {
		return r, &planner.FieldError{Field: "from", Reason: fmt.Sprintf("the period would end on %s, before it begins on %s", r.Last, r.First)}
	}
	return r, nil
}

// asOf is what was known on a day: work done later was still planned, and a milestone reached since was not reached.
func asOf(l loaded, day planner.Date) loaded {
	l.sessions, l.milestones = slices.Clone(l.sessions), slices.Clone(l.milestones)
	for i, s := range l.sessions {
		if s.Status == planner.Done && s.Date.After(day) {
			l.sessions[i].Status = planner.Planned
		}
	}
	for i, m := range l.milestones {
		l.milestones[i].Met = m.Met && !m.Date.After(day)
	}
	return l
}

// anythingBy tells whether something was recorded or done up to a day.
func anythingBy(l loaded, day planner.Date) bool {
	return len(mocksUpTo(l.mocks, day)) > 0 || len(sittingsUpTo(l, day)) > 0 ||
		slices.ContainsFunc(l.sessions, func(s planner.Session) bool { return s.Status == planner.Done && !s.Date.After(day) })
}

func countSessions(sessions []planner.Session, period planner.DateRange) (c SessionCounts) {
	for _, s := range sessions {
		if !period.Contains(s.Date) {
			continue
		}
		switch s.Status {
		case planner.Done:
			c.Done++
			c.DoneMin += s.DoneMinutes
			c.DueMin += dueMinutes(s)
		case planner.Missed:
			c.Missed++
			c.DueMin += s.Minutes
		case planner.Skipped:
			c.Skipped++
		case planner.Planned:
			c.Planned++
			c.DueMin += s.Minutes
		}
	}
	return c
}

// dueMinutes is what was planned of a session that is done: nothing for one that was added by hand.
func dueMinutes(s planner.Session) int {
	if s.ByHand {
		return 0
	}
	return s.Minutes
}

// weekHours adds up the sessions of a range of days by weeks, from the first to the last in which there is anything.
func weekHours(sessions []planner.Session, within planner.DateRange) []WeekHours {
	byMonday := make(map[planner.Date]*WeekHours)
	var first, last planner.Date
	for _, s := range sessions {
		if !within.Contains(s.Date) || s.Status == planner.Skipped {
			continue
		}
		monday := s.Date.Monday()
		w := byMonday[monday]
		if w == nil {
			w = &WeekHours{Monday: monday}
			byMonday[monday] = w
		}
		w.add(s)
		if last.IsZero() || monday.After(last) {
			last = monday
		}
		if first.IsZero() || monday.Before(first) {
			first = monday
		}
	}
	var out []WeekHours
	for monday := first; !last.IsZero() && !monday.After(last); monday = monday.AddDays(7) {
		if w := byMonday[monday]; w != nil {
			out = append(out, *w)
		} else {
			out = append(out, WeekHours{Monday: monday})
		}
	}
	return out
}

// add counts a session that was not skipped.
func (w *WeekHours) add(s planner.Session) {
	if s.Status == planner.Done {
		w.DoneMin += s.DoneMinutes
		w.PlannedMin += dueMinutes(s)
		return
	}
	w.PlannedMin += s.Minutes
}

// hoursWithin adds up what was planned and done for each domain in a period, and for none.
func hoursWithin(l loaded, period planner.DateRange) (hours []DomainHours, mixed WeekHours) {
	sums := make([]WeekHours, len(l.study.Domains))
	for _, s := range l.sessions {
		if !period.Contains(s.Date) || s.Status == planner.Skipped {
			continue
		}
		if i := l.study.DomainIndex(s.Domain); i >= 0 {
			sums[i].add(s)
		} else {
			mixed.add(s)
		}
	}
	for i, d := range l.study.Domains {
		hours = append(hours, DomainHours{Domain: d, Index: i, PlannedMin: sums[i].PlannedMin, DoneMin: sums[i].DoneMin})
	}
	return hours, mixed
}

func notesWithin(l loaded, period planner.DateRange) []ProgressNote {
	var out []ProgressNote
	add := func(n ProgressNote) {
		if n.Text != "" && period.Contains(n.Date) {
			out = append(out, n)
		}
	}
	for _, mk := range l.mocks {
		add(ProgressNote{ID: "mock:" + mk.ID, Date: mk.Date, Mock: &mk, Text: mk.Note})
	}
	for _, s := range l.sessions {
		add(ProgressNote{ID: "session:" + s.ID, Date: s.Date, Session: &s, Text: s.Note})
	}
	for _, s := range l.sittings {
		add(ProgressNote{ID: "sitting:" + s.ID, Date: s.Date, Sitting: &s, Text: s.Note})
	}
	slices.SortStableFunc(out, func(a, b ProgressNote) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.ID, b.ID))
	})
	return out
}

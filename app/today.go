package app

import (
	"context"

	"milepost/planner"
	"milepost/planner/readiness"
)

// TodayView is everything the Today screen shows.
type TodayView struct {
	Study    planner.Study
	Today    planner.Date
	DayCount int // day of the study, from 1
	Days     int // days of the study in all, exam day excluded
	DaysLeft int // to the exam; negative when it has passed

	PlannedMin, DoneMin int // today
	// Now is the one thing to do; nil when nothing is left today.
	Now  *SessionView
	Also []SessionView // the rest of today, done ones last
	// FreeMin is what is left of the day's limit; LimitMin the limit itself.
	FreeMin, LimitMin int
	// NextDay is the next day with something planned, when nothing is left today; its first session is Next.
	Next *SessionView

	// Missed counts the planned sessions of past days that were neither done nor skipped; MissedMin their minutes.
	Missed, MissedMin int

	NextMilestone *MilestoneView
	Estimate      readiness.Readiness
	Check         planner.Plan
	Mocks         []planner.Mock
	Milestones    []planner.Milestone
	Week          []DayTotal // Monday to Sunday of this week
	// Guess is what is expected of the next mock, in percent, when HasGuess.
	Guess    float64
	HasGuess bool
	// Sitting is how the exam went, once that is recorded; nil before.
	Sitting *planner.Sitting
	// Timed is what was timed and is not logged; nil for nothing. TimedNow says that it is one of today's sessions, still to be finished.
	Timed    *Timer
	TimedNow bool
}

// MilestoneView is a milestone with the work that leads to it.
type MilestoneView struct {
	planner.Milestone
	Number      int // from 1, in the order of the plan
	Done, Total int // sessions up to its date
}

// DayTotal is a day's minutes.
type DayTotal struct {
	Date                planner.Date
	PlannedMin, DoneMin int
}

// TodayView gathers what to do now, whether it will be enough, and how sure that is.
func (m *Milepost) TodayView(ctx context.Context) (TodayView, error) {
	s, err := m.standing(ctx)
	if err != nil {
		return TodayView{}, err
	}
	l, today := s.loaded(), s.of.today
	v := TodayView{
		Study: l.study, Today: today, DayCount: l.study.Start.DaysUntil(today) + 1, Days: l.study.Start.DaysUntil(l.study.ExamDate),
		DaysLeft: today.DaysUntil(l.study.ExamDate), LimitMin: l.study.Availability.Minutes(today),
		Milestones: markMet(l, today), Week: weekTotals(l, today),
	}
	if v.Check, err = s.check(); err != nil {
		return v, err
	}
	if v.Estimate, err = s.estimate(); err != nil {
		return v, err
	}
	v.Mocks = mocksUpTo(l.mocks, today)
	v.fillDay(s.views())
	if v.Guess, v.HasGuess, err = m.NextGuess(ctx); err != nil {
		return v, err
	}
	v.Sitting = ownSitting(l, today)
	noted, err := m.timer(ctx, l.study.ID)
	if err != nil {
		return v, err
	}
	v.Timed, v.TimedNow = timed(noted, l, today)
	v.NextMilestone = nextMilestone(l, v.Milestones)
	return v, nil
}

// fillDay sorts today's sessions into now, also and what was missed before.
func (v *TodayView) fillDay(sessions []SessionView) {
	var done []SessionView
	for _, view := range sessions {
		s := view.Session
		switch {
		case s.Status == planner.Missed:
			v.Missed++
			v.MissedMin += s.Minutes
		case s.Date == v.Today && s.Status == planner.Done:
			v.DoneMin += s.DoneMinutes
			v.PlannedMin += s.Minutes
			done = append(done, view)
		case s.Date == v.Today && s.Status == planner.Planned:
			v.PlannedMin += s.Minutes
			if v.Now == nil {
				v.Now = &view
			} else {
				v.Also = append(v.Also, view)
			}
		case s.Date.After(v.Today) && s.Status == planner.Planned && v.Next == nil:
			v.Next = &view
		}
	}
	v.Also = append(v.Also, done...)
	v.FreeMin = max(0, v.LimitMin-v.PlannedMin)
}

// ownSitting is the latest sitting of the study itself: those before its start were carried over from an earlier one.
func ownSitting(l loaded, today planner.Date) *planner.Sitting {
	for i := len(l.sittings) - 1; i >= 0; i-- {
		if s := l.sittings[i]; !s.Date.After(today) && own(l.study, s) {
			return &s
		}
	}
	return nil
}

// own tells a sitting of the study itself from one that was carried over.
func own(study planner.Study, s planner.Sitting) bool {
	return s.Date.After(study.Start) || s.Date == study.ExamDate
}

func nextMilestone(l loaded, milestones []planner.Milestone) *MilestoneView {
	for i, ms := range milestones {
		if ms.Met {
			continue
		}
		v := &MilestoneView{Milestone: ms, Number: i + 1}
		for _, s := range l.sessions {
			if s.Date.After(ms.Date) || s.Status == planner.Skipped {
				continue
			}
			v.Total++
			if s.Status == planner.Done {
				v.Done++
			}
		}
		return v
	}
	return nil
}

// weekTotals adds up planned and done minutes for each day of this week.
func weekTotals(l loaded, today planner.Date) []DayTotal {
	monday := today.Monday()
	out := make([]DayTotal, 7)
	for i := range out {
		out[i].Date = monday.AddDays(i)
	}
	for _, s := range l.sessions {
		i := monday.DaysUntil(s.Date)
		if i < 0 || i > 6 || s.Status == planner.Skipped {
			continue
		}
		out[i].PlannedMin += s.Minutes
		if s.Status == planner.Done {
			out[i].DoneMin += s.DoneMinutes
		}
	}
	return out
}

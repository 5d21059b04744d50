package app

import (
	"context"
	"slices"

	"milepost/planner"
	"milepost/planner/readiness"
)

// SitView weighs sitting the exam as planned against putting it off.
type SitView struct {
	Study planner.Study
	Exam  planner.Exam // with fee and the vendor's rule; zero for an exam of one's own
	Today planner.Date
	// Options are the date as planned and later ones; empty while the evidence is too thin for a chance, or when the exam is not ahead.
	Options []SitOption
	// IfFailed is the first day the vendor would allow another sitting after one on the planned date that was not passed; zero when nothing is known to be asked.
	IfFailed planner.Date
	// PointsPerWeeklyHour is what one more hour a week until the planned date would add, in score points of 100.
	PointsPerWeeklyHour float64
}

// SitOption is a date with what is to be expected there.
type SitOption struct {
	Date              planner.Date
	Later             int     // days after the planned date; 0 for it
	Chance            float64 // of passing, 0..1, unrounded
	Median, Low, High float64 // of the score, with the middle 90 %
	Verdict           planner.Verdict
	CushionMinutes    int
}

// postponed are the days by which putting the exam off is looked at.
var postponed = []int{0, 14, 28}

// SitOrPostpone compares the planned date with two and four weeks later. Nothing is stored.
func (m *Milepost) SitOrPostpone(ctx context.Context) (SitView, error) {
	s, err := m.standing(ctx)
	if err != nil {
		return SitView{}, err
	}
	return s.sit()
}

func (m *Milepost) sitOrPostpone(now *standing) (SitView, error) {
	l := now.loaded()
	v := SitView{Study: l.study, Today: m.Today()}
	v.Exam, _ = m.Exam(l.study.ExamID)
	var sat []planner.Date
	for _, s := range l.sittings {
		sat = append(sat, s.Date)
	}
	v.IfFailed, _ = v.Exam.Retake.Earliest(append(slices.Clone(sat), l.study.ExamDate))
	earliest, _ := v.Exam.Retake.Earliest(sat)
	for _, days := range postponed {
		on := l.study.ExamDate.AddDays(days)
		if !on.After(v.Today) || on.Before(earliest) || !plannable(l.study, on) {
			continue
		}
		option, ok, err := m.sitOption(now, on, days)
		if err != nil {
			return v, err
		}
		if !ok {
			return v, nil // thin evidence is as thin two weeks later
		}
		v.Options = append(v.Options, option)
	}
	if len(v.Options) > 0 {
		plan, err := now.check()
		if err != nil {
			return v, err
		}
		v.PointsPerWeeklyHour = plan.PointsPerWeeklyHour
	}
	return v, nil
}

// sitOption judges one date; ok is false while there is no chance to tell.
func (m *Milepost) sitOption(now *standing, on planner.Date, later int) (option SitOption, ok bool, err error) {
	est, plan, err := m.judged(now, on)
	if err != nil || !est.HasForecast {
		return SitOption{}, false, err
	}
	return SitOption{
		Date: on, Later: later, Chance: est.Pass.ExamDay, Median: est.ExamDay.Median, Low: est.ExamDay.Low, High: est.ExamDay.High,
		Verdict: plan.Verdict, CushionMinutes: plan.CushionMinutes,
	}, true, nil
}

// judged is what is to be expected of an exam date, and whether the work fits before it.
func (m *Milepost) judged(now *standing, on planner.Date) (est readiness.Readiness, plan planner.Plan, err error) {
	if on == now.l.study.ExamDate {
		if est, err = now.estimate(); err == nil {
			plan, err = now.check()
		}
		return est, plan, err
	}
	l := now.loaded()
	l.study.ExamDate = on
	if est, err = m.estimate(l, m.Today()); err != nil {
		return est, plan, err
	}
	req, err := m.requestFrom(l)
	if err != nil {
		return est, plan, err
	}
	plan, err = planner.Check(req)
	return est, plan, err
}

// plannable tells whether an exam date is no further from the start than Milepost plans.
func plannable(s planner.Study, exam planner.Date) bool {
	return s.Start.IsZero() || s.Start.DaysUntil(exam) <= planner.MaxPlanDays
}

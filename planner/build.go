package planner

import "fmt"

// Build turns a request into a plan: dated sessions, milestones and the answer whether they are enough.
func Build(r Request) (Plan, error) {
	r.Study = r.Study.WithDefaults()
	if err := r.Study.Validate(); err != nil {
		return Plan{}, err
	}
	if err := validatePinned(r); err != nil {
		return Plan{}, err
	}
	if days := r.Today.DaysUntil(r.Study.ExamDate); days <= 0 {
		return closedPlan(r, days), nil
	} else if days > MaxPlanDays {
		return Plan{}, fieldErrorf("exam_date", "the exam is more than five years away")
	}
	return newModel(r).plan(), nil
}

// closedPlan answers when there is no day left to plan: the exam is today or has been.
func closedPlan(r Request, days int) Plan {
	m := newModel(r)
	effective := make([]float64, len(m.domains))
	p := Plan{ExpectedScore: m.expectedScore(effective), Allocation: m.allocations(nil, effective)}
	if days < 0 {
		p.Verdict = ExamPassed
		p.Notices = []Notice{{NoticeExamPassed, fmt.Sprintf("The exam was on %s. Enter its result, or a new date for another sitting.", longDate(r.Study.ExamDate))}}
		return p
	}
	p.Verdict = Fits
	if p.ExpectedScore < r.Study.Target {
		p.Verdict = DoesNotFit
	}
	p.BindingMilestone = MilestoneExam
	p.Milestones = []Milestone{{ID: MilestoneExam, Name: "Exam", Date: r.Study.ExamDate}}
	p.Notices = []Notice{{NoticeExamToday, "The exam is today: nothing more is planned. Take what you need with you, and go early."}}
	return p
}

// plan runs the steps in order: what is fixed first, then shares, then days.
func (m *model) plan() Plan {
	m.placePinned()
	m.placeMocks()
	m.placeDebriefs()
	a := m.judge()
	m.holdBuffer()
	slots := m.slots()
	b := m.shareOut(slots)
	sessions := m.assemble(m.layOut(slots, b))
	effective := m.effectiveByDomain(sessions)
	return Plan{
		Verdict:            a.verdict,
		CushionMinutes:     a.cushion,
		AvailableMinutes:   a.available,
		NeededMinutes:      a.needed,
		BindingMilestone:   a.binding,
		ExpectedScore:      m.expectedScore(effective),
		PointsPerExtraHour: m.pointsPerExtraHour(effective),
		MissableDays:       m.missableDays(a),
		Allocation:         m.allocations(sessions, effective),
		Milestones:         m.milestones(sessions, a),
		Sessions:           sessions,
		WaysOut:            waysOut(m.request, a),
		Notices:            m.notices,
	}
}

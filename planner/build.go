package planner

import "fmt"

// Build turns a request into a plan: dated sessions, milestones, and the answer whether they are enough. A study that does not fit is planned all the
// same, as well as its time allows; the plan then says so and names ways out. The only errors are inputs that make no sense, as *[FieldError].
func Build(r Request) (Plan, error) {
	r, err := prepared(r)
	if err != nil {
		return Plan{}, err
	}
	p, m := outcome(r, false)
	p.WaysOut = waysOut(r, p, m)
	return p, nil
}

// prepared fills in defaults, puts reversed ranges in order and checks the input.
func prepared(r Request) (Request, error) {
	r.Study = r.Study.WithDefaults()
	if r.Today.IsZero() {
		return r, fieldErrorf("today", "the day to plan from is needed, like 2026-11-23")
	}
	if err := r.Study.Validate(); err != nil {
		return r, err
	}
	if r.Today.DaysUntil(r.Study.ExamDate) > MaxPlanDays {
		return r, fieldErrorf("exam_date", "the exam is more than five years away")
	}
	if err := validatePinned(r); err != nil {
		return r, err
	}
	if err := validateSittings(r); err != nil {
		return r, err
	}
	return r, validateEvidence(r)
}

// outcome plans a prepared request, without ways out. A trial needs no session IDs.
func outcome(r Request, trial bool) (Plan, *model) {
	m := newModel(r)
	m.trial = trial
	if r.Today.After(r.Study.ExamDate) {
		return m.examPassed(), m
	}
	return m.plan(), m
}

// plan runs the steps in order: what is fixed first, then the shares, then the days, then the judgement.
func (m *model) plan() Plan {
	if len(m.days) == 1 {
		m.lightEve()
	}
	m.placePinned()
	var laid []Session
	if len(m.days) == 1 {
		laid = m.lastDay()
		m.note(NoticeExamTomorrow, "The exam is tomorrow: at most a short mixed review, nothing new, no mock.")
	} else {
		m.placeMocks()
		m.placeDebriefs()
		m.holdBuffer()
		slots := m.slots()
		laid = m.layOut(slots, m.shareOut(slots))
	}
	if len(m.days) == 0 {
		m.note(NoticeExamToday, "The exam is today: nothing is planned. Checklist only: papers, way there, food, time.")
	}
	return m.answer(m.assemble(laid))
}

// answer judges sessions: score, milestones, verdict.
func (m *model) answer(sessions []Session) Plan {
	p := Plan{Sessions: sessions}
	effective := m.effectiveByDomain(p.Sessions)
	p.ExpectedScore = m.expectedScore(effective)
	p.Allocation = m.allocations(p.Sessions, effective)
	d := m.measureDemand(p.Sessions, p.ExpectedScore)
	m.judge(&p, d, m.milestones(p.Sessions, d))
	p.Notices = m.notices
	return p
}

// examPassed is the answer after the exam day: nothing to plan, and what to do instead.
func (m *model) examPassed() Plan {
	m.note(NoticeExamPassed, fmt.Sprintf("The exam was on %s. Record the result, or set a new date.", longDate(m.study.ExamDate)))
	none := make([]float64, len(m.domains))
	return Plan{
		Verdict:          ExamPassed,
		BindingMilestone: MilestoneExam,
		ExpectedScore:    m.expectedScore(none),
		Allocation:       m.allocations(nil, none),
		Milestones:       []Milestone{{ID: MilestoneExam, Name: "Exam", Date: m.study.ExamDate, Met: true}},
		Pace:             m.pace,
		Notices:          m.notices,
	}
}

package app

import (
	"context"
	"fmt"
	"reflect"
	"strings"

	"milepost/app/lang"
	"milepost/data"
	"milepost/planner"
)

// NewStudyDraft is what Setup starts from: the exam's facts, no hours yet, today as the start.
func (m *Milepost) NewStudyDraft(exam planner.Exam) planner.Study {
	s := planner.NewStudy(exam)
	s.Start = m.Today()
	s.Buffer = planner.DefaultBuffer
	return s
}

// PreviewPlan works a plan out without storing anything: the live answer beside Setup. A stored study is judged with what was
// done and recorded so far.
func (m *Milepost) PreviewPlan(draft planner.Study) (planner.Plan, error) {
	if draft.ID == "" || m.store == nil {
		return planner.Build(planner.Request{Today: m.planFrom(draft), Study: draft})
	}
	req, err := m.request(context.Background(), draft)
	if err != nil {
		return planner.Plan{}, err
	}
	return planner.Build(req)
}

// planFrom is the first day a plan may use: today, or the study's start when that is still to come.
func (m *Milepost) planFrom(s planner.Study) planner.Date {
	if s.Start.After(m.Today()) {
		return s.Start
	}
	return m.Today()
}

// CheckDraft tells what is wrong with a draft before anything is stored; the error names the field.
func (m *Milepost) CheckDraft(draft planner.Study) error {
	if err := m.checkExamAhead(draft); err != nil {
		return err
	}
	return draft.WithDefaults().Validate()
}

// CreateStudy stores a new study with its plan and opens it.
func (m *Milepost) CreateStudy(ctx context.Context, draft planner.Study) (planner.Study, error) {
	if err := m.CheckDraft(draft); err != nil {
		return planner.Study{}, err
	}
	plan, err := m.PreviewPlan(draft)
	if err != nil {
		return planner.Study{}, err
	}
	draft.ID = m.newID()
	if strings.TrimSpace(draft.Name) == "" {
		draft.Name = draft.ExamCode
	}
	err = m.do(ctx, "New study", func(tx *data.Tx) error {
		if err := tx.SaveStudy(draft); err != nil {
			return err
		}
		if err := tx.ReplaceSessions(draft.ID, plan.Sessions); err != nil {
			return err
		}
		if err := tx.ReplaceMilestones(draft.ID, plan.Milestones); err != nil {
			return err
		}
		return tx.SetOpenStudy(draft.ID)
	})
	return draft, err
}

// checkExamAhead refuses a plan for a day that has passed; the field is named for the form.
func (m *Milepost) checkExamAhead(s planner.Study) error {
	if !s.ExamDate.IsZero() && s.ExamDate.Before(m.Today()) {
		return &planner.FieldError{Field: "exam_date", Reason: lang.T("%s has passed; choose the date of the sitting you are preparing for", s.ExamDate)}
	}
	return nil
}

// UpdateStudy stores changed facts of the open study (date, hours, domains, …) and repairs its plan for them: what still fits stays. Only where a plan made anew would be clearly better
// are the days from today planned anew; what lies behind, done and pinned stays even then. When days
// begin on the clock changes no plan: it is only stored.
func (m *Milepost) UpdateStudy(ctx context.Context, s planner.Study) error {
	if err := m.checkExamAhead(s); err != nil {
		return err
	}
	stored, err := m.store.Study(ctx, s.ID)
	if err != nil {
		return fmt.Errorf("change the study: %w", err)
	}
	if onlyStartsDiffer(stored, s) {
		return m.do(ctx, "Usual start", func(tx *data.Tx) error { return tx.SaveStudy(s) })
	}
	action := "Change the study"
	l, err := m.load(ctx, s)
	if err != nil {
		return err
	}
	req, err := m.rebalanceRequest(l, RebalanceOptions{})
	if err != nil {
		return err
	}
	out, err := planner.Rebalance(req)
	if err != nil {
		return err
	}
	if len(out.Plan.Sessions) == 0 || out.Difference.FullReplanGain > fullReplanWorth {
		return m.replan(ctx, s, action)
	}
	out.Settled = nil // what was missed is another question
	return m.storeRebalanced(ctx, RebalanceView{Study: s, Rebalanced: out}, action)
}

// onlyStartsDiffer reports whether two studies differ, and in nothing but when their days begin.
func onlyStartsDiffer(a, b planner.Study) bool {
	if reflect.DeepEqual(a, b) {
		return false
	}
	a.Availability, b.Availability = bare(a.Availability), bare(b.Availability)
	return reflect.DeepEqual(a, b)
}

// bare is what a plan depends on, with one form for lists that hold nothing.
func bare(a planner.Availability) planner.Availability {
	a = a.WithoutStarts().Clone()
	if len(a.Days) == 0 {
		a.Days = nil
	}
	if len(a.Off) == 0 {
		a.Off = nil
	}
	return a
}

// PlanAgain plans the days from today anew with everything known by now; what lies behind, done and pinned stays.
func (m *Milepost) PlanAgain(ctx context.Context) error {
	s, err := m.Current(ctx)
	if err != nil {
		return err
	}
	return m.replan(ctx, s, "Plan again from today")
}

func (m *Milepost) replan(ctx context.Context, s planner.Study, action string) error {
	req, err := m.request(ctx, s)
	if err != nil {
		return err
	}
	plan, err := planner.Build(req)
	if err != nil {
		return err
	}
	sessions := append(append([]planner.Session{}, req.History...), plan.Sessions...)
	sessions = withoutDuplicates(sessions)
	return m.do(ctx, action, func(tx *data.Tx) error {
		if err := tx.SaveStudy(s); err != nil {
			return err
		}
		if err := tx.ReplaceSessions(s.ID, storable(sessions)); err != nil {
			return err
		}
		return tx.ReplaceMilestones(s.ID, plan.Milestones)
	})
}

// withoutDuplicates keeps the first session of each ID.
func withoutDuplicates(in []planner.Session) []planner.Session {
	seen := make(map[string]bool, len(in))
	out := in[:0:0]
	for _, s := range in {
		if !seen[s.ID] {
			seen[s.ID] = true
			out = append(out, s)
		}
	}
	return out
}

// OpenStudy makes another study the open one.
func (m *Milepost) OpenStudy(ctx context.Context, id string) error {
	if _, err := m.store.Study(ctx, id); err != nil {
		return fmt.Errorf("open study %q: %w", id, err)
	}
	return m.do(ctx, "Open study", func(tx *data.Tx) error { return tx.SetOpenStudy(id) })
}

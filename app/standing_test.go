package app

import (
	"reflect"
	"testing"

	"golang.org/x/text/language"

	"milepost/app/lang"
	"milepost/planner"
)

// everyView is all that screens show of the open study.
func (c *candidate) everyView(m *Milepost) []any {
	c.t.Helper()
	var out []any
	keep := func(view any, err error) {
		c.t.Helper()
		c.check(err)
		out = append(out, view)
	}
	today, err := m.TodayView(c.ctx)
	keep(today, err)
	plan, err := m.Plan(c.ctx)
	keep(plan, err)
	mocks, err := m.Mocks(c.ctx)
	keep(mocks, err)
	ready, err := m.Readiness(c.ctx, planner.Date{})
	keep(ready, err)
	sit, err := m.SitOrPostpone(c.ctx)
	keep(sit, err)
	diary, err := m.Diary(c.ctx)
	keep(diary, err)
	return out
}

// Whatever is done, what is remembered of the study says the same as what is read and worked out anew.
func TestWhatIsRememberedOfAStudyIsWhatIsStored(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	forgetful := func() *Milepost {
		r := c.reader()
		r.known = nil
		return r
	}
	first := func() string { return c.plan().Sessions[0].ID }
	steps := []struct {
		name string
		do   func() error
	}{
		{"nothing", func() error { return nil }},
		{"foreseen", func() error { c.ForeseeJob()(c.ctx)(); return nil }},
		{"finish", func() error { return c.FinishSession(c.ctx, first(), 50) }},
		{"undo", func() error { _, err := c.Undo(c.ctx); return err }},
		{"redo", func() error { _, err := c.Redo(c.ctx); return err }},
		{"mock", func() error { c.record("2026-11-20"); return nil }},
		{"another", func() error { c.record("2026-11-22"); return nil }},
		{"day off", func() error {
			return c.TakeDaysOff(c.ctx, planner.DateRange{First: planner.MustDate("2026-12-05"), Last: planner.MustDate("2026-12-06")})
		}},
		{"days later", func() error { c.day = planner.MustDate("2026-12-03"); return nil }},
		{"rebalance", func() error { _, err := c.ApplyRebalance(c.ctx, RebalanceOptions{}); return err }},
		{"steadiness", func() error { return c.SetSteadiness(c.ctx, planner.SteadyHigh) }},
		{"day's beginning", func() error { return c.SetDayStart(c.ctx, 5*60) }},
		{"restart", func() error { c.restart(); return nil }},
		{"language", func() error {
			t.Cleanup(func() { c.check(lang.Use(language.English)) })
			return lang.Use(language.German)
		}},
		{"foreseen before a change", func() error {
			keep := c.ForeseeJob()(c.ctx)
			c.record("2026-12-02")
			keep()
			return nil
		}},
		{"sample", func() error { _, err := c.CreateSample(c.ctx); return err }},
	}
	for _, step := range steps {
		c.check(step.do())
		remembered := c.everyView(c.Milepost)
		for i, fresh := range c.everyView(forgetful()) {
			if !reflect.DeepEqual(remembered[i], fresh) {
				t.Errorf("after %q the %T is not what is stored", step.name, fresh)
			}
		}
	}
}

// Who was given a view may do with it what they like.
func TestAViewThatIsChangedChangesNoOther(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	c.record("2026-11-20")
	before := c.plan().fingerprint()
	plan, today := c.plan(), c.today()
	plan.Study.Domains[0].Name, plan.Study.Availability.Weekday[0] = "Other", 1
	plan.Sessions[0].Minutes, plan.Sessions[1].Title = 1, "Other"
	plan.Milestones[0].Name = "Other"
	today.Milestones[0].Name, today.Mocks[0].Source = "Other", "Other"
	l, err := c.loadCurrent(c.ctx)
	c.check(err)
	l.sessions[0].Minutes, l.mocks[0].Correct = 2, 2
	if after := c.plan().fingerprint(); after != before {
		t.Error("the plan changed")
	}
	if now := c.today(); now.Milestones[0].Name == "Other" || now.Mocks[0].Source == "Other" || now.Mocks[0].Correct == 2 {
		t.Errorf("the day changed: %v, %v", now.Milestones[0], now.Mocks[0])
	}
}

package app

import (
	"errors"
	"strings"
	"testing"

	"milepost/planner"
)

// failed is a study of the ISSMP that was sat on its exam day and not passed, seen from three days later.
func failed(t *testing.T) (*candidate, planner.Study) {
	t.Helper()
	m := newCandidate(t)
	exam, _ := m.Exam("isc2-issmp-2025")
	draft := m.NewStudyDraft(exam)
	draft.ExamDate = planner.MustDate("2027-02-04")
	draft.Availability.Weekday = [7]int{60, 60, 0, 60, 40, 240, 30}
	draft.Availability.Off = []planner.DateRange{
		{First: planner.MustDate("2026-12-24"), Last: planner.MustDate("2026-12-26")}, {First: planner.MustDate("2027-03-01"), Last: planner.MustDate("2027-03-05")},
	}
	study, err := m.CreateStudy(t.Context(), draft)
	if err != nil {
		t.Fatal(err)
	}
	v, err := m.Plan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range v.Sessions { // reads half as long again as planned
		if s.Activity == planner.Learn && i < 20 {
			m.day = s.Date
			if err := m.FinishSession(t.Context(), s.ID, s.Minutes*3/2); err != nil {
				t.Fatal(err)
			}
		}
	}
	m.day = planner.MustDate("2027-01-20")
	if _, err := m.RecordMock(t.Context(), planner.Mock{Date: m.day, Source: "Boson", Timed: true, FirstAttempt: true, Correct: 80, Total: 125}); err != nil {
		t.Fatal(err)
	}
	m.day = planner.MustDate("2027-02-07")
	_, err = m.RecordResult(t.Context(), planner.Sitting{Date: planner.MustDate("2027-02-04"), Results: []planner.DomainResult{
		{Domain: "d1", Band: planner.BandAbove}, {Domain: "d2", Band: planner.BandBelow}, {Domain: "d3", Band: planner.BandNear},
		{Domain: "d4", Band: planner.BandBelow}, {Domain: "d5", Band: planner.BandNear}, {Domain: "d6", Band: planner.BandAbove},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return m, study
}

func TestAFailedSittingLeadsToARetakePlan(t *testing.T) {
	m, study := failed(t)
	ctx := t.Context()
	v, err := m.Retake(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if v.NotBefore != planner.MustDate("2027-03-07") || len(v.Dates) == 0 || v.Dates[0].Date != v.NotBefore || v.Carried != 1 {
		t.Fatalf("not before %s (%s); dates %v; %d mocks", v.NotBefore, v.Why, v.Dates, v.Carried)
	}
	on := v.Dates[len(v.Dates)-1].Date
	if fits := v.Dates[len(v.Dates)-1].Plan.Verdict; fits != planner.Fits && fits != planner.Tight {
		t.Errorf("the last date offered, %s, is %s", on, fits)
	}

	next, err := m.StartRetake(ctx, on)
	if err != nil {
		t.Fatal(err)
	}
	if next.ID == study.ID || next.Name != "ISSMP, sitting 2" || next.ExamDate != on || next.Start != m.Today() || len(next.Availability.Off) != 1 {
		t.Errorf("made %+v", next)
	}
	l, err := m.loadCurrent(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if l.study.ID != next.ID || len(l.mocks) != 1 || len(l.sittings) != 1 || len(l.sessions) == 0 {
		t.Fatalf("open is %s with %d mocks, %d sittings, %d sessions", l.study.Name, len(l.mocks), len(l.sittings), len(l.sessions))
	}
	for _, s := range l.sessions {
		if s.Activity == planner.Learn && s.Domain != "d2" && s.Domain != "d4" {
			t.Errorf("%s is read once more, though it was not below the standard", s.Domain)
		}
	}
	check, err := m.Check(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if f := check.Pace.Of(planner.Learn); f < 1.2 {
		t.Errorf("the pace of reading learned in the last study is %.2f in this one", f)
	}

	if name, err := m.Undo(ctx); err != nil || name != "Plan another sitting" {
		t.Fatalf("undid %q (%v)", name, err)
	}
	if s, err := m.Current(ctx); err != nil || s.ID != study.ID {
		t.Errorf("after undo, %s is open (%v)", s.Name, err)
	}
	studies, err := m.Studies(ctx)
	if err != nil || len(studies) != 1 {
		t.Errorf("%d studies after undo (%v)", len(studies), err)
	}
}

func TestRetakesThatMakeNoSenseAreRefused(t *testing.T) {
	m, _ := failed(t)
	ctx := t.Context()
	if _, err := m.StartRetake(ctx, m.Today()); planner.ErrorField(err) != "exam_date" {
		t.Errorf("a sitting today: %v", err)
	}
	if _, err := m.RecordResult(ctx, planner.Sitting{Date: m.Today().AddDays(1)}); planner.ErrorField(err) != "date" {
		t.Errorf("a result of tomorrow: %v", err)
	}
	if _, err := m.RecordResult(ctx, planner.Sitting{Date: m.Today(), Note: strings.Repeat("x", planner.MaxTextRunes+1)}); planner.ErrorField(err) != "note" {
		t.Errorf("a note without end: %v", err)
	}
	if _, err := m.RecordResult(ctx, planner.Sitting{Date: planner.MustDate("2027-02-04"), Passed: true}); err != nil {
		t.Fatal(err)
	}
	l, err := m.loadCurrent(ctx)
	if err != nil || len(l.sittings) != 1 || !l.sittings[0].Passed {
		t.Errorf("a corrected result makes %+v (%v)", l.sittings, err)
	}
	if _, err := m.Retake(ctx); !errors.Is(err, ErrNoFailedSitting) {
		t.Errorf("a retake of what was passed: %v", err)
	}
}

// A domain that is taken out of the study, and a day before the sitting, take nothing down with them.
func TestASittingOutlivesItsDomainAndTheClock(t *testing.T) {
	m, _ := failed(t)
	ctx := t.Context()
	next, err := m.StartRetake(ctx, planner.MustDate("2027-05-01"))
	if err != nil {
		t.Fatal(err)
	}
	next.Domains = next.Domains[1:]
	if err := m.UpdateStudy(ctx, next); err != nil {
		t.Fatalf("take a domain out: %v", err)
	}
	m.day = planner.MustDate("2027-01-10")
	if _, err := m.TodayView(ctx); err != nil {
		t.Errorf("looking back to a day before the sitting: %v", err)
	}
}

// A failed sitting is evidence: the chance of passing falls, and is told even without a mock. It is no mock, and the planner does not count it twice.
func TestAFailedSittingCountsForReadiness(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	c.day = planner.MustDate("2027-01-20")
	_, err := c.RecordMock(c.ctx, planner.Mock{Date: c.day, Source: "Boson", Timed: true, FirstAttempt: true, Correct: 94, Total: 125})
	c.check(err)
	c.day = planner.MustDate("2027-02-05")
	before, err := c.Readiness(c.ctx, planner.Date{})
	c.check(err)
	_, err = c.RecordResult(c.ctx, planner.Sitting{Date: planner.MustDate("2027-02-04")})
	c.check(err)
	after, err := c.Readiness(c.ctx, planner.Date{})
	c.check(err)
	if b, a := before.Estimate, after.Estimate; a.Pass.Today >= b.Pass.Today || a.Score.Median >= b.Score.Median || a.Evidence != b.Evidence || len(after.Mocks) != 1 || len(a.Sources) != len(b.Sources) {
		t.Errorf("before %+v %+v, after %+v %+v", b.Pass, b.Evidence, a.Pass, a.Evidence)
	}
	l, err := c.loadCurrent(c.ctx)
	c.check(err)
	req, err := c.requestFrom(l)
	c.check(err)
	l.sittings = nil
	without, err := c.requestFrom(l)
	c.check(err)
	if *req.Overall != *without.Overall {
		t.Errorf("the mocks say %+v with the sitting and %+v without", req.Overall, without.Overall)
	}
	if _, err := c.Undo(c.ctx); err != nil {
		t.Fatal(err)
	}
	_, err = c.RecordResult(c.ctx, planner.Sitting{Date: planner.MustDate("2027-02-04"), Passed: true})
	c.check(err)
	passed, err := c.Readiness(c.ctx, planner.Date{})
	c.check(err)
	if passed.Estimate.Pass != before.Estimate.Pass {
		t.Error("a pass changes the estimate")
	}

	alone := newCandidate(t)
	alone.setUp()
	alone.day = planner.MustDate("2027-02-05")
	_, err = alone.RecordResult(alone.ctx, planner.Sitting{Date: planner.MustDate("2027-02-04"), Results: []planner.DomainResult{{Domain: "d1", Percent: 55, HasPercent: true}, {Domain: "d2", Band: planner.BandBelow}}})
	alone.check(err)
	v, err := alone.Readiness(alone.ctx, planner.Date{})
	alone.check(err)
	if v.Estimate.Evidence.Mocks != 0 || v.Estimate.Evidence.Questions != 0 || len(v.Failed) != 1 || !v.Estimate.Evidence.Last.IsZero() {
		t.Errorf("without a mock: %+v", v.Estimate.Evidence)
	}
}

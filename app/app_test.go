package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"milepost/data/interchange"
	"milepost/planner"
	"milepost/resources"
)

// candidate is a person with a data file and a calendar one can turn.
type candidate struct {
	*Milepost
	t     *testing.T
	ctx   context.Context
	path  string
	parts Parts
	day   planner.Date
}

func newCandidate(t *testing.T) *candidate {
	t.Helper()
	files, err := fs.Sub(resources.ExamFiles, "exams")
	if err != nil {
		t.Fatal(err)
	}
	exams, err := interchange.Catalogue(files)
	if err != nil {
		t.Fatal(err)
	}
	c := &candidate{t: t, ctx: context.Background(), path: filepath.Join(t.TempDir(), "study.db"), day: planner.MustDate("2026-11-23")}
	ids := 0
	c.parts = Parts{
		Catalogue: exams,
		Now:       func() time.Time { return c.day.Time() },
		NewID:     func() string { ids++; return fmt.Sprintf("00000000-0000-4000-8000-%012d", ids) },
	}
	c.open(true)
	t.Cleanup(func() { c.check(c.Close()) })
	return c
}

func (c *candidate) open(create bool) {
	c.t.Helper()
	m, err := Open(c.ctx, c.path, create, c.parts)
	c.check(err)
	c.Milepost = m
}

// restart closes the program and starts it again on the same file.
func (c *candidate) restart() {
	c.t.Helper()
	c.check(c.Close())
	c.open(false)
}

func (c *candidate) check(err error) {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
}

// draft is the study of the documentation's example.
func (c *candidate) draft() planner.Study {
	exam, _ := c.Exam("isc2-issmp-2025")
	s := c.NewStudyDraft(exam)
	s.ExamDate = planner.MustDate("2027-02-04")
	s.Availability.Weekday = [7]int{60, 60, 0, 60, 40, 120, 30}
	s.Availability.Off = []planner.DateRange{{First: planner.MustDate("2026-12-24"), Last: planner.MustDate("2027-01-01")}}
	for i, r := range []int{4, 2, 3, 1, 2, 3} {
		s.Domains[i].Rating = r
	}
	return s
}

func (c *candidate) setUp() planner.Study {
	c.t.Helper()
	s, err := c.CreateStudy(c.ctx, c.draft())
	c.check(err)
	return s
}

func (c *candidate) today() TodayView {
	c.t.Helper()
	v, err := c.TodayView(c.ctx)
	c.check(err)
	return v
}

func (c *candidate) plan() PlanView {
	c.t.Helper()
	v, err := c.Plan(c.ctx)
	c.check(err)
	return v
}

// fingerprint is everything of a plan that a person could notice.
func (v PlanView) fingerprint() string {
	out := fmt.Sprintf("%+v\n", v.Study)
	for _, s := range v.Sessions {
		out += fmt.Sprintf("%+v\n", s.Session)
	}
	return out + fmt.Sprintf("%+v", v.Milestones)
}

func TestWithoutAStudyEverythingSaysSo(t *testing.T) {
	c := newCandidate(t)
	if _, err := c.TodayView(c.ctx); !errors.Is(err, ErrNoStudy) {
		t.Errorf("Today says %v", err)
	}
	if _, err := c.Readiness(c.ctx, planner.Date{}); !errors.Is(err, ErrNoStudy) {
		t.Errorf("Readiness says %v", err)
	}
	if _, err := c.RecordMock(c.ctx, planner.Mock{}); !errors.Is(err, ErrNoStudy) {
		t.Errorf("RecordMock says %v", err)
	}
}

func TestTodayPutsOneThingFirst(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	v := c.today()
	if v.Now == nil || v.Now.Date != c.day || v.Now.Reason == "" || v.Now.Title == "" {
		t.Fatalf("now: %+v", v.Now)
	}
	if v.DaysLeft != 73 || v.DayCount != 1 || v.PlannedMin == 0 || v.PlannedMin > 60 {
		t.Errorf("%d days left, day %d, %d minutes planned", v.DaysLeft, v.DayCount, v.PlannedMin)
	}
	c.check(c.FinishSession(c.ctx, v.Now.ID, 50))
	after := c.today()
	if after.DoneMin != 50 || after.Now != nil && after.Now.ID == v.Now.ID {
		t.Errorf("after finishing it: %d minutes done, now %+v", after.DoneMin, after.Now)
	}
	if after.Week[0].DoneMin != 50 {
		t.Errorf("the week counts %d minutes on Monday", after.Week[0].DoneMin)
	}
}

func TestAnAbsenceIsMetByOneAction(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	c.check(c.FinishSession(c.ctx, c.today().Now.ID, 0))
	c.day = c.day.AddDays(10)
	away := c.today()
	if away.Missed == 0 {
		t.Fatal("ten days away and nothing was missed")
	}
	before := c.plan().fingerprint()
	c.check(c.PlanAgain(c.ctx))
	back := c.plan()
	for _, s := range back.Sessions {
		if s.Status == planner.Planned && s.Date.Before(c.day) {
			t.Errorf("a session is still planned on %s", s.Date)
		}
	}
	done := slices.IndexFunc(back.Sessions, func(s SessionView) bool { return s.Status == planner.Done })
	if done < 0 {
		t.Error("what was done has gone")
	}
	if name, err := c.Undo(c.ctx); err != nil || name != "Plan again from today" {
		t.Fatalf("undo: %q, %v", name, err)
	}
	if after := c.plan().fingerprint(); after != before {
		t.Errorf("undo did not bring the old plan back exactly")
	}
}

func TestPlanningAgainTwiceChangesNothingTheSecondTime(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	c.check(c.PlanAgain(c.ctx))
	first := c.plan().fingerprint()
	c.check(c.PlanAgain(c.ctx))
	if second := c.plan().fingerprint(); first != second {
		t.Error("the second time changed the plan")
	}
}

func TestWhatIsDonePinnedOrMovedStays(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	v := c.plan()
	done, moved := v.Sessions[0], v.Sessions[9]
	target := planner.MustDate("2026-12-19")
	c.check(c.FinishSession(c.ctx, done.ID, 55))
	c.check(c.MoveSession(c.ctx, moved.ID, target))
	s := v.Study
	s.Availability.Weekday[2] = 45
	c.check(c.UpdateStudy(c.ctx, s))
	c.check(c.TakeDaysOff(c.ctx, planner.DateRange{First: c.day.AddDays(3), Last: c.day.AddDays(4)}))
	for _, s := range c.plan().Sessions {
		switch {
		case s.ID == done.ID && (s.Status != planner.Done || s.DoneMinutes != 55 || s.Date != done.Date):
			t.Errorf("what was done changed: %+v", s.Session)
		case s.ID == moved.ID && (s.Date != target || !s.Pinned):
			t.Errorf("what was moved by hand changed: %+v", s.Session)
		case s.Status == planner.Planned && !s.Pinned && (s.Date == c.day.AddDays(3) || s.Date == c.day.AddDays(4)):
			t.Errorf("a session lies on a day off: %+v", s.Session)
		}
	}
}

func TestNoDayIsPlannedFullerThanItIs(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	c.check(c.FinishSession(c.ctx, c.today().Now.ID, 40))
	c.check(c.PlanAgain(c.ctx))
	v := c.plan()
	sums := map[planner.Date]int{}
	for _, s := range v.Sessions {
		if s.Status == planner.Done {
			sums[s.Date] += s.DoneMinutes
		} else {
			sums[s.Date] += s.Minutes
		}
	}
	for _, s := range v.Sessions {
		if limit := v.Study.Availability.Minutes(s.Date); sums[s.Date] > limit {
			t.Fatalf("%d minutes lie on %s, which offers %d", sums[s.Date], s.Date, limit)
		}
	}
}

func TestAMockMovesTheEstimateAndItsPreviewKeepsItsWord(t *testing.T) {
	c := newCandidate(t)
	s := c.setUp()
	changes := 0
	cancel := c.OnChange(func(Change) { changes++ })
	defer cancel()
	record := func(day string, share int) {
		mk := planner.Mock{Date: planner.MustDate(day), Source: "Bank", Timed: true, FirstAttempt: true}
		for i, n := range QuestionsByDomain(125, s.Domains) {
			mk.Domains = append(mk.Domains, planner.DomainScore{Domain: s.Domains[i].ID, Correct: n * share / 100, Total: n})
		}
		effect, err := c.PreviewMock(c.ctx, mk)
		c.check(err)
		_, err = c.RecordMock(c.ctx, mk)
		c.check(err)
		got, err := c.Readiness(c.ctx, planner.Date{})
		c.check(err)
		if got.Estimate.ExamDay != effect.After.ExamDay || got.Estimate.Pass != effect.After.Pass {
			t.Errorf("the preview promised %+v, and %+v came", effect.After.Pass, got.Estimate.Pass)
		}
	}
	record("2026-11-01", 55)
	low, err := c.Readiness(c.ctx, planner.Date{})
	c.check(err)
	record("2026-11-20", 80)
	high, err := c.Readiness(c.ctx, planner.Date{})
	c.check(err)
	if high.Estimate.Pass.ExamDay <= low.Estimate.Pass.ExamDay {
		t.Errorf("a good mock moved the chance from %v to %v", low.Estimate.Pass.ExamDay, high.Estimate.Pass.ExamDay)
	}
	if changes != 2 {
		t.Errorf("two mocks were told of %d times", changes)
	}
	then, err := c.Readiness(c.ctx, planner.MustDate("2026-11-10"))
	c.check(err)
	if then.Estimate.Evidence.Mocks != 1 {
		t.Errorf("looking back, %d mocks were known", then.Estimate.Evidence.Mocks)
	}
}

func TestEverythingIsThereAfterARestart(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	_, err := c.RecordMock(c.ctx, planner.Mock{Date: c.day, Source: "Bank", Correct: 70, Total: 100})
	c.check(err)
	before := c.plan().fingerprint()
	c.restart()
	if after := c.plan().fingerprint(); after != before {
		t.Error("the plan is another one after a restart")
	}
	if name, err := c.Undo(c.ctx); err != nil || name != "Record mock" {
		t.Errorf("undo after a restart: %q, %v", name, err)
	}
}

func TestAPassedExamDateIsRefusedByName(t *testing.T) {
	c := newCandidate(t)
	s := c.draft()
	s.ExamDate = c.day.AddDays(-1)
	if _, err := c.CreateStudy(c.ctx, s); planner.ErrorField(err) != "exam_date" {
		t.Errorf("the error is %v", err)
	}
	for _, days := range []int{0, 1, 2} {
		s.ExamDate = c.day.AddDays(days)
		if _, err := c.CreateStudy(c.ctx, s); err != nil {
			t.Errorf("an exam in %d days: %v", days, err)
		}
		c.today()
	}
}

func TestTheSampleIsAlive(t *testing.T) {
	c := newCandidate(t)
	s, err := c.CreateSample(c.ctx)
	c.check(err)
	v := c.today()
	if !s.Sample || v.Missed != 0 || !v.Estimate.Enough || len(v.Mocks) != 6 || v.DaysLeft != 73 {
		t.Errorf("sample %v, %d missed, enough %v, %d mocks, %d days left", s.Sample, v.Missed, v.Estimate.Enough, len(v.Mocks), v.DaysLeft)
	}
	if p := c.plan(); p.LeftCount < 20 || p.Check.Verdict == planner.DoesNotFit {
		t.Errorf("%d sessions left, verdict %s", p.LeftCount, p.Check.Verdict)
	}
}

func TestWithoutDaySplitsARange(t *testing.T) {
	r := []planner.DateRange{{First: planner.MustDate("2026-12-24"), Last: planner.MustDate("2026-12-28")}}
	got := withoutDay(r, planner.MustDate("2026-12-26"))
	if len(got) != 2 || got[0].String() != "2026-12-24..2026-12-25" || got[1].String() != "2026-12-27..2026-12-28" {
		t.Errorf("split into %v", got)
	}
	if got := withoutDay(r, planner.MustDate("2026-12-24")); len(got) != 1 || got[0].String() != "2026-12-25..2026-12-28" {
		t.Errorf("cut to %v", got)
	}
}

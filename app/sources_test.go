package app

import (
	"math"
	"strings"
	"testing"

	"milepost/planner"
)

// score records a first attempt of a hundred questions.
func (c *candidate) score(day, source string, correct int) {
	c.t.Helper()
	_, err := c.RecordMock(c.ctx, planner.Mock{Date: planner.MustDate(day), Source: source, Timed: true, FirstAttempt: true, Correct: correct, Total: 100})
	c.check(err)
}

// source reads what is known of one source.
func (c *candidate) source(name string) Source {
	c.t.Helper()
	v, err := c.Sources(c.ctx)
	c.check(err)
	for _, s := range v.Sources {
		if s.Name == name {
			return s
		}
	}
	c.t.Fatalf("%q is not among %+v", name, v.Sources)
	return Source{}
}

func TestADifferenceIsLearnedOnlyFromASecondSource(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	c.score("2026-11-01", "Bank A", 80)
	c.score("2026-11-08", "bank a ", 82)
	only := c.source("bank a")
	if only.First.Known || only.First.WhyNot != "needs results from a second source" || only.First.Mocks != 2 || only.First.Questions != 200 {
		t.Errorf("of the only source it says %+v", only.First)
	}
	if only.First.Low > -8 || only.First.High < 8 {
		t.Errorf("what is assumed of it is %v to %v points", only.First.Low, only.First.High)
	}
	c.score("2026-11-12", "Bank B", 60)
	c.score("2026-11-20", "Bank B", 62)
	a, b := c.source("bank a").First, c.source("Bank B").First
	if !a.Known || !b.Known || a.Points < 2 || b.Points > -2 || !(a.Low < a.Points && a.Points < a.High) {
		t.Errorf("the easier one is %+v, the harder one %+v", a, b)
	}
	if !(a.High-a.Low < only.First.High-only.First.Low) {
		t.Error("a second source leaves the range as wide as it was")
	}
}

func TestQuestionsMetBeforeAreToldApart(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	c.score("2026-11-01", "Bank A", 70)
	_, err := c.RecordMock(c.ctx, planner.Mock{Date: planner.MustDate("2026-11-10"), Source: "BANK A", Timed: true, Correct: 45, Total: 50})
	c.check(err)
	s := c.source("BANK A")
	if s.First.Mocks != 1 || s.First.Questions != 100 || s.Again.Mocks != 1 || s.Again.Questions != 50 {
		t.Errorf("it counts %+v and %+v", s.First, s.Again)
	}
	if s.First.Known || s.Again.Known {
		t.Error("the same source twice is taken for two sources")
	}
	if !(s.Again.Points > s.First.Points) {
		t.Errorf("met before is %v points easier, at first %v", s.Again.Points, s.First.Points)
	}
}

func TestASourceDescribedByHand(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	c.score("2026-11-20", "Bank A", 80)
	before, err := c.Readiness(c.ctx, planner.Date{})
	c.check(err)
	easier := SourceChange{Name: "  BANK a", Difference: &SourceDifference{Points: 10, Doubt: 3}}
	effect, err := c.PreviewSource(c.ctx, easier)
	c.check(err)
	s, err := c.DescribeSource(c.ctx, easier)
	c.check(err)
	if s.Name != "Bank A" || s.Set == nil || *s.Set != *easier.Difference || !s.First.Known || math.Abs(s.First.Points-10) > 1 {
		t.Errorf("it says %+v", s)
	}
	after, err := c.Readiness(c.ctx, planner.Date{})
	c.check(err)
	if !(after.Estimate.Score.Median < before.Estimate.Score.Median-0.02) {
		t.Errorf("80%% in an easier bank are worth %v, before %v", after.Estimate.Score.Median, before.Estimate.Score.Median)
	}
	if effect.Before.Score != before.Estimate.Score || effect.After.Score != after.Estimate.Score {
		t.Error("what was foreseen is not what came")
	}
	c.restart()
	if again := c.source("Bank A"); again.Set == nil || *again.Set != *easier.Difference {
		t.Errorf("read again it says %+v", again.Set)
	}
	if s, err = c.DescribeSource(c.ctx, SourceChange{Name: "bank a", Learn: true}); err != nil || s.Set != nil || s.First.Known {
		t.Errorf("learned again it says %+v (%v)", s, err)
	}
	for _, want := range []string{"Describe source", "Describe source", "Record mock"} {
		if name, err := c.Undo(c.ctx); err != nil || name != want {
			t.Errorf("undo took back %q (%v), want %q", name, err, want)
		}
	}
}

func TestMarkingASourceMarksItsMocks(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	c.score("2026-11-18", "Vendor test", 70)
	c.score("2026-11-20", "vendor TEST", 72)
	official := func() (n int) {
		v, err := c.Mocks(c.ctx)
		c.check(err)
		for _, mk := range v.Mocks {
			if mk.Official {
				n++
			}
		}
		return n
	}
	yes, no := true, false
	s, err := c.DescribeSource(c.ctx, SourceChange{Name: "Vendor test", Official: &yes})
	if err != nil || !s.Official || official() != 2 {
		t.Errorf("marked: %+v, %d mocks (%v)", s, official(), err)
	}
	s, err = c.DescribeSource(c.ctx, SourceChange{Name: "Vendor test", Official: &no})
	if err != nil || s.Official || official() != 0 {
		t.Errorf("unmarked: %+v, %d mocks (%v)", s, official(), err)
	}
	if _, err = c.Undo(c.ctx); err != nil || official() != 2 || !c.source("vendor TEST").Official {
		t.Errorf("after undo %d mocks are official (%v)", official(), err)
	}
}

func TestASourceCanBeDescribedBeforeItsFirstMock(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	s, err := c.DescribeSource(c.ctx, SourceChange{Name: "Bank C", Difference: &SourceDifference{Points: -5, Doubt: 6}})
	if err != nil || s.First.Known || s.First.WhyNot != "no results yet" || s.Set.Points != -5 {
		t.Errorf("it says %+v (%v)", s, err)
	}
	c.check(second(c.DescribeSource(c.ctx, SourceChange{Name: "bank c", Learn: true})))
	if v, err := c.Sources(c.ctx); err != nil || len(v.Sources) != 0 {
		t.Errorf("with nothing left to say there is still %+v (%v)", v.Sources, err)
	}
	if _, err := c.DescribeSource(c.ctx, SourceChange{Name: "never heard of", Learn: true}); err != nil {
		t.Errorf("to learn what was never described: %v", err)
	}
}

func second[T any](_ T, err error) error { return err }

func TestWhatCannotBeSaidOfASourceNamesItsField(t *testing.T) {
	c := newCandidate(t)
	c.setUp() // with the pass line at 70 %
	for _, x := range []struct {
		change SourceChange
		field  string
	}{
		{SourceChange{Name: "  ", Learn: true}, "name"},
		{SourceChange{Name: strings.Repeat("x", planner.MaxNameRunes+1), Learn: true}, "name"},
		{SourceChange{Name: "the exam ITSELF", Learn: true}, "name"},
		{SourceChange{Name: "A", Difference: &SourceDifference{Points: 29, Doubt: 3}}, "points"}, // 99 % is no score to tell from
		{SourceChange{Name: "A", Difference: &SourceDifference{Points: -31, Doubt: 3}}, "points"},
		{SourceChange{Name: "A", Difference: &SourceDifference{Points: 3, Doubt: 3}, Learn: true}, "points"},
		{SourceChange{Name: "A", Difference: &SourceDifference{Points: 3, Doubt: 0}}, "doubt"},
		{SourceChange{Name: "A", Difference: &SourceDifference{Points: 3, Doubt: 16}}, "doubt"},
	} {
		if _, err := c.DescribeSource(c.ctx, x.change); planner.ErrorField(err) != x.field {
			t.Errorf("%+v: %v, want the field %q", x.change, err, x.field)
		}
	}
	if undo, _, err := c.UndoNames(c.ctx); err != nil || undo == "Describe source" {
		t.Errorf("something was stored (%v)", err)
	}
	for _, points := range []int{-30, 0, 28} {
		for _, doubt := range []int{1, 15} {
			s, err := c.DescribeSource(c.ctx, SourceChange{Name: "A", Difference: &SourceDifference{Points: points, Doubt: doubt}})
			if err != nil || s.Set.Points != points || s.Set.Doubt != doubt {
				t.Errorf("%d give or take %d: %+v (%v)", points, doubt, s.Set, err)
			}
		}
	}
}

func TestMoreSourcesThanAreToldApart(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	for i := range 10 {
		c.score("2026-11-10", "Bank "+string(rune('A'+i)), 60+i)
	}
	v, err := c.Sources(c.ctx)
	c.check(err)
	shared := 0
	for _, s := range v.Sources {
		if s.First.WhyNot == "too many sources to tell this one apart" && !s.First.Known {
			shared++
		}
	}
	if len(v.Sources) != 10 || shared != 2 {
		t.Errorf("of %d sources %d share one difficulty, want 2 of 10", len(v.Sources), shared)
	}
}

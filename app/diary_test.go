package app

import (
	"fmt"
	"slices"
	"testing"

	"milepost/data"
	"milepost/planner"
	"milepost/planner/readiness"
)

// take records a timed mock of the day's 100 questions.
func (c *candidate) take(source string, correct int) planner.Mock {
	c.t.Helper()
	mk, err := c.RecordMock(c.ctx, planner.Mock{Date: c.day, Source: source, Timed: true, FirstAttempt: true, Correct: correct, Total: 100})
	c.check(err)
	return mk
}

func (c *candidate) diary() DiaryView {
	c.t.Helper()
	v, err := c.Diary(c.ctx)
	c.check(err)
	return v
}

// A mock is foretold from what was known before it, whatever it then turns out to be, and what was foretold stays.
func TestAMockIsForetoldBeforeItsResult(t *testing.T) {
	good, bad := newCandidate(t), newCandidate(t)
	for _, c := range []*candidate{good, bad} {
		c.setUp()
		c.day = planner.MustDate("2026-11-25")
		c.take("Boson", 60)
		c.day = c.day.AddDays(7)
	}
	promised := good.diary().Next
	second := good.take("Boson", 95)
	bad.take("Boson", 5)
	g, b := good.diary(), bad.diary()
	if g.Mocks[1].Entry.Forecast != b.Mocks[1].Entry.Forecast {
		t.Errorf("foretold %+v before a good result, %+v before a bad one", g.Mocks[1].Entry.Forecast, b.Mocks[1].Entry.Forecast)
	}
	if !promised.Known || promised.Source != "Boson" || promised.Forecast.Median() < 0.5 || promised.Forecast.Median() > 0.7 {
		t.Errorf("before the second mock: %+v", promised)
	}
	if g.Score.Scored != 1 || g.Mocks[0].Scored() || !g.Mocks[1].Scored() {
		t.Errorf("%d scored of %+v", g.Score.Scored, g.Mocks)
	}

	// Another mock of an earlier day, an undo and a redo leave it as it was; an edit of the result is scored as it is now.
	_, err := good.RecordMock(good.ctx, planner.Mock{Date: planner.MustDate("2026-11-26"), Source: "Boson", Timed: true, FirstAttempt: true, Correct: 90, Total: 100})
	good.check(err)
	_, err = good.Undo(good.ctx)
	good.check(err)
	_, err = good.Undo(good.ctx)
	good.check(err)
	_, err = good.Redo(good.ctx)
	good.check(err)
	second.Correct = 50
	_, err = good.RecordMock(good.ctx, second)
	good.check(err)
	after := good.diary()
	if after.Mocks[1].Entry != g.Mocks[1].Entry || after.Mocks[1].Mock.Correct != 50 || after.Score.Error >= g.Score.Error {
		t.Errorf("%+v, before %+v", after.Mocks[1], g.Mocks[1])
	}
	official := true
	_, err = good.DescribeSource(good.ctx, SourceChange{Name: "boson", Official: &official})
	good.check(err)
	if v := good.diary(); v.Mocks[1].Changed || !v.Mocks[1].Mock.Official {
		t.Errorf("a source that turned out to be official makes another mock: %+v", v.Mocks[1])
	}
	second.Source = "Another bank"
	_, err = good.RecordMock(good.ctx, second)
	good.check(err)
	if v := good.diary(); !v.Mocks[1].Changed || v.Score.Scored != 0 {
		t.Errorf("another mock is scored as if it had been foretold: %+v", v.Mocks[1])
	}
}

// A day has one forecast, from before anything that was recorded on it; keeping it is no step and no news.
func TestADayHasOneForecast(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	c.check(c.KeepForecast(c.ctx))
	if v := c.diary(); len(v.Days) != 0 {
		t.Errorf("foretold from nothing: %+v", v.Days)
	}
	c.take("Boson", 60)
	c.day = c.day.AddDays(1)
	news := 0
	cancel := c.OnChange(func(Change) { news++ })
	c.check(c.KeepForecast(c.ctx))
	cancel()
	first := c.diary().Days
	c.take("Boson", 95)
	c.check(c.KeepForecast(c.ctx))
	if again := c.diary().Days; len(again) != 1 || !slices.Equal(again, first) || first[0].Mocks != 1 || !first[0].HasChance {
		t.Errorf("%+v, then %+v", first, again)
	}
	if name, _, err := c.UndoNames(c.ctx); err != nil || name != "Record mock" || news != 0 {
		t.Errorf("next undo %q, %v; told %d times", name, err, news)
	}
	c.day = c.day.AddDays(1)
	c.take("Boson", 80) // without the day having been looked at
	if days := c.diary().Days; len(days) != 2 || days[1].Mocks != 2 || days[1].Day != c.day {
		t.Errorf("%+v", days)
	}
}

// Who looks ahead with another day than the clock's foretells nothing for it.
func TestLookingAheadWritesNothingDown(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	c.take("Boson", 60)
	c.check(c.Close())
	c.parts.Today = c.day.AddDays(20)
	c.open(false)
	c.check(c.KeepForecast(c.ctx))
	if days := c.diary().Days; len(days) != 0 {
		t.Errorf("written down for a day to come: %+v", days)
	}
	c.check(c.Close())
	c.parts.Today = planner.Date{}
	c.open(false)
	c.day = c.day.AddDays(1)
	c.check(c.KeepForecast(c.ctx))
	if days := c.diary().Days; len(days) != 1 || days[0].Day != c.day {
		t.Errorf("%+v", days)
	}
}

func TestAGuessGoesWithTheNextMock(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	c.take("Boson", 60)
	c.check(c.GuessNext(c.ctx, 70))
	c.check(c.GuessNext(c.ctx, 75))
	if v, err := c.Mocks(c.ctx); err != nil || !v.HasGuess || v.Guess != 75 {
		t.Errorf("%+v, %v", v, err)
	}
	c.day = c.day.AddDays(1)
	mk := planner.Mock{Date: c.day, Source: "Boson", Timed: true, FirstAttempt: true, Correct: 65, Total: 100, Guess: 75, HasGuess: true}
	_, err := c.RecordMock(c.ctx, mk)
	c.check(err)
	v := c.diary()
	if v.HasGuess || v.Score.Guesses != 1 || v.Score.GuessBias > -0.0999 || v.Score.GuessBias < -0.1001 {
		t.Errorf("%+v", v)
	}
	_, err = c.Undo(c.ctx)
	c.check(err)
	if percent, ok, err := c.NextGuess(c.ctx); err != nil || !ok || percent != 75 {
		t.Errorf("after undo the guess is %v, %v, %v", percent, ok, err)
	}
	c.check(c.TakeGuessBack(c.ctx))
	if _, ok, _ := c.NextGuess(c.ctx); ok {
		t.Error("a guess taken back is still there")
	}
	for _, wrong := range []float64{-1, 100.5} {
		if err := c.GuessNext(c.ctx, wrong); planner.ErrorField(err) != "guess" {
			t.Errorf("a guess of %v: %v", wrong, err)
		}
	}
	mk.Guess = 101
	if _, err := c.RecordMock(c.ctx, mk); planner.ErrorField(err) != "guess" {
		t.Errorf("a mock with a guess of 101: %v", err)
	}
}

// The exam closes the diary: what was foretold before it meets the result, also in the study for another sitting.
func TestASittingMeetsWhatWasForetold(t *testing.T) {
	c := newCandidate(t)
	s := c.setUp()
	for c.day.Before(s.ExamDate.AddDays(1)) {
		c.check(c.KeepForecast(c.ctx))
		if c.day.DaysUntil(s.ExamDate)%20 == 10 {
			c.take("Boson", 78)
		}
		c.day = c.day.AddDays(1)
	}
	_, err := c.RecordResult(c.ctx, planner.Sitting{Date: s.ExamDate})
	c.check(err)
	check := func(v DiaryView) {
		t.Helper()
		if len(v.Sittings) != 1 {
			t.Fatalf("%d sittings", len(v.Sittings))
		}
		d := v.Sittings[0]
		last := d.Forecasts[0]
		if last.Day != s.ExamDate.AddDays(-1) || d.Brier != last.Chance*last.Chance || len(d.Forecasts) < 3 || d.Forecasts[1].Day != s.ExamDate.AddDays(-14) {
			t.Errorf("%+v", d)
		}
	}
	v := c.diary()
	check(v)
	c.check(c.KeepForecast(c.ctx))
	if days := c.diary().Days; days[len(days)-1].Day.After(s.ExamDate) {
		t.Errorf("foretold on %s what was on %s", days[len(days)-1].Day, s.ExamDate)
	}
	r, err := c.Retake(c.ctx)
	c.check(err)
	_, err = c.StartRetake(c.ctx, r.NotBefore.AddDays(60))
	c.check(err)
	again := c.diary()
	check(again)
	if again.Score.Scored != v.Score.Scored || len(again.Mocks) != len(v.Mocks) {
		t.Errorf("%d of %d scored, in the first study %d of %d", again.Score.Scored, len(again.Mocks), v.Score.Scored, len(v.Mocks))
	}
	c.day = c.day.AddDays(3)
	c.check(c.KeepForecast(c.ctx))
	if days := c.diary().Days; days[len(days)-1].ExamDate != r.NotBefore.AddDays(60) {
		t.Errorf("the next sitting is not foretold: %+v", days[len(days)-1])
	}
	c.day = r.NotBefore.AddDays(61)
	_, err = c.RecordResult(c.ctx, planner.Sitting{Date: r.NotBefore.AddDays(60), Passed: true})
	c.check(err)
	second := c.diary().Sittings
	if len(second) != 2 || len(second[1].Forecasts) != 1 || second[1].Forecasts[0].ExamDate != r.NotBefore.AddDays(60) {
		t.Errorf("of the second sitting was foretold %+v", second)
	}
}

// A study with more mocks than an estimate takes is estimated from the latest, and more can be recorded.
func TestThousandsOfMocks(t *testing.T) {
	c := newCandidate(t)
	s := c.setUp()
	c.check(c.store.Do(c.ctx, "Import", func(tx *data.Tx) error {
		for i := range readiness.MaxMocks + 100 {
			mk := planner.Mock{ID: fmt.Sprint("m", i), Date: c.day.AddDays(-i / 4), Source: "Bank", Timed: true, FirstAttempt: true, Correct: 60 + i%20, Total: 100}
			if err := tx.SaveMock(s.ID, mk); err != nil {
				return err
			}
		}
		return nil
	}))
	c.take("Bank", 75)
	v, err := c.Readiness(c.ctx, planner.Date{})
	c.check(err)
	if !v.Estimate.Enough || len(v.Mocks) != readiness.MaxMocks+101 {
		t.Errorf("enough %v, %d mocks", v.Estimate.Enough, len(v.Mocks))
	}
	if d := c.diary(); len(d.Mocks) != 1 || d.Mocks[0].Entry.Forecast.Mocks < 1000 {
		t.Errorf("%d foretold", len(d.Mocks))
	}
}

package data_test

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"milepost/data"
	"milepost/data/datatest"
	"milepost/planner"
	"milepost/planner/readiness"
)

func dayForecast(day string, chance float64) readiness.DayForecast {
	return readiness.DayForecast{
		Day: planner.MustDate(day), ExamDate: planner.MustDate("2027-02-04"), PassLine: 0.7, Mocks: 3, HasChance: true, Chance: chance,
		Exam: readiness.Range{Median: 0.74, Low: 0.61, High: 0.84, Level: readiness.RangeLevel},
	}
}

func mockEntry(id string) readiness.MockEntry {
	return readiness.MockEntry{
		MockID: id, Date: planner.MustDate("2026-11-22"), Source: "Bank A", Timed: true, FirstAttempt: true, Questions: 125, PassLine: 0.7,
		Forecast: readiness.MockForecast{Quantiles: [5]float64{0.5, 0.6, 1.0 / 3 * 2, 0.7, 0.8}, Reaches: 0.41, HasChance: true, Mocks: 4},
	}
}

// What was foretold stays as it was told, whatever comes after: a second forecast of the day, undo, a restart, a statement.
func TestAForecastIsNeverChanged(t *testing.T) {
	ctx, path := t.Context(), t.TempDir()+"/study.milepost"
	touchStudy(t, path)
	s := datatest.OpenAt(t, path)
	first, entry := dayForecast("2026-11-23", 0.62), mockEntry("m1")
	datatest.Do(t, s, "Record mock", func(tx *data.Tx) error {
		return errors.Join(tx.SaveMock("s", datatest.Mock(datatest.Study("s"), 1)), tx.KeepForecast("s", first), tx.KeepMockForecast("s", entry))
	})
	other := entry
	other.Forecast.Reaches = 0.99
	datatest.Do(t, s, "Again", func(tx *data.Tx) error {
		return errors.Join(tx.KeepForecast("s", dayForecast("2026-11-23", 0.99)), tx.KeepMockForecast("s", other), tx.KeepForecast("s", dayForecast("2026-11-24", 0.7)))
	})
	same(t, "keeping is no step", must(s.UndoName(ctx)), "Record mock")
	must(s.Undo(ctx))
	for _, statement := range []string{"UPDATE forecast SET chance = 1", "UPDATE mock_forecast SET reaches = 1"} {
		if _, err := s.Writer().Exec(statement); err == nil || !strings.Contains(err.Error(), "never changed") {
			t.Errorf("%s: %v", statement, err)
		}
	}
	check(t, s.Close())
	s = datatest.OpenAt(t, path)
	same(t, "forecasts", must(s.Forecasts(ctx, "s")), []readiness.DayForecast{first, dayForecast("2026-11-24", 0.7)})
	same(t, "forecasts of mocks", must(s.MockForecasts(ctx, "s")), []readiness.MockEntry{entry})
	same(t, "mocks after undo", len(must(s.Mocks(ctx, "s"))), 0)
}

// touchStudy makes a file with one study.
func touchStudy(t *testing.T, path string) {
	t.Helper()
	touch(t, path)
	check(t, data.MakeVersion(t.Context(), path, data.LatestVersion()))
	s := datatest.OpenAt(t, path)
	datatest.Do(t, s, "New study", func(tx *data.Tx) error { return tx.SaveStudy(datatest.Study("s")) })
	check(t, s.Close())
}

// A deleted study that is brought back has its diary; one that cannot come back leaves none.
func TestForecastsOutliveTheirStudyAsLongAsItCanComeBack(t *testing.T) {
	ctx := t.Context()
	s := datatest.With(t, datatest.Study("s"))
	datatest.Do(t, s, "Keep", func(tx *data.Tx) error {
		return errors.Join(tx.KeepForecast("s", dayForecast("2026-11-23", 0.6)), tx.KeepMockForecast("s", mockEntry("m1")), tx.SetGuess("s", data.Guess{Day: planner.MustDate("2026-11-23"), Percent: 71.5}))
	})
	datatest.Do(t, s, "Delete study", func(tx *data.Tx) error { return tx.DeleteStudy("s") })
	datatest.Do(t, s, "Another", func(tx *data.Tx) error {
		return errors.Join(tx.SaveStudy(datatest.Study("t")), tx.KeepForecast("t", dayForecast("2026-11-23", 0.5)))
	})
	must(s.Undo(ctx))
	must(s.Undo(ctx))
	same(t, "brought back", len(must(s.Forecasts(ctx, "s")))+len(must(s.MockForecasts(ctx, "s"))), 2)
	g, ok, err := s.Guess(ctx, "s")
	check(t, err)
	same(t, "guess", ok && g.Percent == 71.5, true)

	datatest.Do(t, s, "Delete study", func(tx *data.Tx) error { return tx.DeleteStudy("s") })
	datatest.Do(t, s, "Another", func(tx *data.Tx) error { return tx.SaveStudy(datatest.Study("t")) })
	_, err = s.Writer().Exec("DELETE FROM undo_action")
	check(t, err)
	datatest.Do(t, s, "Keep", func(tx *data.Tx) error { return tx.KeepForecast("t", dayForecast("2026-11-24", 0.5)) })
	same(t, "cleared away", len(must(s.Forecasts(ctx, "s")))+len(must(s.MockForecasts(ctx, "s"))), 0)
	same(t, "of the other", len(must(s.Forecasts(ctx, "t"))), 2)
}

func TestWrongForecastsAndGuessesAreRefused(t *testing.T) {
	s := datatest.With(t, datatest.Study("s"))
	wrong := dayForecast("2026-11-23", math.NaN())
	high := mockEntry("m1")
	high.Forecast.Quantiles[4] = 1.2
	for name, fn := range map[string]func(tx *data.Tx) error{
		"no number":     func(tx *data.Tx) error { return tx.KeepForecast("s", wrong) },
		"above one":     func(tx *data.Tx) error { return tx.KeepMockForecast("s", high) },
		"no mock":       func(tx *data.Tx) error { return tx.KeepMockForecast("s", mockEntry(" ")) },
		"no such study": func(tx *data.Tx) error { return tx.KeepForecast("t", dayForecast("2026-11-23", 0.6)) },
		"guess of 101": func(tx *data.Tx) error {
			return tx.SetGuess("s", data.Guess{Day: planner.MustDate("2026-11-23"), Percent: 101})
		},
		"guess of no day": func(tx *data.Tx) error { return tx.SetGuess("s", data.Guess{Percent: 50}) },
	} {
		if err := s.Do(t.Context(), "Keep", fn); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	forecasts := must(s.Forecasts(t.Context(), "s"))
	same(t, "kept", len(forecasts), 0)
	if slices.Contains(data.Undoable, "forecast") {
		t.Error("forecasts are part of undo")
	}
}

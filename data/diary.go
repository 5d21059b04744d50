package data

import (
	"context"
	"fmt"

	"milepost/planner"
	"milepost/planner/readiness"
)

var (
	guessTable    = table{"guess", []string{"study_id"}, []string{"day", "percent"}}
	forecastTable = table{"forecast", []string{"study_id", "day"}, []string{
		"exam_day", "pass_line", "mocks", "has_chance", "chance", "median", "low", "high",
	}}
	mockForecastTable = table{"mock_forecast", []string{"study_id", "mock_id"}, []string{
		"day", "source", "official", "timed", "first_attempt", "questions", "mocks", "has_chance", "reaches", "pass_line",
		"p05", "p25", "p50", "p75", "p95",
	}}
)

// Guess is what a person expects of their next mock.
type Guess struct {
	Day     planner.Date // it was told
	Percent float64      // 0..100
}

// Guess is what was guessed of the next mock of a study; ok is false when nothing was.
func (s *Store) Guess(ctx context.Context, studyID string) (g Guess, ok bool, err error) {
	err = s.reading(ctx, "the guess", func(q queryer) error {
		g, ok, err = readGuess(ctx, q, studyID)
		return err
	})
	return g, ok, err
}

func readGuess(ctx context.Context, q queryer, studyID string) (g Guess, ok bool, err error) {
	err = each(ctx, q, func(scan func(...any) error) error {
		var study string
		ok = true
		return scan(&study, day{&g.Day}, &g.Percent)
	}, guessTable.selectSQL(1), studyID)
	return g, ok, err
}

// SetGuess stores what is guessed of the next mock, in place of an earlier guess.
func (t *Tx) SetGuess(studyID string, g Guess) error {
	if err := checkGuess(g); err != nil {
		return err
	}
	if err := t.requireStudy(studyID); err != nil {
		return fmt.Errorf("save the guess: %w", err)
	}
	if err := t.put(guessTable, row{studyID, g.Day.String(), g.Percent}); err != nil {
		return fmt.Errorf("save the guess: %w", err)
	}
	return nil
}

func checkGuess(g Guess) error { return first(checkDay("date", g.Day), planner.CheckGuess(g.Percent)) }

// DropGuess forgets the guess of the next mock, if there is one.
func (t *Tx) DropGuess(studyID string) error {
	if _, err := t.remove(guessTable, studyID); err != nil {
		return fmt.Errorf("drop the guess: %w", err)
	}
	return nil
}

// Forecasts are the daily forecasts of a study, by day.
func (s *Store) Forecasts(ctx context.Context, studyID string) (out []readiness.DayForecast, err error) {
	err = s.reading(ctx, "the forecasts", func(q queryer) error {
		out, err = readForecasts(ctx, q, studyID)
		return err
	})
	return out, err
}

func readForecasts(ctx context.Context, q queryer, studyID string) (out []readiness.DayForecast, err error) {
	err = each(ctx, q, func(scan func(...any) error) error {
		f := readiness.DayForecast{Exam: readiness.Range{Level: readiness.RangeLevel}}
		var study string
		err := scan(&study, day{&f.Day}, day{&f.ExamDate}, &f.PassLine, &f.Mocks, &f.HasChance, &f.Chance, &f.Exam.Median, &f.Exam.Low, &f.Exam.High)
		out = append(out, f)
		return err
	}, forecastTable.selectSQL(1), studyID)
	return out, err
}

// MockForecasts are the forecasts of a study's mocks, by ID of the mock. Some may belong to mocks that were deleted since.
func (s *Store) MockForecasts(ctx context.Context, studyID string) (out []readiness.MockEntry, err error) {
	err = s.reading(ctx, "the forecasts of mocks", func(q queryer) error {
		out, err = readMockForecasts(ctx, q, studyID)
		return err
	})
	return out, err
}

func readMockForecasts(ctx context.Context, q queryer, studyID string) (out []readiness.MockEntry, err error) {
	err = each(ctx, q, func(scan func(...any) error) error {
		var e readiness.MockEntry
		var study string
		f := &e.Forecast
		err := scan(&study, &e.MockID, day{&e.Date}, &e.Source, &e.Official, &e.Timed, &e.FirstAttempt, &e.Questions, &f.Mocks, &f.HasChance, &f.Reaches, &e.PassLine,
			&f.Quantiles[0], &f.Quantiles[1], &f.Quantiles[2], &f.Quantiles[3], &f.Quantiles[4])
		out = append(out, e)
		return err
	}, mockForecastTable.selectSQL(1), studyID)
	return out, err
}

// KeepForecast writes the forecast of a day down. When the day has one already, that one stays. It is no step of undo.
func (t *Tx) KeepForecast(studyID string, f readiness.DayForecast) error {
	if err := checkForecast(f); err != nil {
		return err
	}
	return t.keep(forecastTable, studyID, row{
		studyID, f.Day.String(), f.ExamDate.String(), f.PassLine, number(f.Mocks), flag(f.HasChance), f.Chance, f.Exam.Median, f.Exam.Low, f.Exam.High,
	})
}

// KeepMockForecast writes the forecast of a mock down. When the mock has one already, that one stays. It is no step of undo.
func (t *Tx) KeepMockForecast(studyID string, e readiness.MockEntry) error {
	if err := checkMockForecast(e); err != nil {
		return err
	}
	f := e.Forecast
	return t.keep(mockForecastTable, studyID, row{
		studyID, e.MockID, e.Date.String(), e.Source, flag(e.Official), flag(e.Timed), flag(e.FirstAttempt), number(e.Questions), number(f.Mocks),
		flag(f.HasChance), f.Reaches, e.PassLine, f.Quantiles[0], f.Quantiles[1], f.Quantiles[2], f.Quantiles[3], f.Quantiles[4],
	})
}

// keep inserts a row of the diary unless its key is taken.
func (t *Tx) keep(tab table, studyID string, r row) error {
	if err := t.requireStudy(studyID); err != nil {
		return fmt.Errorf("keep the forecast: %w", err)
	}
	if err := t.sweep(); err != nil {
		return fmt.Errorf("keep the forecast: %w", err)
	}
	known, err := t.number("SELECT count(*) FROM "+tab.name+" WHERE "+tab.where(2), r[0], r[1])
	if err != nil || known > 0 {
		return err
	}
	if err := t.roomFor(tab, studyID, r[1].(string), MaxForecasts); err != nil {
		return err
	}
	if err := t.exec(tab.insertSQL(), r...); err != nil {
		return fmt.Errorf("keep the forecast: %w", err)
	}
	return nil
}

// sweep clears away, once in an action, what belongs to studies that are gone for good.
func (t *Tx) sweep() error {
	if t.swept {
		return nil
	}
	t.swept = true
	for _, forgotten := range []table{forecastTable, mockForecastTable} {
		if err := t.exec("DELETE FROM " + forgotten.name + gone); err != nil {
			return err
		}
	}
	return nil
}

// gone picks rows of studies that are neither there nor in the undo log, from where they could come back.
const gone = ` WHERE study_id NOT IN (SELECT id FROM study) AND study_id NOT IN
	(SELECT json_extract(coalesce(before, after), '$.id') FROM undo_change WHERE relation = 'study')`

func checkForecast(f readiness.DayForecast) error {
	return first(
		checkDay("day", f.Day), checkDay("exam_date", f.ExamDate), checkRange("mocks", f.Mocks, 0, MaxMocks),
		checkShares("forecast", f.PassLine, f.Chance, f.Exam.Median, f.Exam.Low, f.Exam.High),
	)
}

func checkMockForecast(e readiness.MockEntry) error {
	f := e.Forecast
	return first(
		checkID("mock_id", e.MockID), checkID("source", e.Source), checkDay("day", e.Date),
		checkRange("questions", e.Questions, 0, planner.MaxMockQuestions), checkRange("mocks", f.Mocks, 0, MaxMocks),
		checkShares("forecast", f.Reaches, e.PassLine, f.Quantiles[0], f.Quantiles[1], f.Quantiles[2], f.Quantiles[3], f.Quantiles[4]),
	)
}

// checkShares refuses shares that are none.
func checkShares(field string, shares ...float64) error {
	for _, v := range shares {
		if !(v >= 0 && v <= 1) {
			return fieldError(field, "%v is not a share from 0 to 1", v)
		}
	}
	return nil
}

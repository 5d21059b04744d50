package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"milepost/data"
	"milepost/planner"
	"milepost/planner/readiness"
)

// MocksView is everything the Mocks screen shows.
type MocksView struct {
	Study     planner.Study
	Today     planner.Date
	Mocks     []planner.Mock // newest first
	Questions int            // answered in all
	// SecondsPerQuestion is the average pace of timed mocks with recorded minutes; 0 when there is none.
	SecondsPerQuestion     int
	ExamSecondsPerQuestion int
	Sources                []string // known sources, most recent first
	// Guess is what was guessed of the next mock, in percent, when HasGuess.
	Guess    float64
	HasGuess bool
}

// Mocks lists the mocks of the open study.
func (m *Milepost) Mocks(ctx context.Context) (MocksView, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return MocksView{}, err
	}
	v := MocksView{Study: l.study, Today: m.Today(), Mocks: slices.Clone(l.mocks)}
	slices.Reverse(v.Mocks)
	if v.Guess, v.HasGuess, err = m.NextGuess(ctx); err != nil {
		return MocksView{}, err
	}
	seconds, timed := 0, 0
	for _, mk := range v.Mocks {
		_, n := mk.Counts()
		v.Questions += n
		if mk.Timed && mk.Minutes > 0 && n > 0 {
			seconds += mk.Minutes * 60
			timed += n
		}
		if !slices.ContainsFunc(v.Sources, func(s string) bool { return strings.EqualFold(s, mk.Source) }) {
			v.Sources = append(v.Sources, mk.Source)
		}
	}
	if timed > 0 {
		v.SecondsPerQuestion = seconds / timed
	}
	if l.study.Questions > 0 {
		v.ExamSecondsPerQuestion = l.study.ExamMinutes * 60 / l.study.Questions
	}
	return v, nil
}

// MockEffect is what recording a mock would do to the estimate.
type MockEffect struct {
	Before, After readiness.Readiness
}

// PreviewMock tells the effect of a mock before it is saved. A mock with the ID of a stored one replaces it.
func (m *Milepost) PreviewMock(ctx context.Context, mock planner.Mock) (MockEffect, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return MockEffect{}, err
	}
	mock = normalMock(mock)
	if err := mock.Validate(l.study.Domains, m.Today()); err != nil {
		return MockEffect{}, err
	}
	before, err := m.readinessFrom(l, m.Today())
	if err != nil {
		return MockEffect{}, err
	}
	l.mocks = append(slices.DeleteFunc(slices.Clone(l.mocks), func(o planner.Mock) bool { return mock.ID != "" && o.ID == mock.ID }), mock)
	after, err := m.readinessFrom(l, m.Today())
	if err != nil {
		return MockEffect{}, err
	}
	return MockEffect{Before: before.Estimate, After: after.Estimate}, nil
}

// RecordMock stores a mock; one with an ID replaces the stored mock of that ID. It answers the mock as stored. A new mock takes the place of the guess
// of the next one, and goes into the diary with what was to be expected of it.
func (m *Milepost) RecordMock(ctx context.Context, mock planner.Mock) (planner.Mock, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return planner.Mock{}, err
	}
	mock = normalMock(mock)
	if err := mock.Validate(l.study.Domains, m.Today()); err != nil {
		return planner.Mock{}, err
	}
	if mock.ID != "" {
		return mock, m.do(ctx, "Edit mock", func(tx *data.Tx) error { return tx.SaveMock(l.study.ID, mock) })
	}
	mock.ID = m.newID()
	keep := m.diaryOf(l, mock)
	taken, err := m.TimedMock(ctx)
	if err != nil {
		return planner.Mock{}, err
	}
	return mock, m.do(ctx, "Record mock", func(tx *data.Tx) error {
		if err := tx.SaveMock(l.study.ID, mock); err != nil {
			return err
		}
		if err := tx.DropGuess(l.study.ID); err != nil {
			return err
		}
		if taken.Mock.recordedBy(mock) {
			if err := tx.SetSetting(timedMockKey(l.study.ID), ""); err != nil {
				return err
			}
		}
		return keep(tx)
	})
}

// SameMock finds the recorded mock that a mock looks like a second copy of: the same day, source and counts.
func (m *Milepost) SameMock(ctx context.Context, mock planner.Mock) (planner.Mock, bool, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return planner.Mock{}, false, err
	}
	same, found := planner.Recorded(l.mocks, normalMock(mock))
	return same, found, nil
}

// normalMock trims what people type and drops domains without questions.
func normalMock(mock planner.Mock) planner.Mock {
	mock.Source = strings.TrimSpace(mock.Source)
	mock.Note = strings.TrimSpace(mock.Note)
	mock.Domains = slices.DeleteFunc(slices.Clone(mock.Domains), func(d planner.DomainScore) bool { return d.Correct == 0 && d.Total == 0 })
	return mock
}

// RemoveMock deletes a mock.
func (m *Milepost) RemoveMock(ctx context.Context, id string) error {
	return m.RemoveMocks(ctx, []string{id})
}

// RemoveMocks deletes several as one action: all of them, or none when one is not there.
func (m *Milepost) RemoveMocks(ctx context.Context, ids []string) error {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if !slices.ContainsFunc(l.mocks, func(o planner.Mock) bool { return o.ID == id }) {
			return fmt.Errorf("there is no mock with the id %q in this study", id)
		}
	}
	return m.do(ctx, nameFor(len(ids), "Delete mock", "Delete %d mocks"), func(tx *data.Tx) error {
		for _, id := range ids {
			if err := tx.DeleteMock(l.study.ID, id); err != nil {
				return err
			}
		}
		return nil
	})
}

package app

import (
	"context"
	"errors"

	"milepost/data"
)

// Open puts the application together over a data file. Without create, a missing file is an error.
func Open(ctx context.Context, path string, create bool, p Parts) (*Milepost, error) {
	store, err := data.Open(ctx, path, data.Options{Create: create, Now: p.Now})
	if err != nil {
		return nil, err
	}
	p.Store = store
	return New(p), nil
}

// OpenReading puts the application together over the data file as it was saved last, also while a Milepost has it open. Nothing
// can be changed through it.
func OpenReading(ctx context.Context, path string, p Parts) (*Milepost, error) {
	store, err := data.OpenReading(ctx, path, p.Now)
	if err != nil {
		return nil, err
	}
	p.Store = store
	return New(p), nil
}

// Close lets go of the data file. Everything saved is on disk already.
func (m *Milepost) Close() error {
	if m.store == nil {
		return nil
	}
	return m.store.Close()
}

// Abandon is Close after a failure: a data file that was made when it was opened, and so holds nothing of anybody's, is removed again.
func (m *Milepost) Abandon() error {
	if m.store == nil {
		return nil
	}
	return m.store.Abandon()
}

// Verify checks a data file without changing it.
func Verify(ctx context.Context, path string) (data.Health, error) { return data.Verify(ctx, path) }

// OpenProblem tells what is wrong with a data file that could not be opened, and what to do.
func OpenProblem(err error) (sentence, advice string, ok bool) {
	var problem *data.OpenError
	if !errors.As(err, &problem) {
		return "", "", false
	}
	return problem.Sentence, problem.Advice, true
}

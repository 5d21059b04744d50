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

// Answer is what became of asking another Milepost for its window.
type Answer int

// What can become of it.
const (
	OtherShown Answer = iota // it has brought its window forward
	OtherGone                // it has closed meanwhile: the file can be opened
)

// ShowOther asks the Milepost that has the data file at path open to bring its window forward, and waits until it has answered, has
// closed, or pause has been called as often as there is patience for. pause waits a moment and answers false when there is no more
// waiting. An error says, in the words of a file that cannot be opened, that there was no answer.
func ShowOther(path string, patience int, pause func() bool) (Answer, error) {
	summons, err := data.Summon(path)
	if err != nil {
		return 0, err
	}
	defer summons.Withdraw()
	for range patience {
		switch summons.State() {
		case data.SummonsAnswered:
			return OtherShown, nil
		case data.SummonsVain:
			return OtherGone, nil
		}
		if !pause() {
			break
		}
	}
	return 0, summons.NoAnswer()
}

// IsOpen tells, without making anything, whether some Milepost has the data file at path open.
func IsOpen(path string) bool { return data.IsOpen(path) }

// IsOpenElsewhere tells an error of [Open] that means that another Milepost has the file open.
func IsOpenElsewhere(err error) bool {
	var problem *data.OpenError
	return errors.As(err, &problem) && problem.Kind == data.KindLocked
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

// Health is what a check of a data file found.
type Health = data.Health

// Verify checks a data file without changing it.
func Verify(ctx context.Context, path string) (Health, error) { return data.Verify(ctx, path) }

// OpenProblem tells what is wrong with a data file that could not be opened, and what to do.
func OpenProblem(err error) (sentence, advice string, ok bool) {
	var problem *data.OpenError
	if !errors.As(err, &problem) {
		return "", "", false
	}
	return problem.Sentence, problem.Advice, true
}

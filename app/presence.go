package app

import (
	"context"
	"errors"

	"milepost/data"
)

// Presence is how things stand with the place of the data file while it is open.
type Presence = data.Presence

// Sighting is one look at the place of the data file.
type Sighting struct {
	Presence
	// Summoned says that another start asks for the window.
	Summoned bool

	store *data.Store
}

// LookJob prepares a look at the place of the data file. It may be run on any goroutine: on a disk that hangs, looking hangs.
func (m *Milepost) LookJob() func() Sighting {
	store := m.store
	return func() Sighting {
		return Sighting{Presence: store.Presence(), Summoned: store.Summoned(), store: store}
	}
}

// Unreachable is what is seen when a look does not come back.
func (m *Milepost) Unreachable() Sighting {
	return Sighting{Presence: Presence{Trouble: data.TroubleUnreachable, Path: m.store.Path()}, store: m.store}
}

// Counts tells whether a look was at the file that is still the open one. A restore between the two makes another of it.
func (m *Milepost) Counts(s Sighting) bool { return s.store == m.store }

// AnswerSummons tells the start that asks for the window that it is there.
func (m *Milepost) AnswerSummons() { m.store.AnswerSummons() }

// SaveProblem is an error of saving in the plain words of what is wrong and what to do, without what the system said of it; ok is false for
// other errors.
func SaveProblem(err error) (words string, ok bool) {
	for _, known := range []error{data.ErrFileGone, data.ErrFileReadOnly, data.ErrDiskFull, data.ErrDisk, data.ErrBusy} {
		if errors.Is(err, known) {
			return known.Error(), true
		}
	}
	return "", false
}

// LogWords says what an error is in words that may be written to a log: no path, no name, nothing of what a person has written.
func LogWords(err error, known ...error) string {
	return data.LogWords(err, append(known, ErrNoStudy)...)
}

// PutBack makes the path lead to the data again after the file was deleted or moved ([Presence.CanPutBack]).
func (m *Milepost) PutBack(ctx context.Context) error {
	store, err := m.store.PutBack(ctx)
	if err := m.use(store, err); err != nil {
		return err
	}
	m.changes.publish(Change{Action: "Put the data file back"})
	return nil
}

// use goes on with a store, or says that there is none.
func (m *Milepost) use(store *data.Store, err error) error {
	if store == nil {
		return errors.Join(errors.New("the data file could not be opened again; close Milepost and start it anew"), err)
	}
	m.store = store
	m.readDayStart(context.Background())
	return err
}

package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"
	"time"

	"milepost/data"
	"milepost/planner"
)

// Milepost is the application. It is used from one goroutine at a time.
type Milepost struct {
	store     *data.Store
	catalogue []planner.Exam
	now       func() time.Time
	newID     func() string
	today     planner.Date // set by hand for looking back; zero: the clock decides
	changes   hub
	dayStart  atomic.Int32 // when a day begins, in minutes after midnight
	known     *standing    // of the open study; see standing
	own       *ownExams    // see ownExams
}

// Parts are what the application is put together from.
type Parts struct {
	Store     *data.Store
	Catalogue []planner.Exam
	Now       func() time.Time // the clock
	NewID     func() string    // makes an ID that is unique everywhere
	Today     planner.Date     // overrides the clock's day when set (--today)
}

// New puts the application together. Store may be nil for what needs no data file ([Milepost.PreviewPlan], exams).
func New(p Parts) *Milepost {
	m := &Milepost{store: p.Store, catalogue: p.Catalogue, now: p.Now, newID: p.NewID, today: p.Today}
	if p.Store != nil {
		m.readDayStart(context.Background())
	}
	return m
}

// Today is the civil day the application works on.
func (m *Milepost) Today() planner.Date {
	if !m.today.IsZero() {
		return m.today
	}
	return m.dayAt(m.now())
}

// DataPath is the file everything is kept in.
func (m *Milepost) DataPath() string { return m.store.Path() }

// Exams is the catalogue with the exams of one's own, in the order they are shown.
func (m *Milepost) Exams() []planner.Exam {
	own := m.ownExams()
	if len(own) == 0 {
		return m.catalogue
	}
	return slices.Concat(own, m.catalogue)
}

// Exam finds an exam by its ID.
func (m *Milepost) Exam(id string) (planner.Exam, bool) {
	for _, list := range [][]planner.Exam{m.catalogue, m.ownExams()} {
		for _, e := range list {
			if e.ID == id {
				return e, true
			}
		}
	}
	return planner.Exam{}, false
}

// ErrNoStudy is answered by everything that needs an open study while there is none.
var ErrNoStudy = errors.New("there is no study yet; set one up first")

// Current is the open study.
func (m *Milepost) Current(ctx context.Context) (planner.Study, error) {
	id, err := m.store.OpenStudyID(ctx)
	if err != nil {
		return planner.Study{}, fmt.Errorf("find the open study: %w", err)
	}
	if id == "" {
		return planner.Study{}, ErrNoStudy
	}
	s, err := m.store.Study(ctx, id)
	if errors.Is(err, data.ErrNotFound) {
		return planner.Study{}, ErrNoStudy
	}
	return s, err
}

// Studies lists all studies, oldest first.
func (m *Milepost) Studies(ctx context.Context) ([]planner.Study, error) {
	return m.store.Studies(ctx)
}

// do runs one action: one transaction, one undo step, one event.
func (m *Milepost) do(ctx context.Context, action string, fn func(*data.Tx) error) error {
	if err := m.store.Do(ctx, action, fn); err != nil {
		return err
	}
	m.changes.publish(Change{Action: action})
	return nil
}

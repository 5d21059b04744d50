package app

import (
	"context"
	"slices"
	"sync"

	"milepost/app/lang"
	"milepost/data"
	"milepost/planner"
	"milepost/planner/readiness"
)

// standing is the open study as it stands on a day: what is stored of it, and what follows from that, each part worked out when somebody first asks.
// It holds for one state of the data file, and several screens ask for the same; see [Milepost.standing]. Nobody
// changes what it holds, and it may be asked on any goroutine.
type standing struct {
	of standingOf
	l  loaded

	check    func() (planner.Plan, error)        // does it fit, as of today
	estimate func() (readiness.Readiness, error) // as of today
	views    func() []SessionView                // of all sessions
	sit      func() (SitView, error)             // the planned exam date beside later ones
}

// standingOf is what a standing depends on.
type standingOf struct {
	store    *data.Store
	revision data.Revision
	study    string
	today    planner.Date
	language lang.Language
}

// standing is the open study as it stands: the one known already, as long as nothing it depends on has changed.
func (m *Milepost) standing(ctx context.Context) (*standing, error) {
	of := standingOf{store: m.store, revision: m.store.Revision(), today: m.Today(), language: lang.InUse()}
	study, err := m.Current(ctx)
	if err != nil {
		return nil, err
	}
	of.study = study.ID
	if m.known != nil && m.known.of == of {
		return m.known, nil
	}
	l, err := m.load(ctx, study)
	if err != nil {
		return nil, err
	}
	m.known = newStanding(m, of, l)
	return m.known, nil
}

func newStanding(m *Milepost, of standingOf, l loaded) *standing {
	s := &standing{of: of, l: l}
	s.check = sync.OnceValues(func() (planner.Plan, error) { return m.checkFrom(s.loaded()) })
	s.estimate = sync.OnceValues(func() (readiness.Readiness, error) { return m.estimate(s.loaded(), of.today) })
	s.views = sync.OnceValue(func() []SessionView { return sessionViews(l.study, s.loaded().sessions) })
	s.sit = sync.OnceValues(func() (SitView, error) { return m.sitOrPostpone(s) })
	return s
}

// loaded is what is stored, for whoever wants to change it.
func (s *standing) loaded() loaded {
	l := s.l
	l.study = l.study.Clone()
	l.sessions, l.milestones, l.mocks = slices.Clone(l.sessions), slices.Clone(l.milestones), slices.Clone(l.mocks)
	l.sources, l.sittings, l.earlier = slices.Clone(l.sources), slices.Clone(l.sittings), slices.Clone(l.earlier)
	for i := range l.mocks {
		l.mocks[i].Domains = slices.Clone(l.mocks[i].Domains)
	}
	for i := range l.sittings {
		l.sittings[i].Results = slices.Clone(l.sittings[i].Results)
	}
	return l
}

// Foresee works out what the first screen asks of the open study. It may be called on any goroutine before the application is used from its own.
// What goes wrong is told to whoever asks for it then.
func (m *Milepost) Foresee(ctx context.Context) {
	if s, err := m.standing(ctx); err == nil {
		s.views()
		_, _ = s.check()
		_, _ = s.estimate()
	}
}

// ForeseeJob prepares to work out what the other screens will ask of it too. It may be run on any goroutine; what it answers is called on the
// application's own and keeps what was found.
func (m *Milepost) ForeseeJob() func(context.Context) (keep func()) {
	r := m.reader()
	return func(ctx context.Context) func() {
		r.Foresee(ctx)
		if r.known != nil && ctx.Err() == nil {
			_, _ = r.known.sit()
		}
		return func() { m.known = r.known } // if it is out of date by now, the next question finds that
	}
}

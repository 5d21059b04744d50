package data

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"milepost/data/exchange"
	"milepost/planner"
)

// localPrefix begins the keys of settings that belong to this computer. They are not exported, and outlive a restore.
const localPrefix = "local."

// Document is everything in the data file but the undo log and the settings of this computer, all of one moment.
func (s *Store) Document(ctx context.Context) (d exchange.Document, err error) {
	err = s.reading(ctx, "everything", func(q queryer) error {
		d, err = readDocument(ctx, q)
		return err
	})
	return d, err
}

// UnsettledConflicts is how many conflicts nobody has decided on yet.
func (s *Store) UnsettledConflicts(ctx context.Context) (n int, err error) {
	err = s.reading(ctx, "the conflicts", func(q queryer) error {
		return q.QueryRowContext(ctx, "SELECT count(*) FROM conflict WHERE settled = 0").Scan(&n)
	})
	return n, err
}

func readDocument(ctx context.Context, q queryer) (exchange.Document, error) {
	d := exchange.Document{Format: exchange.Format, Content: exchange.Content, Settings: []exchange.Setting{}, Studies: []exchange.Study{}}
	var err error
	if d.Open, err = readOpenStudy(ctx, q); err != nil {
		return d, err
	}
	if d.Settings, err = readSharedSettings(ctx, q); err != nil {
		return d, err
	}
	studies, err := readStudies(ctx, q, "")
	if err != nil {
		return d, err
	}
	created, err := readCreated(ctx, q)
	if err != nil {
		return d, err
	}
	for _, x := range studies {
		s, err := readExchanged(ctx, q, x)
		if err != nil {
			return d, err
		}
		s.Created = created[x.ID]
		d.Studies = append(d.Studies, s)
	}
	slices.SortFunc(d.Studies, func(a, b exchange.Study) int {
		return cmp.Or(cmp.Compare(a.Created, b.Created), cmp.Compare(a.ID, b.ID))
	})
	d.History, err = readHistory(ctx, q)
	return d, err
}

func readSharedSettings(ctx context.Context, q queryer) ([]exchange.Setting, error) {
	out := []exchange.Setting{}
	err := each(ctx, q, func(scan func(...any) error) error {
		var x exchange.Setting
		err := scan(&x.Key, &x.Value)
		if !strings.HasPrefix(x.Key, localPrefix) {
			out = append(out, x)
		}
		return err
	}, "SELECT key, value FROM setting ORDER BY key")
	return out, err
}

// readCreated reads when each study was created.
func readCreated(ctx context.Context, q queryer) (map[string]string, error) {
	created := make(map[string]string)
	err := each(ctx, q, func(scan func(...any) error) error {
		var id, at string
		err := scan(&id, &at)
		created[id] = at
		return err
	}, "SELECT id, created_at FROM study")
	return created, err
}

// readExchanged reads what belongs to a study.
func readExchanged(ctx context.Context, q queryer, study planner.Study) (exchange.Study, error) {
	s := exchange.Study{ID: study.ID, Facts: exchange.FactsOf(study)}
	guess, guessed, err := readGuess(ctx, q, study.ID)
	if guessed {
		s.Guess = &exchange.Guess{Date: guess.Day, Percent: guess.Percent}
	}
	return s, first(err,
		exchanged(&s.Sessions, exchange.SessionOf)(readSessions(ctx, q, study.ID)),
		exchanged(&s.Milestones, exchange.MilestoneOf)(readMilestones(ctx, q, study.ID)),
		exchanged(&s.Mocks, exchange.MockOf)(readMocks(ctx, q, study.ID)),
		exchanged(&s.Sittings, exchange.SittingOf)(readSittings(ctx, q, study.ID)),
		exchanged(&s.Sources, exchange.SourceOf)(readSources(ctx, q, study.ID)),
		exchanged(&s.Forecasts, exchange.ForecastOf)(readForecasts(ctx, q, study.ID)),
		exchanged(&s.MockForecasts, exchange.MockForecastOf)(readMockForecasts(ctx, q, study.ID)),
	)
}

// exchanged makes a function that takes what was read and puts it into a list of the document.
func exchanged[A, B any](list *[]B, write func(A) B) func([]A, error) error {
	return func(read []A, err error) error {
		*list = make([]B, len(read))
		for i, x := range read {
			(*list)[i] = write(x)
		}
		return err
	}
}

func readHistory(ctx context.Context, q queryer) (exchange.History, error) {
	h := exchange.History{Seen: []exchange.Seen{}, Versions: []exchange.Version{}, Conflicts: []exchange.Conflict{}}
	err := each(ctx, q, func(scan func(...any) error) error {
		var x exchange.Seen
		err := scan(&x.Replica, &x.Stamp)
		h.Seen = append(h.Seen, x)
		return err
	}, "SELECT id, seen FROM replica ORDER BY id")
	if err != nil {
		return h, err
	}
	err = each(ctx, q, func(scan func(...any) error) error {
		var v exchange.Version
		err := scan(&v.Study, &v.Kind, &v.ID, &v.Replica, &v.Stamp, &v.Deleted)
		h.Versions = append(h.Versions, v)
		return err
	}, "SELECT "+versionTable.columns()+" FROM version ORDER BY study_id, kind, id")
	if err != nil {
		return h, err
	}
	h.Conflicts, err = readConflicts(ctx, q)
	return h, err
}

func readConflicts(ctx context.Context, q queryer) ([]exchange.Conflict, error) {
	out := []exchange.Conflict{}
	err := each(ctx, q, func(scan func(...any) error) error {
		var c exchange.Conflict
		var lost string
		err := scan(&c.ID, &c.Study, &c.Kind, &c.Record, &c.Kept.Replica, &c.Kept.Stamp, &c.Other.Replica, &c.Other.Stamp, &lost, &c.Settled)
		c.Lost = json.RawMessage(lost)
		out = append(out, c)
		return err
	}, "SELECT "+conflictTable.columns()+" FROM conflict ORDER BY id")
	return out, err
}

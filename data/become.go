package data

import (
	"fmt"
	"reflect"

	"milepost/data/exchange"
)

var (
	seenTable     = table{"replica", []string{"id"}, []string{"seen"}}
	versionTable  = table{"version", []string{"study_id", "kind", "id"}, []string{"replica", "stamp", "deleted"}}
	conflictTable = table{"conflict", []string{"id"}, []string{
		"study_id", "kind", "record", "kept_replica", "kept_stamp", "other_replica", "other_stamp", "lost", "settled",
	}}
)

// become brings the tables from what one document says to what another does. What is the same in both is not touched.
func (t *Tx) become(was, shall exchange.Document) error {
	if err := t.becomeStudies(was.Studies, shall.Studies); err != nil {
		return err
	}
	if was.Open != shall.Open {
		if err := t.SetOpenStudy(shall.Open); err != nil {
			return err
		}
	}
	for _, x := range news(was.Settings, shall.Settings, func(x exchange.Setting) string { return x.Key }) {
		if err := t.SetSetting(x.Key, x.Value); err != nil {
			return err
		}
	}
	return t.becomeHistory(was.History, shall.History)
}

func (t *Tx) becomeStudies(was, shall []exchange.Study) error {
	old, stays := make(map[string]exchange.Study), make(map[string]bool)
	for _, s := range shall {
		stays[s.ID] = true
	}
	for _, s := range was {
		old[s.ID] = s
		if !stays[s.ID] {
			if err := t.DeleteStudy(s.ID); err != nil {
				return err
			}
		}
	}
	for _, s := range shall {
		if err := t.becomeStudy(old[s.ID], s); err != nil {
			return fmt.Errorf("study %q: %w", s.ID, err)
		}
	}
	return nil
}

// becomeStudy brings one study from what it was, the zero Study if it was not there, to what it shall be.
func (t *Tx) becomeStudy(was, shall exchange.Study) error {
	id := shall.ID
	if !reflect.DeepEqual(was.Facts, shall.Facts) || was.Created != shall.Created {
		study, err := shall.Planner()
		if err != nil {
			return err
		}
		if err := t.saveStudyCreated(study, shall.Created); err != nil {
			return err
		}
	}
	if !reflect.DeepEqual(was.Sessions, shall.Sessions) {
		if err := t.ReplaceSessions(id, in(shall.Sessions, exchange.Session.Planner)); err != nil {
			return err
		}
	}
	if !reflect.DeepEqual(was.Milestones, shall.Milestones) {
		if err := t.ReplaceMilestones(id, in(shall.Milestones, exchange.Milestone.Planner)); err != nil {
			return err
		}
	}
	if err := t.becomeRecords(was, shall); err != nil {
		return err
	}
	if err := t.becomeGuess(was, shall); err != nil {
		return err
	}
	return t.becomeDiary(was, shall)
}

// becomeRecords does so for what is kept one by one.
func (t *Tx) becomeRecords(was, shall exchange.Study) error {
	id := shall.ID
	mocks := records[exchange.Mock]{
		func(m exchange.Mock) string { return m.ID },
		func(m exchange.Mock) error { return t.SaveMock(id, m.Planner()) },
		func(gone string) error { return t.DeleteMock(id, gone) },
	}
	sittings := records[exchange.Sitting]{
		func(x exchange.Sitting) string { return x.ID },
		func(x exchange.Sitting) error { return t.SaveSitting(id, x.Planner()) },
		func(gone string) error { return t.DeleteSitting(id, gone) },
	}
	sources := records[exchange.Source]{
		func(x exchange.Source) string { return x.Name },
		func(x exchange.Source) error { return t.SaveSource(id, x.Prior()) },
		func(gone string) error { return t.DeleteSource(id, gone) },
	}
	if err := mocks.become(was.Mocks, shall.Mocks); err != nil {
		return err
	}
	if err := sittings.become(was.Sittings, shall.Sittings); err != nil {
		return err
	}
	return sources.become(was.Sources, shall.Sources)
}

// records say how a kind of record is named, saved and deleted.
type records[T any] struct {
	id     func(T) string
	save   func(T) error
	remove func(id string) error
}

func (r records[T]) become(was, shall []T) error {
	for _, x := range news(shall, was, r.id) { // what has gone makes room first
		if err := r.remove(r.id(x)); err != nil {
			return err
		}
	}
	old := make(map[string]T, len(was))
	for _, x := range was {
		old[r.id(x)] = x
	}
	for _, x := range shall {
		if before, known := old[r.id(x)]; known && reflect.DeepEqual(before, x) {
			continue
		}
		if err := r.save(x); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tx) becomeGuess(was, shall exchange.Study) error {
	switch {
	case shall.Guess != nil:
		return t.SetGuess(shall.ID, guessOf(shall))
	case was.Guess != nil:
		return t.DropGuess(shall.ID)
	}
	return nil
}

// becomeDiary adds forecasts. None ever goes: they are no part of undo either.
func (t *Tx) becomeDiary(was, shall exchange.Study) error {
	for _, f := range news(was.Forecasts, shall.Forecasts, func(f exchange.Forecast) string { return f.Day.String() }) {
		if err := t.KeepForecast(shall.ID, f.Told()); err != nil {
			return err
		}
	}
	for _, f := range news(was.MockForecasts, shall.MockForecasts, func(f exchange.MockForecast) string { return f.Mock }) {
		if err := t.KeepMockForecast(shall.ID, f.Told()); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tx) becomeHistory(was, shall exchange.History) error {
	var seen, versions, conflicts tableChange
	for _, h := range []struct {
		exchange.History
		is func(*tableChange, row)
	}{{was, (*tableChange).was}, {shall, (*tableChange).shall}} {
		for _, x := range h.Seen {
			h.is(&seen, row{x.Replica, x.Stamp})
		}
		for _, v := range h.Versions {
			h.is(&versions, row{v.Study, string(v.Kind), v.ID, v.Replica, v.Stamp, flag(v.Deleted)})
		}
		for _, c := range h.Conflicts {
			h.is(&conflicts, row{
				c.ID, c.Study, string(c.Kind), c.Record, c.Kept.Replica, c.Kept.Stamp, c.Other.Replica, c.Other.Stamp, string(c.Lost), flag(c.Settled),
			})
		}
	}
	return first(seen.write(t, seenTable), versions.write(t, versionTable), conflicts.write(t, conflictTable))
}

// tableChange is a whole table before and after. Of the history nothing is ever removed.
type tableChange struct{ before, after []row }

func (c *tableChange) was(r row)   { c.before = append(c.before, r) }
func (c *tableChange) shall(r row) { c.after = append(c.after, r) }

func (c *tableChange) write(t *Tx, tab table) error {
	old := make(map[string]row, len(c.before))
	for _, r := range c.before {
		old[tab.keyOf(r)] = r
	}
	for _, r := range c.after {
		if err := t.write(tab, old[tab.keyOf(r)], r); err != nil {
			return err
		}
	}
	return nil
}

// news is what of b has a key that nothing of a has.
func news[T any](a, b []T, key func(T) string) (out []T) {
	have := make(map[string]bool, len(a))
	for _, x := range a {
		have[key(x)] = true
	}
	for _, x := range b {
		if !have[key(x)] {
			out = append(out, x)
		}
	}
	return out
}

// in brings a list into other words.
func in[A, B any](list []A, f func(A) B) []B {
	out := make([]B, len(list))
	for i, x := range list {
		out[i] = f(x)
	}
	return out
}

package exchange

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"

	"milepost/planner"
)

// Merge makes one document of two: everything either side has, and of what both changed the later change. Nothing is asked: where
// neither side knew of the other's change, the one that is not kept goes into the history as a [Conflict]. What decides:
//
//   - a change one side knew of when it made its own is superseded by it, whatever the clocks say;
//   - of changes that did not know of each other the later one is kept; but a session that was done stays done, and of two stretches
//     of study done on different days under one ID both stay;
//   - a removed study comes back whole if the other side worked on it without knowing;
//   - a forecast that is written down is never changed; the settings and the open study of ours stay, unless there were none.
//
// It does not matter who merges whose document, or how often: once all have everything of each other, all have the same records.
func Merge(ours, theirs Document) (Document, error) {
	m := merging{ours: newSide(ours), theirs: newSide(theirs), merged: make(map[versionKey]Version), conflicts: make(map[string]Conflict)}
	out := Document{Format: Format, Content: Content, Open: ours.Open, Settings: mergeSettings(ours.Settings, theirs.Settings), Studies: []Study{}}
	for _, id := range m.studyIDs() {
		if s, ok := m.study(id); ok {
			out.Studies = append(out.Studies, s)
		}
	}
	out.sort()
	if len(ours.Studies) == 0 {
		out.Open = theirs.Open
	}
	if !slices.ContainsFunc(out.Studies, func(s Study) bool { return s.ID == out.Open }) {
		out.Open = ""
	}
	out.History = m.history(ours.History, theirs.History)
	if n := len(out.History.Conflicts); n > MaxConflicts {
		return Document{}, &planner.FieldError{Field: "history.conflicts", Reason: fmt.Sprintf("%d changes contradict each other, more than the %d that can be kept", n, MaxConflicts)}
	}
	return out, nil
}

func (d *Document) sort() {
	slices.SortFunc(d.Studies, func(a, b Study) int { return cmp.Or(cmp.Compare(a.Created, b.Created), cmp.Compare(a.ID, b.ID)) })
	slices.SortFunc(d.Settings, func(a, b Setting) int { return cmp.Compare(a.Key, b.Key) })
}

// side is one of the two documents, taken apart.
type side struct {
	studies  map[string]Study
	seen     map[string]int64
	versions map[string][]Version // by study
}

func newSide(d Document) side {
	s := side{make(map[string]Study), make(map[string]int64), make(map[string][]Version)}
	for _, x := range d.Studies {
		s.studies[x.ID] = x
	}
	for _, x := range d.History.Seen {
		s.seen[x.Replica] = x.Stamp
	}
	for _, v := range d.History.Versions {
		s.versions[v.Study] = append(s.versions[v.Study], v)
	}
	return s
}

// knows tells whether a change is part of what this side has.
func (s side) knows(v Stamped) bool { return v.isZero() || v.Stamp <= s.seen[v.Replica] }

// records are the records of a study with their versions, removed ones too.
func (s side) records(id string) recordSet {
	set := make(recordSet)
	if study, ok := s.studies[id]; ok {
		set = study.records()
	}
	for _, v := range s.versions[id] {
		r, there := set[v.key()]
		if !there {
			r = record{key: v.key(), text: []byte("null"), deleted: true}
		}
		r.version = v.Stamped
		set[r.key] = r
	}
	return set
}

// merging is a merge under way.
type merging struct {
	ours, theirs side
	either       recordSet // of the study at hand: what either side has
	merged       map[versionKey]Version
	conflicts    map[string]Conflict
}

// studyIDs are the studies of either side, also those of which nothing but the removal is known.
func (m *merging) studyIDs() []string {
	ids := make(map[string]bool)
	for _, s := range []side{m.ours, m.theirs} {
		for id := range s.studies {
			ids[id] = true
		}
		for id := range s.versions {
			ids[id] = true
		}
	}
	return slices.Sorted(maps.Keys(ids))
}

// study merges a study; false when it is not there afterwards.
func (m *merging) study(id string) (Study, bool) {
	_, here := m.ours.studies[id]
	_, there := m.theirs.studies[id]
	var a, b recordSet
	switch {
	case here && !there:
		a, b = m.settleRemoval(id, m.ours, m.theirs)
	case there && !here:
		b, a = m.settleRemoval(id, m.theirs, m.ours)
	default:
		a, b = m.ours.records(id), m.theirs.records(id)
	}
	set := make(recordSet)
	m.either = union(a, b)
	for _, key := range slices.SortedFunc(maps.Keys(m.either), versionKey.compare) {
		m.resolve(set, a[key], b[key])
	}
	for _, r := range set {
		if r.present() && !r.version.isZero() || r.deleted {
			m.merged[r.key] = Version{Study: r.key.study, Kind: r.key.kind, ID: r.key.id, Stamped: r.version, Deleted: !r.present()}
		}
	}
	if !set[versionKey{id, KindStudy, ""}].present() {
		return Study{}, false
	}
	s := set.study(id)
	s.Forecasts = keepFirst(m.ours.studies[id].Forecasts, m.theirs.studies[id].Forecasts, func(f Forecast) string { return f.Day.String() })
	s.MockForecasts = keepFirst(m.ours.studies[id].MockForecasts, m.theirs.studies[id].MockForecasts, func(f MockForecast) string { return f.Mock })
	s.sort()
	return s, true
}

func (m *merging) history(ours, theirs History) History {
	seen := maps.Clone(m.ours.seen)
	for replica, stamp := range m.theirs.seen {
		seen[replica] = max(seen[replica], stamp)
	}
	out := History{Seen: []Seen{}, Versions: []Version{}, Conflicts: []Conflict{}}
	for _, replica := range slices.Sorted(maps.Keys(seen)) {
		out.Seen = append(out.Seen, Seen{replica, seen[replica]})
	}
	for _, key := range slices.SortedFunc(maps.Keys(m.merged), versionKey.compare) {
		out.Versions = append(out.Versions, m.merged[key])
	}
	for _, c := range slices.Concat(theirs.Conflicts, ours.Conflicts) {
		c.Settled = c.Settled || m.conflicts[c.ID].Settled
		m.conflicts[c.ID] = c
	}
	for _, id := range slices.Sorted(maps.Keys(m.conflicts)) {
		out.Conflicts = append(out.Conflicts, m.conflicts[id])
	}
	return out
}

// keepFirst is everything of a, and what of b has a key that a has not.
func keepFirst[T any](a, b []T, key func(T) string) []T {
	out, have := append([]T{}, a...), make(map[string]bool)
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

func mergeSettings(ours, theirs []Setting) []Setting {
	return keepFirst(ours, theirs, func(s Setting) string { return s.Key })
}

// digest is a short name made of parts; lengths keep neighbouring parts apart.
func digest(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:%s", len(p), p)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

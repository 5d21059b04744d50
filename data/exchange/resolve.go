package exchange

import (
	"bytes"
	"fmt"
	"maps"
	"slices"

	"milepost/planner"
)

// known tells whether a side has ever heard of a record.
func (r record) known() bool { return r.present() || r.deleted }

// resolve puts into set what becomes of a record that ours has as a and theirs as b.
func (m *merging) resolve(set recordSet, a, b record) {
	switch {
	case !b.known():
		set.keep(a)
	case !a.known():
		set.keep(b)
	case a.version == b.version && !a.version.isZero() && a.present() && b.present() && a.key.kind == KindPlan:
		set.keep(inBoth(a, b))
	case bytes.Equal(a.text, b.text):
		a.version = later(a.version, b.version)
		set.keep(a)
	default:
		m.choose(set, a, b)
	}
}

func (set recordSet) keep(r record) { set[r.key] = r }

// choose decides between two states of a record that differ.
func (m *merging) choose(set recordSet, a, b record) {
	oursKnows, theirsKnows := m.ours.knows(b.version), m.theirs.knows(a.version)
	switch {
	case oursKnows && !theirsKnows:
		set.keep(a)
		return
	case theirsKnows && !oursKnows:
		set.keep(b)
		return
	}
	if a.compare(b) < 0 {
		a, b = b, a
	}
	set.keep(a)
	if oursKnows && theirsKnows && !(a.version.isZero() && b.version.isZero()) {
		return // both met before, on another way
	}
	if again, ok := secondStretch(a, b); ok {
		if !m.either[again.key].known() {
			set.keep(again)
		}
		return
	}
	m.conflict(a.key, a.version, b)
}

// secondStretch makes a session of its own out of one that was done under the ID of another: both computers did "the third session
// on this domain", on different days.
func secondStretch(kept, other record) (record, bool) {
	x, ok := other.body.(Session)
	y, also := kept.body.(Session)
	if !ok || !also || x.Status != planner.Done || y.Status != planner.Done || x.Date == y.Date {
		return record{}, false
	}
	x.ID = "s-" + digest(x.ID, fmt.Sprint(other.version), string(other.text))
	set := Study{ID: other.key.study, Sessions: []Session{x}}.records()
	r := set[versionKey{other.key.study, KindSession, x.ID}]
	r.version = other.version
	return r, true
}

// inBoth is the plan of one version as two sides have it: sessions that have become more than planned on either are no longer in it.
func inBoth(a, b record) record {
	x, y := a.body.(Plan), b.body.(Plan)
	also := make(map[string]bool, len(y.Sessions))
	for _, s := range y.Sessions {
		also[s.ID] = true
	}
	a.body = Plan{Sessions: slices.DeleteFunc(slices.Clone(x.Sessions), func(s Session) bool { return !also[s.ID] }), Milestones: x.Milestones}
	return a
}

// conflict notes what was not kept of a record, and the version that was.
func (m *merging) conflict(k versionKey, version Stamped, other record) {
	low, high := version, other.version
	if low.compare(high) > 0 {
		low, high = high, low
	}
	c := Conflict{
		ID:    digest(k.study, string(k.kind), k.id, fmt.Sprint(low, high), string(other.text)),
		Study: k.study, Kind: k.kind, Record: k.id, Kept: version, Other: other.version, Lost: other.text,
	}
	m.conflicts[c.ID] = c
}

// settleRemoval deals with a study that one side has and the other removed. If it was worked on without knowing of the removal, the
// removal is undone: all records of the side that has it are taken for changed as late as the latest of that work. Otherwise the
// removal goes for everything in it. Answered are the records of the side that has it, and of the one that has not.
func (m *merging) settleRemoval(id string, holder, other side) (has, hasNot recordSet) {
	has, hasNot = holder.records(id), other.records(id)
	removal := hasNot[versionKey{id, KindStudy, ""}]
	if !removal.known() {
		return has, hasNot // it never was there
	}
	var latest Stamped
	for _, r := range has {
		if !other.knows(r.version) {
			latest = later(latest, r.version)
		}
	}
	if !latest.isZero() && !holder.knows(removal.version) {
		m.conflict(removal.key, latest, removal)
	}
	for key, r := range has {
		switch {
		case !r.present():
		case latest.isZero():
			delete(has, key)
			if !hasNot[key].known() { // what was never stamped must go with its study too
				hasNot[key] = record{key: key, version: removal.version, text: []byte("null"), deleted: true}
			}
		default:
			r.version = latest
			has[key] = r
			delete(hasNot, key)
		}
	}
	return has, hasNot
}

func union(a, b recordSet) recordSet {
	all := make(recordSet, len(a)+len(b))
	maps.Copy(all, a)
	maps.Copy(all, b)
	return all
}

package exchange

import (
	"cmp"
	"encoding/json"
)

// Format is the number of the shape; it grows when a field is renamed or removed.
const Format = 1

// Content names the document among other JSON files.
const Content = "milepost-everything"

// Document is everything a data file holds. Only the undo log is left out: it belongs to the file, not to the work.
type Document struct {
	Format   int       `json:"format"`
	Content  string    `json:"content"`
	Open     string    `json:"open_study,omitempty"` // ID of the study that is shown
	Settings []Setting `json:"settings"`             // by key; those of one computer alone are left out
	Studies  []Study   `json:"studies"`              // in the order of their creation
	History  History   `json:"history"`
}

// Setting is how the program is set up.
type Setting struct {
	Key   string `json:"key"`
	Value string `json:"value"`
}

// History is what merging needs to know: who changed what, and whose changes are known here.
type History struct {
	Seen      []Seen     `json:"seen"`      // by replica
	Versions  []Version  `json:"versions"`  // by study, kind and ID
	Conflicts []Conflict `json:"conflicts"` // by ID
}

// Seen says that every change a replica made up to a stamp is part of the document. A replica is a data file on one computer; a
// copy that is worked with becomes one of its own.
type Seen struct {
	Replica string `json:"replica"`
	Stamp   int64  `json:"stamp"`
}

// Kind is the sort of thing a version belongs to: the unit that is changed, and in a merge taken, as a whole.
type Kind string

// The kinds of records. A study is its facts, domains and availability. A plan is the milestones of a study with every session that
// is nothing but planned; a session has a version of its own from the moment it is more than that: done, skipped, missed, pinned,
// or added by hand.
const (
	KindStudy   Kind = "study"
	KindPlan    Kind = "plan"
	KindSession Kind = "session"
	KindMock    Kind = "mock"
	KindSitting Kind = "sitting"
	KindSource  Kind = "source"
	KindGuess   Kind = "guess"
)

// Kinds are all kinds of records.
var Kinds = []Kind{KindStudy, KindPlan, KindSession, KindMock, KindSitting, KindSource, KindGuess}

// Stamped names a change: the replica that made it, and when by its clock, in milliseconds since 1970. A replica's stamps only
// grow, and a change is always stamped later than all it knew of, whatever the clock says. The zero Stamped is what was never
// changed since changes are counted.
type Stamped struct {
	Replica string `json:"replica"`
	Stamp   int64  `json:"stamp"`
}

func (s Stamped) isZero() bool { return s == Stamped{} }

// compare orders changes by time, and those of one moment by replica.
func (s Stamped) compare(o Stamped) int {
	return cmp.Or(cmp.Compare(s.Stamp, o.Stamp), cmp.Compare(s.Replica, o.Replica))
}

func later(a, b Stamped) Stamped {
	if a.compare(b) >= 0 {
		return a
	}
	return b
}

// Version is the latest change of a record. A record that was removed keeps its version, so that its removal is known elsewhere.
type Version struct {
	Study string `json:"study"`
	Kind  Kind   `json:"kind"`
	ID    string `json:"id,omitempty"` // of the record within its study; "" where there is one of its kind
	Stamped
	Deleted bool `json:"deleted,omitempty"`
}

// Conflict is a record that was changed on both sides before they met. The later change was kept (of a session, what was done
// rather than what was planned); the other is kept here, so that nothing is lost.
type Conflict struct {
	ID      string          `json:"id"`
	Study   string          `json:"study"`
	Kind    Kind            `json:"kind"`
	Record  string          `json:"record,omitempty"`
	Kept    Stamped         `json:"kept"`
	Other   Stamped         `json:"other"`
	Lost    json.RawMessage `json:"lost"` // the record that was not kept; null if it was removed there
	Settled bool            `json:"settled,omitempty"`
}

// versionKey is what a version is found by.
type versionKey struct {
	study string
	kind  Kind
	id    string
}

func (v Version) key() versionKey { return versionKey{v.Study, v.Kind, v.ID} }

func (k versionKey) compare(o versionKey) int {
	return cmp.Or(cmp.Compare(k.study, o.study), cmp.Compare(k.kind, o.kind), cmp.Compare(k.id, o.id))
}

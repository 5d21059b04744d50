package exchange

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"milepost/planner"
)

// record is a unit of merging as one side has it.
type record struct {
	key     versionKey
	version Stamped // zero: not changed since changes are counted
	body    any     // facts, Plan, Session, Mock, Sitting, Source or Guess; nil: it is not there
	text    []byte  // body as JSON; "null" where there is none
	deleted bool    // it was there and was removed, as far as is noted
}

func (r record) present() bool { return r.body != nil }

// facts are a study without what belongs to it.
type facts struct {
	Created string `json:"created_at"`
	Facts
}

// Plan is what the planner intends: the body of a record of [KindPlan].
type Plan struct {
	Sessions   []Session   `json:"sessions"`
	Milestones []Milestone `json:"milestones"`
}

// recordSet are the records of a study by their key.
type recordSet map[versionKey]record

// recordsOf takes a study apart.
func (s Study) records() recordSet {
	set := make(recordSet)
	put := func(kind Kind, id string, body any) {
		text, err := json.Marshal(body)
		if err != nil { // there is nothing in a record that JSON could not say, but numbers that are none
			text = fmt.Appendf(nil, "%q", err.Error())
		}
		key := versionKey{s.ID, kind, id}
		set[key] = record{key: key, body: body, text: text}
	}
	plan := Plan{Sessions: []Session{}, Milestones: append([]Milestone{}, s.Milestones...)}
	for _, x := range s.Sessions {
		if x.plannedOnly() {
			plan.Sessions = append(plan.Sessions, x)
		} else {
			put(KindSession, x.ID, x)
		}
	}
	put(KindStudy, "", facts{s.Created, s.Facts})
	put(KindPlan, "", plan)
	for _, m := range s.Mocks {
		put(KindMock, m.ID, m)
	}
	for _, x := range s.Sittings {
		put(KindSitting, x.ID, x)
	}
	for _, x := range s.Sources {
		put(KindSource, x.Name, x)
	}
	if s.Guess != nil {
		put(KindGuess, "", *s.Guess)
	}
	return set
}

// study puts a study together again, in the order of the format. Of a session that is planned and more than that, the latter counts.
func (set recordSet) study(id string) Study {
	s := Study{ID: id, Sessions: []Session{}, Milestones: []Milestone{}, Mocks: []Mock{}, Sittings: []Sitting{}, Sources: []Source{}, Forecasts: []Forecast{}, MockForecasts: []MockForecast{}}
	var planned []Session
	own := make(map[string]bool)
	for _, r := range set {
		switch b := r.body.(type) {
		case facts:
			s.Created, s.Facts = b.Created, b.Facts
		case Plan:
			planned, s.Milestones = b.Sessions, b.Milestones
		case Session:
			own[b.ID] = true
			s.Sessions = append(s.Sessions, b)
		case Mock:
			s.Mocks = append(s.Mocks, b)
		case Sitting:
			s.Sittings = append(s.Sittings, b)
		case Source:
			s.Sources = append(s.Sources, b)
		case Guess:
			s.Guess = &b
		}
	}
	for _, x := range planned {
		if !own[x.ID] {
			s.Sessions = append(s.Sessions, x)
		}
	}
	s.sort()
	return s
}

// sort brings the lists of a study into the order of the format.
func (s *Study) sort() {
	slices.SortFunc(s.Sessions, func(a, b Session) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID))
	})
	slices.SortStableFunc(s.Milestones, func(a, b Milestone) int { return a.Date.Compare(b.Date) })
	slices.SortFunc(s.Mocks, func(a, b Mock) int { return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.ID, b.ID)) })
	slices.SortFunc(s.Sittings, func(a, b Sitting) int { return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.ID, b.ID)) })
	slices.SortFunc(s.Sources, func(a, b Source) int { return cmp.Compare(a.Name, b.Name) })
	slices.SortFunc(s.Forecasts, func(a, b Forecast) int { return a.Day.Compare(b.Day) })
	slices.SortFunc(s.MockForecasts, func(a, b MockForecast) int { return cmp.Compare(a.Mock, b.Mock) })
}

// rank orders what may be said of a record on two sides that did not know of each other, before the time of the change does: what
// was done is never given up for what was only planned, missed or removed.
func (r record) rank() int {
	x, ok := r.body.(Session)
	switch {
	case !ok:
		return 0
	case x.Status == planner.Done:
		return 3
	case x.Status == planner.Skipped, x.Status == planner.Missed:
		return 2
	}
	return 1
}

// compare orders two states of a record, the one to be kept last. It is an order of all states there can be, so that it does not
// matter who merges with whom first.
func (r record) compare(o record) int {
	return cmp.Or(cmp.Compare(r.rank(), o.rank()), r.version.compare(o.version), bytes.Compare(r.text, o.text))
}

// decodeBody reads the text of a record again, as a conflict keeps it; nil for "null".
func decodeBody(kind Kind, text []byte) (any, error) {
	if string(text) == "null" {
		return nil, nil
	}
	switch kind {
	case KindStudy:
		return decodeAs[facts](text)
	case KindPlan:
		return decodeAs[Plan](text)
	case KindSession:
		return decodeAs[Session](text)
	case KindMock:
		return decodeAs[Mock](text)
	case KindSitting:
		return decodeAs[Sitting](text)
	case KindSource:
		return decodeAs[Source](text)
	case KindGuess:
		return decodeAs[Guess](text)
	}
	return nil, &planner.FieldError{Field: "kind", Reason: fmt.Sprintf("%.40q is not a kind of record", kind)}
}

func decodeAs[T any](text []byte) (any, error) {
	var body T
	err := decodeStrict(text, &body)
	return body, err
}

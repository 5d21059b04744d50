package exchange

import (
	"bytes"
	"cmp"
	"slices"
)

// Counts are how many records were added, changed and removed.
type Counts struct {
	Added   int `json:"added"`
	Changed int `json:"changed"`
	Removed int `json:"removed"`
}

func (n Counts) any() bool { return n != Counts{} }

// StudyChanges are what a merge does to a study. Every kind is named, "forecast" for the diary.
type StudyChanges struct {
	ID       string            `json:"id"`
	Name     string            `json:"name"`
	Added    bool              `json:"added"`
	Removed  bool              `json:"removed"`
	Records  map[string]Counts `json:"records"` // by kind
	Sessions Counts            `json:"planned"` // sessions that are planned and nothing more
}

// Forecasts is the name of the diary among the kinds: no record that is merged, but something that comes along.
const Forecasts = "forecast"

// Changes are what a merge does to a document.
type Changes struct {
	Studies   []StudyChanges `json:"studies"`  // those with changes, in their order
	Settings  int            `json:"settings"` // taken over
	Conflicts []Conflict     `json:"conflicts"`
}

// None tells whether nothing a person could see would change.
func (c Changes) None() bool { return len(c.Studies) == 0 && c.Settings == 0 && len(c.Conflicts) == 0 }

// ChangesBetween compares a document before and after a merge.
func ChangesBetween(before, after Document) Changes {
	out := Changes{Studies: []StudyChanges{}, Settings: len(after.Settings) - len(before.Settings), Conflicts: []Conflict{}}
	was := newSide(before)
	is := newSide(after)
	for _, s := range after.Studies {
		old, known := was.studies[s.ID]
		if c := changesOf(old, s); c.any() || !known {
			c.Added = !known
			out.Studies = append(out.Studies, c)
		}
	}
	for _, s := range before.Studies {
		if _, stays := is.studies[s.ID]; !stays {
			c := changesOf(s, Study{})
			c.ID, c.Name, c.Removed = s.ID, s.Name, true
			out.Studies = append(out.Studies, c)
		}
	}
	noted := make(map[string]bool)
	for _, c := range before.History.Conflicts {
		noted[c.ID] = true
	}
	for _, c := range after.History.Conflicts {
		if !noted[c.ID] && !c.Settled {
			out.Conflicts = append(out.Conflicts, c)
		}
	}
	slices.SortStableFunc(out.Conflicts, func(a, b Conflict) int { return cmp.Compare(a.Study, b.Study) })
	return out
}

func (c StudyChanges) any() bool {
	for _, n := range c.Records {
		if n.any() {
			return true
		}
	}
	return false
}

// changesOf compares a study before and after; one that is not there is the zero Study.
func changesOf(before, after Study) StudyChanges {
	c := StudyChanges{ID: after.ID, Name: after.Name, Records: make(map[string]Counts)}
	for _, kind := range Kinds {
		c.Records[string(kind)] = Counts{}
	}
	var a, b recordSet
	if before.ID != "" {
		a = before.records()
	}
	if after.ID != "" {
		b = after.records()
	}
	for key := range union(a, b) {
		n := c.Records[string(key.kind)]
		n.count(a[key], b[key])
		c.Records[string(key.kind)] = n
	}
	c.Records[Forecasts] = Counts{Added: len(after.Forecasts) + len(after.MockForecasts) - len(before.Forecasts) - len(before.MockForecasts)}
	if n := c.Records[Forecasts].Added; n < 0 {
		c.Records[Forecasts] = Counts{Removed: -n}
	}
	c.Sessions = plannedChanges(before, after)
	return c
}

func (n *Counts) count(was, is record) {
	switch {
	case !was.present() && is.present():
		n.Added++
	case was.present() && !is.present():
		n.Removed++
	case !bytes.Equal(was.text, is.text):
		n.Changed++
	}
}

func plannedChanges(before, after Study) (n Counts) {
	was := make(map[string]Session)
	for _, s := range before.Sessions {
		if s.plannedOnly() {
			was[s.ID] = s
		}
	}
	for _, s := range after.Sessions {
		if !s.plannedOnly() {
			continue
		}
		old, ok := was[s.ID]
		delete(was, s.ID)
		switch {
		case !ok:
			n.Added++
		case old != s:
			n.Changed++
		}
	}
	n.Removed = len(was)
	return n
}

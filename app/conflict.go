package app

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/data/exchange"
	"milepost/planner"
)

// Conflict is a record that was changed on two computers before they met, as a person is shown it.
type Conflict struct {
	ID    string
	Study string // its name; "" when it is no longer there
	Kind  string
	Title string // what it is about: "Mock of 22 November 2026, Boson ExSim"
	// Here and There say in short what the record is now and what it was on the other side; "" when it is or was removed there.
	Here, There string
	// Differences are the fields in which the two differ, in a fixed order.
	Differences []Difference
	// At is when what was not kept was changed, by the clock of that computer; zero when that is not known.
	At time.Time
}

// Difference is a field with its value here and there.
type Difference struct {
	Field, Here, There string
}

func conflictsIn(d exchange.Document) []Conflict {
	out := []Conflict{}
	for _, c := range d.History.Conflicts {
		if !c.Settled {
			out = append(out, conflictOf(d, c))
		}
	}
	slices.SortStableFunc(out, func(a, b Conflict) int { return cmp.Or(cmp.Compare(a.Study, b.Study), cmp.Compare(a.Title, b.Title)) })
	return out
}

func conflictOf(d exchange.Document, c exchange.Conflict) Conflict {
	out := Conflict{ID: c.ID, Kind: string(c.Kind)}
	names := make(map[string]string)
	for _, s := range d.Studies {
		if s.ID == c.Study {
			out.Study = s.Name
			for _, domain := range s.Domains {
				names[domain.ID] = domain.Name
			}
		}
	}
	if c.Other.Stamp > 0 {
		out.At = time.UnixMilli(c.Other.Stamp)
	}
	here, there := d.Current(c), []byte(c.Lost)
	out.Here, out.There = describe(c.Kind, here), describe(c.Kind, there)
	out.Title = titleOf(c, here, there, names)
	if c.Kind != exchange.KindPlan && out.Here != "" && out.There != "" {
		out.Differences = differences(here, there, names)
	}
	return out
}

// titleOf names the record by its state here, or there where it is gone here.
func titleOf(c exchange.Conflict, here, there []byte, names map[string]string) string {
	text := here
	if string(text) == "null" {
		text = there
	}
	switch c.Kind {
	case exchange.KindStudy:
		return lang.T("The study: dates, hours and domains")
	case exchange.KindPlan:
		return lang.T("The plan")
	case exchange.KindGuess:
		return lang.T("The guess of the next mock")
	case exchange.KindSource:
		return lang.T("Source %s", c.Record)
	case exchange.KindSession:
		x := read[exchange.Session](text)
		title := lang.T("Session of %s, %s", phrase.Date(x.Date), strings.ToLower(phrase.Activity(x.Activity)))
		if x.Domain != "" {
			title += " " + cmp.Or(names[x.Domain], x.Domain)
		}
		return title
	case exchange.KindMock:
		x := read[exchange.Mock](text)
		return lang.T("Mock of %s, %s", phrase.Date(x.Date), x.Source)
	case exchange.KindSitting:
		return lang.T("Sitting of %s", phrase.Date(read[exchange.Sitting](text).Date))
	}
	return string(c.Kind)
}

// describe says in a few words what a record is; "" for one that is not there.
func describe(kind exchange.Kind, text []byte) string {
	if string(text) == "null" {
		return ""
	}
	switch kind {
	case exchange.KindStudy:
		x := read[exchange.Facts](text)
		return lang.T("%s, exam on %s", x.Name, phrase.Date(x.ExamDate))
	case exchange.KindPlan:
		x := read[exchange.Plan](text)
		return lang.N(len(x.Sessions), "%d planned session", "%d planned sessions", len(x.Sessions)) + ", " + lang.N(len(x.Milestones), "%d milestone", "%d milestones", len(x.Milestones))
	case exchange.KindSession:
		return describeSession(read[exchange.Session](text))
	case exchange.KindMock:
		return describeMock(read[exchange.Mock](text))
	case exchange.KindSitting:
		if read[exchange.Sitting](text).Passed {
			return lang.T("passed")
		}
		return lang.T("failed")
	case exchange.KindSource:
		x := read[exchange.Source](text)
		if x.Offset == nil {
			return lang.T("difficulty learned from results")
		}
		return lang.T("difficulty set by hand (%s)", fmt.Sprintf("%+.2f", *x.Offset))
	case exchange.KindGuess:
		return lang.T("%.0f%%", read[exchange.Guess](text).Percent)
	}
	return ""
}

func describeSession(x exchange.Session) string {
	words := lang.Said(string(x.Status))
	if x.Status == planner.Done {
		words += ", " + phrase.Duration(x.DoneMinutes)
	}
	return lang.T("%s on %s", words, phrase.Date(x.Date))
}

func describeMock(x exchange.Mock) string {
	if x.Percent != nil {
		return lang.T("%.0f%%", *x.Percent)
	}
	return lang.T("%d of %d right", x.Correct, x.Total)
}

// read takes apart a record that was checked when it came in; what cannot be read is shown as nothing.
func read[T any](text []byte) (x T) {
	_ = json.Unmarshal(text, &x)
	return x
}

// maxDifferences bounds the list a person has to read.
const maxDifferences = 12

// differences compares two records field by field. Parts of a list are named by what they are, not by their place.
func differences(here, there []byte, names map[string]string) []Difference {
	a, b := make(map[string]string), make(map[string]string)
	flatten(a, "", read[any](here), names)
	flatten(b, "", read[any](there), names)
	all := maps.Clone(a)
	maps.Copy(all, b)
	out := []Difference{}
	for _, field := range slices.Sorted(maps.Keys(all)) {
		if a[field] != b[field] {
			out = append(out, Difference{field, a[field], b[field]})
		}
	}
	if more := len(out) - maxDifferences; more > 0 {
		out = append(out[:maxDifferences], Difference{Field: lang.T("and %d more", more)})
	}
	return out
}

func flatten(into map[string]string, field string, v any, names map[string]string) {
	switch x := v.(type) {
	case map[string]any:
		for key, inner := range x {
			flatten(into, join(field, strings.ReplaceAll(key, "_", " ")), inner, names)
		}
	case []any:
		for i, inner := range x {
			flatten(into, join(field, partName(inner, i, names)), inner, names)
		}
	case nil:
	case float64:
		into[field] = strconv.FormatFloat(x, 'g', -1, 64)
	default:
		into[field] = fmt.Sprint(x)
	}
}

// partName is what a part of a list is called: by its ID or day, else by its number.
func partName(v any, i int, names map[string]string) string {
	if part, ok := v.(map[string]any); ok {
		for _, key := range []string{"id", "domain", "date", "first"} {
			if id, ok := part[key].(string); ok {
				return cmp.Or(names[id], id)
			}
		}
	}
	return strconv.Itoa(i + 1)
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + ", " + b
}

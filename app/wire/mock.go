package wire

import (
	"fmt"
	"math"
	"slices"

	"milepost/planner"
)

// Mock is a mock in a file. Without counts, percent is used; with total it says how many were correct.
type Mock struct {
	ID           string                 `json:"id,omitempty"`
	Date         string                 `json:"date"`
	Source       string                 `json:"source"`
	Official     bool                   `json:"official,omitempty"`
	Timed        *bool                  `json:"timed,omitempty"`
	FirstAttempt *bool                  `json:"first_attempt,omitempty"`
	Minutes      int                    `json:"minutes,omitempty"`
	Correct      *int                   `json:"correct,omitempty"`
	Total        *int                   `json:"total,omitempty"`
	Percent      *float64               `json:"percent,omitempty"`
	Domains      map[string]DomainScore `json:"domains,omitempty"`
	Guess        *float64               `json:"guess,omitempty"`
	Note         string                 `json:"note,omitempty"`
}

// DomainScore is correct of total in one domain.
type DomainScore struct {
	Correct int `json:"correct"`
	Total   int `json:"total"`
}

// EncodeMock writes a stored mock, with its counts in all.
func EncodeMock(m planner.Mock) Mock {
	correct, total := m.Counts()
	out := Mock{
		ID: m.ID, Date: m.Date.String(), Source: m.Source, Official: m.Official, Timed: &m.Timed, FirstAttempt: &m.FirstAttempt,
		Minutes: m.Minutes, Note: m.Note,
	}
	if total > 0 {
		out.Correct, out.Total = &correct, &total
	}
	if m.HasPercent {
		out.Percent = &m.Percent
	}
	if m.HasGuess {
		out.Guess = &m.Guess
	}
	if len(m.Domains) > 0 {
		out.Domains = make(map[string]DomainScore, len(m.Domains))
		for _, d := range m.Domains {
			out.Domains[d.Domain] = DomainScore{d.Correct, d.Total}
		}
	}
	return out
}

func decodeMocks(in []Mock) ([]planner.Mock, error) {
	var out []planner.Mock
	for i, m := range in {
		mk, err := m.mock()
		if err != nil {
			return nil, planner.Under(fmt.Sprintf("mocks[%d]", i), err)
		}
		out = append(out, mk)
	}
	return out, nil
}

// mock turns a file's mock into planner's. A mock is taken as timed and as a first attempt unless it says otherwise.
func (m Mock) mock() (planner.Mock, error) {
	d, err := parseDate("date", m.Date)
	if err != nil {
		return planner.Mock{}, err
	}
	out := planner.Mock{
		ID: m.ID, Date: d, Source: m.Source, Official: m.Official, Minutes: m.Minutes, Note: m.Note,
		Timed: m.Timed == nil || *m.Timed, FirstAttempt: m.FirstAttempt == nil || *m.FirstAttempt,
	}
	if m.Correct == nil && m.Total != nil && m.Percent != nil {
		correct := int(math.Round(*m.Percent / 100 * float64(*m.Total)))
		m.Correct = &correct
	}
	if (m.Correct == nil) != (m.Total == nil) {
		return out, &planner.FieldError{Field: "total", Reason: "correct and total go together"}
	}
	if m.Correct != nil {
		if *m.Total <= 0 {
			return out, &planner.FieldError{Field: "total", Reason: fmt.Sprintf("the number of questions must be above zero (got %d)", *m.Total)}
		}
		out.Correct, out.Total = *m.Correct, *m.Total
	}
	if m.Percent != nil {
		out.Percent, out.HasPercent = *m.Percent, true
	}
	if m.Guess != nil {
		out.Guess, out.HasGuess = *m.Guess, true
	}
	ids := make([]string, 0, len(m.Domains))
	for id := range m.Domains {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		out.Domains = append(out.Domains, planner.DomainScore{Domain: id, Correct: m.Domains[id].Correct, Total: m.Domains[id].Total})
	}
	return out, nil
}

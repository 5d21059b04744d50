package wire

import (
	"encoding/json"
	"fmt"

	"milepost/planner"
)

// Sitting is a time the exam was sat. A domain's result is "above", "near" or "below" the standard, or a percentage.
type Sitting struct {
	ID      string                     `json:"id,omitempty"`
	Date    string                     `json:"date"`
	Passed  bool                       `json:"passed"`
	Domains map[string]json.RawMessage `json:"domains,omitempty"`
	Note    string                     `json:"note,omitempty"`
}

// RetakeRule is what a vendor asks between sittings.
type RetakeRule struct {
	WaitDays   []int  `json:"wait_days,omitempty"`
	Attempts   int    `json:"attempts,omitempty"`
	WithinDays int    `json:"within_days,omitempty"`
	Notes      string `json:"notes,omitempty"`
}

// Rule is the planner's form of it.
func (r RetakeRule) Rule() planner.RetakeRule {
	return planner.RetakeRule{WaitDays: r.WaitDays, Attempts: r.Attempts, WithinDays: r.WithinDays, Notes: r.Notes}
}

// EncodeSitting writes a sitting.
func EncodeSitting(s planner.Sitting) Sitting {
	out := Sitting{ID: s.ID, Date: s.Date.String(), Passed: s.Passed, Note: s.Note}
	for _, r := range s.Results {
		if out.Domains == nil {
			out.Domains = map[string]json.RawMessage{}
		}
		value := json.RawMessage(fmt.Sprintf("%q", string(r.Band)))
		if r.HasPercent {
			value = json.RawMessage(fmt.Sprintf("%g", r.Percent))
		}
		out.Domains[r.Domain] = value
	}
	return out
}

// EncodeSittings writes a list, never null.
func EncodeSittings(in []planner.Sitting) []Sitting {
	out := make([]Sitting, 0, len(in))
	for _, s := range in {
		out = append(out, EncodeSitting(s))
	}
	return out
}

// decodeSittings reads sittings; what they say is checked by the planner. Domains come in the order of the study, whatever their order in the file.
func decodeSittings(in []Sitting, domains []planner.StudyDomain) ([]planner.Sitting, error) {
	var out []planner.Sitting
	for i, w := range in {
		s, err := w.sitting(domains)
		if err != nil {
			return nil, planner.Under(fmt.Sprintf("sittings[%d]", i), err)
		}
		out = append(out, s)
	}
	return out, nil
}

func (w Sitting) sitting(domains []planner.StudyDomain) (planner.Sitting, error) {
	day, err := parseDate("date", w.Date)
	if err != nil {
		return planner.Sitting{}, err
	}
	out := planner.Sitting{ID: w.ID, Date: day, Passed: w.Passed, Note: w.Note}
	known := 0
	for _, d := range domains {
		raw, ok := w.Domains[d.ID]
		if !ok {
			continue
		}
		known++
		r := planner.DomainResult{Domain: d.ID}
		switch {
		case string(raw) != "null" && json.Unmarshal(raw, &r.Percent) == nil:
			r.HasPercent = true
		case string(raw) == "null" || json.Unmarshal(raw, &r.Band) != nil:
			return out, &planner.FieldError{Field: "domains." + d.ID, Reason: "give above, near, below or a percentage"}
		}
		out.Results = append(out.Results, r)
	}
	if known < len(w.Domains) {
		for _, id := range sortedKeys(w.Domains) {
			if !hasDomain(domains, id) {
				return out, &planner.FieldError{Field: "domains." + id, Reason: "the study has no such domain"}
			}
		}
	}
	return out, nil
}

func hasDomain(domains []planner.StudyDomain, id string) bool {
	return planner.Study{Domains: domains}.DomainIndex(id) >= 0
}

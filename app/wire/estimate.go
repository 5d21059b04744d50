package wire

import (
	"fmt"
	"slices"

	"milepost/planner"
	"milepost/planner/readiness"
)

// EstimateRequest is the request of `milepost estimate`.
type EstimateRequest struct {
	Format         *int              `json:"format"`
	AsOf           string            `json:"as_of"`
	ExamDate       string            `json:"exam_date"`
	PassLine       *float64          `json:"pass_line"`
	ScaledPassMark bool              `json:"scaled_pass_mark"`
	Domains        []EstimateDomain  `json:"domains"`
	Questions      *int              `json:"questions"`
	Options        *int              `json:"options"`
	Mocks          []Mock            `json:"mocks"`
	Sources        []Source          `json:"sources"`
	WeeklyMinutes  *int              `json:"weekly_minutes"`
	LastStudied    map[string]string `json:"last_studied"`
	Always         bool              `json:"always"`
}

// EstimateDomain is a domain of an estimate request.
type EstimateDomain struct {
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Weight *float64 `json:"weight"`
}

// Source is what is known of a source beforehand.
type Source struct {
	Name     string   `json:"name"`
	Official bool     `json:"official,omitempty"`
	Offset   *float64 `json:"offset,omitempty"`
	OffsetSD *float64 `json:"offset_sd,omitempty"`
}

// DefaultOffsetSD is taken for a source whose offset is given without its standard deviation: known, but not to the point.
const DefaultOffsetSD = 0.20

// Prior turns a source of a file into readiness's.
func (s Source) Prior() readiness.SourcePrior {
	out := readiness.SourcePrior{Name: s.Name, Official: s.Official}
	if s.Offset != nil {
		out.Offset, out.OffsetSD, out.HasOffset = *s.Offset, DefaultOffsetSD, true
	}
	if s.OffsetSD != nil {
		out.OffsetSD, out.HasOffset = *s.OffsetSD, true
	}
	return out
}

// DecodeEstimate reads an estimate request. Errors name the field.
func DecodeEstimate(b []byte) (readiness.Input, error) {
	var r EstimateRequest
	if err := decodeStrict(b, &r); err != nil {
		return readiness.Input{}, err
	}
	if err := checkFormat(r.Format); err != nil {
		return readiness.Input{}, err
	}
	in := readiness.Input{ScaledPassMark: r.ScaledPassMark, Always: r.Always}
	var err error
	if in.AsOf, err = parseDate("as_of", r.AsOf); err != nil {
		return in, err
	}
	if in.ExamDate, err = parseDate("exam_date", r.ExamDate); err != nil {
		return in, err
	}
	if r.Mocks == nil {
		return in, &planner.FieldError{Field: "mocks", Reason: "a list of mocks is needed; it may be empty"}
	}
	if in.Mocks, err = decodeMocks(r.Mocks); err != nil {
		return in, err
	}
	if err := r.domains(&in); err != nil {
		return in, err
	}
	for _, s := range r.Sources {
		in.Sources = append(in.Sources, s.Prior())
	}
	return in, r.figures(&in)
}

func (r EstimateRequest) domains(in *readiness.Input) error {
	for i, d := range r.Domains {
		if d.Weight == nil {
			return &planner.FieldError{Field: fmt.Sprintf("domains[%d].weight", i), Reason: "a weight is needed"}
		}
		in.Domains = append(in.Domains, planner.Domain{ID: d.ID, Name: d.Name, Weight: *d.Weight})
	}
	ids := make([]string, 0, len(r.LastStudied))
	for id := range r.LastStudied {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		d, err := parseDate("last_studied."+id, r.LastStudied[id])
		if err != nil {
			return err
		}
		in.LastStudied = append(in.LastStudied, readiness.LastStudied{Domain: id, Date: d})
	}
	return nil
}

func (r EstimateRequest) figures(in *readiness.Input) error {
	if r.PassLine != nil {
		if *r.PassLine <= 0 || *r.PassLine > 1 {
			return &planner.FieldError{Field: "pass_line", Reason: fmt.Sprintf("%v is not a share above 0 and up to 1", *r.PassLine)}
		}
		in.PassLine = *r.PassLine
	}
	ints := []struct {
		field string
		from  *int
		to    *int
	}{{"questions", r.Questions, &in.Questions}, {"options", r.Options, &in.Options}}
	for _, f := range ints {
		if f.from == nil {
			continue
		}
		if *f.from <= 0 {
			return &planner.FieldError{Field: f.field, Reason: fmt.Sprintf("%d is out of range; it must be above zero", *f.from)}
		}
		*f.to = *f.from
	}
	if r.WeeklyMinutes != nil {
		if *r.WeeklyMinutes < 0 || *r.WeeklyMinutes > 7*planner.MaxDayMinutes {
			return &planner.FieldError{Field: "weekly_minutes", Reason: fmt.Sprintf("%d is out of range (0 to %d)", *r.WeeklyMinutes, 7*planner.MaxDayMinutes)}
		}
		in.WeeklyMinutes, in.HasWeeklyMinutes = *r.WeeklyMinutes, true
	}
	return nil
}

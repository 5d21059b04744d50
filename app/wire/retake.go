package wire

import "milepost/planner"

// RetakeAnswer is the answer of `milepost retake`.
type RetakeAnswer struct {
	Format    int          `json:"format"`
	NotBefore *string      `json:"not_before"`
	Why       string       `json:"why"`
	Sittings  []Sitting    `json:"sittings"`
	Dates     []RetakeDate `json:"dates"`
	Study     *string      `json:"study"` // ID of the study that was made, with --apply
}

// RetakeDate is a day worth considering, with what a plan for it would bring.
type RetakeDate struct {
	Date           string  `json:"date"`
	Verdict        string  `json:"verdict"`
	CushionMinutes int     `json:"cushion_minutes"`
	ExpectedScore  float64 `json:"expected_score"`
}

// EncodeRetake writes what there is to know about another sitting; a zero study is none.
func EncodeRetake(notBefore planner.Date, why string, sittings []planner.Sitting, dates []planner.RetakeDate, made planner.Study) RetakeAnswer {
	out := RetakeAnswer{Format: Format, NotBefore: dateOrNull(notBefore), Why: why, Sittings: EncodeSittings(sittings), Dates: []RetakeDate{}}
	for _, d := range dates {
		out.Dates = append(out.Dates, RetakeDate{d.Date.String(), string(d.Plan.Verdict), d.Plan.CushionMinutes, d.Plan.ExpectedScore})
	}
	if made.ID != "" {
		out.Study = &made.ID
	}
	return out
}

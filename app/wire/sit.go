package wire

import "milepost/planner"

// ReadinessAnswer is the answer of `milepost readiness`: that of estimate, and what sitting the exam later would bring.
type ReadinessAnswer struct {
	EstimateAnswer
	Dates    []SitDate `json:"dates"`
	IfFailed *string   `json:"if_failed_not_before"`
}

// SitDate is a date of the exam with what is to be expected there.
type SitDate struct {
	Date           string  `json:"date"`
	Pass           float64 `json:"pass"`
	Median         float64 `json:"median"`
	Low            float64 `json:"low"`
	High           float64 `json:"high"`
	Verdict        string  `json:"verdict"`
	CushionMinutes int     `json:"cushion_minutes"`
}

// EncodeReadiness adds dates to an estimate; dates are never null.
func EncodeReadiness(e EstimateAnswer, dates []SitDate, ifFailed planner.Date) ReadinessAnswer {
	if dates == nil {
		dates = []SitDate{}
	}
	return ReadinessAnswer{EstimateAnswer: e, Dates: dates, IfFailed: dateOrNull(ifFailed)}
}

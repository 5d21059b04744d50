package wire

import (
	"milepost/planner/readiness"
)

// EstimateAnswer is the answer of `milepost estimate` and of `milepost readiness --json`.
type EstimateAnswer struct {
	Format   int              `json:"format"`
	Enough   bool             `json:"enough"`
	Missing  []string         `json:"missing"`
	Score    Range            `json:"score"`
	ExamDay  Range            `json:"exam_day"`
	Pass     *Pass            `json:"pass"`
	Domains  []DomainEstimate `json:"domains"`
	Sources  []SourceEstimate `json:"sources"`
	Series   []Point          `json:"series"`
	Forecast []Point          `json:"forecast"`
	NextBest []NextBest       `json:"next_best"`
	Tells    []NextEvidence   `json:"next_evidence"`
	Evidence Evidence         `json:"evidence"`
	Notices  []Notice         `json:"notices"`
}

// Range is a median with the bounds of its middle Level share.
type Range struct {
	Median float64 `json:"median"`
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
	Level  float64 `json:"level"`
}

// Pass is the chance of passing, unrounded.
type Pass struct {
	Today   float64 `json:"today"`
	ExamDay float64 `json:"exam_day"`
	Word    string  `json:"word"`
}

// DomainEstimate is the level in one domain.
type DomainEstimate struct {
	ID            string  `json:"id"`
	Median        float64 `json:"median"`
	Low           float64 `json:"low"`
	High          float64 `json:"high"`
	Questions     int     `json:"questions"`
	Lowest        float64 `json:"lowest"`
	BelowPassLine float64 `json:"below_pass_line"`
}

// SourceEstimate is the learned difficulty of a source in log-odds.
type SourceEstimate struct {
	Name     string  `json:"name"`
	Offset   float64 `json:"offset"`
	Low      float64 `json:"low"`
	High     float64 `json:"high"`
	Mocks    int     `json:"mocks"`
	Official bool    `json:"official"`
}

// Point is a level on a day.
type Point struct {
	Date   string  `json:"date"`
	Median float64 `json:"median"`
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
}

// NextBest is what an hour in a domain adds.
type NextBest struct {
	Domain          string  `json:"domain"`
	PassGainPerHour float64 `json:"pass_gain_per_hour"`
	Reason          string  `json:"reason"`
}

// NextEvidence is a mock or quiz one could take, and by how much it would narrow the 90 % range of the exam score and that of its domain.
type NextEvidence struct {
	Kind          string  `json:"kind"`   // "mock" or "quiz"
	Source        *string `json:"source"` // null: one not used yet
	Official      bool    `json:"official"`
	Domain        *string `json:"domain"` // of a quiz
	Questions     int     `json:"questions"`
	Narrows       float64 `json:"narrows"`
	DomainNarrows float64 `json:"domain_narrows"`
	Reason        string  `json:"reason"`
}

// Evidence is what the estimate rests on.
type Evidence struct {
	Mocks     int     `json:"mocks"`
	Questions int     `json:"questions"`
	Sources   int     `json:"sources"`
	Last      *string `json:"last"`
}

// EncodeEstimate writes an estimate. Without a forecast, pass and forecast are null.
func EncodeEstimate(r readiness.Readiness) EstimateAnswer {
	out := EstimateAnswer{
		Format: Format, Enough: r.Enough, Missing: orEmpty(r.Missing), Score: encodeRange(r.Score), ExamDay: encodeRange(r.ExamDay),
		Domains: []DomainEstimate{}, Sources: []SourceEstimate{}, Series: encodePoints(r.Series), NextBest: []NextBest{}, Tells: []NextEvidence{},
		Evidence: Evidence{Mocks: r.Evidence.Mocks, Questions: r.Evidence.Questions, Sources: r.Evidence.Sources},
	}
	out.Notices = encodeNotices(r.Notices)
	if !r.Evidence.Last.IsZero() {
		last := r.Evidence.Last.String()
		out.Evidence.Last = &last
	}
	if r.HasForecast {
		out.Pass = &Pass{r.Pass.Today, r.Pass.ExamDay, r.Pass.Word}
		out.Forecast = encodePoints(r.Forecast)
	}
	for _, d := range r.Domains {
		out.Domains = append(out.Domains, DomainEstimate{d.Domain, d.Median, d.Low, d.High, d.Questions, d.Lowest, d.BelowPassLine})
	}
	for _, s := range r.Sources {
		out.Sources = append(out.Sources, SourceEstimate{s.Name, s.Offset, s.Low, s.High, s.Mocks, s.Official})
	}
	for _, n := range r.NextBest {
		out.NextBest = append(out.NextBest, NextBest{n.Domain, n.PassGainPerHour, n.Reason})
	}
	for _, e := range r.NextEvidence {
		out.Tells = append(out.Tells, NextEvidence{string(e.Kind), orNull(e.Source), e.Official, orNull(e.Domain), e.Questions, e.Narrows, e.DomainNarrows, e.Reason})
	}
	return out
}

// orNull is null for an empty text.
func orNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

func encodeRange(r readiness.Range) Range { return Range{r.Median, r.Low, r.High, r.Level} }

func encodePoints(in []readiness.Point) []Point {
	out := make([]Point, 0, len(in))
	for _, p := range in {
		out = append(out, Point{p.Date.String(), p.Median, p.Low, p.High})
	}
	return out
}

// orEmpty makes a list that is written as [] and never as null.
func orEmpty(in []string) []string {
	if in == nil {
		return []string{}
	}
	return in
}

package exchange

import (
	"milepost/planner"
	"milepost/planner/readiness"
)

// Session is a stretch of study on a day.
type Session struct {
	ID          string           `json:"id"`
	Date        planner.Date     `json:"date"`
	Order       int              `json:"order"`
	Domain      string           `json:"domain,omitempty"`
	Activity    planner.Activity `json:"activity"`
	Minutes     int              `json:"minutes"`
	Status      planner.Status   `json:"status"`
	DoneMinutes int              `json:"done_minutes,omitempty"`
	Pinned      bool             `json:"pinned,omitempty"`
	ByHand      bool             `json:"by_hand,omitempty"`
	Stage       planner.Stage    `json:"stage,omitempty"`
	Reason      string           `json:"reason,omitempty"`
	Note        string           `json:"note,omitempty"`
}

// SessionOf writes a session down.
func SessionOf(s planner.Session) Session {
	return Session{s.ID, s.Date, s.Order, s.Domain, s.Activity, s.Minutes, s.Status, s.DoneMinutes, s.Pinned, s.ByHand, s.Stage, s.Reason, s.Note}
}

// Planner is the session in the planner's words.
func (s Session) Planner() planner.Session {
	return planner.Session{
		ID: s.ID, Date: s.Date, Order: s.Order, Domain: s.Domain, Activity: s.Activity, Minutes: s.Minutes, Pinned: s.Pinned,
		Status: s.Status, DoneMinutes: s.DoneMinutes, Stage: s.Stage, Reason: s.Reason, Note: s.Note, ByHand: s.ByHand,
	}
}

// plannedOnly tells a session that is nothing but the planner's intention: not done, missed or skipped, not pinned, not added by hand.
func (s Session) plannedOnly() bool { return s.Status == planner.Planned && !s.Pinned && !s.ByHand }

// Milestone is a dated goal of the plan.
type Milestone struct {
	ID           string       `json:"id"`
	Name         string       `json:"name"`
	Date         planner.Date `json:"date"`
	SlackMinutes int          `json:"slack_minutes"`
	Met          bool         `json:"met,omitempty"`
}

// MilestoneOf writes a milestone down.
func MilestoneOf(m planner.Milestone) Milestone {
	return Milestone{m.ID, m.Name, m.Date, m.SlackMinutes, m.Met}
}

// Planner is the milestone in the planner's words.
func (m Milestone) Planner() planner.Milestone {
	return planner.Milestone{ID: m.ID, Name: m.Name, Date: m.Date, SlackMinutes: m.SlackMinutes, Met: m.Met}
}

// Mock is a mock-exam result.
type Mock struct {
	ID           string        `json:"id"`
	Date         planner.Date  `json:"date"`
	Source       string        `json:"source"`
	Official     bool          `json:"official,omitempty"`
	Timed        bool          `json:"timed"`
	FirstAttempt bool          `json:"first_attempt"`
	Minutes      int           `json:"minutes,omitempty"`
	Correct      int           `json:"correct,omitempty"`
	Total        int           `json:"total,omitempty"`
	Percent      *float64      `json:"percent,omitempty"`
	Domains      []DomainScore `json:"domains"`
	Guess        *float64      `json:"guess,omitempty"` // percent expected before
	Note         string        `json:"note,omitempty"`
}

// DomainScore is the part of a mock that belongs to one domain.
type DomainScore struct {
	Domain  string `json:"domain"`
	Correct int    `json:"correct"`
	Total   int    `json:"total"`
}

// MockOf writes a mock down.
func MockOf(m planner.Mock) Mock {
	out := Mock{
		ID: m.ID, Date: m.Date, Source: m.Source, Official: m.Official, Timed: m.Timed, FirstAttempt: m.FirstAttempt, Minutes: m.Minutes,
		Correct: m.Correct, Total: m.Total, Percent: given(m.Percent, m.HasPercent), Domains: []DomainScore{}, Guess: given(m.Guess, m.HasGuess), Note: m.Note,
	}
	for _, d := range m.Domains {
		out.Domains = append(out.Domains, DomainScore(d))
	}
	return out
}

// Planner is the mock in the planner's words.
func (m Mock) Planner() planner.Mock {
	out := planner.Mock{
		ID: m.ID, Date: m.Date, Source: m.Source, Official: m.Official, Timed: m.Timed, FirstAttempt: m.FirstAttempt, Minutes: m.Minutes,
		Correct: m.Correct, Total: m.Total, Note: m.Note,
	}
	out.Percent, out.HasPercent = value(m.Percent)
	out.Guess, out.HasGuess = value(m.Guess)
	for _, d := range m.Domains {
		out.Domains = append(out.Domains, planner.DomainScore(d))
	}
	return out
}

// Sitting is a time the exam was sat.
type Sitting struct {
	ID      string         `json:"id"`
	Date    planner.Date   `json:"date"`
	Passed  bool           `json:"passed"`
	Domains []DomainResult `json:"domains"`
	Note    string         `json:"note,omitempty"`
}

// DomainResult is what the score report says of a domain: a band, or a percentage.
type DomainResult struct {
	Domain  string       `json:"domain"`
	Band    planner.Band `json:"band,omitempty"`
	Percent *float64     `json:"percent,omitempty"`
}

// SittingOf writes a sitting down.
func SittingOf(s planner.Sitting) Sitting {
	out := Sitting{ID: s.ID, Date: s.Date, Passed: s.Passed, Domains: []DomainResult{}, Note: s.Note}
	for _, r := range s.Results {
		out.Domains = append(out.Domains, DomainResult{r.Domain, r.Band, given(r.Percent, r.HasPercent)})
	}
	return out
}

// Planner is the sitting in the planner's words.
func (s Sitting) Planner() planner.Sitting {
	out := planner.Sitting{ID: s.ID, Date: s.Date, Passed: s.Passed, Note: s.Note}
	for _, r := range s.Domains {
		x := planner.DomainResult{Domain: r.Domain, Band: r.Band}
		x.Percent, x.HasPercent = value(r.Percent)
		out.Results = append(out.Results, x)
	}
	return out
}

// Source is what is known of a source of questions by hand. The offset is in log-odds.
type Source struct {
	Name     string   `json:"name"`
	Official bool     `json:"official,omitempty"`
	Offset   *float64 `json:"offset,omitempty"`
	OffsetSD *float64 `json:"offset_sd,omitempty"`
}

// SourceOf writes a source down.
func SourceOf(p readiness.SourcePrior) Source {
	return Source{p.Name, p.Official, given(p.Offset, p.HasOffset), given(p.OffsetSD, p.HasOffset)}
}

// Prior is the source in the estimator's words.
func (s Source) Prior() readiness.SourcePrior {
	out := readiness.SourcePrior{Name: s.Name, Official: s.Official}
	out.Offset, out.HasOffset = value(s.Offset)
	out.OffsetSD, _ = value(s.OffsetSD)
	return out
}

// Guess is what is expected of the next mock, in percent, and when that was told.
type Guess struct {
	Date    planner.Date `json:"date"`
	Percent float64      `json:"percent"`
}

// Forecast is what was to be expected of the exam as known on a day. Shares are 0..1.
type Forecast struct {
	Day      planner.Date `json:"day"`
	ExamDate planner.Date `json:"exam_date"`
	PassLine float64      `json:"pass_line"`
	Mocks    int          `json:"mocks"`
	Chance   *float64     `json:"chance"` // null: too little evidence
	Median   float64      `json:"median"`
	Low      float64      `json:"low"`
	High     float64      `json:"high"`
}

// ForecastOf writes a day's forecast down.
func ForecastOf(f readiness.DayForecast) Forecast {
	return Forecast{f.Day, f.ExamDate, f.PassLine, f.Mocks, given(f.Chance, f.HasChance), f.Exam.Median, f.Exam.Low, f.Exam.High}
}

// Told is the forecast in the diary's words.
func (f Forecast) Told() readiness.DayForecast {
	out := readiness.DayForecast{
		Day: f.Day, ExamDate: f.ExamDate, PassLine: f.PassLine, Mocks: f.Mocks,
		Exam: readiness.Range{Median: f.Median, Low: f.Low, High: f.High, Level: readiness.RangeLevel},
	}
	out.Chance, out.HasChance = value(f.Chance)
	return out
}

// MockForecast is what was to be expected of a mock before its result. Shares are 0..1.
type MockForecast struct {
	Mock         string       `json:"mock"` // ID
	Date         planner.Date `json:"date"`
	Source       string       `json:"source"`
	Official     bool         `json:"official,omitempty"`
	Timed        bool         `json:"timed"`
	FirstAttempt bool         `json:"first_attempt"`
	Questions    int          `json:"questions"`
	Mocks        int          `json:"mocks"`
	PassLine     float64      `json:"pass_line"`
	Reaches      *float64     `json:"reaches"` // null: too little evidence
	Quantiles    [5]float64   `json:"quantiles"`
}

// MockForecastOf writes the forecast of a mock down.
func MockForecastOf(e readiness.MockEntry) MockForecast {
	return MockForecast{
		e.MockID, e.Date, e.Source, e.Official, e.Timed, e.FirstAttempt, e.Questions, e.Forecast.Mocks, e.PassLine,
		given(e.Forecast.Reaches, e.Forecast.HasChance), e.Forecast.Quantiles,
	}
}

// Told is the forecast in the diary's words.
func (f MockForecast) Told() readiness.MockEntry {
	out := readiness.MockEntry{
		MockID: f.Mock, Date: f.Date, Source: f.Source, Official: f.Official, Timed: f.Timed, FirstAttempt: f.FirstAttempt,
		Questions: f.Questions, PassLine: f.PassLine, Forecast: readiness.MockForecast{Quantiles: f.Quantiles, Mocks: f.Mocks},
	}
	out.Forecast.Reaches, out.Forecast.HasChance = value(f.Reaches)
	return out
}

// given is a figure, or nil where there is none.
func given(v float64, has bool) *float64 {
	if !has {
		return nil
	}
	return &v
}

// value is given the other way round.
func value(p *float64) (float64, bool) {
	if p == nil {
		return 0, false
	}
	return *p, true
}

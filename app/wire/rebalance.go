package wire

import (
	"fmt"

	"milepost/planner"
)

// RebalanceRequest is the request of `milepost rebalance --stateless`: that of build, and the plan to repair.
type RebalanceRequest struct {
	BuildRequest
	Plan          []Session `json:"plan"`
	PublishedDays *int      `json:"published_days"`
	Steadiness    string    `json:"steadiness"`
	StartTomorrow bool      `json:"start_tomorrow"`
	Backlog       string    `json:"backlog"`
}

// RebalanceInput is a decoded rebalance request. The planner's request in it lacks the evidence of the mocks.
type RebalanceInput struct {
	BuildInput
	Rebalance planner.RebalanceRequest
}

// DecodeRebalance reads a rebalance request. Errors name the field.
func DecodeRebalance(b []byte, exams Exams) (RebalanceInput, error) {
	var r RebalanceRequest
	if err := decodeStrict(b, &r); err != nil {
		return RebalanceInput{}, err
	}
	if len(r.Pinned) > 0 {
		return RebalanceInput{}, &planner.FieldError{Field: "pinned", Reason: "mark sessions of the plan as pinned instead"}
	}
	if len(r.History) > 0 {
		return RebalanceInput{}, &planner.FieldError{Field: "history", Reason: "put what lies behind into the plan, with its status"}
	}
	in, err := r.input(exams)
	if err != nil {
		return RebalanceInput{}, err
	}
	out := RebalanceInput{BuildInput: in, Rebalance: planner.RebalanceRequest{
		Request: in.Request, WantMocks: r.MocksWanted, Steadiness: planner.Steadiness(r.Steadiness),
		StartTomorrow: r.StartTomorrow, Backlog: planner.Backlog(r.Backlog),
	}}
	if r.Start == "" {
		out.Rebalance.Study.Start = planner.Date{} // the plan's own beginning
	}
	if r.PublishedDays != nil {
		out.Rebalance.PublishedDays = *r.PublishedDays
		if *r.PublishedDays == 0 {
			out.Rebalance.PublishedDays = 1 // today itself
		}
	}
	out.Rebalance.Plan, err = decodePlan("plan", r.Plan)
	return out, err
}

// decodeHistory reads sessions that lie behind; what is still planned is no history.
func decodeHistory(in []Session, today planner.Date) ([]planner.Session, error) {
	out, err := decodePlan("history", in)
	seen := make(map[string]bool, len(out))
	for i, s := range out {
		field := func(name string) string { return fmt.Sprintf("history[%d].%s", i, name) }
		switch {
		case s.Status == planner.Planned:
			return nil, &planner.FieldError{Field: field("status"), Reason: "what lies behind was done, missed or skipped"}
		case s.Date.After(today):
			return nil, &planner.FieldError{Field: field("date"), Reason: fmt.Sprintf("%s is still to come", s.Date)}
		case s.ID != "" && seen[s.ID]:
			return nil, &planner.FieldError{Field: field("id"), Reason: "it is used twice"}
		}
		seen[s.ID] = true
	}
	return out, err
}

// decodePlan reads the sessions of a list. A done session without minutes of its own was done as planned.
func decodePlan(field string, in []Session) ([]planner.Session, error) {
	out := make([]planner.Session, 0, len(in))
	for i, w := range in {
		s, err := w.session()
		if err != nil {
			return nil, planner.Under(fmt.Sprintf("%s[%d]", field, i), err)
		}
		if s.Status == planner.Done && (s.DoneMinutes < 0 || s.DoneMinutes > planner.MaxDayMinutes) {
			return nil, &planner.FieldError{Field: fmt.Sprintf("%s[%d].done_minutes", field, i), Reason: fmt.Sprintf("%d is out of range (0 to %d)", s.DoneMinutes, planner.MaxDayMinutes)}
		}
		if s.Status == planner.Done && s.DoneMinutes == 0 {
			s.DoneMinutes = s.Minutes
		}
		if i > 0 && out[i-1].Date == s.Date {
			s.Order = out[i-1].Order + 1
		}
		out = append(out, s)
	}
	return out, nil
}

// RebalanceAnswer is the answer of `milepost rebalance`: the repaired plan from today on, and the difference.
type RebalanceAnswer struct {
	BuildAnswer
	Difference Difference `json:"difference"`
}

// Difference is what a repair changes.
type Difference struct {
	Moved             []Moved   `json:"moved"`
	Altered           []Altered `json:"altered"`
	Added             []Entry   `json:"added"`
	Removed           []Entry   `json:"removed"`
	ChangedSessions   int       `json:"changed_sessions"`
	FutureSessions    int       `json:"future_sessions"`
	FurthestDays      int       `json:"furthest_days"`
	BusiestDay        string    `json:"busiest_day,omitempty"`
	BusiestDayMinutes int       `json:"busiest_day_minutes"`
	CushionBefore     int       `json:"cushion_before"`
	CushionAfter      int       `json:"cushion_after"`
	ScoreBefore       float64   `json:"score_before"`
	ScoreAfter        float64   `json:"score_after"`
	VerdictBefore     string    `json:"verdict_before"`
	VerdictAfter      string    `json:"verdict_after"`
	FullReplanGain    float64   `json:"full_replan_gain"`
}

// Moved is a session that goes to another day.
type Moved struct {
	ID     string `json:"id"`
	From   string `json:"from"`
	To     string `json:"to"`
	Reason string `json:"reason"`
}

// Altered is a session that becomes something else on its day.
type Altered struct {
	ID     string  `json:"id"`
	Date   string  `json:"date"`
	Before Session `json:"before"`
	After  Session `json:"after"`
	Reason string  `json:"reason"`
}

// Entry is a session that comes or goes.
type Entry struct {
	ID       string  `json:"id"`
	Date     string  `json:"date"`
	Domain   *string `json:"domain"`
	Activity string  `json:"activity"`
	Minutes  int     `json:"minutes"`
	Reason   string  `json:"reason"`
}

// EncodeRebalanced writes a repaired plan; before and after are what the sessions of both plans are shown with, notices are those of the reading.
func EncodeRebalanced(out planner.Rebalanced, before, after map[string]planner.Shown, notices []planner.Notice) RebalanceAnswer {
	d := out.Difference
	a := RebalanceAnswer{BuildAnswer: EncodePlan(out.Plan, after, notices), Difference: Difference{
		Moved: []Moved{}, Altered: []Altered{}, Added: encodeEntries(d.Added), Removed: encodeEntries(d.Removed),
		ChangedSessions: d.ChangedSessions, FutureSessions: d.FutureSessions, FurthestDays: d.FurthestDays,
		BusiestDayMinutes: d.BusiestDayMinutes, CushionBefore: d.CushionBefore, CushionAfter: d.CushionAfter,
		ScoreBefore: d.ScoreBefore, ScoreAfter: d.ScoreAfter,
		VerdictBefore: string(d.VerdictBefore), VerdictAfter: string(d.VerdictAfter), FullReplanGain: d.FullReplanGain,
	}}
	if !d.BusiestDay.IsZero() {
		a.Difference.BusiestDay = d.BusiestDay.String()
	}
	for _, c := range d.Moved {
		a.Difference.Moved = append(a.Difference.Moved, Moved{c.Session.ID, c.From.String(), c.To.String(), c.Reason})
	}
	for _, c := range d.Altered {
		a.Difference.Altered = append(a.Difference.Altered, Altered{c.After.ID, c.After.Date.String(), EncodeSession(c.Before, before[c.Before.ID]), EncodeSession(c.After, after[c.After.ID]), c.Reason})
	}
	return a
}

func encodeEntries(in []planner.Entry) []Entry {
	out := make([]Entry, 0, len(in))
	for _, e := range in {
		s := EncodeSession(e.Session, planner.Shown{})
		out = append(out, Entry{s.ID, s.Date, s.Domain, s.Activity, s.Minutes, e.Reason})
	}
	return out
}

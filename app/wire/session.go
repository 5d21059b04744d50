package wire

import (
	"fmt"

	"milepost/planner"
)

// Session is a session in a file. Domain is null for mixed sessions and mocks.
type Session struct {
	ID          string  `json:"id"`
	Date        string  `json:"date"`
	Domain      *string `json:"domain"`
	Activity    string  `json:"activity"`
	Minutes     int     `json:"minutes"`
	Pinned      bool    `json:"pinned"`
	Status      string  `json:"status,omitempty"`
	DoneMinutes int     `json:"done_minutes,omitempty"`
	Stage       string  `json:"stage,omitempty"`
	Reason      string  `json:"reason,omitempty"`
	ByHand      bool    `json:"by_hand,omitempty"`
	Start       string  `json:"start,omitempty"`  // "19:00"; not read back
	Method      string  `json:"method,omitempty"` // not read back
}

// EncodeSession writes a planner session with what it is shown with.
func EncodeSession(s planner.Session, shown planner.Shown) Session {
	out := Session{
		ID: s.ID, Date: s.Date.String(), Activity: string(s.Activity), Minutes: s.Minutes, Pinned: s.Pinned,
		Status: string(s.Status), DoneMinutes: s.DoneMinutes, Stage: string(s.Stage), Reason: s.Reason, ByHand: s.ByHand,
		Start: shown.Start.String(), Method: string(shown.Method),
	}
	if s.Domain != "" {
		out.Domain = &s.Domain
	}
	return out
}

// EncodeSessions writes a list, never null.
func EncodeSessions(in []planner.Session, shown map[string]planner.Shown) []Session {
	out := make([]Session, 0, len(in))
	for _, s := range in {
		out = append(out, EncodeSession(s, shown[s.ID]))
	}
	return out
}

func (s Session) session() (planner.Session, error) {
	d, err := parseDate("date", s.Date)
	if err != nil {
		return planner.Session{}, err
	}
	out := planner.Session{
		ID: s.ID, Date: d, Activity: planner.Activity(s.Activity), Minutes: s.Minutes, Pinned: s.Pinned,
		Status: planner.Status(s.Status), DoneMinutes: s.DoneMinutes, Reason: s.Reason, ByHand: s.ByHand,
	}
	if s.Domain != nil {
		out.Domain = *s.Domain
	}
	if out.Status == "" {
		out.Status = planner.Planned
	}
	if !out.Activity.Valid() {
		return out, &planner.FieldError{Field: "activity", Reason: fmt.Sprintf("%q is not one of learn, practise, review, mock, debrief", s.Activity)}
	}
	if s.Minutes < 1 || s.Minutes > planner.MaxDayMinutes {
		return out, &planner.FieldError{Field: "minutes", Reason: fmt.Sprintf("%d is out of range (1 to %d)", s.Minutes, planner.MaxDayMinutes)}
	}
	return out, nil
}

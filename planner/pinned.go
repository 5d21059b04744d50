package planner

import "fmt"

// placePinned puts the pinned sessions where their user wants them; they use up the day's minutes first, and stay even where there are none.
func (m *model) placePinned() {
	outside, over := 0, 0
	for _, s := range m.request.Pinned {
		if s.Status != "" && s.Status != Planned {
			continue // done, missed and skipped ones are history
		}
		t := m.request.Today.DaysUntil(s.Date)
		if t < 0 || t >= len(m.days) {
			outside++
			continue
		}
		if m.days[t].room < s.Minutes {
			over++
		}
		m.days[t].room = max(m.days[t].room-s.Minutes, 0)
		s.Pinned, s.Status = true, Planned
		if s.Reason == "" {
			s.Reason = reasonPinned
		}
		if i := m.domainIndex(s.Domain); i >= 0 && s.Activity == Learn {
			m.domains[i].firstPass = roundToStep(float64(max(m.domains[i].firstPass-s.Minutes, 0)))
		}
		m.fixed = append(m.fixed, s)
	}
	if outside > 0 {
		m.note(NoticePinnedOutside, fmt.Sprintf("Pinned outside the plan, before today or from the exam day on, and left out: %s.", counted(outside, "session")))
	}
	if over > 0 {
		m.note(NoticePinnedOver, fmt.Sprintf("Pinned on days without enough time, and kept there: %s.", counted(over, "session")))
	}
}

// validatePinned checks what is pinned; a pinned session is input like any other.
func validatePinned(r Request) error {
	for i, s := range r.Pinned {
		field := func(name string) string { return fmt.Sprintf("pinned[%d].%s", i, name) }
		switch {
		case s.Date.IsZero():
			return fieldErrorf(field("date"), "a pinned session needs a day")
		case s.Domain != "" && r.Study.DomainIndex(s.Domain) < 0:
			return fieldErrorf(field("domain"), "the study has no domain %q", clip(s.Domain, 40))
		case !s.Activity.Valid():
			return fieldErrorf(field("activity"), "%q is none of learn, practise, review, mock and debrief", clip(string(s.Activity), 40))
		case s.Minutes <= 0 || s.Minutes > MaxDayMinutes:
			return fieldErrorf(field("minutes"), "%d is out of range (1 to %d)", s.Minutes, MaxDayMinutes)
		}
	}
	return nil
}

// counted writes "1 session" or "3 sessions".
func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

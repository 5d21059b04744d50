package planner

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

// plan puts the repaired sessions in order and judges them.
func (f *repair) plan() Plan {
	sessions := make([]Session, 0, len(f.items))
	for _, k := range f.inOrder() {
		it := f.items[k]
		if it.gone {
			continue
		}
		s := it.Session
		if it.reason != "" {
			s.Reason = it.reason
		}
		sessions = append(sessions, s)
	}
	for i := range sessions {
		s := &sessions[i]
		if i > 0 && sessions[i-1].Date == s.Date {
			s.Order = max(sessions[i-1].Order+1, min(s.Order, lastInDay-1))
			if s.Order >= lastInDay-1 {
				s.Order = sessions[i-1].Order + 1
			}
		} else if s.Order >= lastInDay {
			s.Order = 0
		}
		s.Stage = StageOf(s.Date, f.m.request.Today)
	}
	return f.m.judged(sessions)
}

// judged is the plan that sessions make, with verdict and milestones; sessions are from today on, in order.
func (m *model) judged(sessions []Session) Plan {
	if m.request.Today.After(m.study.ExamDate) {
		p := m.examPassed()
		p.Sessions = sessions
		return p
	}
	m.fixed, m.mocks, m.halves = nil, nil, nil
	used := make([]int, len(m.days))
	for _, s := range sessions {
		t := m.request.Today.DaysUntil(s.Date)
		if t >= len(used) {
			continue
		}
		used[t] += s.Minutes
		if isFixed(s) {
			m.fixed = append(m.fixed, s)
		}
		if s.Activity == MockExam {
			m.mocks = append(m.mocks, t)
		}
	}
	m.early = m.diagnosticAmong(m.mocks)
	m.noRoom = len(m.mocks) == 0 && m.mocksWithinShare(m.mocksWanted()) > 0 && !m.anyRoomy(nil)
	for t := range m.days {
		m.days[t].held = max(m.days[t].limit-used[t], 0)
	}
	inside := slices.DeleteFunc(slices.Clone(sessions), func(s Session) bool { return !s.Date.Before(m.study.ExamDate) })
	p := Plan{Sessions: sessions}
	effective := m.effectiveByDomain(inside)
	p.ExpectedScore = m.expectedScore(effective)
	p.Allocation = m.allocations(inside, effective)
	d := m.measureDemand(inside, p.ExpectedScore)
	m.judge(&p, d, m.milestones(inside, d))
	p.Notices = m.notices
	return p
}

// standing judges a plan as it stands, as if everything in it could be done.
func standing(r RebalanceRequest) Plan {
	m := newModel(r.Request)
	m.placePinned()
	var sessions []Session
	for _, s := range r.Plan {
		if s.Status == Planned && (s.Domain == "" || m.domainIndex(s.Domain) >= 0) {
			sessions = append(sessions, s)
		}
	}
	return m.judged(sessions)
}

// Standing judges the plan of a request as it stands: verdict, cushion, milestones and ways out, without changing a session.
func Standing(r RebalanceRequest) (Plan, error) {
	r, err := r.prepared()
	if err != nil {
		return Plan{}, err
	}
	return standing(r), nil
}

// missedIDs are the missed sessions of a plan, which a repair deals with.
func missedIDs(plan []Session) []string {
	var out []string
	for _, s := range plan {
		if s.Status == Missed {
			out = append(out, s.ID)
		}
	}
	return out
}

// changed tells whether the repair changed anything.
func (f *repair) changed() bool {
	return slices.ContainsFunc(f.items, func(it item) bool { return it.reason != "" })
}

// noteReasons remembers why sessions changed; a later reason replaces an earlier one.
func (f *repair) noteReasons(reasons map[string]string) {
	for _, it := range f.items {
		if it.reason != "" {
			reasons[it.ID] = it.reason
		}
	}
}

// next is the request after the repair, with all that was missed dealt with.
func (f *repair) next() RebalanceRequest {
	r := f.r
	r.Plan, r.History, r.Pinned, r.Freed = nil, nil, nil, nil
	for _, s := range f.r.Plan {
		if s.Status == Missed {
			s.Status = Skipped
		}
		if s.Status != Planned {
			r.Plan = append(r.Plan, s)
			r.History = append(r.History, s)
		}
	}
	for _, k := range f.inOrder() {
		if it := f.items[k]; !it.gone {
			r.Plan = append(r.Plan, it.Session)
			if it.Pinned {
				r.Pinned = append(r.Pinned, it.Session)
			}
		}
	}
	return r
}

// compare works out what a repair changes, session by session.
func compare(r RebalanceRequest, before, after Plan, reasons map[string]string) Difference {
	d := Difference{
		CushionBefore: before.CushionMinutes, CushionAfter: after.CushionMinutes,
		ScoreBefore: before.ExpectedScore, ScoreAfter: after.ExpectedScore,
		VerdictBefore: before.Verdict, VerdictAfter: after.Verdict,
	}
	old := make(map[string]Session, len(r.Plan))
	for _, s := range r.Plan {
		if s.Status == Planned {
			old[s.ID] = s
			d.FutureSessions++
		}
	}
	stays := make(map[string]bool, len(old))
	for _, s := range after.Sessions {
		was, known := old[s.ID]
		stays[s.ID] = true
		switch {
		case !known:
			d.Added = append(d.Added, Entry{s, reasons[s.ID]})
		case was.Date != s.Date:
			d.Moved = append(d.Moved, Move{s, was.Date, s.Date, reasons[s.ID]})
			d.FurthestDays = max(d.FurthestDays, abs(was.Date.DaysUntil(s.Date)))
		case was.Domain != s.Domain || was.Activity != s.Activity || was.Minutes != s.Minutes:
			d.Altered = append(d.Altered, Alter{was, s, reasons[s.ID]})
		}
	}
	for _, s := range r.Plan {
		if s.Status == Planned && !stays[s.ID] {
			d.Removed = append(d.Removed, Entry{s, reasons[s.ID]})
		}
	}
	d.ChangedSessions = len(d.Moved) + len(d.Altered) + len(d.Added) + len(d.Removed)
	d.BusiestDay, d.BusiestDayMinutes = busiestDay(after.Sessions)
	return d
}

// busiestDay is the day with most minutes; the first of equals.
func busiestDay(sessions []Session) (Date, int) {
	minutes := map[Date]int{}
	var days []Date
	for _, s := range sessions {
		if minutes[s.Date] == 0 {
			days = append(days, s.Date)
		}
		minutes[s.Date] += s.Minutes
	}
	if len(days) == 0 {
		return Date{}, 0
	}
	best := slices.MaxFunc(days, func(a, b Date) int { return cmp.Or(cmp.Compare(minutes[a], minutes[b]), b.Compare(a)) })
	return best, minutes[best]
}

// lowerFirst makes the first letter of a sentence small, to go on after a colon. Names of days stay as they are.
func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	for _, day := range []string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"} {
		if len(s) > 3 && s[:3] == day {
			return s
		}
	}
	return string(unicode.ToLower(r)) + s[n:]
}

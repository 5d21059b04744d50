package planner

// Difference is what a repaired plan changes, so that it can be shown before it is applied. Past sessions are in none of its lists.
type Difference struct {
	Moved   []Move  // to another day
	Altered []Alter // on the same day, another domain, activity or length
	Added   []Entry // not in the plan before
	Removed []Entry // no longer in the plan

	ChangedSessions int // moved, altered, added and removed together
	FutureSessions  int // planned from today on, before the change
	FurthestDays    int // by how many days a session moves at most
	// BusiestDay is the day with most minutes after the change, and how many they are.
	BusiestDay        Date
	BusiestDayMinutes int

	CushionBefore, CushionAfter int // minutes
	ScoreBefore, ScoreAfter     float64
	VerdictBefore, VerdictAfter Verdict
	// FullReplanGain is how much more, in score points of 100, a plan made from nothing would bring; it is worth offering above one point.
	FullReplanGain float64
}

// Move is a session that goes to another day.
type Move struct {
	Session  Session // as it will be
	From, To Date
	Reason   string
}

// Alter is a session that stays on its day and becomes something else.
type Alter struct {
	Before, After Session
	Reason        string
}

// Entry is a session that comes or goes.
type Entry struct {
	Session Session
	Reason  string
}

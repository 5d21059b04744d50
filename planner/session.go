package planner

// Activity is what a session is for.
type Activity string

// The five activities.
const (
	Learn    Activity = "learn"    // first pass through material
	Practise Activity = "practise" // questions, application
	Review   Activity = "review"   // spaced recall of what was learned
	MockExam Activity = "mock"     // a timed mock exam
	Debrief  Activity = "debrief"  // working through a mock's mistakes
)

// Activities in their natural order.
var Activities = []Activity{Learn, Practise, Review, MockExam, Debrief}

// Status is what became of a session.
type Status string

// The states of a session. Missed is a planned session whose day has passed.
const (
	Planned Status = "planned"
	Done    Status = "done"
	Missed  Status = "missed"
	Skipped Status = "skipped"
)

// Stage says how firm a planned session is: history is past; published days move only for a hard reason or by hand; the rest is draft.
type Stage string

// The three stages.
const (
	History   Stage = "history"
	Published Stage = "published"
	Draft     Stage = "draft"
)

// PublishedDays is the number of days from today that count as published.
const PublishedDays = 7

// Session is a stretch of study on a day.
type Session struct {
	ID       string // stable: made when the session is, kept when it moves
	Date     Date
	Order    int    // position within the day, from 0
	Domain   string // domain ID; "" for mixed sessions and mocks
	Activity Activity
	Minutes  int // planned
	Pinned   bool
	Status   Status
	// DoneMinutes is what was really studied; meaningful when Status is Done.
	DoneMinutes int
	Stage       Stage
	Reason      string // why it is there, in plain words
	Note        string
	// ByHand marks a session its user added or logged; its minutes are no estimate of the planner's.
	ByHand bool
}

// StageOf tells the stage of a day as seen from today.
func StageOf(d, today Date) Stage {
	switch {
	case d.Before(today):
		return History
	case today.DaysUntil(d) < PublishedDays:
		return Published
	}
	return Draft
}

// Valid reports whether a is one of the five activities.
func (a Activity) Valid() bool {
	for _, v := range Activities {
		if a == v {
			return true
		}
	}
	return false
}

package planner

import "slices"

// Method is how a session is studied: what its activity comes down to this time.
type Method string

// The methods, by activity.
const (
	Read      Method = "read"       // learn: read on
	Summarise Method = "summary"    // learn: read on, then write a page from memory
	Questions Method = "questions"  // practise: practice questions
	Apply     Method = "apply"      // practise: judge something of one's own work by the domain
	CaseStudy Method = "case-study" // practise: a case in a group, or alone
	HalfMock  Method = "half-mock"  // practise, mock: half a mock under time
	Recall    Method = "recall"     // review: from memory, without notes
	Teach     Method = "teach"      // review: tell it to a peer, or aloud to oneself
	TimedMock Method = "timed-mock" // mock: all of it, under time
	Mistakes  Method = "mistakes"   // debrief: every question missed, and why
)

// methodsOf are the methods of each activity.
var methodsOf = map[Activity][]Method{
	Learn: {Read, Summarise}, Practise: {Questions, Apply, CaseStudy, HalfMock}, Review: {Recall, Teach}, MockExam: {TimedMock, HalfMock}, Debrief: {Mistakes},
}

// Suits reports whether m is a method of the activity.
func (m Method) Suits(a Activity) bool { return slices.Contains(methodsOf[a], m) }

// Methods gives each session its method, in the order of the sessions given, which are all of a study, those that lie behind included.
//
// It is worked out, not stored: from which of its kind a session is (domain and activity, counted by day and order), from its length, and from the days to the exam.
// A session depends on what comes before it and never on what comes after, so a plan that changes later on leaves it as it is. Sessions that were missed or skipped
// count as well: what becomes of one does not change the next.
func Methods(s Study, sessions []Session) []Method {
	out := make([]Method, len(sessions))
	count := make(map[kind]int)
	for _, at := range inOrder(sessions) {
		x := sessions[at]
		k := kind{x.Domain, x.Activity}
		count[k]++
		out[at] = s.method(x, count[k])
	}
	return out
}

// kind is what sessions are counted by.
type kind struct {
	domain   string
	activity Activity
}

// method is that of the nth session of its kind.
func (s Study) method(x Session, nth int) Method {
	plain := x.ByHand || x.Domain == "" || !s.ExamDate.IsZero() && x.Date.DaysUntil(s.ExamDate) <= plainLastDays
	long := x.Minutes >= shortForWords
	switch x.Activity {
	case Learn:
		if !plain && long && nth%summaryEvery == 0 {
			return Summarise
		}
		return Read
	case Practise:
		if x.Domain == "" && x.Minutes == s.halfMock() && !x.ByHand {
			return HalfMock // practice without a domain is made as one half of a mock
		}
		return practice(nth, max(s.DomainIndex(x.Domain), 0), plain, long)
	case Review:
		if !plain && nth%teachEvery == 0 {
			return Teach
		}
		return Recall
	case MockExam:
		if x.Minutes <= s.halfMock() {
			return HalfMock
		}
		return TimedMock
	}
	return Mistakes
}

// practice is mostly questions. Every fourth session of a domain is something else, by turns applied at work and a case. Domains are not in step: each begins a session
// before the one ahead of it and with the other of the two, or a day of many domains would be the same thing over and over.
func practice(nth, domain int, plain, long bool) Method {
	turn := nth + domain%(appliedEvery-1) // the first is questions in each
	switch {
	case plain || turn%appliedEvery != 0:
		return Questions
	case (turn/appliedEvery+domain)%2 != 0:
		return Apply
	case long:
		return CaseStudy
	}
	return Questions
}

// halfMock are the minutes of one half of a mock.
func (s Study) halfMock() int {
	return minuteStep * ((s.MockMinutes/2 + minuteStep - 1) / minuteStep)
}

// Shown is what a session is shown with and is not stored.
type Shown struct {
	Start  TimeOfDay // on the clock; none where nothing was said
	Method Method
}

// ShowAll works out what sessions are shown with, by their IDs. Past are the sessions that lie behind: they count along, and are in the answer too. One that is also
// among the sessions is taken from there.
func ShowAll(s Study, past, sessions []Session) map[string]Shown {
	given := make(map[string]bool, len(sessions))
	for _, x := range sessions {
		given[x.ID] = true
	}
	all := make([]Session, 0, len(past)+len(sessions))
	for _, x := range past {
		if !given[x.ID] {
			all = append(all, x)
		}
	}
	all = append(all, sessions...)
	starts, methods := Starts(s.Availability, all), Methods(s, all)
	out := make(map[string]Shown, len(all))
	for i, x := range all {
		out[x.ID] = Shown{starts[i], methods[i]}
	}
	return out
}

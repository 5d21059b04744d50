package planner

import "fmt"

// The reasons people read beside a session. They name no domain; the session does.
const (
	reasonPinned      = "You put it here."
	reasonDebrief     = "The mistakes of a mock teach most while they are fresh."
	reasonLearn       = "First pass: read it once before you practise it."
	reasonLearnOpen   = "First pass, begun: your next domain by weight and by how much there is to gain."
	reasonNewDomain   = "New in your study: first pass."
	reasonSlower      = "You read more slowly than planned, so there is more of the first pass."
	reasonMoreToRead  = "It takes more now: the rest of the first pass."
	reasonPractise    = "Practice here adds most to your expected score."
	reasonKeepUp      = "Practice in its turn, so that your domains rise together."
	reasonBeforeMock  = "To have met every domain before the next mock."
	reasonFirstMet    = "Not met yet, and the exam is near."
	reasonFinal       = "A last look in the days before the exam."
	reasonMixedReview = "A short mixed review so that every domain has been met in the last days."
	reasonTomorrow    = "The exam is tomorrow: a short mixed review, then rest."
)

// The reasons of sessions that a person put in, having said what they are: their method is the plain one.
const (
	ReasonLogged = "logged by you" // studied without being planned
	ReasonAdded  = "added by you"
)

// reasonHalfMock are the reasons of the two halves of a mock that no day can hold.
var reasonHalfMock = [2]string{
	"Half a mock under time: no day holds a whole one. The other half follows.",
	"The other half of the mock, under time again.",
}

// reasonDue says how long a domain has not been met.
func reasonDue(days int) string {
	return fmt.Sprintf("Due for review: last met %s ago.", counted(days, "day"))
}

func (m *model) mockReason(t int) string {
	switch {
	case t == m.early:
		return "A diagnostic mock: measure first, then plan on what it shows."
	case len(m.days)-t <= 2*7:
		return "A mock close to the exam: pace, stamina and a last measurement."
	}
	return "A timed mock: practice under exam conditions, and a measurement to plan on."
}

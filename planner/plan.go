package planner

import "slices"

// Request is everything Build and Check need: the study, the day it is, and what has happened so far.
type Request struct {
	Today Date
	Study Study
	// Evidence is the mastery of domains as estimated from mocks (package readiness), with its standard error.
	// A domain without evidence is judged by its rating.
	Evidence []Evidence
	// Overall is what mocks say of the exam as a whole, for the domains without evidence of their own; nil when there are no mocks, or each domain has evidence.
	Overall *Overall
	// MocksTaken is the number of mocks already taken; the first milestone is met when it is above zero.
	MocksTaken int
	// MocksAtTarget is how many of the latest mocks reached the target score.
	MocksAtTarget int
	// History holds the sessions that lie behind: done, missed or skipped. Done work counts; the rest is only kept.
	History []Session
	// Sittings are the times the exam was sat before. What the latest one says of each domain takes the place of ratings, if it was not passed.
	Sittings []Sitting
	// Retake is what the vendor asks between two sittings.
	Retake RetakeRule
	// Earlier holds sessions of other studies of the same person: they say how long work takes, and nothing else.
	Earlier []Session
	// Pinned sessions stay where their user put them; they use up the day's minutes first.
	Pinned []Session
}

// Evidence is what mocks say of one domain.
type Evidence struct {
	Domain  string
	Mastery float64 // 0..1
	SE      float64 // standard error, 0..1
}

// Verdict answers "does it fit?".
type Verdict string

// The verdicts, best first.
const (
	Fits           Verdict = "fits"
	Tight          Verdict = "tight"
	DoesNotFit     Verdict = "does-not-fit"
	NoRoomForAMock Verdict = "no-room-for-a-mock"
	ExamPassed     Verdict = "exam-passed"
)

// Plan is the dated sessions and milestones of a study, with the answer to whether they are enough.
type Plan struct {
	Verdict Verdict
	// CushionMinutes is available minus needed at the milestone where it is smallest (BindingMilestone); negative when short.
	CushionMinutes   int
	AvailableMinutes int // from today to the exam, after days off, taper and what lies behind
	NeededMinutes    int
	BindingMilestone string // ID of a milestone
	ExpectedScore    float64
	// PointsPerExtraHour is the gain of one more hour, in score points of 100.
	PointsPerExtraHour float64
	// PointsPerWeeklyHour is the gain of one more hour in every week until the exam, in score points of 100.
	PointsPerWeeklyHour float64
	// MissableDays is how many days in a row, from today, one can miss and still fit.
	MissableDays int
	Allocation   []Allocation // in the order of the study's domains
	Milestones   []Milestone  // by date
	Sessions     []Session    // by date, then order in the day
	WaysOut      []WayOut     // cheapest first; empty when the plan fits
	Notices      []Notice
	// Pace is how long work takes this person against the plan, and FirstPass when all of the material will have been met at it.
	Pace      Pace
	FirstPass FirstPassRange
	// NotBefore is the first day the vendor lets the exam be sat again; zero when it was not sat before, or nothing is asked.
	NotBefore Date
}

// Allocation is the time one domain gets, and what it is expected to bring.
type Allocation struct {
	Domain          string
	Minutes         int
	MasteryNow      float64
	MasteryExpected float64 // on the exam day
}

// Milestone is a dated, checkable goal.
type Milestone struct {
	ID           string
	Name         string
	Date         Date
	SlackMinutes int
	Met          bool
}

// The IDs of the milestones Build can set.
const (
	MilestoneDiagnostic    = "diagnostic-taken"
	MilestoneHalfLearned   = "half-of-the-weight-learned"
	MilestoneCovered       = "every-domain-covered"
	MilestoneMocksAtTarget = "two-mocks-at-target"
	MilestoneTaper         = "taper"
	MilestoneExam          = "exam"
)

// WayOut is one thing that would make a plan fit, with its price.
type WayOut struct {
	Kind         WayOutKind
	Amount       int
	Unit         string // "minutes-per-week", "days", "mocks", "percent", "score-points"
	Text         string
	VerdictAfter Verdict
	Change       Change
}

// WayOutKind names what would be given up or added.
type WayOutKind string

// The ways out.
const (
	LessBuffer  WayOutKind = "less-buffer"
	MoreMinutes WayOutKind = "more-minutes"
	LaterExam   WayOutKind = "later-exam"
	FewerMocks  WayOutKind = "fewer-mocks"
	SkimDomain  WayOutKind = "skim-domain"
	LowerTarget WayOutKind = "lower-target"
	LongMockDay WayOutKind = "long-day-for-a-mock"
)

// Change is what a way out does to a study. Nil fields are left as they are.
type Change struct {
	Buffer       *float64
	Weekday      *[7]int
	ExamDate     *Date
	MocksWanted  *int
	Target       *float64
	ContentShare *float64
	Days         []DayMinutes
	Skim         []string // domains whose first pass is left out
}

// Apply returns the study with the change made; the given study is left as it was.
func (c Change) Apply(s Study) Study {
	if c.Buffer != nil {
		s.Buffer = *c.Buffer
	}
	if c.Weekday != nil {
		s.Availability.Weekday = *c.Weekday
	}
	if c.ExamDate != nil {
		s.ExamDate = *c.ExamDate
	}
	if c.MocksWanted != nil {
		s.MocksWanted = *c.MocksWanted
	}
	if c.Target != nil {
		s.Target = *c.Target
	}
	if c.ContentShare != nil {
		s.ContentShare = *c.ContentShare
	}
	for _, d := range c.Days {
		s.Availability = s.Availability.WithDay(d)
	}
	if len(c.Skim) > 0 {
		s.Domains = slices.Clone(s.Domains)
		for i := range s.Domains {
			s.Domains[i].Skim = s.Domains[i].Skim || slices.Contains(c.Skim, s.Domains[i].ID)
		}
	}
	return s
}

// Notice is something worth telling that is not an error: weights that were normalised, a range that was put in order.
type Notice struct {
	Code string
	Text string
}

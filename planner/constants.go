package planner

// The figures the engine rests on, in one place. Each is marked with what it rests on:
//
//	[source]    the cited literature says so (docs/planning.md names it)
//	[measured]  found by comparing planners on many cases
//	[judgement] a choice of ours, within what the literature allows
const (
	// masteryCeiling is the share of questions nobody gets past: slips and bad questions remain. [judgement]
	masteryCeiling = 0.97
	// referenceFrom and referenceTo define Study.HoursReference: the hours that take a candidate from 30 % to 80 %. [judgement]
	referenceFrom = 0.30
	referenceTo   = 0.80

	// learnEffect, practiseEffect and reviewEffect are effective hours per hour of each activity. Testing oneself beats
	// reading (Adesope 2017) [source]; the figures are [judgement].
	learnEffect    = 0.8
	practiseEffect = 1.0
	reviewEffect   = 0.6

	// forgettable is the share of an hour's effect that fades in the long run, with time constant forgetDays. [judgement]
	forgettable = 0.3
	forgetDays  = 60.0

	// gapFactor and gapPower give the best gap between visits for a retention interval of RI days,
	// gapFactor*RI^gapPower, fitted to Cepeda et al. 2008 (38 % of a week, 7 % of a year). [source]
	gapFactor  = 0.9
	gapPower   = 0.56
	gapMin     = 2.0 // days
	gapMax     = 28.0
	gapStretch = 1.5 // a gap longer than this many times the best one is reported [judgement]

	// finalVisitDays: every domain is met once more within this many days of the exam. [judgement]
	finalVisitDays = 10
)

// Mocks. No trial settles their number or timing for certifications; the figures follow practitioners and the finding that the first
// two practice forms help most. [judgement]
const (
	mockFirstShare     = 0.58 // of capacity, not of the calendar
	mockLastShare      = 0.93
	mockSpacing        = 5    // days between mocks, at least
	mockBeforeExam     = 3    // days between the last mock and the exam, at least
	halfMockWithin     = 2    // days from one half of a mock to the other
	mockCapacityShare  = 0.20 // of capacity for mocks and debriefs together, at most
	mockExtraEvery     = 60   // beyond 12 weeks, one more mock for so many days
	mockMost           = 6
	mockShortestPlan   = 10 // days; shorter plans get no mock
	debriefShare       = 0.5
	debriefWithin      = 3 // days after the mock
	diagnosticMinDays  = 21
	diagnosticWithin   = 10 // days from today
	diagnosticEarliest = 1  // not on the very day the plan is made
)

// Taper: lighter days before the exam. Justified by sleep in the weeks before (Okano 2019); no trial of tapering itself was found. [judgement]
const (
	taperShare    = 0.06 // of the plan's days
	taperMost     = 7
	taperLoad     = 0.5
	taperLastLoad = 0.25
	lastDayReview = 30 // minutes; all there is when the exam is tomorrow
)

// Layout.
const (
	shortestSession  = 15 // minutes
	longestSession   = 120
	longDayPerDay    = 15   // minutes: a day further from the ideal place for a mock counts as much as so many minutes more to find
	minuteStep       = 5    // sessions are rounded to it where the day allows
	dayShareOfDomain = 0.60 // of a day with three or more sessions, at most for one domain [judgement]
	openDomains      = 3    // first passes under way at the same time, at most (Brunmair & Richter 2019: light blocking) [judgement]
	learnDensity     = 0.85 // share of the sessions during the first pass that are first pass [judgement]
	learnLatest      = 0.92 // of the sessions before the taper: where the first pass ends at the latest, if it can [judgement]
	reviewPiece      = 20   // minutes of a spaced review cut from a longer session [judgement]
	practiceFrom     = 0.35 // of the first pass's span: where practice begins [judgement]
	// reviewShare is the share of minutes that may become spaced reviews as such. Practice questions meet the material as well, and are worth more
	// per minute, so reviews only bridge the gaps practice leaves. [measured]
	reviewShare = 0.010
	// Polishing a plan: exchanges tried at most, among so many domains at either end, each bringing so much of the expected score.
	exchangesMost   = 200
	exchangeWidth   = 8
	exchangeLeast   = 2e-6
	maxSessions     = 5000  // in one plan; longer sessions beyond it
	maxPlanSessions = 20000 // in a plan handed in, history included
	placesMost      = 2     // sessions of practice that may become first pass for one that was missed
	clearlyMore     = 1.5   // times as much an hour must bring elsewhere before a session that stands is given there [judgement]
	firstPassGrown  = 60    // minutes, and half of what was ever planned: a repair adds first pass that has grown by so much; less is rounding [judgement]
	repairRounds    = 24    // repairs of a repair, at most
)

// Pace: how long work takes a person against the plan. Priors, since nobody has logged anything on the first day; planned times are missed in both directions, more often
// upwards (Buehler, Griffin & Ross 1994) [source], which the buffer is for. The figures are [judgement].
const (
	paceWorth  = 240.0 // minutes of work at just the expected pace that the prior is worth
	paceSpread = 0.15  // standard deviation of the logarithm of a person's pace, before any evidence
	paceMost   = 3.0   // longest and shortest a session may count, in times of its plan; bound of a factor too
	// paceWorthRepair is how much slower than planned somebody must read before a repair adds to their first pass.
	paceWorthRepair = 0.05
	keptDays        = 28    // days over which kept plans are counted
	keptWorth       = 600.0 // minutes of plans kept in full that its prior is worth
	keptSpread      = 0.20  // standard deviation of its logarithm, before any evidence
	keptMost        = 1.5
	normal90        = 1.645 // standard deviations on either side that hold the middle 90 %
)

// Judging oneself. A person's rating of 1..5 stands for a share of right answers, and is then shrunk half way to the mean of the person's ratings:
// the standard deviation of (own - actual) is 17 to 20 points (Knof 2024) [source], and believing it makes plans worse than ignoring it [measured].
const (
	ratingShrink = 0.5
	ratingSpread = 0.185 // standard deviation of a rating, between 0.17 and 0.20
	// uncertainFloor is the least share of its weight-proportional time a domain gets while its mastery is uncertain. [measured]
	uncertainFloor = 0.5
)

// Sittings: what a score report says of a domain, in place of a rating. [judgement]
const (
	dayForm      = 0.03 // how much a day's form moves a share of right answers, beyond chance
	rereadBelow  = 0.05 // so far below the pass line a first pass is done again
	untoldOffset = -0.04
	untoldSpread = 0.12
	// untoldExam and untoldExamSpread are the whole score of a sitting of which nothing is told but that it was not enough, as the distance from the pass line.
	untoldExam       = -0.05
	untoldExamSpread = 0.05
	maxSittings      = 50
	maxRetakeDays    = 5 * 366
	retakeSoonest    = 1       // days from today; sooner there is nothing to plan
	retakeLatest     = 18 * 30 // days, from which no date that fits is looked for
)

// bandMeanings are what bands stand for, as the distance from the pass line with its spread. Bands rest on the 10 to 30 questions of a domain, whose chance alone moves a share by 8
// to 15 points; who failed was below the line as a whole, so "near" lies a little under it.
var bandMeanings = map[Band]struct{ offset, spread float64 }{
	BandAbove: {0.09, 0.08}, BandNear: {-0.02, 0.07}, BandBelow: {-0.15, 0.10},
}

// ratingShares are the shares of right answers the ratings 1 to 5 stand for, before shrinking. [judgement]
var ratingShares = [5]float64{0.15, 0.30, 0.45, 0.60, 0.75}

// Verdict.
const (
	comfortShare = 0.15 // of what is available, cushion and buffer together: the plan fits with room for the usual slip [judgement]
	// targetCeiling is the highest target the model can price; above it no amount of study is enough.
	targetCeiling = masteryCeiling - 0.005
	highestTarget = 0.95 // what is offered instead of a target above targetCeiling
	// searchSteps: a way out is searched for along a line, and by halving after so many trials. [judgement]
	searchSteps   = 6
	buffersDownTo = 0.05 // the way out "less buffer" goes down to this first
	// moreMinutesMost and laterExamMost bound the ways out: more than four hours on top of every study day, or an exam more than a year later, is no help.
	moreMinutesMost = 240 // minutes a study day
	laterExamMost   = 365 // days
)

// The clock.
const (
	// BreakMinutes lie between the sessions of a day on the clock [judgement].
	BreakMinutes = 10
)

// Methods.
const (
	summaryEvery  = 3  // every third reading ends with a page written from memory [judgement]; recall after reading is what helps (Karpicke & Blunt 2011)
	teachEvery    = 3  // every third review is told to somebody [judgement]; explaining helps beyond studying again (Fiorella & Mayer 2013, Kobayashi 2019)
	appliedEvery  = 4  // every fourth practice leaves the questions, by turns for work and for a case; testing oneself is what works (Adesope 2017) [judgement]
	plainLastDays = 10 // days before the exam with nothing but questions and recall: pace, and nobody else's calendar [judgement]
	shortForWords = 25 // minutes: below that a case is not opened and no page written [judgement]
)

package readiness

// Every figure the estimate rests on stands here, with its unit and where it comes from. docs/readiness.md tells the same at
// more length. "Logit" is the log-odds of a right answer: 0 is 50 %, 0.85 is 70 %, 1.39 is 80 %.

// What is believed before any mock, in logits.
const (
	// priorShare and priorSD describe candidates in general: 66 % on average, 31 % to 89 % for the middle nine of ten.
	// Judgement, between the self-assessments of medical candidates and the pass rates of certification exams.
	priorShare = 0.66
	priorSD    = 0.80
	// domainSD is how far one domain lies from a person's own level. From MCAT practice exams: the true spread of the
	// sections is 0.66 of the true spread between people; 0.45 is the cautious side of 0.66 * 0.80.
	domainSD = 0.45
)

// How different sources of questions are, in logits.
const (
	// thirdPartySD: the sellers of MCAT practice exams differ by 4.2 scale points (SD), about 0.40 logits.
	thirdPartySD = 0.40
	// officialSD: forms by the exam's own maker differ from the exam by much less (MCAT official forms, GRE PowerPrep).
	officialSD = 0.15
	// retakeOffset and retakeSD: questions met before are easier. Kulik 1984 (+0.42 SD for an identical form) and
	// Hausknecht 2007 (0.26 over 107 samples); the prior itself was not tested on data.
	retakeOffset = 0.35
	retakeSD     = 0.40
	// statedOffsetSD is used when a source's difficulty is given without its standard deviation. Judgement.
	statedOffsetSD = 0.15
	// maxSources have an offset of their own; the rarest beyond them share one ("other sources").
	maxSources = 8
)

// What makes one sitting differ from another, in logits.
const (
	// formSD is the luck of one form and one day. MCAT: what a single mock misses beyond chance and person.
	formSD = 0.24
	// looseFormSD is the same for untimed practice.
	looseFormSD = 0.35
	// looseShare is how much an untimed question counts against a timed one. A reasoned default, not tested.
	looseShare = 0.5
	// examDaySD comes on top of formSD for the exam itself (MCAT: exam day and form, 3.2 scale points, without the binomial part).
	examDaySD = 0.15
	// scaledLineSD is what is not known about the pass line when only a scaled mark is published: about 4 points at 70 %.
	scaledLineSD = 0.20
	// assumedQuestions stand behind a result given only as a percentage.
	assumedQuestions = 50
)

// How ability changes.
const (
	// domainWalk is the variance a domain's deviation gains in a day: 0.12 logits (SD) in 30 days.
	domainWalk = 0.12 * 0.12 / 30
	// fullWeek is the weekly study, in minutes, at which growth counts in full (7 hours); less study slows it in proportion. A proposal, not tested.
	fullWeek = 7 * 60
	// idleGrace is the number of days without study that cost nothing.
	idleGrace = 14
	// stability is the time, in days, until a tenth is forgotten. With the FSRS-4.5 curve it gives 70 % after a
	// year, which is what reviews of unused course knowledge find (Custers 2010).
	stability = 85
	// retentionFactor makes the FSRS-4.5 curve pass through 90 % at the stability: 0.9^(-1/0.5) - 1.
	retentionFactor = 19.0 / 81.0
	// forgettingSpread is the uncertainty of a loss by forgetting, as a share of that loss. Judgement.
	forgettingSpread = 0.5
)

// Numerics.
const (
	quadratureNodes  = 41 // Gauss-Hermite nodes; within 0.001 of 20,000 draws on average
	maxPasses        = 25 // of the search for the most likely state
	passTolerance    = 1e-6
	safeStep         = 1.0    // logits; a pass that goes further is checked for overshooting
	maxHalvings      = 30     // of a pass that overshoots
	leastChance      = 1e-300 // of an answer, before its logarithm is taken
	minVariance      = 1e-10
	negligibleWeight = 1e-15 // of a node of the quadrature
	lowestDraws      = 4000
	lowestSeed       = 20100 // any fixed number will do
)

// RangeLevel is the share that every range holds; tail is what lies beyond either bound.
const (
	RangeLevel = 0.90
	tail       = (1 - RangeLevel) / 2
	// rangeQuantile is how many standard deviations of a normal distribution bound its middle 90 %: the 95th percentile.
	rangeQuantile = 1.6448536269514722
)

// What the words need (reasoned defaults).
const (
	openFrom       = 0.40
	likelyFrom     = 0.65
	readyFrom      = 0.85
	readyMocks     = 2
	readyQuestions = 100
	readyDays      = 30 // age of the latest mock
)

// When evidence is enough for a chance of passing: one sitting of at least enoughInOne questions, or at least enoughSittings
// sittings with enoughInAll questions together; untimed questions count half. Two short quizzes never are.
const (
	enoughInOne    = 50
	enoughSittings = 3
	enoughInAll    = 60
)

// When something deserves a notice.
const (
	staleDays         = 45  // age of the latest mock
	fewQuestions      = 8   // in one domain, over all mocks
	disagreementLogit = 0.8 // between the learned offsets of two sources
)

// How an hour of study raises a domain: the planner's own learning curve (docs/planning.md), so that "next best hour" and the plan agree.
const (
	ceilingShare = 0.97
	// curveRate is ln((0.97-0.30)/(0.97-0.80)): it takes the reference hours from 30 % to 80 %.
	curveRate = 1.3714
	// nextHours is the stretch over which the gain of an hour is averaged: about a week of study. Over it a small domain is
	// soon exhausted, which is why weight counts.
	nextHours = 5
)

// How many points a chart gets.
const (
	seriesStep    = 4 // days between two points, at least
	forecastStep  = 7
	maxChartSteps = 52 // a point a week in a year
)

// Bounds of an input; beyond them it is refused with the field named.
const (
	MaxMocks      = 2000
	maxOffset     = 5 // logits
	maxOptions    = 26
	maxWeightSize = 1e9
)

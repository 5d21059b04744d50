package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"

	"milepost/planner"
	"milepost/planner/readiness"
)

// world is how learners and exams of a kind come about. The estimator knows nothing of it. Spreads are in logits.
type world struct {
	name   string
	tells  string  // what is different about it
	walk   float64 // of the level in 30 days
	form   float64 // luck of a form and a day
	source float64 // spread of sources of third parties
	domain float64 // spread of domains within a person
	items  float64 // spread of the questions of a form
	growth float64 // gained in the end, saturating
	steep  bool    // gains 1.2 to 2.4 in 5 to 10 weeks, on official mocks
	idle   bool    // studies no more after the last mock
}

// worlds are the kinds that are played. The first is drawn from what the estimator assumes, or close to it; the others are not.
var worlds = []world{
	{name: "matched", tells: "as assumed", walk: 0.35, form: 0.20, source: 0.40, domain: 0.45},
	{name: "items", tells: "questions of unequal difficulty", walk: 0.35, form: 0.20, source: 0.40, domain: 0.45, items: 0.8},
	{name: "real", tells: "slow drift, luckier forms, a little growth, as in admission exams", walk: 0.12, form: 0.25, source: 0.40, domain: 0.45, growth: 0.15},
	{name: "growth", tells: "half a logit gained on the way", walk: 0.20, form: 0.20, source: 0.40, domain: 0.45, growth: 0.5},
	{name: "forget", tells: "no study between the last mock and the exam", walk: 0.20, form: 0.20, source: 0.40, domain: 0.45, idle: true},
	{name: mixed, tells: "each learner from one of those above"},
	{name: "noisy", tells: "forms, sources and drift far wilder than assumed", walk: 0.55, form: 0.35, source: 0.60, domain: 0.45},
	{name: "quiet", tells: "everything far tamer than assumed", walk: 0.15, form: 0.08, source: 0.15, domain: 0.25},
	{name: "steep", tells: "one to two and a half logits in five to ten weeks", walk: 0.20, form: 0.20, source: 0.40, domain: 0.45, steep: true},
}

// mixed is the world whose learners come from several others.
const mixed = "mixed"

// mixable are the worlds a learner of the mixed one may come from.
func mixable() []world { return worlds[:5] }

// The exam of every world.
const (
	passLine  = 0.70
	startMean = 0.66 // share of right answers of candidates in general
	startSD   = 0.80
	examDaySD = 0.15
	driftSD   = 0.12 // of a domain, in 30 days
)

// mostSources is how many sources a learner has at most.
const mostSources = 3

// trial is one learner with what was recorded before the exam, and how the exam went.
type trial struct {
	input  readiness.Input
	score  float64 // share of right answers on the exam
	passed bool
	known  float64 // the true chance of passing for who knows the ability on the exam day, and not how lucky that day is
}

// learner is a person whose ability is known to the simulation.
type learner struct {
	world   world
	random  *rand.Rand
	level   float64
	domains []float64
	weights []float64
	sources []float64
	gain    float64 // to be gained in all
	pace    float64 // days in which two thirds of it are gained
	days    float64 // since the beginning
	lost    float64 // by forgetting
}

// play draws a learner, lets them take mocks and sit the exam.
func (w world) play(random *rand.Rand) trial {
	if w.name == mixed {
		from := mixable()
		return from[random.IntN(len(from))].play(random)
	}
	l := w.newLearner(random)
	day := planner.MustDate("2026-01-05")
	in := readiness.Input{PassLine: passLine, Questions: 60 + random.IntN(91), Always: true}
	for d, weight := range l.weights {
		in.Domains = append(in.Domains, planner.Domain{ID: domainID(d), Weight: weight})
	}
	mocks := 1 + random.IntN(10)
	if w.steep {
		mocks = 4 + random.IntN(5)
	}
	for i := range mocks {
		if i > 0 {
			gap := 3 + random.IntN(18)
			if w.steep {
				gap = 5 + random.IntN(7)
			}
			l.live(gap)
			day = day.AddDays(gap)
		}
		in.Mocks = append(in.Mocks, l.mock(day, fmt.Sprintf("mock %d", i)))
	}
	ahead := 2 + random.IntN(89)
	if w.steep {
		ahead = 3 + random.IntN(12)
	}
	in.AsOf, in.ExamDate = day, day.AddDays(ahead)
	if w.idle {
		in.HasWeeklyMinutes = true // none
		for _, d := range in.Domains {
			in.LastStudied = append(in.LastStudied, readiness.LastStudied{Domain: d.ID, Date: day})
		}
	}
	l.untilExam(ahead)
	right, asked := 0, 0
	luck := l.examLuck() * random.NormFloat64()
	for d, n := range shares(in.Questions, l.weights) {
		right += l.answers(d, n, luck)
		asked += n
	}
	score := float64(right) / float64(asked)
	return trial{in, score, right >= needed(asked), l.knownChance(in.Questions)}
}

// needed is how many right answers pass an exam of so many questions.
func needed(questions int) int { return int(math.Ceil(passLine*float64(questions) - 1e-9)) }

// newLearner draws a learner with four to eight domains and up to three sources.
func (w world) newLearner(random *rand.Rand) *learner {
	l := w.nobody(random)
	for range 4 + random.IntN(5) {
		l.addDomain()
		l.weights = append(l.weights, float64(8+random.IntN(18)))
	}
	for range 1 + random.IntN(mostSources) {
		l.addSource()
	}
	l.begin()
	return l
}

// nobody is a learner with a level alone.
func (w world) nobody(random *rand.Rand) *learner {
	return &learner{world: w, random: random, level: logit(startMean) + startSD*random.NormFloat64(), pace: 40}
}

func (l *learner) addDomain() {
	l.domains = append(l.domains, l.world.domain*l.random.NormFloat64())
}

func (l *learner) addSource() {
	l.sources = append(l.sources, l.world.source*l.random.NormFloat64())
}

// begin decides what the learner will gain; who climbs steeply begins low and has one source, an official one.
func (l *learner) begin() {
	l.gain = l.world.growth
	if l.world.steep {
		l.level -= 1.2
		l.gain, l.pace = 1.2+1.2*l.random.Float64(), 14+14*l.random.Float64()
		l.sources = append(l.sources[:0], 0.15*l.random.NormFloat64())
	}
}

// live lets days of study pass.
func (l *learner) live(days int) {
	month := math.Sqrt(float64(days) / 30)
	l.level += l.world.walk * month * l.random.NormFloat64()
	l.level += l.gain * (math.Exp(-l.days/l.pace) - math.Exp(-(l.days+float64(days))/l.pace))
	l.days += float64(days)
	for d := range l.domains {
		l.domains[d] += driftSD * month * l.random.NormFloat64()
	}
}

// domainID is what the estimator knows a domain by.
func domainID(place int) string { return fmt.Sprintf("d%d", place) }

// domainPlace is the place of a domain from what domainID made of it.
func domainPlace(id string) int {
	place, err := strconv.Atoi(strings.TrimPrefix(id, "d"))
	if err != nil {
		panic("no domain of this simulation: " + id)
	}
	return place
}

// untilExam lets the days from the last mock to the exam pass.
func (l *learner) untilExam(days int) {
	if l.world.idle {
		l.rest(days)
	} else {
		l.live(days)
	}
}

// examLuck is the spread of the luck of the exam's form and day.
func (l *learner) examLuck() float64 { return math.Hypot(l.world.form, examDaySD) }

// rest lets days without study pass: knowledge fades after two weeks, along a power curve.
func (l *learner) rest(days int) {
	l.level += l.world.walk * math.Sqrt(float64(days)/30) * l.random.NormFloat64()
	const grace, stability, factor = 14, 85, 19.0 / 81
	if days > grace {
		keeps := func(u float64) float64 { return 1 / math.Sqrt(1+factor*u/stability) }
		l.lost = keeps(float64(days)) / keeps(grace)
	}
}

// mock draws the result of a mock: 30 to 125 questions, a quarter of them told only in all.
func (l *learner) mock(day planner.Date, id string) planner.Mock {
	at := l.random.IntN(len(l.sources))
	m := planner.Mock{ID: id, Date: day, Source: fmt.Sprintf("Bank %d", at), Official: l.world.steep, Timed: true, FirstAttempt: true}
	luck := l.sources[at] + l.world.form*l.random.NormFloat64()
	total := l.random.IntN(4) == 0
	for d, n := range shares(30+l.random.IntN(96), l.weights) {
		right := l.answers(d, n, luck)
		if total {
			m.Correct += right
			m.Total += n
		} else if n > 0 {
			m.Domains = append(m.Domains, planner.DomainScore{Domain: domainID(d), Correct: right, Total: n})
		}
	}
	return m
}

// answers draws the right answers to n questions of a domain.
func (l *learner) answers(domain, n int, luck float64) int {
	right := 0
	for range n {
		p := logistic(l.level + l.domains[domain] + luck + l.world.items*l.random.NormFloat64())
		if l.lost > 0 {
			p *= l.lost
		}
		if l.random.Float64() < p {
			right++
		}
	}
	return right
}

// shares splits questions by weight; rounding gives the last domain what is left.
func shares(questions int, weights []float64) []int {
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	out, given, upTo := make([]int, len(weights)), 0, 0.0
	for i, w := range weights {
		upTo += w
		out[i] = int(math.Round(upTo/sum*float64(questions))) - given
		given += out[i]
	}
	return out
}

func logit(p float64) float64    { return math.Log(p / (1 - p)) }
func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

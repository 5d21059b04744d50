package readiness

import (
	"cmp"
	"math"
	"slices"

	"milepost/planner"
)

// Estimate works out readiness from mocks. It is a pure function: the same input gives the same figures, and the order in which
// mocks, sources or study days are given does not matter. Input it cannot use is refused with a *planner.FieldError.
//
// With thin evidence (Readiness.Enough false) the ranges are given, but no chance of passing, unless Input.Always asks for it.
func Estimate(in Input) (Readiness, error) {
	if err := in.validate(); err != nil {
		return Readiness{}, err
	}
	mocks := sortMocks(in.Mocks)
	sources, places := sourcesOf(mocks, in.Sources)
	sittings := sittingsOf(mocks, in.Domains, places)
	l := layout{domains: len(in.Domains), sources: len(sources), weights: normalisedWeights(in.Domains)}

	asOf := in.AsOf.DayNumber()
	examDay := max(asOf, in.ExamDate.DayNumber()) // an exam in the past is looked at from today
	start := asOf
	if len(sittings) > 0 {
		start = sittings[0].day
	}
	f := newFilter(l, sources, start)
	f.idle, f.outlook = in.idleness(), in.outlook()
	x := newExaminer(l, in.rules())

	r := Readiness{Series: x.trace(f, sittings, asOf)}
	today, then := f.newView(), f.newView()
	f.project(today, asOf)
	f.project(then, examDay)

	w := weigh(mocks, len(sources))
	questions := questionsByDomain(mocks, in.Domains)
	r.Enough, r.Missing, r.Evidence = w.enough(), w.missing(), w.count
	r.HasForecast = r.Enough || in.Always
	r.Score, r.ExamDay = x.score(today), x.score(then)
	r.Domains = x.domainLevels(today, in.Domains, questions)
	r.Sources = sourceLevels(today, l, sources)
	if r.HasForecast {
		chance := x.passing(then)
		r.Pass = Chance{Today: x.passing(today), ExamDay: chance, Word: w.word(chance, in.AsOf)}
		r.Forecast = x.forecast(f, asOf, examDay)
		r.NextBest = x.nextBest(today, then, in.Domains, questions)
	}
	r.NextEvidence = x.nextEvidence(f, today, then, in.Domains, sources) // the last to use the views: it draws forms into them
	r.Notices = r.notices(in.AsOf, mocks)
	return r, nil
}

// normalisedWeights are the shares of the domains in the exam, adding up to 1.
func normalisedWeights(domains []planner.Domain) []float64 {
	out := make([]float64, len(domains))
	sum := 0.0
	for i, d := range domains {
		out[i] = d.Weight
		sum += d.Weight
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}

// rules fills in what the input leaves open about the exam.
func (in Input) rules() examRules {
	return examRules{
		line:      cmp.Or(in.PassLine, planner.DefaultPassLine),
		questions: cmp.Or(in.Questions, planner.DefaultQuestions),
		scaled:    in.ScaledPassMark,
	}
}

// outlook turns the planned week into a pace of growth; nothing known means the usual one.
func (in Input) outlook() outlook {
	o := outlook{today: in.AsOf.DayNumber(), pace: 1}
	if in.HasWeeklyMinutes {
		o.pace = min(float64(in.WeeklyMinutes)/fullWeek, 1)
	}
	return o
}

// idleness collects the last days of study. Idle time ends today when study is planned from now on; otherwise it goes on.
func (in Input) idleness() idleness {
	n := len(in.Domains)
	idle := idleness{last: make([]int, n), known: make([]bool, n), until: math.MaxInt}
	if in.HasWeeklyMinutes && in.WeeklyMinutes > 0 {
		idle.until = in.AsOf.DayNumber()
	}
	if in.Options > 0 {
		idle.floor = 1 / float64(in.Options)
	}
	for i, d := range in.Domains {
		at := slices.IndexFunc(in.LastStudied, func(l LastStudied) bool { return l.Domain == d.ID })
		if at >= 0 {
			idle.last[i], idle.known[i] = in.LastStudied[at].Date.DayNumber(), true
		}
	}
	return idle
}

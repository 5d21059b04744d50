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
	w, err := in.prepare()
	if err != nil {
		return Readiness{}, err
	}
	f, x := w.filter, w.examiner
	r := Readiness{Series: x.trace(f, w.sittings, w.asOf)}
	today, then := f.newView(), f.newView()
	f.project(today, w.asOf)
	f.project(then, w.examDay)

	seen := weigh(w.mocks, len(w.sources))
	questions := questionsByDomain(w.mocks, in.Domains)
	r.Enough, r.Missing, r.Evidence = seen.enough(), seen.missing(), seen.count
	r.HasForecast = r.Enough || in.Always
	r.Score, r.ExamDay = x.score(today), x.score(then)
	r.Domains = x.domainLevels(today, in.Domains, questions)
	r.Sources = sourceLevels(today, w.layout, w.sources)
	if r.HasForecast {
		chance := x.passing(then)
		r.Pass = Chance{Today: x.passing(today), ExamDay: chance, Word: seen.word(chance, in.AsOf)}
		r.Forecast = x.forecast(f, w.asOf, w.examDay)
		r.NextBest = x.nextBest(today, then, in.Domains, questions)
	}
	r.NextEvidence = x.nextEvidence(f, today, then, in.Domains, w.sources) // the last to use the views: it draws forms into them
	r.Notices = r.notices(in.AsOf, w.mocks)
	return r, nil
}

// workings is an input made ready: mocks in their canonical order as sittings, and a filter on the day before the first of them.
type workings struct {
	mocks         []planner.Mock
	layout        layout
	sources       []source
	places        map[sourceKey]assignment
	sittings      []sitting
	filter        *filter
	examiner      *examiner
	asOf, examDay int
}

// prepare checks the input and makes it ready. The sources of further mocks get a place as well.
func (in Input) prepare(further ...planner.Mock) (workings, error) {
	if err := in.validate(); err != nil {
		return workings{}, err
	}
	w := workings{mocks: sortMocks(in.Mocks), asOf: in.AsOf.DayNumber()}
	w.sources, w.places = sourcesOf(append(w.mocks[:len(w.mocks):len(w.mocks)], further...), in.Sources)
	w.sittings = sittingsOf(w.mocks, in.Domains, w.places)
	w.layout = layout{domains: len(in.Domains), sources: len(w.sources), weights: normalisedWeights(in.Domains)}
	w.examDay = max(w.asOf, in.ExamDate.DayNumber()) // an exam in the past is looked at from today
	start := w.asOf
	if len(w.sittings) > 0 {
		start = w.sittings[0].day
	}
	w.filter = newFilter(w.layout, w.sources, start)
	w.filter.idle, w.filter.outlook = in.idleness(), in.outlook()
	w.examiner = newExaminer(w.layout, in.rules())
	return w, nil
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

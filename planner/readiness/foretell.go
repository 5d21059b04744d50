package readiness

import (
	"math"

	"milepost/planner"
)

// MockQuantiles are the shares of all possible results that lie below the figures of [MockForecast.Quantiles]: the bounds of
// the middle 90 %, the quarters, and the median.
var MockQuantiles = [5]float64{0.05, 0.25, 0.50, 0.75, 0.95}

// MockForecast is what was to be expected of one mock before its result was known.
type MockForecast struct {
	// Quantiles of the share of right answers, 0..1, for each of MockQuantiles.
	Quantiles [5]float64
	// Reaches is the probability that the mock itself reaches the pass line, 0..1; it is told when HasChance, that is when the evidence was enough for a
	// chance at all.
	Reaches   float64
	HasChance bool
	// Mocks is how many earlier ones the forecast rests on.
	Mocks int
}

// Median is the result in the middle of what was expected.
func (f MockForecast) Median() float64 { return f.Quantiles[2] }

// Low and High bound the middle 90 %.
func (f MockForecast) Low() float64  { return f.Quantiles[0] }
func (f MockForecast) High() float64 { return f.Quantiles[4] }

// ForecastMock works out what a mock should be expected to bring, from the mocks of the input alone: from its source, the day it is
// taken (Input.AsOf), whether it is timed and a first attempt, and how many questions it has in which domains. What was answered
// right has no part in it. A mock without a count of questions is taken to have as many as a bare percentage is worth.
//
// The error is a *planner.FieldError for an input that cannot be estimated from.
func ForecastMock(in Input, mock planner.Mock) (MockForecast, error) {
	w, err := in.prepare(mock)
	if err != nil {
		return MockForecast{}, err
	}
	for _, s := range w.sittings {
		w.filter.observe(s)
	}
	now := w.filter.newView()
	w.filter.project(now, w.asOf)
	x, questions := w.examinerOf(mock, in)
	s := x.scores(x.facing(now, w.filter.observer, sittingsOf([]planner.Mock{mock}, in.Domains, w.places)[0]))
	out := MockForecast{Mocks: len(w.mocks), HasChance: weigh(w.mocks, len(w.sources)).enough() || in.Always}
	for i, q := range MockQuantiles {
		out.Quantiles[i] = rootOf(0, 1, func(share float64) float64 { return s.cdf(share) - q })
	}
	if out.HasChance {
		line := (float64(x.rules.needed()) - 0.5) / float64(questions)
		out.Reaches = min(max(1-s.cdf(line), 0), 1)
	}
	return out, nil
}

// examinerOf looks at beliefs as a mock does: with its number of questions, spread over the domains as it spreads them.
func (w workings) examinerOf(mock planner.Mock, in Input) (x *examiner, questions int) {
	l, rules := w.layout, in.rules()
	l.weights, rules.questions = asksOf(mock, in.Domains, l.weights)
	return newExaminer(l, rules), rules.questions
}

// facing is the belief about the log-odds at which the questions of a sitting will be answered: with its source, its form and its luck.
func (x *examiner) facing(v view, o *observer, sit sitting) mixture {
	out := make(mixture, 0, len(v.states))
	for i := range v.states {
		v.states[i].newForm(x.layout, sit.formSD)
		o.foresee(&v.states[i], sit.place)
		copy(x.mean, o.faced)
		copy(x.cov.data, o.spread.data)
		mean, sd := x.sum()
		out = append(out, normal{v.shares[i], mean, sd})
	}
	return out
}

// asksOf tells which share of a mock's questions each domain has, adding up to 1, and how many questions there are. What belongs to no
// named domain is spread as the exam is.
func asksOf(m planner.Mock, domains []planner.Domain, weights []float64) (shares []float64, questions int) {
	_, questions = m.Counts()
	if questions == 0 {
		return weights, assumedQuestions
	}
	shares = make([]float64, len(domains))
	rest := questions
	for i, d := range domains {
		if s, ok := m.DomainScore(d.ID); ok {
			shares[i] = float64(s.Total)
			rest -= s.Total
		}
	}
	for i, w := range weights {
		shares[i] = (shares[i] + float64(w*float64(max(rest, 0)))) / float64(questions)
	}
	return shares, questions
}

// Foretold is a mock forecast with what came of it, and with what the candidate had guessed.
type Foretold struct {
	MockForecast
	Result   float64 // share of right answers, 0..1
	HasGuess bool
	Guess    float64 // share of right answers, 0..1
	PassLine float64 // the forecast was made for, 0..1
}

// Reached reports whether the result reached the pass line; shares that are equal but for rounding do.
func (f Foretold) Reached() bool { return f.Result >= f.PassLine-1e-9 }

// inside reports whether the result lay between two quantiles, the bounds included.
func (f Foretold) inside(low, high int) bool {
	return f.Result >= f.Quantiles[low]-1e-9 && f.Result <= f.Quantiles[high]+1e-9
}

// Inside90 reports whether the result lay inside the range that nine results of ten should lie in.
func (f Foretold) Inside90() bool { return f.inside(0, 4) }

// miss is how far the middle of the forecast lay from the result.
func (f Foretold) miss() float64 { return math.Abs(f.Median() - f.Result) }

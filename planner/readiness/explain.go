package readiness

import "milepost/planner"

// Explanation is an estimate step by step: what each mock was expected to bring, what it brought, and what that made of the level.
type Explanation struct {
	// Before is the level that is taken for everybody, before the first mock.
	Before Point
	// Steps are the mocks by day.
	Steps []Step
	// Today and ExamDay are the level on those days.
	Today, ExamDay Point
	// Unforgotten is the level on the exam day if nothing were forgotten until then.
	Unforgotten Point
	// Needed right answers of Questions pass the exam.
	Needed, Questions int
}

// Step is what one mock did to the estimate.
type Step struct {
	Mock planner.Mock
	// Expected is the median of what the mock should have brought, from its source on its day, 0..1.
	Expected float64
	// Before and After are the level just before the mock and just after it.
	Before, After Point
	// Worth is how many of its questions the mock counts for.
	Worth float64
}

// Explain works an estimate out once more and notes every step. Figures agree with those of [Estimate] for the same input; it takes a few times as long.
// The error is a *planner.FieldError for an input that cannot be estimated from.
func Explain(in Input) (Explanation, error) {
	w, err := in.prepare()
	if err != nil {
		return Explanation{}, err
	}
	f, x := w.filter, w.examiner
	v := f.newView()
	out := Explanation{Needed: x.rules.needed(), Questions: x.rules.questions}
	first := w.asOf
	if len(w.sittings) > 0 {
		first = w.sittings[0].day
	}
	out.Before = x.levelOn(f, v, first)
	for i, sit := range w.sittings {
		s := Step{Mock: w.mocks[i], Before: x.levelOn(f, v, sit.day)}
		asked, _ := w.examinerOf(s.Mock, in)
		s.Expected = logistic(asked.facing(v, f.observer, sit).quantile(0.5))
		f.observe(sit)
		s.After = x.levelOn(f, v, sit.day)
		for _, r := range sit.rows {
			s.Worth += r.total
		}
		out.Steps = append(out.Steps, s)
	}
	out.Today, out.ExamDay = x.levelOn(f, v, w.asOf), x.levelOn(f, v, w.examDay)
	f.idle.known = make([]bool, len(in.Domains)) // nobody is idle
	out.Unforgotten = x.levelOn(f, v, w.examDay)
	return out, nil
}

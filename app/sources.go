package app

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"milepost/app/lang"
	"milepost/planner"
	"milepost/planner/readiness"
)

// SourcesView is how the sources of a study compare with the exam.
type SourcesView struct {
	Study   planner.Study
	Sources []Source // by name: those with mocks, and those only described
}

// Source is a place questions come from, known by its name without regard to case and surrounding space.
type Source struct {
	Name     string
	Official bool
	// First are the results of questions met for the first time, Again those of questions met before, which are easier.
	First, Again SourceResults
	// Set is what was said of the source by hand; nil when its difference is learned from results alone.
	Set *SourceDifference
}

// SourceResults are the mocks of one source and what they say of its difficulty.
type SourceResults struct {
	Mocks, Questions int
	// Known says that the difference was learned or set by hand; until then WhyNot says why, and the range is what is assumed.
	Known  bool
	WhyNot string
	// Points is what the source adds to the exam score, in points of 100 at the pass line (positive: easier), with the middle 90 %.
	Points, Low, High float64
}

// SourceDifference is a difference from the exam as a person knows it, in whole points of the exam score at the pass line.
type SourceDifference struct {
	Points int // positive: easier than the exam
	Doubt  int // points either way that are meant to hold nine of ten
}

// Sources compares the sources of the open study with the exam, as known today.
func (m *Milepost) Sources(ctx context.Context) (SourcesView, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return SourcesView{}, err
	}
	return m.sourcesFrom(l)
}

func (m *Milepost) sourcesFrom(l loaded) (SourcesView, error) {
	est, err := m.estimate(l, m.Today())
	if err != nil {
		return SourcesView{}, err
	}
	v := SourcesView{Study: l.study, Sources: sourcesIn(l, m.Today())}
	scale := readiness.NewPointScale(l.study.PassLine)
	compared := canCompare(l, m.Today(), v.Sources)
	for i := range v.Sources {
		s := &v.Sources[i]
		for _, p := range l.sources {
			if readiness.SameSource(p.Name, s.Name) && p.HasOffset {
				s.Set = &SourceDifference{whole(scale.Points(p.Offset)), max(whole(scale.Doubt(p.Offset, p.SD())), 1)}
			}
		}
		s.First = s.First.learned(est.Sources, s.Name, false)
		s.Again = s.Again.learned(est.Sources, s.Name, true)
		s.First, s.Again = s.judged(s.First, compared, scale), s.judged(s.Again, compared, scale)
	}
	return v, nil
}

// sourcesIn lists the sources with their mocks up to a day and what is marked of them, by name.
func sourcesIn(l loaded, day planner.Date) []Source {
	var out []Source
	find := func(name string) *Source {
		i := slices.IndexFunc(out, func(s Source) bool { return readiness.SameSource(s.Name, name) })
		if i < 0 {
			i = len(out)
			out = append(out, Source{Name: strings.TrimSpace(name)})
		}
		return &out[i]
	}
	mocks := mocksUpTo(l.mocks, day)
	slices.Reverse(mocks) // the latest spelling of a name is the one that is shown
	for _, mk := range mocks {
		s := find(mk.Source)
		s.Official = s.Official || mk.Official
		r := &s.First
		if !mk.FirstAttempt {
			r = &s.Again
		}
		_, n := mk.Counts()
		r.Mocks++
		r.Questions += n
	}
	for _, p := range l.sources {
		s := find(p.Name)
		s.Official = s.Official || p.Official
	}
	slices.SortStableFunc(out, func(a, b Source) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.Name, b.Name))
	})
	return out
}

// learned takes over the offset of the estimate, still in log-odds.
func (r SourceResults) learned(from []readiness.SourceEstimate, name string, again bool) SourceResults {
	for _, e := range from {
		if e.Source != "" && e.Retake == again && readiness.SameSource(e.Source, name) {
			r.Known, r.Points, r.Low, r.High = true, e.Offset, e.Low, e.High
		}
	}
	return r
}

// judged turns log-odds into points and says what cannot be told.
func (s Source) judged(r SourceResults, compared bool, scale readiness.PointScale) SourceResults {
	switch {
	case r.Mocks == 0:
		r.Known, r.WhyNot = false, lang.T("no results yet")
		return r
	case !r.Known: // it shares one difficulty with others
		r.WhyNot = lang.T("too many sources to tell this one apart")
		return r
	}
	r.Points, r.Low, r.High = scale.Points(r.Points), scale.Points(r.Low), scale.Points(r.High)
	if r.Known = compared || s.Set != nil; !r.Known {
		r.WhyNot = lang.T("needs results from a second source")
	}
	return r
}

func whole(x float64) int { return int(math.Round(x)) }

// canCompare reports whether results of a second source tell how difficult the first one is. A sitting of the exam itself is the best of second sources.
func canCompare(l loaded, day planner.Date, sources []Source) bool {
	used := 0
	for _, s := range sources {
		if s.First.Mocks+s.Again.Mocks > 0 {
			used++
		}
	}
	for _, s := range failedUpTo(l, day) {
		if _, counts := s.AsMock(l.study); counts {
			used++
		}
	}
	return used > 1
}

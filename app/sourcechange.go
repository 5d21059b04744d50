package app

import (
	"context"
	"slices"
	"strings"

	"milepost/app/lang"
	"milepost/data"
	"milepost/planner"
	"milepost/planner/readiness"
)

// Bounds of what can be said of a source by hand, in points of the exam score. More doubt than MaxSourceDoubt says less than nothing being said at all.
const (
	MaxSourcePoints = 30
	MaxSourceDoubt  = 15
	// UsualSourceDoubt is taken where a difference is given without how sure it is.
	UsualSourceDoubt = 6
)

// SourceChange says what is to be known of a source from now on; what is nil stays as it is.
type SourceChange struct {
	Name       string
	Official   *bool             // made by the exam's own vendor; its mocks are marked the same
	Difference *SourceDifference // a known difference from the exam
	Learn      bool              // forget a known difference and learn it from results
}

// DescribeSource stores what is known of a source, as one action, and answers the source as it stands then. A source may be described before its first mock.
func (m *Milepost) DescribeSource(ctx context.Context, c SourceChange) (Source, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return Source{}, err
	}
	d, err := l.describe(c)
	if err != nil {
		return Source{}, err
	}
	id := l.study.ID
	err = m.do(ctx, "Describe source", func(tx *data.Tx) error {
		for _, mk := range d.mocks {
			if err := tx.SaveMock(id, mk); err != nil {
				return err
			}
		}
		switch {
		case d.says:
			return tx.SaveSource(id, d.prior)
		case d.stored:
			return tx.DeleteSource(id, d.prior.Name)
		}
		return nil
	})
	if err != nil {
		return Source{}, err
	}
	v, err := m.Sources(ctx)
	for _, s := range v.Sources {
		if readiness.SameSource(s.Name, c.Name) {
			return s, err
		}
	}
	return Source{Name: d.prior.Name}, err
}

// PreviewSource tells what a description would do to the estimate. Nothing is stored.
func (m *Milepost) PreviewSource(ctx context.Context, c SourceChange) (MockEffect, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return MockEffect{}, err
	}
	d, err := l.describe(c)
	if err != nil {
		return MockEffect{}, err
	}
	before, err := m.estimate(l, m.Today())
	if err != nil {
		return MockEffect{}, err
	}
	l.sources = slices.DeleteFunc(slices.Clone(l.sources), func(p readiness.SourcePrior) bool { return p.Name == d.prior.Name })
	l.sources = append(l.sources, d.prior)
	l.mocks = slices.Clone(l.mocks)
	for _, mk := range d.mocks {
		l.mocks[slices.IndexFunc(l.mocks, func(o planner.Mock) bool { return o.ID == mk.ID })] = mk
	}
	after, err := m.estimate(l, m.Today())
	return MockEffect{Before: before, After: after}, err
}

// description is what a change comes to.
type description struct {
	prior  readiness.SourcePrior
	stored bool           // something is stored of it already
	says   bool           // there is something to store
	mocks  []planner.Mock // to be marked official, or not any more
}

// describe works out what a change comes to. Errors name the field.
func (l loaded) describe(c SourceChange) (description, error) {
	name := strings.TrimSpace(c.Name)
	scale := readiness.NewPointScale(l.study.PassLine)
	if err := c.validate(name, scale); err != nil {
		return description{}, err
	}
	d := description{prior: readiness.SourcePrior{Name: name}}
	for _, s := range sourcesIn(l, l.study.ExamDate) {
		if readiness.SameSource(s.Name, name) {
			d.prior.Name = s.Name // as its mocks have it
		}
	}
	for _, p := range l.sources {
		if readiness.SameSource(p.Name, name) {
			d.prior, d.stored = p, true
			break
		}
	}
	if c.Official != nil {
		d.prior.Official = *c.Official
		for _, mk := range l.mocks {
			if mk.Official != *c.Official && readiness.SameSource(mk.Source, name) {
				mk.Official = *c.Official
				d.mocks = append(d.mocks, mk)
			}
		}
	}
	switch {
	case c.Difference != nil:
		offset := scale.Offset(float64(c.Difference.Points))
		d.prior.Offset, d.prior.OffsetSD, d.prior.HasOffset = offset, scale.SD(offset, float64(c.Difference.Doubt)), true
	case c.Learn:
		d.prior.Offset, d.prior.OffsetSD, d.prior.HasOffset = 0, 0, false
	}
	d.says = d.prior.Official || d.prior.HasOffset
	return d, nil
}

func (c SourceChange) validate(name string, scale readiness.PointScale) error {
	fault := func(field, format string, args ...any) error {
		return &planner.FieldError{Field: field, Reason: lang.Of(format, args...)}
	}
	switch {
	case name == "":
		return fault("name", lang.Key("say which source; its name is missing"))
	case readiness.SameSource(name, planner.SittingSource):
		return fault("name", lang.Key("%q is what sources are compared with; there is nothing to say of it"), name)
	}
	if err := planner.CheckText("name", name, planner.MaxNameRunes); err != nil {
		return err
	}
	if c.Difference == nil {
		return nil
	}
	if c.Learn {
		return fault("points", lang.Key("a difference is either known or learned, not both"))
	}
	harder, easier := scale.Bounds()
	least, most := -min(whole(harder), MaxSourcePoints), min(whole(easier), MaxSourcePoints)
	switch p := c.Difference.Points; {
	case p > most:
		return fault("points", lang.Key("%d points easier is out of range: at this pass line a source can be at most %d points easier than the exam"), p, most)
	case p < least:
		return fault("points", lang.Key("%d points harder is out of range: at this pass line a source can be at most %d points harder than the exam"), -p, -least)
	}
	if d := c.Difference.Doubt; d < 1 || d > MaxSourceDoubt {
		return fault("doubt", lang.Key("%d is out of range; give or take 1 to %d points, 3 for fairly sure and 6 for roughly"), d, MaxSourceDoubt)
	}
	return nil
}

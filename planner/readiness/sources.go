package readiness

import (
	"cmp"
	"slices"
	"strings"

	"milepost/planner"
)

// source is one offset of the state: a question bank, the same bank met a second time, or all the rare ones together.
type source struct {
	name      string // as it is shown
	bank      string // its name without what is added for retakes; "" for the rare ones together
	official  bool
	retake    bool
	priorMean float64
	priorSD   float64
	mocks     int
}

// sourceKey tells sources apart: names without regard to case and surrounding space, and whether the questions were met before.
type sourceKey struct {
	name   string
	retake bool
}

const (
	unnamedSource = "unnamed source"
	otherSources  = "other sources"
	retakeSuffix  = " (retake)"
)

// trimmedName is the source as it is shown.
func trimmedName(name string) string {
	if s := strings.TrimSpace(name); s != "" {
		return s
	}
	return unnamedSource
}

// foldedName is the source as it is compared.
func foldedName(name string) string { return strings.ToLower(trimmedName(name)) }

// SameSource tells whether two names mean the same source: without regard to case and surrounding space.
func SameSource(a, b string) bool { return foldedName(a) == foldedName(b) }

func keyOf(m planner.Mock) sourceKey { return sourceKey{foldedName(m.Source), !m.FirstAttempt} }

// assignment says which offset a sitting has: its place among the sources, and a known part on top of it.
type assignment struct {
	source int
	shift  float64
}

// sourcesOf finds the sources of the mocks (which must be in their canonical order, see sortMocks) and where each belongs.
func sourcesOf(mocks []planner.Mock, priors []SourcePrior) ([]source, map[sourceKey]assignment) {
	found := map[sourceKey]source{}
	var keys []sourceKey
	for _, m := range mocks {
		k := keyOf(m)
		s, seen := found[k]
		if !seen {
			keys = append(keys, k)
			s = source{name: trimmedName(m.Source), bank: trimmedName(m.Source), retake: k.retake}
		}
		s.official = s.official || m.Official
		s.mocks++
		found[k] = s
	}
	for i, k := range keys {
		found[keys[i]] = found[k].withPrior(priorFor(k.name, priors))
	}
	// The most used first; then the official ones, then by name. The rarest come last and may have to share.
	slices.SortFunc(keys, func(a, b sourceKey) int {
		x, y := found[a], found[b]
		return cmp.Or(cmp.Compare(y.mocks, x.mocks), compareBool(y.official, x.official), cmp.Compare(a.name, b.name), compareBool(a.retake, b.retake))
	})
	var list []source
	places := make(map[sourceKey]assignment, len(keys))
	other := source{name: otherSources, priorSD: thirdPartySD}
	for i, k := range keys {
		if i < maxSources {
			list = append(list, found[k])
			places[k] = assignment{source: i}
			continue
		}
		other.mocks += found[k].mocks
		places[k] = assignment{source: maxSources, shift: found[k].priorMean}
	}
	if other.mocks > 0 {
		list = append(list, other)
	}
	return list, places
}

// withPrior fills in what is believed of the source's difficulty before any mock.
func (s source) withPrior(p SourcePrior) source {
	s.official = s.official || p.Official
	s.priorSD = thirdPartySD
	if s.official {
		s.priorSD = officialSD
	}
	if p.HasOffset {
		s.priorMean, s.priorSD = p.Offset, p.SD()
	}
	if s.retake {
		s.name += retakeSuffix
		s.priorMean += retakeOffset
		s.priorSD = max(s.priorSD, retakeSD)
	}
	return s
}

// priorFor finds what the input says of a source; the zero SourcePrior says nothing.
func priorFor(folded string, priors []SourcePrior) SourcePrior {
	for _, p := range priors {
		if foldedName(p.Name) == folded {
			return p
		}
	}
	return SourcePrior{}
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

package planner

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"slices"
	"strings"
)

// assemble puts fixed and laid-out sessions in order, and gives each its place in the day, its stage and its ID.
func (m *model) assemble(laid []Session) []Session {
	all := mergedByDay(m.fixed, laid)
	ids := newIDs(m.request)
	for i := range all {
		s := &all[i]
		if i > 0 && all[i-1].Date == s.Date {
			s.Order = all[i-1].Order + 1
		} else {
			s.Order = 0
		}
		s.Status = Planned
		s.Stage = StageOf(s.Date, m.request.Today)
		if s.ID == "" && !m.trial {
			s.ID = ids.next(s.Domain, s.Activity)
		}
	}
	return all
}

// mergedByDay merges fixed sessions with those that were laid out, which are in order already; on a day the fixed ones come first.
func mergedByDay(fixed, laid []Session) []Session {
	fixed = slices.Clone(fixed)
	slices.SortStableFunc(fixed, func(a, b Session) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(rankInDay(a), rankInDay(b)))
	})
	all := make([]Session, 0, len(fixed)+len(laid))
	for _, s := range laid {
		for len(fixed) > 0 && !fixed[0].Date.After(s.Date) {
			all = append(all, fixed[0])
			fixed = fixed[1:]
		}
		all = append(all, s)
	}
	return append(all, fixed...)
}

// rankInDay puts pinned sessions first, then a mock, then its debrief; the rest stays as laid out.
func rankInDay(s Session) int {
	switch {
	case s.Pinned:
		return 0
	case s.Activity == MockExam:
		return 1
	case s.Activity == Debrief:
		return 2
	}
	return 3
}

// ids makes session IDs out of domain, activity and how many there were before, so that a plan made twice has the same ones, and a session that moves to
// another day keeps its own.
type ids struct {
	used  map[string]bool
	count map[string]int
}

func newIDs(r Request) *ids {
	g := &ids{used: map[string]bool{}, count: map[string]int{}}
	for _, s := range r.History {
		g.used[s.ID] = true
	}
	for _, s := range r.Pinned {
		g.used[s.ID] = true
	}
	return g
}

// next is the first ID of its kind that is not in use.
func (g *ids) next(domain string, a Activity) string {
	kind := string(a) + "\x00" + domain
	for {
		g.count[kind]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", kind, g.count[kind]))
		id := "s-" + strings.ToLower(base32.StdEncoding.EncodeToString(sum[:5]))
		if !g.used[id] {
			g.used[id] = true
			return id
		}
	}
}

package mockfile

import (
	"slices"
	"strings"

	"milepost/planner"
)

// groupKey is what all lines of a mock have in common.
type groupKey struct {
	date   planner.Date
	source string // as sourceKey makes it
	mock   string
}

// sourceKey makes sources comparable as the rest of the program does: without case and surrounding space.
func sourceKey(source string) string {
	return strings.ToLower(strings.Join(strings.Fields(source), " "))
}

// group is the lines of one mock.
type group struct {
	key    groupKey
	lines  []*line
	said   conditions
	notes  []string
	have   map[string]bool // domains, and "" for the total
	beside []int           // unreadable lines next to it that may be part of it
}

// fullKey is for lines that are not adjacent: they are of one mock if all they say of it is the same.
type fullKey struct {
	key  groupKey
	said conditions
	note string
}

// gathering puts lines together.
type gathering struct {
	groups  []*group
	last    *group
	byKey   map[fullKey]*group // the latest
	keyless []*line
	pending []int // keyless lines since the last good one
}

// gather reads all lines of a table and puts those of each mock together.
func gather(r *lineReader, t *table) *gathering {
	g := &gathering{byKey: map[fullKey]*group{}}
	for _, w := range t.rows {
		g.add(r.read(w))
	}
	for _, bad := range t.bad {
		g.keyless = append(g.keyless, &line{number: bad.Line, problem: &bad})
	}
	return g
}

func (g *gathering) add(l *line) {
	switch {
	case l.keyless:
		g.keyless = append(g.keyless, l)
		if l.long {
			g.pending = append(g.pending, l.number)
			if g.last != nil {
				g.last.beside = append(g.last.beside, l.number)
			}
		}
		return
	case !l.long:
		g.begin(l)
		return
	}
	full := fullKey{l.key, l.said, l.note}
	switch near, far := g.last, g.byKey[full]; {
	case near != nil && near.key == l.key && near.said.goWith(l.said) && !near.have[l.domain]:
		near.take(l)
	case far != nil && !far.have[l.domain]:
		far.take(l)
		g.last = far
	default:
		g.byKey[full] = g.begin(l)
		g.last.beside = slices.Clone(g.pending)
	}
	g.pending = nil
}

func (g *gathering) begin(l *line) *group {
	g.last = &group{key: l.key, said: l.said, have: map[string]bool{}}
	g.last.take(l)
	g.groups = append(g.groups, g.last)
	return g.last
}

func (g *group) take(l *line) {
	g.lines = append(g.lines, l)
	g.have[l.domain] = true
	if l.problem != nil {
		return // the mock will not be made, and there may be any number of such lines
	}
	g.said = g.said.with(l.said)
	if l.note != "" && !slices.Contains(g.notes, l.note) {
		g.notes = append(g.notes, l.note)
	}
}

// goWith reports whether two lines may be of one mock: nothing is said in both of them and differs.
func (c conditions) goWith(o conditions) bool {
	agree := func(a, b answer) bool { return a == b || a == unsaid || b == unsaid }
	return agree(c.timed, o.timed) && agree(c.first, o.first) && agree(c.official, o.official) &&
		(c.minutes == o.minutes || c.minutes == noMinutes || o.minutes == noMinutes) &&
		(c.guess == o.guess || !c.hasGuess || !o.hasGuess)
}

// with adds what another line says.
func (c conditions) with(o conditions) conditions {
	pick := func(a, b answer) answer {
		if a == unsaid {
			return b
		}
		return a
	}
	c.timed, c.first, c.official = pick(c.timed, o.timed), pick(c.first, o.first), pick(c.official, o.official)
	if c.minutes == noMinutes {
		c.minutes = o.minutes
	}
	if !c.hasGuess {
		c.guess, c.hasGuess = o.guess, o.hasGuess
	}
	return c
}

package mockfile

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"milepost/planner"
)

// foldedDomain is a domain of the study in comparable words.
type foldedDomain struct{ raw, id, name string }

// domainFinder finds the domain a text means.
type domainFinder struct {
	domains []planner.StudyDomain
	folded  []foldedDomain
	known   map[string]found // answers given before: long files name the same few domains again and again
}

// found is an answer of domainFinder.find.
type found struct {
	id    string // "" when there is none, or more than one
	exact bool   // by id, number or whole name
	many  bool   // more than one domain could be meant
}

const (
	longestName = 300 // characters of a domain's name that are compared
	shortestBit = 3   // characters by which a name may be recognised without being whole
)

func newDomainFinder(domains []planner.StudyDomain) *domainFinder {
	f := &domainFinder{domains: domains, known: map[string]found{}}
	for _, d := range domains {
		name := []rune(d.Name)
		f.folded = append(f.folded, foldedDomain{d.ID, fold(d.ID), fold(string(name[:min(len(name), longestName)]))})
	}
	return f
}

func (f *domainFinder) has(id string) bool {
	return slices.ContainsFunc(f.domains, func(d planner.StudyDomain) bool { return d.ID == id })
}

// isNamed reports whether a text is the id or the name of a domain.
func (f *domainFinder) isNamed(text string) bool {
	text = fold(text)
	return slices.ContainsFunc(f.folded, func(d foldedDomain) bool { return d.id == text || d.name == text })
}

// find tells which domain a text means: by its id, its number, its name, or a part of it that no other name has.
func (f *domainFinder) find(text string) found {
	if f.has(text) {
		return found{id: text, exact: true}
	}
	if len(text) > longestName {
		return found{}
	}
	m, ok := f.known[text]
	if !ok {
		m = f.look(fold(text))
		f.known[text] = m
	}
	return m
}

func (f *domainFinder) look(text string) found {
	if text == "" {
		return found{}
	}
	if m := f.only(func(d foldedDomain) bool { return d.id == text }); m.id != "" || m.many {
		m.exact = true
		return m
	}
	if m := f.byName(text); m.id != "" {
		return m
	}
	parts := numbered.FindStringSubmatch(text)
	if parts == nil {
		return f.byName(text)
	}
	if parts[3] != "" { // "2. Risk Management": an outline may have been numbered anew, so the name goes first
		if m := f.byName(parts[3]); m.id != "" || parts[1] == "" {
			return m
		}
	}
	return f.byNumber(parts[2])
}

// numbered matches folded texts like "3", "d3", "domain 3", "domain 3 risk", "3 risk" and "3 0 risk".
var numbered = regexp.MustCompile(`^(d|domain|bereich|domane|dominio|domaine|area|gebiet|section|sektion|seccion|sezione|secao|part|teil|chapter|kapitel|objective)? ?(\d{1,2})(?: 0)?(?: (\D.*))?$`)

// byNumber takes "3" for the domain with the id "d3" or "3", or else for the third.
func (f *domainFinder) byNumber(digits string) found {
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 {
		return found{}
	}
	number := strconv.Itoa(n)
	for _, id := range []string{"d" + number, number} {
		if m := f.only(func(d foldedDomain) bool { return d.id == id }); m.id != "" {
			m.exact = true
			return m
		}
	}
	if n > len(f.domains) {
		return found{}
	}
	return found{id: f.domains[n-1].ID, exact: true}
}

// byName looks for the whole name, then for one that begins with the text, holds it, or is held by it.
func (f *domainFinder) byName(text string) found {
	if m := f.only(func(d foldedDomain) bool { return d.name == text }); m.id != "" || m.many {
		m.exact = true
		return m
	}
	if len(text) < shortestBit {
		return found{}
	}
	within := " " + text
	last := found{}
	for _, fits := range []func(d foldedDomain) bool{
		func(d foldedDomain) bool { return strings.HasPrefix(d.name, text) },
		func(d foldedDomain) bool { return strings.Contains(d.name, within) },
		func(d foldedDomain) bool {
			return len(d.name) >= shortestBit && strings.Contains(within+" ", " "+d.name+" ")
		},
	} {
		m := f.only(fits)
		if m.id != "" {
			return m
		}
		last.many = last.many || m.many
	}
	return last
}

// only gives the one domain that fits.
func (f *domainFinder) only(fits func(d foldedDomain) bool) found {
	m := found{}
	for _, d := range f.folded {
		if !fits(d) {
			continue
		}
		if m.id != "" {
			return found{many: true}
		}
		m.id = d.raw
	}
	return m
}

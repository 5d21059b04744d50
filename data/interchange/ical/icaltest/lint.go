// Package icaltest looks over iCalendar files (RFC 5545) in tests, byte by byte, for what calendars stumble over.
//
// Parsers forgive much that a calendar somewhere does not: bare line feeds, lines of 76 octets, a character split by a
// fold, an event that ends before it begins. [Lint] forgives nothing of the kind, knows only what a plain calendar of
// events needs, and must never learn how the file was written: it shares no code with package ical, or both would be
// wrong together. It is not meant for files from outside, which may hold to-dos, journals and more.
//
// Start at [Lint]: the bytes are looked at first (bytes.go), unfolded and put together to components (parse.go), and
// those are checked one by one (component.go, event.go, value.go). [Texts] gives back what a file says.
package icaltest

import "fmt"

// Lint lists what is wrong with a calendar file, each with the number of the line as an editor counts it, from 1.
// An empty list means the file is clean.
func Lint(b []byte) []string {
	var l linter
	l.bytes(b)
	root := l.parse(l.unfold(split(b)))
	l.file(root)
	return l.findings
}

// Texts gives the texts of a property in the components of a name ("VEVENT", "SUMMARY"), in the order of the file,
// unfolded and unescaped; of CATEGORIES each one by itself. What is broken is read as well as it can be: ask [Lint].
func Texts(b []byte, componentName, propertyName string) []string {
	var l linter
	var texts []string
	l.parse(l.unfold(split(b))).walk(func(c *component) {
		for _, p := range c.properties {
			if c.name != componentName || p.name != propertyName {
				continue
			}
			for _, item := range items(p) {
				texts = append(texts, unescape(item))
			}
		}
	})
	return texts
}

// linter gathers findings.
type linter struct{ findings []string }

func (l *linter) add(line int, format string, args ...any) {
	l.findings = append(l.findings, fmt.Sprintf("line %d: ", line)+fmt.Sprintf(format, args...))
}

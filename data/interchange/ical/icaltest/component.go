package icaltest

import (
	"slices"
	"strings"
)

// home says what may stand in what; "" is the file itself. Other components are not shown by every calendar.
type home struct{ part, whole string }

var homes = []home{
	{"VCALENDAR", ""},
	{"VEVENT", "VCALENDAR"},
	{"VTIMEZONE", "VCALENDAR"},
	{"STANDARD", "VTIMEZONE"},
	{"DAYLIGHT", "VTIMEZONE"},
	{"VALARM", "VEVENT"},
}

// file checks everything that was read.
func (l *linter) file(root *component) {
	if len(root.parts) == 0 {
		l.add(1, "there is no calendar in the file")
		return
	}
	for _, more := range root.parts[1:] {
		l.add(more.line, "the file goes on after its calendar; most readers stop there")
	}
	root.walk(func(c *component) {
		for _, part := range c.parts {
			if !slices.Contains(homes, home{part.name, c.name}) {
				l.add(part.line, "%q does not belong in %q", part.name, c.name)
			}
		}
		for _, p := range c.properties {
			l.value(p)
		}
		switch c.name {
		case "VCALENDAR":
			l.calendar(c)
		case "VTIMEZONE":
			l.zone(c)
		case "VEVENT":
			l.event(c)
		case "VALARM":
			l.alarm(c)
		}
	})
}

// needs demands each property exactly once.
func (l *linter) needs(c *component, names ...string) {
	for _, name := range names {
		if len(c.all(name)) == 0 {
			l.add(c.line, "%s has no %s", c.name, name)
		}
	}
	l.allows(c, names...)
}

// allows demands each property at most once.
func (l *linter) allows(c *component, names ...string) {
	for _, name := range names {
		for i, p := range c.all(name) {
			if i > 0 {
				l.add(p.line, "%s has more than one %s", c.name, name)
			}
		}
	}
}

func (l *linter) calendar(c *component) {
	l.needs(c, "PRODID", "VERSION")
	l.allows(c, "CALSCALE", "METHOD", "NAME", "X-WR-CALNAME", "COLOR", "REFRESH-INTERVAL")
	for _, p := range c.all("METHOD") {
		l.add(p.line, "METHOD makes the file a message between people, which needs more than events")
	}
	if !slices.ContainsFunc(c.parts, func(part *component) bool { return part.name == "VEVENT" }) {
		l.add(c.line, "the calendar is empty")
	}
	l.uids(c)
	l.zones(c)
}

// uids finds events that calendars would take for one. Changed instances of a recurring event share a UID rightly.
func (l *linter) uids(c *component) {
	first := map[string]int{} // UID -> line
	for _, part := range c.parts {
		uid, named := part.one("UID")
		if _, instance := part.one("RECURRENCE-ID"); part.name != "VEVENT" || !named || instance {
			continue
		}
		if line, twice := first[uid.value]; twice {
			l.add(uid.line, "the UID of line %d once more", line)
			continue
		}
		first[uid.value] = uid.line
	}
}

// zones finds times in zones that the file does not explain.
func (l *linter) zones(calendar *component) {
	var known []string
	for _, part := range calendar.parts {
		if id, ok := part.one("TZID"); ok && part.name == "VTIMEZONE" {
			known = append(known, id.value)
		}
	}
	calendar.walk(func(c *component) {
		for _, p := range c.properties {
			if id, zoned := p.params["TZID"]; zoned && !slices.Contains(known, id) {
				l.add(p.line, "the zone %q is not explained by a VTIMEZONE", id)
			}
		}
	})
}

func (l *linter) zone(c *component) {
	l.needs(c, "TZID")
	if len(c.parts) == 0 {
		l.add(c.line, "VTIMEZONE has neither STANDARD nor DAYLIGHT")
	}
	for _, part := range c.parts {
		l.needs(part, "DTSTART", "TZOFFSETFROM", "TZOFFSETTO")
	}
}

func (l *linter) alarm(c *component) {
	l.needs(c, "ACTION", "TRIGGER")
	l.allows(c, "DESCRIPTION", "DURATION", "REPEAT")
	if len(c.all("DURATION")) != len(c.all("REPEAT")) {
		l.add(c.line, "DURATION and REPEAT of an alarm need each other")
	}
	if action, ok := c.one("ACTION"); ok && len(c.all("DESCRIPTION")) == 0 && !strings.EqualFold(action.value, "AUDIO") {
		l.add(c.line, "an alarm that shows something has no DESCRIPTION")
	}
}

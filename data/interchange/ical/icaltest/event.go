package icaltest

import "time"

// longestUID is in octets: beyond, Outlook cannot tell one from another.
const longestUID = 202

func (l *linter) event(c *component) {
	l.needs(c, "UID", "DTSTAMP", "DTSTART")
	l.allows(c, "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "TRANSP", "CLASS", "PRIORITY", "SEQUENCE",
		"CREATED", "LAST-MODIFIED", "ORGANIZER", "URL", "GEO", "RECURRENCE-ID", "RRULE", "X-MICROSOFT-CDO-BUSYSTATUS")
	if uid, ok := c.one("UID"); ok && (uid.value == "" || len(uid.value) > longestUID) {
		l.add(uid.line, "a UID of %d octets; 1 to %d are told apart everywhere", len(uid.value), longestUID)
	}
	for _, name := range []string{"DTSTAMP", "CREATED", "LAST-MODIFIED"} {
		if p, ok := c.one(name); ok && p.value != "" && p.value[len(p.value)-1] != 'Z' {
			l.add(p.line, "%s is not in UTC", name)
		}
	}
	if start, ok := c.one("DTSTART"); ok {
		l.span(c, start)
	}
}

// span checks when an event is over.
func (l *linter) span(c *component, start property) {
	end, ended := c.one("DTEND")
	if _, measured := c.one("DURATION"); measured && ended {
		l.add(end.line, "both DTEND and DURATION")
	}
	from, fault := readMoment(start)
	to, alsoFault := readMoment(end)
	if !ended || fault != "" || alsoFault != "" {
		return // which is said where values are checked
	}
	switch {
	case from.date != to.date:
		l.add(end.line, "one of DTSTART and DTEND is a day, the other a time")
	case (from.zone == "") != (to.zone == ""):
		l.add(end.line, "one of DTSTART and DTEND has a zone, the other none")
	case from.zone != to.zone: // cannot be compared without knowing the zones
	case !to.at.After(from.at):
		l.add(end.line, "DTEND is not after DTSTART")
	case !from.date && from.zone == "" && atMidnight(from.at) && atMidnight(to.at):
		l.add(end.line, "from midnight to midnight without a zone: Outlook makes an all-day event of it")
	}
}

func atMidnight(t time.Time) bool { return t.Equal(t.Truncate(24 * time.Hour)) }

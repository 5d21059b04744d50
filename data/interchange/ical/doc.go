// Package ical writes events as an iCalendar file (RFC 5545), for calendars that Milepost knows nothing about.
//
// It knows days, times on the wall and text, and what calendars in use make of a file: lines are folded at 75 octets
// between characters, text is escaped, times are local without a zone, so that 19:00 stays 19:00 wherever the file is
// opened. It must never know of plans, sessions, databases, windows or the clock: when an event was last revised is
// part of the event, so that the same events always give the same bytes. Nothing is read back.
//
// Start at [Encode]: the calendar is checked as a whole (check.go), written event by event into memory (write.go),
// line by line (lines.go), and leaves in one piece or not at all. [UID] gives an event the name under which a calendar
// finds it again. Tests of other packages look over a written file with package icaltest.
package ical

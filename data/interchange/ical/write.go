package ical

import (
	"fmt"
	"strconv"
	"strings"

	"milepost/planner"
)

// calendar writes the whole file. There is no METHOD: it would make the file a message, which needs an organiser.
func (w lines) calendar(c Calendar, events []Event) {
	w.line("BEGIN", "VCALENDAR")
	w.line("VERSION", "2.0")
	w.text("PRODID", c.ProductID)
	w.text("NAME", c.Name)
	w.text("X-WR-CALNAME", c.Name) // what calendars looked for before there was NAME, and still do
	for _, e := range events {
		w.event(e)
	}
	w.line("END", "VCALENDAR")
}

func (w lines) event(e Event) {
	revised := e.Revised.UTC().Format("20060102T150405Z")
	w.line("BEGIN", "VEVENT")
	w.text("UID", e.UID)
	w.line("DTSTAMP", revised)
	w.line("LAST-MODIFIED", revised)
	w.line("SEQUENCE", strconv.Itoa(e.Sequence))
	w.times(e)
	w.text("SUMMARY", e.Summary)
	w.text("DESCRIPTION", e.Description)
	w.categories(e.Categories)
	w.line("STATUS", either(e.Cancelled, "CANCELLED", "CONFIRMED"))
	w.line("TRANSP", either(e.Busy, "OPAQUE", "TRANSPARENT"))
	w.line("X-MICROSOFT-CDO-BUSYSTATUS", either(e.Busy, "BUSY", "FREE")) // Outlook asks for this, not for TRANSP
	if e.HasAlarm {
		w.alarm(e)
	}
	w.line("END", "VEVENT")
}

// times writes when the event begins and when it is over. Times have no zone: they mean the clock on the wall, through
// summer time and journeys, and need no table of zones that calendars would read each in its own way.
func (w lines) times(e Event) {
	last, minute := e.end()
	if e.allDay() {
		w.line("DTSTART;VALUE=DATE", day(e.Day))
		w.line("DTEND;VALUE=DATE", day(last))
		return
	}
	w.line("DTSTART", day(e.Day)+clock(e.Start.Minutes()))
	w.line("DTEND", day(last)+clock(minute))
}

func (w lines) alarm(e Event) {
	sign := either(e.AlarmMinutes > 0, "-", "")
	w.line("BEGIN", "VALARM")
	w.line("ACTION", "DISPLAY")
	w.line("TRIGGER", fmt.Sprintf("%sPT%dM", sign, e.AlarmMinutes))
	w.text("DESCRIPTION", e.Summary)
	w.line("END", "VALARM")
}

// categories writes one line for all: the commas between them are bare, those within them escaped.
func (w lines) categories(categories []string) {
	var escaped []string
	for _, s := range categories {
		if s = clean(s); s != "" {
			escaped = append(escaped, escapes.Replace(s))
		}
	}
	if len(escaped) > 0 {
		w.line("CATEGORIES", strings.Join(escaped, ","))
	}
}

func day(d planner.Date) string { return fmt.Sprintf("%04d%02d%02d", d.Year, int(d.Month), d.Day) }

func clock(minutes int) string { return fmt.Sprintf("T%02d%02d00", minutes/60, minutes%60) }

func either(which bool, yes, no string) string {
	if which {
		return yes
	}
	return no
}

package icaltest

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

var (
	words = []struct{ name, allowed string }{
		{"VERSION", "2.0"},
		{"CALSCALE", "GREGORIAN"},
		{"STATUS", "TENTATIVE CONFIRMED CANCELLED"},
		{"TRANSP", "OPAQUE TRANSPARENT"},
		{"CLASS", "PUBLIC PRIVATE CONFIDENTIAL"},
		{"ACTION", "DISPLAY AUDIO EMAIL"},
		{"X-MICROSOFT-CDO-BUSYSTATUS", "FREE TENTATIVE BUSY OOF"},
	}
	moments = []string{"DTSTART", "DTEND", "DTSTAMP", "CREATED", "LAST-MODIFIED", "RECURRENCE-ID"}
	lists   = []string{"CATEGORIES", "RESOURCES"}
	texts   = slices.Concat(lists, []string{
		"UID", "SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "PRODID", "NAME", "X-WR-CALNAME", "X-WR-CALDESC",
	})

	utcOffset = regexp.MustCompile(`^[+-]([01]\d|2[0-3])[0-5]\d([0-5]\d)?$`)
	duration  = regexp.MustCompile(`^[+-]?P(\d+W|\d+D(` + hours + `)?|` + hours + `)$`)
	dateShape = regexp.MustCompile(`^\d{8}$`)
	timeShape = regexp.MustCompile(`^\d{8}T\d{6}Z?$`)
)

const hours = `T(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S)`

// value checks what a property says, by itself.
func (l *linter) value(p property) {
	for _, w := range words {
		if p.name == w.name && !slices.Contains(strings.Fields(w.allowed), p.value) {
			l.add(p.line, "%s is %q, not one of %s", p.name, p.value, w.allowed)
		}
	}
	fault := ""
	switch {
	case slices.Contains(texts, p.name):
		fault = textFault(p)
	case slices.Contains(moments, p.name), p.name == "TRIGGER" && p.params["VALUE"] == "DATE-TIME":
		_, fault = readMoment(p)
	case p.name == "SEQUENCE" && !isCount(p.value):
		fault = "is not a whole number from 0 to 2147483647"
	case (p.name == "TRIGGER" || p.name == "DURATION") && !duration.MatchString(p.value):
		fault = "is not a duration"
	case strings.HasPrefix(p.name, "TZOFFSET") && !utcOffset.MatchString(p.value):
		fault = "is not an offset like +0100"
	}
	if fault != "" {
		l.add(p.line, "%s: %q %s", p.name, clip(p.value), fault)
	}
}

// moment is a day or a time.
type moment struct {
	at   time.Time // as if in UTC
	date bool
	zone string // "" is none, "Z" is UTC
}

// readMoment reads a day or a time, or says what is wrong with it.
func readMoment(p property) (moment, string) {
	kind := strings.ToUpper(p.params["VALUE"])
	m := moment{date: dateShape.MatchString(p.value), zone: p.params["TZID"]}
	utc := strings.HasSuffix(p.value, "Z")
	switch {
	case !m.date && !timeShape.MatchString(p.value):
		return m, "is neither a day nor a time"
	case m.date && kind != "DATE":
		return m, "is a day, without VALUE=DATE"
	case !m.date && kind == "DATE":
		return m, "is a time, with VALUE=DATE"
	case (m.date || utc) && m.zone != "":
		return m, "has a zone that it cannot have"
	}
	if utc {
		m.zone = "Z"
	}
	layout := "20060102T150405"
	if m.date {
		layout = "20060102"
	}
	var err error
	m.at, err = time.Parse(layout, strings.TrimSuffix(p.value, "Z"))
	if err != nil || m.at.Year() == 0 {
		return m, "does not exist"
	}
	return m, ""
}

// textFault says what is wrong with the escapes of a text.
func textFault(p property) string {
	for i := 0; i < len(p.value); i++ {
		switch c := p.value[i]; {
		case c == '\\' && (i+1 == len(p.value) || !strings.ContainsRune(`\;,nN`, rune(p.value[i+1]))):
			return "has a backslash that is not escaped"
		case c == '\\':
			i++
		case c == ';', c == ',' && !slices.Contains(lists, p.name):
			return "has a " + string(rune(c)) + " that is not escaped"
		}
	}
	return ""
}

// items are the texts of a property, still escaped: one, or those between the bare commas of a list.
func items(p property) []string {
	if !slices.Contains(lists, p.name) {
		return []string{p.value}
	}
	var found []string
	begin := 0
	for i := 0; i < len(p.value); i++ {
		switch p.value[i] {
		case '\\':
			i++
		case ',':
			found, begin = append(found, p.value[begin:i]), i+1
		}
	}
	return append(found, p.value[begin:])
}

// unescape reads \n, \N and a backslash before anything else, which stands for itself.
func unescape(s string) string {
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			out.WriteByte(s[i])
			continue
		}
		i++
		if s[i] == 'n' || s[i] == 'N' {
			out.WriteByte('\n')
		} else {
			out.WriteByte(s[i])
		}
	}
	return out.String()
}

func isCount(s string) bool {
	_, err := strconv.ParseUint(s, 10, 31)
	return err == nil
}

// clip shortens a value for a finding.
func clip(s string) string {
	const longest = 60 // characters
	if runes := []rune(s); len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return s
}

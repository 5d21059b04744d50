package icaltest_test

import (
	"slices"
	"strings"
	"testing"

	"milepost/data/interchange/ical/icaltest"
)

// good is a calendar with something of everything: a time, a day, a zone, alarms, folds, escapes, emoji.
var good = crlf(`BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Test 1.0//EN
NAME:Study plan
X-WR-CALNAME:Study plan
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:one@example
DTSTAMP:20260301T091500Z
LAST-MODIFIED:20260301T091500Z
SEQUENCE:2
DTSTART:20260302T190000
DTEND:20260302T194500
SUMMARY:Practise\; Security\, 45 min
DESCRIPTION:First line\nsecond line with a backslash \\ and an emoji\, fold
 ed 📚 here\, and here: "quoted"
CATEGORIES:Study,A\,B
STATUS:CONFIRMED
TRANSP:OPAQUE
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT15M
DESCRIPTION:Practise
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:two@example
DTSTAMP:20260301T091500Z
DTSTART;VALUE=DATE:20280229
DTEND;VALUE=DATE:20280301
SUMMARY:A day
STATUS:CANCELLED
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:three@example
DTSTAMP:20260301T091500Z
DTSTART;TZID=Europe/Berlin:20260602T090000
DURATION:PT6H
ATTENDEE;CN="Doe; Jo: she, too":mailto:jo@example.org
SUMMARY:Exam
BEGIN:VALARM
ACTION:AUDIO
TRIGGER;VALUE=DATE-TIME:20260601T070000Z
END:VALARM
END:VEVENT
END:VCALENDAR
`)

func crlf(s string) string {
	return strings.ReplaceAll(s, "\n", "\r\n")
}

func TestGoodFilesAreClean(t *testing.T) {
	files := map[string]string{
		"as it is":           good,
		"folded with a tab":  strings.Replace(good, "\r\n ed", "\r\n\ted", 1),
		"lower case names":   strings.ReplaceAll(good, "UID:", "uid:"),
		"exactly 75 octets":  strings.Replace(good, "A day", strings.Repeat("ä", 33)+"x", 1),
		"seven to seven":     strings.ReplaceAll(good, "20260302T194500", "20260303T190000"),
		"changed instance":   strings.Replace(good, "UID:two@example", "UID:one@example\r\nRECURRENCE-ID:20260302T190000", 1),
		"universal time":     strings.NewReplacer("20260302T190000", "20260302T190000Z", "20260302T194500", "20260302T194500Z").Replace(good),
		"two zones":          strings.Replace(good, "DURATION:PT6H", "DTEND;TZID=Europe/Berlin:20260602T110000", 1),
		"midnight to eleven": strings.NewReplacer("20260302T190000", "20260302T000000", "20260302T194500", "20260302T230000").Replace(good),
	}
	for name, file := range files {
		if found := icaltest.Lint([]byte(file)); len(found) > 0 {
			t.Errorf("%s: %q", name, found)
		}
	}
}

// planted are defects: text of the good file, what it is replaced by, and the finding it must lead to.
var planted = []struct{ defect, old, new, finding string }{
	{"LF alone", "VERSION:2.0\r\n", "VERSION:2.0\n", "ends with LF alone"},
	{"LF everywhere", "\r\n", "\n", "ends with LF alone"},
	{"a CR in a text", "A day", "A\rday", "a CR inside the line"},
	{"two CRs", "A day", "A day\r", "a CR inside the line"},
	{"an end missing", "END:VCALENDAR\r\n", "END:VCALENDAR", "stops in the middle of a line"},
	{"76 octets", "A day", strings.Repeat("x", 76-len("SUMMARY:")), "76 octets long"},
	{"75 characters of two octets", "A day", strings.Repeat("ä", 75-len("SUMMARY:")), "142 octets long"},
	{"76 octets after a fold", "A day", "A\r\n " + strings.Repeat("y", 75), "76 octets long"},
	{"a fold inside a character", "📚", "\xf0\x9f\r\n \x93\x9a", "broken UTF-8"},
	{"Latin-1", "A day", "Pr\xfcfung", "broken UTF-8"},
	{"a byte order mark", "BEGIN:VCALENDAR", "\uFEFFBEGIN:VCALENDAR", "byte order mark"},
	{"a control character", "A day", "A\x07day", "a control character, 0x07"},
	{"NUL", "A day", "A\x00day", "a control character, 0x00"},
	{"delete", "A day", "A\x7fday", "a control character, 0x7f"},
	{"a separator of Unicode", "A day", "A\u2028day", "line separator of Unicode"},
	{"an empty or blank line", "SUMMARY:A day\r\n", "SUMMARY:A day\r\n\r\n", "an empty or blank line"},
	{"a line of one space", "SUMMARY:A day\r\n", "SUMMARY:A day\r\n \r\n", "an empty or blank line"},
	{"a folded line of wide blanks", "A day", "A\r\n \u3000\u00a0\r\n day", "an empty or blank line"},
	{"a fold of nothing", "BEGIN:VCALENDAR", " BEGIN:VCALENDAR", "continues a line that is not there"},
	{"a fold inside an escape", `\nsecond`, "\\\r\n nsecond", "a fold inside an escape"},
	{"no name", "SUMMARY:A day", "just words", "is not NAME:value"},
	{"a name with a blank", "SUMMARY:A day", "SUM MARY:A day", "is not NAME:value"},
	{"a parameter without a value", "DTSTART;VALUE=DATE:", "DTSTART;VALUE:", "is not NAME:value"},
	{"a quotation mark left open", `"Doe; Jo: she, too"`, `"Doe`, "is not NAME:value"},

	{"nothing", good, "", "no calendar in the file"},
	{"empty calendar", good, crlf("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nEND:VCALENDAR\n"), "the calendar is empty"},
	{"no PRODID", "PRODID:-//Example//Test 1.0//EN\r\n", "", "VCALENDAR has no PRODID"},
	{"no VERSION", "VERSION:2.0\r\n", "", "VCALENDAR has no VERSION"},
	{"another VERSION", "VERSION:2.0", "VERSION:1.0", `VERSION is "1.0"`},
	{"two VERSIONs", "VERSION:2.0", "VERSION:2.0\r\nVERSION:2.0", "more than one VERSION"},
	{"two names", "NAME:Study plan\r\n", "NAME:Study plan\r\nNAME:Plan\r\n", "more than one NAME"},
	{"another calendar", "VERSION:2.0", "VERSION:2.0\r\nCALSCALE:JULIAN", `CALSCALE is "JULIAN"`},
	{"METHOD", "VERSION:2.0", "VERSION:2.0\r\nMETHOD:PUBLISH", "METHOD makes the file a message"},
	{"calendar not closed", "END:VCALENDAR\r\n", "", "VCALENDAR is never closed"},
	{"event not closed", "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n", "TRANSP:TRANSPARENT\r\n", "VEVENT is never closed"},
	{"closed twice", "END:VTIMEZONE\r\n", "END:VTIMEZONE\r\nEND:VTIMEZONE\r\n", "closes VTIMEZONE, which is not open"},
	{"outside", "END:VCALENDAR\r\n", "END:VCALENDAR\r\nX-MORE:1\r\n", "stands outside of everything"},
	{"two calendars", "END:VCALENDAR\r\n", "END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "goes on after its calendar"},
	{"a to-do", "VEVENT", "VTODO", `"VTODO" does not belong in "VCALENDAR"`},
	{"an alarm of nothing", "BEGIN:VTIMEZONE", "BEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:PT0S\r\nEND:VALARM\r\nBEGIN:VTIMEZONE", `"VALARM" does not belong`},
	{"a property too late", "END:VALARM\r\nEND:VEVENT", "END:VALARM\r\nCLASS:PUBLIC\r\nEND:VEVENT", "properties come first"},

	{"no UID", "UID:one@example\r\n", "", "VEVENT has no UID"},
	{"an empty UID", "UID:one@example", "UID:", "a UID of 0 octets"},
	{"a long UID", "UID:one@example", "UID:" + strings.Repeat("1", 60) + strings.Repeat("\r\n "+strings.Repeat("2", 71), 2) + "3", "a UID of 203 octets"},
	{"a UID twice", "UID:two@example", "UID:one@example", "the UID of line 15 once more"},
	{"two UIDs", "UID:two@example", "UID:two@example\r\nUID:four@example", "more than one UID"},
	{"no DTSTAMP", "UID:one@example\r\nDTSTAMP:20260301T091500Z\r\n", "UID:one@example\r\n", "VEVENT has no DTSTAMP"},
	{"local DTSTAMP", "DTSTAMP:20260301T091500Z", "DTSTAMP:20260301T091500", "DTSTAMP is not in UTC"},
	{"local LAST-MODIFIED", "MODIFIED:20260301T091500Z", "MODIFIED:20260301T091500", "LAST-MODIFIED is not in UTC"},
	{"no DTSTART", "DTSTART:20260302T190000\r\n", "", "VEVENT has no DTSTART"},
	{"two SUMMARYs", "SUMMARY:A day", "SUMMARY:A day\r\nSUMMARY:Another", "more than one SUMMARY"},
	{"two DESCRIPTIONs", "SUMMARY:A day", "DESCRIPTION:A\r\nDESCRIPTION:B", "more than one DESCRIPTION"},
	{"wrong STATUS", "STATUS:CONFIRMED", "STATUS:COMPLETED", `STATUS is "COMPLETED"`},
	{"wrong TRANSP", "TRANSP:OPAQUE", "TRANSP:BUSY", `TRANSP is "BUSY"`},
	{"wrong busy status", "BUSYSTATUS:BUSY", "BUSYSTATUS:OPAQUE", `BUSYSTATUS is "OPAQUE"`},
	{"a SEQUENCE out of range", "SEQUENCE:2", "SEQUENCE:2147483648", "not a whole number"},
	{"negative SEQUENCE", "SEQUENCE:2", "SEQUENCE:-2", "not a whole number"},

	{"end before beginning", "DTEND:20260302T194500", "DTEND:20260302T180000", "DTEND is not after DTSTART"},
	{"end at beginning", "DTEND:20260302T194500", "DTEND:20260302T190000", "DTEND is not after DTSTART"},
	{"inclusive end of a day", "DATE:20280301", "DATE:20280229", "DTEND is not after DTSTART"},
	{"end and length", "DTEND:20260302T194500", "DTEND:20260302T194500\r\nDURATION:PT45M", "both DTEND and DURATION"},
	{"a day and a time", "DTEND;VALUE=DATE:20280301", "DTEND:20280301T100000", "the other a time"},
	{"half in a zone", "DTEND:20260302T194500", "DTEND:20260302T194500Z", "the other none"},
	{"midnight to midnight", "DTSTART:20260302T190000\r\nDTEND:20260302T194500", "DTSTART:20260302T000000\r\nDTEND:20260303T000000", "Outlook makes an all-day event"},
	{"a day without VALUE", "DTSTART;VALUE=DATE:20280229", "DTSTART:20280229", "without VALUE=DATE"},
	{"a time as a day", "DTSTART;VALUE=DATE:20280229", "DTSTART;VALUE=DATE:20280229T100000", "a time, with VALUE=DATE"},
	{"29 February of a common year", "DATE:20280229", "DATE:20270229", "does not exist"},
	{"month 13", "DTSTART:20260302T190000", "DTSTART:20261302T190000", "does not exist"},
	{"24 o'clock", "DTEND:20260302T194500", "DTEND:20260302T240000", "does not exist"},
	{"year 0", "DATE:20280229", "DATE:00000229", "does not exist"},
	{"an ISO 8601 time", "DTSTART:20260302T190000", "DTSTART:2026-03-02T19:00:00", "neither a day nor a time"},
	{"no time", "DTSTART:20260302T190000", "DTSTART:", "neither a day nor a time"},

	{"unknown zone", "DTSTART;TZID=Europe/Berlin", "DTSTART;TZID=Europe/Paris", `"Europe/Paris" is not explained`},
	{"zone and UTC", "Berlin:20260602T090000", "Berlin:20260602T090000Z", "a zone that it cannot have"},
	{"a zone of nothing", good[strings.Index(good, "BEGIN:STANDARD"):strings.Index(good, "END:VTIMEZONE")], "", "neither STANDARD nor DAYLIGHT"},
	{"a zone without a name", "TZID:Europe/Berlin\r\n", "", "VTIMEZONE has no TZID"},
	{"a zone without an offset", "TZOFFSETTO:+0100\r\n", "", "STANDARD has no TZOFFSETTO"},
	{"a wrong offset", "TZOFFSETTO:+0100", "TZOFFSETTO:+1", "not an offset"},

	{"a bare comma", `Security\, 45`, "Security, 45", "a , that is not escaped"},
	{"a bare semicolon", `Practise\;`, "Practise;", "a ; that is not escaped"},
	{"a bare semicolon in a category", `Study,A`, "Study;A", "a ; that is not escaped"},
	{"a bare backslash", `\\ and`, `\ and`, "a backslash that is not escaped"},
	{"a backslash at the end", "SUMMARY:A day", `SUMMARY:A day\`, "a backslash that is not escaped"},
	{"an escaped colon", "SUMMARY:A day", `SUMMARY:A\: day`, "a backslash that is not escaped"},

	{"alarm without DESCRIPTION", "DESCRIPTION:Practise\r\n", "", "no DESCRIPTION"},
	{"alarm without ACTION", "ACTION:DISPLAY\r\n", "", "VALARM has no ACTION"},
	{"wrong ACTION", "ACTION:DISPLAY", "ACTION:POPUP", `ACTION is "POPUP"`},
	{"alarm without TRIGGER", "TRIGGER:-PT15M\r\n", "", "VALARM has no TRIGGER"},
	{"wrong TRIGGER", "TRIGGER:-PT15M", "TRIGGER:-15M", "is not a duration"},
	{"wrong time of TRIGGER", "DATE-TIME:20260601T070000Z", "DATE-TIME:20260631T070000Z", "does not exist"},
	{"wrong DURATION", "DURATION:PT6H", "DURATION:P", "is not a duration"},
	{"repeated for ever", "TRIGGER:-PT15M", "TRIGGER:-PT15M\r\nREPEAT:2", "need each other"},
}

func TestPlantedDefectsAreFound(t *testing.T) {
	for _, p := range planted {
		spoilt := strings.ReplaceAll(good, p.old, p.new)
		if spoilt == good {
			t.Errorf("%s: nothing was spoilt", p.defect)
		}
		found := icaltest.Lint([]byte(spoilt))
		if !slices.ContainsFunc(found, func(f string) bool { return strings.Contains(f, p.finding) }) {
			t.Errorf("%s: the findings are %q", p.defect, found)
		}
	}
}

func TestFindingsSayWhere(t *testing.T) {
	found := icaltest.Lint([]byte(strings.Replace(good, "CONFIRMED", "DONE", 1)))
	want := []string{`line 25: STATUS is "DONE", not one of TENTATIVE CONFIRMED CANCELLED`}
	if !slices.Equal(found, want) {
		t.Errorf("found %q, want %q", found, want)
	}
}

func TestTexts(t *testing.T) {
	for _, c := range []struct {
		component, property string
		want                []string
	}{
		{"VCALENDAR", "NAME", []string{"Study plan"}},
		{"VEVENT", "SUMMARY", []string{"Practise; Security, 45 min", "A day", "Exam"}},
		{"VEVENT", "DESCRIPTION", []string{"First line\nsecond line with a backslash \\ and an emoji, folded 📚 here, and here: \"quoted\""}},
		{"VEVENT", "CATEGORIES", []string{"Study", "A,B"}},
		{"VALARM", "DESCRIPTION", []string{"Practise"}},
		{"VEVENT", "ATTENDEE", []string{"mailto:jo@example.org"}},
		{"VEVENT", "LOCATION", nil},
	} {
		if got := icaltest.Texts([]byte(good), c.component, c.property); !slices.Equal(got, c.want) {
			t.Errorf("%s of %s: %q, want %q", c.property, c.component, got, c.want)
		}
	}
}

// Whatever the bytes are, there is an answer, and it is the same the second time.
func FuzzLint(f *testing.F) {
	f.Add([]byte(good))
	for _, p := range planted {
		f.Add([]byte(strings.ReplaceAll(good, p.old, p.new)))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if !slices.Equal(icaltest.Lint(b), icaltest.Lint(b)) {
			t.Error("found something else the second time")
		}
		icaltest.Texts(b, "VEVENT", "CATEGORIES")
	})
}

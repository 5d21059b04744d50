package lang

import (
	"regexp"
	"strings"
)

// verb is a figure of a text.
var verb = regexp.MustCompile(`%(?:\[(\d+)\])?[-+# 0]*\d*(?:\.\d+)?([a-zA-Z%])`)

// Disguise shows every text and date in letters of another alphabet until restore is called: what still stands there in Latin letters is
// a name, or was forgotten. It is for tests.
func Disguise() (restore func()) {
	before := inUse.Load()
	c := *before
	c.messages, c.disguised = nil, true
	for _, names := range [][]string{c.locale.months[:], c.locale.shortMonths[:], c.locale.days[:], c.locale.shortDays[:]} {
		for i := range names {
			names[i] = disguise(names[i])
		}
	}
	inUse.Store(&c)
	return func() { inUse.Store(before) }
}

// disguise exchanges the letters of a text, not those of its verbs.
func disguise(text string) string {
	var out strings.Builder
	for {
		at := verb.FindStringIndex(text)
		if at == nil {
			break
		}
		out.WriteString(strings.Map(foreign, text[:at[0]]))
		out.WriteString(text[at[0]:at[1]])
		text = text[at[1]:]
	}
	out.WriteString(strings.Map(foreign, text))
	return out.String()
}

// foreign is a Cyrillic letter for a Latin one.
func foreign(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z':
		return 'а' + r - 'a'
	case r >= 'A' && r <= 'Z':
		return 'А' + r - 'A'
	}
	return r
}

// Package lang says what Milepost says in the reader's language.
//
// The English text stands in the code and is the key: T("%d of %d sessions done", done, total) is looked up in the language that is in
// use, formatted as by fmt.Sprintf, and stays English where a translation is missing. A translation may put the figures in another order
// with %[2]d. N chooses among forms by number, X tells texts apart that are the same in English and not elsewhere. The translations are
// resources/translations/LANGUAGE.json; a test holds them to the texts of the code: none missing, none dead, the same figures in each.
//
// Everything is English until Use is called. The window does that at its start; the command line never does: what it prints is a promise to scripts.
package lang

import (
	"fmt"
	"sync/atomic"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// message is a translation: one text, or one for each plural form.
type message struct {
	text  string
	forms map[plural.Form]string
}

// catalogue is everything that is said in one language.
type catalogue struct {
	tag      language.Tag
	messages map[string]message
	locale   locale
	// disguised texts are told apart from those that nobody can translate.
	disguised bool
}

// inUse may be read while work goes on in the background.
var inUse atomic.Pointer[catalogue]

func init() { inUse.Store(&catalogue{tag: language.BritishEnglish, locale: locales[English]}) }

// T is a text with its figures put in, as by fmt.Sprintf; a per cent sign is written %%.
func T(text string, args ...any) string {
	if c := inUse.Load(); c.messages != nil || c.disguised {
		return fmt.Sprintf(c.text(text), args...)
	}
	return fmt.Sprintf(text, args...)
}

// X is T for a text that means one thing here and another there: context tells them apart and is never shown.
func X(context, text string, args ...any) string {
	c := inUse.Load()
	if m, ok := c.messages[text+contextMark+context]; ok {
		return fmt.Sprintf(m.text, args...)
	}
	if c.disguised {
		return fmt.Sprintf(disguise(text), args...)
	}
	return fmt.Sprintf(text, args...)
}

// contextMark stands between a text and its context in the key of a translation.
const contextMark = " | "

// N is T with forms by number: N(n, "%d mock", "%d mocks", n). The key is the text for many.
func N(n int, one, many string, args ...any) string {
	c := inUse.Load()
	if m, ok := c.messages[many]; ok {
		return fmt.Sprintf(m.form(c.tag, n), args...)
	}
	switch {
	case c.disguised:
		return fmt.Sprintf(disguise(many), args...)
	case n == 1:
		return fmt.Sprintf(one, args...)
	}
	return fmt.Sprintf(many, args...)
}

// Key marks a text that is kept in a table and said later, by Of.
func Key(text string) string { return text }

// Of is T for a text that was marked by Key, or that the planner gave.
func Of(key string, args ...any) string { return fmt.Sprintf(inUse.Load().text(key), args...) }

// All says several texts that were marked by Key and have no figures.
func All(keys []string) []string {
	out := make([]string, len(keys))
	for i, key := range keys {
		out[i] = Of(key)
	}
	return out
}

func (c *catalogue) text(key string) string {
	if m, ok := c.messages[key]; ok && m.text != "" {
		return m.text
	}
	if c.disguised {
		return disguise(key)
	}
	return key
}

// form is the text for a number.
func (m message) form(tag language.Tag, n int) string {
	form := plural.Cardinal.MatchPlural(tag, max(n, -n), 0, 0, 0, 0)
	if text, ok := m.forms[form]; ok {
		return text
	}
	return m.forms[plural.Other]
}

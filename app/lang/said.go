package lang

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"milepost/planner"
)

// Said says a finished English sentence, or several, in the language that is in use, with the figures and names that stand in it. A sentence that
// is not known stays as it is.
func Said(text string) string {
	c := inUse.Load()
	if c.messages == nil && !c.disguised {
		return text
	}
	if out, ok := c.said(text, deepest); ok {
		return out
	}
	return text
}

// deepest bounds how often a figure of a sentence may be a sentence again.
const deepest = 3

// said finds a sentence; ok is false where it, or a part of it, is not known.
func (c *catalogue) said(text string, depth int) (out string, ok bool) {
	if depth == 0 || text == "" {
		return "", false
	}
	known := sentences()
	if known.exact[text] {
		return plain(c.text(escaped(text))), true
	}
	for _, p := range known.patterns {
		if !strings.HasPrefix(text, p.begin) {
			continue
		}
		if found := p.regexp.FindStringSubmatch(text); found != nil {
			return c.put(p, found[1:], depth), true
		}
	}
	return c.several(text, depth)
}

// several takes sentences apart that follow each other.
func (c *catalogue) several(text string, depth int) (string, bool) {
	for from := 0; ; {
		at := strings.Index(text[from:], ". ")
		if at < 0 {
			return "", false
		}
		from += at + 1
		first, ok := c.said(text[:from], depth-1)
		if !ok {
			continue
		}
		rest, ok := c.said(strings.TrimSpace(text[from:]), depth)
		if !ok {
			rest = strings.TrimSpace(text[from:])
		}
		return first + " " + rest, true
	}
}

// put says a sentence with what stands in it.
func (c *catalogue) put(p pattern, found []string, depth int) string {
	words := make([]string, len(found))
	for i, f := range found {
		words[i] = c.figure(f, depth)
	}
	template := p.key
	switch m, translated := c.messages[p.key]; {
	case p.plural && translated:
		n, err := strconv.Atoi(found[0])
		if err != nil {
			n = 2
		}
		template = m.form(c.tag, n)
	case translated:
		template = m.text
	case c.disguised:
		template = disguise(p.key)
	}
	return fill(template, words)
}

// fill puts texts in the places of the verbs of a template.
func fill(template string, words []string) string {
	next := 0
	return verb.ReplaceAllStringFunc(template, func(v string) string {
		m := verb.FindStringSubmatch(v)
		if m[2] == "%" {
			return "%"
		}
		if m[1] != "" {
			n, _ := strconv.Atoi(m[1])
			next = n - 1
		}
		next++
		if next < 1 || next > len(words) {
			return v
		}
		return words[next-1]
	})
}

// decimals is a number with a decimal point; ordinal is a place in an order.
var (
	decimals = regexp.MustCompile(`^[-+−]?\d+\.\d+$`)
	ordinal  = regexp.MustCompile(`^(\d+)(st|nd|rd|th)$`)
)

// figure says what stands in a sentence: a date, a number, or words that may be a sentence again.
func (c *catalogue) figure(text string, depth int) string {
	for layout, write := range map[string]func(planner.Date) string{"Monday 2 January 2006": LongDate, "2 January 2006": Date, time.DateOnly: Date} {
		if at, err := time.Parse(layout, text); err == nil {
			return write(planner.DateOf(at))
		}
	}
	if decimals.MatchString(text) {
		return strings.Replace(text, ".", c.locale.decimal, 1)
	}
	if m := ordinal.FindStringSubmatch(text); m != nil && c.locale.ordinal != "" {
		return m[1] + c.locale.ordinal
	}
	if out, ok := c.said(text, depth-1); ok {
		return out
	}
	if out, ok := c.said(Capital(text), depth-1); ok {
		return out
	}
	return text
}

// pattern is a text with figures, as something to look for.
type pattern struct {
	key    string
	plural bool
	begin  string // what stands before the first figure
	regexp *regexp.Regexp
	weight int // letters that are not figures; the more, the surer
}

// sentenceBook is everything that may be said in finished sentences.
type sentenceBook struct {
	exact    map[string]bool
	patterns []pattern
}

// sentences reads the lists once.
var sentences = sync.OnceValue(func() sentenceBook {
	b := sentenceBook{exact: map[string]bool{}}
	for _, list := range [][]string{planned, glued, refused, kept, listed, filed, actions} {
		for _, key := range list {
			if len(figureVerbs(key)) == 0 {
				b.exact[plain(key)] = true
				continue
			}
			b.patterns = append(b.patterns, newPattern(key, key, false))
		}
	}
	for _, forms := range counted {
		b.patterns = append(b.patterns, newPattern(forms[1], forms[0], true), newPattern(forms[1], forms[1], true))
	}
	slices.SortStableFunc(b.patterns, func(a, b pattern) int { return cmp.Compare(b.weight, a.weight) })
	return b
})

// newPattern looks for text, which says what key says.
func newPattern(key, text string, plural bool) pattern {
	var out strings.Builder
	p := pattern{key: key, plural: plural}
	out.WriteString("^")
	from := 0
	for i, at := range verb.FindAllStringIndex(text, -1) {
		before := text[from:at[0]]
		if i == 0 {
			p.begin = before
		}
		p.weight += len(before)
		out.WriteString(regexp.QuoteMeta(before))
		out.WriteString(verbPattern(text[at[0]:at[1]]))
		from = at[1]
	}
	p.weight += len(text) - from
	out.WriteString(regexp.QuoteMeta(text[from:]) + "$")
	p.regexp = regexp.MustCompile(out.String())
	return p
}

func verbPattern(v string) string {
	switch v[len(v)-1] {
	case '%':
		return "%"
	case 'd':
		return `(-?\d+)`
	}
	return `(.+?)`
}

// figureVerbs are the verbs of a text that stand for something.
func figureVerbs(text string) []string {
	return slices.DeleteFunc(verb.FindAllString(text, -1), func(v string) bool { return v == "%%" })
}

// plain is a text without figures as it is read, and escaped as it is written.
func plain(text string) string { return strings.ReplaceAll(text, "%%", "%") }

func escaped(text string) string { return strings.ReplaceAll(text, "%", "%%") }

// Plural marks a text with forms by number that is said by [Said].
func Plural(one, many string) [2]string { return [2]string{one, many} }

package icaltest

import "strings"

// logical is a line after unfolding, with the number of its first one in the file.
type logical struct {
	number int
	text   string
}

// property is a line of a component: NAME;KEY=VALUE:value.
type property struct {
	line   int
	name   string            // in capitals
	params map[string]string // keys in capitals, values without quotation marks
	value  string            // as it stands, escapes and all
}

// component is what stands between BEGIN and END.
type component struct {
	line       int
	name       string // "" is the file itself
	properties []property
	parts      []*component
}

// walk visits a component and all in it, in the order of the file.
func (c *component) walk(visit func(*component)) {
	visit(c)
	for _, part := range c.parts {
		part.walk(visit)
	}
}

// all gives the properties of a name.
func (c *component) all(name string) []property {
	var found []property
	for _, p := range c.properties {
		if p.name == name {
			found = append(found, p)
		}
	}
	return found
}

// one gives the first property of a name.
func (c *component) one(name string) (property, bool) {
	if found := c.all(name); len(found) > 0 {
		return found[0], true
	}
	return property{}, false
}

// unfold joins the lines that belong together.
func (l *linter) unfold(physical []string) []logical {
	var joined []logical
	for i, line := range physical {
		line = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
		switch {
		case line == "":
		case line[0] != ' ' && line[0] != '\t':
			joined = append(joined, logical{i + 1, line})
		case len(joined) == 0:
			l.add(i+1, "continues a line that is not there")
		default:
			last := &joined[len(joined)-1]
			if pending(last.text) {
				l.add(i+1, "a fold inside an escape")
			}
			last.text += line[1:]
		}
	}
	return joined
}

// pending reports whether a text ends within an escape.
func pending(s string) bool {
	return (len(s)-len(strings.TrimRight(s, `\`)))%2 == 1
}

// parse puts lines together to components; those of the file itself are the parts of the one it returns.
func (l *linter) parse(all []logical) *component {
	stack := []*component{{line: 1}}
	for _, text := range all {
		top := stack[len(stack)-1]
		p, ok := splitLine(text)
		switch {
		case !ok:
			l.add(text.number, "is not NAME:value")
		case p.name == "BEGIN":
			c := &component{line: p.line, name: strings.ToUpper(p.value)}
			top.parts = append(top.parts, c)
			stack = append(stack, c)
		case p.name == "END":
			stack = l.end(stack, p)
		case len(stack) == 1:
			l.add(p.line, "%s stands outside of everything", p.name)
		default:
			if len(top.parts) > 0 {
				l.add(p.line, "%s comes after a component within %s; properties come first", p.name, top.name)
			}
			top.properties = append(top.properties, p)
		}
	}
	for _, open := range stack[1:] {
		l.add(open.line, "%s is never closed", open.name)
	}
	return stack[0]
}

// end closes the innermost component of that name and, with a finding, those that were still open in it.
func (l *linter) end(stack []*component, p property) []*component {
	name := strings.ToUpper(p.value)
	for i := len(stack) - 1; i > 0; i-- {
		if stack[i].name != name {
			continue
		}
		for _, open := range stack[i+1:] {
			l.add(open.line, "%s is never closed", open.name)
		}
		return stack[:i]
	}
	l.add(p.line, "closes %s, which is not open", name)
	return stack
}

// splitLine takes a line apart.
func splitLine(line logical) (property, bool) {
	at := strings.IndexAny(line.text, ";:")
	if at < 0 || !isName(line.text[:at]) {
		return property{}, false
	}
	p := property{line: line.number, name: strings.ToUpper(line.text[:at]), params: map[string]string{}}
	rest := line.text[at:]
	for rest[0] == ';' {
		key, after, ok := strings.Cut(rest[1:], "=")
		end := paramEnd(after)
		if !ok || !isName(key) || end < 0 {
			return property{}, false
		}
		p.params[strings.ToUpper(key)] = strings.Trim(after[:end], `"`)
		rest = after[end:]
	}
	p.value = rest[1:]
	return p, true
}

// paramEnd finds where the value of a parameter is over: at the first ; or : that is not within quotation marks.
func paramEnd(s string) int {
	quoted := false
	for i := range len(s) {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case !quoted && (s[i] == ';' || s[i] == ':'):
			return i
		}
	}
	return -1
}

func isName(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool {
		return (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-'
	}) < 0
}

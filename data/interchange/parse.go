package interchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"milepost/planner"
)

// MaxExamBytes is the largest exam file that is read: 1 MiB. The largest of the catalogue has about 6 kB.
const MaxExamBytes = 1 << 20

// Bounds on nesting, checked before a parser that works level by level meets the text. An exam file needs three
// levels. A dotted key of n parts costs the TOML parser about n squared steps, so the sum of those squares over the
// lines is bounded as well; the bound is about a second's work, and far above what full stops in prose come to.
const (
	maxBrackets    = 50
	maxDottedSteps = 30_000_000
)

// parseTables turns TOML, or JSON when name ends in .json, into plain maps, slices, strings and numbers.
func parseTables(r io.Reader, name string) (map[string]any, error) {
	text, err := io.ReadAll(io.LimitReader(r, MaxExamBytes+1))
	if err != nil {
		return nil, fmt.Errorf("reading: %w", err)
	}
	if err := checkText(text); err != nil {
		return nil, err
	}
	if strings.EqualFold(path.Ext(name), ".json") {
		return parseJSON(text)
	}
	return parseTOML(text)
}

// checkText refuses a text no exam file can be, before it is parsed and after it is written.
func checkText(text []byte) error {
	refuse := func(reason string) error { return &planner.FieldError{Field: "file", Reason: reason} }
	switch {
	case len(text) > MaxExamBytes:
		return refuse("the file is larger than 1 MiB; an exam file is a few pages of text")
	case !utf8.Valid(text):
		return refuse("the file is not UTF-8 text")
	case tooDeep(text):
		return refuse("brackets or dotted keys nest deeper than in any exam file")
	}
	return nil
}

// tooDeep weighs open brackets, and full stops within a line. It does not know strings from structure: what it counts
// too much stays far below the bounds in an honest file.
func tooDeep(text []byte) bool {
	depth, dots, steps := 0, 0, 0
	for _, c := range text {
		switch c {
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(depth-1, 0)
		case '\n':
			dots = 0
		case '.':
			dots++
			steps += 2 * dots // so that a line of n adds about n squared
		}
		if depth > maxBrackets || steps > maxDottedSteps {
			return true
		}
	}
	return false
}

func parseTOML(text []byte) (map[string]any, error) {
	values := map[string]any{}
	_, err := toml.Decode(string(text), &values)
	var broken toml.ParseError
	if errors.As(err, &broken) {
		field := broken.LastKey
		if field == "" {
			field = "file"
		}
		return nil, &planner.FieldError{Field: field, Reason: fmt.Sprintf("line %d: %s", broken.Position.Line, tomlReason(broken))}
	}
	if err != nil {
		return nil, &planner.FieldError{Field: "file", Reason: err.Error()}
	}
	return values, nil
}

// tomlReason is the parser's message without the place, which is said separately.
func tomlReason(e toml.ParseError) string {
	if e.Message != "" {
		return e.Message
	}
	text := e.Error()
	if _, after, found := strings.Cut(text, "): "); found {
		return after
	}
	return strings.TrimPrefix(text, "toml: ")
}

func parseJSON(text []byte) (map[string]any, error) {
	values := map[string]any{}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber() // keeps 125 apart from 125.0 and large numbers exact
	if err := decoder.Decode(&values); err != nil {
		return nil, &planner.FieldError{Field: "file", Reason: "not readable as JSON: " + err.Error()}
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, &planner.FieldError{Field: "file", Reason: "there is more text after the end of the exam"}
	}
	return values, nil
}

package wire

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"milepost/planner"
)

// Format is the number of the shapes in this package.
const Format = 1

// MaxInput is the largest request that is read, in bytes.
const MaxInput = 64 << 20

// decodeStrict reads one JSON value, refusing unknown fields and anything after it.
func decodeStrict(b []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return explainJSON(err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return &planner.FieldError{Field: "request", Reason: "there is more after the end of the JSON object"}
	}
	return nil
}

// explainJSON turns the decoder's errors into ones that name the field.
func explainJSON(err error) error {
	var typeErr *json.UnmarshalTypeError
	var syntaxErr *json.SyntaxError
	var fieldErr *planner.FieldError
	switch {
	case errors.As(err, &fieldErr):
		return err
	case errors.As(err, &typeErr):
		field := typeErr.Field
		if field == "" {
			field = "request"
		}
		return &planner.FieldError{Field: field, Reason: fmt.Sprintf("a %s does not fit here", typeErr.Value)}
	case errors.As(err, &syntaxErr):
		return &planner.FieldError{Field: "request", Reason: fmt.Sprintf("not JSON (at byte %d: %v)", syntaxErr.Offset, syntaxErr)}
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return &planner.FieldError{Field: "request", Reason: "the JSON ends too early"}
	}
	if name, ok := strings.CutPrefix(err.Error(), `json: unknown field "`); ok {
		return &planner.FieldError{Field: strings.TrimSuffix(name, `"`), Reason: "this field is not known"}
	}
	return &planner.FieldError{Field: "request", Reason: err.Error()}
}

func checkFormat(n *int) error {
	if n != nil && *n != Format {
		return &planner.FieldError{Field: "format", Reason: fmt.Sprintf("format %d is not known; this program reads format %d", *n, Format)}
	}
	return nil
}

// parseDate reads a date of a named field.
func parseDate(field, s string) (planner.Date, error) {
	d, err := planner.ParseDate(s)
	if err != nil {
		return d, &planner.FieldError{Field: field, Reason: err.Error()}
	}
	return d, nil
}

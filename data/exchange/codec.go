package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"

	"milepost/planner"
)

// Limits on what is read from outside.
const (
	MaxBytes     = 64 << 20
	MaxRows      = 100_000   // of studies, sessions, mocks, … together
	MaxVersions  = 1_000_000 // of the history
	MaxConflicts = 10_000
	maxStamp     = 1 << 62 // far beyond any calendar, with room for changes to come: a clock that ran wild must not stop anybody
	maxLostBytes = 16 << 20
)

// Encode writes a document as JSON: indented, one fixed order, a newline at the end.
func Encode(w io.Writer, d Document) error {
	d.Format, d.Content = Format, Content
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(d); err != nil {
		return fmt.Errorf("write the document: %w", err)
	}
	return nil
}

// Decode reads a document and refuses, by name, what it does not know. Whether each study, session and mock is a sound one is
// checked when it is stored.
func Decode(r io.Reader) (Document, error) {
	text, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return Document{}, fmt.Errorf("read the document: %w", err)
	}
	if len(text) > MaxBytes {
		return Document{}, fileError("the file is larger than the 64 MiB that are read")
	}
	if err := checkIntroduction(text); err != nil {
		return Document{}, err
	}
	var d Document
	if err := decodeStrict(text, &d); err != nil {
		return Document{}, err
	}
	plainZeros(reflect.ValueOf(&d.Studies))
	for i := range d.History.Conflicts {
		d.History.Conflicts[i].Lost = compact(d.History.Conflicts[i].Lost)
	}
	return d, d.check()
}

// compact takes the indentation out again that Encode gives to what was lost.
func compact(text json.RawMessage) json.RawMessage {
	var out bytes.Buffer
	if json.Compact(&out, text) != nil {
		return text // it will be refused
	}
	return out.Bytes()
}

// checkIntroduction tells another kind of file, or one of a later format, before its fields are complained about.
func checkIntroduction(text []byte) error {
	var head struct {
		Format  any `json:"format"`
		Content any `json:"content"`
	}
	if err := json.Unmarshal(text, &head); err != nil {
		return explain(err)
	}
	if head.Content != Content {
		return fileError(fmt.Sprintf("this is not a file that `milepost export --format json` wrote (\"content\" is not %q)", Content))
	}
	if n, ok := head.Format.(float64); !ok || n != Format {
		return &planner.FieldError{Field: "format", Reason: fmt.Sprintf("this program reads format %d; a newer Milepost may have written the file", Format)}
	}
	return nil
}

func decodeStrict(text []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return explain(err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return fileError("there is more after the end of the JSON object")
	}
	return nil
}

// explain turns the decoder's errors into ones that name the field.
func explain(err error) error {
	var typeErr *json.UnmarshalTypeError
	var syntaxErr *json.SyntaxError
	var fieldErr *planner.FieldError
	switch {
	case errors.As(err, &fieldErr):
		return err
	case errors.As(err, &typeErr) && typeErr.Field != "":
		return &planner.FieldError{Field: typeErr.Field, Reason: fmt.Sprintf("a %s does not fit here", typeErr.Value)}
	case errors.As(err, &syntaxErr) && syntaxErr.Error() == "unexpected end of JSON input":
		return fileError("the JSON ends too early; the file was cut off")
	case errors.As(err, &syntaxErr):
		return fileError(fmt.Sprintf("this is not JSON (at byte %d: %v)", syntaxErr.Offset, syntaxErr))
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return fileError("the JSON ends too early; the file was cut off")
	}
	if name, ok := strings.CutPrefix(err.Error(), `json: unknown field "`); ok {
		return &planner.FieldError{Field: strings.TrimSuffix(name, `"`), Reason: "this field is not known; a newer Milepost may have written the file"}
	}
	return fileError(err.Error())
}

func fileError(reason string) error { return &planner.FieldError{Field: "file", Reason: reason} }

package planner

import (
	"errors"
	"fmt"
	"strings"
)

// FieldError says which field of an input is wrong, and why, in words a person can act on.
// Field uses the names of the file formats ("exam_date", "domains[2].weight", "days_off[0]").
type FieldError struct {
	Field  string
	Reason string
}

func (e *FieldError) Error() string { return e.Field + ": " + e.Reason }

// fieldErrorf makes a FieldError with a formatted reason.
func fieldErrorf(field, format string, args ...any) *FieldError {
	return &FieldError{Field: field, Reason: fmt.Sprintf(format, args...)}
}

// ErrorField gives the field an error blames, or "" when it blames none.
func ErrorField(err error) string {
	var fe *FieldError
	if errors.As(err, &fe) {
		return fe.Field
	}
	return ""
}

// Under puts a field's error below the field that holds it: "weight" under "domains[2]" is "domains[2].weight". Nil stays nil.
func Under(parent string, err error) error {
	if err == nil {
		return nil
	}
	if field := ErrorField(err); field != "" {
		return &FieldError{Field: parent + "." + field, Reason: strings.TrimPrefix(err.Error(), field+": ")}
	}
	return fmt.Errorf("%s: %w", parent, err)
}

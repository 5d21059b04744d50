package data

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"milepost/planner"
)

// plainErrors are errors whose words are always the same, and so name nobody.
var plainErrors = []error{
	ErrNotFound, ErrFileGone, ErrFileReadOnly, ErrDiskFull, ErrDisk, ErrBusy, ErrClosed, ErrOnlyReading, errLockHeld, errChanged, errItself,
	context.Canceled, context.DeadlineExceeded, sql.ErrNoRows, fs.ErrExist, fs.ErrNotExist, fs.ErrPermission,
}

// LogWords says what an error is in words that may be written to a log: kinds and numbers, but no path, no name, and nothing of what a
// person has written. Logs are handed to others when something does not work. known are further errors whose words are always the same.
func LogWords(err error, known ...error) string {
	var words []string
	add := func(text string) {
		if !slices.Contains(words, text) {
			words = append(words, text)
		}
	}
	visitErrors(err, func(e error) {
		for _, k := range append(known, plainErrors...) {
			if e == k {
				add(k.Error())
				return
			}
		}
		if text := ownWords(e); text != "" {
			add(text)
		}
	})
	if len(words) == 0 {
		return fmt.Sprintf("an error of the type %T", err)
	}
	return strings.Join(words, "; ")
}

// visitErrors calls f for an error and all that it is made of.
func visitErrors(err error, f func(error)) {
	if err == nil {
		return
	}
	f(err)
	switch e := err.(type) {
	case interface{ Unwrap() error }:
		visitErrors(e.Unwrap(), f)
	case interface{ Unwrap() []error }:
		for _, each := range e.Unwrap() {
			visitErrors(each, f)
		}
	}
}

// ownWords says what a single error tells besides what it wraps, without names.
func ownWords(err error) string {
	switch e := err.(type) {
	case *OpenError:
		return "data file: " + string(e.Kind)
	case *planner.FieldError:
		field, _, _ := strings.Cut(e.Field, ".") // what follows may be an ID that somebody chose
		return "field: " + field
	case sqlite3.Error:
		return fmt.Sprintf("SQLite %d, extended %d", e.Code, e.ExtendedCode)
	case *fs.PathError:
		return e.Op
	case *os.LinkError:
		return e.Op
	case *os.SyscallError:
		return e.Syscall
	case syscall.Errno:
		return e.Error()
	}
	return ""
}

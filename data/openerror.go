package data

import (
	"errors"
	"io/fs"
	"strings"
)

// Kind says what is wrong with a data file; "" is nothing.
type Kind string

// What can be wrong with a data file.
const (
	KindMissing        Kind = "missing"
	KindLogAlone       Kind = "log-alone"   // the file is missing and its write-ahead log is there
	KindBrokenLink     Kind = "broken-link" // a link that leads nowhere, or in a circle
	KindNoPath         Kind = "no-path"     // nothing can be there: a name too long, a file where a folder should be
	KindDirectory      Kind = "directory"
	KindNotAFile       Kind = "not-a-file" // a device, a pipe, …
	KindReadOnly       Kind = "read-only"
	KindReadOnlyFolder Kind = "read-only-folder"
	KindNoPermission   Kind = "no-permission"
	KindEmpty          Kind = "empty"
	KindNotSQLite      Kind = "not-sqlite"
	KindForeign        Kind = "foreign"
	KindNewer          Kind = "newer"
	KindOlder          Kind = "older" // only for reading: opening for work brings it up to date
	KindDamaged        Kind = "damaged"
	KindDamagedLog     Kind = "damaged-log" // what was saved last lies behind a broken place
	KindLocked         Kind = "locked"
	KindNothingLeft    Kind = "nothing-left" // only for salvage
	KindUnsuitable     Kind = "unsuitable"   // a place where saving cannot be made safe
)

// OpenError says why a data file cannot be used, and what to do. The file is as it was before.
type OpenError struct {
	Path     string
	Kind     Kind
	Sentence string // what is wrong, with the path
	Advice   string // what to do
	cause    error
}

func (e *OpenError) Error() string { return e.Sentence + " " + e.Advice }

// Unwrap gives the underlying error, if there is one.
func (e *OpenError) Unwrap() error { return e.cause }

// wording is the sentence of a kind, with % for the path, and the advice.
type wording struct{ sentence, advice string }

func (w wording) about(path string) string { return strings.ReplaceAll(w.sentence, "%", path) }

const restore = "Nothing was changed. Restore a backup, or choose another file."

var sentences = map[Kind]wording{
	KindMissing:        {"There is no data file at %.", "Check the path, or set up a new study to make the file."},
	KindLogAlone:       {"There is no data file at %, but its log lies there: the file was moved or deleted without what belongs to it.", "Nothing was changed. Put the file back beside its log, or restore a backup."},
	KindBrokenLink:     {"% is a link that leads to no file.", "Mend or remove the link, or choose another path for the data file."},
	KindNoPath:         {"There can be no file at %: a name in it is too long, or a part of the path is not a folder.", "Choose another path for the data file."},
	KindDirectory:      {"% is a folder, not a data file.", "Choose a file inside of it."},
	KindNotAFile:       {"% is not an ordinary file.", "Choose another path for the data file."},
	KindReadOnly:       {"The data file % is read-only, so nothing could be saved to it.", "Allow writing to the file, or copy it to a place where you may write."},
	KindReadOnlyFolder: {"The folder of the data file % is read-only, so nothing could be saved there.", "Allow writing to the folder, or copy the file to a place where you may write."},
	KindNoPermission:   {"You are not allowed to read %.", "Ask whoever owns the file for access, or choose another file."},
	KindEmpty:          {"The data file % is empty (0 bytes): Milepost never leaves a file empty, so something cut it off.", restore},
	KindNotSQLite:      {"% is not a Milepost data file: its beginning is not that of a database.", restore},
	KindForeign:        {"% is a database, but not one that Milepost made.", "Nothing was changed. Choose another file, or open this one with the program it belongs to."},
	KindNewer:          {"% was written by a newer version of Milepost.", "Nothing was changed. Install the newer version to open it."},
	KindOlder:          {"% was written by an older version of Milepost, and this command only reads.", "Nothing was changed. Open the file in Milepost once: that brings it up to date, after a backup."},
	KindDamaged:        {"The data file % is damaged.", "Nothing was changed. Restore a backup, or salvage what can still be read."},
	KindDamagedLog:     {"The log of the data file % is damaged: what was saved last lies behind a broken place.", "Nothing was changed. Salvage the file, or restore a backup."},
	KindLocked:         {"The data file % is already open in another Milepost.", "Use that window, or close it first."},
	KindNothingLeft:    {"Nothing that belongs to Milepost was found in %.", "Nothing was changed. Restore a backup, or choose another file."},
	KindUnsuitable:     {"The place of % does not allow safe saving (often a network or synchronised folder).", "Keep the data file on a disk of this computer."},
}

// openError makes the error of a kind with its usual words.
func openError(kind Kind, path string) *OpenError {
	w := sentences[kind]
	return &OpenError{Path: path, Kind: kind, Sentence: w.about(path), Advice: w.advice}
}

// openErrorFrom is openError with what lies behind it.
func openErrorFrom(kind Kind, path string, cause error) *OpenError {
	e := openError(kind, path)
	e.cause = cause
	return e
}

// accessKind tells a refusal of the operating system from other errors: read-only, no permission, or "".
func accessKind(err error) Kind {
	switch {
	case err == nil:
		return ""
	case isReadOnlyFileSystem(err):
		return KindReadOnly
	case errors.Is(err, fs.ErrPermission):
		return KindNoPermission
	}
	return ""
}

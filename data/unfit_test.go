package data

import (
	"context"
	"fmt"
	"io/fs"
	"syscall"

	"github.com/mattn/go-sqlite3"
)

// unfitErrors are what an inspection may answer, and whether it says that the file cannot be opened.
var unfitErrors = []struct {
	err   error
	unfit bool
}{
	{openError(KindDamaged, "x"), true},
	{openError(KindDamagedLog, "x"), true},
	{openError(KindEmpty, "x"), true},
	{openError(KindNewer, "x"), true},
	{openError(KindForeign, "x"), true},
	{openError(KindNotSQLite, "x"), true},
	{fmt.Errorf("check: %w", sqlite3.Error{Code: sqlite3.ErrIoErr}), true},
	{&fs.PathError{Op: "read", Path: "x", Err: syscall.EIO}, true},
	{openErrorFrom(KindNotSQLite, "x", &fs.PathError{Op: "read", Path: "x", Err: syscall.EIO}), true},
	{openError(KindLocked, "x"), false},
	{openError(KindReadOnly, "x"), false},
	{openError(KindNoPermission, "x"), false},
	{openError(KindReadOnlyFolder, "x"), false},
	{fmt.Errorf("check: %w", sqlite3.Error{Code: sqlite3.ErrNomem}), false},
	{fmt.Errorf("copy the data file to /tmp: %w", syscall.ENOSPC), false},
	{context.Canceled, false},
}

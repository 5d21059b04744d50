package data

import (
	"errors"
	"io/fs"
	"os"
)

// besides are what SQLite keeps beside a file that is open: the write-ahead log and its index.
var besides = []string{"-wal", "-shm"}

// loneFile tells whether nothing of SQLite's lies beside a data file. An error counts as something.
func loneFile(file string) bool {
	for _, suffix := range besides {
		if _, err := os.Lstat(file + suffix); !errors.Is(err, fs.ErrNotExist) {
			return false
		}
	}
	return true
}

// removeStray removes an empty log and its index, which SQLite leaves behind when it cannot start writing (on a full disk). It is
// called while the lock is held and only where both were not there before.
func removeStray(file string) error {
	size, err := sizeOf(file + "-wal")
	if err != nil || size > 0 {
		return err
	}
	for _, suffix := range besides {
		if err := os.Remove(file + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

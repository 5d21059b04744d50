package data

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// ErrReadOnlyNow says that the open data file was made read-only by somebody.
var ErrReadOnlyNow = errors.New("the data file was made read-only while Milepost had it open. What you enter is still saved, but Milepost could not open it again; allow writing to it")

// Trouble looks whether the open data file is still where and what it was: nil, [ErrFileGone] or [ErrReadOnlyNow]. It only asks the
// system about the file; opening it here would take SQLite's locks away.
func (s *Store) Trouble() error {
	if s.held != nil {
		return nil
	}
	info, err := os.Stat(s.file)
	switch {
	case errors.Is(err, fs.ErrNotExist), err == nil && !os.SameFile(s.ident, info):
		return fmt.Errorf("%s: %w", s.path, ErrFileGone)
	case err != nil: // a disk that does not answer for a moment
		return nil
	case info.Mode().Perm()&anyoneWrites == 0:
		return fmt.Errorf("%s: %w", s.path, ErrReadOnlyNow)
	}
	return nil
}

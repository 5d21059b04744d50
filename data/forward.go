package data

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// forwardMark names the request to come forward, beside the data file. Its content does not matter and is never read: a file is all
// there is to it, so that no socket and no other service of the system is needed.
const forwardMark = ".forward"

// Forward is a request to the Milepost that has a data file open to bring its window forward.
type Forward struct{ file string }

// AskForward leaves a request beside the data file at path. One that is there already will do.
func AskForward(path string) (Forward, error) {
	p, err := locate(path)
	if err != nil {
		return Forward{}, err
	}
	f := Forward{p.file + forwardMark}
	file, err := os.OpenFile(f.file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return f, nil
	}
	if err != nil {
		return Forward{}, fmt.Errorf("ask the other window to come forward: %w", err)
	}
	return f, file.Close()
}

// Taken tells whether the other Milepost has taken the request.
func (f Forward) Taken() bool {
	_, err := os.Lstat(f.file)
	return errors.Is(err, fs.ErrNotExist)
}

// Withdraw takes the request back.
func (f Forward) Withdraw() { _ = os.Remove(f.file) } // taken at the last moment, it is gone: just as well

// TakeForward tells whether somebody asked this Milepost to come forward, and takes the request. Whatever lies under its name is
// removed, never opened: a link goes, and not what it leads to. A folder of that name is left.
func (s *Store) TakeForward() bool {
	if info, err := os.Lstat(s.file + forwardMark); err != nil || info.IsDir() {
		return false
	}
	return os.Remove(s.file+forwardMark) == nil
}

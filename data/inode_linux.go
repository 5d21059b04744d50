package data

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// holdFile locks the data file itself, besides the lock that goes by its name: a file that was moved while it was open, or has two
// names, must not be opened a second time by another one, for there the other log would be missing. Linux keeps these locks apart
// from those of SQLite; systems that do not must do without, and so must network file systems, which turn the one into the other.
//
// The file has to be opened before SQLite opens it and closed after SQLite has closed it: closing it gives up SQLite's locks.
func holdFile(file string) (*os.File, error) {
	if fs, ok := fileSystem(file); !ok || fs.network {
		return nil, nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	err = unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	switch {
	case errors.Is(err, unix.EWOULDBLOCK):
		return nil, errors.Join(errLockHeld, f.Close())
	case err != nil: // a file system without such locks
		return nil, f.Close()
	}
	return f, nil
}

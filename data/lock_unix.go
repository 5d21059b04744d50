//go:build unix

package data

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// lockNow takes an exclusive advisory lock, or answers errLockHeld at once. Closing the file gives it back.
func lockNow(f *os.File) error {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return errLockHeld
	}
	if err != nil {
		return fmt.Errorf("lock %s: %w", f.Name(), err)
	}
	return nil
}

// releaseFile removes the name while the lock is still held, so that nobody can be waiting on a file without a name.
func releaseFile(f *os.File) error {
	err := os.Remove(f.Name())
	if errors.Is(err, fs.ErrNotExist) { // its folder was moved, or somebody tidied up
		err = nil
	}
	return errors.Join(err, f.Close())
}

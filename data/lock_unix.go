//go:build unix

package data

import (
	"errors"
	"fmt"
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
// A lock whose name is gone, or is another's by now because the folder was exchanged, is just closed.
func releaseFile(f *os.File) error {
	if !sameAsNamed(f) {
		return f.Close()
	}
	return errors.Join(os.Remove(f.Name()), f.Close())
}

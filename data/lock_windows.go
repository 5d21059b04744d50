package data

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/windows"
)

// lockNow takes an exclusive lock, or answers errLockHeld at once. Closing the file gives it back.
func lockNow(f *os.File) error {
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, new(windows.Overlapped))
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return errLockHeld
	}
	if err != nil {
		return fmt.Errorf("lock %s: %w", f.Name(), err)
	}
	return nil
}

// releaseFile closes the file; its empty name stays behind, because Windows does not remove a file that another program is
// just trying to lock.
func releaseFile(f *os.File) error { return f.Close() }

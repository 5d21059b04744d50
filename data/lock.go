package data

import (
	"errors"
	"fmt"
	"os"
)

// errLockHeld says that another Milepost has the file open.
var errLockHeld = errors.New("the lock is held by another program")

// lockName is the file whose lock stands for the data file. SQLite's own locks come and go with each action; this one is held
// from open to close, and the operating system gives it back even when the program is killed.
func lockName(file string) string { return file + ".lock" }

// fileLock is a lock that is held.
type fileLock struct {
	file *os.File
}

// takeLock takes the lock or answers errLockHeld at once.
func takeLock(file string) (*fileLock, error) {
	for range 100 { // each round loses a race against somebody who is just giving the lock back
		f, err := os.OpenFile(lockName(file), os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			return nil, fmt.Errorf("open the lock: %w", err)
		}
		if err := lockNow(f); err != nil {
			return nil, errors.Join(err, f.Close())
		}
		if sameAsNamed(f) {
			return &fileLock{file: f}, nil
		}
		if err := f.Close(); err != nil {
			return nil, fmt.Errorf("close the lock: %w", err)
		}
	}
	return nil, errLockHeld
}

// lockHeld reports whether another Milepost has the file open, making nothing.
func lockHeld(file string) bool {
	f, err := os.OpenFile(lockName(file), os.O_RDWR, 0)
	if err != nil {
		return false // no lock file: nobody; not allowed: taking it will say so
	}
	defer f.Close()
	return errors.Is(lockNow(f), errLockHeld)
}

// IsOpen reports, without making anything, whether a Milepost has the data file at path open; false also for what is no data file.
func IsOpen(path string) bool {
	place, err := locate(path)
	return err == nil && lockHeld(place.file)
}

// sameAsNamed tells whether the locked file is still the one with the lock's name: who gives a lock back removes the file.
func sameAsNamed(f *os.File) bool {
	named, err := os.Stat(f.Name())
	if err != nil {
		return false
	}
	held, err := f.Stat()
	return err == nil && os.SameFile(named, held)
}

// release gives the lock back and removes its file, in the order the system demands.
func (l *fileLock) release() error {
	if err := releaseFile(l.file); err != nil {
		return fmt.Errorf("give the lock back: %w", err)
	}
	return nil
}

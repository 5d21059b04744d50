package data

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// place is where a data file is, or would be.
type place struct {
	path   string // absolute, as given: what people are shown
	file   string // with links followed: what is opened and locked
	exists bool
}

// locate finds out what is at a path, by looking only.
func locate(path string) (place, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return place{}, fmt.Errorf("find the data file %q: %w", path, err)
	}
	info, err := os.Stat(abs)
	switch {
	case errors.Is(err, fs.ErrNotExist) && isLink(abs):
		return place{}, openError(KindBrokenLink, abs) // no place for a new file
	case errors.Is(err, fs.ErrNotExist):
		return place{path: abs, file: abs}, nil
	case errors.Is(err, fs.ErrPermission):
		return place{}, openErrorFrom(KindNoPermission, abs, err)
	case err != nil && isLink(abs): // in a circle
		return place{}, openErrorFrom(KindBrokenLink, abs, err)
	case err != nil:
		return place{}, openErrorFrom(KindNoPath, abs, err)
	case info.IsDir():
		return place{}, openError(KindDirectory, abs)
	case !info.Mode().IsRegular():
		return place{}, openError(KindNotAFile, abs)
	}
	file, err := filepath.EvalSymlinks(abs)
	if err != nil {
		return place{}, fmt.Errorf("find the data file %q: %w", path, err)
	}
	return place{path: abs, file: file, exists: true}, nil
}

func isLink(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// Permission bits: somebody may read, somebody may write. They are looked at besides asking the system, because an
// administrator may write to everything, and a file somebody marked read-only is meant to stay as it is.
const (
	anyoneReads  = 0o444
	anyoneWrites = 0o222
)

// checkReadable refuses a file that cannot be read or has nothing in it.
func checkReadable(p place) error {
	info, err := os.Stat(p.file)
	if err != nil {
		return fmt.Errorf("look at the data file %s: %w", p.path, err)
	}
	if info.Mode().Perm()&anyoneReads == 0 {
		return openError(KindNoPermission, p.path)
	}
	f, err := os.Open(p.file)
	if err != nil {
		if kind := accessKind(err); kind != "" {
			return openErrorFrom(KindNoPermission, p.path, err)
		}
		return fmt.Errorf("read the data file %s: %w", p.path, err)
	}
	defer f.Close()
	if info.Size() == 0 {
		return openError(KindEmpty, p.path)
	}
	return nil
}

// checkWritable refuses a file or folder that cannot be written to. The file is opened for writing and closed again, which
// leaves no trace on it.
func checkWritable(p place) error {
	if err := checkReadable(p); err != nil {
		return err
	}
	info, err := os.Stat(p.file)
	if err != nil {
		return fmt.Errorf("look at the data file %s: %w", p.path, err)
	}
	if info.Mode().Perm()&anyoneWrites == 0 {
		return openError(KindReadOnly, p.path)
	}
	f, err := os.OpenFile(p.file, os.O_WRONLY, 0)
	if err != nil {
		return openErrorFrom(KindReadOnly, p.path, err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("look at the data file %s: %w", p.path, err)
	}
	if err := folderWritable(filepath.Dir(p.file)); err != nil {
		return openErrorFrom(KindReadOnlyFolder, p.path, err)
	}
	return nil
}

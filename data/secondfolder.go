package data

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"milepost/planner"
)

// CheckSecondFolder tells whether a folder can take the copies of backups of the data file at path, and answers its absolute path. It
// must be there, be writable, and be another one than the folder the backups lie in.
func CheckSecondFolder(path, folder string) (string, error) {
	refuse := func(format string, args ...any) (string, error) {
		return "", &planner.FieldError{Field: "folder", Reason: fmt.Sprintf(format, args...)}
	}
	abs, err := filepath.Abs(folder)
	if err != nil || folder == "" {
		return refuse("%q is no folder; choose one on another disk", folder)
	}
	info, err := os.Stat(abs)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return refuse("there is no folder %s; make it first, or connect its disk", abs)
	case err != nil:
		return refuse("the folder %s cannot be used: %v", abs, err)
	case !info.IsDir():
		return refuse("%s is not a folder", abs)
	case folderWritable(abs) != nil:
		return refuse("the folder %s is read-only; choose another", abs)
	}
	set, err := backupsOf(path)
	if err != nil {
		return "", err
	}
	if first, err := os.Stat(set.dir); err == nil && os.SameFile(first, info) {
		return refuse("%s is the folder the backups lie in already; choose one on another disk", abs)
	}
	return abs, nil
}

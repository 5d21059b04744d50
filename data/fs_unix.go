//go:build unix

package data

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// folderWritable tells whether files can be made in a folder, without making one.
func folderWritable(dir string) error {
	info, err := os.Stat(dir)
	if err != nil {
		return err
	}
	if info.Mode().Perm()&anyoneWrites == 0 {
		return fs.ErrPermission
	}
	return unix.Access(dir, unix.W_OK|unix.X_OK)
}

// isFull tells a full disk, or one's share of it used up, from other failures of a disk.
func isFull(err error) bool {
	return errors.Is(err, unix.ENOSPC) || errors.Is(err, unix.EDQUOT) || errors.Is(err, unix.EFBIG)
}

func isReadOnlyFileSystem(err error) bool { return errors.Is(err, unix.EROFS) }

// syncFolder puts a folder's list of names on disk, so that a file just renamed is found after a power cut.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("open the folder %s: %w", dir, err)
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, unix.EINVAL) && !errors.Is(err, unix.ENOTSUP) {
		return fmt.Errorf("write the folder %s to disk: %w", dir, err)
	}
	return nil
}
